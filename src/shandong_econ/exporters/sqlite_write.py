"""Writes an archive: reports are added, or replace those that are the same, in one transaction on a copy."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from shandong_econ.errors import ExportError
from shandong_econ.exporters.sqlite_schema import MARK, NAMES, PARTS, quoted, statements_of_schema, stored_columns
from shandong_econ.model import Report
from shandong_econ.rows import (
    FORMAT_VERSION,
    NOTES,
    OBSERVATIONS,
    REPORTS,
    STATEMENTS,
    Row,
    Table,
    note_rows,
    observation_rows,
    report_row,
    sentence_at,
    sentences,
    statement_rows,
    store_row,
    store_text,
)

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # two letters at least: C:\ is no scheme
_ROWS = {OBSERVATIONS: observation_rows, STATEMENTS: statement_rows, NOTES: note_rows}
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


def write_archive(reports: Iterable[Report], old: BinaryIO | None, file: BinaryIO) -> None:
    """Writes a new archive, or a copy of the old one to which the reports are added; ExportError says why not."""
    name = getattr(file, "name", None)
    where = name if isinstance(name, str) else "the stream"
    if isinstance(name, str):
        _check_side_files(name)
    with TemporaryDirectory(prefix="shandong_econ-") as folder:
        path = Path(folder) / "archive.sqlite"
        with path.open("wb") as copy:
            if old is not None:
                shutil.copyfileobj(old, copy)
        with _explained(where), closing(sqlite3.connect(path, isolation_level=None)) as database:
            _make_ready(database, where)
            _put_all(database, reports)
        with path.open("rb") as done:
            shutil.copyfileobj(done, file)


def identity_of(report: Report) -> str:
    """What a report is known again by: its address, else a digest of its text, else one of all that it says."""
    if report.uri is not None and _ADDRESS.match(report.uri):
        return store_text(report.uri)
    words = report.text or repr(report)
    return f"sha256:{hashlib.sha256(words.encode(errors='surrogatepass')).hexdigest()}"


def _check_side_files(name: str) -> None:
    """ExportError if changes to the old database, or to one that stood there, wait in a file beside it.

    SQLite would apply them to whatever stands at the path: to a new database they are damage.
    """
    for end in ("-journal", "-wal"):
        beside = Path(name + end)
        if beside.exists() and beside.stat().st_size:
            remedy = "close the program that has the database open, or open it once with sqlite3"
            raise ExportError(f"{name} cannot be added to: {beside} holds changes that are not yet in it: {remedy}")


@contextmanager
def _explained(where: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        remedy = "make room on the disk" if code in _FULL else "choose another path, or mend or take away what is there"
        raise ExportError(f"{where} cannot be written as an archive: {error}: {remedy}") from error


def _make_ready(database: sqlite3.Connection, where: str) -> None:
    """An archive of this version in the database: made if there is none; ExportError if that cannot be."""
    database.execute("PRAGMA journal_mode = DELETE")  # one file, whatever the old one was: the host moves one
    database.execute("PRAGMA synchronous = OFF")  # it is a copy, which is thrown away if anything goes wrong
    database.execute("PRAGMA cache_size = -65536")  # KiB: the index of the sentences is written all over
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("BEGIN IMMEDIATE")
    there = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    if MARK not in there:
        if taken := sorted(there & set(NAMES)):
            remedy = "choose another path"
            raise ExportError(f"{where} has tables of its own that are called {', '.join(taken)}: {remedy}")
        for statement in statements_of_schema():
            database.execute(statement)
    version = database.execute("SELECT max(format_version) FROM shandong_econ").fetchone()[0]
    if version != FORMAT_VERSION:
        remedy = "use the library of that version, or choose another path"
        raise ExportError(f"{where} is an archive of format version {version}, and this is {FORMAT_VERSION}: {remedy}")


def _put_all(database: sqlite3.Connection, reports: Iterable[Report]) -> None:
    database.execute("CREATE TEMP TABLE written (report INTEGER PRIMARY KEY)")
    for report in reports:
        _put(database, report)
    # Of a report that was there more often than it now comes, the rest goes: exporting twice is exporting once.
    database.execute(
        "DELETE FROM reports WHERE report NOT IN temp.written AND identity IN"
        " (SELECT identity FROM reports WHERE report IN temp.written)"
    )
    database.execute("COMMIT")


def _put(database: sqlite3.Connection, report: Report) -> None:
    """Writes a report in the place of the first that is the same and is not of this export, or at the end."""
    identity = identity_of(report)
    (key,) = database.execute(
        "SELECT min(report) FROM reports WHERE identity = ? AND report NOT IN temp.written", (identity,)
    ).fetchone()
    if key is None:
        (key,) = database.execute("SELECT coalesce(max(report), 0) + 1 FROM reports").fetchone()
    else:
        database.execute("DELETE FROM reports WHERE report = ?", (key,))
    database.execute("INSERT INTO temp.written VALUES (?)", (key,))
    _insert(database, REPORTS, ["report", "identity"], [[key, identity]], [report_row(report, key)])
    found = list(sentences(report.text))
    (first,) = database.execute("SELECT coalesce(max(id), 0) + 1 FROM sentences").fetchone()
    database.executemany(
        "INSERT INTO sentences VALUES (?, ?, ?, ?, ?)",
        ((first + i, key, at.start, at.end, store_text(at.cut(report.text))) for i, at in enumerate(found)),
    )
    within = [sentence_at(found, observation.span) for observation in report.observations]
    for table in PARTS:
        rows = list(_ROWS[table](report, key))
        columns, keys = ["report", "number"], [[key, number] for number in range(1, len(rows) + 1)]
        if table is OBSERVATIONS:
            columns.append("sentence")
            keys = [[*each, None if index is None else first + index] for each, index in zip(keys, within, strict=True)]
        _insert(database, table, columns, keys, rows)


def _insert(
    database: sqlite3.Connection,
    table: Table,
    columns: list[str],
    keys: Sequence[Sequence[object]],
    rows: Sequence[Row],
) -> None:
    """Writes rows of a table, each with what goes before its columns."""
    command, indexes = _command(table, tuple(columns))
    values = ([*each, *map(store_row(table, row).__getitem__, indexes)] for each, row in zip(keys, rows, strict=True))
    database.executemany(command, values)


@cache
def _command(table: Table, keys: tuple[str, ...]) -> tuple[str, list[int]]:
    """The command that writes a row, and which of the cells of a row it writes."""
    chosen = stored_columns(table)
    names = ", ".join([*keys, *(quoted(column.name) for column in chosen)])
    marks = ", ".join("?" * (len(keys) + len(chosen)))
    indexes = [table.columns.index(column) for column in chosen]
    return f"INSERT INTO {table.name} ({names}) VALUES ({marks})", indexes  # noqa: S608  # all names are our own
