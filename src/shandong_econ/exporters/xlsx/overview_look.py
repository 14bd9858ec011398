"""How the sheets that are made from the others look: type, colours, widths and heights, and the printed page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

import attrs
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from shandong_econ.exporters.xlsx.breaking import lines_taken
from shandong_econ.exporters.xlsx.cells import put
from shandong_econ.exporters.xlsx.derived import Line, Link, Look, Shown

INK, PALE, FAINT, ACCENT, FALL = "FF1F2937", "FF6B7280", "FFD1D5DB", "FF1F4E79", "FFB42318"
TYPEFACES: Mapping[str, str] = {"en": "Calibri", "zh": "Microsoft YaHei"}
CHART_ROW = 15.0
"""Points of a row that charts stand on."""
_PAPER, SIDE, TOP, BOTTOM = (11.69, 8.27), 0.4, 0.5, 0.6  # inches of A4, and of its margins
_INCH, _CHARACTER = 72, 5.4  # points of an inch, and of the width that a column has for a character
_UNSEEN = ";;;"  # the number format of a cell that holds a number and shows nothing
_LINE = 1.45  # height of a line of text, by the size of its type
_HIGHEST = 400.0  # points; a spreadsheet has no rows of more than 409


@attrs.frozen
class _Style:
    size: float
    color: str
    bold: bool = False
    italic: bool = False
    side: Literal["left", "right", "center"] = "left"
    indent: int = 0
    fill: str | None = None
    space: float = 6
    """Points above and below the text together."""


_STYLES: Mapping[Look, _Style] = {
    Look.TITLE: _Style(20, ACCENT, bold=True, space=8),
    Look.ABOUT: _Style(11, PALE),
    Look.REMARK: _Style(9, PALE, italic=True),
    Look.SECTION: _Style(13, ACCENT, bold=True, space=16),
    Look.HEAD: _Style(10, PALE, bold=True, space=8),
    Look.HEAD_OF_NUMBERS: _Style(10, PALE, bold=True, side="right", space=8),
    Look.HEAD_OF_WORDS: _Style(10, PALE, bold=True, indent=1, space=8),
    Look.NAME: _Style(11, INK, bold=True, space=8),
    Look.NUMBER: _Style(11, INK, side="right", space=8),
    Look.FALL: _Style(11, FALL, side="right", space=8),
    Look.WORDS: _Style(10, PALE, indent=1, space=8),
    Look.SENTENCE: _Style(9.5, PALE, indent=1, space=8),
    Look.ARROW: _Style(11, ACCENT, side="center", space=8),
    Look.DERIVED: _Style(11, PALE, italic=True, side="right", space=8),
    Look.REVISED: _Style(11, INK, side="right", space=8, fill="FFFFF2B3"),
    Look.CONFLICT: _Style(11, INK, side="right", space=8, fill="FFFBD5D0"),
    Look.TREND: _Style(8, ACCENT, indent=1, space=8),
}
_HEADS = frozenset({Look.HEAD, Look.HEAD_OF_NUMBERS, Look.HEAD_OF_WORDS})
_RULED = frozenset(Look) - _HEADS - {Look.TITLE, Look.ABOUT, Look.REMARK, Look.SECTION}


@attrs.frozen
class Page:
    """A derived sheet: its name, the widths of its columns in characters, and the typeface of its language."""

    title: str
    widths: tuple[float, ...]
    typeface: str

    def width(self, column: int) -> float:
        """The width of a column, counted from 1."""
        return self.widths[column - 1]

    @property
    def room(self) -> float:
        """Points of height on a printed page that is as wide as the sheet."""
        across = (_PAPER[0] - 2 * SIDE) * _INCH / (sum(self.widths) * _CHARACTER)
        return (_PAPER[1] - TOP - BOTTOM) * _INCH / min(1.0, across)


def height(line: Line, page: Page) -> float:
    """The height of a row in points, in which every text of it has room."""
    return max((_height_of(cell, line, page) for cell in line.cells), default=CHART_ROW)


def _height_of(cell: Shown, line: Line, page: Page) -> float:
    style = _STYLES[cell.look]
    room = sum(page.widths[1:]) if line.wide else page.width(cell.column)
    scale = style.size / 11 * (1.08 if style.bold else 1)  # a column is measured in digits of eleven points
    lines = lines_taken(cell.value, (room - 1 - 2 * style.indent) / scale) if isinstance(cell.value, str) else 1
    return min(lines * style.size * _LINE + style.space, _HIGHEST)


Styles: TypeAlias = dict[object, StyleArray]
"""What the cells of a workbook look like, by all that it depends on: to make a look anew for each cell takes long."""


def cells_of_line(worksheet: Worksheet, line: Line, page: Page, styles: Styles) -> list[Cell | None]:
    """The cells of a row, the first the number of its report, which is there and not seen."""
    cells: list[Cell | None] = [None] * len(page.widths)
    if line.report is not None:
        cells[0] = key = WriteOnlyCell(worksheet, line.report)
        key.number_format = _UNSEEN
    ruled = any(cell.look in _RULED for cell in line.cells)
    head = any(cell.look in _HEADS for cell in line.cells)
    rule = _HEAD_RULE if head else _RULE if ruled else None
    for cell in line.cells:
        cells[cell.column - 1] = _cell(worksheet, cell, page, rule, styles)
    for place in range(1, len(cells) if rule else 0):
        if cells[place] is None:
            cells[place] = one = WriteOnlyCell(worksheet)
            _dress(one, (head, "free"), styles, lambda one: setattr(one, "border", rule))
    return cells


_RULE = Border(bottom=Side("hair", color=FAINT))
_HEAD_RULE = Border(bottom=Side("medium", color=ACCENT))


def _cell(worksheet: Worksheet, shown: Shown, page: Page, rule: Border | None, styles: Styles) -> Cell:
    style = _STYLES[shown.look]
    wrapped = isinstance(shown.value, str) and shown.look is not Look.TREND

    def dress(cell: Cell) -> None:
        cell.font = Font(name=page.typeface, size=style.size, bold=style.bold, italic=style.italic, color=style.color)
        cell.alignment = Alignment(horizontal=style.side, vertical="center", wrap_text=wrapped, indent=style.indent)
        cell.number_format = shown.number_format
        if style.fill is not None:
            cell.fill = PatternFill("solid", fgColor=style.fill)
        if rule is not None:
            cell.border = rule

    cell = WriteOnlyCell(worksheet)
    if shown.bold:
        cell.value = _rich(shown, style, page)
    else:
        put(cell, shown.value)
    _dress(cell, (shown.look, wrapped, shown.number_format, rule is None, rule is _HEAD_RULE), styles, dress)
    if shown.comment is not None:
        lines = shown.comment.count("\n") + 1
        cell.comment = Comment(shown.comment, "shandong_econ", height=22 + 18 * lines, width=360)
    if shown.link is not None:
        cell.hyperlink = Hyperlink(ref="", location=location(shown.link))
    return cell


def _dress(cell: Cell, key: object, styles: Styles, dress: Callable[[Cell], None]) -> None:
    """Gives a cell the look of that key, which is made once."""
    if key not in styles:
        dress(cell)
        styles[key] = cell._style  # type: ignore[attr-defined]  # the stubs lack it
    cell._style = styles[key]  # type: ignore[attr-defined]  # cells may share it: none is changed after


def _rich(shown: Shown, style: _Style, page: Page) -> CellRichText:
    text, at = str(shown.value), 0
    pieces = []
    for start, end in shown.bold:
        pieces += [(text[at:start], False), (text[max(at, start) : end], True)]
        at = max(at, end)
    pieces.append((text[at:], False))
    return CellRichText([TextBlock(_inline(style, page, bold=bold), piece) for piece, bold in pieces if piece])


def _inline(style: _Style, page: Page, *, bold: bool) -> InlineFont:
    return InlineFont(rFont=page.typeface, sz=style.size, b=bold, color=Color(INK if bold else style.color))


def location(link: Link) -> str:
    """The address of a cell as a link has it, the name of its sheet in quotation marks where it needs them."""
    return f"{quote_sheetname(link.sheet)}!{link.column}{link.row}"
