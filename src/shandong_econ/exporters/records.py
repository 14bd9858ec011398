"""The records of a csv, however long their fields: the csv module has one limit for the whole process."""

from __future__ import annotations

import csv
import threading
from collections.abc import Iterator

from shandong_econ.errors import ReadError

LONGEST_FIELD = 2**31 - 1  # the most that the csv module takes on every machine
_LIMIT = threading.Lock()


def records(lines: Iterator[str]) -> Iterator[tuple[int, list[str]]]:
    """The records of a csv and their lines; the csv module's limit is put back after each."""
    reader = csv.reader(lines, strict=True)
    while True:
        with _LIMIT:
            usual = csv.field_size_limit(LONGEST_FIELD)
            try:
                record = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                remedy = "put text with commas or line ends between quotation marks, and double those within"
                raise ReadError(f"line {reader.line_num}: {error}: {remedy}") from None
            finally:
                csv.field_size_limit(usual)
        yield reader.line_num, record
