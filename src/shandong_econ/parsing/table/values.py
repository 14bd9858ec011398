"""Columns of values, and of which of them a growth behind them is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

import attrs

from shandong_econ.model import Measure, Period
from shandong_econ.parsing.table.head.head import YEAR_BEFORE, YEAR_BEFORE_TO_DATE, Head

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
        return [head.name for head in self.heads]

    @cached_property
    def period(self) -> Period | None:
        """When its figures were."""
        return self._when(self.heads)


def is_of_year_before(heads: Sequence[Head]) -> bool:
    """Whether heads say that what is under them is of the year before."""
    return any(head.said is not None and head.said.value in (YEAR_BEFORE, YEAR_BEFORE_TO_DATE) for head in heads)


def of_values(heads: Sequence[Head], values: Sequence[Values]) -> Sequence[Head]:
    """The heads of a growth with the names, and the time if they tell none, of the values that it is of."""
    above, own = heads[:-1], heads[-1]
    named = values[-1].names if values else ()
    of = [each for each in values if each.names == named and (not above or above == each.heads[:-1])]
    of = [each for each in of if not any(head.is_plan for head in each.heads)]
    is_share = own.measure is not None and own.measure.what == Measure.SHARE
    if not of or (is_share and not above and any(each.names != named for each in values)):
        return heads  # of which of them the shares are, who knows
    now = [each for each in of if not is_of_year_before(each.heads)]
    last = max(_order(each.period) for each in of)
    latest = next(each.heads for each in reversed(of) if _order(each.period) == last)
    of_group = bool(above) and above == latest[:-1]
    is_timed = any(head.tells_time for head in ([own] if of_group else heads))
    is_timed = is_timed or len({each.period for each in now}) > _MOST_TIMES
    told = [*(above or latest[:-1]), *latest[-1:]][len(above) :]
    return [*above, *(name_alone(head, is_timed=is_timed or is_share) for head in told), own]


def _order(period: Period | None) -> date:
    return date.min if period is None or period.last is None else period.last


def name_alone(head: Head, *, is_timed: bool) -> Head:
    """A head for its name and place, and for its time too where none is told."""
    bare = Head(head.start, head.end, head.name, head.at, head.to, area=head.area)
    return bare if is_timed else attrs.evolve(bare, times=head.times, said=head.said)
