"""The heads over each column of figures, those of several rows and those that go over several columns too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from shandong_econ.model import Area, Measure, Span
from shandong_econ.parsing.table.areas import are_places
from shandong_econ.parsing.table.beside import (
    Values,
    When,
    is_of_year_before,
    is_part_under,
    like_those_before,
    name_alone,
    of_values,
    only_times,
    with_indices_to_date,
    with_units_beside,
    with_years,
)
from shandong_econ.parsing.table.head.head import Head
from shandong_econ.parsing.table.head.measures import Moved
from shandong_econ.parsing.table.head.reading import head_at, head_of
from shandong_econ.parsing.table.matrix import EMPTY, WORDS, Matrix
from shandong_econ.parsing.table.names import PART, alone, kind_of
from shandong_econ.parsing.table.regions import FIGURES, STUB, Region
from shandong_econ.parsing.table.units import Measured

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
    is_broken = not merged and _are_broken(matrix, region)
    corner = [_compares(head) for head in _in_corner(matrix, region, home) if head.comparison is not None]
    values: list[Values] = []
    was_moved = False
    found: dict[int, Sequence[Head]] = {}
    for column in columns:
        above = {places[row][column]: of_places[row] for row in reversed(region.heads)}
        heads = _stacked(matrix, above, home, is_broken=is_broken)
        if heads and heads[-1].measure is not None and not heads[-1].name:
            found[column] = of_values(heads, values[-_RECENT:])
            was_moved = True
            continue
        if len(heads) == 1 and values and only_times(heads[0]) and values[-1].names:
            heads = [*(name_alone(head, is_timed=True) for head in values[-1].heads), *heads]
        if was_moved and not is_of_year_before(heads):
            values = []
        if values:
            heads = like_those_before(heads, values[-_RECENT:])
        was_moved = False
        values.append(Values(heads, when))
        found[column] = heads
    if corner:
        is_timed = any(map(_tells_time, found.values()))
        found = {column: [*corner, *_as_change(heads, is_timed=is_timed)] for column, heads in found.items()}
    return with_indices_to_date(with_units_beside(with_years(found), matrix.language), matrix.language)


def units_in_corner(matrix: Matrix, region: Region) -> tuple[Measured, ...]:
    """The units that a head over the names gives for all: 指标（亿元）, Item (10,000 tons)."""
    return next((head.units for head in _in_corner(matrix, region, None) if head.units), ())


def _in_corner(matrix: Matrix, region: Region, home: Area | None) -> Iterator[Head]:
    """The heads over the names, of which one may say with what all is compared: compared with last month."""
    for row in region.heads:
        for column in region.of_role(STUB):
            if matrix.kind(row, column) == WORDS:
                yield head_at(matrix, matrix.rows[row][column], home)


def _as_change(heads: Sequence[Head], *, is_timed: bool) -> Sequence[Head]:
    """The heads of a column in a table that compares: beside those of times, one without a time has what changed."""
    if not is_timed or not heads or _tells_time(heads) or any(head.measure or head.name for head in heads):
        return heads
    return [*heads[:-1], attrs.evolve(heads[-1], measure=Moved(Measure.GROWTH, is_amount=True))]


def _tells_time(heads: Sequence[Head]) -> bool:
    return any(head.tells_time for head in heads)


def _compares(head: Head) -> Head:
    return Head(head.start, head.end, comparison=head.comparison, base=head.base)


def _places_over(matrix: Matrix, region: Region, row: int, *, merged: bool) -> list[int]:
    """The cell of a row of heads over each column: where none is merged, an empty place is of the one before it.

    It is so only where both have a head of their own below, or what stands below is a part of the one before, and no
    other head begins above.
    """
    above = [one for one in region.heads if one < row]
    below = {
        column for one in region.heads if one > row for column in region.columns if matrix.kind(one, column) != EMPTY
    }
    found = [-1] * matrix.width
    last, whole, stubs = -1, -1, region.of_role(STUB)
    for column in region.columns:
        if any(matrix.kind(one, column) != EMPTY for one in above):
            last, whole = -1, -1
        if matrix.kind(row, column) != EMPTY:
            found[column] = whole = matrix.rows[row][column]
            last = whole if column in below and column not in stubs else -1
        elif not merged and column in below:
            found[column] = whole if last < 0 <= whole and _tells_part(matrix, region, whole, row, column) else last
    return found


def _tells_part(matrix: Matrix, region: Region, whole: int, row: int, column: int) -> bool:
    """Whether what stands below a row of heads in a column is a part of what one of them names."""
    below = (matrix.rows[one][column] for one in region.heads if one > row and matrix.kind(one, column) != EMPTY)
    upper, lower = (head_at(matrix, at, None) for at in (whole, next(below)))
    return is_part_under(upper, lower, matrix.language)


def _stacked(
    matrix: Matrix, of_places: Mapping[int, bool], home: Area | None, *, is_broken: bool = False
) -> Sequence[Head]:
    """The heads at some cells, the lowest first, of each of which it is known whether it stands among places.

    They may be the pieces of one that `is_broken` off.
    """
    cells = [(matrix.cells[at].span, is_place) for at, is_place in reversed([*of_places.items()]) if at >= 0]
    text, language = matrix.text, matrix.language
    if is_broken and cells:
        text = _on_one_line(text, [span for span, _ in cells])
        cells = [(Span(cells[0][0].start, cells[-1][0].end), False)]
    found: list[Head] = []
    for span, is_place in cells:
        head = head_of(text, span.start, span.end, language, home, is_place=is_place)
        if found and language == "zh" and _is_translation(found[-1].name, head.name):
            continue
        if found and _is_broken(found[-1], head, language):
            head = attrs.evolve(head, name=found.pop().name + head.name)
        if found and head.only_units and not found[-1].units:
            found[-1] = attrs.evolve(found[-1], units=head.units)  # (pct), below Y/Y chg
            continue
        found.append(head)
    return found


def _are_broken(matrix: Matrix, region: Region) -> bool:
    """Whether the heads are pieces of ones that are broken off: 拉动规上工业 over 增长(百分点).

    A bracket stays open in one, and another closes it; or of two rows both have a piece over each column of figures, no
    two of the upper ones alike, and none is the other in another language.
    """
    heads = [matrix.words(at) for row in region.heads for at in matrix.rows[row]]
    opened = [words.count("(") - words.count(")") for words in heads]
    if any(one > 0 for one in opened) and any(one < 0 for one in opened):
        return True
    columns = region.of_role(FIGURES)
    rows = [[matrix.words(matrix.rows[row][column]) for column in columns] for row in region.heads]
    if len(rows) != _PIECES or not all(map(all, rows)) or len(set(rows[0])) < len(columns):
        return False
    return all(map(str.isascii, rows[0])) or not any(_WORDS.search(one) for one in rows[1])


_PIECES = 2
_WORDS = re.compile("[A-Za-z]{3}")


def _on_one_line(text: str, pieces: Sequence[Span]) -> str:
    """The text with nothing but the pieces of one head."""
    line, at = list[str](), 0
    for span in pieces:
        line += [" " * (span.start - at), span.cut(text)]
        at = span.end
    return "".join(line)


def _is_translation(upper: str, lower: str) -> bool:
    """Whether a head in English stands below one in Chinese, and is no name of a series in Chinese too, as GDP is."""
    return bool(lower) and lower.isascii() and bool(upper) and not upper.isascii() and not kind_of(lower, "zh")


def _is_broken(upper: Head, lower: Head, language: str) -> bool:
    """Whether only two heads, one below another, are a name that is known: 人均地区 over 生产总值."""
    if language != "zh" or not upper.name or not lower.name or upper.units or kind_of(upper.name, language):
        return False
    joined = upper.name + lower.name
    code = alone(joined, None, language).series.code
    is_other = code is not None and code != alone(lower.name, None, language).series.code
    return is_other or kind_of(joined, language) == PART
