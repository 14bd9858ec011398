"""PDF documents with a text layer: lines are joined to the paragraphs that they were, and tables read row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import IOBase
from typing import Any, BinaryIO, cast

from shandong_econ.errors import ReadError
from shandong_econ.extras import extra
from shandong_econ.grids import laid
from shandong_econ.hookspecs import Document
from shandong_econ.sources.pdf_lines import Glyph, Line, lines_of_page
from shandong_econ.sources.pdf_paragraphs import blocks_of
from shandong_econ.sources.pdf_rulings import Ruled, Ruling, ruled_tables
from shandong_econ.sources.quiet import quiet
from shandong_econ.sources.radicals import characters

LARGEST = 256 << 20
"""Bytes of a file that is read."""
MOST_PAGES = 2000
"""Pages of a file that is read."""
_HEAD = 1024
_THICK = 3.0  # points of the thickest line
_REMEDY = "print it to a new PDF, or save it as plain text"


class Pdf:
    """A PDF that holds its text: lines are joined to paragraphs, and tables become rows of words.

    A scan holds pictures of its text, and is refused.
    """

    name = "pdf"
    suffixes = (".pdf",)

    def recognises(self, file: BinaryIO) -> bool:
        """Whether the file has the mark of a PDF among its first bytes."""
        return b"%PDF-" in file.read(_HEAD)

    def read(self, file: BinaryIO) -> Iterator[Document]:
        """The one text of the document; ReadError if it is locked, torn, or has no text layer."""
        with quiet("pdfminer"):
            pages = list(_pages(file))
        if not any(pages):
            raise ReadError("it has no text layer, as scans have none: recognise its text (OCR) and read that")
        text, tables = laid(blocks_of(pages))
        yield Document(text=text, tables=tables)


def _pages(file: BinaryIO) -> Iterator[list[Line | Ruled]]:
    with extra("pdf", "reading .pdf"):
        from pdfminer.high_level import extract_pages
        from pdfminer.pdfexceptions import PDFException
        from pdfminer.psexceptions import PSException
    if b"%PDF-" not in file.read(_HEAD):
        raise ReadError(f"it is no PDF, which would begin with %PDF-: {_REMEDY}")
    size = file.seek(0, 2)
    file.seek(0)
    if size > LARGEST:
        raise ReadError(f"it has over {LARGEST >> 20} MiB, which is more than a report: split it")
    try:
        for number, page in enumerate(extract_pages(cast(IOBase, file), laparams=None), 1):
            if number > MOST_PAGES:
                raise ReadError(f"it has over {MOST_PAGES} pages, which is more than a report: split it")
            tables, rest = ruled_tables(list(_glyphs(page)), _rulings(page))
            yield sorted([*lines_of_page(rest), *tables], key=_height)
    except (PDFException, PSException) as error:
        words = str(error) or type(error).__name__
        raise ReadError(f"it cannot be read as a PDF, for it is torn or locked ({words}): {_REMEDY}") from error


def _glyphs(container: Iterable[Any]) -> Iterator[Glyph]:
    """The characters of a page in the order of the file, those inside its figures too."""
    from pdfminer.layout import LTChar, LTContainer

    for item in container:
        if isinstance(item, LTChar):
            if item.upright and item.get_text():
                yield Glyph(characters(item.get_text()), item.x0, item.x1, item.y0, item.size)
        elif isinstance(item, LTContainer):
            yield from _glyphs(item)


def _height(thing: Line | Ruled) -> float:
    """What things of a page are in order by, from the top."""
    return -(thing.bottom if isinstance(thing, Line) else thing.top)


def _rulings(container: Iterable[Any]) -> Iterator[Ruling]:
    """The lines that are drawn across and down a page, and the edges of boxes that are drawn round."""
    from pdfminer.layout import LTContainer, LTCurve, LTRect

    for item in container:
        if isinstance(item, LTCurve):
            across, down = item.x1 - item.x0, item.y1 - item.y0
            if down <= _THICK < across:
                yield Ruling(is_across=True, at=(item.y0 + item.y1) / 2, start=item.x0, end=item.x1)
            elif across <= _THICK < down:
                yield Ruling(is_across=False, at=(item.x0 + item.x1) / 2, start=item.y0, end=item.y1)
            elif isinstance(item, LTRect) and item.stroke:
                yield from (Ruling(is_across=True, at=at, start=item.x0, end=item.x1) for at in (item.y0, item.y1))
                yield from (Ruling(is_across=False, at=at, start=item.y0, end=item.y1) for at in (item.x0, item.x1))
        elif isinstance(item, LTContainer):
            yield from _rulings(item)
