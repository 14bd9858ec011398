"""Documents of a word processor: paragraphs and tables in their order, as they read with every change accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.extras import extra
from shandong_econ.grids import Table, laid
from shandong_econ.hookspecs import Document
from shandong_econ.sources.docx_tables import indents_of_styles, table_of
from shandong_econ.sources.docx_words import WORDS, inside, words_of
from shandong_econ.sources.zips import DAMAGE, check_size, has_part

LARGEST = 256 << 20
"""Bytes that the parts of a document have when they are unpacked."""
_REMEDY = "open it in a word processor and save it anew as .docx"
_OPENING = 5  # blocks at the beginning, among which a title stands
_BOX = f"{WORDS}txbxContent"


class Docx:
    """A Word document: paragraphs and tables, with every tracked change accepted.

    Rows of tables become rows of words. Old .doc files are not read.
    """

    name = "docx"
    suffixes = (".docx",)

    def recognises(self, file: BinaryIO) -> bool:
        """Whether the file is a zip archive that has the parts of a document."""
        return has_part(file, "word/document")

    def read(self, file: BinaryIO) -> Iterator[Document]:
        """The one text of the document; its title is the paragraph that has the style of one."""
        with extra("docx", "reading .docx"):
            import docx
        check_size(file, LARGEST, ".docx", _REMEDY)
        try:
            document = docx.Document(file)
        except DAMAGE as error:
            raise ReadError(f"it is no document of Word ({error}): {_REMEDY}") from error
        indents = indents_of_styles(document.styles.element)
        text, tables = laid(_blocks(document.element.body, indents))
        yield Document(text=text, tables=tables, title=_title(document))


def _blocks(container: Any, indents: Mapping[str, float]) -> Iterator[str | Table]:
    """The paragraphs and the tables of a container; what a paragraph has in boxes comes after it."""
    for child in container:
        match child.tag.removeprefix(WORDS) if isinstance(child.tag, str) else None:
            case "p":
                yield words_of(child)
                for box in inside(child, _BOX):
                    yield from _blocks(box, indents)
            case "tbl" if _is_layout(child):
                for row in inside(child, f"{WORDS}tr"):
                    for cell in inside(row, f"{WORDS}tc"):
                        yield from _blocks(cell, indents)
            case "tbl":
                yield table_of(child, indents)
            case "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag":
                yield from _blocks(child, indents)
            case _:
                pass


def _is_layout(table: Any) -> bool:
    """Whether a table only puts things in their places: it holds other tables."""
    return next(table.iterdescendants(f"{WORDS}tbl"), None) is not None


def _title(document: Any) -> str | None:
    for paragraph in document.paragraphs[:_OPENING]:
        if paragraph.style is not None and paragraph.style.name == "Title" and paragraph.text.strip():
            return str(paragraph.text.strip())
    return None
