"""The sheet Overview and what its charts show: made from the facts, led back to them, and named where it disagrees."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet
from tests.digest.bulletins import BULLETIN, alike
from tests.exporters.workbooks import OTHER, REPORT, io_of, opened, read, written

from shandong_econ.exporters.xlsx import overview
from shandong_econ.exporters.xlsx.overview import MOST_LISTED, MOST_SHOWN, Overview
from shandong_econ.exporters.xlsx.places import NOWHERE
from shandong_econ.lexicon import indicators, units
from shandong_econ.model import Area, Language, Measure, Observation, Period, Report, Span, Unit
from shandong_econ.testing import reports

LINK = re.compile(r"'([^']+)'!([A-Z]+[0-9]+)")


def rows_of(sheet: Worksheet) -> list[list[Any]]:
    """What stands in the rows of a sheet, the empty cells left out, and the numbers of reports."""
    return [[cell.value for cell in row[1:] if cell.value is not None] for row in sheet.iter_rows()]


def target(workbook: Workbook, cell: Cell) -> Cell:
    """The cell that a link leads to."""
    assert cell.hyperlink is not None
    assert cell.hyperlink.target is None
    match = LINK.fullmatch(cell.hyperlink.location or "")
    assert match, cell.hyperlink.location
    found: Any = workbook[match[1]][match[2]]
    assert isinstance(found, Cell)
    return found


def refs(chart: Any) -> list[str]:
    """The ranges of the values of a chart."""
    return [series.val.numRef.f for series in chart.series]


def cells_at(workbook: Workbook, area: str) -> list[Cell]:
    """The cells of a range such as 'Chart data'!$C$4:$C$7."""
    title, _, cells = area.replace("$", "").rpartition("!")
    return [cell for row in workbook[title.strip("'")][cells] for cell in row]


def test_what_it_shows() -> None:
    """It is the first sheet: title, place and day, and the headline figures with their sentences, in the language."""
    workbook = opened(written(BULLETIN))
    assert workbook.sheetnames[0] == "Overview"
    shown = rows_of(workbook["Overview"])
    assert shown[0] == ["山东省2022年一季度经济运行情况"]
    assert shown[1] == ["山东省  ·  2022年4月20日  ·  数据7项"]
    assert shown[4] == ["指标", "水平", "增减", "时期", "报告原文"]
    assert shown[5] == [
        "地区生产总值", 19926.8, 5.2, "2022年一季度", "一季度，全省地区生产总值19926.8亿元，同比增长5.2%。", "→"
    ]  # fmt: skip
    growth = workbook["Overview"]["D6"]
    assert growth.number_format == '"同比 "+#,##0.0"%";"同比 "-#,##0.0"%";"同比 "#,##0.0"%"'
    english = opened(written(attrs.evolve(BULLETIN, language="en")))["Overview"]
    assert rows_of(english)[4] == ["Indicator", "Level", "Change", "Period", "As the report says it"]
    assert english["C6"].number_format.startswith('#,##0.00000" trillion yuan"')
    assert [cell.value for cell in english[6]][1:5] == ["GDP", 1.99268, 5.2, "First quarter of 2022"]


def test_the_figure_stands_out_in_its_sentence() -> None:
    """In the sentence the figures beside it are bold, and nothing else is."""
    workbook = load_workbook(io_of(written(BULLETIN)), rich_text=True)
    sentence = workbook["Overview"]["F6"].value
    assert isinstance(sentence, CellRichText)
    bold = [piece.text for piece in sentence if isinstance(piece, TextBlock) and piece.font.b]
    assert bold == ["19926.8亿元", "5.2%"]
    assert str(sentence) == "一季度，全省地区生产总值19926.8亿元，同比增长5.2%。"


@pytest.mark.parametrize("before", [[], [REPORT], [Report(text="a\n" * 9)]])
def test_where_it_leads(before: list[Report]) -> None:
    """A figure leads to its value on the sheet of figures, and an arrow to the line of the text it was read from."""
    workbook = opened(written(*before, BULLETIN))
    checked = 0
    for title in ("Overview", "Chart data"):
        for row in workbook[title].iter_rows():
            for cell in row:
                if not isinstance(cell, Cell) or not cell.hyperlink or row[0].value != len(before) + 1:
                    continue
                there = target(workbook, cell)
                if isinstance(cell.value, int | float):
                    assert there.column_letter == "N"
                    assert there.value == cell.value
                    checked += 1
                elif there.parent.title == "Text":
                    sentence = row[cell.column - 2].value
                    assert isinstance(there.value, str)
                    assert isinstance(sentence, str)
                    assert sentence in there.value
                    checked += 1
    assert checked > 20


def test_the_charts() -> None:
    """There are bars of growth, a stacked bar of shares and columns of what has several periods, drawn from cells."""
    workbook = opened(written(BULLETIN))
    bars, stack, columns = workbook["Overview"]._charts  # type: ignore[attr-defined]  # the stubs lack it
    assert [chart.grouping for chart in (bars, stack, columns)] == ["clustered", "percentStacked", "clustered"]
    assert [chart.barDir for chart in (bars, stack, columns)] == ["bar", "bar", "col"]
    (area,) = refs(bars)
    assert [cell.value for cell in cells_at(workbook, area)] == [6.4, 5.2, -0.5]
    assert [[cell.value for cell in cells_at(workbook, one)] for one in refs(stack)] == [[52.8], [47.2]]
    (area,) = refs(columns)
    assert [cell.value for cell in cells_at(workbook, area)] == [10169.99, 10170.1]
    assert columns.title.tx.rich.p[0].r[0].t == "变动情况：年末常住人口（万人）"


def test_what_is_told_twice_has_two_sentences() -> None:
    """A part of two wholes is one row of two values, and the sentence of the second follows the rows."""
    text = "In 2021 services made up 50% of output. In 2022 services made up 52% of output."
    share = Observation(
        label="services", measure=Measure.SHARE, value=Decimal(50), unit=units()["PT"], relative_to="GDP",
        period=Period.of(2021), span=Span(text.index("50%"), text.index("50%") + 3),
    )  # fmt: skip
    span = Span(text.index("52%"), text.index("52%") + 3)
    later = attrs.evolve(share, value=Decimal(52), period=Period.of(2022), span=span)
    report = Report(text=text, language="en", observations=[share, later])
    data = written(report)
    assert rows_of(opened(data)["Chart data"])[1:] == [
        ["Shares of a whole (%)"],
        ["Of GDP · 2021", "Of GDP · 2022", "As the report says it"],
        ["Services", 50, 52, "In 2021 services made up 50% of output.", "→"],
        ["Other", 50, 48],
        ["Services", "In 2022 services made up 52% of output.", "→"],
    ]
    assert read(data) == [report]


@given(alike())
def test_charts_refer_to_numbers_of_the_report(report: Report) -> None:
    """Whatever the figures, each cell that a chart refers to is a number of the report's, or the rest of a whole."""
    data = written(report)
    workbook = opened(data)
    amounts = {observation.amount for observation in report.observations}
    values = {observation.value for observation in report.observations}
    for chart in workbook["Overview"]._charts:  # type: ignore[attr-defined]  # the stubs lack it
        found = [cell.value for area in refs(chart) for cell in cells_at(workbook, area)]
        numbers = [Decimal(repr(value)) for value in found if value is not None]
        assert numbers
        known = amounts | values
        assert all(number in known for number in numbers) or chart.grouping == "percentStacked"
        names = [series.cat.strRef.f for series in chart.series]
        assert all(cell.data_type != "n" or cell.value is None for area in names for cell in cells_at(workbook, area))
    assert read(data) == [report]


@given(alike() | reports())
def test_links_lead_somewhere(report: Report) -> None:
    """No link of any report leads out of the workbook, and none to a sheet that is not there."""
    workbook = opened(written(report, OTHER))
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.hyperlink:
                    target(workbook, cell)


@pytest.mark.parametrize(
    "report",
    [
        Report(),
        Report(title="t" * 40_000, publisher="p" * 40_000, area=Area(None, "a" * 40_000)),
        Report(
            title="\x00\ud800_x0041_\n=1+1",
            observations=[Observation(value=Decimal(1), label="=1+1", unit=Unit("X", 'd"d;yy" h:mm;@'))],
        ),
        Report(observations=[Observation(value=Decimal(n), label=f"series {n}") for n in range(500)]),
        Report(
            observations=[
                Observation(value=Decimal(10) ** 30 + n, period=Period.of(2000 + n), indicator=indicators()["GDP"])
                for n in range(3)
            ]
        ),
        Report(
            observations=[
                Observation(value=Decimal("1E+30"), measure=Measure.GROWTH, unit=units()["PT"], label=label)
                for label in "ab"
            ]
        ),
    ],
    ids=["empty", "long", "hostile", "500 figures", "large levels", "large growth"],
)
def test_extremes(report: Report) -> None:
    """Any report is shown on one page in cells that hold what they show, without a chart of what none can draw."""
    data = written(report)
    sheet = opened(data)["Overview"]
    assert sheet.max_row <= 40
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    texts = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert all(text.isprintable() and len(text) <= 310 and "_x0041_" not in text for text in texts)
    assert all(0 < (sheet.row_dimensions[number].height or 0) <= 409 for number in range(1, sheet.max_row + 1))
    assert not sheet._charts  # type: ignore[attr-defined]  # the stubs lack it
    assert read(data) == [report]


def test_a_number_too_wide_for_its_column_is_a_text() -> None:
    """What has no room on a line, or no place in a number, is a text that is broken, so that no ##### is ever seen."""
    long = [
        Observation(value=Decimal("123456789.123456"), unit=units()["SQM"], label="a", unit_mult=6),
        Observation(value=Decimal(10) ** 30, label="b"),
    ]
    sheet = opened(written(Report(observations=long)))["Overview"]
    assert [sheet[cell].value for cell in ("C6", "C7")] == [
        "123,456,789.123456 million square meters",
        "1,000,000,000,000,000,000,000,000,000,000",
    ]
    assert sheet["C6"].alignment.wrap_text


def test_several_reports() -> None:
    """Several reports are listed first, each line leading to where the report is shown, a page further on."""
    workbook = opened(written(REPORT, OTHER, BULLETIN))
    sheet = workbook["Overview"]
    assert rows_of(sheet)[3][:3] == ["山东经济", "山东省", "2022年6月20日"]
    arrows = [sheet.cell(row, 7) for row in (4, 5, 6)]
    places = [target(workbook, arrow) for arrow in arrows if isinstance(arrow, Cell)]
    assert [place.value for place in places] == ["山东经济", "Report without a title", BULLETIN.title]
    assert {(place.row or 0) - 1 for place in places} <= {mark.id for mark in sheet.row_breaks.brk}


def test_the_list_names_the_source() -> None:
    """Who published a report, or else the file it came from, stands under a head that is true of both."""
    reports = attrs.evolve(OTHER, uri="a.txt"), attrs.evolve(BULLETIN, publisher="山东省统计局")
    heads: dict[Language, str] = {"en": "Source", "zh": "来源"}
    for language, head in heads.items():
        rows = rows_of(opened(written(*(attrs.evolve(one, language=language) for one in reports)))["Overview"])
        assert rows[2][4] == head
        assert [row[-2] for row in rows[3:5]] == ["a.txt", "山东省统计局"]


def test_the_list_counts_in_numbers() -> None:
    """How many figures a report has is a number, which a spreadsheet adds up, also where there are none."""
    sheet = opened(written(BULLETIN, attrs.evolve(REPORT, observations=())))["Overview"]
    assert [(sheet.cell(row, 5).value, sheet.cell(row, 5).data_type) for row in (4, 5)] == [(7, "n"), (0, "n")]


def test_very_many_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of very many the first are listed, fewer are shown, and it is said how many more there are and where."""
    monkeypatch.setattr(overview, "MOST_LISTED", 20)
    one = attrs.evolve(REPORT, observations=REPORT.observations[:1])
    few, many = (rows_of(opened(written(*[one] * count))["Overview"]) for count in (21, 40))
    assert ["其余20篇见工作表 Reports。"] in many
    assert ["下文列出前12篇报告的主要指标和图表；全部40篇的数据见工作表 Observations。"] in many
    assert len(few) == len(many)
    assert sum(row == ["主要指标"] for row in many) == MOST_SHOWN


def test_no_more_is_kept_than_is_shown() -> None:
    """However many reports there are, what is kept of them is what is listed and shown."""
    overview = Overview(Workbook(write_only=True))
    for key in range(1, 3_001):
        overview.add(REPORT, key, NOWHERE)
    assert (len(overview._listed), len(overview._blocks)) == (MOST_LISTED, MOST_SHOWN) == (1_000, 12)


def test_how_it_is_printed() -> None:
    """It is printed on landscape pages as wide as it is, and what it says is marked as made from the others."""
    workbook = opened(written(BULLETIN))
    for title in ("Overview", "Chart data"):
        sheet = workbook[title]
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
        assert sheet.print_area
        assert any("由其他工作表生成" in str(value) for row in rows_of(sheet) for value in row)
    assert workbook["Overview"].freeze_panes == "A2"
    long = attrs.evolve(BULLETIN, observations=BULLETIN.observations[:1] * 2, title="长" * 300)
    high = [opened(written(*several))["Overview"].page_setup.fitToHeight for several in ([long], [long, long])]
    assert high == [1, 0]
    assert not workbook["Overview"].sheet_view.showGridLines
