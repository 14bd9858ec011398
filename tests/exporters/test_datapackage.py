"""Data packages: valid to frictionless, whatever a report holds, and read back with what people edit."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import frictionless
import pytest
from hypothesis import given, settings

import shandong_econ as se
from shandong_econ.errors import ReadError
from shandong_econ.exporters import datapackage_read
from shandong_econ.exporters.datapackage import DataPackage
from shandong_econ.rows import TABLES
from shandong_econ.testing import strategies

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of frictionless's own libraries

REPORT = se.Report(
    text="增长4.50%\n好",
    title="",
    published=date(2022, 6, 20),
    authors=("李明", "a;b"),
    observations=(
        se.Observation(label="增加值", period=se.Period.parse("XXXX-Q1"), value=Decimal("4.50"), span=se.Span(2, 7)),
        se.Observation(value=Decimal("1E+30"), unit_mult=8, measure="growth"),
    ),
    statements=(se.Statement(kind="quote", text="好"),),
    notes=(se.Note("code", "message", se.Span(0, 2)),),
)
OTHER = se.Report(text="two", notes=(se.Note("a", "b"),))


def written(*reports: se.Report) -> bytes:
    file = io.BytesIO()
    DataPackage().write(reports, file)
    return file.getvalue()


def read(data: bytes) -> list[se.Report]:
    return list(DataPackage().read(io.BytesIO(data)))


def validated(data: bytes, folder: Path) -> Any:
    """What frictionless says of a package."""
    path = folder / "reports.datapackage.zip"
    path.write_bytes(data)
    return frictionless.validate(str(path), type="package")


def changed(data: bytes, name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """The package with one file changed, or taken out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            if (content if member != name else change(content)) is not None:
                new.writestr(member, content if member != name else change(content) or b"")
    return file.getvalue()


@settings(max_examples=settings().max_examples // 3)
@given(strategies.corpora())
def test_law_frictionless_calls_it_valid(reports: list[se.Report]) -> None:
    """Every report that the model can hold makes a valid package, its keys too, with as many rows as it has."""
    with TemporaryDirectory() as folder:
        report = validated(written(*reports), Path(folder))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:3]
    assert [task.stats.get("rows", 0) for task in report.tasks] == [
        len(reports),
        *(sum(len(getattr(each, name)) for each in reports) for name in ("observations", "statements", "notes")),
    ]


def test_frictionless_reads_types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unpacked or not, a number is a Decimal, a day is a date, and each table has its columns with titles."""
    (tmp_path / "reports.datapackage.zip").write_bytes(written(REPORT, OTHER))
    with zipfile.ZipFile(tmp_path / "reports.datapackage.zip") as package:
        package.extractall(tmp_path / "folder")
    monkeypatch.chdir(tmp_path)
    for where in ("reports.datapackage.zip", "folder/datapackage.json"):
        package = frictionless.Package(where)
        assert package.resource_names == [table.name for table in TABLES]
        reports, figures = (package.get_resource(name).read_rows() for name in ("reports", "observations"))
        assert [row["published"] for row in reports] == [date(2022, 6, 20), None]
        assert [row["obs_value"] for row in figures] == [Decimal("4.50"), Decimal("1E+30")]
        assert package.get_resource("observations").schema.get_field("obs_value").title == "Value"
    assert frictionless.validate("folder/datapackage.json").valid


def test_frictionless_names_a_wrong_code(tmp_path: Path) -> None:
    """The schemas are of use: a measure that there is not, and a report that there is not, are found."""
    data = changed(written(REPORT), "observations.csv", lambda content: content.replace(b",growth,", b",Growth,"))
    assert validated(data, tmp_path).flatten(["type"]) == [["constraint-error"]]
    data = changed(written(REPORT), "notes.csv", lambda content: content.replace(b"\n1,", b"\n7,"))
    assert validated(data, tmp_path).flatten(["type"]) == [["foreign-key"]]


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    """A package is read under any name."""
    se.export([REPORT, OTHER], tmp_path / "a.datapackage.zip")
    (tmp_path / "a.datapackage.zip").rename(tmp_path / "b.zip")
    assert list(se.read_all(tmp_path / "b.zip")) == [REPORT, OTHER]


def test_edits_are_read() -> None:
    """A cell that a person has changed is what is read; a derived one that disagrees is named in a Note."""
    data = changed(written(REPORT), "observations.csv", lambda content: content.replace(b",growth,", b",share,"))
    first, second = REPORT.observations
    assert read(data) == [attrs.evolve(REPORT, observations=(first, attrs.evolve(second, measure="share")))]
    data = changed(written(REPORT), "notes.csv", lambda content: content.replace("增长".encode(), b"x"))
    assert read(data)[0].notes[-1].message.startswith("notes.csv, line 2, column quote says 'x'")


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("observations.csv", b"4.50,", b"4;5,", "observations.csv, line 2, column obs_value: '4;5' is no number"),
        ("observations.csv", b"growth", b"Growth", "observations.csv, line 3, column measure: 'Growth' is no Measure"),
        ("observations.csv", b"obs_value", b"value", "observations.csv, line 1: these columns are missing: obs_value"),
        ("notes.csv", b"\n2,", b"\n9,", "notes.csv, line 3, column report: there is no report 9"),
        ("reports.csv", b"\n1,", b"\n2,", "reports.csv, line 3, column report: 2 stands after 2"),
        ("reports.csv", b"\n1,", b"\n\n0,", "reports.csv, line 3, column report: 0 stands after 0"),
        ("statements.csv", b"\n1,", b"\n1,1,", "statements.csv, line 2: it has 9 cells and the header 8"),
        ("notes.csv", b"\xe5", b"\xff", "notes.csv, line 2: the bytes ff"),
        ("datapackage.json", b"format_version", b"version", 'the mark "shandong-econ:format_version" is missing'),
        ("datapackage.json", b'version": 1', b'version": 2', "has format version 2, and this library reads"),
        ("datapackage.json", b"{", b"", "this is no JSON"),
    ],
)
def test_what_is_wrong_is_named(name: str, old: bytes, new: bytes, words: str) -> None:
    """ReadError names the file, the line, the column, the value and the remedy."""
    data = written(REPORT, OTHER)
    with pytest.raises(ReadError) as error:
        read(changed(data, name, lambda content: content.replace(old, new, 1)))
    assert words in str(error.value)


def test_what_is_missing_or_too_much_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package without a table, one that is a bomb, and one of others are refused."""
    data = written(REPORT)
    with pytest.raises(ReadError, match=r"no item named 'notes\.csv'"):
        read(changed(data, "notes.csv", lambda _: None))
    with pytest.raises(ReadError, match="damaged"):
        read(data[:-30])
    monkeypatch.setattr(datapackage_read, "UNPACKED_FREELY", 1 << 20)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("datapackage.json", json.dumps({}))
        package.writestr("reports.csv", bytes(2 << 20))
    with pytest.raises(ReadError, match="made to fill the memory"):
        read(file.getvalue())
