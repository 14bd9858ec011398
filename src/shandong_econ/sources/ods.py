"""Sheets of the OpenDocument format: the words that each cell shows stand in the file, with merged cells and heads."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO
from xml.etree import ElementTree as Xml

import attrs

from shandong_econ.errors import ReadError
from shandong_econ.grids import MOST_PLACES, Entry, Table, laid
from shandong_econ.grids.laying import blanks_before
from shandong_econ.grids.surroundings import names_nothing
from shandong_econ.hookspecs import Document
from shandong_econ.sources.sheets import Shown, blocks_of_sheet
from shandong_econ.sources.zips import DAMAGE, ZIP, check_size

LARGEST = 64 << 20
"""Bytes that the parts of a file have when they are unpacked."""
_REMEDY = "open it in a spreadsheet and save it anew as .ods or .xlsx"
_KIND = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)(cm|mm|in|pt)")
_CHARACTERS = {"cm": 2.7, "mm": 0.27, "in": 6.86, "pt": 0.095}  # of Chinese at a usual size
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_W = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_F = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_MOST_ROWS, _MOST_COLUMNS = 1 << 20, 1 << 14  # of a sheet
_GROUPS = frozenset({f"{_T}table-rows", f"{_T}table-row-group", f"{_T}table-header-rows"})
_CELLS = frozenset({f"{_T}table-cell", f"{_T}covered-table-cell"})


class Ods:
    """A file of sheets of LibreOffice and others: every table of every sheet that is not hidden, as it is shown."""

    name = "ods"
    suffixes = (".ods",)

    def recognises(self, file: BinaryIO) -> bool:
        """Whether the file is an archive whose first part says that it is such a file."""
        head = file.read(256)
        return head.startswith(ZIP) and _KIND in head

    def read(self, file: BinaryIO) -> Iterator[Document]:
        """The one text of the file; ReadError if no sheet has words."""
        check_size(file, LARGEST, ".ods", _REMEDY)
        try:
            with zipfile.ZipFile(file) as archive:
                content = archive.read("content.xml")
            text, tables = laid(list(_blocks(_tree(content))))
        except ReadError:
            raise
        except (*DAMAGE, LookupError) as error:
            raise ReadError(f"it is no file of sheets, or a damaged one ({error}): {_REMEDY}") from error
        if not text:
            raise ReadError("its sheets have no words in their cells, as those of pictures have none: type them")
        yield Document(text=text, tables=tables)


def _tree(content: bytes) -> Any:
    if b"\0" in content[:256] or _DECLARES.search(content):
        raise ReadError(f"its content declares what no office writes there: {_REMEDY}")
    return Xml.fromstring(content)  # noqa: S314  # without a declaration nothing in it can grow, and its size is capped


def _blocks(tree: Any) -> Iterator[str | Table]:
    styles = {style.get(f"{_S}name"): style for style in tree.iter(f"{_S}style")}
    hidden = {name for name, style in styles.items() if _says(style, "table-properties", f"{_T}display") == "false"}
    indents = {
        name: _length(_says(style, "paragraph-properties", f"{_F}margin-left")) for name, style in styles.items()
    }
    sheets = [sheet for sheet in tree.iter(f"{_T}table") if sheet.get(f"{_T}style-name") not in hidden]
    for sheet in sheets:
        entries = _entries(sheet, indents)
        name = sheet.get(f"{_T}name") or ""
        if entries and len(sheets) > 1 and not names_nothing(name):
            yield name
        yield from blocks_of_sheet(entries)


def _says(style: Any, part: str, name: str) -> str | None:
    found = style.find(f"{_S}{part}")
    return None if found is None else found.get(name)


def _length(words: str | None) -> float:
    match = _LENGTH.fullmatch(words or "")
    return round(float(match[1]) * _CHARACTERS[match[2]], 1) if match else 0.0


def _entries(sheet: Any, indents: Mapping[str | None, float]) -> list[Entry]:
    """The cells of a sheet that have words, at their places among the rows and columns that are not hidden."""
    columns = Shown(_hidden_columns(sheet))
    rows = list(_rows(sheet, in_head=False))
    says = any(in_head for _, in_head in rows)
    entries: list[Entry] = []
    at = 0
    for row, in_head in rows:
        if row.get(f"{_T}visibility") in ("collapse", "filter"):
            continue
        times = _number(row, "number-rows-repeated")
        found = list(_of_row(row, columns, indents, at, is_head=in_head if says else None))
        if len(entries) + times * len(found) > MOST_PLACES:
            raise ReadError(f"sheet {sheet.get(f'{_T}name')!r} has over {MOST_PLACES} cells: split it")
        entries += [attrs.evolve(entry, row=at + n) for n in range(times if found else 0) for entry in found]
        at += times
    return entries


def _rows(element: Any, *, in_head: bool) -> Iterator[tuple[Any, bool]]:
    for child in element:
        if child.tag == f"{_T}table-row":
            yield child, in_head
        elif child.tag in _GROUPS:
            yield from _rows(child, in_head=in_head or child.tag == f"{_T}table-header-rows")


def _hidden_columns(sheet: Any) -> Iterator[int]:
    at = 0
    for column in sheet.iter(f"{_T}table-column"):
        times = _number(column, "number-columns-repeated")
        if column.get(f"{_T}visibility") in ("collapse", "filter"):
            yield from range(at, min(at + times, _MOST_COLUMNS))
        at += times


def _of_row(
    row: Any, columns: Shown, indents: Mapping[str | None, float], number: int, *, is_head: bool | None
) -> Iterator[Entry]:
    at = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        times = _number(cell, "number-columns-repeated")
        words = "\n".join(_words(paragraph) for paragraph in cell.iterfind(f"{_W}p"))
        if words.strip() and cell.tag == f"{_T}table-cell":
            height, width = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
            if number + height > _MOST_ROWS or at + times * width > _MOST_COLUMNS:
                raise ReadError(f"row {number + 1} of a sheet covers more than a sheet has: {_REMEDY}")
            indent = indents.get(cell.get(f"{_T}style-name"), 0.0) + blanks_before(words)
            for n in range(at, at + times):
                if columns.within(n):
                    yield Entry(words, number, columns.before(n), height, columns.within(n, width), indent, is_head)
        at += times


def _words(element: Any) -> str:
    """The words of a paragraph: blanks are written as elements that count them, and what is noted on a cell is none."""
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_W}s":
            count = child.get(f"{_W}c") or "1"
            yield " " * (min(int(count), 100) if count.isdecimal() and len(count) < 10 else 1)
        elif child.tag in (f"{_W}tab", f"{_W}line-break"):
            yield "\n" if child.tag == f"{_W}line-break" else " "
        elif child.tag not in (f"{_W}note", f"{_O}annotation"):
            yield from _pieces(child)
        yield child.tail or ""


def _number(element: Any, name: str) -> int:
    value = element.get(f"{_T}{name}") or ""
    return max(1, int(value)) if value.isdecimal() and len(value) < 10 else 1
