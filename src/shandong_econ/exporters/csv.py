"""Observations as CSV: one row a figure, in UTF-8 with a byte-order mark, so that Excel shows Chinese.

What is not tabular stands in the companion, NAME.csv-metadata.json. A csv of ours is known by its first line, which
names the columns `report` and `obs_value`, or most of the others.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from shandong_econ.exporters.csv_reading import rows_alone, side_by_side
from shandong_econ.exporters.csv_seals import COLUMNS, END, seal_after
from shandong_econ.exporters.csvw import write_companion
from shandong_econ.model import Report
from shandong_econ.rows import OBSERVATIONS, Kind, encode_row, observation_rows

GUESSED_FROM = 100  # rows from which Polars guesses what a column holds
LONGEST_INTEGER = 18  # characters that every reader takes for an integer
_DECIMALS = [i for i, column in enumerate(OBSERVATIONS.columns) if column.kind is Kind.DECIMAL]


class Csv:
    """One tidy row an observation, and the rest of the reports in a companion, where there is one.

    Rows and companion are written and read side by side, report by report. Without a companion the rows alone are
    written; and read, each report with a Note that says so. The column `seal` tells on reading what was changed.
    """

    name = "csv"
    suffixes = (".csv",)
    companion = ".csv-metadata.json"

    def write(self, reports: Iterable[Report], file: BinaryIO, *, companion: BinaryIO | None = None) -> None:
        """Writes the rows, and the companion as they go."""
        passed = _write_rows(reports, file)
        if companion is None:
            for _ in passed:
                pass
        else:
            write_companion(companion, file, passed)

    def read(self, file: BinaryIO, *, companion: BinaryIO | None = None) -> Iterator[Report]:
        """The reports of the rows; ReadError names the line, the column, the value and the remedy.

        What is not as it was written is named in a Note, and a companion that was written with other rows is refused.
        """
        return rows_alone(file) if companion is None else side_by_side(file, companion)


def _write_rows(reports: Iterable[Report], file: BinaryIO) -> Iterator[tuple[Report, str]]:
    """Writes the rows of each report, and passes it on with the seal of what was written.

    The first rows are held until it is known how they begin, and the last one until it is known that no other follows.
    """
    file.write(codecs.BOM_UTF8)
    rows = csv.writer(codecs.getwriter("utf-8")(file))
    rows.writerow(COLUMNS.header)
    held: list[list[str]] = []
    at_head, seal = True, ""
    for key, report in enumerate(reports, 1):
        for row in observation_rows(report, key):
            if len(held) > (GUESSED_FROM if at_head else 0):
                rows.writerows(_sure_of_fractions(held) if at_head else held)
                held, at_head = [], False
            cells = encode_row(OBSERVATIONS, row)
            seal = seal_after(seal, cells)
            held.append([*cells, seal])
        if report.observations:
            held[-1][-1] += END
        yield report, seal
    if held:
        held[-1][-1] += END
    rows.writerows(_sure_of_fractions(held) if at_head else held)


def _sure_of_fractions(head: list[list[str]]) -> list[list[str]]:
    """The first rows of a file, with a point in the first number of a column that begins as whole numbers only.

    Polars takes such a column for integers, and fails on a 4.5 that comes later; "5." has the same digits as "5".
    """
    for i in _DECIMALS:
        filled = [cells for cells in head if cells[i]]
        whole = not any("." in cells[i] or "E" in cells[i] for cells in filled)
        if filled and whole and (len(head) > GUESSED_FROM or max(len(cells[i]) for cells in filled) > LONGEST_INTEGER):
            filled[0][i] += "."
    return head
