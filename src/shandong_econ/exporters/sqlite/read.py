"""Reads an archive: all reports in the order of their numbers, or those that a query finds; nothing is changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from shandong_econ.claims import room
from shandong_econ.errors import ReadError
from shandong_econ.exporters.plain import check_version
from shandong_econ.exporters.sqlite.guard import Guard, guard, is_archive, what_is_amiss
from shandong_econ.exporters.sqlite.schema import PARTS, quoted, stored_columns
from shandong_econ.exporters.sqlite.seal import EDITED, seal
from shandong_econ.model import Report
from shandong_econ.model.checks import shown
from shandong_econ.rows import REPORTS, Placed, Table, assemble, stored_row

_COPY = "read another copy of it, or write it anew"
_LONGEST = 300  # characters of what SQLite says, which may repeat the whole of a query


def read_archive(file: BinaryIO, query: str | None) -> Iterator[Report]:
    """The reports of an archive, those of a query if there is one; ReadError names the table and the row."""
    watched: Guard | None = None
    try:
        with _path_of(file) as path, closing(_opened(path)) as database:
            _check_length(database, path)
            watched = guard(database, writing=False)
            _check(database)
            keys: Iterable[Any] = _keys(watched) if query is None else _found(watched, query)
            for key in keys:
                watched.begin_step()
                yield _report(database, key)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter for a message with names that are no UTF-8
        reason = str(error) if watched is None else watched.reason(error)
        raise ReadError(f"{reason}: this is no archive that SQLite can read: {_COPY}") from error


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
    with room() as folder:
        path = folder / "archive.sqlite"
        with path.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        yield path


def _opened(path: Path) -> sqlite3.Connection:
    """A connection that can only read."""
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    database.execute("PRAGMA query_only = ON")
    return database


def _check_length(database: sqlite3.Connection, path: Path) -> None:
    """ReadError if the last page is cut, which SQLite would fill with zeros; it tells itself of pages that are gone."""
    (page,) = database.execute("PRAGMA page_size").fetchone()
    if (size := path.stat().st_size) % page:
        raise ReadError(f"the file has {size} bytes, and is cut in the midst of a page of {page}: {_COPY}")


def _check(database: sqlite3.Connection) -> None:
    if not is_archive(database):
        remedy = "give a file that this library wrote"
        raise ReadError(f"this database is no archive of reports: {remedy}")
    (version,) = database.execute("SELECT max(format_version) FROM shandong_econ").fetchone()
    check_version(version, "table shandong_econ")
    if amiss := what_is_amiss(database):
        raise ReadError(f"{amiss}: {_COPY}, and put columns of your own into tables of your own")


def _keys(watched: Guard) -> Iterator[Any]:
    """The numbers of all reports; ReadError if a table and its index do not agree on what is there."""
    database = watched.database
    database.set_progress_handler(None, 0)  # a check of a big archive may take its time: it looks at each page once
    for table in (REPORTS, *PARTS):
        (found,) = database.execute(f"PRAGMA integrity_check({table.name})").fetchone()
        if found != "ok":
            raise ReadError(f"table {table.name} is damaged: {shown(found)}: {_COPY}")
    (key,) = database.execute("SELECT min(report) FROM reports").fetchone()
    while key is not None:  # nothing is held open, and no lock, while the caller has a report
        yield key
        watched.begin_step()
        (key,) = database.execute("SELECT min(report) FROM reports WHERE report > ?", (key,)).fetchone()


def _found(watched: Guard, query: str) -> list[Any]:
    """The numbers that a query gives, in order and each once."""
    database = watched.database
    remedy = "write it as: SELECT report FROM observations WHERE indicator = 'GDP'"
    (reports,) = database.execute("SELECT count(*) FROM reports").fetchone()
    most = reports + 1  # and NULL
    try:
        rows = database.execute(query)
        names = [name for name, *_ in rows.description or ()]
        if "report" not in names and len(names) != 1:
            raise ReadError(f"the query {shown(query)} gives no column report: {remedy}")
        index = names.index("report") if "report" in names else 0
        keys: set[Any] = set()
        for row in rows:
            keys.add(row[index])
            if len(keys) > most:
                raise ReadError(f"the query {shown(query)} gives more numbers than there are reports: {remedy}")
        keys.discard(None)
    except ReadError:
        raise
    except (sqlite3.Error, sqlite3.Warning, ValueError) as error:  # ValueError: a NUL in it, or a lone surrogate
        reason = watched.reason(error)[:_LONGEST]
        raise ReadError(f"the query {shown(query)} fails: {reason}: {remedy}") from error
    if wrong := [key for key in keys if not isinstance(key, int)]:
        raise ReadError(f"the query {shown(query)} gives {shown(wrong[0])}, which is no number of a report: {remedy}")
    return sorted(keys)


def _report(database: sqlite3.Connection, key: object) -> Report:
    about = database.execute(_command(REPORTS, "seal", "report"), (key,)).fetchall()
    if not about:
        raise ReadError(f"there is no report {shown(key)}: let the query give numbers of the table reports")
    parts = {table: _rows(database, table, key) for table in PARTS}
    sealed, *cells = about[0]
    if sealed not in (EDITED, seal([[cells], *parts.values()])):
        accept = f"UPDATE reports SET seal = '{EDITED}' WHERE report = {key}"  # noqa: S608  # a person is to run it
        raise ReadError(
            f"table reports, report {shown(key)}: it or its figures, statements or notes are not as they were written:"
            f" the file is damaged: {_COPY}, or, if all is as it should be, run: {accept}"
        )
    place = f"report {shown(key)}"
    (first,) = _placed(REPORTS, [cells], [place])
    return assemble(
        first,
        *(
            list(_placed(table, [row[1:] for row in rows], [f"{place}, number {shown(row[0])}" for row in rows]))
            for table, rows in parts.items()
        ),
    )


def _rows(database: sqlite3.Connection, table: Table, key: object) -> list[list[Any]]:
    """The cells of a report in a table, row by row, each row after its number."""
    rows: list[list[Any]] = []
    for row in database.execute(_command(table, "number", "number"), (key,)):
        if rows and (
            type(row[0]) is not int or row[0] <= rows[-1][0]
        ):  # a page that leads back to itself would give them without end
            raise ReadError(f"table {table.name}, report {shown(key)}: its rows are in no order: {_COPY}")
        rows.append(list(row))
    return rows


def _placed(table: Table, rows: list[list[Any]], places: list[str]) -> Iterator[Placed]:
    names = [column.name for column in stored_columns(table)]
    for row, at in zip(rows, places, strict=True):
        place = f"table {table.name}, {at}"
        yield Placed(place, stored_row(table, dict(zip(names, row, strict=True)), place))


@cache
def _command(table: Table, first: str, order: str) -> str:
    names = ", ".join([first, *(quoted(column.name) for column in stored_columns(table))])
    return f"SELECT {names} FROM {table.name} WHERE report = ? ORDER BY {order}"  # noqa: S608  # our own names
