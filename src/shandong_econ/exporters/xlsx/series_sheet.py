"""Writes the sheet Series: what stays in view, filters, and the printed pages, each with the heads and the names."""

from __future__ import annotations

import math

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter, FilterColumn

from shandong_econ.exporters.xlsx.overview_look import TYPEFACES, Page
from shandong_econ.exporters.xlsx.page import PageWriter, new_sheet
from shandong_econ.exporters.xlsx.series_table import FIRST_PERIOD, SPAN, UNIT, Table
from shandong_econ.exporters.xlsx.sheets import SERIES

_PAGE = 290.0  # characters, of a width that can still be read when they fill a page


def write_series(workbook: Workbook, table: Table, place: int) -> int:
    """Writes the table on a sheet in that place among the others, and gives the row of its heads."""
    heads = len(table.above) + 1
    page = Page(SERIES, table.widths, TYPEFACES[table.language])
    worksheet = new_sheet(workbook, SERIES, place)
    writer = PageWriter(worksheet, page, frozen=f"{get_column_letter(SPAN + 1)}{heads + 1}")
    for line in (*table.above, table.heads, *(row.line for row in table.rows)):
        writer.put(line)
    last = writer.next - 1
    for line in table.below:
        writer.put(line)
    writer.end()
    width = len(table.widths)
    area = f"A{heads}:{get_column_letter(width)}{last}"
    unfiltered = [0, *range(FIRST_PERIOD - 2, width)]  # a filter sorts all of its columns, and shows few buttons
    worksheet.auto_filter = AutoFilter(
        ref=area, filterColumn=[FilterColumn(colId=n, hiddenButton=True) for n in unfiltered]
    )
    worksheet.print_title_rows = f"{heads}:{heads}"
    worksheet.page_setup.fitToWidth = math.ceil(sum(table.widths) / _PAGE)
    worksheet.page_setup.paperSize = 8  # A3
    if worksheet.page_setup.fitToWidth > 1:
        worksheet.print_title_cols = f"A:{get_column_letter(UNIT)}"
    return heads
