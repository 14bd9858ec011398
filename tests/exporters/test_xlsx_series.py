"""The sheet Series: the newest number of each period, marked where reports tell otherwise, led back to its figure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.digest.bulletins import alike
from tests.exporters.workbooks import OTHER, REPORT, edited, opened, read, typing, written
from tests.exporters.yearbook import YEAR, bulletin, growth, level

import shandong_econ as se
from shandong_econ.exporters.xlsx import series_kept, series_table
from shandong_econ.exporters.xlsx.series_kept import KeptFigures
from shandong_econ.exporters.xlsx.series_table import FIRST_PERIOD, Table, table_of
from shandong_econ.model import Measure, Report

Cells = dict[str, Any]


def kept(*reports: Report) -> KeptFigures:
    """The figures of reports, each as a workbook keeps it."""
    found, row = KeptFigures(), 2
    for key, report in enumerate(reports, 1):
        found.add(report, key, row)
        row += len(report.observations)
    return found


def table(*reports: Report) -> Table | None:
    return table_of(kept(*reports))


def heads_at(sheet: Worksheet) -> int:
    """The row of the heads."""
    return next(row[0].row for row in sheet.iter_rows(max_col=1) if isinstance(row[0].value, int) and row[0].value < 0)


def lines(sheet: Worksheet) -> Iterator[Cells]:
    """The series of the sheet, each cell under the head of its column."""
    at = heads_at(sheet)
    heads = [cell.value for cell in sheet[at]]
    for row in sheet.iter_rows(min_row=at + 1):
        if isinstance(row[0].value, int) and row[0].value > 0:
            yield {str(head): cell for head, cell in zip(heads[1:], row[1:], strict=True) if head is not None}


def line(sheet: Worksheet, name: str, what: str, span: str) -> Cells:
    """One of them."""
    (found,) = [
        one for one in lines(sheet) if [one[head].value for head in ("指标", "类别", "口径")] == [name, what, span]
    ]
    return found


def numbers(cells: Cells) -> dict[str, object]:
    """The numbers of a series under their periods."""
    return {head: cell.value for head, cell in list(cells.items())[FIRST_PERIOD - 2 :] if cell.value is not None}


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    return opened(written(*YEAR))


@pytest.fixture
def sheet(workbook: Workbook) -> Worksheet:
    found = workbook["Series"]
    assert isinstance(found, Worksheet)
    return found


def test_the_newest_number_of_each_period(workbook: Workbook, sheet: Worksheet) -> None:
    """It stands after the overview; months and the year to date are lines of their own; plans stand beside results."""
    assert workbook.sheetnames[:2] == ["Overview", "Series"]
    iva = "规模以上工业增加值"
    assert numbers(line(sheet, iva, "增速，同比", "当月")) == {
        "2023年 3月": 4.6, "2023年 4月": -5.6, "2023年 5月": 6, "2023年 6月": "6.8 / 6.2",
    }  # fmt: skip
    so_far = line(sheet, iva, "增速，同比", "累计")
    assert numbers(so_far) == {
        "2023年 2月": 5, "2023年 3月": 4.8, "2023年 4月": 4.9, "2023年 5月": 5.3, "2023年 6月": 5.6,
    }  # fmt: skip
    assert numbers(line(sheet, iva, "增速，同比（目标）", "全年")) == {"2023年 12月": 5.5}
    assert so_far["走势"].value == "▃▁▂▅█"
    assert (so_far["单位"].value, so_far["地区"].value) == ("%", "潍坊市")
    assert line(sheet, iva, "增速，同比", "当月")["2023年 3月"].number_format.startswith("#,##0.00;")


def test_what_is_marked(sheet: Worksheet) -> None:
    """A revision and a conflict have a fill and a note of all that was printed; what was derived is in italics."""
    iva = "规模以上工业增加值"
    revised, plain = (line(sheet, iva, "增速，同比", "累计")[f"2023年 {month}月"] for month in (4, 5))
    conflict = line(sheet, iva, "增速，同比", "当月")["2023年 6月"]
    derived = line(sheet, "社会消费品零售总额", "水平", "当月")["2023年 3月"]
    assert len({cell.fill.fgColor.rgb for cell in (revised, conflict, plain)}) == 3
    assert revised.comment.text == (
        "+4.9%（2023年6月20日，潍坊经济 2023-06-20）\n+5.1%（2023年5月20日，潍坊经济 2023-05-20）"
    )
    assert conflict.comment.text.splitlines() == [
        f"+{value}%（2023年7月20日，潍坊经济 2023-07-20）" for value in ("6.8", "6.2")
    ]
    assert plain.comment is None
    assert (derived.value, derived.font.italic, plain.font.italic) == (221.3, True, False)
    told = [row[1].value for row in sheet.iter_rows() if row[0].value == 0]
    assert told[0] == "修订及不一致的数据"
    assert any("2023年1—4月：+4.9%（2023年6月20日，潍坊经济 2023-06-20）；此前 +5.1%" in str(text) for text in told)


def test_each_number_leads_to_its_figure(workbook: Workbook, sheet: Worksheet) -> None:
    """A printed number leads to the row of the figure that says it, in the newest report that does."""
    figures = workbook["Observations"]
    columns = {cell.value: cell.column for cell in figures[1]}
    seen = 0
    for cells in lines(sheet):
        for head in numbers(cells):
            cell = cells[head]
            assert cell.hyperlink is not None
            target = figures[cell.hyperlink.location.rpartition("!")[2]]
            assert target.column == columns["obs_value"]
            if not cell.font.italic and not isinstance(cell.value, str):
                assert target.value == cell.value
                seen += 1
    assert seen > 10


MONTHS = st.dictionaries(st.integers(1, 12), st.integers(-20, 20), min_size=1, max_size=4)


@given(st.lists(MONTHS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_it_is_what_the_newest_bulletin_says(printed: list[dict[int, int]], random: Any) -> None:
    """Of each month the newest bulletin's number is shown, marked where an older one differs, in whatever order."""
    reports = [
        bulletin(date(2024, 1, 1) + timedelta(number), *(growth(f"2023-{m:02}", f"{v}.0") for m, v in months.items()))
        for number, months in enumerate(printed)
    ]
    newest = {month: value for months in printed for month, value in months.items()}
    revised = {m for m, value in newest.items() if any(months.get(m, value) != value for months in printed)}
    shuffled = list(reports)
    random.shuffle(shuffled)
    found = table(*shuffled)
    if found is None:
        assert len(newest) == 1
        assert sum(map(len, printed)) == 1
        return
    heads = {cell.column: str(cell.value) for cell in found.heads.cells}
    (single,) = [row for row in found.rows if row.series.key.span == "single"]
    cells = {heads[cell.column]: cell for cell in single.line.cells if cell.column >= FIRST_PERIOD}
    assert {head: cell.value for head, cell in cells.items()} == {f"2023年 {m}月": Decimal(newest[m]) for m in newest}
    assert {head for head, cell in cells.items() if cell.comment} == {f"2023年 {m}月" for m in revised}


@given(st.lists(alike(), max_size=3))
def test_it_tells_the_points_of_the_series(reports: list[Report]) -> None:
    """Each cell is a point of `se.series`: its value in the magnitude of the line, or none where reports disagree."""
    found = table(*reports)
    known = {line.key: {point.period.last: point for point in line} for line in se.series(reports)}
    for row in found.rows if found else ():
        points = known[row.series.key]
        shown = [cell for cell in row.line.cells if cell.column >= FIRST_PERIOD]
        assert len(shown) == len(points)
        for cell, (_, point) in zip(shown, sorted(points.items()), strict=True):
            if isinstance(cell.value, Decimal) and point.value:
                scale = cell.value / point.value
                assert scale == Decimal(10) ** scale.adjusted()
            assert (cell.look == "conflict") == (point.value is None)


def test_when_it_is_there() -> None:
    """It is made of several periods or prints of a series, be they of one report; else there is none."""
    once = bulletin(None, growth("2023-05", "4.5"), growth("2023-01-01/P5M", "4.9"))
    assert "Series" not in opened(written(REPORT, OTHER)).sheetnames
    assert "Series" not in opened(written(once)).sheetnames
    assert "Series" in opened(written(bulletin(None, level("2022", "1"), level("2023", "2")))).sheetnames
    assert table(once, bulletin(date(2024, 1, 1), growth("2023-05", "4.5"))) is not None


def test_in_english() -> None:
    """The words are those of the language of the first report."""
    sheet = opened(written(*(attrs.evolve(report, language="en") for report in YEAR)))["Series"]
    heads = [cell.value for cell in sheet[heads_at(sheet)]][1:]
    assert heads[:7] == ["Indicator", "Area", "Figure", "Span", "Unit", "Trend", "Feb 2023"]
    assert sheet["B1"].value == "Time series"


def test_all_comes_back() -> None:
    """The sheet changes nothing of what is read."""
    assert read(written(*YEAR)) == list(YEAR)


@pytest.mark.parametrize(
    ("cell", "value", "report", "message"),
    [
        ("J5", 4.7, 1, "Series!J5 says '4.7', and the facts give '-5.6', which holds"),
        ("B5", "GDP", 0, "Series!B5 says 'GDP', and the facts give '规模以上工业增加值', which holds"),
        ("H5", 4.7, 0, "Series!H5 says '4.7', and the facts give no such cell"),
        ("J4", "2023", 0, "Series!J4 says '2023', and the facts give no such cell"),
    ],
)
def test_an_edit_there_is_named(cell: str, value: object, report: int, message: str) -> None:
    """Who edits what is made from the facts gets the facts, and the report of the figure a note with the cell."""
    data = written(*YEAR)
    again = read(edited(data, typing("Series", **{cell: value})))
    notes = {number: [note.message for note in each.notes] for number, each in enumerate(again) if each.notes}
    assert notes == {2 if report == 1 else report: [message]}
    assert [attrs.evolve(each, notes=()) for each in again] == list(YEAR)


def test_facts_that_it_no_longer_follows_from() -> None:
    """A fact is read as edited, and the cells made from it that still say the old are named."""
    data = written(*YEAR)
    again = read(edited(data, typing("Observations", N2=5.2)))
    messages = [note.message for note in again[0].notes if "Series" in note.message]
    assert any(message.startswith("Series!H6 says '5', and the facts give '5.2'") for message in messages)


def test_what_may_be_done_there() -> None:
    """Lines may be moved, taken out or cleared, columns moved, others written between, and it thrown away."""

    def edit(workbook: Workbook) -> None:
        sheet = workbook["Series"]
        sheet.delete_rows(6)
        sheet.insert_cols(9)
        sheet.insert_rows(5)
        sheet["B5"].value, sheet["J6"].value, sheet["Z6"].value = "mine", None, "mine too"
        sheet["B1"].value = "=1+1"

    assert read(edited(written(*YEAR), edit)) == list(YEAR)
    assert read(edited(written(*YEAR), lambda workbook: workbook.remove(workbook["Series"]))) == list(YEAR)


def test_what_is_left_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """What there is no room for, be it reports, series or periods, is said above the table."""
    monkeypatch.setattr(series_kept, "MOST_FIGURES", 7)
    monkeypatch.setattr(series_table, "MOST_LINES", 2)
    monkeypatch.setattr(series_table, "MOST_PERIODS", 2)
    found = table(*YEAR)
    assert found is not None
    assert len(found.rows) == 2
    assert len(found.widths) == FIRST_PERIOD - 1 + 2
    said = str(found.above[-1].cells[0].value)
    assert "本页取自前2篇报告；其余3篇数据过多，未列入。" in said
    assert "2023年 3月以前的时期未列入。" in said
    assert "因篇幅所限未列入" in said
    assert read(written(*YEAR)) == list(YEAR)


def test_very_many_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of very many cells that are marked the first bear notes, for all of them are one file; all keep their colour."""
    monkeypatch.setattr(series_table, "MOST_NOTED", 1)
    sheet = opened(written(*YEAR))["Series"]
    cells = [cells[head] for cells in lines(sheet) for head in numbers(cells)]
    assert sum(cell.comment is not None for cell in cells) == 1
    assert sum(cell.fill.fgColor.rgb != "00000000" for cell in cells) == 2


def test_no_more_is_kept_than_is_shown() -> None:
    """However many reports there are, what is kept of them is bounded, and nothing of their texts."""
    long = attrs.evolve(YEAR[0], text="文" * 10_000)
    found = kept(*[long] * 20_000)
    assert found.taken * len(long.observations) <= series_kept.MOST_FIGURES
    assert found.count == 20_000
    assert all(len(report.text) < 100 for report in found._reports)


def test_charts_are_drawn_from_its_cells(workbook: Workbook, sheet: Worksheet) -> None:
    """The overview draws the first indicators: single months beside the year to date, as their cells say."""
    charts: list[Any] = workbook["Overview"]._charts  # type: ignore[attr-defined]  # the stubs lack it
    drawn = [series for chart in charts for series in chart.series if "Series" in series.val.numRef.f]
    assert drawn
    for series in drawn:
        cells = [cell for row in sheet[series.val.numRef.f.rpartition("!")[2]] for cell in row]
        assert [cell.value for cell in cells if cell.value is not None] == [
            float(p.v) for p in series.val.numRef.numCache.pt
        ]
        assert all(cell.row == cells[0].row for cell in cells)


def test_how_it_is_printed(sheet: Worksheet) -> None:
    """As wide as a landscape page, each with the heads, which stay in view as names do, and can be filtered."""
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
    at = heads_at(sheet)
    assert sheet.print_title_rows == f"${at}:${at}"
    assert sheet.freeze_panes == f"F{at + 1}"
    assert sheet.auto_filter.ref is not None
    assert sheet.auto_filter.ref.startswith(f"A{at}:")


def test_odd_names() -> None:
    """A label that would be a formula or break a line is shown as it is, on one line."""
    odd = [
        attrs.evolve(level(year, "1"), indicator=None, label="=1+1\n2", measure=Measure.RATIO)
        for year in ("2022", "2023")
    ]
    data = written(bulletin(None, *odd))
    sheet = opened(data)["Series"]
    (found,) = lines(sheet)
    assert found["指标"].value == "=1+1 2"
    assert found["指标"].data_type == "s"
    assert read(data) == [bulletin(None, *odd)]
