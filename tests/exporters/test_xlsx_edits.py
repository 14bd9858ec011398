"""Workbooks that a person has edited: what is seen is what is read."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.exporters.workbooks import (
    OTHER,
    REPORT,
    TEXT,
    edited,
    facts_edited,
    opened,
    read,
    with_cells,
    with_member,
    with_shared_strings,
    written,
)

from shandong_econ.errors import ReadError
from shandong_econ.model import Area, Observation, Period, Report
from shandong_econ.testing.strategies import reports

FIGURE = REPORT.observations[0]


def with_figure(**changes: Any) -> Report:
    """The report with its first figure changed."""
    return attrs.evolve(REPORT, observations=(attrs.evolve(FIGURE, **changes), *REPORT.observations[1:]))


@given(reports() | st.sampled_from(["x005F_", "_x005F_x0041_", "a_x000D_b"]).map(lambda text: Report(title=text)))
def test_saved_by_another_program(report: Report) -> None:
    """A workbook that another program has saved, with its strings where such programs keep them, is read the same."""
    data = written(report)
    assert read(with_shared_strings(data)) == [report]
    assert read(edited(data, lambda workbook: None)) == [report]


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        (5, "5.00"),
        (4.5, "4.50"),
        (4.567, "4.567"),
        (0.1 + 0.2, "0.30"),
        (-1200, "-1200.00"),
        ("6.10", "6.10"),
        ("1E+2", "1E+2"),
    ],
)
def test_a_value(typed: object, seen: str) -> None:
    """A number that is typed over a value has the decimals that the cell shows, and no digit is rounded away."""
    data = with_cells(written(REPORT), "Observations", N2=typed, S2="")
    assert read(data) == [with_figure(value=Decimal(seen))]


@pytest.mark.parametrize(
    ("typed", "number_format", "seen"),
    [
        (0.045, "0.0%", "4.5"),
        (1234.5, "#,##0.00", "1234.50"),
        (1234, "General", "1234"),
        (150000000.0, "0.00E+00", "150000000"),
        (3.1, '0.00" 元";[Red]-0.000', "3.10"),
        (1e22, "General", "10000000000000000000000"),
    ],
)
def test_a_value_under_another_format(typed: float, number_format: str, seen: str) -> None:
    """Whatever format a spreadsheet has given a number, it is read as it is seen, a percentage in percent."""

    def type_in(workbook: Workbook) -> None:
        cell = workbook["Observations"]["N2"]
        cell.value, cell.number_format = typed, number_format
        workbook["Observations"]["S2"].value = None

    assert read(facts_edited(written(REPORT), type_in)) == [with_figure(value=Decimal(seen))]


def test_words_and_codes() -> None:
    """A text, a code typed as a number, a period typed as a day or left out, and a cell cleared are read as edited."""
    cells = {"B2": "=SUM\n", "F2": 370100, "J2": datetime(2022, 6, 1), "K2": "", "O2": ""}
    data = facts_edited(with_cells(written(REPORT), "Observations", **cells), _june)
    label = "=SUM\n"
    assert opened(data)["Observations"]["B2"].data_type == "s"
    changes = {"label": label, "area": Area("370100"), "period": Period.parse("2022-06"), "unit": None}
    assert read(data) == [with_figure(**changes, measure="level")]


def _june(workbook: Workbook) -> None:
    workbook["Observations"]["J2"].number_format = "mmm-yy"
    workbook["Observations"]["B2"].data_type = "s"  # as a person gets it in a cell that is formatted as text


def test_the_report_itself() -> None:
    """Title, day, authors and words of a statement are read as edited."""
    data = with_cells(written(REPORT), "Reports", B2="新", D2=date(2023, 1, 1), H2="甲; 乙")
    (report,) = read(with_cells(data, "Statements", F2="好"))
    assert (report.title, report.published, report.authors) == ("新", date(2023, 1, 1), ("甲", "乙"))
    assert report.statements == (attrs.evolve(REPORT.statements[0], text="好"),)


def test_lines_of_the_text() -> None:
    """A line may be changed, taken out, put in without a number, or moved by its number."""
    data = written(Report(text="a\nb\nc\nd"))

    def edit(workbook: Workbook) -> None:
        sheet = workbook["Text"]
        sheet["C2"].value = "A"
        sheet.delete_rows(3)
        sheet.insert_rows(4)
        sheet["A4"].value, sheet["C4"].value = 1, "new"
        sheet["B5"].value = 0

    assert read(edited(data, edit)) == [Report(text="d\nA\nc\nnew")]


def test_sorted_texts() -> None:
    """Sorting the sheets Text and Long by their words does not touch the texts, long lines included."""

    def sort(workbook: Workbook) -> None:
        for title in ("Text", "Long"):
            rows = sorted(workbook[title].iter_rows(min_row=2, values_only=True), key=lambda row: str(row[2]))
            for number, row in enumerate(rows, 2):
                for cell, value in zip(workbook[title][number], row, strict=True):
                    cell.value = value

    report = Report(text=TEXT + "word " * 1_000 + "\nend", title="c" * 15_000 + "b" * 15_000 + "a" * 15_000)
    assert read(edited(written(report), sort)) == [report]


def test_rows() -> None:
    """Rows taken out are gone, blank rows are no rows, and a new one needs no number where there is one report."""

    def edit(workbook: Workbook) -> None:
        sheet = workbook["Observations"]
        sheet.delete_rows(2)
        sheet.insert_rows(2, 3)
        sheet["N9"].value = 3
        workbook["Notes"].delete_rows(2)

    report = attrs.evolve(REPORT, observations=(REPORT.observations[1], Observation(value=Decimal(3))), notes=())
    assert read(facts_edited(written(REPORT), edit)) == [report]


def test_columns() -> None:
    """Columns may be moved, and a person's own are left alone."""

    def edit(workbook: Workbook) -> None:
        sheet = workbook["Observations"]
        sheet.insert_cols(1, 2)
        sheet["A1"].value, sheet["A2"].value, sheet["B2"].value = "checked", "yes", "?"

    assert read(edited(written(REPORT), edit)) == [REPORT]


def test_a_formula_is_its_result() -> None:
    """Where a person has put a formula, its saved result is read; without one the cell is named."""
    data = with_cells(written(REPORT), "Observations", N2="=2+3", S2="")
    with pytest.raises(ReadError, match=r"Observations!N2 holds a formula without a result: =2\+3: write the value"):
        read(data)
    cached = with_member(
        data, "xl/worksheets/sheet1.xml", lambda xml: re.sub(rb"<v ?/>|<v></v>", b"<v>5</v>", xml, count=1)
    )
    assert read(cached) == [with_figure(value=Decimal("5.00"))]


def test_a_derived_cell_that_disagrees() -> None:
    """A fact is read as edited, and what no longer follows from it gives a note that names the cell."""
    (report,) = read(with_cells(written(REPORT, OTHER), "Observations", N2=5))[:1]
    (note,) = report.notes[1:]
    assert (note.code, report.observations[0].value) == ("derived_disagrees", Decimal("5.00"))
    assert note.message.startswith("Observations!S2 (amount) says '4.50', and the facts beside it give '5.00'")
    (report,) = read(with_cells(written(REPORT), "Notes", F2="1.3亿吨"))
    assert report.notes[1].message.startswith("Notes!F2 (quote) says '1.3亿吨'")
    assert report.notes[:1] == REPORT.notes


def test_services_that_lose_the_mark() -> None:
    """A workbook without our property is known by its sheets."""
    name = "docProps/custom.xml"
    data = with_member(written(REPORT), name, lambda xml: xml.replace(b"shandong_econ_format", b"other"))
    assert read(data) == [REPORT]
