"""What the heads of a column leave open and those of the columns beside it tell: a name, a year, a unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure, Period, Status
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.calendar import number_in
from shandong_econ.parsing.table.head.head import TO_DATE, YEAR_BEFORE, YEAR_BEFORE_TO_DATE, Head
from shandong_econ.parsing.table.names import alone
from shandong_econ.parsing.table.series import name_of
from shandong_econ.parsing.told import Told

When = Callable[[Sequence[Head]], Period | None]
"""What gives the period of figures under some heads."""
_MOST_TIMES = 2  # a growth behind a longer row of times is of the time of the table


@attrs.frozen(eq=False)
class Values:
    """A column of values by its heads, of which growths behind it may be: what is asked of it is reckoned once."""

    heads: Sequence[Head]
    _when: When

    @cached_property
    def names(self) -> Sequence[str]:
        """What its heads name."""
        return [head.name for head in self.heads if head.name]

    @cached_property
    def period(self) -> Period | None:
        """When its figures were."""
        return self._when(self.heads)


def is_of_year_before(heads: Sequence[Head]) -> bool:
    """Whether heads say that what is under them is of the year before."""
    return any(head.said is not None and head.said.value in (YEAR_BEFORE, YEAR_BEFORE_TO_DATE) for head in heads)


def of_values(heads: Sequence[Head], values: Sequence[Values]) -> Sequence[Head]:
    """The heads of a growth with the names, and the time if they tell none, of the values that it is of.

    One over it that only compares groups no values: on the same period of last year, over increase and percent.
    """
    above, own = [head for head in heads[:-1] if not head.says_no_name], heads[-1]
    how = [*(head for head in heads[:-1] if head.says_no_name), own]
    told = (each.names for each in reversed(values) if each.names or not is_of_year_before(each.heads))
    named = next(told, values[-1].names if values else ())
    of = [each for each in values if each.names == named and (not above or above == each.heads[:-1])]
    of = [each for each in of if not any(head.status is Status.T for head in each.heads)]
    is_share = own.measure is not None and own.measure.what == Measure.SHARE
    if not of or (is_share and not above and any(each.names != named for each in values)):
        return heads  # of which of them the shares are, who knows
    now = [each for each in of if not is_of_year_before(each.heads)]
    last = max(_order(each.period) for each in of)
    latest = next(each.heads for each in reversed(of) if _order(each.period) == last)
    of_group = bool(above) and above == latest[:-1]
    is_timed = any(head.tells_time for head in ([own] if of_group else heads))
    is_timed = is_timed or len({each.period for each in now}) > _MOST_TIMES
    inner = [*(above or latest[:-1]), *latest[-1:]][len(above) :]
    return [*above, *(name_alone(head, is_timed=is_timed or is_share) for head in inner), *how]


def _order(period: Period | None) -> date:
    return date.min if period is None or period.last is None else period.last


def name_alone(head: Head, *, is_timed: bool) -> Head:
    """A head for its name and place, and for its time too where none is told."""
    bare = Head(head.start, head.end, head.name, head.at, head.to, area=head.area)
    return bare if is_timed else attrs.evolve(bare, times=head.times, said=head.said)


def with_years(over: Mapping[int, Sequence[Head]]) -> Mapping[int, Sequence[Head]]:
    """The heads, where the year that one month names is that of those behind it: Dec 2023, Feb 2024, Mar, Apr."""
    found: dict[int, Sequence[Head]] = {}
    last: tuple[int, int] | None = None
    for column, heads in over.items():
        found[column] = heads
        months = [(head, time) for head in heads for time in head.times if _names_month(time)]
        if len(months) != 1 or any(time.names_year for head in heads for time in head.times if time.form == "year"):
            continue
        (head, time), number = months[0], number_in(months[0][1], "m")
        if time.names_year is None and last is not None:
            time = attrs.evolve(time, names_year=last[0] + (number < last[1]))
            told = attrs.evolve(head, times=(time,))
            found[column] = [told if one is head else one for one in heads]
        if time.names_year is not None:
            last = time.names_year, number
    return found


def _names_month(time: Time) -> bool:
    """Whether a time is a month by its number or its name: not this month."""
    return time.form == "month" and bool(time.groups.get("m"))


def with_indices_to_date(over: Mapping[int, Sequence[Head]], language: str) -> Mapping[int, Sequence[Head]]:
    """The heads, where an index of 100 in the same period of a year is of the months to date beside one of a month."""
    told = {head.index.lower() for heads in over.values() for head in heads} - {""}
    to_date = told.intersection(word_list(language, "table.period_is_100"))
    if to_date == told:
        return over
    return {
        column: [_to_date(head) if head.index.lower() in to_date else head for head in heads]
        for column, heads in over.items()
    }


def _to_date(head: Head) -> Head:
    return head if head.times or head.said else attrs.evolve(head, said=Told(TO_DATE, head.start, head.end))


def only_times(head: Head) -> bool:
    """Whether a head only says when what the column before it names was: Cumulative."""
    return not head.name and head.said is not None


def like_those_before(heads: Sequence[Head], values: Sequence[Values]) -> Sequence[Head]:
    """The heads of a column on the same time of the year before, which is that of the column before it: 1-6月累计.

    Behind a column on the month before another it is of that other.
    """
    if any(head.times for head in heads) or not (heads and is_of_year_before(heads[-1:])):
        return heads
    last = values[-1].period
    alike = [one for one in values if last is not None and one.period is not None and one.period.year == last.year]
    before = max(reversed(alike), key=lambda one: _order(one.period), default=values[-1]).heads
    times = next((head.times for head in reversed(before) if head.times), ())
    is_to_date = any(head.said is not None and head.said.value == TO_DATE for head in before)
    said = heads[-1].said
    if said is not None and is_to_date and not times:
        said = said._replace(value=YEAR_BEFORE_TO_DATE)
    return [*heads[:-1], attrs.evolve(heads[-1], times=times, said=said)]


def with_units_beside(over: Mapping[int, Sequence[Head]], language: str) -> Mapping[int, Sequence[Head]]:
    """The heads, where a whole has its unit only over its own column, and not over those of its parts."""
    whole = [each for each in over.values() if each and not any(head.name for head in each[1:])]
    units = {each[0].start: each[-1].units for each in whole if each[-1].units and not each[-1].measure}
    found = dict(over)
    for column, each in over.items():
        is_told = not each or any(head.units or head.measure for head in each)
        if not is_told and each[0].start in units and is_part_under(each[0], each[-1], language):
            found[column] = [attrs.evolve(each[0], units=units[each[0].start]), *each[1:]]
    return found


def is_part_under(upper: Head, lower: Head, language: str) -> bool:
    """Whether a head is one of the parts of another: it says so, or the two together have a code of their own."""
    if lower.is_part:
        return True
    if not upper.name or not lower.name:
        return False
    told = name_of((), (upper.name, lower.name), "", language)
    return told is not None and told.series.code not in (None, alone(upper.name, None, language).series.code)
