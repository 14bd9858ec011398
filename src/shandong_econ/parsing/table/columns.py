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
    over = {column: _over(matrix, region, column, home) for column in region.of_role(FIGURES)}
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


def _over(matrix: Matrix, region: Region, column: int, home: Area | None) -> Sequence[Head]:
    found = []
    for at in dict.fromkeys(_cell_over(matrix, region, row, column) for row in region.heads):
        if at >= 0:
            cell = matrix.cells[at]
            found.append(head_of(matrix.text, cell.span.start, cell.span.end, matrix.language, home))
    return found


def _cell_over(matrix: Matrix, region: Region, row: int, column: int) -> int:
    """The cell of a row of heads that is over a column; where none is merged, an empty place is of that before it."""
    if matrix.kind(row, column) != EMPTY:
        return matrix.rows[row][column]
    below = [one for one in region.heads if one > row]
    merged = any(matrix.cells[at].columns > 1 for one in region.heads for at in matrix.rows[one] if at >= 0)
    if merged or not any(matrix.kind(one, column) != EMPTY for one in below):
        return -1
    stubs = region.of_role(STUB)
    for before in range(column - 1, region.columns[0] - 1, -1):
        if before in stubs:
            return -1
        if matrix.kind(row, before) != EMPTY:
            return matrix.rows[row][before] if any(matrix.kind(one, before) != EMPTY for one in below) else -1
    return -1
