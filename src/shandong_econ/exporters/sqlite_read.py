"""Reads an archive: all reports in the order of their numbers, or those that a query finds; nothing is changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.exporters.plain import check_version
from shandong_econ.exporters.sqlite_schema import quoted, stored_columns
from shandong_econ.model import Report
from shandong_econ.model.checks import shown
from shandong_econ.rows import NOTES, OBSERVATIONS, REPORTS, STATEMENTS, Placed, Table, assemble, stored_row

_LONGEST = 300  # characters of what SQLite says, which may repeat the whole of a query


def read_archive(file: BinaryIO, query: str | None) -> Iterator[Report]:
    """The reports of an archive, those of a query if there is one; ReadError names the table and the row."""
    try:
        with _path_of(file) as path, closing(_opened(path)) as database:
            _check(database)
            keys: Iterable[Any] = _keys(database) if query is None else _found(database, query)
            yield from (_report(database, key) for key in keys)
    except sqlite3.Error as error:
        raise ReadError(f"{error}: this is no archive that SQLite can read: write it anew") from error


@contextmanager
def _path_of(file: BinaryIO) -> Iterator[Path]:
    """A path of the file: its own, so that SQLite sees what waits beside it, or that of a copy."""
    own: Path | None = None
    name = getattr(file, "name", None)
    with suppress(OSError, ValueError):  # a name that is no path, or a file that the system does not know
        if isinstance(name, str) and os.path.samestat(os.fstat(file.fileno()), Path(name).stat()):
            own = Path(name)
    if own is not None:
        yield own
        return
    with TemporaryDirectory(prefix="shandong_econ-") as folder:
        path = Path(folder) / "archive.sqlite"
        with path.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        yield path


def _opened(path: Path) -> sqlite3.Connection:
    """A connection that can only read, and runs nothing that the file itself brings."""
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for setting in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
        database.execute(f"PRAGMA {setting}")
    return database


def _check(database: sqlite3.Connection) -> None:
    try:
        (version,) = database.execute("SELECT max(format_version) FROM shandong_econ").fetchone()
    except sqlite3.OperationalError as error:
        remedy = "give a file that this library wrote"
        raise ReadError(f"{error}: this database is no archive of reports: {remedy}") from None
    check_version(version, "table shandong_econ")


def _keys(database: sqlite3.Connection) -> Iterator[Any]:
    return (key for (key,) in database.execute("SELECT report FROM reports ORDER BY report"))


def _found(database: sqlite3.Connection, query: str) -> list[Any]:
    """The numbers that a query gives, in order and each once."""
    remedy = "write it as: SELECT report FROM observations WHERE indicator = 'GDP'"
    try:
        rows = database.execute(query)
        names = [name for name, *_ in rows.description or ()]
        if "report" not in names and len(names) != 1:
            raise ReadError(f"the query {shown(query)} gives no column report: {remedy}")
        index = names.index("report") if "report" in names else 0
        keys = {row[index] for row in rows} - {None}
    except (sqlite3.Error, sqlite3.Warning, ValueError) as error:  # ValueError: a NUL in it, or a lone surrogate
        raise ReadError(f"the query {shown(query)} fails: {str(error)[:_LONGEST]}: {remedy}") from error
    if wrong := [key for key in keys if not isinstance(key, int)]:
        raise ReadError(f"the query {shown(query)} gives {shown(wrong[0])}, which is no number of a report: {remedy}")
    return sorted(keys)


def _report(database: sqlite3.Connection, key: object) -> Report:
    rows = list(_rows(database, REPORTS, key))
    if not rows:
        raise ReadError(f"there is no report {shown(key)}: let the query give numbers of the table reports")
    (about,) = rows
    return assemble(about, *(list(_rows(database, table, key)) for table in (OBSERVATIONS, STATEMENTS, NOTES)))


def _rows(database: sqlite3.Connection, table: Table, key: object) -> Iterator[Placed]:
    """The rows of a report in a table, each with its place."""
    columns = [column.name for column in stored_columns(table)]
    number = "report" if table is REPORTS else "number"
    names = ", ".join(map(quoted, [number, *columns]))
    command = f"SELECT {names} FROM {table.name} WHERE report = ? ORDER BY {number}"  # noqa: S608  # our own names
    for count, *values in database.execute(command, (key,)):
        place = f"table {table.name}, report {shown(key)}" + ("" if table is REPORTS else f", number {shown(count)}")
        yield Placed(place, stored_row(table, dict(zip(columns, values, strict=True)), place))
