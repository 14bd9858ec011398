"""What the tests of workbooks share: a report, its workbook, and a person who edits it in a spreadsheet."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from shandong_econ.exporters.xlsx import Xlsx
from shandong_econ.exporters.xlsx.sheets import DERIVED_SHEETS
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
    Unit,
)

TEXT = "山东经济\n\n\u3000\u3000规模以上工业增加值增长4.50%，煤炭产量1.2亿吨。\r\n“稳中向好。”\n"


def place(words: str) -> Span:
    """Where the words stand in the text."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


REPORT = Report(
    text=TEXT,
    title="山东经济",
    language="zh",
    published=date(2022, 6, 20),
    area=Area("370000", "Shandong", "山东省"),
    authors=("王", "Li; Ming"),
    observations=(
        Observation(
            label="规模以上工业增加值",
            period=Period.parse("2022-05"),
            measure=Measure.GROWTH,
            value=Decimal("4.50"),
            unit=Unit("PT"),
            span=place("4.50%"),
        ),
        Observation(label="煤炭产量", value=Decimal("1.2"), unit_mult=8, unit=Unit("TN"), span=place("1.2亿吨")),
    ),
    statements=(
        Statement(kind=StatementKind.QUOTE, text="稳中向好。", speaker=Speaker("张"), span=place("稳中向好。")),
    ),
    notes=(Note("unit_suspect", "?", place("1.2亿吨")),),
)
OTHER = Report(text="second", observations=(Observation(value=Decimal(7)),))


def written(*reports: Report) -> bytes:
    """The workbook of some reports."""
    file = io.BytesIO()
    Xlsx().write(iter(reports), file)
    return file.getvalue()


def read(data: bytes) -> list[Report]:
    """The reports of a workbook."""
    return list(Xlsx().read(io.BytesIO(data)))


def io_of(data: bytes) -> io.BytesIO:
    """A file of these bytes."""
    return io.BytesIO(data)


def opened(data: bytes) -> Workbook:
    """The workbook as another program sees it."""
    return load_workbook(io_of(data))


def edited(data: bytes, edit: Callable[[Workbook], object]) -> bytes:
    """The workbook after a person has edited and saved it."""
    workbook, file = opened(data), io.BytesIO()
    edit(workbook)
    workbook.save(file)
    return file.getvalue()


def facts_edited(data: bytes, edit: Callable[[Workbook], object]) -> bytes:
    """The workbook after a person has edited facts, and thrown away the sheets that were made from them before."""

    def edit_and_clear(workbook: Workbook) -> None:
        edit(workbook)
        for title in set(DERIVED_SHEETS) & set(workbook.sheetnames):
            del workbook[title]

    return edited(data, edit_and_clear)


def with_cells(data: bytes, sheet: str, **cells: object) -> bytes:
    """The workbook after a person has typed into some cells of facts; "" clears a cell."""
    return facts_edited(data, typing(sheet, **cells))


def typing(sheet: str, **cells: object) -> Callable[[Workbook], None]:
    """What a person does who types into some cells of a sheet."""

    def type_in(workbook: Workbook) -> None:
        for address, value in cells.items():
            workbook[sheet][address].value = None if value == "" else value

    return type_in


def with_member(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The zip with one of its files changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            new.writestr(member, change(content) if member.filename == name else content)
    return file.getvalue()


def with_shared_strings(data: bytes) -> bytes:
    """The workbook as Excel and LibreOffice save it: with all texts in one table, and their numbers in the cells."""
    file = io.BytesIO()
    strings: list[bytes] = []

    def share(match: re.Match[bytes]) -> bytes:
        strings.append(match[2])
        return b'<c%b t="s"><v>%d</v></c>' % (match[1], len(strings) - 1)

    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename.startswith("xl/worksheets/sheet"):
                content = _INLINE.sub(share, content)
            if member.filename == "[Content_Types].xml":
                content = content.replace(b"</Types>", _SHARED + b"</Types>")
            new.writestr(member, content)
        items = b"".join(b"<si>%b</si>" % string for string in strings)
        new.writestr("xl/sharedStrings.xml", b'<sst xmlns="%b">%b</sst>' % (_MAIN.encode(), items))
    return file.getvalue()


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_INLINE = re.compile(rb'<c([^>]*) t="inlineStr"><is>(<t.*?</t>)</is></c>', re.DOTALL)
_SHARED = (
    b'<Override PartName="/xl/sharedStrings.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)


def body(sheet: Worksheet) -> Iterator[dict[str, object]]:
    """The rows under the header, by the names of the columns."""
    header, *rows = sheet.iter_rows(values_only=True)
    return (dict(zip(map(str, header), row, strict=True)) for row in rows)
