"""Workbooks as an office makes them: every sheet that it shows, each table with its merged cells, as it is shown."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.grids import MOST_PLACES, Entry, Table, laid
from shandong_econ.grids.laying import blanks_before
from shandong_econ.grids.surroundings import names_nothing
from shandong_econ.hookspecs import Document
from shandong_econ.sources.number_formats import shown
from shandong_econ.sources.sheets import Shown, blocks_of_sheet
from shandong_econ.sources.zips import DAMAGE, check_size, has_part

LARGEST = 64 << 20
"""Bytes that the parts of a workbook have when they are unpacked."""
_REMEDY = "open it in a spreadsheet and save it anew as .xlsx"
_NO_RESULT = re.compile(rb"<f\b(?:[^<>]*/>|[^<>]*>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>")
_ADDRESS = re.compile(rb'<c\b[^<>]{0,99}?\br="([A-Z]{1,3}\d{1,7})"')


class Xlsx:
    """A workbook: every table of every sheet that is not hidden, its numbers with the digits that are shown.

    A workbook that holds reports of ours is read as these.
    """

    name = "xlsx"
    suffixes = (".xlsx", ".xlsm")

    def recognises(self, file: BinaryIO) -> bool:
        """Whether the file is an archive that has the parts of a workbook."""
        return has_part(file, "xl/workbook")

    def read(self, file: BinaryIO) -> Iterator[Document]:
        """The one text of the workbook; ReadError if no sheet has words."""
        check_size(file, LARGEST, ".xlsx", _REMEDY)
        try:
            _check_results(file)
            workbook = _loaded(file)
            text, tables = laid(list(_blocks(workbook)))
            title = workbook.properties.title or None
        except ReadError:
            raise
        except (*DAMAGE, TypeError, AttributeError, LookupError, ArithmeticError) as error:
            raise ReadError(f"it is no workbook, or a damaged one ({error}): {_REMEDY}") from error
        if not text:
            raise ReadError("its sheets have no words in their cells, as those of pictures have none: type them")
        yield Document(text=text, tables=tables, title=title)


def _loaded(file: BinaryIO) -> Any:
    from openpyxl import load_workbook  # here, because most documents are none

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of openpyxl, about what it would not save again
        return load_workbook(file, data_only=True, keep_links=False)


def _check_results(file: BinaryIO) -> None:
    """ReadError, which names the cell, if a formula has no result: programs write such, and an office computes it."""
    start = file.tell()
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/sheet"):
                continue
            data = archive.read(name)
            if match := _NO_RESULT.search(data):
                cell = _ADDRESS.findall(data, 0, match.start())[-1:]
                where = cell[0].decode() if cell else "a cell"
                sheet = name.rpartition("/")[2].removesuffix(".xml")
                raise ReadError(f"{where} of {sheet} has a formula without its result: {_REMEDY}")
    file.seek(start)


def _blocks(workbook: Any) -> Iterator[str | Table]:
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        entries = _entries(sheet)
        if entries and len(sheets) > 1 and not names_nothing(sheet.title):
            yield sheet.title
        yield from blocks_of_sheet(entries)


def _entries(sheet: Any) -> list[Entry]:
    """The cells of a sheet that have words, at their places among the rows and columns that are not hidden."""
    merged = {(each.min_row, each.min_col): each for each in sheet.merged_cells.ranges}
    rows = Shown([0, *(n for n, each in sheet.row_dimensions.items() if each.hidden)])  # they count from 1
    columns = Shown({0, *_hidden_columns(sheet)})
    entries = []
    for (row, column), cell in sorted(sheet._cells.items()):  # it makes the cells that are not there, if asked for rows
        if cell.value is None or not rows.within(row) or not columns.within(column):
            continue
        words = shown(cell.value, cell.number_format)
        area = merged.get((row, column))
        height = 1 if area is None else rows.within(row, area.max_row + 1 - row)
        width = 1 if area is None else columns.within(column, area.max_col + 1 - column)
        indent = float(cell.alignment.indent or 0) + blanks_before(words)
        entries.append(Entry(words, rows.before(row), columns.before(column), height, width, indent))
        if len(entries) > MOST_PLACES:
            raise ReadError(f"sheet {sheet.title!r} has over {MOST_PLACES} cells, more than a bulletin's: split it")
    return entries


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for each in sheet.column_dimensions.values():
        if each.hidden:
            yield from range(each.min or 1, min(each.max or 0, sheet.max_column) + 1)
