"""Whether the sheet Series still says what the facts give: each cell that does not is named in a note of a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from shandong_econ.exporters.xlsx.disagreeing import (
    MOST_LINES,
    Cells,
    Row,
    alike,
    cells_of,
    disagreeing,
    note,
    value_of,
)
from shandong_econ.exporters.xlsx.series_kept import KeptFigures
from shandong_econ.exporters.xlsx.series_table import TOLD, TREND, Identity, Table, table_of
from shandong_econ.exporters.xlsx.series_table import Row as Right
from shandong_econ.exporters.xlsx.sheets import SERIES
from shandong_econ.model import Note, Report

Notes: TypeAlias = Mapping[int, Sequence[Note]]
_Rights: TypeAlias = Mapping[Identity, Sequence[Right]]


def series_notes(sheet: Mapping[int, Mapping[int, object]], reports: Iterable[tuple[int, Report]]) -> Notes:
    """Of each report the notes for cells of the sheet that say other than what the facts of the reports give.

    A cell of which no report is known is noted in the first one. Lines may have been sorted, moved or taken out, and so
    may columns: a number belongs to the period in the head of its column.
    """
    kept, first = KeptFigures(), 0
    for key, report in reports:
        kept.add(report, key, 1)
        first = key if kept.count == 1 else first
    table = table_of(kept)
    heads, lines, told = _rows_of(sheet)
    notes: defaultdict[int, list[Note]] = defaultdict(list)
    if not kept.count:
        return notes
    notes[first].extend(disagreeing(told, [cells_of(line) for line in table.below] if table else []))
    by_identity: defaultdict[Identity, list[Right]] = defaultdict(list)
    for right in table.rows if table else ():
        by_identity[right.identity].append(right)
    columns, unknown = _columns(heads, table)
    notes[first].extend(unknown)
    rows = table.rows if table else ()
    for place, row in enumerate(_others(lines, columns, by_identity)):
        if place == MOST_LINES:
            message = f"{SERIES} has more lines that disagree with the facts, which hold"
            notes[first].append(Note("derived_disagrees", message))
            break
        for of, one in _notes(row, columns, by_identity, rows):
            notes[first if of is None else of].append(one)
    return notes


def _rows_of(sheet: Mapping[int, Mapping[int, object]]) -> tuple[Row | None, list[Row], list[Row]]:
    """The heads, the lines of series, and what is told below them."""
    heads: Row | None = None
    lines: list[Row] = []
    told: list[Row] = []
    for number, row in sheet.items():
        key = row.get(1)
        if not isinstance(key, int) or isinstance(key, bool):
            continue
        cells = {column: value for column in row if column > 1 and (value := value_of(row[column]))}
        found = Row(SERIES, number, cells)
        if key < 0:
            heads = heads or Row(SERIES, number, {column: each for column, each in cells.items() if column <= -key})
        else:
            (lines if key != TOLD else told).append(found)
    return heads, lines, told


def _columns(heads: Row | None, table: Table | None) -> tuple[dict[int, int], list[Note]]:
    """Where the columns of the sheet belong by their heads, and a note for each head that the facts do not give."""
    right = {} if table is None else {value: column for column, value in cells_of(table.heads).items()}
    if heads is None:
        return {column: column for column in right.values()}, []
    found = {column: right[head] for column, head in heads.cells.items() if head in right}
    lost = [column for column in heads.cells if column not in found]
    return found, [note(heads, column, heads.cells[column], None, "cell") for column in lost]


def _others(lines: Iterable[Row], columns: Mapping[int, int], rights: _Rights) -> Iterator[Row]:
    """The lines that are not as the facts give them; a cell that was cleared is left alone."""
    for row in lines:
        cells = _placed(row, columns)
        if not any(cells.items() <= cells_of(right.line).items() for right in rights.get(_identity(cells), ())):
            yield row


def _notes(
    row: Row, columns: Mapping[int, int], by_identity: _Rights, every: Sequence[Right]
) -> Iterator[tuple[int | None, Note]]:
    """A note for each cell of a line, or one for a line that the facts do not give, and the report that it is of."""
    cells = _placed(row, columns)
    rights = by_identity.get(_identity(cells)) or [right for right in every if _differ_by_one(cells, right)]
    if not rights:
        for column, said in row.cells.items():
            if column in columns:
                yield None, note(row, column, said, None, "line")
                return
        return
    likest = max(rights, key=lambda right: alike(cells, cells_of(right.line)))
    gives = cells_of(likest.line)
    for column, said in row.cells.items():
        place = columns.get(column)
        if place is not None and gives.get(place) != said:
            yield likest.reports.get(place), note(row, column, said, gives.get(place), "cell")


def _placed(row: Row, columns: Mapping[int, int]) -> Cells:
    """The cells by the columns where they belong."""
    return {columns[column]: value for column, value in row.cells.items() if column in columns}


def _identity(cells: Cells) -> Identity:
    return tuple((column, value) for column, value in sorted(cells.items()) if column < TREND)


def _differ_by_one(cells: Cells, right: Right) -> bool:
    """Whether of what says which series it is one cell alone was changed or cleared."""
    said, gives = dict(_identity(cells)), dict(right.identity)
    return sum(said.get(column) != value for column, value in gives.items()) <= 1
