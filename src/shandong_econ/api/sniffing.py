"""Whether a file is reports in one of the library's formats, told from its bytes.

A text of ours is known by its end, too, where its mark is damaged: it is refused then, and not parsed as prose.
"""

from __future__ import annotations

import codecs
import os
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import BinaryIO

_HEAD = 4096  # bytes at the beginning, which hold every mark but a workbook's
_TAIL = 1 << 16  # bytes at the end, which hold the names of a zip's last members and the foot of a page
_PAGE_MARK = b'<meta name="generator" content="shandong_econ html '
_PAGE_FOOT = b'<script type="application/json" id="words">'
_MARKDOWN_MARK = b"<!-- shandong_econ markdown"
_MARKDOWN_END = re.compile(rb"<!-- shandong_econ end, reports \d{1,9} -->\s*\Z")
_JSON_MARK = re.compile(rb'(?<!\\)"format"\s*:\s*"shandong_econ"')
_JSON_SEAL = re.compile(rb'(?<!\\)"seal": "[a-p]{12}", "text":')
_JSON_REPORTS = re.compile(rb'\{\s*\n|(?<!\\)"reports"\s*:')  # laid out on lines, or the list of all reports

_OF_WORKBOOKS = {"docProps/custom.xml": 1 << 20, "xl/workbook.xml": 1 << 20}
"""The parts that hold our mark or name the sheets, and the bytes of each that are looked at."""
_OF_OPEN_SHEETS = {"meta.xml": 1 << 20, "content.xml": 64 << 20}
"""The same of a workbook that was saved as .ods."""
_WORKBOOK_MARK = b'"shandong_econ_format"'
_OWN_SHEETS = (b'name="Observations"', b'name="Reports"')


def marked_format(file: BinaryIO) -> str | None:
    """The name of the built-in format whose mark the file bears, or None; the file is left where it stood."""
    start = file.tell()
    head = file.read(_HEAD).removeprefix(codecs.BOM_UTF8)
    file.seek(start)
    if head.startswith(b"PK"):
        return _zip_of(file, start)
    if head.startswith(b"SQLite format 3\0"):
        return "sqlite"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"STRUCTURE,STRUCTURE_ID,ACTION,FIGURE,"):
        return "sdmx-csv"
    tail = _tail_of(file, start)
    if head.startswith(_MARKDOWN_MARK) or _MARKDOWN_END.search(tail):
        return "markdown"
    if sum((_PAGE_MARK in head, head.lstrip()[:14].lower() == b"<!doctype html", _PAGE_FOOT in tail)) > 1:
        return "html"
    if _is_table(head):
        return "csv"
    if head.lstrip().startswith(b"{") and (_JSON_MARK.search(head) or _JSON_SEAL.search(head)):
        return "json" if _JSON_REPORTS.search(head) else "jsonl"
    return None


def _zip_of(file: BinaryIO, start: int) -> str | None:
    """The format of a zip by the names of its members; whether it is one of ours its reader knows.

    The names stand at the end, after the members: a document that holds a workbook names its own parts after it.
    """
    tail = _tail_of(file, start)
    if tail.rfind(b"xl/workbook.xml") > tail.rfind(b"word/"):
        return None if _is_ours(file, start, _OF_WORKBOOKS) is False else "xlsx"
    if b"META-INF/manifest.xml" in tail and _is_ours(file, start, _OF_OPEN_SHEETS):
        return "xlsx"  # whose reader says how it is saved to be read
    return "datapackage" if tail.rfind(b"datapackage.json") > tail.rfind(b"word/") else None


def _is_ours(file: BinaryIO, start: int, parts: Mapping[str, int]) -> bool | None:
    """Whether a workbook has our mark, or our sheets, which services that lose the mark leave; None if damaged."""
    try:
        with zipfile.ZipFile(file) as archive:
            there = parts.keys() & {*archive.namelist()}
            if any(archive.getinfo(name).file_size > parts[name] for name in there):
                return False
            says = b"".join(map(archive.read, there))
    except (KeyError, ValueError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return None
    finally:
        file.seek(start)
    return _WORKBOOK_MARK in says or all(name in says for name in _OWN_SHEETS)


def _tail_of(file: BinaryIO, start: int) -> bytes:
    end = file.seek(0, os.SEEK_END)
    file.seek(max(start, end - _TAIL))
    tail = file.read(_TAIL)
    file.seek(start)
    return tail


def _is_table(head: bytes) -> bool:
    """Whether the first line is a header of ours, even if a spreadsheet has put other marks between the columns.

    Of a damaged one most columns are left: its reader says what is wrong.
    """
    from shandong_econ.rows import OBSERVATIONS  # late, as `import shandong_econ` needs no tables

    ours = {name.encode() for name in OBSERVATIONS.header}
    columns = {column.strip(b'" \r') for column in re.split(rb"[,;\t]", head.partition(b"\n")[0])}
    return {b"report", b"obs_value"} <= columns or len(columns & ours) > len(ours) // 2
