"""JSON and JSON Lines: one structure, read from any layout, and refused with the path to what is wrong."""

from __future__ import annotations

import io
import json
import re
import tracemalloc
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from shandong_econ.errors import ReadError
from shandong_econ.exporters import plain as plain_values
from shandong_econ.exporters.json import Json, JsonLines
from shandong_econ.model import (
    Area,
    Measure,
    Note,
    Observation,
    Period,
    Report,
    Span,
    Speaker,
    Statement,
    StatementKind,
)

REPORT = Report(
    text="山东省GDP增长4.50%。",
    title="",
    authors=("王金虎", ""),
    area=Area("370000", "Shandong"),
    observations=(
        Observation(
            label="GDP", value=Decimal("4.50"), measure=Measure.GROWTH, period=Period.parse("XXXX-Q1"), span=Span(8, 13)
        ),
        Observation(value=Decimal("-0"), unit_mult=8),
    ),
    statements=(Statement(kind=StatementKind.QUOTE, speaker=Speaker("张勇"), text="\ud83d\ude00 and \U0001f600"),),
    notes=(Note("unit_suspect", "\udc80 \x00 \u2028", Span(0, 1)),),
)
each = pytest.mark.parametrize("exporter", [Json(), JsonLines()], ids=lambda exporter: exporter.name)


def written(exporter: Json | JsonLines, *reports: Report) -> bytes:
    """The file of some reports."""
    file = io.BytesIO()
    exporter.write(iter(reports), file)
    return file.getvalue()


def read(exporter: Json | JsonLines, file: bytes | str) -> list[Report]:
    """The reports of a file."""
    return list(exporter.read(io.BytesIO(file.encode() if isinstance(file, str) else file)))


@each
def test_the_mark_stands_first(exporter: Json | JsonLines) -> None:
    """A file is known by `"format": "shandong_econ"` in its first 200 bytes, with reports and without."""
    for reports in ([], [REPORT], [Report(text="x" * 1000)]):
        data = written(exporter, *reports)
        assert b'"format": "shandong_econ"' in data[:200]
        assert read(exporter, data) == reports


@each
def test_it_is_json_that_people_can_read(exporter: Json | JsonLines) -> None:
    """The file is JSON in UTF-8 with the model's field names; Chinese is Chinese, and a value is a text."""
    data = written(exporter, REPORT)
    document = json.loads(data)
    plain = document["reports"][0] if exporter.name == "json" else document
    assert plain["observations"][0]["value"] == "4.50"
    assert plain["observations"][0]["period"] == "XXXX-Q1"
    assert plain["observations"][0]["span"] == [8, 13]
    assert plain["area"] == {"code": "370000", "name": "Shandong", "name_zh": None}
    assert plain["authors"] == ["王金虎", ""]
    assert "山东省GDP增长" in written(exporter, Report(text="山东省GDP增长")).decode()
    assert "张勇".encode() in data


def test_two_surrogates_are_not_one_character() -> None:
    """JSON would make one character of two surrogates in a row, so such a text is a list of its pieces."""
    (statement,) = json.loads(written(Json(), REPORT))["reports"][0]["statements"]
    assert statement["text"] == ["\ud83d", "\ude00 and \U0001f600"]
    assert read(Json(), written(Json(), REPORT)) == [REPORT]


@pytest.mark.parametrize("options", [{"indent": 4}, {"separators": (",", ":")}, {"sort_keys": True, "indent": 2}, {}])
def test_a_document_laid_out_anew_is_read(options: dict[str, Any]) -> None:
    """A document says the same however an editor has laid it out."""
    document = json.loads(written(Json(), REPORT, Report(), REPORT))
    assert read(Json(), json.dumps(document, **options)) == [REPORT, Report(), REPORT]
    assert read(Json(), "\ufeff" + json.dumps(document, **options)) == [REPORT, Report(), REPORT]


def test_a_report_laid_out_anew_among_others_is_read() -> None:
    """One report may be spread over lines, or two stand on one."""
    lines = written(Json(), REPORT, Report(title="b"), Report(title="c"), REPORT).decode().splitlines()
    spread = json.dumps(json.loads(lines[5].rstrip(",")), indent=2) + ","
    for middle in ([spread, lines[6]], [lines[5] + lines[6]], [lines[5], "", lines[6]]):
        assert read(Json(), "\n".join([*lines[:5], *middle, *lines[7:]])) == [
            REPORT,
            Report(title="b"),
            Report(title="c"),
            REPORT,
        ]


def test_lines_can_be_joined_and_cut() -> None:
    """Files of JSON Lines one behind another are a file; so are some lines, and it is told; empty ones say nothing."""
    joined = written(JsonLines(), REPORT) + b"\r\n \n" + written(JsonLines()) + written(JsonLines(), Report(), REPORT)
    assert read(JsonLines(), joined) == [REPORT, Report(), REPORT]
    (last,) = read(JsonLines(), joined.splitlines()[-1])
    told = last.notes[len(REPORT.notes) :]
    assert attrs.evolve(last, notes=REPORT.notes) == REPORT
    assert [note.message.partition(":")[0] for note in told] == [
        "line 1, which was written as number 2 and stands first"
    ]


def test_a_line_is_a_line_to_every_program() -> None:
    """No text makes a line fall apart for programs that take other characters for line ends too."""
    ends = "a\x85b\u2028c\u2029d\x0be\x0cf\x1eg\r\n"
    reports = [Report(text=ends), Report(text=ends + "\ud800")]
    data = written(JsonLines(), *reports)
    assert len(data.decode().splitlines()) == 2
    assert read(JsonLines(), data) == reports


def test_a_hand_written_report_is_short() -> None:
    """A field that is not there has its default, a value may be a number, and there need be no seal."""
    short = '{"format": "shandong_econ", "version": 1, "observations": [{"value": 4.50}, {"value": 7}]}'
    assert read(JsonLines(), short) == [
        Report(observations=(Observation(value=Decimal("4.50")), Observation(value=Decimal(7))))
    ]


BAD = [
    (("observations", 1, "value"), "4,5", "observations[1].value: '4,5' is no number: write"),
    (
        ("observations", 1, "value"),
        None,
        "observations[1].value: None is no number: write its digits between quotation",
    ),
    (("observations", 1, "value"), True, "observations[1].value: True is no number"),
    (("observations", 0, "measure"), "grwth", "observations[0].measure: 'grwth' is no Measure: give one of level"),
    (("observations", 0, "measure"), ["level"], "observations[0].measure: "),
    (("observations", 0, "period"), "May", "observations[0].period: 'May' is no period: write it as 2022"),
    (("observations", 0, "period"), 22, "observations[0].period: 22 is no period: write it as 2022"),
    (("observations", 0, "span"), [5, 3], "observations[0].span: Span.start is 5: give 0 <= start <= end"),
    (("observations", 0, "span"), 5, "observations[0].span: 5 is no span: give [start, end]"),
    (("observations", 0, "unit_mult"), "8", "observations[0].unit_mult: '8' is no whole number: write digits only"),
    (("observations", 0, "unit_mult"), True, "observations[0].unit_mult: True is no whole number"),
    (("observations", 0, "unit_mult"), 101, "observations[0]: Observation.unit_mult is 101: give an int from -100"),
    (("observations", 0, "indicator"), {"code": "x"}, "observations[0].indicator: Indicator.code is 'x': give a code"),
    (("observations", 0, "indicator"), {}, "observations[0].indicator.code: 'code' is missing: give it"),
    (("observations", 0), "4.5", "observations[0]: '4.5' stands where an object, {...} belongs"),
    (("observations",), {}, "observations: {} stands where a list, [...] belongs"),
    (("area",), "370000", "area: '370000' stands where an object, {...} belongs"),
    (("title",), 5, "title: 5 is no text: put it between quotation marks"),
    (("authors", 1), {}, "authors[1]: {} is no text"),
    (("authors",), "Wang", "authors: 'Wang' stands where a list, [...] belongs"),
    (("published",), "June", "published: 'June' is no date: write it as"),
    (("language",), "de", ": Report.language is 'de': give 'en', 'zh' or None"),
    (("notes", 0, "span"), [0, 10**15], "notes[0].span: Span.end is 1000000000000000: no text is longer"),
]


@each
@pytest.mark.parametrize(("path", "value", "words"), BAD, ids=[bad[2][:40] for bad in BAD])
def test_a_bad_value_is_named(exporter: Json | JsonLines, path: tuple[Any, ...], value: Any, words: str) -> None:
    """ReadError has the path inside the document, the value and the remedy."""
    document = json.loads(
        written(exporter, REPORT, REPORT).splitlines()[-1]
        if exporter.name == "jsonl"
        else written(exporter, REPORT, REPORT)
    )
    inner = document if exporter.name == "jsonl" else document["reports"][1]
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    with pytest.raises(ReadError) as error:
        read(exporter, json.dumps(document))
    start = "line 1, report" if exporter.name == "jsonl" else "reports[1]"
    assert str(error.value).startswith(start + ("" if words.startswith(":") else ".") + words)


HEAD = '{"format": "shandong_econ", "version": 1, '


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1, column 1: Expecting value: this is no JSON"),
        ("[]", 'the list "reports" is missing: give a file that this library wrote'),
        (HEAD + '"reports": {}}', 'the list "reports" is missing'),
        ('{"reports": []}', 'the document: the mark "format": "shandong_econ" is missing'),
        ('{"format": "shandong_econ", "reports": []}', "the document: the format version is None: give 1"),
        (
            '{"format": "shandong_econ", "version": "1", "reports": []}',
            "the document: the format version is '1': give 1",
        ),
        (
            '{"format": "shandong_econ", "version": 2, "reports": []}',
            "the document: the file has format version 2, and this library reads versions up to 1: install a newer",
        ),
        (HEAD + '"reports": [7]}', "reports[0]: 7 stands where an object, {...} belongs"),
        (HEAD + '"reports": [{"title": "a", "title": "b"}]}', "from line 1 on: the key 'title' stands twice in one"),
        (HEAD + '"reports": [{"x": NaN}]}', "from line 1 on: NaN is no number"),
        (HEAD + '"reports": [{"x": -Infinity}]}', "from line 1 on: -Infinity is no number"),
        (HEAD + '"reports": [{"x": 1e9999999999999999999}]}', "from line 1 on: '1e9999999999999999999' is out of"),
        (HEAD + '"reports": [{"x": ' + "9" * 5000 + "}]}", "from line 1 on: Exceeds the limit"),
        (HEAD + '"reports": ' + "[" * 200_000, "line 1: lists and objects stand too deep in each other"),
        (HEAD + '"reports": [{}}\n', "line 1, column 57: Expecting ',' delimiter: this is no JSON; mend it"),
    ],
    ids=lambda value: value[:60],
)
def test_a_document_that_is_none_of_ours_is_refused(text: str, words: str) -> None:
    """ReadError names the place and the remedy, whatever the text holds."""
    with pytest.raises(ReadError) as error:
        read(Json(), text)
    assert str(error.value).startswith(words)


def test_the_line_of_the_damage_is_named() -> None:
    """In a document of ours that has been damaged, the line is that of the file."""
    lines = written(Json(), REPORT, REPORT, REPORT).decode().splitlines()
    for index in (2, 5, 6, 7):
        damaged = [*lines]
        damaged[index - 1] = damaged[index - 1].replace('": ', '" ', 1)
        with pytest.raises(ReadError, match=f"^line {index}, column "):
            read(Json(), "\n".join(damaged))
    with pytest.raises(ReadError, match=r"^line 6, column 1: Expecting ',' delimiter"):
        read(Json(), "\n".join([*lines[:4], lines[4].rstrip(","), *lines[5:]]))
    with pytest.raises(ReadError, match=r"^line 2, column "):
        read(JsonLines(), written(JsonLines(), REPORT) + b'{"format": shandong_econ"}\n')
    with pytest.raises(ReadError, match=r"^line 2: the mark"):
        read(JsonLines(), written(JsonLines(), REPORT) + b'{"title": "mine"}\n')
    with pytest.raises(
        ReadError, match=r"^line 2: the file has format version 3, and this library reads versions up to 1"
    ):
        read(JsonLines(), written(JsonLines(), REPORT) + b'{"format": "shandong_econ", "version": 3}\n')
    with pytest.raises(ReadError, match=re.escape("line 2: the bytes ff 22 7d are not UTF-8: save the file as UTF-8")):
        read(JsonLines(), written(JsonLines(), REPORT) + b'{"format": "\xff"}')


@each
def test_many_reports_take_the_memory_of_one(exporter: Json | JsonLines, tmp_path: Path) -> None:
    """Writing and reading two thousand reports takes no more memory than a few of them do."""
    path = tmp_path / "many"

    def peak(count: int) -> int:
        def many() -> Iterator[Report]:
            for number in range(count):
                yield Report(text=f"{number}" + "x" * 1_000)

        tracemalloc.start()
        with path.open("wb") as file:
            exporter.write(many(), file)
        with path.open("rb") as source:
            assert sum(1 for _ in exporter.read(source)) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(2)  # what is loaded at the first use is not counted
    assert peak(2000) < peak(20) + 500_000


def test_other_programs_open_the_lines(tmp_path: Path) -> None:
    """pandas, Polars and DuckDB read JSON Lines without an option, a row a report."""
    import duckdb
    import pandas as pd
    import polars as pl

    path = tmp_path / "reports.jsonl"
    path.write_bytes(
        written(JsonLines(), *[Report(text="山东", title=f"t{i}", observations=REPORT.observations) for i in range(3)])
    )
    assert list(pd.read_json(path, lines=True)["title"]) == ["t0", "t1", "t2"]
    assert pl.read_ndjson(path)["text"].to_list() == ["山东"] * 3
    values = duckdb.sql(f"select observations[1].value from read_json('{path}')").fetchall()
    assert values == [("4.50",)] * 3


def test_a_key_that_stands_twice_is_found_without_comparing_all() -> None:
    """In an object of many keys each is looked up, and not held against all before it."""
    compared: list[str] = []

    class Key(str):
        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            compared.append(self)
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    keys = [Key(n) for n in range(100)]
    with pytest.raises(ValueError, match="the key '99' stands twice"):
        plain_values._object([(key, None) for key in [*keys, Key(99)]])
    assert len(compared) < 20
