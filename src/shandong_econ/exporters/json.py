"""Reports as JSON: one document of many reports, or JSON Lines, one report a line.

Both hold the fields of the model under their own names and stream, in both directions, report by report. Both are
known by `"format": "shandong_econ"` among their first 200 bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from shandong_econ.exporters.document import read_document, write_document
from shandong_econ.exporters.lines import text_lines
from shandong_econ.exporters.plain import MARK, check_mark, dumps, loads
from shandong_econ.exporters.structure import from_plain, to_plain
from shandong_econ.model import Report


class Json:
    """One document: `{"format": "shandong_econ", "version": 1, "reports": [...]}`."""

    name = "json"
    suffixes = (".json",)

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes the document."""
        write_document(file, MARK, "reports", map(to_plain, reports))

    def read(self, file: BinaryIO) -> Iterator[Report]:
        """The reports of a document, however it is laid out; ReadError names a place such as `reports[3].title`."""
        head, reports = read_document(file, "reports", needs="version")
        check_mark(head, "the document")
        for index, plain in enumerate(reports):
            yield from_plain(plain, f"reports[{index}]")


class JsonLines:
    """One report a line, each with the mark and version, so that files can be joined and cut.

    A line begins `{"format": "shandong_econ", "version": 1`; a file without reports is one line with the mark alone.
    """

    name = "jsonl"
    suffixes = (".jsonl", ".ndjson")

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes the lines."""
        line = MARK
        for report in reports:
            line = {**MARK, **to_plain(report)}
            file.write(dumps(line) + b"\n")
        if line is MARK:
            file.write(dumps(line) + b"\n")

    def read(self, file: BinaryIO) -> Iterator[Report]:
        """The reports of the lines, empty ones aside; ReadError names the line and the place in its report."""
        for number, line in enumerate(text_lines(file), 1):
            if line.isspace():
                continue
            plain = check_mark(loads(line, number), f"line {number}")
            if plain.keys() - MARK.keys():
                yield from_plain(plain, f"line {number}, report")
