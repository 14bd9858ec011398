"""The first charts of a workbook of several reports: series over time, drawn from the cells of the sheet Series."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs
from openpyxl.chart import LineChart
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter, quote_sheetname

from shandong_econ import digest
from shandong_econ.exporters.xlsx.charts import anchor, texts_at, title, type_of
from shandong_econ.exporters.xlsx.derived import Shown
from shandong_econ.exporters.xlsx.overview_look import ACCENT, FAINT, INK, PALE
from shandong_econ.exporters.xlsx.series_cells import example_of
from shandong_econ.exporters.xlsx.series_naming import what
from shandong_econ.exporters.xlsx.series_table import FIRST_PERIOD, SPAN, UNIT, Row, Table
from shandong_econ.exporters.xlsx.sheets import SERIES
from shandong_econ.model import Measure, Status
from shandong_econ.timeseries import TimeSpan

MOST_CHARTS = 6
"""Indicators that are drawn: the first in the order of the table."""
_FEWEST_POINTS = 3
_SHADES = (ACCENT[2:], "D9822B")
_RULE = GraphicalProperties(ln=LineProperties(solidFill=FAINT[2:], w=6350))


@attrs.frozen
class Curves:
    """Series of one indicator in one place, which a chart shows together: single months beside the year to date."""

    table: Table
    heads: int
    """The row of the heads of the table."""
    numbers: tuple[int, ...]
    """The places of the series in the table, from 0."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The series."""
        return tuple(self.table.rows[number] for number in self.numbers)


def charts_of(table: Table, heads: int) -> list[Curves]:
    """What is drawn of a table whose heads stand in that row: of the first indicators the growth, or else the level.

    It is that of the place of which most series are told.
    """
    drawn = [number for number, row in enumerate(table.rows) if _can_be_drawn(row)]
    places = [table.rows[number].series.key.area for number in drawn]
    home = max(places, key=places.count, default=None)
    groups: dict[object, dict[object, list[int]]] = {}
    for number in drawn:
        key = table.rows[number].series.key
        if key.area == home and key.entity is None:
            of_one = groups.setdefault((key.indicator, key.label), {})
            of_one.setdefault((key.measure, key.comparison, key.relative_to, key.unit, key.base), []).append(number)
    chosen = [max(kinds.items(), key=lambda each: _rank(table, each[1]))[1] for kinds in groups.values()]
    return [Curves(table, heads, tuple(_longest(table, numbers))) for numbers in chosen[:MOST_CHARTS]]


def _can_be_drawn(row: Row) -> bool:
    """Whether every cell holds a number: a text would be drawn as nothing, at the height of 0."""
    numbers = [cell for cell in row.line.cells if cell.column >= FIRST_PERIOD]
    results = row.series.key.status is Status.A
    return results and len(numbers) >= _FEWEST_POINTS and not any(isinstance(cell.value, str) for cell in numbers)


def _rank(table: Table, numbers: Sequence[int]) -> tuple[int, int]:
    """Growth before levels, and these before the rest; then what has most points."""
    measure = table.rows[numbers[0]].series.key.measure
    order = {Measure.GROWTH: 2, Measure.LEVEL: 1}.get(measure, 0)
    return order, max(len(table.rows[number].reports) for number in numbers)


def _longest(table: Table, numbers: Sequence[int]) -> list[int]:
    """The longest series of single spans, and beside it that of the year to date; of amounts, which grow in it, one."""
    found = sorted(numbers, key=lambda number: -len(table.rows[number].reports))
    keys = {number: table.rows[number].series.key for number in found}
    spans = [next((number for number in found if keys[number].span is span), None) for span in TimeSpan]
    both = [number for number in spans if number is not None]
    return both[:1] if keys[found[0]].measure is Measure.LEVEL else both


def line_chart(curves: Curves, typeface: str, *, rows: tuple[int, int], columns: tuple[int, int]) -> LineChart:
    """The chart of some series, over the cells from the first up to the last row and column, all counted from 0."""
    made = LineChart()
    span = _columns_of(curves)
    made.series = [_curve(place, curves, span, typeface) for place in range(len(curves.numbers))]
    made.title = title(_name(curves), typeface)
    made.legend = Legend(legendPos="b", txPr=type_of(900, PALE, typeface)) if len(curves.numbers) > 1 else None
    made.display_blanks = "span"
    names, scale = made.x_axis, made.y_axis
    names.delete = scale.delete = False
    names.txPr = scale.txPr = type_of(900, PALE, typeface)
    names.tickLblPos, names.majorTickMark, scale.majorTickMark = "low", "none", "none"
    names.graphicalProperties = _RULE
    scale.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    assert scale.majorGridlines is not None  # openpyxl gives a chart of lines some
    scale.majorGridlines.spPr = _RULE
    names.number_format = "General"
    scale.number_format = _format(curves)
    made.roundedCorners = False
    made.graphical_properties = GraphicalProperties(solidFill="FFFFFF", ln=LineProperties(solidFill=FAINT[2:], w=6350))
    made.anchor = anchor(rows, columns)  # type: ignore[assignment]  # the stubs know only the address of a cell
    return made


def _columns_of(curves: Curves) -> tuple[int, int]:
    """The first and the last column in which one of the series has a number."""
    filled = [cell.column for row in curves.rows for cell in row.line.cells if cell.column >= FIRST_PERIOD]
    return min(filled), max(filled)


def _name(curves: Curves) -> str:
    row, language = curves.rows[0], curves.table.language
    between = digest.words(language).get("page", "between")
    name = digest.indicator_name(example_of(row.series), language)
    unit = next((str(cell.value) for cell in row.line.cells if cell.column == UNIT), "").strip()
    said = between.join((name, what(row.series.key, language)))
    return digest.words(language).get("page", "with_unit").format(name=said, unit=unit) if unit else said


def _curve(place: int, curves: Curves, span: tuple[int, int], typeface: str) -> Series:
    """A series with its values beside the address of their cells, for those who only look at the chart."""
    row, shade = curves.rows[place], _SHADES[place]
    number = curves.heads + 1 + curves.numbers[place]
    first, last = span
    numbers = _numbers(row)
    cached = [NumVal(idx=column - first, v=str(cell.value)) for column, cell in numbers.items()]
    data = NumData(formatCode="General", ptCount=last - first + 1, pt=cached)
    one = Series(idx=place, order=place, val=NumDataSource(numRef=NumRef(f=_area(number, first, last), numCache=data)))
    heads = {cell.column: str(cell.value) for cell in curves.table.heads.cells}
    names = [heads[column] for column in range(first, last + 1)]
    one.cat = AxDataSource(strRef=texts_at(_area(curves.heads, first, last), names))
    span_of = next((str(cell.value) for cell in row.line.cells if cell.column == SPAN), "")
    one.tx = SeriesLabel(strRef=texts_at(_area(number, SPAN, SPAN), [span_of]))
    one.smooth = False
    one.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=shade, w=25400))
    fill = GraphicalProperties(solidFill=shade, ln=LineProperties(solidFill=shade))
    one.marker = Marker(symbol="circle", size=5, spPr=fill)
    newest = max(numbers)
    label = DataLabel(
        idx=newest - first,
        dLblPos="b" if _is_lower(place, curves) else "t",
        txPr=type_of(900, INK, typeface),
        numFmt=numbers[newest].number_format,
        **{**_NOTHING, "showVal": True},
    )
    one.dLbls = DataLabelList(dLbl=[label], **_NOTHING)
    return one


_NOTHING = {
    f"show{what}": False for what in ("Val", "SerName", "CatName", "LegendKey", "Percent")
}  # of what a label can show


def _numbers(row: Row) -> dict[int, Shown]:
    return {cell.column: cell for cell in row.line.cells if cell.column >= FIRST_PERIOD}


def _is_lower(place: int, curves: Curves) -> bool:
    """Whether the newest number of a series is below that of another, whose label then stands above."""
    newest = [_numbers(row)[max(_numbers(row))].value for row in curves.rows]
    own = newest[place]
    return any(isinstance(one, Decimal) and isinstance(own, Decimal) and own < one for one in newest)


def _format(curves: Curves) -> str:
    """The number format of the scale: a decimal where the numbers have some."""
    values = [cell.value for row in curves.rows for cell in _numbers(row).values()]
    return "#,##0.0" if any(isinstance(value, Decimal) and value % 1 for value in values) else "#,##0"


def _area(row: int, first: int, last: int) -> str:
    letters = get_column_letter(first), get_column_letter(last)
    return f"{quote_sheetname(SERIES)}!${letters[0]}${row}:${letters[1]}${row}"
