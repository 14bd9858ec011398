"""What a file is, told from its bytes: reports in one of the library's formats, or a text and its encoding."""

from __future__ import annotations

import codecs
import os
import re
from typing import BinaryIO

from shandong_econ.errors import ReadError

LARGEST_TEXT = 256 << 20
"""Bytes of a text that is parsed."""

_HEAD = 4096  # bytes at the beginning, which hold every mark but a workbook's
_TAIL = 1 << 16  # bytes at the end of a zip, which hold the names of its last members
_JSON_MARK = re.compile(rb'(?<!\\)"format"\s*:\s*"shandong_econ"')
_JSON_REPORTS = re.compile(rb'\{\s*\n|(?<!\\)"reports"\s*:')  # laid out on lines, or the list of all reports
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")


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
    if head.startswith(b"<!-- shandong_econ markdown"):
        return "markdown"
    if _is_table(head):
        return "csv"
    if head.lstrip().startswith(b"{") and _JSON_MARK.search(head):
        return "json" if _JSON_REPORTS.search(head) else "jsonl"
    return None


def _zip_of(file: BinaryIO, start: int) -> str | None:
    """The format of a zip by the names of its members; whether it is one of ours its reader knows."""
    end = file.seek(0, os.SEEK_END)
    file.seek(max(start, end - _TAIL))
    tail = file.read(_TAIL)
    file.seek(start)
    if b"xl/workbook.xml" in tail:
        return "xlsx"
    return "datapackage" if b"datapackage.json" in tail else None


def _is_table(head: bytes) -> bool:
    """Whether the first line is a header of ours, even if a spreadsheet has put other marks between the columns."""
    columns = [column.strip(b'" \r') for column in re.split(rb"[,;\t]", head.partition(b"\n")[0])]
    return b"report" in columns and b"obs_value" in columns


def text_of(file: BinaryIO, where: str) -> str:
    """The text of a file, its line ends as they are, without a mark of byte order.

    It is UTF-8, UTF-16 or UTF-32 if it has such a mark, else UTF-8, else GB18030. ReadError if it is none of these, is
    no text, or is longer than LARGEST_TEXT.
    """
    data = file.read(LARGEST_TEXT + 1)
    if len(data) > LARGEST_TEXT:
        raise ReadError(f"{where} has over {LARGEST_TEXT >> 20} MiB, which is more than a report: split it")
    encodings = [encoding for mark, encoding in _BOMS if data.startswith(mark)][:1] or ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Nearly any bytes are GB18030, so there every control character is a sign that it is no text.
        if match := re.search("\x00" if encoding != "gb18030" else _NO_TEXT, text):
            raise ReadError(f"{where} is no text: it has {match[0]!r} at character {match.start()}; {_REMEDY}")
        return text
    raise ReadError(f"{where} is no text in {' or '.join(map(str.upper, encodings))}: {_REMEDY}")


_REMEDY = "save it as plain text in UTF-8, or give format= if an exporter wrote it"
