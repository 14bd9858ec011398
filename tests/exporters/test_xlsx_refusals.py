"""Workbooks that cannot be read: each error names the place, the value and the remedy."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook
from tests.exporters.workbooks import OTHER, REPORT, edited, read, with_cells, with_member, written
from tests.sources.drawn import ods_cell, ods_of, ods_row

import shandong_econ as se
from shandong_econ.errors import ReadError
from shandong_econ.exporters.xlsx import package

SHEET = "xl/worksheets/sheet2.xml"  # of the figures


def foreign() -> bytes:
    """The workbook of somebody else."""
    file, workbook = io.BytesIO(), Workbook()
    workbook["Sheet"]["A1"].value = "GDP"
    workbook.save(file)
    return file.getvalue()


def other_zip() -> bytes:
    """A zip that is no workbook."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", "<document/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no workbook, or a damaged one .BadZipFile"),
        (b"GDP grew by 4.5%", "no workbook, or a damaged one .BadZipFile"),
        (written(REPORT)[:-200], "no workbook, or a damaged one .BadZipFile"),
        (other_zip(), "no workbook, or a damaged one"),
        (foreign(), "not written as reports, on sheets Observations, Reports, .* save it as .txt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "is encrypted, or of the old .xls kind: .* password"),
    ],
    ids=["nothing", "prose", "cut", "zip", "foreign", "xls"],  # not their bytes, in which the time of the day stands
)
def test_other_files(data: bytes, message: str) -> None:
    """A file that is no workbook, or not one of reports, is refused with what to do."""
    with pytest.raises(ReadError, match=message):
        read(data)


def saved_as_ods(names: list[str], mark: str) -> io.BytesIO:
    """A workbook with these sheets and this property, as LibreOffice saves it."""
    rows = ods_row(ods_cell("山东省"), ods_cell("4.5"))
    file = io.BytesIO(ods_of("".join(f'<table:table table:name="{name}">{rows}</table:table>' for name in names)))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("meta.xml", f'<meta:user-defined meta:name="{mark}" meta:value-type="float">1')
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest/>")
    file.seek(0)
    return file


@pytest.mark.parametrize(
    ("names", "mark"), [(["Overview"], "shandong_econ_format"), (["Observations", "Reports"], "of_a_service")]
)
def test_a_workbook_of_ours_saved_as_ods(names: list[str], mark: str) -> None:
    """It is refused with what to do, and not parsed as a document; sheets that are not ours are parsed as before."""
    with pytest.raises(ReadError, match=r"was saved as \.ods.*: save it as \.xlsx"):
        se.read(saved_as_ods(names, mark))
    assert se.read(saved_as_ods(["GDP"], "AppVersion")).text


@pytest.mark.parametrize(("version", "message"), [(b"2", "version 2.*newer"), (b"0", "version"), (b"-1", "version")])
def test_another_version(version: bytes, message: str) -> None:
    """A workbook of a newer format, or of none that there was, is refused."""
    name = "docProps/custom.xml"
    data = with_member(written(REPORT), name, lambda xml: re.sub(rb"(i4[^>]*>)1<", rb"\g<1>%b<" % version, xml))
    with pytest.raises(ReadError, match=message):
        read(data)


def tags(count: int) -> Callable[[bytes], bytes]:
    """Puts so many empty rows into a sheet."""
    return lambda xml: xml.replace(b"</sheetData>", b"<row/>" * count + b"</sheetData>")


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        (SHEET, lambda xml: xml + bytes(70 << 20), "unpack to .* more than 100 times"),
        (SHEET, tags(4_100_000), "more tags than"),
        (SHEET, lambda xml: xml.replace(b"</row>", b"<c/>" * 201_000 + b"</row>", 1), "more tags than .* in one row"),
        (SHEET, lambda xml: xml.replace(b"<row ", b'<row r="9999999999"><c/></row><row ', 1), "has more than 1,048"),
        ("xl/styles.xml", lambda xml: xml + bytes(5 << 20), r"xl/styles\.xml .* unpacks to .* in a new workbook"),
        (SHEET, lambda xml: b'<!DOCTYPE a [<!ENTITY b "c">]>' + xml, "declares a document type"),
        ("xl/workbook.xml", lambda xml: ("<!DOCTYPE a>" + xml.decode()).encode("utf-16"), "declares a document type"),
        (SHEET, lambda xml: xml[:-30], "no workbook, or a damaged one"),
        ("xl/styles.xml", lambda xml: b"<styleSheet/>", "no workbook, or a damaged one"),
    ],
    ids=["size", "rows", "cells", "far", "member", "doctype", "utf-16", "cut", "styles"],
)  # fmt: skip
def test_hostile_and_damaged_parts(name: str, change: Callable[[bytes], bytes], message: str) -> None:
    """A part that would fill the memory, or that no spreadsheet writes, is refused before or while it is parsed."""
    with pytest.raises(ReadError, match=message):
        read(with_member(written(REPORT), name, change))


def test_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip of more files than a workbook has is refused."""
    monkeypatch.setattr(package, "MOST_MEMBERS", 10)
    with pytest.raises(ReadError, match=r"a zip of .* files, and no more than 10"):
        read(written(REPORT))


@pytest.mark.parametrize(
    ("sheet", "cells", "message"),
    [
        ("Observations", {"N2": "4,5x"}, r"^Observations!N2 \(obs_value\): '4,5x' is no number: write digits"),
        (
            "Observations",
            {"N3": ""},
            r"^Observations!N3 \(obs_value\): it is empty, and no row is without it: fill it in",
        ),
        ("Observations", {"N2": "#N/A"}, "^Observations!N2 holds the error #N/A: write the value"),
        ("Observations", {"A2": 7}, "^Observations, row 2: sheet Reports has no report 7: "),
        ("Observations", {"A2": ""}, "^Observations, row 2: write the number of the report into column report"),
        ("Observations", {"R2": 1.5}, r"^Observations!R2 \(unit_mult\): '1.5' is no whole number"),
        ("Observations", {"J2": "2022-13"}, r"^Observations!J2 \(time_period\): '2022-13' is no period: write"),
        ("Observations", {"B2": r"\long{3}"}, "^Observations, row 2, column label: there is no long text 3: put"),
        ("Observations", {"B1": "report"}, "^Observations!A1 and B1 both say 'report': rename one"),
        ("Observations", {"A1": "n"}, "^Observations!1:1 lacks columns: report: the first row must hold"),
        ("Observations", {"N1": "value"}, "^Observations!1:1 lacks columns: obs_value: the first row"),
        ("Reports", {"D1": "day"}, "^Reports!1:1 lacks columns: published: the first row"),
        ("Text", {"C1": "words"}, "^Text!1:1 lacks columns: text: the first row"),
        ("Reports", {"A3": 1}, "^Reports, row 3: report 1 stands in row 2 too: number one anew"),
        ("Reports", {"A2": ""}, "^Reports, row 2: write the number of the report"),
        ("Reports", {"D2": "20 June"}, r"^Reports!D2 \(published\): '20 June' is no date: write it as"),
        ("Statements", {"B2": "shout"}, "^Statements, row 2: 'shout' is no StatementKind: give one of"),
        ("Text", {"B2": "one"}, r"^Text!B2 \(line\): 'one' is no whole number"),
    ],
)
def test_cells(sheet: str, cells: dict[str, Any], message: str) -> None:
    """What a cell cannot hold is named with sheet, cell or row, value and remedy."""
    with pytest.raises(ReadError, match=message):
        read(with_cells(written(REPORT, OTHER), sheet, **cells))


@pytest.mark.parametrize("title", ["Observations", "Reports", "Statements", "Notes", "Text"])
def test_a_sheet_that_is_gone(title: str) -> None:
    """A sheet that was taken out, or renamed, is missed: its facts are not dropped in silence."""

    def rename(workbook: Workbook) -> None:
        workbook[title].title = "Old"

    with pytest.raises(ReadError, match=f"no sheet {title}: put it back"):
        read(edited(written(REPORT), rename))
