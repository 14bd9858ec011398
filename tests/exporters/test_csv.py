"""CSV: the rows, the companion, what people and programs make of them, and what is refused."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import compress
from typing import Any

import attrs
import pytest
from hypothesis import example, given

from shandong_econ.errors import ReadError
from shandong_econ.exporters.csv import Csv
from shandong_econ.exporters.csv_seals import COLUMNS
from shandong_econ.model import Area, Note, Observation, Period, Report, Span, Unit
from shandong_econ.rows import OBSERVATIONS, Kind, encode_row, observation_rows
from shandong_econ.testing.strategies import corpora

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of an example that fails

TEXT = "山东省规模以上工业增加值增长4.50%，煤炭产量8000吨。"
FIGURES = (
    Observation(
        label="规模以上工业增加值",
        area=Area("370000", "Shandong", "山东省"),
        period=Period.parse("XXXX-01-01/P5M"),
        measure="growth",
        value=Decimal("4.50"),
        unit=Unit("PT", "percent"),
        span=Span(14, 19),
    ),
    Observation(label="煤炭产量", value=Decimal(8000), unit=Unit("TN"), span=Span(24, 29)),
)
REPORT = Report(text=TEXT, title="一", observations=FIGURES, notes=(Note("unit_suspect", "?"),))
OTHER = Report(title="二", observations=(Observation(label='x, "y"\r\n=1', value=Decimal(2)),))


def written(*reports: Report) -> tuple[str, bytes]:
    """The csv of some reports as text, without its mark of byte order, and its companion."""
    file, companion = io.BytesIO(), io.BytesIO()
    Csv().write(iter(reports), file, companion=companion)
    return file.getvalue().decode("utf-8-sig"), companion.getvalue()


def read(file: str | bytes, companion: bytes | None = None) -> list[Report]:
    """The reports of a csv and, if there is one, its companion."""
    data = file.encode() if isinstance(file, str) else file
    return list(Csv().read(io.BytesIO(data), companion=None if companion is None else io.BytesIO(companion)))


def told_of(report: Report) -> tuple[list[str], Report]:
    """What a report's notes tell of broken seals, and the report without those."""
    others = [note for note in report.notes if note.code != "seal_broken"]
    return [note.message for note in report.notes if note not in others], attrs.evolve(report, notes=others)


def test_the_rows_are_tidy() -> None:
    """The file has a mark of byte order, a header with our mark, lines that end in CR LF, and one row a figure."""
    file = io.BytesIO()
    Csv().write([REPORT, Report(), OTHER], file)
    data = file.getvalue()
    assert data.startswith(b"\xef\xbb\xbfreport,label,")
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r") == 4
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["report"] for row in rows] == ["1", "1", "3"]
    assert rows[0]["time_period"] == "XXXX-01-01/P5M"
    assert rows[0]["obs_value"] == "4.50"
    assert rows[0]["quote"] == "4.50%"
    assert rows[2]["label"] == 'x, "y"\\r\\n=1'


@pytest.fixture
def any_field() -> Iterator[None]:
    """The csv module takes long fields."""
    limit = csv.field_size_limit(10**7)
    yield
    csv.field_size_limit(limit)


@pytest.mark.usefixtures("any_field")
@given(corpora())
def test_no_program_sees_other_rows(reports: list[Report]) -> None:
    """Another reader of csv finds the cells that the tables' codec writes, whatever a report holds."""
    text, _ = written(*reports)
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header == [*OBSERVATIONS.header, "seal"]
    expected = [row for key, report in enumerate(reports, 1) for row in observation_rows(report, key)]
    for (*found, _), right in zip(rows, expected, strict=True):
        cells = encode_row(OBSERVATIONS, right)
        for column, cell, text in zip(OBSERVATIONS.columns, found, cells, strict=True):
            assert cell == text or (column.kind is Kind.DECIMAL and cell == f"{text}.")


@pytest.mark.usefixtures("any_field")
@given(corpora())
@example([attrs.evolve(OTHER, observations=(Observation(label="x;=cmd|'/c calc'!A0;y", value=Decimal(1)),))])
def test_no_program_runs_a_cell(reports: list[Report]) -> None:
    """Divided at semicolons, bars or tabs, as a spreadsheet may be told to, no field of the file begins a formula."""
    text, _ = written(*reports)
    for mark in ";|\t":
        for fields in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            assert not [field for field in fields if re.match(r"[\s\"']*[=+\-@＝＋－＠]", field)]


def test_rows_alone_say_so() -> None:
    """Without the companion there are the figures only, and a Note in each report that says where the rest stands."""
    text, _ = written(REPORT, Report(title="no figures"), OTHER)
    first, last = read(text)
    assert first.observations == REPORT.observations
    assert last.observations == OTHER.observations
    assert first.text == ""
    assert [note.code for note in first.notes] == ["rows_only"]
    assert "csv-metadata.json" in first.notes[0].message


def resaved(text: str, **options: Any) -> str:
    """The csv as another program writes it."""
    out = io.StringIO(newline="")
    csv.writer(out, **options).writerows(csv.reader(io.StringIO(text, newline="")))
    return out.getvalue()


def reordered(text: str) -> str:
    """The csv with its columns the other way round, and one of the user's own."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(["mine", *row[::-1]] for row in csv.reader(io.StringIO(text, newline="")))
    return out.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\r\n", "\n"),
        lambda text: resaved(text, quoting=csv.QUOTE_ALL),
        lambda text: text.rstrip("\r\n"),
        lambda text: text + "\r\n" + "," * (len(COLUMNS.columns) - 1) + "\r\n",
        lambda text: text.replace(",8000,", ",8000.,").replace(",24,29,", ",24.0,+29,"),
        reordered,
    ],
    ids=["byte-order mark", "LF", "all quoted", "no last line end", "empty rows", "points", "own column, other order"],
)
def test_what_programs_make_of_a_file_is_read(change: Any) -> None:
    """A file that another program has saved again says the same."""
    text, companion = written(REPORT, Report(title="no figures"), OTHER)
    assert read(change(text), companion) == [REPORT, Report(title="no figures"), OTHER]


def test_an_edited_enumeration_is_read() -> None:
    """A code that a person has changed in a row is what is read, with a Note that names the row."""
    text, companion = written(REPORT)
    (found,) = read(text.replace(",growth,", ",share,"), companion)
    told, found = told_of(found)
    assert found == attrs.evolve(REPORT, observations=(attrs.evolve(FIGURES[0], measure="share"), FIGURES[1]))
    assert told[0].startswith("line 2, or rows beside that are gone: not as it was sealed")


@pytest.mark.parametrize(
    ("left", "figures", "where"),
    [((0, 2, 3), FIGURES[1:], "line 2"), ((0, 1, 3), FIGURES[:1], "line 2"), ((0, 3), (), "report 1, all rows of")],
)
def test_a_row_that_is_gone_is_gone(left: tuple[int, ...], figures: tuple[Observation, ...], where: str) -> None:
    """Who deletes a row deletes the figure, and a Note of its report says so; a report without rows is still one."""
    text, companion = written(REPORT, OTHER)
    lines = text.splitlines(keepends=True)
    first, other = read("".join(lines[i] for i in left), companion)
    (told,), first = told_of(first)
    assert (first, other) == (attrs.evolve(REPORT, observations=figures), OTHER)
    assert told.startswith(where)


def test_a_derived_cell_that_was_edited_is_named() -> None:
    """The Note has the line and the column, and the facts hold; derived columns may be taken out."""
    text, companion = written(REPORT)
    (found,) = read(text.replace("8000吨", "9000吨"), companion)
    assert found.observations == REPORT.observations
    assert [note.code for note in found.notes] == ["unit_suspect", "derived_disagrees"]
    assert found.notes[1].message.startswith("line 3, column quote says '9000吨'")
    rows = csv.reader(io.StringIO(text, newline=""))
    kept = [not column.derived for column in COLUMNS.columns]
    assert read("\r\n".join(",".join(compress(row, kept)) for row in rows), companion) == [REPORT]


def changed(text: str, line: int, column: str, cell: str) -> str:
    """The csv with one cell replaced."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    rows[line - 1][OBSERVATIONS.header.index(column)] = cell
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


BAD_CELLS = [
    (2, "obs_value", "4,5", "line 2, column obs_value: '4,5' is no number: write digits with a point"),
    (3, "unit_mult", "x", "line 3, column unit_mult: 'x' is no whole number"),
    (2, "time_period", "Mai 22", "line 2, column time_period: 'Mai 22' is no period: write it as 2022"),
    (2, "measure", "Growth", "line 2, column measure: 'Growth' is no Measure: give one of level"),
    (3, "obs_value", "", "line 3, column obs_value: it is empty, and no row is without it: fill it in"),
    (2, "report", "", "line 2, column report: None is no number of a report: write 1, 2, 3"),
    (2, "report", "0", "line 2, column report: 0 is no number of a report"),
    (3, "report", "2", "line 4, column report: report 1 stands after report 2: sort the rows by the column report"),
    (
        5,
        "report",
        "3",
        "line 5, column report: 3, but the companion has 2 reports: give the companion that was written",
    ),
    (1, "obs_value", "value", "line 1: these columns are missing: obs_value: put the header back"),
    (1, "label", "obs_value", "line 1: these columns are missing: label"),
    (1, "quote", "obs_value", "line 1: these columns stand twice: obs_value: leave one"),
]


@pytest.mark.parametrize(("line", "column", "cell", "words"), BAD_CELLS, ids=[bad[3][:40] for bad in BAD_CELLS])
def test_a_bad_cell_is_named(line: int, column: str, cell: str, words: str) -> None:
    """ReadError names the line, the column, the value and the remedy."""
    text, companion = written(attrs.evolve(REPORT, observations=(*FIGURES, FIGURES[0])), OTHER)
    with pytest.raises(ReadError) as error:
        read(changed(text, line, column, cell), companion)
    assert str(error.value).startswith(words)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: "", "line 1: these columns are missing: report, label"),
        (
            lambda text: resaved(text, delimiter=";"),
            "line 1: the columns are divided by semicolons: save the file with",
        ),
        (
            lambda text: resaved(text, delimiter="\t"),
            "line 1: the columns are divided by tabs: save the file with comma",
        ),
        (lambda text: text + "1,2\r\n", "line 4: it has 2 cells and the header 41: put text with commas"),
        (lambda text: text + '1,"a"b\r\n', "line 4: "),
        (lambda text: text + '1,"a', "line 4: unexpected end of data"),
        (lambda text: text.encode("gb18030"), "line 2: the bytes b9 e6 c4 a3 are not UTF-8: save"),
        (lambda text: text.encode("utf-16"), "line 1: the bytes ff fe 72 00 are not UTF-8: save the file as UTF-8"),
    ],
)
def test_a_broken_file_is_refused(change: Any, words: str) -> None:
    """ReadError names the line and what to do."""
    text, _ = written(REPORT)
    with pytest.raises(ReadError, match="^" + re.escape(words)):
        read(change(text))


def test_reports_stream() -> None:
    """A report is written before the next is asked for, and read before the rest of either file is touched."""
    asked: list[int] = []
    file, companion = io.BytesIO(), io.BytesIO()

    def many() -> Iterator[Report]:
        for number in range(400):
            asked.append(number)
            if number > 200:
                assert len(companion.getvalue()) > number * 50
                assert len(file.getvalue()) > number * 50
            yield REPORT

    Csv().write(many(), file, companion=companion)
    assert len(asked) == 400
    rows, beside = io.BytesIO(file.getvalue()), io.BytesIO(companion.getvalue())
    assert next(Csv().read(rows, companion=beside)) == REPORT
    assert rows.tell() < 2000
    assert beside.tell() < len(companion.getvalue()) // 10


def test_a_long_field_is_read_and_the_limit_left_alone() -> None:
    """A field over the csv module's limit is read, and the limit is the user's again after each report and error."""
    long = Report(observations=(Observation(label="山" * 200_000, value=Decimal(1)),))
    text, companion = written(long, OTHER)
    before = csv.field_size_limit(99)
    try:
        reader = Csv().read(io.BytesIO(text.encode()), companion=io.BytesIO(companion))
        assert next(reader) == long
        assert csv.field_size_limit() == 99
        assert list(reader) == [OTHER]
        with pytest.raises(ReadError):
            read(text + '1,"a"b')
        assert csv.field_size_limit() == 99
    finally:
        csv.field_size_limit(before)
