"""Reports as rows and rows as reports."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

import pytest
from hypothesis import given

from shandong_econ.errors import ReadError
from shandong_econ.model import Observation, Report, Span
from shandong_econ.rows import (
    NOTES,
    OBSERVATIONS,
    REPORTS,
    STATEMENTS,
    TABLES,
    Cells,
    Row,
    Table,
    build,
    decode_row,
    disagreements,
    encode_row,
    note_of,
    note_rows,
    observation_of,
    observation_rows,
    report_of,
    report_row,
    statement_of,
    statement_rows,
)
from shandong_econ.testing.strategies import reports

Part = TypeVar("Part")
REPORT = Report(
    text="up 4.5%",
    observations=(Observation(value=Decimal("4.5"), unit_mult=4, span=Span(3, 7)), Observation(value=Decimal(0))),
)


def through_text(table: Table, rows: Iterable[Row]) -> list[Cells]:
    """The cells of rows that were written as texts and read."""
    return [decode_row(table, dict(zip(table.header, encode_row(table, row), strict=True)), "here") for row in rows]


@given(reports())
def test_rows_are_the_report(report: Report) -> None:
    """The rows of the four tables, as texts, make the same report again."""
    (cells,) = through_text(REPORTS, [report_row(report, 1)])
    assert report == report_of(
        cells,
        map(observation_of, through_text(OBSERVATIONS, observation_rows(report, 1))),
        map(statement_of, through_text(STATEMENTS, statement_rows(report, 1))),
        map(note_of, through_text(NOTES, note_rows(report, 1))),
    )


@given(reports())
def test_what_was_written_agrees_with_itself(report: Report) -> None:
    """No derived cell disagrees with the facts of the report that it was written for."""
    for table, rows in ((OBSERVATIONS, list(observation_rows(report, 1))), (NOTES, list(note_rows(report, 1)))):
        for row, cells in zip(rows, through_text(table, rows), strict=True):
            assert list(disagreements(table, cells, row, "here")) == []


def test_tables_are_tidy() -> None:
    """Each column of a table has a name of its own, in lower case, a title and a description."""
    for table in TABLES:
        assert len(set(table.header)) == len(table.header)
        for column in table.columns:
            assert column.name == column.name.lower()
            assert column.title
            assert column.description


def test_a_derived_cell_that_disagrees_gives_a_note() -> None:
    """The note names place, column, what the cell says, and what holds; the amount may be written in any form."""
    row = next(observation_rows(REPORT, 1))
    (cells,) = through_text(OBSERVATIONS, [row])
    assert list(disagreements(OBSERVATIONS, {**cells, "amount": Decimal("4.5000E+4")}, row, "line 2")) == []
    assert list(disagreements(OBSERVATIONS, {**cells, "amount": None, "quote": None}, row, "line 2")) == []
    notes = list(disagreements(OBSERVATIONS, {**cells, "amount": Decimal("46000"), "quote": "4.6%"}, row, "line 2"))
    assert [note.code for note in notes] == ["derived_disagrees"] * 2
    assert "line 2, column amount says '46000'" in notes[0].message
    assert "'45000'" in notes[0].message
    assert "line 2, column quote says '4.6%'" in notes[1].message


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("obs_value", "4,5", "line 9, column obs_value: '4,5' is no number"),
        ("start", "x", "line 9, column start: 'x' is no whole number"),
        ("obs_value", "", "line 9: Observation.value is None"),
        ("measure", "grwth", "line 9: 'grwth' is no Measure: give one of level, growth"),
        ("time_period", "May-22", "line 9: 'May-22' is no period: write it as 2022"),
        ("indicator", "lower", "line 9: Indicator.code is 'lower': give a code"),
        ("ref_area", "37", "line 9: Area.code is '37': give a code"),
        ("start", "8", "line 9: Span.start is 8: give 0 <= start <= end"),
        ("end", "", "line 9: Span.end is None"),
        ("unit_mult", "200", "line 9: Observation.unit_mult is 200"),
    ],
)
def test_a_bad_cell_is_named(column: str, cell: str, words: str) -> None:
    """ReadError names the place, the column or field, the value and the remedy."""
    texts = dict(zip(OBSERVATIONS.header, encode_row(OBSERVATIONS, next(observation_rows(REPORT, 1))), strict=True))
    with pytest.raises(ReadError) as error:
        build(observation_of, decode_row(OBSERVATIONS, {**texts, column: cell}, "line 9"), "line 9")
    assert str(error.value).startswith(words)
