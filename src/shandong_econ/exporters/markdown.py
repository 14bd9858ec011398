"""Markdown: a page that a person likes to read on a forge, and that is read back without loss.

The first line is a comment that marks the file as ours. A report begins with its title; its facts, figures,
statements, notes and source text follow, each fact once. A name stands before its Chinese name, in italics, and its
code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.exporters.markdown_page import page
from shandong_econ.model import Report
from shandong_econ.rows import FORMAT_VERSION

MARK = "<!-- shandong_econ markdown"
"""What a file of ours begins with; the version and ` -->` follow."""
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
        file.write(f"{MARK} {FORMAT_VERSION} -->\n".encode())
        for key, report in enumerate(reports, 1):
            for block in page(report, key):
                file.write(f"\n{block}".encode())

    def read(self, file: BinaryIO) -> Iterator[Report]:
        """The reports of a file that `write` wrote, and people may have edited; ReadError names the line."""
        from shandong_econ.exporters.markdown_reading import reports_of  # loads the Markdown parser, which takes time

        first, _, body = _text(file).partition("\n")
        _check_mark(first)
        return reports_of(f"\n{body}")  # the empty line in place of the mark keeps the count of lines


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


def _check_mark(line: str) -> None:
    words = line.removeprefix(MARK).split()
    if not line.startswith(MARK) or len(words) != 2 or words[1] != "-->" or not words[0].isdecimal():
        remedy = f"no file of ours, which would begin with {MARK} {FORMAT_VERSION} -->; read prose with parse()"
        raise ReadError(f"line 1: {line[:60]!r} is {remedy}")
    if len(words[0]) > 9 or int(words[0]) > FORMAT_VERSION:
        raise ReadError(
            f"line 1: version {words[0][:20]} of the format is newer than {FORMAT_VERSION}, the newest that is known: "
            "update shandong-econ"
        )
