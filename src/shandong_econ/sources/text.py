"""Plain text and Markdown: the text is the file, character for character."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.grids import tables_in
from shandong_econ.hookspecs import Document
from shandong_econ.sources.encoding import decode

LARGEST = 256 << 20
"""Bytes of a text that is parsed."""


class Text:
    """A plain text, which every file is that is nothing else.

    It is in UTF-8, UTF-16, GB18030 or Windows-1252, and is taken as it stands.
    """

    name = "text"
    suffixes = (".txt", ".text", ".md", ".markdown")

    def read(self, file: BinaryIO) -> Iterator[Document]:
        """The one text of the file, its line ends as they are."""
        text = decode(at_most(file, LARGEST))
        yield Document(text=text, tables=tables_in(text))


def at_most(file: BinaryIO, largest: int) -> bytes:
    """All bytes of a file; ReadError if there are more."""
    data = file.read(largest + 1)
    if len(data) > largest:
        raise ReadError(f"it has over {largest >> 20} MiB, which is more than a report: split it")
    return data
