"""The heads over each column of figures, those of several rows and those that go over several columns too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.calendar import number_in
from shandong_econ.parsing.table.areas import are_places
from shandong_econ.parsing.table.head.head import TO_DATE, YEAR_BEFORE_TO_DATE, Head
from shandong_econ.parsing.table.head.reading import head_of
from shandong_econ.parsing.table.matrix import EMPTY, WORDS, Matrix
from shandong_econ.parsing.table.names import alone
from shandong_econ.parsing.table.regions import FIGURES, STUB, Region
from shandong_econ.parsing.table.series import name_of
from shandong_econ.parsing.table.stacked import are_broken, stacked
from shandong_econ.parsing.table.values import Values, When, is_of_year_before, name_alone, of_values
from shandong_econ.parsing.told import Told

_RECENT = 100  # columns of values of which growths may be


def heads_over(matrix: Matrix, region: Region, home: Area | None, when: When) -> Mapping[int, Sequence[Head]]:
    """The heads over each column of figures, the uppermost first.

    A column of growths, ranks or shares that names nothing is of the values before it: of those with the name of the
    last, since the columns of growths before, it is of the latest.
    """
    merged = any(matrix.cells[at].columns > 1 for row in region.heads for at in matrix.rows[row] if at >= 0)
    places = {row: _places_over(matrix, region, row, merged=merged) for row in region.heads}
    columns = region.of_role(FIGURES)
    of_places = {
        row: are_places((matrix.words(matrix.rows[row][column]) for column in columns), matrix.language, home)
        for row in region.heads
    }
    is_broken = not merged and are_broken(matrix.words(at) for row in region.heads for at in matrix.rows[row])
    corner = [_compares(head) for head in _in_corner(matrix, region, home) if head.comparison is not None]
    values: list[Values] = []
    was_moved = False
    found: dict[int, Sequence[Head]] = {}
    for column in columns:
        above = {places[row][column]: of_places[row] for row in reversed(region.heads)}
        heads = stacked(matrix, above, home, is_broken=is_broken)
        if heads and heads[-1].measure is not None and not heads[-1].name:
            found[column] = of_values(heads, values[-_RECENT:])
            was_moved = True
            continue
        if len(heads) == 1 and values and _only_times(heads[0]) and any(values[-1].names):
            heads = [*(name_alone(head, is_timed=True) for head in values[-1].heads), *heads]
        if was_moved and not is_of_year_before(heads):
            values = []
        if values:
            heads = _like_the_one_before(heads, values[-1].heads)
        was_moved = False
        values.append(Values(heads, when))
        found[column] = heads
    found = {column: [*corner, *heads] for column, heads in found.items()} if corner else found
    return _with_indices_to_date(_with_units_beside(_with_years(found), matrix.language), matrix.language)


def _in_corner(matrix: Matrix, region: Region, home: Area | None) -> Iterator[Head]:
    """The heads over the names, of which one may say with what all is compared: compared with last month."""
    for row in region.heads:
        for column in region.of_role(STUB):
            if matrix.kind(row, column) == WORDS:
                span = matrix.cells[matrix.rows[row][column]].span
                yield head_of(matrix.text, span.start, span.end, matrix.language, home)


def _compares(head: Head) -> Head:
    return Head(head.start, head.end, comparison=head.comparison, base=head.base)


def _with_years(over: Mapping[int, Sequence[Head]]) -> Mapping[int, Sequence[Head]]:
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


def _with_indices_to_date(over: Mapping[int, Sequence[Head]], language: str) -> Mapping[int, Sequence[Head]]:
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


def _only_times(head: Head) -> bool:
    """Whether a head only says when what the column before it names was: Cumulative."""
    return not head.name and head.said is not None


def _like_the_one_before(heads: Sequence[Head], before: Sequence[Head]) -> Sequence[Head]:
    """The heads of a column on the same time of the year before, which is that of the column before it: 1-6月累计."""
    if any(head.times for head in heads) or not (heads and is_of_year_before(heads[-1:])):
        return heads
    times = next((head.times for head in reversed(before) if head.times), ())
    is_to_date = any(head.said is not None and head.said.value == TO_DATE for head in before)
    said = heads[-1].said
    if said is not None and is_to_date and not times:
        said = said._replace(value=YEAR_BEFORE_TO_DATE)
    return [*heads[:-1], attrs.evolve(heads[-1], times=times, said=said)]


def _with_units_beside(over: Mapping[int, Sequence[Head]], language: str) -> Mapping[int, Sequence[Head]]:
    """The heads, where a whole has its unit only over its own column, and not over those of its parts."""
    whole = [each for each in over.values() if each and not any(head.name for head in each[1:])]
    units = {each[0].start: each[-1].units for each in whole if each[-1].units and not each[-1].measure}
    found = dict(over)
    for column, each in over.items():
        is_told = not each or any(head.units or head.measure for head in each)
        if not is_told and each[0].start in units and _is_part(each[0], each[-1], language):
            found[column] = [attrs.evolve(each[0], units=units[each[0].start]), *each[1:]]
    return found


def _is_part(upper: Head, lower: Head, language: str) -> bool:
    """Whether a head is one of the parts of another: it says so, or the two together have a code of their own."""
    if lower.is_part:
        return True
    if not upper.name or not lower.name:
        return False
    told = name_of((), (upper.name, lower.name), "", language)
    return told is not None and told.series.code not in (None, alone(upper.name, None, language).series.code)


def _places_over(matrix: Matrix, region: Region, row: int, *, merged: bool) -> list[int]:
    """The cell of a row of heads over each column: where none is merged, an empty place is of the one before it.

    It is so only where both have a head of their own below, or what stands below is a part of the one before.
    """
    below = {
        column for one in region.heads if one > row for column in region.columns if matrix.kind(one, column) != EMPTY
    }
    found = [-1] * matrix.width
    last, whole, stubs = -1, -1, region.of_role(STUB)
    for column in region.columns:
        if matrix.kind(row, column) != EMPTY:
            found[column] = whole = matrix.rows[row][column]
            last = whole if column in below and column not in stubs else -1
        elif not merged and column in below:
            found[column] = whole if last < 0 <= whole and _tells_part(matrix, region, whole, row, column) else last
    return found


def _tells_part(matrix: Matrix, region: Region, whole: int, row: int, column: int) -> bool:
    """Whether what stands below a row of heads in a column is a part of what one of them names."""
    below = (matrix.rows[one][column] for one in region.heads if one > row and matrix.kind(one, column) != EMPTY)
    spans = matrix.cells[whole].span, matrix.cells[next(below)].span
    upper, lower = (head_of(matrix.text, span.start, span.end, matrix.language, None) for span in spans)
    return _is_part(upper, lower, matrix.language)
