"""Reports as JSON: one document of many reports, or JSON Lines, one report a line.

Both hold the fields of the model under their own names, after the seal of the report, and stream, in both directions,
report by report. Both are known by `"format": "shandong_econ"` among their first 200 bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from shandong_econ.exporters.document import read_document, write_document
from shandong_econ.exporters.json_order import LAST, NUMBER, Order, numbered
from shandong_econ.exporters.lines import text_lines
from shandong_econ.exporters.plain import MARK, check_mark, dumps, loads
from shandong_econ.exporters.seals import sealed, unsealed
from shandong_econ.model import Note, Report
from shandong_econ.rows import noted, seal_broken


class Json:
    """One document: `{"format": "shandong_econ", "version": 1, "reports": [...]}`."""

    name = "json"
    suffixes = (".json",)

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes the document."""
        write_document(file, MARK, "reports", map(sealed, reports))

    def read(self, file: BinaryIO) -> Iterator[Report]:
        """The reports of a document, however it is laid out; ReadError names a place such as `reports[3].title`.

        A Note tells of a report that is not as it was written.
        """
        head, reports = read_document(file, "reports", needs="version", known=MARK)
        check_mark(head, "the document")
        for index, plain in enumerate(reports):
            place = f"reports[{index}]"
            report, holds = unsealed(plain, place)
            yield report if holds else noted(report, [seal_broken(place)])


class JsonLines:
    """One report a line, each with the mark and version, so that files can be joined.

    A line begins `{"format": "shandong_econ", "version": 1`, and says its number among those that were written with it
    and whether it is the last of them; a file without reports is one line with the mark alone.
    """

    name = "jsonl"
    suffixes = (".jsonl", ".ndjson")

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes the lines, each when the next report is there, or none is."""
        number = 0
        for number, last, report in numbered(reports):
            line = {**MARK, NUMBER: number, LAST: last, **sealed(report)}
            file.write(dumps(line) + b"\n")
        if number == 0:
            file.write(dumps(MARK) + b"\n")

    def read(self, file: BinaryIO) -> Iterator[Report]:
        """The reports of the lines, empty ones aside; ReadError names the line and the place in its report.

        It is raised, too, after the reports, for a file that ends before the last line that was written, or has none.
        A Note tells of a report that is not as it was written, or does not stand where it stood.
        """
        order = Order()
        for number, line in enumerate(text_lines(file), 1):
            if line.isspace():
                continue
            place = f"line {number}"
            plain = check_mark(loads(line, number), place)
            missing = order.gap_before(plain.pop(NUMBER, None), plain.pop(LAST, None), place)
            if plain.keys() - MARK.keys():
                yield _report(plain, place, missing)
        order.check_end()


def _report(plain: dict[str, Any], place: str, missing: Note | None) -> Report:
    """The report of a line, whose mark is looked at, with a Note of what is missing before it."""
    fields = {name: held for name, held in plain.items() if name not in MARK}
    report, holds = unsealed(fields, f"{place}, report")
    told = [] if missing is None else [missing]
    return noted(report, told if holds else [*told, seal_broken(place)])
