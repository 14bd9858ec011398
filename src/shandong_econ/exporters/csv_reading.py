"""Reads a csv, report by report: its rows side by side with its companion, or the rows alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.exporters.csv_seals import COLUMNS, Sealed, are_sealed, edits, edits_beside, with_seals
from shandong_econ.exporters.csvw import read_companion
from shandong_econ.exporters.lines import text_lines
from shandong_econ.grids.records import records
from shandong_econ.model import Note, Report
from shandong_econ.rows import Placed, decode_row, noted, with_figures

_FACTS = [column.name for column in COLUMNS.columns if not column.derived]
_ALONE = "read from the rows of a csv alone; the text, statements and notes stand in its NAME.csv-metadata.json"
_UNSEALED = ", and without seals nobody can tell whether rows are gone"


def side_by_side(file: BinaryIO, companion: BinaryIO) -> Iterator[Report]:
    """The reports of a companion, each with the rows that bear its number; a report may have none."""
    nothing: tuple[int, list[Sealed]] = (0, [])
    groups = _groups(file)
    key, ahead = next(groups, nothing)
    number, before = 0, ""
    for number, kept in enumerate(read_companion(companion), 1):
        rows: list[Sealed] = []
        if key == number:
            rows = ahead
            key, ahead = next(groups, nothing)
        notes = edits_beside(number, rows, recorded=kept.rows, before=before)
        yield _whole(kept.report, rows, number, notes)
        before = kept.rows or ""
    if ahead:
        remedy = "give the companion that was written with this csv, or mend the number"
        raise ReadError(f"{ahead[0].row.place}, column report: {key}, but the companion has {number} reports: {remedy}")


def rows_alone(file: BinaryIO) -> Iterator[Report]:
    """The reports of which only the rows are known; ReadError if there are none, for then nothing is known of any."""
    key = 0
    for key, rows in _groups(file):
        sealed = are_sealed(rows)
        alone = Note("rows_only", _ALONE if sealed else _ALONE + _UNSEALED)
        without_words = [row._replace(row=_without_words(row.row)) for row in rows]
        yield _whole(Report(), without_words, key, [alone, *(edits(rows) if sealed else ())])
    if not key:
        remedy = "give the whole file, or its companion"
        raise ReadError(f"line 1: no row stands below the header, and no companion tells of reports: {remedy}")


def _whole(report: Report, rows: list[Sealed], key: int, notes: Iterable[Note]) -> Report:
    return with_figures(noted(report, notes), [row.row for row in rows], number=key)


def _without_words(row: Placed) -> Placed:
    """A row without the words beside its span, which cannot be checked without a text."""
    return row._replace(cells={**row.cells, "quote": None})


def _groups(file: BinaryIO) -> Iterator[tuple[int, list[Sealed]]]:
    """The numbers of the reports that have rows, and those."""
    for key, rows in groupby(with_seals(_rows(file)), key=lambda row: _report_number(row.row)):
        yield key, list(rows)


def _rows(file: BinaryIO) -> Iterator[tuple[Placed, dict[str, str]]]:
    """The rows of a csv in the order of their reports, each with its texts by column.

    Empty ones are left out, and columns that we don't know.
    """
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
        texts = dict(zip(names, record, strict=True))
        cells = decode_row(COLUMNS, texts, place)
        key = cells["report"]
        if not isinstance(key, int) or key < 1:
            raise ReadError(f"{place}, column report: {key} is no number of a report: write 1, 2, 3, ...")
        if key < last:
            remedy = "sort the rows by the column report"
            raise ReadError(f"{place}, column report: report {key} stands after report {last}: {remedy}")
        last = key
        yield Placed(place, cells), texts


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
    twice = sorted({name for name in names if name in COLUMNS.header and names.count(name) > 1})
    if twice:
        raise ReadError(f"line 1: these columns stand twice: {', '.join(twice)}: leave one of each")
    return names
