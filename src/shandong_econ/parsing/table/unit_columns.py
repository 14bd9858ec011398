"""The units that columns of units give for the rows of a table: 万元, or a mark that says as above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shandong_econ.parsing.table.matrix import MARK, Matrix
from shandong_econ.parsing.table.units import Measured, unit_in_column
from shandong_econ.parsing.table.words import says


def units_of_rows(matrix: Matrix, columns: Sequence[int]) -> Mapping[int, tuple[Measured, ...]]:
    """The units of each row for which the columns give any; a mark for it says that it is that of the row above."""
    found: dict[int, tuple[Measured, ...]] = {}
    for column in columns:
        told: tuple[Measured, ...] = ()
        for row, at in enumerate(cells[column] for cells in matrix.rows):
            words = matrix.words(at)
            if not row or not says(words, "ditto"):
                told = unit_in_column(words, matrix.language)
            if told and matrix.kind(row, column) != MARK:
                found.setdefault(row, told)
    return found
