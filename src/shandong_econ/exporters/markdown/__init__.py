"""Markdown: a page that a person likes to read on a forge, and that is read back without loss.

The first line is a comment that marks the file as ours. A report begins with its title; its facts, figures,
statements, notes and source text follow, each fact once. A name stands before its Chinese name, in italics, and its
code. A comment with its seal closes each report, and one with their number the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.exporters.markdown.layout import COMMENT, END_LINE
from shandong_econ.exporters.markdown.page import page
from shandong_econ.model import Report
from shandong_econ.rows import FORMAT_VERSION

MARK = f"{COMMENT} markdown"
"""What a file of ours begins with; the version, the word that there are seals, and ` -->` follow."""
_MARKED = re.compile(re.escape(MARK) + r" (\d+)(, sealed)? -->\s*")
LARGEST = 64 * 2**20
"""How many bytes a file may have to be read: it is parsed in memory."""


class Markdown:
    """A page to read: each report with its tables of figures, its quotations, its notes and its text.

    Reading it back gives the reports, with what a person edited in the tables; several stand one below the other.
    """

    name = "markdown"
    suffixes = (".md",)

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes the reports one below the other, in UTF-8."""
        file.write(f"{MARK} {FORMAT_VERSION}, sealed -->\n".encode())
        key = 0
        for key, report in enumerate(reports, 1):
            for block in page(report, key):
                file.write(f"\n{block}".encode())
        file.write(f"\n{END_LINE.format(key)}\n".encode())

    def read(self, file: BinaryIO) -> Iterator[Report]:
        """The reports of a file that `write` wrote, and people may have edited; ReadError names the line.

        A Note tells of a report that is not as it was written.
        """
        from shandong_econ.exporters.markdown.reading import reports_of  # loads the Markdown parser, which takes time

        first, _, body = _text(file).partition("\n")
        is_sealed = _check_mark(first)
        return reports_of(f"\n{body}", is_sealed=is_sealed)  # the empty line in place of the mark keeps the line count


def _text(file: BinaryIO) -> str:
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ReadError(f"the file has more than {LARGEST} bytes: split it, or write the reports as csv or jsonl")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = data[error.start : error.end]
        raise ReadError(f"line {line}: {found!r} is no UTF-8: save the file in UTF-8") from None


def _check_mark(line: str) -> bool:
    """Whether seals and an end are to follow; ReadError if the page is not ours, or newer."""
    marked = _MARKED.fullmatch(line)
    if not marked:
        remedy = f"no file of ours, which would begin with {MARK} {FORMAT_VERSION} -->; read prose with parse()"
        raise ReadError(f"line 1: {line[:60]!r} is {remedy}")
    if len(marked[1]) > 9 or int(marked[1]) > FORMAT_VERSION:
        raise ReadError(
            f"line 1: version {marked[1][:20]} of the format is newer than {FORMAT_VERSION}, the newest that is known: "
            "update shandong-econ"
        )
    return marked[2] is not None
