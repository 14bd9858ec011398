"""The heads over each column of figures, those of several rows and those that go over several columns too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from shandong_econ.model import Area
from shandong_econ.parsing.table.heads import Head, head_of
from shandong_econ.parsing.table.matrix import EMPTY, Matrix
from shandong_econ.parsing.table.regions import FIGURES, STUB, Region


def heads_over(matrix: Matrix, region: Region, home: Area | None) -> Mapping[int, Sequence[Head]]:
    """The heads over each column of figures, the uppermost first.

    A column of growths, ranks or shares without a name of its own is of what the column before it names.
    """
    merged = any(matrix.cells[at].columns > 1 for row in region.heads for at in matrix.rows[row] if at >= 0)
    places = {row: _places_over(matrix, region, row, merged=merged) for row in region.heads}
    over = {
        column: _over(matrix, [places[row][column] for row in region.heads], home) for column in region.of_role(FIGURES)
    }
    named: Sequence[Head] = ()
    found = {}
    for column, heads in over.items():
        if heads and heads[-1].measure is not None and not heads[-1].name:
            found[column] = _with_names(heads, named)
        else:
            named = found[column] = heads
    return found


def _with_names(heads: Sequence[Head], named: Sequence[Head]) -> Sequence[Head]:
    """The heads of a growth with the names of the column that it is of, if the same heads are over both."""
    if not named or not any(head.name for head in named):
        return heads
    above, own = heads[:-1], named[:-1]
    if above != own or (heads[-1].times and above):
        return (
            heads if above else [*(attrs.evolve(one, times=()) for one in named[:-1]), _name_of(named[-1]), heads[-1]]
        )
    return [*above, _name_of(named[-1]), heads[-1]]


def _name_of(head: Head) -> Head:
    """A head for its name alone."""
    return Head(head.start, head.end, head.name, head.at, head.to)


def _over(matrix: Matrix, places: Sequence[int], home: Area | None) -> Sequence[Head]:
    cells = [matrix.cells[at] for at in dict.fromkeys(places) if at >= 0]
    return [head_of(matrix.text, cell.span.start, cell.span.end, matrix.language, home) for cell in cells]


def _places_over(matrix: Matrix, region: Region, row: int, *, merged: bool) -> list[int]:
    """The cell of a row of heads over each column: where none is merged, an empty place is of the one before it.

    It is so only where both have a head of their own below.
    """
    below = {
        column for one in region.heads if one > row for column in region.columns if matrix.kind(one, column) != EMPTY
    }
    found = [-1] * matrix.width
    last, stubs = -1, region.of_role(STUB)
    for column in region.columns:
        if matrix.kind(row, column) != EMPTY:
            found[column] = matrix.rows[row][column]
            last = found[column] if column in below and column not in stubs else -1
        elif not merged and column in below:
            found[column] = last
    return found
