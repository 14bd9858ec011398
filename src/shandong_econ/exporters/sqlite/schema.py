"""What the tables of an archive are: made from the columns that every tabular format has, with keys and indexes."""

from __future__ import annotations

from collections.abc import Iterator

from shandong_econ.exporters.sqlite.seal import EDITED
from shandong_econ.rows import FORMAT_VERSION, NOTES, OBSERVATIONS, REPORTS, STATEMENTS, TABLES, Column, Kind, Table

MARK = "shandong_econ"
"""The table whose one row is the format version: what has it is an archive of ours."""
PARTS = (OBSERVATIONS, STATEMENTS, NOTES)
NAMES = (MARK, "sentences", "sentences_fts", *(table.name for table in TABLES))
GENERATED = "amount"  # SQLite works it out from obs_value and unit_mult, so it can never disagree with them

_AMOUNT = (
    "CASE WHEN instr(upper(obs_value), 'E') THEN CAST(obs_value AS REAL) * CAST('1e' || unit_mult AS REAL)"
    " ELSE CAST(obs_value || 'e' || unit_mult AS REAL) END"
)
_SENTENCES = """
CREATE TABLE sentences (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(report) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX sentences_report ON sentences(report);
CREATE VIRTUAL TABLE sentences_fts USING fts5(text, content="sentences", content_rowid="id", tokenize="trigram");
CREATE TRIGGER sentences_ai AFTER INSERT ON sentences BEGIN
    INSERT INTO sentences_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER sentences_ad AFTER DELETE ON sentences BEGIN
    INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER sentences_au AFTER UPDATE ON sentences BEGIN
    INSERT INTO sentences_fts (sentences_fts, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO sentences_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER reports_au AFTER UPDATE OF text ON reports BEGIN
    UPDATE sentences SET text = substr(new.text, start + 1, "end" - start) WHERE report = new.report;
END;
"""
_INDEXES = """
CREATE INDEX reports_identity ON reports(identity);
CREATE INDEX observations_series ON observations(indicator, ref_area, time_period);
CREATE INDEX observations_sentence ON observations(sentence);
"""


def statements_of_schema() -> Iterator[str]:
    """The statements that make an empty archive, one after the other."""
    yield f"CREATE TABLE {MARK} (format_version INTEGER NOT NULL)"
    yield f"INSERT INTO {MARK} VALUES ({FORMAT_VERSION})"  # noqa: S608  # both are our own
    # The seal is the last column and has no default: a row of which a byte is damaged or lost does not keep it.
    yield _table(REPORTS, "report INTEGER PRIMARY KEY", "identity TEXT NOT NULL", end=["seal TEXT"])
    key = "report INTEGER NOT NULL REFERENCES reports(report) ON DELETE CASCADE"
    for table in PARTS:
        more = ["sentence INTEGER REFERENCES sentences(id)"] if table is OBSERVATIONS else []
        yield _table(table, key, "number INTEGER NOT NULL", end=[*more, "PRIMARY KEY (report, number)"])
    yield from _split(_SENTENCES)
    yield from _split(_INDEXES)
    yield from _seals()


def stored_columns(table: Table) -> list[Column]:
    """The columns of a table that are written, beside its key."""
    return [column for column in table.columns[1:] if column.name != GENERATED]


def quoted(name: str) -> str:
    """A name as SQL takes it, where some are words of its own."""
    return f'"{name}"'


def _table(table: Table, *key: str, end: list[str] | None = None) -> str:
    columns = [_column(column) for column in table.columns[1:]]
    return f"CREATE TABLE {table.name} (\n    " + ",\n    ".join([*key, *columns, *(end or [])]) + "\n)"


def _column(column: Column) -> str:
    if column.name == GENERATED:
        return f"{GENERATED} REAL GENERATED ALWAYS AS ({_AMOUNT}) VIRTUAL"
    kind = "INTEGER" if column.kind is Kind.INTEGER else "TEXT"
    return f"{quoted(column.name)} {kind}"


def _seals() -> Iterator[str]:
    """The triggers that take the seal from a report that is edited, and say of one that is added that it has none."""
    yield _unsealing("reports_added", "INSERT ON reports WHEN new.seal IS NULL", "new.report")
    columns = ", ".join(quoted(column.name) for column in stored_columns(REPORTS))
    yield _unsealing("reports_edited", f"UPDATE OF {columns} ON reports", "new.report")
    for table in PARTS:
        yield _unsealing(f"{table.name}_added", f"INSERT ON {table.name}", "new.report")
        yield _unsealing(f"{table.name}_edited", f"UPDATE ON {table.name}", "old.report, new.report")
        yield _unsealing(f"{table.name}_deleted", f"DELETE ON {table.name}", "old.report")


def _unsealing(name: str, event: str, reports: str) -> str:
    which = f"report IN ({reports}) AND seal IS NOT '{EDITED}'"
    deed = f"UPDATE reports SET seal = '{EDITED}' WHERE {which}"  # noqa: S608  # all names are our own
    return f"CREATE TRIGGER {name} AFTER {event} BEGIN\n    {deed};\nEND"


def _split(script: str) -> Iterator[str]:
    """The statements of a script: each ends at a semicolon of a line that is not indented."""
    statement = ""
    for line in script.strip().splitlines():
        statement += line + "\n"
        if line.endswith(";") and not line.startswith(" "):
            yield statement
            statement = ""
