"""A table that stands in a text: its cells, each at its place and with the characters that it has in the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from shandong_econ.model import Span
from shandong_econ.model.checks import all_are, as_tuple, is_a, refuse

MOST_PLACES = 250_000
"""Rows times columns of a grid: a larger one is no table of a bulletin."""


_NUMBERS = ("row", "column", "rows", "columns", "indent")


@attrs.frozen
class Cell:
    """A cell of a table: its words are `span.cut(text)`; a merged one stands once and covers several places."""

    span: Span
    """Where its words stand in the text; of an empty cell, of no length."""
    row: int
    """The row in which it begins, from 0."""
    column: int
    """The column in which it begins, from 0."""
    rows: int = 1
    """How many rows it covers."""
    columns: int = 1
    """How many columns it covers."""
    indent: int = 0
    """How many levels further in than the outermost cells of its column it begins."""
    is_head: bool | None = None
    """Whether the document calls it a head; None where the document does not say."""

    def __attrs_post_init__(self) -> None:  # one check of all, as there may be very many cells
        if not isinstance(self.span, Span):
            raise refuse(self, "span", self.span, "give a Span")
        numbers = (self.row, self.column, self.rows, self.columns, self.indent)
        if {*map(type, numbers)} != {int} or min(numbers) < 0 or not (self.rows and self.columns):
            for name, value, least in zip(_NUMBERS, numbers, (0, 0, 1, 1, 0), strict=True):
                if type(value) is not int or value < least:
                    raise refuse(self, name, value, f"give a whole number from {least}")
        if self.is_head is not None and not isinstance(self.is_head, bool):
            raise refuse(self, "is_head", self.is_head, "give True, False, or None where the document does not say")


@attrs.frozen
class Grid:
    """A table of a document: its cells, and the places of the lines that belong to it.

    Cells stand by rows, then by columns, and neither overlap nor leave the span; places without a cell are empty.
    `caption`, and the lines above and below, are those that the document gives to the table or that stand next to it
    and say so; there may be more in the text round it.
    """

    cells: tuple[Cell, ...] = attrs.field(converter=as_tuple, validator=all_are(Cell))
    """The cells, in the order of rows and then of columns."""
    span: Span = attrs.field(validator=is_a(Span))
    """The lines of its rows, from the first character to the last."""
    caption: Span | None = attrs.field(default=None, validator=is_a(Span, optional=True))
    """The words that name the table."""
    above: tuple[Span, ...] = attrs.field(default=(), converter=as_tuple, validator=all_are(Span))
    """Other lines over it, such as that of the unit."""
    below: tuple[Span, ...] = attrs.field(default=(), converter=as_tuple, validator=all_are(Span))
    """Lines under it, such as notes."""

    def __attrs_post_init__(self) -> None:
        if not self.cells:
            raise refuse(self, "cells", self.cells, "a table has a cell at least: leave it out")
        _check_places(self)
        _check_spans(self)

    @property
    def height(self) -> int:
        """How many rows it has."""
        return max(cell.row + cell.rows for cell in self.cells)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(cell.column + cell.columns for cell in self.cells)


def check_in_text(owner: object, grids: Sequence[Grid], text: str) -> None:
    """Refuses, with a ModelError, grids that leave the text, or do not stand one after another in it."""
    for n, grid in enumerate(grids):
        own = [grid.span, *grid.above, *grid.below, *filter(None, [grid.caption])]
        if max(span.end for span in own) > len(text):
            raise refuse(owner, f"tables[{n}].span", grid.span, f"the text has {len(text)} characters")
    for n, (one, other) in enumerate(pairwise(grids)):
        if other.span.start < one.span.end:
            raise refuse(owner, f"tables[{n + 1}].span", other.span, f"the table before it ends at {one.span.end}")


def _check_places(grid: Grid) -> None:
    height, width = grid.height, grid.width
    if height * width > MOST_PLACES:
        raise refuse(grid, "cells", (height, width), f"a table has at most {MOST_PLACES} places: split it")
    taken = bytearray(height * width)
    for n, cell in enumerate(grid.cells):
        covered = b"\1" * cell.columns
        for row in range(cell.row, cell.row + cell.rows):
            start = row * width + cell.column
            if any(taken[start : start + cell.columns]):
                raise refuse(grid, f"cells[{n}]", cell, "another cell covers this place: let each place have one")
            taken[start : start + cell.columns] = covered


def _check_spans(grid: Grid) -> None:
    start, end = grid.span.start, grid.span.end
    for n, cell in enumerate(grid.cells):
        if not start <= cell.span.start <= cell.span.end <= end:
            raise refuse(grid, f"cells[{n}].span", cell.span, f"give a place within the table's own, {grid.span}")
    for n, (one, other) in enumerate(pairwise(grid.cells)):
        if (one.row, one.column) > (other.row, other.column) or one.span.end > other.span.start:
            raise refuse(grid, f"cells[{n + 1}]", other, "give the cells by rows and then by columns, as in the text")
