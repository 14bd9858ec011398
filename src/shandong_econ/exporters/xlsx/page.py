"""A sheet that is made from the others, written from top to bottom, and the pages on which it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from shandong_econ.exporters.xlsx.derived import Line
from shandong_econ.exporters.xlsx.overview_look import (
    ACCENT,
    BOTTOM,
    CHART_ROW,
    SIDE,
    TOP,
    Page,
    Styles,
    cells_of_line,
    height,
)


def new_sheet(workbook: Workbook, title: str, place: int | None) -> Worksheet:
    """A sheet in that place among the others, or the last."""
    return cast(Worksheet, workbook.create_sheet(title, place))  # of its write-only kind the stubs know little


_MOST_SHRUNK = 1.3  # by how much a page is made smaller so that it is one


class PageWriter:
    """Writes a derived sheet from top to bottom, and keeps account of where the printed page ends."""

    def __init__(self, worksheet: Worksheet, page: Page, *, frozen: str) -> None:
        self._worksheet, self._page = worksheet, page
        self.next = 1
        """The number of the row that comes next."""
        self._taken = 0.0  # points of the printed page
        self._on_one = False
        self._styles: Styles = {}
        _set_up(worksheet, page, frozen)

    @property
    def typeface(self) -> str:
        """The typeface of all that stands on the sheet."""
        return self._page.typeface

    def fit_on_one(self, lines: Sequence[Line], free_rows: int) -> None:
        """Prints all on one page, a little smaller, if that is all there is and it does not get too small."""
        if self._points(lines, free_rows) <= _MOST_SHRUNK * self._page.room:
            self._worksheet.page_setup.fitToHeight = 1
            self._on_one = True

    def _points(self, lines: Sequence[Line], free_rows: int) -> float:
        return sum(height(line, self._page) for line in lines) + free_rows * CHART_ROW

    def put(self, line: Line) -> None:
        """Writes a row."""
        if line.wide:
            last = get_column_letter(len(self._page.widths))
            self._worksheet.merged_cells.add(f"B{self.next}:{last}{self.next}")
        self._append(cells_of_line(self._worksheet, line, self._page, self._styles), height(line, self._page))

    def space(self, rows: int) -> None:
        """Leaves rows free."""
        for _ in range(rows):
            self._append([], CHART_ROW)

    def _append(self, cells: list[Any], points: float) -> None:
        self._worksheet.row_dimensions[self.next].height = points
        self._worksheet.append(cells)
        self.next += 1
        self._taken = points if self._taken + points > self._page.room else self._taken + points

    def break_here(self) -> None:
        """Begins a new printed page."""
        self._worksheet.row_breaks.append(Break(id=self.next - 1))
        self._taken = 0.0

    def keep_together(self, lines: Sequence[Line], free_rows: int = 0) -> None:
        """Begins a new page if there is no room for the lines and so many free rows, but would be on an empty one."""
        points = self._points(lines, free_rows)
        if not self._on_one and self._taken + points > self._page.room >= points:
            self.break_here()

    def draw(self, chart: BarChart | LineChart) -> None:
        """Adds a chart, which knows its place."""
        self._worksheet.add_chart(chart)

    def end(self) -> None:
        """Sets what is printed."""
        self._worksheet.print_area = f"A1:{get_column_letter(len(self._page.widths) + 1)}{self.next - 1}"


def _set_up(worksheet: Worksheet, page: Page, frozen: str) -> None:
    """Sets what a sheet must state before its first row."""
    for number, width in enumerate((*page.widths, page.widths[0]), 1):  # with a margin on the right, too
        worksheet.column_dimensions[get_column_letter(number)].width = width
    worksheet.sheet_view.showGridLines = False
    worksheet.freeze_panes = frozen
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.sheet_properties.tabColor = ACCENT
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = 9  # A4
    worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = 1, 0  # as high as it takes
    worksheet.print_options.horizontalCentered = True
    margins = worksheet.page_margins
    margins.left = margins.right = SIDE
    margins.top, margins.bottom, margins.footer = TOP, BOTTOM, 0.3
    footer = worksheet.oddFooter
    assert footer is not None  # openpyxl makes one for every sheet
    footer.left.text, footer.right.text = "&A", "&P / &N"
