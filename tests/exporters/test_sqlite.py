"""Archives: what is added, what is replaced, what they are to other programs, and what is refused."""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
import sqlite_utils
from hypothesis import given
from hypothesis import strategies as st
from tests.exporters.archives import changed

import shandong_econ as se
from shandong_econ.errors import ExportError, ReadError
from shandong_econ.exporters.sqlite import Sqlite
from shandong_econ.model import Indicator, Note, Observation, Report, Span, Statement, Unit
from shandong_econ.rows import Kind, store_cell, store_text, stored_cell, stored_text
from shandong_econ.testing import strategies

TEXT = "1—5月，山东省规模以上工业增加值同比增长4.5%。\n出口额127亿元。Exports of the U.S. rose by 2.0%."
REPORT = Report(
    text=TEXT,
    title="一",
    authors=("李明", "a;b"),
    observations=(
        Observation(label="增加值", indicator=Indicator("IVA_ASD"), value=Decimal("4.50"), span=Span(21, 25)),
        Observation(label="出口额", value=Decimal(127), unit_mult=8, unit=Unit("CNY"), span=Span(30, 35)),
        Observation(value=Decimal("1E+2"), unit_mult=4),
    ),
    statements=(Statement(kind="quote", text="好"),),
    notes=(Note("code", "message", Span(0, 1)),),
)
OTHER = Report(text="Nothing.", title="two")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"


def rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_an_export_adds_and_replaces(path: Path) -> None:
    """A report that is there is replaced where it stands; another is added; exporting twice is exporting once."""
    se.export([REPORT, OTHER], path)
    better = attrs.evolve(REPORT, title="better", observations=REPORT.observations[:1])
    third = Report(text="Third.")
    for _ in range(2):
        se.export([third, better], path)
        assert list(se.read_all(path)) == [better, OTHER, third]
    assert rows(path, "PRAGMA foreign_key_check") == []
    assert rows(path, "SELECT count(*) FROM observations") == [(1,)]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (Report(text="a", uri="https://e.invalid/1"), Report(text="b", uri="https://e.invalid/1"), True),
        (Report(text="a", uri="https://e.invalid/1"), Report(text="a", uri="https://e.invalid/2"), False),
        (Report(text="a", uri="report.txt"), Report(text="b", uri="report.txt"), False),
        (Report(text="a", uri="C:\\a.txt"), Report(text="a", uri="b.txt", title="t"), True),
        (Report(title="a"), Report(title="a", publisher="b"), False),
        (Report(title="a"), Report(title="a"), True),
    ],
)
def test_what_is_the_same_report(one: Report, two: Report, same: bool, path: Path) -> None:
    """An address names a report; a path does not, but the text does; without a text only all that it says."""
    se.export(one, path)
    se.export(two, path)
    assert list(se.read_all(path)) == ([two] if same else [one, two])


def test_of_one_export_all_are_kept(path: Path) -> None:
    """Reports of one export that are the same stand side by side, and none of them takes out another afterwards."""
    for again in ([OTHER, REPORT, OTHER], [OTHER], [OTHER, OTHER]):
        se.export(again, path)
        assert list(se.read_all(path)) == [OTHER, REPORT, OTHER]


JANUARY, FEBRUARY, MARCH = (
    Report(text=f"{month}.", title=month, uri="https://e.invalid/latest") for month in ("January", "February", "March")
)
DRAFT, PRINT = (attrs.evolve(JANUARY, uri=None, title=title) for title in ("draft", "print"))


@pytest.mark.parametrize(
    ("there", "added", "found"),
    [
        ([JANUARY, FEBRUARY], [JANUARY], [JANUARY, FEBRUARY]),
        ([JANUARY, FEBRUARY], [FEBRUARY], [JANUARY, FEBRUARY]),
        ([JANUARY, FEBRUARY], [MARCH], [JANUARY, FEBRUARY, MARCH]),
        ([JANUARY, FEBRUARY], [JANUARY, MARCH], [JANUARY, FEBRUARY, MARCH]),
        ([JANUARY], [FEBRUARY, MARCH], [FEBRUARY, MARCH]),
        ([JANUARY, FEBRUARY], [anew := attrs.evolve(FEBRUARY, language="en")], [JANUARY, anew]),
        ([DRAFT, PRINT], [PRINT], [DRAFT, PRINT]),
        ([DRAFT, PRINT], [better := attrs.evolve(PRINT, language="en")], [DRAFT, better]),
        ([PRINT, better], [better], [PRINT, better]),
    ],
)
def test_no_report_takes_out_another(there: list[Report], added: list[Report], found: list[Report], path: Path) -> None:
    """Of several under one address, or of one text, only the one that is exported anew is replaced."""
    se.export(there, path)
    se.export(added, path)
    assert list(se.read_all(path)) == found


@given(strategies.corpora(), strategies.corpora())
def test_law_of_adding(first: list[Report], second: list[Report]) -> None:
    """What was exported last is in the archive whole, and of what was there before all but what it replaces."""
    once, twice = io.BytesIO(), io.BytesIO()
    Sqlite().write(first, once)
    once.seek(0)
    Sqlite().add(second, once, twice)
    found = list(Sqlite().read(io.BytesIO(twice.getvalue())))
    for report in second:
        found.remove(report)
    assert all(report in first for report in found)
    again = io.BytesIO()
    twice.seek(0)
    Sqlite().add(second, twice, again)
    assert list(Sqlite().read(io.BytesIO(again.getvalue()))) == list(Sqlite().read(io.BytesIO(twice.getvalue())))


def test_a_file_that_is_called_like_another_is_read(path: Path) -> None:
    """The name of a stream is not taken for its content."""
    se.export(OTHER, path)
    stream = io.BytesIO()
    Sqlite().write([REPORT], stream)
    stream.seek(0)
    stream.name = str(path)
    assert list(se.read_all(stream)) == [REPORT]


def test_the_same_reports_give_the_same_bytes() -> None:
    """Nothing of the machine or the hour is in an archive."""
    files = [io.BytesIO(), io.BytesIO()]
    for file in files:
        Sqlite().write([REPORT, OTHER], file)
    assert files[0].getvalue() == files[1].getvalue()


def test_a_query_finds_reports(path: Path) -> None:
    """A SELECT gives whole reports, in order and each once, by its column report or its only one."""
    se.export([REPORT, OTHER], path)
    for query in (
        "SELECT report FROM observations WHERE amount > 1e9",
        "SELECT title, report FROM reports WHERE title = '一'",
        "SELECT s.report FROM sentences_fts f JOIN sentences s ON s.id = f.rowid WHERE sentences_fts MATCH '增加值'",
        "SELECT report FROM sentences WHERE text LIKE '%出口%'",
    ):
        assert list(se.read_all(path, query=query)) == [REPORT]
    assert se.read(path, query="SELECT 2") == OTHER
    assert list(se.read_all(path, query="SELECT report FROM reports WHERE 0")) == []
    with path.open("rb") as file:
        assert se.read(file, query="SELECT 2") == OTHER


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * FROM elsewhere", "no such table: elsewhere"),
        ("SELECT title, language FROM reports", "gives no column report"),
        ("SELECT title FROM reports", "'一', which is no number of a report"),
        ("SELECT 7", "there is no report 7"),
        ("DELETE FROM reports RETURNING report", "readonly database"),
        ("DELETE FROM reports", "readonly database"),
        ("SELECT 1; SELECT 2", "one statement"),
        ("ATTACH '/tmp/other.sqlite' AS other", "too many attached"),
        ("\ud800", "fails"),
        ("", "gives no column report"),
    ],
)
def test_a_query_that_fails_is_named(query: str, words: str, path: Path) -> None:
    """ReadError has the file, the query and what to write; nothing is changed."""
    se.export([REPORT], path)
    before = path.read_bytes()
    with pytest.raises(ReadError, match=words) as error:
        list(se.read_all(path, query=query))
    assert "archive.sqlite" in str(error.value)
    assert str(error.value).count("the query") == 1
    assert str(error.value).count("write it as") <= 1
    assert path.read_bytes() == before


def test_other_formats_take_no_query(tmp_path: Path) -> None:
    """A text and a csv cannot be asked, and say so."""
    se.export(REPORT, tmp_path / "a.csv")
    (tmp_path / "a.txt").write_text("Exports rose by 2%.")
    for name, words in (("a.csv", "of the format csv"), ("a.txt", "is a text")):
        with pytest.raises(ReadError, match=words):
            list(se.read_all(tmp_path / name, query="SELECT 1"))


def test_amounts_are_numbers_and_values_are_digits(path: Path) -> None:
    """`obs_value` has the printed digits, `amount` is the number that SQLite works out from them."""
    se.export(REPORT, path)
    assert rows(path, "SELECT obs_value, amount, quote FROM observations ORDER BY number") == [
        ("4.50", 4.5, "4.5%"),
        ("127", 1.27e10, "127亿元"),
        ("1E+2", 1e6, None),
    ]
    changed(path, "UPDATE observations SET obs_value = '128' WHERE number = 2")
    assert rows(path, "SELECT amount FROM observations WHERE number = 2") == [(1.28e10,)]
    assert se.read(path).observations[1].value == 128


def test_figures_stand_in_their_sentences(path: Path) -> None:
    """Each figure leads to its sentence, and the sentences are found by any three characters in a row."""
    se.export(REPORT, path)
    query = "SELECT o.label, s.text FROM observations o LEFT JOIN sentences s ON s.id = o.sentence"
    assert rows(path, query) == [
        ("增加值", "1—5月，山东省规模以上工业增加值同比增长4.5%。"),
        ("出口额", "出口额127亿元。"),
        (None, None),
    ]
    found = "SELECT text FROM sentences_fts WHERE sentences_fts MATCH '{}'"
    assert rows(path, found.format("U.S.".replace(".", ""))) == []
    assert rows(path, found.format("exports")) == [("Exports of the U.S. rose by 2.0%.",)]
    changed(path, "UPDATE reports SET text = replace(text, 'Exports', 'Imports')")
    assert rows(path, found.format("exports")) == []
    assert len(rows(path, found.format("imports"))) == 1


def test_sqlite_utils_knows_its_keys_and_its_index(path: Path) -> None:
    """sqlite-utils sees primary and foreign keys, and searches the sentences."""
    se.export([REPORT, OTHER], path)
    database = sqlite_utils.Database(path)
    assert {"reports", "observations", "statements", "notes", "sentences"} <= set(database.table_names())
    assert database["reports"].pks == ["report"]
    assert database["observations"].pks == ["report", "number"]
    keys = {(key.column, key.other_table) for key in database["observations"].foreign_keys}
    assert keys == {("report", "reports"), ("sentence", "sentences")}
    assert database["sentences"].detect_fts() == "sentences_fts"
    assert [row["report"] for row in database["sentences"].search("增加值")] == [1]
    assert [json.loads(row["authors"] or "[]") for row in database["reports"].rows] == [["李明", "a;b"], []]
    database.conn.close()


DATASETTE = """
import asyncio, sys
from datasette.app import Datasette

async def main():
    app = Datasette([sys.argv[1]])
    for page in ("/archive/sentences.json?_search=增加值&_shape=array", "/archive/observations.json?_shape=array"):
        answer = await app.client.get(page)
        print(answer.status_code, len(answer.json()))
    page = await app.client.get("/archive/observations")
    print(page.status_code, '/archive/reports/1' in page.text, '/archive/sentences/1' in page.text)

asyncio.run(main())
"""


def test_datasette_opens_it(path: Path) -> None:
    """Datasette shows the tables, follows the keys and searches the sentences, without being told anything."""
    se.export([REPORT, OTHER], path)
    before = path.read_bytes()
    run = subprocess.run([sys.executable, "-c", DATASETTE, str(path)], capture_output=True, text=True, check=False)
    assert run.stdout.splitlines() == ["200 1", "200 3", "200 True True"], run.stderr
    assert path.read_bytes() == before


def test_tables_of_others_stay(path: Path) -> None:
    """A database of one's own takes the tables of an archive beside its own."""
    changed(path, "CREATE TABLE mine (a)", "INSERT INTO mine VALUES (1)", "PRAGMA journal_mode = WAL")
    se.export(REPORT, path)
    assert rows(path, "SELECT a FROM mine") == [(1,)]
    assert se.read(path) == REPORT


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_text("no database, but long enough to be looked at"), "file is not a database"),
        (lambda path: changed(path, "DROP TABLE shandong_econ"), "tables of its own that are called notes, obs"),
        (lambda path: changed(path, "UPDATE shandong_econ SET format_version = 9"), "format version 9, and this is 1"),
        (lambda path: Path(f"{path}-wal").write_text("frames"), "-wal holds changes that are not yet in it"),
    ],
)
def test_what_cannot_be_added_to_is_left_alone(make: Callable[[Path], object], words: str, path: Path) -> None:
    """ExportError names the path and the remedy, and the file is as it was."""
    se.export(REPORT, path)
    make(path)
    before = path.read_bytes()
    with pytest.raises(ExportError, match=words) as error:
        se.export(OTHER, path)
    assert "archive.sqlite" in str(error.value)
    assert path.read_bytes() == before


def test_what_another_adds_meanwhile_is_not_lost(path: Path) -> None:
    """Who adds to an archive that another program changes in the same time is told to do it again."""
    se.export(REPORT, path)

    def slow() -> Any:
        yield OTHER
        changed(path, "UPDATE reports SET title = 'mine'")

    with pytest.raises(ExportError, match=r"archive\.sqlite was changed while it was being added to: export again"):
        se.export(slow(), path)
    assert [report.title for report in se.read_all(path)] == ["mine"]
    assert [each.name for each in path.parent.iterdir()] == ["archive.sqlite"]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE observations SET obs_value = 'x' WHERE number = 2", "table observations, report 1, number 2, column"),
        (
            "UPDATE observations SET measure = 'Growth' WHERE number = 1",
            "number 1, column measure: 'Growth' is no Measure",
        ),
        ("UPDATE reports SET authors = 'Li Ming'", 'column authors: .* is no list of texts: write it as \\["one"'),
        ("UPDATE reports SET authors = '[1]'", "no list of texts"),
        ("UPDATE notes SET message = x'00'", "neither a text nor a number"),
        ("UPDATE shandong_econ SET format_version = 9", "install a newer shandong-econ"),
        ("DROP TABLE shandong_econ", "this database is no archive of reports"),
        ("DROP TABLE notes", "no such table: notes"),
    ],
)
def test_a_bad_cell_is_named(statement: str, words: str, path: Path) -> None:
    """ReadError names the file, the table, the row, the column, the value and the remedy."""
    se.export(REPORT, path)
    changed(path, statement)
    with pytest.raises(ReadError, match=words) as error:
        se.read(path)
    assert "archive.sqlite" in str(error.value)


def test_a_quote_that_was_edited_is_named(path: Path) -> None:
    """What is derived and disagrees is a Note, and the facts hold."""
    se.export(REPORT, path)
    changed(path, "UPDATE observations SET quote = '9.9%' WHERE number = 1")
    found = se.read(path)
    assert found.observations == REPORT.observations
    assert found.notes[-1].message.startswith("table observations, report 1, number 1, column quote says '9.9%'")


@given(strategies.texts())
def test_typed_texts_come_back(text: str) -> None:
    """Any text is held as valid UTF-8 without NUL, and comes back."""
    stored = store_text(text)
    assert "\0" not in stored.encode().decode()
    assert stored_text(stored) == text


@given(st.lists(strategies.texts(), max_size=3).map(tuple))
def test_typed_lists_come_back(texts: tuple[str, ...]) -> None:
    """A list is JSON that any program reads; none at all is NULL."""
    assert (stored_cell(Kind.LIST, store_cell(Kind.LIST, texts)) or ()) == texts


def test_what_is_no_code_point_stays() -> None:
    """A person's own backslash is a backslash."""
    assert stored_text("\\u{ffffff} \\u{41}") == "\\u{ffffff} A"
