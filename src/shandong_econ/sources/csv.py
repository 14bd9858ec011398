"""Tables as text: cells apart by commas, tabs or semicolons, each row a line, cells with such signs in quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.grids import MOST_PLACES, Entry, laid
from shandong_econ.grids.laying import blanks_before
from shandong_econ.grids.records import records
from shandong_econ.hookspecs import Document
from shandong_econ.sources.encoding import decode
from shandong_econ.sources.sheets import blocks_of_sheet
from shandong_econ.sources.text import at_most

LARGEST = 32 << 20
"""Bytes of a file that is read."""
_MARKS = ",\t;|"
_SAMPLE = 100  # rows from which it is told what the cells are apart by


class Csv:
    """A file of comma-separated values, or of tabs or semicolons: its tables, as those of a sheet.

    A file of ours is read as reports.
    """

    name = "csv"
    suffixes = (".csv", ".tsv", ".tab")

    def read(self, file: BinaryIO) -> Iterator[Document]:
        """The one text of the file; ReadError names the line that is no row."""
        text = decode(at_most(file, LARGEST))
        mark = _mark(text)
        entries: list[Entry] = []
        found = records(StringIO(text, newline=""), delimiter=mark, strict=False)
        for number, (_, row) in enumerate(found):
            entries += [
                Entry(words, number, column, indent=blanks_before(words))
                for column, words in enumerate(row)
                if words.strip()
            ]
            if len(entries) > MOST_PLACES:
                raise ReadError(f"it has over {MOST_PLACES} cells, which is more than a bulletin's tables: split it")
        words, tables = laid(list(blocks_of_sheet(entries)))
        yield Document(text=words, tables=tables)


def _mark(text: str) -> str:
    r"""What the cells are apart by: the sign that gives the most rows the same number of cells, above one.

    >>> _mark("指标;值\n出口;1,5\n进口;2,5\n"), _mark("words, and more\na\t1\nb\t2\n")
    (';', '\t')
    """
    lines = text.splitlines()[:_SAMPLE]

    def agreeing(mark: str) -> tuple[int, int]:
        widths = Counter(len(row) for _, row in records(lines, delimiter=mark, strict=False) if len(row) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(_MARKS, key=agreeing)
