"""The lines that are drawn on a page as the walls of tables, and the cells that they enclose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from shandong_econ.grids import Entry
from shandong_econ.sources.pdf_lines import Glyph, Line, lines_of_page
from shandong_econ.sources.sheets import is_value

_NEAR = 3.0  # points by which lines that meet may miss one another
_LEAST = 8.0  # points of the smallest cell
_MOST_RULINGS = 5000  # of a page; there are more in drawings and maps
_ONE_ROW = 2  # edges, above it and below it
_PROSE = 300  # characters of a cell from which on the walls are those of a page, and not of a table


@attrs.frozen
class Ruling:
    """A line that is drawn across or down a page: how high or far right it is, and from where to where it goes."""

    is_across: bool
    at: float
    start: float
    end: float


@attrs.frozen
class Ruled:
    """A table with walls: its cells, the edges of its columns, and where it stands on the page."""

    entries: tuple[Entry, ...]
    edges: tuple[float, ...]
    top: float
    bottom: float


@attrs.frozen
class _Lattice:
    """Walls that meet one another, and the edges of the rows, from the top, and of the columns that they make."""

    rulings: tuple[Ruling, ...]
    rows: tuple[float, ...]
    columns: tuple[float, ...]

    def holds(self, glyph: Glyph) -> bool:
        x, y = (glyph.left + glyph.right) / 2, glyph.bottom + glyph.size / 2
        return self.columns[0] < x < self.columns[-1] and self.rows[-1] < y < self.rows[0]

    def has_wall(self, *, across: bool, at: float, middle: float) -> bool:
        return any(
            each.is_across == across and abs(each.at - at) <= _NEAR and each.start - _NEAR <= middle <= each.end + _NEAR
            for each in self.rulings
        )


def ruled_tables(glyphs: Sequence[Glyph], rulings: Iterable[Ruling]) -> tuple[list[Ruled], list[Glyph]]:
    """The tables with walls on a page, from the top, and the characters that stand in none."""
    tables: list[Ruled] = []
    rest = list(glyphs)
    for lattice in _lattices(list(rulings)):
        inside = [glyph for glyph in rest if lattice.holds(glyph)]
        if len(lattice.rows) == _ONE_ROW and not _is_last(lattice, rest):
            continue
        entries = _entries(lattice, inside)
        if len({entry.column for entry in entries if entry.words}) < 2 or any(len(e.words) > _PROSE for e in entries):
            continue
        tables.append(Ruled(tuple(entries), lattice.columns, lattice.rows[0], lattice.rows[-1]))
        rest = [glyph for glyph in rest if not lattice.holds(glyph)]
    return sorted(tables, key=lambda table: -table.top), rest


def _is_last(lattice: _Lattice, glyphs: Iterable[Glyph]) -> bool:
    """Whether no more than one line, which numbers the page, stands under a table: its rows may go on on the next."""
    return len(lines_of_page(glyph for glyph in glyphs if glyph.bottom < lattice.rows[-1])) <= 1


def goes_on(table: Ruled, other: Ruled) -> bool:
    """Whether a table on the next page has the columns of one before, some of which may be parted further on one."""
    fewer, more = sorted((table.edges, other.edges), key=len)
    ends = ((fewer[0], more[0]), (fewer[-1], more[-1]))
    return (
        other.bottom >= table.bottom
        and all(abs(one - two) <= _NEAR for one, two in ends)
        and all(any(abs(one - two) <= _NEAR for two in more) for one in fewer)
    )


def joined(tables: Sequence[Ruled]) -> list[Entry]:
    """The cells of tables that go on from page to page, without the heads that are repeated on each."""
    finest = max((table.edges for table in tables), key=len)
    tables = [_parted_at(finest, table) for table in tables]
    entries = list(tables[0].entries)
    for table in tables[1:]:
        rows, above = _rows(table.entries), _rows(tables[0].entries)
        same = next((n for n, (one, two) in enumerate(zip(rows, above, strict=False)) if one != two), 0)
        first, end = tables[0].entries[0].row + same, max(entry.row + entry.rows for entry in entries)
        entries += [attrs.evolve(entry, row=entry.row - first + end) for entry in table.entries if entry.row >= first]
    return entries


def _parted_at(edges: Sequence[float], table: Ruled) -> Ruled:
    """The table with its cells in columns with these edges, of which it may have fewer."""
    if len(edges) == len(table.edges):
        return table
    places = [min(range(len(edges)), key=lambda n: abs(edges[n] - edge)) for edge in table.edges]
    starts = [(places[entry.column], places[entry.column + entry.columns]) for entry in table.entries]
    entries = zip(table.entries, starts, strict=True)
    return attrs.evolve(
        table, entries=tuple(attrs.evolve(entry, column=first, columns=end - first) for entry, (first, end) in entries)
    )


def _rows(entries: Iterable[Entry]) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for entry in entries:
        rows.setdefault(entry.row, []).append(entry.words)
    return list(rows.values())


def _lattices(rulings: Sequence[Ruling]) -> Iterator[_Lattice]:
    """Groups of rulings that meet, of which two across and one down, at least, part a table."""
    if len(rulings) > _MOST_RULINGS:
        return
    left = [*_whole(rulings, across=True), *_whole(rulings, across=False)]
    while left:
        group, waiting = [], [left.pop()]
        while waiting:
            one = waiting.pop()
            group.append(one)
            meeting = [other for other in left if _meet(one, other)]
            waiting += meeting
            left = [other for other in left if other not in meeting]
        across = [each for each in group if each.is_across]
        if len(across) > 1 and len(across) < len(group):
            sides = [side for each in across for side in (each.start, each.end)]
            columns = _edges([*(each.at for each in group if not each.is_across), min(sides), max(sides)])
            heights = [side for each in group if not each.is_across for side in (each.start, each.end)]
            rows = _edges([*(each.at for each in across), min(heights), max(heights)])[::-1]
            if len(rows) >= _ONE_ROW and len(columns) > 2:
                yield _Lattice(tuple(group), tuple(rows), tuple(columns))


def _whole(rulings: Iterable[Ruling], *, across: bool) -> Iterator[Ruling]:
    """The rulings of one direction, those joined that are pieces of one."""
    last: Ruling | None = None
    ordered = sorted(
        (each for each in rulings if each.is_across == across), key=lambda each: (round(each.at), each.start)
    )
    for each in ordered:
        if last is not None and abs(each.at - last.at) <= _NEAR / 2 and each.start <= last.end + _NEAR:
            last = attrs.evolve(last, end=max(last.end, each.end))
            continue
        if last is not None and last.end - last.start >= _LEAST:
            yield last
        last = each
    if last is not None and last.end - last.start >= _LEAST:
        yield last


def _meet(one: Ruling, other: Ruling) -> bool:
    if one.is_across == other.is_across:
        return False
    return one.start - _NEAR <= other.at <= one.end + _NEAR and other.start - _NEAR <= one.at <= other.end + _NEAR


def _edges(places: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _LEAST / 2:
            edges.append(place)
    return edges


def _entries(lattice: _Lattice, glyphs: Sequence[Glyph]) -> list[Entry]:
    """The cells of a lattice with their words; rows that no wall parts are parted by the lines of their values."""
    entries: list[Entry] = []
    shift = 0
    by_cell = _by_cell(lattice, glyphs)
    cells = sorted(by_cell)
    starts = _starts(lattice, by_cell)
    for row in range(len(lattice.rows) - 1):
        own = [(cell, by_cell[cell]) for cell in cells if cell[0] == row]
        lines = {cell: lines_of_page(inside) for cell, inside in own}
        heights = _heights(lines)
        for (top, column, height, width), found in lines.items():
            indent = max(0, round((found[0].left - starts[column]) / found[0].size)) if found else 0
            if len(heights) < 2 or height > 1:
                words = "\n".join(line.text for line in found)
                entries.append(Entry(words, top + shift, column, height, width, indent))
            else:
                for n, words in enumerate(_at_heights(found, heights)):
                    entries.append(Entry(words, top + shift + n, column, 1, width))
        shift += max(0, len(heights) - 1)
    return entries


_Cell = tuple[int, int, int, int]  # row, column, and how many of each it covers


def _starts(lattice: _Lattice, by_cell: Mapping[_Cell, Sequence[Glyph]]) -> list[float]:
    """Where the words of each column begin that are set furthest left; where they are centred, beyond all of them."""
    starts = []
    for n, (left, right) in enumerate(pairwise(lattice.columns)):
        cells = [cell for (_, column, _, width), cell in by_cell.items() if (column, width) == (n, 1) and cell]
        edges = [(min(g.left for g in cell) - left, right - max(g.right for g in cell)) for cell in cells]
        centred = sum(abs(before - behind) < _NEAR for before, behind in edges)
        starts.append(right if 2 * centred > len(edges) else left + min((before for before, _ in edges), default=0))
    return starts


def _by_cell(lattice: _Lattice, glyphs: Iterable[Glyph]) -> dict[_Cell, list[Glyph]]:
    cell_of = {
        (row, column): cell
        for cell in _cells(lattice)
        for row in range(cell[0], cell[0] + cell[2])
        for column in range(cell[1], cell[1] + cell[3])
    }
    found: dict[_Cell, list[Glyph]] = {cell: [] for cell in cell_of.values()}
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.bottom + glyph.size / 2
        row = sum(edge > y for edge in lattice.rows) - 1
        column = sum(edge < x for edge in lattice.columns) - 1
        found[cell_of[row, column]].append(glyph)
    return found


def _cells(lattice: _Lattice) -> Iterator[_Cell]:
    """The rectangles that walls enclose; from each free place as far right, and then as far down, as no wall stands."""
    rows, columns = list(pairwise(lattice.rows)), list(pairwise(lattice.columns))
    taken: set[tuple[int, int]] = set()
    for row, (top, bottom) in enumerate(rows):
        for column, (left, right) in enumerate(columns):
            if (row, column) in taken:
                continue
            width = height = 1
            middle = (top + bottom) / 2
            while column + width < len(columns) and (row, column + width) not in taken:
                if lattice.has_wall(across=False, at=columns[column + width][0], middle=middle):
                    break
                width += 1
            middle = (left + right) / 2
            while row + height < len(rows):
                if lattice.has_wall(across=True, at=rows[row + height][0], middle=middle):
                    break
                height += 1
            taken.update((row + n, column + m) for n in range(height) for m in range(width))
            yield row, column, height, width


def _heights(lines: dict[_Cell, list[Line]]) -> list[float]:
    """The heights of the lines of a row that is several, for one of its cells has a value in each of several lines."""
    values = [found for cell, found in lines.items() if cell[2] == 1 and len(found) > 1]
    if not any(all(is_value(line.text) for line in found) for found in values):
        return []
    heights: list[float] = []
    for line in sorted((line for found in lines.values() for line in found), key=lambda line: -line.bottom):
        if not heights or heights[-1] - line.bottom > line.size / 2:
            heights.append(line.bottom)
    return heights


def _at_heights(lines: Iterable[Line], heights: Sequence[float]) -> list[str]:
    words = [""] * len(heights)
    for line in lines:
        nearest = min(range(len(heights)), key=lambda n: abs(heights[n] - line.bottom))
        words[nearest] = f"{words[nearest]}\n{line.text}".strip()
    return words
