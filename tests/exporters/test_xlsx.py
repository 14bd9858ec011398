"""Workbooks: what stands in the sheets, and that it comes back."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from tests.exporters.workbooks import OTHER, REPORT, TEXT, body, opened, read, written

from shandong_econ.errors import ExportError
from shandong_econ.exporters.xlsx import Xlsx, write
from shandong_econ.model import (
    Ground,
    Grounds,
    Indicator,
    Note,
    Observation,
    Report,
    Span,
    Statement,
    StatementKind,
    Unit,
)
from shandong_econ.rows import OBSERVATIONS
from shandong_econ.testing.strategies import decimals, reports, texts

SHEETS = ["Overview", "Observations", "Reports", "Statements", "Notes", "Text"]


def told(cell: Any) -> str:
    """What the comment of a cell says."""
    return cell.comment.text if cell.comment else ""


def test_the_sheets() -> None:
    """After the overview there are five sheets, each a table with filters under a header that stays in view."""
    workbook = opened(written(REPORT))
    assert workbook.sheetnames == SHEETS
    for sheet in workbook.worksheets[1:]:
        (table,) = sheet.tables.values()
        assert table.ref == sheet.dimensions == table.autoFilter.ref
        assert table.column_names == [cell.value for cell in sheet[1]]
        assert sheet.freeze_panes in {"A2", "C2"}
        assert all(cell.font.b and told(cell) for cell in sheet[1])
    header = workbook["Observations"][1]
    assert tuple(cell.value for cell in header) == OBSERVATIONS.header
    assert [cell.value for cell in header if cell.font.i and "derived" in told(cell)] == ["amount", "quote"]


def test_columns_are_as_wide_as_what_they_hold() -> None:
    """No code or unit is cut off, nothing is wider than can be read, and an empty column has room for its name."""
    unit = Unit("UGM3", "microgram per cubic meter", "微克/立方米")
    series = Indicator("TECH_UPGRADE_PROJECTS", "Projects of technical upgrading")
    figure = Observation(value=Decimal(1), indicator=series, unit=unit, label="very long words " * 9)
    sheet = opened(written(Report(observations=[figure])))["Observations"]
    widths = {str(cell.value): sheet.column_dimensions[get_column_letter(cell.column or 0)].width for cell in sheet[1]}
    assert widths["indicator"] > 24  # capitals are wider than digits
    assert 23 < widths["unit_name"] < 28
    assert (widths["label"], widths["entity"], widths["ref_area_name"]) == (52, 10, 17)


def test_rows_beyond_those_that_are_measured_are_written_in_their_order() -> None:
    """A sheet of many rows has all of them, and the widths of the first."""
    figures = [Observation(value=Decimal(n), label="a" * (1 + 20 * (n >= 500))) for n in range(1_100)]
    report = Report(observations=figures)
    data = written(report)
    assert read(data) == [report]
    assert opened(data)["Observations"].column_dimensions["B"].width == 9


def test_where_the_words_of_grounds_stand_is_folded_away() -> None:
    """How each part was come by is in view, to filter by; the places of the words are there, but folded."""
    grounds = Grounds(area=Ground("heading", Span(0, 3)), period=Ground("given"))
    report = Report(text=TEXT, observations=[Observation(value=Decimal(1), grounds=grounds)])
    data = written(report)
    sheet = opened(data)["Observations"]
    hows = [cell for cell in sheet[1] if "_how" in str(cell.value)]
    folded = {str(cell.value) for cell in hows if sheet.column_dimensions[get_column_letter(cell.column or 0)].hidden}
    assert folded == {str(cell.value) for cell in hows if str(cell.value).endswith(("_start", "_end"))}
    assert [sheet.cell(2, cell.column).value for cell in hows if cell.value == "area_how"] == ["heading"]
    assert read(data) == [report]


def test_an_empty_workbook_has_tables_too() -> None:
    """No reports, or reports without figures, give sheets whose tables have a row, and are read back as they are."""
    assert [table.ref for sheet in opened(written()).worksheets for table in sheet.tables.values()][-1] == "A1:C2"
    assert read(written()) == []
    assert read(written(Report(), REPORT, Report(text="\n"))) == [Report(), REPORT, Report(text="\n")]


def test_numbers_and_days_are_numbers_and_days() -> None:
    """A value is a number whose format adds the printed zeros; a day is a day; a code is text, whatever its digits."""
    workbook = opened(written(REPORT, OTHER))
    shown = [(cell.value, cell.number_format) for cell in workbook["Observations"]["N"][1:]]
    assert shown == [(4.5, "0.00"), (1.2, "0.0"), (7, "0")]
    assert [cell.value for cell in workbook["Observations"]["S"][1:]] == [4.5, 120_000_000, 7]
    published = workbook["Reports"]["D2"]
    assert published.is_date
    assert published.number_format == "yyyy-mm-dd"
    assert [workbook["Observations"][cell].value for cell in ("J2", "A4")] == ["2022-05", 2]
    assert [workbook["Reports"][cell].data_type for cell in ("E2", "H2")] == ["s", "s"]


@given(st.lists(decimals(), min_size=1, max_size=8))
def test_no_format_rounds(values: list[Decimal]) -> None:
    """A cell is either a number that equals the value, shown with its very decimals, or the value's text."""
    report = Report(observations=[Observation(value=value) for value in values])
    data = written(report)
    for cell, value in zip(opened(data)["Observations"]["N"][1:], values, strict=True):
        if cell.data_type == "n":
            assert Decimal(repr(cell.value)) == value
            assert cell.number_format == ("0." + "0" * -int(value.as_tuple().exponent)).rstrip(".")
        else:
            assert cell.number_format == "@"
            assert cell.value.startswith("\\long{") or Decimal(cell.value).as_tuple() == value.as_tuple()
    assert read(data) == [report]


@pytest.mark.parametrize(
    "value", ["0", "0.00", "0.1", "-2.1", "92068.70", "1234.56", "123456789012.345", "9.00000000000001", "9.7", "1E-30"]
)
def test_what_is_printed_is_a_number(value: str) -> None:
    """A number of up to fifteen digits, as bulletins print them, is a number."""
    (cell,) = opened(written(Report(observations=[Observation(value=Decimal(value))])))["Observations"]["N"][1:]
    assert cell.data_type == "n"
    assert Decimal(repr(cell.value)) == Decimal(value)


@pytest.mark.parametrize("value", ["-0", "1E+2", "1234567890123456", "9007199254740993"])
def test_what_a_float_cannot_hold_is_text(value: str) -> None:
    """A number that a spreadsheet would change, or show otherwise, is text."""
    assert (
        opened(written(Report(observations=[Observation(value=Decimal(value))])))["Observations"]["N2"].value == value
    )


FORMULAS = ["=1+1", "+1", "-1", "@A1", "＝1", "#N/A", "#REF!", "TRUE", "1e5", "2022-05-01", "'x", "{=1}", "5%"]


@given(reports() | st.sampled_from(FORMULAS).map(lambda text: Report(text=text, title=text, authors=(text,))))
def test_no_cell_is_a_formula(report: Report) -> None:
    """Every cell of any report is a number, a day or a text, never a formula or an error, and it all comes back."""
    data = written(report)
    workbook = opened(data)
    cells = [cell for sheet in workbook.worksheets for row in sheet.iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"n", "s", "d"}
    assert read(data) == [report]


def test_the_text_is_on_rows() -> None:
    """A line of the text is a row of the sheet Text, an indent as it is; Reports does not repeat it."""
    workbook = opened(written(REPORT, OTHER))
    lines = [(row["report"], row["line"], row["text"]) for row in body(workbook["Text"])]
    assert lines[:2] == [(1, 1, "山东经济"), (1, 2, None)]
    assert lines[2] == (1, 3, "\u3000\u3000规模以上工业增加值增长4.50%，煤炭产量1.2亿吨。\\r")
    assert lines[3:] == [(1, 4, "“稳中向好。”"), (1, 5, None), (2, 1, "second")]
    assert "text" not in [cell.value for cell in workbook["Reports"][1]]


@given(st.lists(texts() | st.sampled_from([TEXT, "\n", "\\\n", "word " * 700, "\n" * 200]), max_size=4).map("".join))
def test_every_text_comes_back(text: str) -> None:
    """Whatever lines and line ends a text has, and however long they are, it is read back."""
    assert read(written(Report(text=text))) == [Report(text=text)]


def test_a_text_of_more_lines_than_a_sheet() -> None:
    """A text that has more lines than a sheet has rows comes back."""
    report = Report(text="\n" * 1_100_000)
    assert read(written(report)) == [report]


@pytest.mark.parametrize("piece", ["x", "😀", "\\", "_x0041_", "=\n", "x005F_"])
def test_what_is_too_long_for_a_cell(piece: str) -> None:
    """A text that no cell holds stands on the sheet Long, in cells that fit, and is read back in its place."""
    long = piece * 40_000
    report = Report(
        authors=(long, "b"),
        statements=[Statement(kind=StatementKind.QUOTE, text=long)],
        notes=[Note(long, "\\long{1}")],
    )
    data = written(report, OTHER)
    workbook = opened(data)
    assert workbook.sheetnames == [*SHEETS, "Long"]
    cells = [cell.value for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row]
    assert max(len(str(cell).encode("utf-16-le")) // 2 for cell in cells) <= 32_767
    assert read(data) == [report, OTHER]


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31), date(1900, 2, 28), date(1900, 3, 1), date.max])
def test_days_of_every_time(day: date) -> None:
    """A day is read back, also one before the days that a spreadsheet counts."""
    assert read(written(Report(published=day))) == [Report(published=day)]


def test_other_programs_read_the_table() -> None:
    """The figures are a data frame of pandas, under the names of the columns, the values numbers."""
    frame = pandas.read_excel(io.BytesIO(written(REPORT, OTHER)), sheet_name="Observations")
    assert list(frame.columns) == list(OBSERVATIONS.header)
    assert list(frame["obs_value"]) == [4.5, 1.2, 7]


def test_a_failure_leaves_no_drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the reports, or the file, fail half-way, nothing is left in the folder for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def failing() -> Iterator[Report]:
        yield REPORT
        assert list(tmp_path.iterdir())  # there are drafts, then
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Xlsx().write(failing(), io.BytesIO())

    class Full(io.BytesIO):
        def write(self, data: object) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        Xlsx().write([REPORT], Full())
    assert list(tmp_path.iterdir()) == []


def test_a_full_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    """More rows than a sheet holds are an error that says what to do."""
    monkeypatch.setattr(write, "MOST_ROWS", 3)
    with pytest.raises(ExportError, match="sheet Observations cannot hold more than 3 rows: write fewer"):
        written(Report(observations=REPORT.observations), OTHER)


def test_openpyxl_is_loaded_late() -> None:
    """The exporter can be had without openpyxl being loaded."""
    code = "import sys, shandong_econ.exporters.xlsx as x; x.Xlsx(); sys.exit('openpyxl' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
