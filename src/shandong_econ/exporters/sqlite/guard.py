"""What a database that comes from elsewhere may do: hold the tables of an archive as they are made here, and no more.

Its views and triggers that are not made here, and what the tables of the archive or their indexes calculate otherwise
than here, are programs of whoever made the file. None of them is run, and no step takes more time or memory than it
may.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from time import monotonic

import attrs

from shandong_econ.exporters.sqlite.schema import MARK, NAMES, statements_of_schema
from shandong_econ.exporters.sqlite.views import views

LONGEST_CELL = 1 << 28
"""Bytes of a cell or a row, and of whatever a query makes on the way to one."""
LONGEST_STEP = 60.0
"""Seconds for a query, or for reading or writing one report."""
_INSTRUCTIONS = 100_000  # of SQLite's own, between two looks at the clock
_SHADOWS = (
    "sentences_fts_"  # tables in which the index of the sentences keeps itself; who made SQLite says what they are
)

Made = tuple[str, str, str | None]
"""The type and the name of what is made, and the statement that makes it."""


@attrs.define(eq=False)
class Guard:
    """Watches a connection, which then runs nothing that the file brings."""

    database: sqlite3.Connection
    denied: str = ""
    """What the file brings and would have run."""

    def begin_step(self) -> None:
        """Gives a step its time, from now on."""
        end = monotonic() + LONGEST_STEP
        self.database.set_progress_handler(lambda: monotonic() > end, _INSTRUCTIONS)

    def reason(self, error: Exception) -> str:
        """Why SQLite did not do what it was told."""
        if self.denied:
            return f"{self.denied} comes with the file and is not run"
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            return f"it takes over {LONGEST_STEP:g} seconds"
        return str(error)


def guard(database: sqlite3.Connection, *, writing: bool) -> Guard:
    """Sets the limits of a connection to a file that anybody may have made."""
    watched = Guard(database)
    watched.begin_step()
    for limit, most in ((sqlite3.SQLITE_LIMIT_ATTACHED, 0), (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_CELL)):
        database.setlimit(limit, most)
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "foreign_keys = OFF"):
        database.execute(f"PRAGMA {setting}")
    ours = {name for kind, name, _ in _made() if kind == "trigger"}
    there = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'")
    foreign = {str(name).lower() for name, sql in there if views().get(name) != sql}

    def authorise(_: int, __: str | None, ___: str | None, ____: str | None, by: str | None) -> int:
        """Whether what a view or a trigger (`by`) asks for may be prepared; in a query a name can be its own, too."""
        if by is None or (by in ours if writing else by.lower() not in foreign):
            return sqlite3.SQLITE_OK
        watched.denied = f"the {'trigger' if writing else 'view'} {by}"
        return sqlite3.SQLITE_DENY

    database.set_authorizer(authorise)
    return watched


def is_archive(database: sqlite3.Connection) -> bool:
    """Whether the database says that it is an archive of ours."""
    return any(each in _made() for each in _found(database) if each[1] == MARK)


def what_is_amiss(database: sqlite3.Connection) -> str | None:
    """What of the tables of an archive is not as it is made here; None if all is."""
    found = _found(database)
    named = {name for _, name, _ in found}
    for kind, name, _ in sorted(_made() - set(found), key=lambda each: (each[0] != "table", each)):
        return f"the {kind} {name} is not as it was made" if name in named else f"no such {kind}: {name}"
    if len(found) != len(_made()):
        return "there are tables of the same name"
    for table in NAMES:
        query = (
            "SELECT i.name FROM pragma_index_list(?) AS i, pragma_index_xinfo(i.name) AS part"
            " WHERE part.cid = -2 OR i.partial"  # -2: it is no column, but an expression
        )
        for (name,) in database.execute(query, (table,)):
            return f"the index {name} of table {table} calculates what it holds: drop it"
    return None


def _found(database: sqlite3.Connection) -> list[Made]:
    """What of the database goes by the names of an archive's tables, indexes and triggers."""
    names = {name for _, name, _ in _made()}
    rows = database.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return [(kind, name, sql) for kind, name, sql in rows if str(name).lower() in names]


@cache
def _made() -> frozenset[Made]:
    """What the statements of the schema make, as SQLite writes it down."""
    with closing(sqlite3.connect(":memory:")) as database:
        for statement in statements_of_schema():
            database.execute(statement)
        rows = database.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return frozenset((kind, name, sql) for kind, name, sql in rows if not name.startswith(_SHADOWS))
