"""The laws across the rooms, for all formats that the library brings; what each keeps by itself is in test_formats."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import sqlite3
import zipfile
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import openpyxl
import pytest
from hypothesis import given

from shandong_econ.exporters import builtin
from shandong_econ.hookspecs import Exporter, ReadingExporter
from shandong_econ.model import (
    Area,
    Ground,
    Grounds,
    Indicator,
    Note,
    Observation,
    Period,
    Report,
    Span,
    Speaker,
    Statement,
    Unit,
)
from shandong_econ.rows import TABLES, note_rows, observation_rows, report_row, statement_rows
from shandong_econ.testing import strategies

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of an example that fails

BUILTINS: list[Exporter] = []
builtin.shandong_econ_register_exporters(BUILTINS.append)
READING = [exporter for exporter in BUILTINS if isinstance(exporter, ReadingExporter)]
each_format = pytest.mark.parametrize("exporter", READING, ids=lambda exporter: exporter.name)


def written(exporter: Any, reports: Iterable[Report]) -> tuple[bytes, bytes | None]:
    """The file of some reports, and its companion if the format has one."""
    file, companion = io.BytesIO(), io.BytesIO()
    if not hasattr(exporter, "companion"):
        exporter.write(iter(reports), file)
        return file.getvalue(), None
    exporter.write(iter(reports), file, companion=companion)
    return file.getvalue(), companion.getvalue()


def read(exporter: Any, file: bytes, companion: bytes | None) -> list[Report]:
    """The reports of a file and its companion."""
    if companion is None:
        return list(exporter.read(io.BytesIO(file)))
    return list(exporter.read(io.BytesIO(file), companion=io.BytesIO(companion)))


def rows(reports: Iterable[Report]) -> list[Any]:
    """All rows that some reports state, those of the four tables."""
    return [
        (report_row(report, key), *observation_rows(report, key), *statement_rows(report, key), *note_rows(report, key))
        for key, report in enumerate(reports, 1)
    ]


@given(report=strategies.reports())
def test_law_8_agreement(report: Report) -> None:
    """Through all formats, one after the other, a report states the rows that it stated at first."""
    passed = [report]
    for exporter in READING:
        passed = read(exporter, *written(exporter, passed))
        assert list(map(repr, rows(passed))) == list(map(repr, rows([report])))  # by repr, where 2.0 is not 2


def test_law_8_agreement_as_others_see_it() -> None:
    """Whoever opens the csv and the workbook with a library of their own finds the same table in both."""
    figures = (FIGURE, Observation(value=Decimal("-2.10")), Observation(value=Decimal(8000), unit_mult=4))
    reports = [attrs.evolve(REPORT, observations=figures), REPORT]
    files = {exporter.name: written(exporter, reports)[0] for exporter in READING}
    table = list(csv.reader(io.StringIO(files["csv"].decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))["Observations"]
    assert len(table) == sheet.max_row == 5
    for (*mine, _), theirs in zip(table, sheet.iter_rows(values_only=True), strict=True):  # all but the seals
        for text, value in zip(mine, theirs, strict=True):
            same = Decimal(text) == Decimal(str(value)) if isinstance(value, (int, float)) else text == (value or "")
            assert same, (text, value)


FIGURE = Observation(
    label="Qlabela",
    indicator=Indicator("QINDICATORA", "Qindicatornamea", "Q指标名甲"),
    area=Area("980001", "Qareanamea", "Q地名甲"),
    entity="Qentitya",
    period=Period.parse("1987-Q3"),
    base=Period.parse("1973-S2"),
    comparison="since",
    value=Decimal("7319.25"),
    unit=Unit("QUNITA", "Qunitnamea", "Q单位甲"),
    unit_mult=3,
    relative_to="Qrelativea",
    speaker=Speaker("Qspeakera", "Qrolea", "Qorganisationa"),
    grounds=Grounds(area=Ground("heading", Span(74123, 74150)), period=Ground("given")),
)
REPORT = Report(
    text="Qtexta",
    title="Qtitlea",
    language="en",
    published=date(1991, 2, 3),
    area=Area("970001", "Qreportareaa", "Q报告地甲"),
    authors=("Qauthora",),
    publisher="Qpublishera",
    uri="urn:Qplacea",
    observations=(FIGURE,),
    statements=(Statement(kind="quote", speaker=Speaker("Qtalkera", "Qpositiona", "Qfirma"), text="Qwordsa"),),
    notes=(Note("qcodea", "Qmessagea"),),
)
FACTS = [*re.findall(r"Q\w*[a甲A]\b|qcodea", repr(REPORT)), "980001", "970001"]
EDITS = [
    (fact, re.sub("[a甲A1]$", lambda end: {"a": "b", "甲": "乙", "A": "B", "1": "2"}[end[0]], fact)) for fact in FACTS
]
EDITS += [("1987-Q3", "1988-Q1"), ("1973-S2", "1974-S1"), ("1991-02-03", "1992-03-04"), ("74123", "74124")]


MADE_OF_FACTS = ("xl/worksheets/sheet1.xml", "xl/styles.xml")
"""The overview of a workbook, and the number formats in which it says units: made from the facts, and none itself."""


def edited(file: bytes, old: str, new: str) -> tuple[bytes, int]:
    """The file with a text replaced, and how often it stood there; a workbook has many parts, and a day is a number."""
    if file.startswith(b"SQLite"):
        return edited_database(file, old, new)
    if file.startswith(b"<!doctype html>"):
        return edited_data(file, old, new)
    if not file.startswith(b"PK"):
        return file.replace(old.encode(), new.encode()), file.count(old.encode())
    target, count = io.BytesIO(), 0
    if b"xl/" in file and re.fullmatch(r"\d{4}-\d\d-\d\d", old):
        old, new = (str((date.fromisoformat(day) - date(1899, 12, 30)).days) for day in (old, new))
    with zipfile.ZipFile(io.BytesIO(file)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            plain = re.sub(
                rb"&#(\d{3,});", lambda found: chr(int(found[1])).encode(), source.read(name)
            )  # as lxml writes
            member, times = edited(plain, old, new)
            copy.writestr(name, plain if name in MADE_OF_FACTS else member)
            count += 0 if name in MADE_OF_FACTS else times
    return target.getvalue(), count


def edited_database(file: bytes, old: str, new: str) -> tuple[bytes, int]:
    """The same in the facts of a database: its index of sentences follows by itself, and is no fact."""
    count = 0
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(file)
        for table in TABLES:
            for column in [column.name for column in table.columns[1:] if not column.derived]:
                cell = f'instr("{column}", ?)'
                change = f'UPDATE {table.name} SET "{column}" = replace("{column}", ?, ?) WHERE {cell}'
                count += database.execute(change, (old, new, old)).rowcount
        database.commit()
        return database.serialize(), count


def edited_data(file: bytes, old: str, new: str) -> tuple[bytes, int]:
    """The same in the data of a page: all that the page shows is derived from it."""
    count = 0
    lines = file.splitlines(keepends=True)
    for at, line in enumerate(lines):
        if line.startswith(b'<script type="application/json" data-seal='):
            lines[at] = line.replace(old.encode(), new.encode())
            count += line.count(old.encode())
    return b"".join(lines), count


def in_model(thing: Any, old: str, new: str) -> Any:
    """The same part of a report with a fact replaced, wherever it stands."""
    if attrs.has(type(thing)) and not isinstance(thing, Period):
        fields = [field.name for field in attrs.fields(type(thing))]
        return attrs.evolve(thing, **{name: in_model(getattr(thing, name), old, new) for name in fields})
    if isinstance(thing, tuple):
        return tuple(in_model(one, old, new) for one in thing)
    if isinstance(thing, Period):
        return Period.parse(str(thing).replace(old, new))
    if type(thing) is int:
        return int(str(thing).replace(old, new))
    if isinstance(thing, date):
        return date.fromisoformat(str(thing).replace(old, new))
    return thing.replace(old, new) if type(thing) is str else thing


SEALED = ("csv", "json", "jsonl", "markdown")
"""The formats that tell of every edit. A page does where it does not show the edit as well."""


def notes_of_reading(found: Report) -> tuple[list[Note], list[Note]]:
    """The notes that reading has added: those of what disagrees, and those of seals."""
    added = found.notes[len(REPORT.notes) :]
    return [note for note in added if note.code != "seal_broken"], [
        note for note in added if note.code == "seal_broken"
    ]


@each_format
@pytest.mark.parametrize(("old", "new"), EDITS)
def test_law_7_what_is_seen_is_what_is_read(exporter: Any, old: str, new: str) -> None:
    """A fact stands once in a file and its companion, and who edits it there and reads the file gets the edit."""
    expected = in_model(REPORT, old, new)
    assert expected != REPORT
    file, companion = written(exporter, [REPORT])
    file, times = edited(file, old, new)
    if companion is not None:
        companion, beside = edited(companion, old, new)
        times += beside
    assert times == 1
    (found,) = read(exporter, file, companion)
    more, told_by_seals = notes_of_reading(found)
    assert attrs.evolve(found, notes=found.notes[: len(REPORT.notes)]) == expected
    assert len(told_by_seals) == (exporter.name in SEALED) or (exporter.name == "html" and not more)
    # A page shows facts, too, and reading names the line that shows another than the data.
    assert all(note.code == "derived_disagrees" for note in more)
    assert all(exporter.name == "html" or note.message.startswith("Overview!") for note in more)
    assert len(more) <= 1 or exporter.name == "xlsx"
    assert not more or exporter.name in ("html", "xlsx")


@each_format
def test_law_7_a_derived_cell_that_disagrees_is_named(exporter: Any) -> None:
    """A value that is edited is read; where an amount beside it disagrees, a Note names the cell."""
    file, companion = written(exporter, [REPORT])
    file, times = edited(file, "7319.25", "7319.75")
    assert times == 1
    (found,) = read(exporter, file, companion)
    figure = attrs.evolve(FIGURE, value=Decimal("7319.75"))
    more, told_by_seals = notes_of_reading(found)
    assert len(told_by_seals) == (exporter.name in SEALED)
    assert attrs.evolve(found, notes=found.notes[: len(REPORT.notes)]) == attrs.evolve(REPORT, observations=(figure,))
    assert all(note.code == "derived_disagrees" for note in more)
    assert all(re.search(r"7,?319\.?25", note.message) for note in more)
    # An overview and a page say the value, too.
    assert len(more) == edited(file, "7319250", "")[1] + (exporter.name in ("html", "xlsx"))
