"""A grid as a square of places, each with its cell, and what that is: empty, a mark, a value, a year, words."""

from __future__ import annotations

import re
from functools import cached_property

import attrs

from shandong_econ.grids import Cell, Grid
from shandong_econ.model import Qualifier
from shandong_econ.parsing.finding.times import find_times
from shandong_econ.parsing.resolving.unit_classes import SPANS
from shandong_econ.parsing.table.amounts import amount_in, amounts_in, is_size
from shandong_econ.parsing.table.units import gives_power, unit_of
from shandong_econ.parsing.table.words import are_numbers, is_corner, says

EMPTY, MARK, VALUE, YEAR, WORDS = "empty", "mark", "value", "year", "words"
_SPANS = SPANS | {"DAYS", None}
_YEAR = re.compile(r"(?:19|20)\d\d(?: ?\([^()\d]{1,20}\)| ?[a-z]\))?")  # 2022, with its unit (%), or a mark: a)
_MONTH = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])")  # in the first column 202305 is a month


@attrs.frozen
class Matrix:
    """A grid of a cleaned text: at each place the number of its cell, or -1."""

    text: str
    language: str
    cells: tuple[Cell, ...]
    kinds: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0])

    @cached_property
    def last_of_values(self) -> int:
        """The last row with a value, -1 if there is none: rows of words behind it head nothing."""
        ends = (cell.row + cell.rows for cell, kind in zip(self.cells, self.kinds, strict=True) if kind == VALUE)
        return max(ends, default=0) - 1

    def kind(self, row: int, column: int) -> str:
        """What stands at a place."""
        at = self.rows[row][column]
        return EMPTY if at < 0 else self.kinds[at]

    def words(self, at: int) -> str:
        """The words of a cell."""
        return self.cells[at].span.cut(self.text) if at >= 0 else ""

    def telling(self, row: int) -> list[int]:
        """The cells of a row that are not empty, each once."""
        return [at for at in dict.fromkeys(self.rows[row]) if at >= 0 and self.kinds[at] != EMPTY]


def matrix_of(grid: Grid, text: str, language: str) -> Matrix:
    """The square of a grid that stands in a cleaned text."""
    height, width = grid.height, grid.width
    places = [[-1] * width for _ in range(height)]
    for n, cell in enumerate(grid.cells):
        for row in range(cell.row, cell.row + cell.rows):
            places[row][cell.column : cell.column + cell.columns] = [n] * cell.columns
    kinds = tuple(_kind(text, cell, language) for cell in grid.cells)
    return _set_right(Matrix(text, language, grid.cells, kinds, tuple(map(tuple, places))))


def _kind(text: str, cell: Cell, language: str) -> str:
    words = cell.span.cut(text).strip()
    if not words:
        return EMPTY
    if says(words, "empty"):
        return MARK
    if _YEAR.fullmatch(words) or (cell.column == 0 and _MONTH.fullmatch(words)):
        return YEAR
    is_inside = cell.row and cell.column and not cell.is_head
    if gives_power(words, language) or (not is_inside and is_size(words)):
        return WORDS
    place = (text, cell.span.start, cell.span.end, language)
    amount = next(iter(amounts_in(*place)), None) if is_inside else amount_in(*place)
    if amount is not None and not is_inside and amount.qualifier in (Qualifier.GE, Qualifier.LE):
        return WORDS  # 60 and over
    if amount is None or (amount.unit is not None and amount.unit.code in _SPANS and _is_time(words, language)):
        return WORDS
    return VALUE


def _is_time(words: str, language: str) -> bool:
    """Whether words with a number are a time and no amount of it: 2022年, 6月."""
    times = find_times(words, language, 0, len(words))
    return bool(times) and times[0].start == 0 and times[0].end == len(words)


def _set_right(matrix: Matrix) -> Matrix:
    """The square with rows moved to the right that a page put beside their columns, where that leaves no doubt.

    The page lost a cell that covered several rows, or the head of the numbers. Others with values that end before the
    last column, and are not as the rows above them, are emptied then.
    """
    rows = [matrix.rows[0]]
    odd: list[int] = []
    for row in range(1, len(matrix.rows)):
        here = matrix.rows[row]
        lost = len(here) - max((n + 1 for n in range(len(here)) if matrix.kind(row, n) != EMPTY), default=0)
        fits = lost > 0 and _fits(matrix, here, rows[-1], lost)
        rows.append(_moved(here, lost) if fits else here)
        if lost and not fits and _kinds(matrix, here)[:-lost] != _kinds(matrix, rows[-2])[:-lost]:
            odd.append(row)
    if any(row != before for row, before in zip(rows, matrix.rows, strict=True)):
        for row in odd:
            rows[row] = (-1,) * matrix.width if VALUE in _kinds(matrix, rows[row]) else rows[row]
    heads = next((row for row in range(len(rows)) if matrix.words(rows[row][0]) == "1"), 0)
    if heads and are_numbers([matrix.words(row[0]) for row in rows[heads:]]) and _lack_one(matrix, heads):
        rows[:heads] = [_moved(row, 1) for row in rows[:heads]]
    return attrs.evolve(matrix, rows=tuple(rows))


def _moved(row: tuple[int, ...], places: int) -> tuple[int, ...]:
    return (*[-1] * places, *row[:-places])


def _kinds(matrix: Matrix, row: tuple[int, ...]) -> list[str]:
    return [EMPTY if at < 0 else matrix.kinds[at] for at in row]


def _fits(matrix: Matrix, row: tuple[int, ...], above: tuple[int, ...], lost: int) -> bool:
    """Whether a row has in all its places what the one above it has so many places further right, and not there."""
    own, there = (_kinds(matrix, each) for each in (row, above))
    kept = own[:-lost]
    return (
        VALUE in kept
        and EMPTY not in kept
        and kept == there[lost:]
        and kept != there[:-lost]
        and unit_of(matrix.words(above[lost]), matrix.language) is None
    )


def _lack_one(matrix: Matrix, heads: int) -> bool:
    """Whether heads begin with that of the names, over numbers of rows, and end before the last column does."""
    last = matrix.width - 1
    return (
        is_corner(matrix.words(matrix.rows[0][0]))
        and all(matrix.kind(row, last) == EMPTY for row in range(heads))
        and any(matrix.kind(row, last) == VALUE for row in range(heads, len(matrix.rows)))
    )
