"""Reads a data package that this library wrote, its tables side by side, as they were or as people edited them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import groupby
from typing import IO, BinaryIO, cast
from zipfile import BadZipFile, ZipFile

from shandong_econ.errors import ReadError
from shandong_econ.exporters.descriptions import VERSION
from shandong_econ.exporters.lines import text_lines
from shandong_econ.exporters.plain import check_version, loads
from shandong_econ.exporters.xlsx.package import LARGEST_MEMBER, LARGEST_RATIO
from shandong_econ.grids.records import records
from shandong_econ.model import Report
from shandong_econ.rows import NOTES, OBSERVATIONS, REPORTS, STATEMENTS, TABLES, Placed, Table, assemble, decode_row

UNPACKED_FREELY = 512 * 2**20
"""Bytes of the tables, unpacked, whatever they were packed into: read line by line, where one line may be all."""
_REMEDY = "give a package that this library wrote"
_DAMAGED = (BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, OSError, ValueError, IndexError)
"""What zipfile raises for a file that is damaged, encrypted or packed in a way that it does not know."""


def read_package(file: BinaryIO) -> Iterator[Report]:
    """The reports of a package; ReadError names the table, the line and the column."""
    try:
        with ZipFile(file) as package, ExitStack() as stack:
            _check(package)
            opened = {table: stack.enter_context(package.open(f"{table.name}.csv")) for table in TABLES}
            yield from _side_by_side({table: _groups(table, member) for table, member in opened.items()})
    except ReadError:
        raise
    except KeyError as error:
        raise ReadError(f"{error.args[0]}: {_REMEDY}") from None
    except _DAMAGED as error:
        raise ReadError(f"the zip is damaged ({type(error).__name__}: {error}): {_REMEDY}") from error


def _check(package: ZipFile) -> None:
    packed = sum(member.compress_size for member in package.infolist())
    unpacked = sum(member.file_size for member in package.infolist())
    if unpacked > max(UNPACKED_FREELY, LARGEST_RATIO * packed):
        raise ReadError(f"the zip unpacks from {packed:,} to {unpacked:,} bytes, made to fill the memory: {_REMEDY}")
    with package.open("datapackage.json") as member:
        text = member.read(LARGEST_MEMBER).decode(errors="replace")
    document = loads(text, 1)
    if not isinstance(document, dict) or VERSION not in document:
        raise ReadError(f'datapackage.json: the mark "{VERSION}" is missing: {_REMEDY}')
    check_version(document[VERSION], f"datapackage.json, {VERSION}")


class _Groups:
    """The rows of a table, taken report by report."""

    def __init__(self, rows: Iterator[tuple[int, Placed]]) -> None:
        self._groups = groupby(rows, key=lambda row: row[0])
        self._ahead: tuple[int, list[Placed]] | None = None

    def take(self, key: int) -> list[Placed]:
        """The rows of a report; ReadError if the next ones are of a report that stands before it, and is not there."""
        ahead = self.ahead()
        if ahead is not None and ahead[0] < key:
            raise ReadError(
                f"{ahead[1][0].place}, column report: there is no report {ahead[0]}: add it, or mend the number"
            )
        if ahead is None or ahead[0] != key:
            return []
        self._ahead = None
        return ahead[1]

    def ahead(self) -> tuple[int, list[Placed]] | None:
        """The number and the rows of the report that comes next."""
        if self._ahead is None:
            key, rows = next(self._groups, (0, iter(())))
            self._ahead = (key, [placed for _, placed in rows]) if key else None
        return self._ahead


def _groups(table: Table, member: IO[bytes]) -> _Groups:
    return _Groups(_rows(table, member))


def _rows(table: Table, member: IO[bytes]) -> Iterator[tuple[int, Placed]]:
    """The rows of a table with the numbers of their reports, which go up; empty rows are left out."""
    name, last = f"{table.name}.csv", 0
    try:
        found = records(text_lines(cast(BinaryIO, member)))
        _, header = next(found, (1, []))
        if missing := [each.name for each in table.columns if not each.derived and each.name not in header]:
            raise ReadError(f"line 1: these columns are missing: {', '.join(missing[:5])}: put the header back")
        for line, record in found:
            if not any(record):
                continue
            if len(record) != len(header):
                raise ReadError(f"line {line}: it has {len(record)} cells and the header {len(header)}: mend the line")
            cells = decode_row(table, dict(zip(header, record, strict=True)), f"line {line}")
            key = cells["report"]
            if not isinstance(key, int) or key < 1 or key < last or (table is REPORTS and key == last):
                raise ReadError(f"line {line}, column report: {key} stands after {last}: number and sort the reports")
            last = key
            yield key, Placed(f"{name}, line {line}", cells)
    except ReadError as error:
        raise ReadError(f"{name}, {error}") from None


def _side_by_side(tables: dict[Table, _Groups]) -> Iterator[Report]:
    while (ahead := tables[REPORTS].ahead()) is not None:
        key = ahead[0]
        rows = {table: groups.take(key) for table, groups in tables.items()}
        (about,) = rows[REPORTS]
        yield assemble(about, rows[OBSERVATIONS], rows[STATEMENTS], rows[NOTES], number=key)
    for groups in tables.values():
        groups.take(2**63)
