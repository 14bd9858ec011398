"""Archives that somebody made to do harm, or that a disk has damaged: nothing of them is run, and all is told."""

from __future__ import annotations

import io
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from tests.api.samples import posix
from tests.exporters.archives import changed

import shandong_econ as se
from shandong_econ.errors import ExportError, ReadError
from shandong_econ.exporters.sqlite import Sqlite, guard
from shandong_econ.model import Observation, Report

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
REPORTS = [
    Report(text=f"Exports rose by {i}.5%.", title=str(i), observations=[Observation(label="exports", value=Decimal(i))])
    for i in range(4)
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    se.export(REPORTS, tmp_path / "archive.sqlite")
    return tmp_path / "archive.sqlite"


def made_otherwise(path: Path, table: str, change: Callable[[str], str]) -> None:
    """Makes a table of the archive anew by another statement, with the rows that it has."""
    with closing(sqlite3.connect(path)) as database:
        (made,) = database.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (change(made), table))
        database.commit()


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        (
            ("DROP TABLE notes", f"CREATE VIEW notes AS {ENDLESS} SELECT i AS report FROM n"),
            "table notes is not as it was made",
        ),
        (("DROP TABLE notes", "CREATE VIRTUAL TABLE notes USING fts5(report)"), "table notes is not as it was made"),
        (("CREATE INDEX mine ON notes(length(message))",), "index mine of table notes calculates"),
        (("CREATE INDEX mine ON notes(code) WHERE message LIKE '%a%a%a%'",), "index mine of table notes calculates"),
        (("ALTER TABLE notes ADD COLUMN bomb AS (hex(zeroblob(1e9)))",), "table notes is not as it was made"),
        (("DROP TRIGGER sentences_ad",), "no such trigger: sentences_ad"),
        (
            ("DROP TRIGGER sentences_ad", "CREATE TRIGGER sentences_ad AFTER DELETE ON reports BEGIN SELECT 1; END"),
            "trigger sentences_ad is not as it was made",
        ),
    ],
)
def test_what_is_not_as_it_was_made_is_refused(statements: tuple[str, ...], words: str, path: Path) -> None:
    """A table, an index or a trigger of another making is neither read nor written, and is named with the file."""
    changed(path, *statements)
    before = path.read_bytes()
    with pytest.raises(ReadError, match=words) as reading:
        list(se.read_all(path))
    with pytest.raises(ExportError, match=words) as adding:
        se.export(REPORTS[0], path)
    for error in (reading, adding):
        assert "archive.sqlite" in str(error.value)
    assert path.read_bytes() == before


def test_a_check_of_another_is_refused(path: Path) -> None:
    """A condition that somebody put into a table would be worked out for every row that is written."""
    made_otherwise(path, "notes", lambda made: made[:-1] + ", CHECK (message LIKE '%a%a%a%a%a%b'))")
    with pytest.raises(ExportError, match="table notes is not as it was made"):
        se.export(REPORTS[0], path)


@pytest.mark.parametrize(
    "trigger",
    [
        "AFTER INSERT ON reports BEGIN DELETE FROM observations WHERE report <> new.report; END",
        "AFTER DELETE ON sentences BEGIN DELETE FROM observations; END",
        "AFTER INSERT ON sentences_fts_docsize BEGIN DELETE FROM observations; END",
    ],
)
def test_a_trigger_of_another_is_not_run(trigger: str, path: Path) -> None:
    """What would run on adding is refused by its name, and every figure stays."""
    changed(path, f"CREATE TRIGGER tidy {trigger}")
    before = path.read_bytes()
    with pytest.raises(ExportError, match=r"archive\.sqlite .* the trigger tidy comes with the file and is not run"):
        se.export(REPORTS[0], path)
    assert path.read_bytes() == before
    assert list(se.read_all(path)) == REPORTS


def test_a_view_of_another_is_not_run(path: Path) -> None:
    """A view does no harm while nobody asks for it, and who asks for it is told; names of a query's own are none."""
    changed(path, f"CREATE VIEW bomb AS {ENDLESS} SELECT i AS report FROM n")
    assert list(se.read_all(path)) == REPORTS
    for query in ("SELECT report FROM bomb", "SELECT count(*) FROM BOMB AS b", "SELECT (SELECT min(report) FROM bomb)"):
        with pytest.raises(ReadError, match=r"archive\.sqlite.*the view (?i:bomb) comes with the file and is not run"):
            list(se.read_all(path, query=query))
    query = "WITH mine AS (SELECT report FROM observations WHERE amount > 2) SELECT report FROM mine"
    assert list(se.read_all(path, query=query)) == REPORTS[3:]
    se.export(REPORTS[0], path)
    assert list(se.read_all(path)) == REPORTS


def test_what_others_keep_beside_the_tables_stays(path: Path) -> None:
    """Tables of one's own, triggers on them, rows that refer to a report and plain indexes stay as they are."""
    changed(
        path,
        "CREATE TABLE mine (report REFERENCES reports(report) ON DELETE CASCADE, words)",
        "CREATE TABLE log (words)",
        "CREATE TRIGGER mine_deleted AFTER DELETE ON mine BEGIN INSERT INTO log VALUES (old.words); END",
        "INSERT INTO mine VALUES (1, 'a')",
        "CREATE INDEX by_measure ON observations(measure)",
    )
    se.export([*REPORTS, Report(text="new")], path)
    assert list(se.read_all(path)) == [*REPORTS, Report(text="new")]
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT * FROM mine").fetchall() == [(1, "a")]
        assert database.execute("SELECT * FROM log").fetchall() == []
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (f"{ENDLESS} SELECT i FROM n", "more numbers than there are reports"),
        (f"{ENDLESS} SELECT max(i) FROM n", "it takes over 0.05 seconds"),
        ("SELECT length(hex(zeroblob(200000000)))", "too big"),
        (f"SELECT {'abs(' * 2000}1{')' * 2000}", "fails"),
    ],
)
def test_a_query_has_its_limits(query: str, words: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A query that would go on for ever, or take all memory, is stopped and named."""
    monkeypatch.setattr(guard, "LONGEST_STEP", 0.05)
    with pytest.raises(ReadError, match=words) as error:
        list(se.read_all(path, query=query))
    assert "archive.sqlite" in str(error.value)


def test_a_page_that_leads_back_to_itself_is_named(tmp_path: Path) -> None:
    """A file whose pages go in a circle is told of, and not read without end."""
    path = tmp_path / "archive.sqlite"
    se.export([Report(text=f"{i}" * 900) for i in range(60)], path)
    with closing(sqlite3.connect(path)) as database:
        (page,) = database.execute("PRAGMA page_size").fetchone()
        (root,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'reports'").fetchone()
    data = bytearray(path.read_bytes())
    start = (root - 1) * page
    assert data[start] == 5  # the root has pages below it
    first, second = (int.from_bytes(data[start + 12 + 2 * i : start + 14 + 2 * i]) + start for i in (0, 1))
    data[second : second + 4] = data[first : first + 4]
    path.write_bytes(data)
    with pytest.raises(ReadError, match="table reports is damaged"):
        list(se.read_all(path))


def test_a_changed_byte_is_told(tmp_path: Path) -> None:
    """Of a file with one other byte either all is read as it was written, or an error says that it is damaged."""
    stream = io.BytesIO()
    Sqlite().write(REPORTS, stream)
    data = stream.getvalue()
    chance = random.Random(19)
    told = 0
    for _ in range(150):
        place = chance.randrange(len(data))
        other = bytearray(data)
        other[place] ^= chance.randrange(1, 256)
        try:
            assert list(Sqlite().read(io.BytesIO(bytes(other)))) == REPORTS, place
        except ReadError:
            told += 1
    assert told > 10


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Exports rose by 3.5%.", b"Exports rose by 8.5%."),
        (b"exports", b"imports"),
        (
            b"\0" * 7 + b"\x00\x37\x25",
            b"\0" * 6 + b"\x80\x00\x37\x25",
        ),  # two heads of cells become one: all others move
    ],
)
def test_a_changed_cell_is_told_with_its_report(old: bytes, new: bytes, path: Path) -> None:
    """A cell that was changed otherwise than by SQL is damage: ReadError names the report and how to accept it."""
    data = path.read_bytes()
    assert old in data
    place = data.index(old)
    path.write_bytes(data[:place] + new + data[place + len(old) :])
    with pytest.raises(ReadError, match=r"archive\.sqlite: table reports, report \d.*damaged") as error:
        list(se.read_all(path))
    changed(path, str(error.value).rpartition("run: ")[2])
    list(se.read_all(path))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE observations SET label = 'x' WHERE report = 2",
        "DELETE FROM observations WHERE report = 2",
        "UPDATE observations SET report = 3, number = 2 WHERE report = 2",
        "INSERT INTO notes (report, number, code, message) VALUES (2, 1, 'a', 'b')",
        "UPDATE reports SET title = 'x' WHERE report = 2",
        "DELETE FROM reports WHERE report = 2",
        "INSERT INTO reports (report, identity, text) VALUES (9, 'mine', 'mine')",
    ],
)
def test_an_edit_by_sql_is_no_damage(statement: str, path: Path) -> None:
    """What a person changes with any SQLite program is read without a word, and sealed by the next export."""
    changed(path, "PRAGMA foreign_keys = ON", statement)
    found = list(se.read_all(path))
    assert found != REPORTS
    again = path.with_name("again.sqlite")
    se.export(found, again)
    assert list(se.read_all(again)) == found
    with closing(sqlite3.connect(again)) as database:
        assert database.execute("SELECT count(*) FROM reports WHERE seal = 'edited'").fetchone() == (0,)


def test_a_cut_file_is_told(path: Path) -> None:
    """A file that has lost its end is refused, wherever it is cut."""
    data = path.read_bytes()
    for length in (0, 1, 99, 100, 4096, len(data) // 2, len(data) - 4096, len(data) - 1):
        path.write_bytes(data[:length])
        with pytest.raises(ReadError):
            list(se.read_all(path, format="sqlite"))


@posix
def test_a_bomb_ends_in_time(path: Path) -> None:
    """An archive whose table is an endless view is refused before anything of it runs."""
    changed(path, "DROP TABLE reports", f"CREATE VIEW reports AS {ENDLESS} SELECT i AS report, 1 AS identity FROM n")
    code = "import sys, shandong_econ as se\ntry: se.read(sys.argv[1])\nexcept se.ReadError as error: print(error)"
    run = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    assert "archive.sqlite: the table reports is not as it was made" in run.stdout
