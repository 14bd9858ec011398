"""How a sheet looks: header, widths, the table with its filters, what stays in view, and the printed page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from shandong_econ.exporters.xlsx.cells import AS_TEXT
from shandong_econ.exporters.xlsx.sheets import Sheet, folds, wraps
from shandong_econ.rows import Column, Kind

_INK, _PALE, _PAPER, _RULE = "FF1F2937", "FF6B7280", "FFE8EDF3", "FF94A3B8"  # tones of slate
_HEAD_FILL = PatternFill("solid", fgColor=_PAPER)
_HEAD_RULE = Border(bottom=Side("thin", color=_RULE))
_STRIPES = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
_PAGE = 250  # characters, of a width that can still be read when they fill a page
_NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL})


def begin_sheet(worksheet: Worksheet, sheet: Sheet, widths: Sequence[int]) -> None:
    """Gives a new sheet its header, ready for rows."""
    worksheet.freeze_panes = f"{get_column_letter(sheet.kept + 1)}2"
    worksheet.row_dimensions[1].height = 21
    for number, (column, width) in enumerate(zip(sheet.table.columns, widths, strict=True), 1):
        dimension = worksheet.column_dimensions[get_column_letter(number)]
        dimension.width = width
        if folds(column):
            dimension.outlineLevel, dimension.hidden = 1, True
        dimension.number_format = "General" if column.kind in _NUMBERS else AS_TEXT  # of the cells still empty
    _set_page(worksheet, sheet, widths)
    worksheet.append([_head(worksheet, column) for column in sheet.table.columns])


def end_sheet(worksheet: Worksheet, sheet: Sheet, last_row: int) -> None:
    """Puts a table with filters round the rows; a sheet that is open for writing only knows no header of its own."""
    area = f"A1:{get_column_letter(len(sheet.table.columns))}{last_row}"
    columns = [TableColumn(id=number, name=name) for number, name in enumerate(sheet.table.header, 1)]
    table = Table(displayName=sheet.table.name, ref=area, autoFilter=AutoFilter(ref=area), tableColumns=columns)
    table.tableStyleInfo = _STRIPES
    worksheet.tables.add(table)  # add_table warns whatever the columns


def body_cell(worksheet: Worksheet, sheet: Sheet, column: Column, number_format: str) -> Cell:
    """A cell with the looks of its column, for every row in turn; a cell that was written may not change its looks."""
    cell = WriteOnlyCell(worksheet)
    cell.font = _font(derived=column.derived)
    vertical: Literal["top", "center"] = "top" if any(map(wraps, sheet.table.columns)) else "center"
    cell.alignment = _alignment(column, vertical=vertical, wrapped=wraps(column))
    cell.number_format = number_format
    return cell


def _font(*, derived: bool, bold: bool = False) -> Font:
    return Font(name="Calibri", scheme="minor", size=11, bold=bold, italic=derived, color=_PALE if derived else _INK)


def _alignment(column: Column, *, vertical: Literal["top", "center"], wrapped: bool = False) -> Alignment:
    """Numbers stand right, a little away from the text of the next column."""
    if column.kind in _NUMBERS:
        return Alignment(horizontal="right", indent=1, vertical=vertical)
    return Alignment(horizontal="left", vertical=vertical, wrap_text=wrapped)


def _head(worksheet: Worksheet, column: Column) -> Cell:
    cell = WriteOnlyCell(worksheet, column.name)
    cell.font = _font(derived=column.derived, bold=True)
    cell.fill, cell.border = _HEAD_FILL, _HEAD_RULE
    cell.alignment = _alignment(column, vertical="center")
    derived = " (derived: follows from the others, and is not read)" if column.derived else ""
    cell.comment = Comment(f"{column.title}: {column.description}{derived}", "shandong_econ", height=60, width=280)
    return cell


def _set_page(worksheet: Worksheet, sheet: Sheet, widths: Sequence[int]) -> None:
    """Landscape A3, as many pages side by side as can be read, each with the header and with what does not scroll."""
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = 8  # A3
    shown = sum(width for column, width in zip(sheet.table.columns, widths, strict=True) if not folds(column))
    worksheet.page_setup.fitToWidth = math.ceil(shown / _PAGE)
    worksheet.page_setup.fitToHeight = 0  # as many as it takes
    worksheet.page_margins.left = worksheet.page_margins.right = 0.4
    worksheet.print_title_rows = "1:1"
    if sheet.kept:
        worksheet.print_title_cols = f"A:{get_column_letter(sheet.kept)}"
    footer = worksheet.oddFooter
    assert footer is not None  # openpyxl makes one for every sheet
    footer.left.text, footer.right.text = "&A", "&P / &N"
