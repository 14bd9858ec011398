"""Paragraphs and tables laid into one text: a row a line, its cells apart by a tab, every cell with its span."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import attrs

from shandong_econ.errors import ReadError
from shandong_econ.grids.grid import MOST_PLACES, Cell, Grid
from shandong_econ.grids.surroundings import gathered
from shandong_econ.model import Span

_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_BLANKS = " \t\xa0\u2002\u2003\u3000"
_BROKEN_WORD = f"(?<={_WIDE})[^\\S\n]*\n\\s*(?={_WIDE})"  # compiled where a table needs it: its classes are large


@attrs.frozen
class Entry:
    """A cell before it stands in a text; `indent` is how far in its words begin, in any measure of its table."""

    words: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    indent: float = 0
    is_head: bool | None = None


@attrs.frozen
class Table:
    """A table before it stands in a text, with the lines that belong to it."""

    entries: tuple[Entry, ...]
    caption: str | None = None
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


def table_of(rows: Iterable[Iterable[str]]) -> Table:
    """The table of rows of words, whose cells are not merged; None of them is called a head.

    >>> table_of([["a", ""], ["b", "1"]]).entries[3].words
    '1'
    """
    return Table(tuple(Entry(words, r, c) for r, row in enumerate(rows) for c, words in enumerate(row)))


def laid(blocks: Iterable[str | Table]) -> tuple[str, tuple[Grid, ...]]:
    r"""The text of blocks and the grids of its tables: a paragraph a line, a row a line, empty lines between blocks.

    Words of a cell stand on one line, with one space for any run of spaces. Rows and columns without words are left
    out. Lines over and under a table that say that they are its own belong to it. ReadError if a table is too large.

    >>> text, (grid,) = laid(["单位：亿元", table_of([["指标", "2022", "2021"], ["出口", "20309", ""]])])
    >>> text
    '单位：亿元\n指标\t2022\t2021\n出口\t20309\t\n'
    >>> [cell.span.cut(text) for cell in grid.cells], grid.above[0].cut(text)
    (['指标', '2022', '2021', '出口', '20309', ''], '单位：亿元')
    """
    text = _Text()
    for block in gathered(_plain(block) for block in blocks):
        text.part()
        if isinstance(block, str):
            text.line(block)
        else:
            _lay(attrs.evolve(block, entries=tuple(_without_empty(block.entries))), text)
    return text.whole(), tuple(text.grids)


class _Text:
    """A text that grows line by line, and the grids in it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.end = 0
        self.grids: list[Grid] = []

    def add(self, words: str) -> Span:
        start, self.end = self.end, self.end + len(words)
        self._pieces.append(words)
        return Span(start, self.end)

    def line(self, words: str) -> Span:
        span = self.add(words)
        self.add("\n")
        return span

    def part(self) -> None:
        if self._pieces:
            self.add("\n")

    def whole(self) -> str:
        return "".join(self._pieces)


def _plain(block: str | Table) -> str | Table:
    """The block with the words of each cell and line on one line; a table of one column is its lines."""
    if isinstance(block, str):
        return block
    caption = None if block.caption is None else on_one_line(block.caption)
    above, below = (tuple(filter(None, map(on_one_line, lines))) for lines in (block.above, block.below))
    entries = tuple(_on_one_line(entry) for entry in block.entries)
    if len({entry.column for entry in entries if entry.words}) < 2:
        return "\n".join([caption or "", *above, *(entry.words for entry in block.entries), *below])
    return Table(entries, caption or None, above, below)


def _on_one_line(entry: Entry) -> Entry:
    words = on_one_line(entry.words)
    return entry if words == entry.words else attrs.evolve(entry, words=words)


def on_one_line(words: str) -> str:
    r"""The words with one space for each run of spaces and breaks; a word of Chinese that is broken off is whole.

    >>> on_one_line("地区生产\n  总值\n(亿元)")
    '地区生产总值 (亿元)'
    """
    return " ".join(re.sub(_BROKEN_WORD, "", words).split())


def _without_empty(entries: Sequence[Entry]) -> list[Entry]:
    telling = [entry for entry in entries if entry.words]
    rows = sorted({entry.row for entry in telling})
    columns = sorted({entry.column for entry in telling})
    row_at, column_at = _places(rows), _places(columns)
    return sorted(
        (
            Entry(
                entry.words,
                row_at[entry.row],
                column_at[entry.column],
                1 if entry.rows == 1 else _kept(rows, entry.row, entry.rows),
                1 if entry.columns == 1 else _kept(columns, entry.column, entry.columns),
                entry.indent,
                entry.is_head,
            )
            for entry in entries
            if entry.row in row_at and entry.column in column_at
        ),
        key=_place,
    )


def _place(entry: Entry) -> tuple[int, int]:
    return entry.row, entry.column


def _places(kept: Sequence[int]) -> dict[int, int]:
    return {number: place for place, number in enumerate(kept)}


def _kept(kept: Sequence[int], start: int, count: int) -> int:
    return bisect_left(kept, start + count) - bisect_left(kept, start)


def _lay(table: Table, text: _Text) -> None:
    caption = None if table.caption is None else text.line(table.caption)
    above = [text.line(line) for line in table.above]
    cells, start = [], text.end
    levels = levels_of((entry.column, entry.indent) for entry in table.entries if entry.words)
    for row, places in enumerate(_filled(table.entries)):
        text.add("\n" if row else "")
        for column, entry in enumerate(places):
            text.add("\t" if column else "")
            if entry is not None:
                indent = levels[column][entry.indent] if entry.words else 0
                text.add("\u3000" * indent)
                span = text.add(entry.words)
                cells.append(Cell(span, row, column, entry.rows, entry.columns, indent, entry.is_head))
    span = Span(start, text.end)
    text.add("\n")
    text.grids.append(Grid(cells, span, caption, above, [text.line(line) for line in table.below]))


def _filled(entries: Sequence[Entry]) -> list[list[Entry | None]]:
    """The rows of a table: at each place the entry that begins there, an empty one if none covers it, or None."""
    height = max(entry.row + entry.rows for entry in entries)
    width = max(entry.column + entry.columns for entry in entries)
    check_size(height, width, entries[0].words)
    places: list[list[Entry | None]] = [[Entry("", row, column) for column in range(width)] for row in range(height)]
    for entry in entries:
        for row in range(entry.row, entry.row + entry.rows):
            if None in places[row][entry.column : entry.column + entry.columns]:
                where = f"row {row + 1}, column {entry.column + 1}"
                raise ReadError(f"two cells of a table cover one place ({where}, {entry.words[:40]!r}): part them")
            places[row][entry.column : entry.column + entry.columns] = [None] * entry.columns
    for entry in entries:
        places[entry.row][entry.column] = entry
    return places


def check_size(height: int, width: int, opening: str) -> None:
    """ReadError, which names the table by its first words, if it has more places than a table of a bulletin."""
    if height * width > MOST_PLACES:
        where = f"the table that begins with {opening[:40]!r}"
        raise ReadError(f"{where} has {height} rows and {width} columns, which is more than a bulletin's: split it")


def levels_of(indents: Iterable[tuple[int, float]]) -> dict[int, dict[float, int]]:
    """Of each column, by its number, the levels of the indents in it."""
    found: dict[int, set[float]] = {}
    for column, indent in indents:
        found.setdefault(column, set()).add(indent)
    return {column: {indent: level for level, indent in enumerate(sorted(each))} for column, each in found.items()}


def blanks_before(words: str) -> float:
    """How many characters of Chinese the blanks before words are wide.

    >>> blanks_before("　其中"), blanks_before("  of which")
    (1.0, 1.0)
    """
    blanks = words[: len(words) - len(words.lstrip(_BLANKS))]
    return sum(1.0 if sign in "\u3000\u2003" else 0.5 for sign in blanks)
