"""A workbook into reports: each line to the report it belongs to, and each report out of its lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

import attrs

from shandong_econ.errors import ReadError
from shandong_econ.exporters.xlsx_lines import referred, text_of_cells, whole_of
from shandong_econ.exporters.xlsx_load import Line, load
from shandong_econ.exporters.xlsx_sheets import ABOUT, FIGURES, LINES, LONG, REMARKS, SAID, Sheet
from shandong_econ.model import Note, Report
from shandong_econ.rows import (
    Cells,
    Row,
    build,
    decode_row,
    disagreements,
    note_of,
    note_rows,
    observation_of,
    observation_rows,
    report_of,
    statement_of,
)


@attrs.frozen
class _Read:
    """A line and its cells, decoded."""

    line: Line
    cells: Cells


_Reads = Mapping[int, list[_Read]]  # by the number of the report


def read_workbook(file: BinaryIO) -> Iterator[Report]:
    """The reports of a workbook, in the order of the sheet Reports."""
    lines = load(file)
    long = _long_texts(lines.get(LONG.title, []))
    about = _about(_decoded(ABOUT, lines[ABOUT.title], long))
    figures, said, remarks = (
        _by_report(_decoded(sheet, lines[sheet.title], long), about) for sheet in (FIGURES, SAID, REMARKS)
    )
    texts = _texts(lines[LINES.title], about)
    for key, read in about.items():
        whole = _Read(read.line, {**read.cells, "text": texts.get(key, "")})
        report = _report(whole, figures[key], said[key], remarks[key])
        found = [
            *_disagreements(FIGURES, figures[key], observation_rows(report, key)),
            *_disagreements(REMARKS, remarks[key], note_rows(report, key)),
        ]
        yield attrs.evolve(report, notes=(*report.notes, *found)) if found else report


def _report(about: _Read, figures: list[_Read], said: list[_Read], remarks: list[_Read]) -> Report:
    observations = [build(observation_of, read.cells, str(read.line)) for read in figures]
    statements = [build(statement_of, read.cells, str(read.line)) for read in said]
    notes = [build(note_of, read.cells, str(read.line)) for read in remarks]
    return build(lambda cells: report_of(cells, observations, statements, notes), about.cells, str(about.line))


def _disagreements(sheet: Sheet, reads: list[_Read], rows: Iterator[Row]) -> Iterator[Note]:
    for read, row in zip(reads, rows, strict=True):
        yield from disagreements(sheet.table, read.cells, row, read.line.cell)


def _decoded(sheet: Sheet, lines: Iterable[Line], long: Mapping[int, str]) -> Iterator[_Read]:
    for line in lines:
        texts = {name: _whole(line, name, text, long) for name, text in line.texts.items()}
        yield _Read(line, decode_row(sheet.table, texts, line.cell))


def _whole(line: Line, name: str, text: str, long: Mapping[int, str]) -> str:
    number = referred(text)
    if number is None:
        return text
    if number not in long:
        remedy = f"put its rows back on sheet {LONG.title}, or write the text itself"
        raise ReadError(f"{line}, column {name}: there is no long text {number}: {remedy}")
    return long[number]


def _long_texts(lines: Iterable[Line]) -> dict[int, str]:
    """The long texts by their numbers, of parts in the order of theirs."""
    parts: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for line in lines:
        cells = decode_row(LONG.table, {**line.texts, "text": ""}, line.cell)
        number, part = cells["long"], cells["part"]
        if not isinstance(number, int) or not isinstance(part, int):
            raise ReadError(f"{line}: write the numbers of the long text and of its part")
        parts[number].append((part, line.texts.get("text", "")))
    return {number: whole_of(text for _, text in sorted(of_one)) for number, of_one in parts.items()}


def _about(reads: Iterable[_Read]) -> dict[int, _Read]:
    """What the sheet Reports says of each report, by its number."""
    about: dict[int, _Read] = {}
    for read in reads:
        key = read.cells["report"]
        if not isinstance(key, int):
            raise ReadError(f"{read.line}: write the number of the report into column report")
        if key in about:
            raise ReadError(f"{read.line}: report {key} stands in row {about[key].line.number} too: number one anew")
        about[key] = read
    return about


def _key(line: Line, key: object, about: Mapping[int, _Read]) -> int:
    """The number of the report that a line belongs to; where there is one report only, it may be left out."""
    if key is None and len(about) == 1:
        return next(iter(about))
    if not isinstance(key, int):
        raise ReadError(f"{line}: write the number of the report into column report")
    if key not in about:
        raise ReadError(f"{line}: sheet {ABOUT.title} has no report {key}: give it a row there, or correct the number")
    return key


def _by_report(reads: Iterable[_Read], about: Mapping[int, _Read]) -> _Reads:
    by_report: defaultdict[int, list[_Read]] = defaultdict(list)
    for read in reads:
        by_report[_key(read.line, read.cells["report"], about)].append(read)
    return by_report


def _texts(lines: Iterable[Line], about: Mapping[int, _Read]) -> dict[int, str]:
    """The source texts by report: lines in the order of their numbers, and one without after the one above it."""
    rows: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for line in lines:
        cells = decode_row(LINES.table, {**line.texts, "text": ""}, line.cell)
        of_one = rows[_key(line, cells["report"], about)]
        number = cells["line"]
        above = of_one[-1][0] if of_one else 0
        of_one.append((number if isinstance(number, int) else above, line.texts.get("text", "")))
    return {
        key: text_of_cells(text for _, text in sorted(of_one, key=lambda row: row[0])) for key, of_one in rows.items()
    }
