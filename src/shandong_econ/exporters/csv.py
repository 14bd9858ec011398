"""Observations as CSV: one row a figure, in UTF-8 with a byte-order mark, so that Excel shows Chinese.

What is not tabular stands in the companion, NAME.csv-metadata.json. A csv of ours is known by its first line, which
begins with `report,` (after the mark of byte order) and has a column `obs_value`.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.exporters.csvw import read_companion, write_companion
from shandong_econ.exporters.lines import text_lines
from shandong_econ.exporters.records import records
from shandong_econ.model import Note, Report
from shandong_econ.rows import (
    OBSERVATIONS,
    Kind,
    Placed,
    decode_row,
    encode_row,
    observation_rows,
    with_figures,
)

GUESSED_FROM = 100  # rows from which Polars guesses what a column holds
LONGEST_INTEGER = 18  # characters that every reader takes for an integer
_DECIMALS = [i for i, column in enumerate(OBSERVATIONS.columns) if column.kind is Kind.DECIMAL]
_FACTS = [column.name for column in OBSERVATIONS.columns if not column.derived]


class Csv:
    """One tidy row an observation, and the rest of the reports in a companion, where there is one.

    Rows and companion are written and read side by side, report by report. Without a companion the rows alone are
    written; and read, each report with a Note that says so.
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
        """The reports of the rows; ReadError names the line, the column, the value and the remedy."""
        groups = ((key, list(rows)) for key, rows in groupby(_rows(file), key=_report_number))
        if companion is None:
            yield from (_from_rows_alone(key, rows) for key, rows in groups)
        else:
            yield from _side_by_side(groups, read_companion(companion))


def _write_rows(reports: Iterable[Report], file: BinaryIO) -> Iterator[Report]:
    """Writes the rows of each report and passes it on; the first rows are held until it is known how they begin."""
    file.write(codecs.BOM_UTF8)
    rows = csv.writer(codecs.getwriter("utf-8")(file))
    rows.writerow(OBSERVATIONS.header)
    head: list[list[str]] = []
    held = True
    for key, report in enumerate(reports, 1):
        for row in observation_rows(report, key):
            cells = encode_row(OBSERVATIONS, row)
            if not held:
                rows.writerow(cells)
                continue
            head.append(cells)
            if len(head) > GUESSED_FROM:
                rows.writerows(_sure_of_fractions(head))
                head, held = [], False
        yield report
    rows.writerows(_sure_of_fractions(head))


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


def _side_by_side(groups: Iterator[tuple[int, list[Placed]]], facts: Iterator[Report]) -> Iterator[Report]:
    """The reports of a companion, each with the rows that bear its number; a report may have none."""
    nothing: tuple[int, list[Placed]] = (0, [])
    key, rows = next(groups, nothing)
    number = 0
    for number, report in enumerate(facts, 1):
        if key == number:
            yield with_figures(report, rows, number=key)
            key, rows = next(groups, nothing)
        else:
            yield report
    if rows:
        remedy = "give the companion that was written with this csv, or mend the number"
        raise ReadError(f"{rows[0].place}, column report: {key}, but the companion has {number} reports: {remedy}")


def _from_rows_alone(key: int, rows: list[Placed]) -> Report:
    """A report of which only the rows are known: without a text, the words beside a span cannot be checked."""
    message = "read from the rows of a csv alone; the text, statements and notes stand in its NAME.csv-metadata.json"
    report = Report(notes=(Note("rows_only", message),))
    return with_figures(report, [row._replace(cells={**row.cells, "quote": None}) for row in rows], number=key)


def _rows(file: BinaryIO) -> Iterator[Placed]:
    """The rows of a csv in the order of their reports; empty ones are left out, and columns that we don't know."""
    found = records(text_lines(file))
    _, header = next(found, (1, []))
    names = _checked([name.strip() for name in header])
    last = 0
    for line, record in found:
        if not any(record):
            continue
        place = f"line {line}"
        if len(record) != len(names):
            remedy = "put text with commas or quotation marks between quotation marks"
            raise ReadError(f"{place}: it has {len(record)} cells and the header {len(names)}: {remedy}")
        cells = decode_row(OBSERVATIONS, dict(zip(names, record, strict=True)), place)
        key = cells["report"]
        if not isinstance(key, int) or key < 1:
            raise ReadError(f"{place}, column report: {key} is no number of a report: write 1, 2, 3, ...")
        if key < last:
            remedy = "sort the rows by the column report"
            raise ReadError(f"{place}, column report: report {key} stands after report {last}: {remedy}")
        last = key
        yield Placed(place, cells)


def _report_number(row: Placed) -> int:
    key = row.cells["report"]
    assert isinstance(key, int)  # _rows has seen to it
    return key


def _checked(names: list[str]) -> list[str]:
    """The names of a header; ReadError if it lacks a column or has one twice."""
    missing = [name for name in _FACTS if name not in names]
    if missing and len(names) == 1 and (mark := next((mark for mark in ";\t" if mark in names[0]), None)):
        kind = "semicolons" if mark == ";" else "tabs"
        raise ReadError(f"line 1: the columns are divided by {kind}: save the file with commas between them")
    if missing:
        named = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        remedy = "put the header back as it was written (a cell below may be empty, which is unknown)"
        raise ReadError(f"line 1: these columns are missing: {named}: {remedy}")
    twice = sorted({name for name in names if name in OBSERVATIONS.header and names.count(name) > 1})
    if twice:
        raise ReadError(f"line 1: these columns stand twice: {', '.join(twice)}: leave one of each")
    return names
