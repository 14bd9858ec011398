"""Laws of tables in documents: every kind of document that says a table gives the same grid, and no word is lost."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from tests.sources.drawn import MERGED, PLAIN, Drawn, cells_of, tables

from shandong_econ.grids import Grid
from shandong_econ.hookspecs import Document
from shandong_econ.sources import writing

pytestmark = pytest.mark.usefixtures("as_grids")


@pytest.fixture
def as_grids(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables stand in the text as grids."""
    monkeypatch.setattr(writing, "AS_GRIDS", True)


def read(kind: str, table: Drawn) -> tuple[Document, Grid]:
    source, make = (MERGED | PLAIN)[kind]  # type: ignore[operator]  # both are dictionaries
    (document,) = source.read(BytesIO(make(table)))
    (grid,) = document.tables
    return document, grid


@pytest.mark.parametrize("kind", [*MERGED, *PLAIN])
@given(table=tables())
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_same_table_is_the_same_grid(kind: str, table: Drawn) -> None:
    """Cells, their places and their indents are those drawn; where a kind has no merged cells, each has one place."""
    document, grid = read(kind, table)
    drawn = list(table.cells())
    if kind in PLAIN:
        drawn = [(row, column, 1, 1, indent, words) for row, column, _, _, indent, words in drawn]
    assert cells_of(grid, document) == drawn
    around = [grid.caption, *grid.above, *grid.below]
    assert [span and span.cut(document.text) for span in around] == [
        table.caption,
        *filter(None, [table.unit]),
        *filter(None, [table.note]),
    ]


@pytest.mark.parametrize("kind", ["html", "docx", "markdown"])
@given(table=tables())
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_heads_are_those_that_the_document_calls_so(kind: str, table: Drawn) -> None:
    """Rows of a head are told from the others in a document that says which they are."""
    _, grid = read(kind, table)
    assert {(cell.row, cell.is_head) for cell in grid.cells} == {
        (row, row < (2 if table.group else 1)) for row in range(grid.height)
    }
