"""Writes an archive: reports are added, or replace those that are the same, in one transaction on a copy."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from shandong_econ.claims import room
from shandong_econ.errors import ExportError
from shandong_econ.exporters.sqlite.guard import Guard, guard, is_archive, what_is_amiss
from shandong_econ.exporters.sqlite.schema import NAMES, PARTS, quoted, statements_of_schema, stored_columns
from shandong_econ.exporters.sqlite.seal import seal
from shandong_econ.exporters.sqlite.views import make_views
from shandong_econ.model import Report
from shandong_econ.rows import (
    FORMAT_VERSION,
    NOTES,
    OBSERVATIONS,
    REPORTS,
    STATEMENTS,
    Row,
    Stored,
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
    with room() as folder:
        path = folder / "archive.sqlite"
        with path.open("wb") as copy:
            if old is not None:
                shutil.copyfileobj(old, copy)
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            _add(database, reports, where)
        if isinstance(name, str):
            _check_side_files(name)
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


def _add(database: sqlite3.Connection, reports: Iterable[Report], where: str) -> None:
    """Adds the reports to what is in the database; ExportError says why not."""
    watched: Guard | None = None
    try:
        watched = guard(database, writing=True)
        _make_ready(database, where)
        _put_all(watched, reports)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter for a message with names that are no UTF-8
        reason = str(error) if watched is None else watched.reason(error)
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        remedy = "make room on the disk" if code in _FULL else "choose another path, or mend or take away what is there"
        raise ExportError(f"{where} cannot be written as an archive: {reason}: {remedy}") from error


def _make_ready(database: sqlite3.Connection, where: str) -> None:
    """An archive of this version in the database: made if there is none; ExportError if that cannot be."""
    database.execute("PRAGMA journal_mode = DELETE")  # one file, whatever the old one was: the host moves one
    database.execute("PRAGMA synchronous = OFF")  # it is a copy, which is thrown away if anything goes wrong
    database.execute("PRAGMA cache_size = -65536")  # KiB: the index of the sentences is written all over
    database.execute("BEGIN IMMEDIATE")
    if not is_archive(database):
        there = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
        if taken := sorted(there & set(NAMES)):
            remedy = "choose another path"
            raise ExportError(f"{where} has tables of its own that are called {', '.join(taken)}: {remedy}")
        for statement in statements_of_schema():
            database.execute(statement)
    version = database.execute("SELECT max(format_version) FROM shandong_econ").fetchone()[0]
    if version != FORMAT_VERSION:
        remedy = "use the library of that version, or choose another path"
        raise ExportError(f"{where} is an archive of format version {version}, and this is {FORMAT_VERSION}: {remedy}")
    if amiss := what_is_amiss(database):
        remedy = "export what can be read of it to another path"
        raise ExportError(f"{where} cannot be added to: {amiss}: {remedy}")
    make_views(database)


def _put_all(watched: Guard, reports: Iterable[Report]) -> None:
    database = watched.database
    database.execute("CREATE TEMP TABLE written (report INTEGER PRIMARY KEY)")
    for report in reports:
        watched.begin_step()
        _put(database, report)
    watched.begin_step()
    database.execute("COMMIT")


# Of those that are the same, and not of this export, the one that is most like it. Of several with one address a report
# with another text is none.
_REPLACED = """
SELECT report FROM reports
WHERE identity = :identity AND report NOT IN temp.written
AND (text IS :text OR (SELECT count(*) FROM reports WHERE identity = :identity) = 1)
ORDER BY seal IS :seal DESC, text IS :text DESC, title IS :title DESC, report LIMIT 1
"""


def _put(database: sqlite3.Connection, report: Report) -> None:
    """Writes a report in the place of the one that is the same, or at the end."""
    (about,) = _cells(REPORTS, [report_row(report, 0)])
    parts = {table: _numbered(_cells(table, _ROWS[table](report, 0))) for table in PARTS}
    said = dict(zip((column.name for column in stored_columns(REPORTS)), about, strict=True))
    marks = {"identity": identity_of(report), "seal": seal([[about], *parts.values()])}
    replaced = database.execute(_REPLACED, {**said, **marks}).fetchone()
    if replaced is None:
        (key,) = database.execute("SELECT coalesce(max(report), 0) + 1 FROM reports").fetchone()
    else:
        (key,) = replaced
        _take_away(database, key)
    database.execute("INSERT INTO temp.written VALUES (?)", (key,))
    found = list(sentences(report.text))
    (first,) = database.execute("SELECT coalesce(max(id), 0) + 1 FROM sentences").fetchone()
    database.executemany(
        "INSERT INTO sentences VALUES (?, ?, ?, ?, ?)",
        ((first + i, key, at.start, at.end, store_text(at.cut(report.text))) for i, at in enumerate(found)),
    )
    within = [sentence_at(found, observation.span) for observation in report.observations]
    for table, rows in parts.items():
        columns, keys = ["report"], [[key] for _ in rows]
        if table is OBSERVATIONS:
            columns.append("sentence")
            keys = [[key, None if index is None else first + index] for index in within]
        _insert(database, table, [*columns, "number"], [[*each, *row] for each, row in zip(keys, rows, strict=True)])
    # The report comes last: what is added to one that is there takes its seal.
    _insert(database, REPORTS, ["report", *marks], [[key, *marks.values(), *about]])


def _take_away(database: sqlite3.Connection, key: object) -> None:
    """Deletes a report from the archive's own tables: one that refers to it stays, and no key of it is followed."""
    for table in ("reports", "observations", "statements", "notes", "sentences"):
        database.execute(f"DELETE FROM {table} WHERE report = ?", (key,))  # noqa: S608  # our own names


def _cells(table: Table, rows: Iterable[Row]) -> list[list[Stored]]:
    """The cells of rows as they are stored, without those of the key and those that SQLite works out."""
    indexes = [table.columns.index(column) for column in stored_columns(table)]
    return [[*map(store_row(table, row).__getitem__, indexes)] for row in rows]


def _numbered(rows: list[list[Stored]]) -> list[list[Stored]]:
    return [[number, *row] for number, row in enumerate(rows, 1)]


def _insert(database: sqlite3.Connection, table: Table, keys: list[str], rows: Iterable[Sequence[object]]) -> None:
    """Writes rows of a table, each with what goes before its columns."""
    names = [*keys, *(quoted(column.name) for column in stored_columns(table))]
    marks = ", ".join("?" * len(names))
    command = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608  # all names are our own
    database.executemany(command, rows)
