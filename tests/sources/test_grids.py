"""Laws of tables in documents: every kind of document that says a table gives the same grid, and no word is lost."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.sources.drawn import MERGED, PLAIN, Drawn, cells_of, tables

import shandong_econ as se
from shandong_econ import Cell, Document, Grid, Span
from shandong_econ.grids import Entry, Table, laid, tables_in
from shandong_econ.sources.html import Html
from shandong_econ.sources.text import Text


def read(kind: str, table: Drawn) -> tuple[Document, Grid]:
    source, make = (MERGED | PLAIN)[kind]  # type: ignore[operator]  # both are dictionaries
    (document,) = source.read(BytesIO(make(table)))
    (grid,) = document.tables
    return document, grid


@pytest.mark.parametrize("kind", [*MERGED, *PLAIN])
@given(table=tables())
@settings(max_examples=settings().max_examples * 2 // 5, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
@settings(max_examples=settings().max_examples // 5, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_heads_are_those_that_the_document_calls_so(kind: str, table: Drawn) -> None:
    """Rows of a head are told from the others in a document that says which they are."""
    _, grid = read(kind, table)
    assert {(cell.row, cell.is_head) for cell in grid.cells} == {
        (row, row < (2 if table.group else 1)) for row in range(grid.height)
    }


TEXTS = st.text(st.sampled_from("山东ab1.,%（）— \n\t\u3000\xa0|;\"'&<"), max_size=8)
ENTRIES = st.lists(
    st.builds(
        Entry,
        TEXTS,
        st.integers(0, 5),
        st.integers(0, 5),
        st.integers(1, 3),
        st.integers(1, 3),
        st.sampled_from([0, 1.5]),
    ),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks=st.lists(TEXTS | st.builds(Table, ENTRIES.map(tuple), st.none() | TEXTS), max_size=4))
def test_whatever_is_laid_stands_in_the_text(blocks: list[str | Table]) -> None:
    """Every word of blocks stands in their text, in order; each grid is valid, and its rows are lines of cells."""
    try:
        text, grids = laid(blocks)
    except se.ReadError:  # two cells are drawn over one another
        assume(False)
        raise
    Document(text=text, tables=grids)
    assert "".join(sorted("".join(text.split()))) == "".join(sorted("".join(_words(blocks).split())))
    for grid in grids:
        rows = grid.span.cut(text).split("\n")
        assert len(rows) == grid.height
        assert {row.count("\t") for row in rows} == {grid.width - 1}
        for cell in grid.cells:
            assert "\u3000" * cell.indent + cell.span.cut(text) == rows[cell.row].split("\t")[cell.column]


def _words(blocks: list[str | Table]) -> str:
    return "".join(
        block if isinstance(block, str) else (block.caption or "") + "".join(entry.words for entry in block.entries)
        for block in blocks
    ).replace("\u200b", "")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from("山ab1 \t|\n\r-*：注表单位\u3000"), max_size=80))
def test_tables_found_in_any_text_are_valid(text: str) -> None:
    """Whatever a text is, the tables that are found in it lie in it, one after another."""
    Document(text=text, tables=tables_in(text))


CELL = Cell(Span(0, 2), 0, 0)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Grid((), Span(0, 2)), "a cell at least"),
        (lambda: Grid((CELL, CELL), Span(0, 2)), "another cell covers this place"),
        (lambda: Grid((CELL, Cell(Span(2, 3), 0, 1)), Span(0, 2)), "within the table's own"),
        (lambda: Grid((CELL, Cell(Span(1, 2), 0, 1)), Span(0, 2)), "by rows and then by columns"),
        (lambda: Grid((Cell(Span(0, 1), 1, 0), Cell(Span(1, 2), 0, 0)), Span(0, 2)), "by rows and then by columns"),
        (lambda: Grid((Cell(Span(0, 2), 0, 0, rows=10**9, columns=10**9),), Span(0, 2)), "split it"),
        (lambda: Cell(Span(0, 2), -1, 0), "whole number from 0"),
        (lambda: Cell(Span(0, 2), 0, 0, rows=0), "whole number from 1"),
        (lambda: Cell(Span(0, 2), 0, 0, is_head=1), "None where the document does not say"),  # type: ignore[arg-type]
        (lambda: Document(text="1", tables=(Grid((CELL,), Span(0, 2)),)), "the text has 1 characters"),
        (lambda: Document(text="12", tables=(Grid((CELL,), Span(0, 2)),) * 2), "the table before it ends at 2"),
        (lambda: Document(text="12", tables=("12",)), "give a Grid"),
    ],
)
def test_what_is_no_grid_is_refused(make: Callable[[], object], words: str) -> None:
    """A grid that could not be true says what is wrong and what to give."""
    with pytest.raises(se.ModelError, match=words):
        make()


@pytest.mark.parametrize(
    "text",
    [
        "第一章\t1\n第二章 说明",
        "\t全省出口增长4.5%。\n\t全省进口增长5.5%。\n",
        "a | b\nc | d\n",
        "他说：“a|b”。\n2022年增长4.5%。",
    ],
)
def test_what_only_looks_like_a_table_is_text(text: str) -> None:
    """Indents, one line with a tab, and strokes without a figure make no table."""
    assert tables_in(text) == ()


def test_a_section_among_rows_of_a_pasted_table_is_a_row() -> None:
    """A browser gives a cell that covers a whole row as a line without tabs."""
    text = "指标\t2022\t2021\n一、农业\n粮食\t5.5\t5.4\n"
    (grid,) = tables_in(text)
    assert [(cell.row, cell.column) for cell in grid.cells if cell.span.cut(text) == "一、农业"] == [(1, 0)]


def test_strong_cells_of_markdown_are_their_words() -> None:
    """The asterisks that make a cell strong stand outside it; a line of none but rules is no row."""
    text = "|**指标**|2022|\n|:--|--:|\n|出口|*1.5*|\n"
    (grid,) = tables_in(text)
    assert [cell.span.cut(text) for cell in grid.cells] == ["指标", "2022", "出口", "1.5"]


PROSE_OF_A_PAGE = f"<p>{'全省农林牧渔业总产值比上年增长4.8%，粮食生产再获丰收。' * 3}</p>"
ROWS = "<tr><td>指标</td><td>2022年</td></tr><tr><td>出口</td><td>1.5</td></tr>"


@pytest.mark.parametrize(
    "body",
    [
        f"{PROSE_OF_A_PAGE}<table><caption><a href='x'>表1 出口</a></caption>{ROWS}</table>",
        f"{PROSE_OF_A_PAGE}<p><a href='x'>表1 出口</a></p><table>{ROWS}</table>",
        f"{PROSE_OF_A_PAGE}<table><tr><td colspan=2>表1 出口</td></tr>{ROWS}</table>",
        f"<table><tr><td>{PROSE_OF_A_PAGE}<p>表1 出口</p><table>{ROWS}</table></td></tr></table>",
    ],
)
def test_a_page_names_its_table(body: str) -> None:
    """A caption stands in the table, above it, in a link, or in its first row; a table for the layout is none."""
    page = f"<!DOCTYPE html><html><head><title>山东</title></head><body>{body}</body></html>"
    (document,) = Html().read(BytesIO(page.encode()))
    (grid,) = document.tables
    assert grid.caption is not None
    assert grid.caption.cut(document.text) == "表1 出口"
    assert [cell.span.cut(document.text) for cell in grid.cells] == ["指标", "2022年", "出口", "1.5"]


@pytest.mark.parametrize("spans", ["rowspan=0 colspan=x", "rowspan=99999999999", "rowspan=70000 colspan=1000"])
def test_spans_of_a_page_are_kept_within_its_table(spans: str) -> None:
    """A cell that claims more rows than there are has those that there are."""
    page = (
        f"<!DOCTYPE html><html><body>{PROSE_OF_A_PAGE}<table>{ROWS}<tr><td {spans}>进口</td></tr></table></body></html>"
    )
    (document,) = Html().read(BytesIO(page.encode()))
    assert document.tables[0].height == 3


def test_a_row_whose_cells_all_go_too_far_down_is_one_row() -> None:
    """Heads that all say that they take two rows, over a row of cells of its own, take one."""
    heads = "".join(f"<td rowspan=2>{name}</td>" for name in ("产品", "单位", "产量"))
    rows = f"<tr>{heads}</tr><tr><td>面粉</td><td>万吨</td><td>8.4</td></tr>"
    page = f"<!DOCTYPE html><html><body>{PROSE_OF_A_PAGE}<table>{rows}</table></body></html>"
    (document,) = Html().read(BytesIO(page.encode()))
    (grid,) = document.tables
    assert [(cell.row, cell.column) for cell in grid.cells] == [(row, column) for row in (0, 1) for column in range(3)]


def test_a_text_keeps_the_tables_that_stand_in_it() -> None:
    """The text of a file stays as it is, and what follows a table is none of it."""
    text = "说明。\r\n指标\t2022年\r\n出口\t1.5\r\n\r\n表2 进口\r\n指标\t2021年\r\n进口\t2.5\r\n"
    (document,) = Text().read(BytesIO(text.encode()))
    assert document.text == text
    assert [grid.caption and grid.caption.cut(text) for grid in document.tables] == [None, "表2 进口"]
