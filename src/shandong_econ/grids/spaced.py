"""Tables in a text whose cells no more than spaces hold apart, as pasted from a PDF: rows that end in values."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import TypeAlias

import attrs

from shandong_econ.grids.aligned import WIDTHS, Columns, columns_of, heads_aligned
from shandong_econ.grids.counted_heads import MOST_HEADS, Heads, heads_counted
from shandong_econ.grids.grid import MOST_PLACES, Cell
from shandong_econ.grids.laying import blanks_before, levels_of
from shandong_econ.grids.spaced_lines import FEWEST, SpacedLine
from shandong_econ.grids.surroundings import gives_unit
from shandong_econ.model import Span

_LEAST = 3  # rows of a table
_MANY = 4  # values of each of two rows that are a table
_AHEAD = 50  # rows among which the longest name is looked for
_FEWEST_CELLS = 2  # of a table, its names aside

_Row: TypeAlias = "tuple[Span | None, Sequence[tuple[Span, int]]]"


@attrs.frozen
class SpacedTable:
    """Where a table begins and ends among lines, and its cells; none if the lines are no table."""

    begin: int
    end: int
    cells: Sequence[Cell] = ()


def spaced_table(lines: Sequence[SpacedLine], at: int, least: int, text: str) -> SpacedTable:
    """The table whose first values stand in a line, its heads not before another.

    Its rows have as many values each, or pieces that stand one under another. Its heads are as many, or stand over
    groups of them; a list of one value each needs none. Lines laid out as rows of which the columns cannot be told
    are a table of one column, and those over them its heads.
    """
    rows, end = _block(lines, at)
    known = [columns for width in WIDTHS if (columns := columns_of(rows, width)) is not None]
    ways = [(columns.raggedness(rows), _aligned(lines, rows, (at, end), least, text, columns)) for columns in known]
    least_ragged = min((ragged for ragged, table in ways if table is not None), default=0)
    told = [table for ragged, table in ways if table is not None and ragged == least_ragged]
    if not told or any(table != told[0] for table in told):
        told = [_counted(lines, at, least, text, known[0].extents[0][1] if known else 0)]
    found = told[0]
    if not found.cells:
        found = _untold(lines, rows, (at, max(end, found.end)), least)
    width = max((cell.column + cell.columns for cell in found.cells), default=0)
    is_too_large = width and width * (found.cells[-1].row + 1) > MOST_PLACES
    return attrs.evolve(found, cells=()) if is_too_large else found


def _block(lines: Sequence[SpacedLine], at: int) -> tuple[list[SpacedLine], int]:
    """The lines from one on that are laid out as rows, and the line after the last; what may be a name stands between.

    An empty line may part two rows.
    """
    rows: list[SpacedLine] = []
    end = at
    while at < len(lines):
        line = lines[at]
        may_part = not line.words or (len(line.fields) == 1 and line.may_be_of_table)
        if line.told:
            rows.append(line)
            end = at + 1
        elif not (rows and may_part and any(one.told for one in lines[at + 1 : at + (3 if line.words else 2)])):
            break
        at += 1
    return rows, end


def _counted(lines: Sequence[SpacedLine], at: int, least: int, text: str, edge: int) -> SpacedTable:
    """The table of rows that have as many values each as the first."""
    count = len(lines[at].values)
    if not count:
        return SpacedTable(at, at + 1)
    first = at - 1 if lines[at].name is None and at > least and lines[at - 1].may_be_of_table else at
    rows, end = _body(lines, first, lambda line: _in_order(line, count))
    begin, heads = (at, []) if count < FEWEST else heads_counted(lines, first, least, text, count, edge)
    is_list = count < FEWEST and at > least and gives_unit(lines[at - 1].text.strip())
    full = sum(bool(values) for _, values in rows)
    if full < _LEAST - (count >= _MANY) or not (heads or is_list):
        return SpacedTable(at, max(end, at + 1))
    return SpacedTable(begin, end, _cells(heads, rows, text))


def _in_order(line: SpacedLine, count: int) -> _Row | None:
    return (line.name, [*zip(line.values, itertools.count(1))]) if len(line.values) == count else None


def _aligned(
    lines: Sequence[SpacedLine],
    rows: Sequence[SpacedLine],
    at: tuple[int, int],
    least: int,
    text: str,
    columns: Columns,
) -> SpacedTable | None:
    """The table of rows whose pieces stand one under another, with heads that stand over them.

    Columns without heads are told apart by nothing, unless there is but one.
    """
    count = len(columns.extents) - 1
    if not count or len(rows) * count < _FEWEST_CELLS:
        return None
    first, end = at
    begin, heads = heads_aligned(lines, first, least, columns, text) or (-1, [])
    if begin < 0 or not (heads or (count == 1 and not _speak(rows))):
        return None
    body, length = _body(lines[first:end], 0, lambda line: _in_columns(line, columns), is_apart=True)
    return SpacedTable(begin, end, _cells(heads, body, text)) if length == end - first else None


def _in_columns(line: SpacedLine, columns: Columns) -> _Row | None:
    cells = columns.cells(line) if line.told else None
    if not cells:
        return None
    return (None, cells) if cells[0][1] else (cells[0][0], cells[1:])


def _untold(lines: Sequence[SpacedLine], rows: Sequence[SpacedLine], at: tuple[int, int], least: int) -> SpacedTable:
    """Lines of which no more is known than that they are of a table; none if each has one value, with its unit."""
    begin, end = at
    if sum(len(row.told) for row in rows) < _FEWEST_CELLS or _speak(rows):
        return SpacedTable(begin, max(end, begin + 1))
    over = itertools.takewhile(lambda n: lines[n].words, range(begin - 1, max(least, begin - 2 * MOST_HEADS) - 1, -1))
    begin = min([n for n in over if len(lines[n].fields) > 1 and lines[n].may_be_of_table], default=begin)
    told = [line for line in lines[begin:end] if line.words]
    places = [Span(line.words[0].start, line.words[-1].end) for line in told]
    return SpacedTable(begin, end, [Cell(one, n, 0, is_head=n < at[0] - begin) for n, one in enumerate(places)])


def _speak(rows: Sequence[SpacedLine]) -> bool:
    """Whether each row has one value, which prints its unit, so that it is read as prose is."""
    return all(len(row.told) == 1 and row.told[0][-1] in "%％" for row in rows)


def _cells(heads: Sequence[Heads], rows: Sequence[tuple[Span, Sequence[tuple[Span, int]]]], text: str) -> list[Cell]:
    """The cells of heads and rows; how far in a name stands is its level, but for a section set in the middle."""
    cells = [Cell(span, n, column, columns=width) for n, line in enumerate(heads) for span, column, width in line]
    before = [_blanks(name, text) for name, _ in rows]
    deepest = max(indent for indent, (_, values) in zip(before, rows, strict=True) if values)
    before = [indent if indent <= deepest else 0.0 for indent in before]
    levels = levels_of((0, indent) for indent in before)[0]
    for n, ((name, values), indent) in enumerate(zip(rows, before, strict=True), len(heads)):
        cells.append(Cell(name, n, 0, indent=levels[indent]))
        cells += [Cell(span, n, column) for span, column in values]
    return cells


def _blanks(name: Span, text: str) -> float:
    start = text.rfind("\n", 0, name.start) + 1
    return blanks_before(text[max(start, text.rfind("\r", start, name.start) + 1) : name.end])


def _body(
    lines: Sequence[SpacedLine], at: int, row_of: Callable[[SpacedLine], _Row | None], *, is_apart: bool = False
) -> tuple[list[tuple[Span, Sequence[tuple[Span, int]]]], int]:
    """The names and values of the rows, those of sections without values, and the line after the last.

    A line alone that is as long as the longest name goes on in the next line; values without a name stand in the
    middle of the lines of theirs, of which the first is taken. An empty line may part two rows. In columns told apart
    by their places values may have no name, and what goes on begins with a small letter.
    """
    goes_on = _begins_small if is_apart else _is_of_no_year
    told = filter(None, map(row_of, lines[at : at + _AHEAD]))
    longest = max((name.end - name.start for name, _ in told if name), default=0)
    rows: list[tuple[Span, Sequence[tuple[Span, int]]]] = []
    opening: Span | None = None
    end = at
    while at < len(lines):
        if not lines[at].words and rows and opening is None and at + 1 < len(lines) and lines[at + 1].name:
            at += 1
            if row_of(lines[at]) is None:
                break
        line = lines[at]
        row = row_of(line)
        if row is None and not (line.values or line.told) and line.may_be_of_table and opening is None:
            opening, at = line.name, at + 1
            continue
        name = opening if row is None or row[0] is None else row[0]
        if row is not None and name is None and is_apart:
            name = Span(line.start, line.start)
        if row is None or name is None:
            break
        if row[0] is None and opening is not None:
            at += _has_rest(lines[at + 1 : at + 3])
        elif opening is not None and opening.end - opening.start >= longest - 1 and goes_on(line, name):
            name = Span(opening.start, name.end)
        elif opening is not None:
            rows.append((opening, ()))
        rows.append((name, row[1]))
        opening, at = None, at + 1
        end = at
    return rows, end


def _begins_small(line: SpacedLine, name: Span) -> bool:
    return line.cut(name)[:1].islower()


def _is_of_no_year(line: SpacedLine, _: Span) -> bool:
    return not line.is_of_year


def _has_rest(after: Sequence[SpacedLine]) -> bool:
    """Whether the line after values without a name has the rest of it, and is not the name of the next."""
    rest = bool(after) and not after[0].values and after[0].may_be_of_table
    return rest and not (len(after) > 1 and after[1].name is None and bool(after[1].values))
