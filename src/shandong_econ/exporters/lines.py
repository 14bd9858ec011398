"""The lines of a text file, decoded one by one, so that no file is held whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from shandong_econ.errors import ReadError


def text_lines(file: BinaryIO) -> Iterator[str]:
    """The lines of a UTF-8 file with their ends, without a byte-order mark; ReadError names one that is not UTF-8."""
    encoding = "utf-8-sig"
    for number, line in enumerate(file, 1):
        try:
            yield line.decode(encoding)
        except UnicodeDecodeError as error:
            wrong = line[error.start : error.start + 4].hex(" ")
            remedy = "save the file as UTF-8 (in Excel: CSV UTF-8)"
            raise ReadError(f"line {number}: the bytes {wrong} are not UTF-8: {remedy}") from None
        encoding = "utf-8"
