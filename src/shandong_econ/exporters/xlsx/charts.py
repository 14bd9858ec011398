"""The charts of a workbook, drawn by the spreadsheet from the cells of the sheet of what charts show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import attrs
from openpyxl.chart import BarChart
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.utils import get_column_letter, quote_sheetname

from shandong_econ.exporters.xlsx.chart_data import FIRST_VALUE, NAME, Kind, Plot, Point, format_of
from shandong_econ.exporters.xlsx.overview_look import ACCENT, FAINT, FALL, INK, PALE
from shandong_econ.exporters.xlsx.sheets import CHART_DATA

_SHADES = ("1F4E79", "2E86C1", "85C1E9", "E59866", "B9770E", "7D6608", "5D6D7E", "A569BD", "48C9B0")
_DARK = frozenset(_SHADES) - {"85C1E9", "E59866", "48C9B0"}  # on which a value is white
_REST = "E5E7EB"
_FEWEST = 12  # rows of the sheet that a chart takes
_GAP = 90_000  # EMU (a quarter of a centimetre) between a chart and the edge of its cells


@attrs.frozen
class Drawn:
    """A plot and the row of its title on the sheet of what charts show; the heads of columns and the rows follow it."""

    plot: Plot
    row: int

    @property
    def first(self) -> int:
        """The row of the first name."""
        return self.row + 2

    @property
    def last(self) -> int:
        """The row of the last."""
        return self.row + 1 + len(self.plot.rows)


def rows_needed(plot: Plot) -> int:
    """How many rows of the sheet a chart takes to be read with ease."""
    match plot.kind:
        case Kind.BARS:
            return max(_FEWEST, round(1.3 * len(plot.rows)) + 4)
        case Kind.STACK:
            return max(_FEWEST, 3 * len(plot.columns) + 7)
        case Kind.COLUMNS:
            return _FEWEST


def chart(drawn: Drawn, typeface: str, *, rows: tuple[int, int], columns: tuple[int, int]) -> BarChart:
    """The chart of a plot, over the cells from the first up to the last row and column, all counted from 0."""
    plot = drawn.plot
    made = BarChart()
    made.type = "col" if plot.kind is Kind.COLUMNS else "bar"
    made.gapWidth = {Kind.BARS: 45, Kind.STACK: 150 if len(plot.columns) == 1 else 60, Kind.COLUMNS: 80}[plot.kind]
    if plot.kind is Kind.STACK:
        made.grouping, made.overlap = "percentStacked", 100
    made.series = list(_stacked(drawn, typeface) if plot.kind is Kind.STACK else _single(drawn, typeface))
    made.title = title(plot.title, typeface)
    made.legend = Legend(legendPos="b", txPr=type_of(900, PALE, typeface)) if plot.kind is Kind.STACK else None
    _set_axes(made, plot, typeface)
    made.roundedCorners = False
    made.graphical_properties = GraphicalProperties(solidFill="FFFFFF", ln=LineProperties(solidFill=FAINT[2:], w=6350))
    made.anchor = anchor(rows, columns)  # type: ignore[assignment]  # the stubs know only the address of a cell
    return made


def anchor(rows: tuple[int, int], columns: tuple[int, int]) -> TwoCellAnchor:
    """Where a chart stands: over the cells from the first up to the last row and column, all counted from 0."""
    return TwoCellAnchor(
        editAs="oneCell",
        _from=AnchorMarker(col=columns[0], row=rows[0], colOff=_GAP * (columns[0] > 1), rowOff=0),
        to=AnchorMarker(col=columns[1], row=rows[1], colOff=0, rowOff=0),
    )


def _set_axes(made: BarChart, plot: Plot, typeface: str) -> None:
    """Names beside the bars, and no scale: every bar bears its value."""
    names, scale = made.x_axis, made.y_axis
    names.delete, scale.delete = False, True
    names.txPr = type_of(900, INK, typeface)
    names.tickLblPos = "low"  # beside the chart, where a bar goes to the left of the line, too
    names.majorTickMark = "none"
    names.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=FAINT[2:]))
    names.number_format = "General"
    scale.majorGridlines = None
    scale.number_format = "General"
    if plot.kind is not Kind.COLUMNS:
        names.scaling.orientation = "maxMin"  # the first row above
    if plot.kind is Kind.COLUMNS and all(point is None or point.value >= 0 for _, row in plot.rows for point in row):
        scale.scaling.min = 0


def _single(drawn: Drawn, typeface: str) -> Iterator[Series]:
    """The one column of values, what falls in a colour of its own."""
    plot = drawn.plot
    points = [row[0] for _, row in plot.rows]
    one = _series(0, drawn, _area(FIRST_VALUE, drawn.first, drawn.last), points)
    one.cat = _names(_area(NAME, drawn.first, drawn.last), [name for name, _ in plot.rows])
    one.graphicalProperties = GraphicalProperties(solidFill=ACCENT[2:])
    one.invertIfNegative = False
    one.dPt = [
        DataPoint(idx=n, invertIfNegative=False, spPr=GraphicalProperties(solidFill=FALL[2:]))
        for n, point in enumerate(points)
        if point is not None and point.value < 0
    ]
    one.dLbls = _labels(INK, typeface, "outEnd")
    yield one


def _stacked(drawn: Drawn, typeface: str) -> Iterator[Series]:
    """A row of the sheet after the other, each a part of every whole that has it."""
    plot = drawn.plot
    last = FIRST_VALUE + len(plot.columns) - 1
    heads = _area(FIRST_VALUE, drawn.row + 1, drawn.row + 1, last)
    for n, (name, points) in enumerate(plot.rows):
        row = drawn.first + n
        one = _series(n, drawn, _area(FIRST_VALUE, row, row, last), list(points))
        one.tx = SeriesLabel(strRef=texts_at(_area(NAME, row, row), [name]))
        one.cat = _names(heads, list(plot.columns))
        is_rest = all(point is None or point.figure is None for point in points)
        shade = _REST if is_rest else _SHADES[n % len(_SHADES)]
        one.graphicalProperties = GraphicalProperties(solidFill=shade, ln=LineProperties(solidFill="FFFFFF", w=9525))
        dark = shade in _DARK
        one.dLbls = _labels("FFFFFFFF" if dark else INK, typeface, "ctr")
        yield one


def _series(n: int, drawn: Drawn, values: str, points: list[Point | None]) -> Series:
    """A series with its values beside the address of their cells, for those who only look at the chart."""
    cached = [NumVal(idx=i, v=str(point.value)) for i, point in enumerate(points) if point is not None]
    data = NumData(formatCode=format_of(drawn.plot), ptCount=len(points), pt=cached)
    return Series(idx=n, order=n, val=NumDataSource(numRef=NumRef(f=values, numCache=data)))


def _names(area: str, names: list[str]) -> AxDataSource:
    return AxDataSource(strRef=texts_at(area, names))


def texts_at(area: str, texts: Sequence[str]) -> StrRef:
    """A reference to cells with texts, and what they hold, for who does not look."""
    cached = [StrVal(idx=i, v=text) for i, text in enumerate(texts)]
    return StrRef(f=area, strCache=StrData(ptCount=len(texts), pt=cached))


def _area(column: int, first: int, last: int, last_column: int | None = None) -> str:
    letters = get_column_letter(column), get_column_letter(last_column or column)
    return f"{quote_sheetname(CHART_DATA)}!${letters[0]}${first}:${letters[1]}${last}"


def _labels(color: str, typeface: str, place: Literal["outEnd", "ctr"]) -> DataLabelList:
    """Values in the number format of their cells."""
    labels = DataLabelList(txPr=type_of(900, color, typeface), dLblPos=place)
    labels.showVal = True
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    return labels


def title(text: str, typeface: str) -> Title:
    """A title above a chart."""
    properties = _characters(1100, ACCENT, typeface, bold=True)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=properties), r=[RegularTextRun(rPr=properties, t=text)])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def type_of(size: int, color: str, typeface: str) -> RichText:
    """The type of an axis, a legend or a label: its size in hundredths of a point, its colour, its typeface."""
    properties = _characters(size, color, typeface)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=properties), endParaRPr=properties)])


def _characters(size: int, color: str, typeface: str, *, bold: bool = False) -> CharacterProperties:
    font: Any = Font(typeface=typeface)
    return CharacterProperties(sz=size, b=bold, solidFill=color[2:], latin=font, ea=font)
