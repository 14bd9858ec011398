"""A workbook into reports: each line to the report it belongs to, and each report out of its lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.exporters.xlsx.disagreeing import Derived
from shandong_econ.exporters.xlsx.lines import referred, text_of_cells, whole_of
from shandong_econ.exporters.xlsx.load import Line, load
from shandong_econ.exporters.xlsx.series_disagreeing import Notes, series_notes
from shandong_econ.exporters.xlsx.sheets import ABOUT, FIGURES, LINES, LONG, REMARKS, SAID, SERIES, Sheet
from shandong_econ.model import Report
from shandong_econ.rows import Placed, assemble, decode_row, noted

_Reads = Mapping[int, list[Placed]]  # by the number of the report


def read_workbook(file: BinaryIO) -> Iterator[Report]:
    """The reports of a workbook, in the order of the sheet Reports."""
    loaded = load(file)
    lines, derived = loaded.lines, Derived(loaded.derived)
    long = _long_texts(lines.get(LONG.title, []))
    about = _about(_decoded(ABOUT, lines[ABOUT.title], long))
    figures, said, remarks = (
        _by_report(_decoded(sheet, lines[sheet.title], long), about) for sheet in (FIGURES, SAID, REMARKS)
    )
    texts = _texts(lines[LINES.title], about)

    def report_of(key: int, read: Placed) -> Report:
        whole = read._replace(cells={**read.cells, "text": texts.get(key, "")})
        return assemble(whole, figures[key], said[key], remarks[key], number=key)

    made: dict[int, Report] = {}
    together: Notes = {}
    if sheet := loaded.derived.get(SERIES):  # what is made from all reports is compared with all of them
        made = {key: report_of(key, read) for key, read in about.items()}
        together = series_notes(sheet, made.items())
    for key, read in about.items():
        report = made.pop(key, None) or report_of(key, read)
        notes = (*derived.disagreements(report, key), *together.get(key, ()))
        yield noted(report, notes)


def _decoded(sheet: Sheet, lines: Iterable[Line], long: Mapping[int, str]) -> Iterator[Placed]:
    for line in lines:
        texts = {name: _whole(line, name, text, long) for name, text in line.texts.items()}
        yield Placed(str(line), decode_row(sheet.table, texts, line.cell), line.cell)


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


def _about(reads: Iterable[Placed]) -> dict[int, Placed]:
    """What the sheet Reports says of each report, by its number."""
    about: dict[int, Placed] = {}
    for read in reads:
        key = read.cells["report"]
        if not isinstance(key, int):
            raise ReadError(f"{read.place}: write the number of the report into column report")
        if key in about:
            first = about[key].place.removeprefix(f"{ABOUT.title}, ")
            raise ReadError(f"{read.place}: report {key} stands in {first} too: number one anew")
        about[key] = read
    return about


def _key(place: str, key: object, about: Mapping[int, Placed]) -> int:
    """The number of the report that a line belongs to; where there is one report only, it may be left out."""
    if key is None and len(about) == 1:
        return next(iter(about))
    if not isinstance(key, int):
        raise ReadError(f"{place}: write the number of the report into column report")
    if key not in about:
        raise ReadError(f"{place}: sheet {ABOUT.title} has no report {key}: give it a row there, or correct the number")
    return key


def _by_report(reads: Iterable[Placed], about: Mapping[int, Placed]) -> _Reads:
    by_report: defaultdict[int, list[Placed]] = defaultdict(list)
    for read in reads:
        by_report[_key(read.place, read.cells["report"], about)].append(read)
    return by_report


def _texts(lines: Iterable[Line], about: Mapping[int, Placed]) -> dict[int, str]:
    """The source texts by report: lines in the order of their numbers, and one without after the one above it."""
    rows: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for line in lines:
        cells = decode_row(LINES.table, {**line.texts, "text": ""}, line.cell)
        of_one = rows[_key(str(line), cells["report"], about)]
        number = cells["line"]
        above = of_one[-1][0] if of_one else 0
        of_one.append((number if isinstance(number, int) else above, line.texts.get("text", "")))
    return {
        key: text_of_cells(text for _, text in sorted(of_one, key=lambda row: row[0])) for key, of_one in rows.items()
    }
