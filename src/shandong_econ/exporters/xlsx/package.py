"""The zip file that a workbook is: written without times, and looked over before anything in it is parsed."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from shandong_econ.errors import ReadError

MOST_MEMBERS = 1_000
"""Files in the zip; a workbook of ours has about twenty."""
LARGEST_MEMBER = 4 * 2**20
"""Bytes, unpacked, of an XML file that is neither a sheet nor the table of strings: those are read in pieces."""
UNPACKED_FREELY = 64 * 2**20
"""Bytes of the sheets and strings, unpacked, whatever they were packed into."""
LARGEST_RATIO = 100
"""How many times their packed size more than that may be; a workbook packs to a tenth or a thirtieth."""
TAGS_FREELY = 4_000_000
"""Tags of a sheet, or of the strings, whatever they were packed into; each may cost the parser a hundred bytes."""
TAGS_A_BYTE = 5
"""How many for each packed byte more than that may be; in a sheet there are one or two."""
TAGS_A_ROW = 200_000
"""Tags of one row, which is taken in whole; a full row of a sheet has 16,384 cells of six."""

_STREAMED = ("xl/worksheets/sheet", "xl/sharedstrings.xml")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how an encrypted workbook begins, and one of Excel before 2007
_ROW = re.compile(rb"<(?=row|si[ >/])")  # where a row of a sheet, or a string, begins
_CHUNK = 2**16


class SteadyZip(zipfile.ZipFile):
    """A zip to write whose members all bear the first time that a zip can bear, as Excel's own do."""

    def writestr(  # type: ignore[override]  # openpyxl gives names and data only
        self, name: str, data: str | bytes
    ) -> None:
        """Adds a member."""
        super().writestr(self._member(name), data)

    def write(self, filename: str, arcname: str) -> None:  # type: ignore[override]  # as above
        """Adds a file."""
        with Path(filename).open("rb") as source, self.open(self._member(arcname), "w", force_zip64=True) as target:
            shutil.copyfileobj(source, target, _CHUNK)

    def _member(self, name: str) -> zipfile.ZipInfo:
        member = zipfile.ZipInfo(name)
        member.compress_type = self.compression
        return member


def look_over(file: BinaryIO) -> None:
    """Refuses, with a ReadError, what is encrypted or would not fit into memory; BadZipFile if it is no zip."""
    file.seek(0)
    start = file.read(len(_COMPOUND))
    if start == _COMPOUND:
        raise ReadError(
            "the workbook is encrypted, or of the old .xls kind: open it in a spreadsheet, "
            "take the password away, and save it as .xlsx"
        )
    with zipfile.ZipFile(file) as package:
        members = package.infolist()
        if any(member.filename == "META-INF/manifest.xml" for member in members):
            raise ReadError("the workbook was saved as .ods, which is not read back: save it as .xlsx in a spreadsheet")
        _check_sizes(members)
        for member in members:
            if _is_xml(member):
                _check_no_doctype(package, member)
            if _is_streamed(member):
                _check_tags(package, member)
    file.seek(0)


def _is_xml(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().endswith((".xml", ".rels"))


def _is_streamed(member: zipfile.ZipInfo) -> bool:
    return member.filename.lower().startswith(_STREAMED)


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise ReadError(f"the workbook is a zip of {len(members)} files, and no more than {MOST_MEMBERS} are read")
    packed = unpacked = 0
    for member in members:
        if member.flag_bits & 1:
            raise ReadError(f"{member.filename} in the workbook is encrypted: save it without a password")
        if _is_streamed(member):
            packed, unpacked = packed + member.compress_size, unpacked + member.file_size
        elif _is_xml(member) and member.file_size > LARGEST_MEMBER:
            raise ReadError(
                f"{member.filename} in the workbook unpacks to {member.file_size:,} bytes, and no more than "
                f"{LARGEST_MEMBER:,} are read: save the sheets of the reports alone in a new workbook"
            )
    if unpacked > max(UNPACKED_FREELY, LARGEST_RATIO * packed):
        raise ReadError(
            f"the {packed:,} bytes of the sheets unpack to {unpacked:,}, more than {LARGEST_RATIO} times as many: "
            "the workbook is damaged or made to fill the memory; ask for the figures as csv"
        )


def _check_no_doctype(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """An entity can unfold to any size, and no workbook needs one; it stands before the first element."""
    begun = False

    def refuse(*_: object) -> None:
        raise ReadError(f"{member.filename} in the workbook declares a document type, which no spreadsheet writes")

    def begin(*_: object) -> None:
        nonlocal begun
        begun = True

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = begin
    with package.open(member) as source:
        while not begun and (chunk := source.read(_CHUNK)):
            parser.Parse(chunk)


def _check_tags(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Counts what the parser would make an object of, without parsing."""
    most = max(TAGS_FREELY, TAGS_A_BYTE * member.compress_size)
    tags = of_row = 0
    with package.open(member) as source:
        while chunk := source.read(_CHUNK):
            tags += chunk.count(b"<")
            first, *rest = (piece.count(b"<") for piece in _ROW.split(chunk))
            largest = max(of_row + first, *rest, 0)
            of_row = rest[-1] if rest else of_row + first
            if tags > most or largest > TAGS_A_ROW:
                raise ReadError(
                    f"{member.filename} in the workbook has more tags than any sheet of that size, or in one row: "
                    "it is damaged or made to fill the memory; ask for the figures as csv"
                )
