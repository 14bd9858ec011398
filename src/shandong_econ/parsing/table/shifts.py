"""Rows beside their columns, since a page lost a cell that covered several rows, or the head of the numbers."""

from __future__ import annotations

import attrs

from shandong_econ.parsing.table.matrix import EMPTY, VALUE, Matrix
from shandong_econ.parsing.table.units import unit_of
from shandong_econ.parsing.table.words import are_numbers, is_corner


def set_right(matrix: Matrix) -> Matrix:
    """The square with such rows moved to the right, where what stands in them leaves no doubt.

    Others with values that end before the last column, and are not as the rows above them, are emptied then.
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
