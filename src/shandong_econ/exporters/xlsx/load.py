"""A workbook as texts: of each of our sheets the rows, and of each row the text that a person sees in its cells."""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

import attrs
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from shandong_econ.errors import ReadError
from shandong_econ.exporters.plain import check_version
from shandong_econ.exporters.xlsx.cells import seen
from shandong_econ.exporters.xlsx.package import look_over
from shandong_econ.exporters.xlsx.sheets import DERIVED_SHEETS, LONG, MARK, MOST_ROWS, SHEETS, Sheet
from shandong_econ.rows import Column

_FEW = 5  # columns that an error names
_MOST_COLUMNS = 256  # of a sheet that are looked at; ours have at most 40
_BROKEN = (
    BadZipFile,
    ExpatError,
    zlib.error,
    EOFError,
    OSError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,
    SyntaxError,  # of XML, too
    TypeError,
    ValueError,
)
"""What zipfile, the XML parser and openpyxl raise for a file that is damaged or of another kind."""
_FOREIGN = (
    "this workbook was not written as reports, on sheets "
    f"{', '.join(sheet.title for sheet in SHEETS)}: to have its text read, save it as .txt"
)


@attrs.frozen
class _Raw:
    value: object
    data_type: str
    number_format: str


_Rows = dict[int, dict[int, _Raw]]  # by the number of the row and of the column, both from 1


@attrs.frozen
class Line:
    """A row of a sheet: its number, and the texts of its cells by the names of their columns."""

    sheet: str
    number: int
    columns: Mapping[str, int]
    texts: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.sheet}, row {self.number}"

    def cell(self, column: Column) -> str:
        """The address of a cell, such as "Observations!S5 (amount)"."""
        place = self.columns.get(column.name)
        return f"{self.sheet}!{get_column_letter(place)}{self.number} ({column.name})" if place else str(self)


@attrs.frozen
class Loaded:
    """The lines of each sheet of ours by its title; and of those made from the others the values, by row and column."""

    lines: Mapping[str, list[Line]]
    derived: Mapping[str, Mapping[int, Mapping[int, object]]]


def load(file: BinaryIO) -> Loaded:
    """What the sheets of a workbook say; ReadError if the file is no workbook, not ours, or newer."""
    source = file if file.seekable() else io.BytesIO(file.read())
    try:
        look_over(source)
        raw = _read(source, computed=False)
        if any(_has_formula(raw[sheet.title]) for sheet in (*SHEETS, LONG) if sheet.title in raw):
            raw = _with_results(raw, _read(source, computed=True))
    except ReadError:
        raise
    except _BROKEN as error:
        cause = f"{type(error).__name__}: {error}"
        raise ReadError(
            f"this is no workbook, or a damaged one ({cause}): save it from a spreadsheet as .xlsx"
        ) from error
    return Loaded(
        {sheet.title: list(_lines(sheet, raw[sheet.title])) for sheet in (*SHEETS, LONG) if sheet.title in raw},
        {title: _values(raw[title]) for title in DERIVED_SHEETS if title in raw},
    )


def _has_formula(rows: _Rows) -> bool:
    return any(one.data_type == "f" for row in rows.values() for one in row.values())


def _values(rows: _Rows) -> dict[int, dict[int, object]]:
    return {number: {place: raw.value for place, raw in row.items()} for number, row in rows.items()}


def _read(source: BinaryIO, *, computed: bool) -> dict[str, _Rows]:
    """The cells of our sheets that are not empty; where a formula stands, the formula, or what was `computed` last."""
    source.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of openpyxl, about what it would not save again
        workbook = load_workbook(source, read_only=True, data_only=computed, keep_links=False)
        try:
            properties = workbook.custom_doc_props  # type: ignore[attr-defined]  # the stubs lack it
            marks = [one.value for one in properties.props if one.name == MARK]
            for version in marks:  # services that lose it leave the sheets and columns, by which we go then
                is_whole = isinstance(version, float) and version.is_integer()  # as LibreOffice saves it
                whole = int(version) if is_whole else version
                check_version(whole, f"the property {MARK} of the workbook")
            missing = [sheet.title for sheet in SHEETS if sheet.title not in workbook.sheetnames]
            if missing:
                remedy = "put it back, with its header if nothing else"
                raise ReadError(f"the workbook has no sheet {missing[0]}: {remedy}" if marks else _FOREIGN)
            ours = {sheet.title for sheet in (*SHEETS, LONG)} & set(workbook.sheetnames)
            derived = {title for title in DERIVED_SHEETS if isinstance(_sheet(workbook, title), ReadOnlyWorksheet)}
            return {title: _rows(workbook[title]) for title in ours | derived}
        finally:
            workbook.close()


def _sheet(workbook: Workbook, title: str) -> object:
    return workbook[title] if title in workbook.sheetnames else None


def _rows(worksheet: Any) -> _Rows:
    if not isinstance(worksheet, ReadOnlyWorksheet):
        raise TypeError("a chart stands where a sheet of cells belongs")
    worksheet.reset_dimensions()  # what the file says of its size may be wrong, or hostile
    rows: _Rows = {}
    gap: tuple[Any, ...] | None = None  # openpyxl gives one and the same row for all that are missing
    every: Iterator[tuple[Any, ...]] = worksheet.iter_rows(max_col=_MOST_COLUMNS)  # type: ignore[misc]  # the stubs
    for number, row in enumerate(every, 1):
        if number > MOST_ROWS:
            raise ValueError(f"sheet {worksheet.title} has more than {MOST_ROWS:,} rows")
        if row is gap:
            continue
        cells = {
            place: _Raw(cell.value, cell.data_type, cell.number_format)
            for place, cell in enumerate(row, 1)
            if cell.value is not None
        }
        if cells:
            rows[number] = cells
        else:
            gap = row
    return rows


def _with_results(formulas: dict[str, _Rows], results: dict[str, _Rows]) -> dict[str, _Rows]:
    """The same sheets with the result of a formula in its place, where the spreadsheet has saved one."""

    def result(title: str, number: int, place: int, one: _Raw) -> _Raw:
        if one.data_type != "f":
            return one
        return results[title].get(number, {}).get(place, one)

    return {
        title: {
            number: {place: result(title, number, place, one) for place, one in row.items()}
            for number, row in rows.items()
        }
        for title, rows in formulas.items()
    }


def _lines(sheet: Sheet, rows: _Rows) -> Iterator[Line]:
    columns = _header(sheet, rows.get(1, {}))
    for number, row in rows.items():
        texts = {name: _text(sheet, number, place, row[place]) for name, place in columns.items() if place in row}
        if number > 1 and any(text.strip() for text in texts.values()):
            yield Line(sheet.title, number, columns, texts)


def _header(sheet: Sheet, row: dict[int, _Raw]) -> dict[str, int]:
    """Where each column of the table stands; columns that a person has added are left alone."""
    columns: dict[str, int] = {}
    for place, raw in row.items():
        name = seen(raw.value, raw.number_format).strip().lower()
        if name in columns:
            twice = f"{get_column_letter(columns[name])}1 and {get_column_letter(place)}1"
            raise ReadError(f"{sheet.title}!{twice} both say {name!r}: rename one")
        if name in sheet.table.header:
            columns[name] = place
    missing = [column.name for column in sheet.table.columns if not column.derived and column.name not in columns]
    if missing:
        named = ", ".join(missing[:_FEW]) + (f" and {len(missing) - _FEW} more" if len(missing) > _FEW else "")
        remedy = "the first row must hold the names of the columns, as they were written (a cell below may be empty)"
        raise ReadError(f"{sheet.title}!1:1 lacks columns: {named}: {remedy}")
    return columns


def _text(sheet: Sheet, number: int, place: int, raw: _Raw) -> str:
    problem = {"e": "the error", "f": "a formula without a result:"}.get(raw.data_type)
    if problem:
        cell = f"{sheet.title}!{get_column_letter(place)}{number}"
        raise ReadError(f"{cell} holds {problem} {raw.value}: write the value itself")
    return seen(raw.value, raw.number_format)
