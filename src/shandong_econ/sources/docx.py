"""Documents of a word processor: paragraphs and tables in their order, as they read with every change accepted."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.extras import extra
from shandong_econ.hookspecs import Document
from shandong_econ.sources.lines import text_of
from shandong_econ.sources.tables import Grid

LARGEST = 256 << 20
"""Bytes that the parts of a document have when they are unpacked."""
_REMEDY = "open it in a word processor and save it anew as .docx"
_ZIP = b"PK\x03\x04"
_DAMAGE = (KeyError, ValueError, SyntaxError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What a part raises that cannot be unpacked or is not the XML that it should be."""
_OPENING = 5  # blocks at the beginning, among which a title stands
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset({f"{_WORDS}del", f"{_WORDS}moveFrom", f"{_COMPATIBLE}Fallback"})
_SIGNS = {f"{_WORDS}tab": "\t", f"{_WORDS}br": "\n", f"{_WORDS}cr": "\n", f"{_WORDS}noBreakHyphen": "-"}
_BOX = f"{_WORDS}txbxContent"


class Docx:
    """A Word document: paragraphs and tables, with every tracked change accepted.

    Rows of tables become rows of words. Old .doc files are not read.
    """

    name = "docx"
    suffixes = (".docx",)

    def recognises(self, file: BinaryIO) -> bool:
        """Whether the file is a zip archive that has the parts of a document."""
        if file.read(len(_ZIP)) != _ZIP:
            return False
        try:
            with zipfile.ZipFile(file) as archive:
                return any(name.startswith("word/document") for name in archive.namelist())
        except zipfile.BadZipFile:
            return False

    def read(self, file: BinaryIO) -> Iterator[Document]:
        """The one text of the document; its title is the paragraph that has the style of one."""
        with extra("docx", "reading .docx"):
            import docx
        _check(file)
        try:
            document = docx.Document(file)
        except _DAMAGE as error:
            raise ReadError(f"it is no document of Word ({error}): {_REMEDY}") from error
        body = document.element.body
        yield Document(text=text_of(_blocks(body)), title=_title(document))


def _check(file: BinaryIO) -> None:
    """ReadError unless the file is a zip archive that has not too much in it."""
    start = file.tell()
    try:
        with zipfile.ZipFile(file) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile as error:
        raise ReadError(f"it is no .docx, or a torn one ({error}): {_REMEDY}") from error
    if size > LARGEST:
        raise ReadError(f"it has over {LARGEST >> 20} MiB when it is unpacked, which is more than a report: split it")
    file.seek(start)


def _blocks(container: Any) -> Iterator[str | Grid]:
    """The paragraphs and the tables of a container; what a paragraph has in boxes comes after it."""
    for child in container:
        match child.tag.removeprefix(_WORDS) if isinstance(child.tag, str) else None:
            case "p":
                yield "".join(_words(child))
                for box in _inside(child, _BOX):
                    yield from _blocks(box)
            case "tbl":
                yield [list(_cells(row)) for row in _inside(child, f"{_WORDS}tr")]
            case "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag":
                yield from _blocks(child)
            case _:
                pass


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """The elements of a tag below an element, but not those below one another, nor what was deleted."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _GONE:
            yield from _inside(child, tag)


def _words(element: Any) -> Iterator[str]:
    """The text of a paragraph, without what was deleted and what stands in boxes."""
    for child in element:
        if child.tag == f"{_WORDS}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _GONE and child.tag not in (_BOX, f"{_WORDS}pPr"):
            yield from _words(child)


def _cells(row: Any) -> Iterator[str]:
    """The cells of a row, one that spans several columns in each of them."""
    for cell in _inside(row, f"{_WORDS}tc"):
        span = cell.find(f"{_WORDS}tcPr/{_WORDS}gridSpan")
        width = span.get(f"{_WORDS}val") if span is not None else "1"
        words = " ".join("".join(_words(paragraph)) for paragraph in _inside(cell, f"{_WORDS}p"))
        yield from [words] * (min(int(width), 64) if width and width.isdecimal() else 1)


def _title(document: Any) -> str | None:
    for paragraph in document.paragraphs[:_OPENING]:
        if paragraph.style is not None and paragraph.style.name == "Title" and paragraph.text.strip():
            return str(paragraph.text.strip())
    return None
