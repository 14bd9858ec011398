"""Reports into a workbook: row by row, onto the sheet where each belongs."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED

from openpyxl import LXML, Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import IntProperty
from openpyxl.workbook.properties import CalcProperties
from openpyxl.writer.excel import ExcelWriter

from shandong_econ.claims import room
from shandong_econ.errors import ExportError
from shandong_econ.exporters.xlsx.cells import AS_NUMBER, AS_TEXT, Content, content, put
from shandong_econ.exporters.xlsx.kept import KeptWorkbook
from shandong_econ.exporters.xlsx.lines import cells_of_text, fits, parts_of, reference, starts_of_cells
from shandong_econ.exporters.xlsx.look import begin_sheet, body_cell, end_sheet
from shandong_econ.exporters.xlsx.overview import Overview
from shandong_econ.exporters.xlsx.package import SteadyZip
from shandong_econ.exporters.xlsx.page import new_sheet
from shandong_econ.exporters.xlsx.places import Places
from shandong_econ.exporters.xlsx.series_charts import charts_of
from shandong_econ.exporters.xlsx.series_kept import KeptFigures
from shandong_econ.exporters.xlsx.series_sheet import write_series
from shandong_econ.exporters.xlsx.series_table import table_of
from shandong_econ.exporters.xlsx.sheets import (
    ABOUT,
    FIGURES,
    LINES,
    LONG,
    MARK,
    MOST_ROWS,
    REMARKS,
    SAID,
    SHEETS,
    Sheet,
    width,
)
from shandong_econ.model import Report
from shandong_econ.rows import (
    FORMAT_VERSION,
    REPORTS,
    Row,
    note_rows,
    observation_rows,
    report_row,
    statement_rows,
)

if LXML:  # another package may have brought lxml, and openpyxl then writes through it
    from lxml.etree import SerialisationError as _DiskError
else:
    _DiskError = OSError
_NO_DAY = datetime(1980, 1, 1)  # a workbook must state a time: the first that a zip knows
Contents = Sequence[tuple[Content, str]]
_MEASURED = 500  # rows by which the columns of a sheet have their widths


def write_workbook(reports: Iterable[Report], file: BinaryIO) -> None:
    """Writes the reports as a workbook that states neither a time nor a machine."""
    with room() as folder:
        _write(reports, KeptWorkbook(folder), file)


def _write(reports: Iterable[Report], workbook: KeptWorkbook, file: BinaryIO) -> None:
    workbook.properties = DocumentProperties(creator="shandong_econ", created=_NO_DAY, modified=_NO_DAY)
    workbook.calculation = CalcProperties(fullCalcOnLoad=False)  # else Excel asks to save what nobody has changed
    mark = IntProperty(name=MARK, value=FORMAT_VERSION)
    workbook.custom_doc_props.append(mark)  # type: ignore[attr-defined]  # the stubs lack it
    try:
        _fill(workbook, reports)
        with SteadyZip(file, "w", ZIP_DEFLATED) as package:
            ExcelWriter(workbook, package).save()
    except _DiskError as error:
        raise _as_of_the_system(error) from error
    finally:
        _close(workbook)


def _as_of_the_system(error: Exception) -> OSError:
    """What the system refused: lxml says it in words such as IO_ENOSPC."""
    if isinstance(error, OSError):
        return error
    number = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
    return OSError(number, os.strerror(number))


def _fill(workbook: Workbook, reports: Iterable[Report]) -> None:
    overview, kept = Overview(workbook), KeptFigures()
    rows = {sheet.title: _Rows(workbook, sheet) for sheet in SHEETS}
    long = _LongTexts(workbook)
    for key, report in enumerate(reports, 1):
        about, figures, lines = (rows[sheet.title].next for sheet in (ABOUT, FIGURES, LINES))
        starts = starts_of_cells(report.text) if overview.shows_next else ()
        overview.add(report, key, Places(about, figures, lines, starts))
        kept.add(report, key, figures)
        for sheet, contents in _contents(report, key):
            rows[sheet.title].add([long.kept(one) for one in contents])
    for sheet_rows in rows.values():
        sheet_rows.end()
    long.end()
    table = table_of(kept)
    charts = [] if table is None else charts_of(table, write_series(workbook, table, 1))
    overview.end(charts)


def _contents(report: Report, key: int) -> Iterator[tuple[Sheet, Contents]]:
    """What the cells of a report hold, row by row, each with the sheet of the row."""
    about = zip(REPORTS.columns, report_row(report, key), strict=True)
    yield ABOUT, [content(column, value) for column, value in about if column in ABOUT.table.columns]
    for sheet, flattened in ((FIGURES, observation_rows), (SAID, statement_rows), (REMARKS, note_rows)):
        for row in flattened(report, key):
            yield sheet, _row(sheet, row)
    for number, line in enumerate(cells_of_text(report.text), 1):
        yield LINES, ((key, AS_NUMBER), (number, AS_NUMBER), (line or None, AS_TEXT))


def _row(sheet: Sheet, row: Row) -> Contents:
    return [content(column, value) for column, value in zip(sheet.table.columns, row, strict=True)]


class _Rows:
    """The rows of one sheet, written as they come, through the same few cells: one for each format of each column.

    The first are kept until the widths of the columns are known by them, which stand before all rows.
    """

    def __init__(self, workbook: Workbook, sheet: Sheet) -> None:
        self._sheet = sheet
        self._worksheet = new_sheet(workbook, sheet.title, None)
        self._kept: list[Contents] | None = []
        self._cells: list[dict[str, SheetCell]] = [{} for _ in sheet.table.columns]
        self._count = 1

    @property
    def next(self) -> int:
        """The number of the row that comes next."""
        return self._count + 1

    def add(self, contents: Contents) -> None:
        """Writes a row; ExportError if the sheet is full."""
        self._count += 1
        if self._count > MOST_ROWS:
            raise ExportError(
                f"sheet {self._sheet.title} cannot hold more than {MOST_ROWS:,} rows: "
                "write fewer reports to a workbook, or write csv"
            )
        if self._kept is None:
            self._write(contents)
            return
        self._kept.append(contents)
        if len(self._kept) == _MEASURED:
            self._begin()

    def _begin(self) -> None:
        kept, self._kept = self._kept or [], None
        texts = [{value for value, _ in cells if isinstance(value, str)} for cells in zip(*kept, strict=True)]
        begin_sheet(self._worksheet, self._sheet, list(map(width, self._sheet.table.columns, texts)))
        for contents in kept:
            self._write(contents)

    def _write(self, contents: Contents) -> None:
        row: list[Any] = []  # a cell, or None for an empty one
        for place, (value, number_format) in enumerate(contents):
            if value is None:
                row.append(None)
                continue
            cell = self._cells[place].get(number_format) or self._new_cell(place, number_format)
            put(cell, value)
            row.append(cell)
        self._worksheet.append(row)

    def _new_cell(self, place: int, number_format: str) -> SheetCell:
        cell = body_cell(self._worksheet, self._sheet, self._sheet.table.columns[place], number_format)
        self._cells[place][number_format] = cell
        return cell

    def end(self) -> None:
        """Puts the table round the rows; a table wants one, be it empty."""
        if self._count == 1:
            self.add([(None, AS_TEXT)] * len(self._cells))
        if self._kept is not None:
            self._begin()
        end_sheet(self._worksheet, self._sheet, self._count)


class _LongTexts:
    """The texts that no cell can hold, on a sheet that is there if there are any."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._rows: _Rows | None = None
        self._count = 0

    def kept(self, one: tuple[Content, str]) -> tuple[Content, str]:
        """What the cell holds after all: itself, or the number of the long text."""
        text = one[0]
        if not isinstance(text, str) or fits(text):
            return one
        self._rows = self._rows or _Rows(self._workbook, LONG)
        self._count += 1
        for part, cell in enumerate(parts_of(text), 1):
            self._rows.add(((self._count, AS_NUMBER), (part, AS_NUMBER), (cell, AS_TEXT)))
        return reference(self._count), AS_TEXT

    def end(self) -> None:
        """Puts the table round the texts, if there are any."""
        if self._rows:
            self._rows.end()


def _close(workbook: Workbook) -> None:
    """Closes the files of the sheets, which a failure leaves open: not every system removes open files."""
    every: list[Any] = workbook.worksheets
    for worksheet in every:
        with contextlib.suppress(OSError, _DiskError):
            if not worksheet.closed:
                worksheet.close()
