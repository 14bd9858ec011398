"""Whether the sheets that are made from the others still say what the facts give: each cell that does not is named.

A line of ours bears, unseen, the number of its report. Lines may have been sorted, moved or taken out, cells cleared,
and a person's own lines written between them; all that is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

import attrs
from openpyxl.utils import get_column_letter

from shandong_econ.exporters.xlsx.chart_data import lines_of_plots
from shandong_econ.exporters.xlsx.derived import Line
from shandong_econ.exporters.xlsx.overview_lines import line_of_contents, lines_of_report
from shandong_econ.exporters.xlsx.sheets import CHART_DATA, OVERVIEW
from shandong_econ.model import Note, Report
from shandong_econ.model.checks import shown

_Value = str | Decimal
_Cells = dict[int, _Value]  # by the number of the column

MOST_LINES = 500
"""Lines of a report on one sheet that are looked at where they disagree; of more it is only said how many they are."""


@attrs.frozen
class _Row:
    sheet: str
    number: int
    cells: _Cells


class Derived:
    """The lines of the derived sheets of a workbook, by the number of their report."""

    def __init__(self, sheets: Mapping[str, Mapping[int, Mapping[int, object]]]) -> None:
        self._rows: defaultdict[tuple[str, int], list[_Row]] = defaultdict(list)
        for title, rows in sheets.items():
            for number, row in rows.items():
                key = row.get(1)
                if isinstance(key, int):
                    cells = {column: value for column in row if column > 1 and (value := _value(row[column]))}
                    self._rows[title, key].append(_Row(title, number, cells))

    def disagreements(self, report: Report, key: int) -> Iterator[Note]:
        """A Note for each cell that says other than what the facts of the report give."""
        listed = _cells(line_of_contents(report, key))
        for title in (OVERVIEW, CHART_DATA):
            rows = self._rows.get((title, key), [])
            if any(row.cells != listed for row in rows):  # most of many reports are listed, and not shown
                yield from _disagreeing(rows, [listed, *(_cells(line) for line in _lines(title, report, key))])


def _lines(title: str, report: Report, key: int) -> Iterator[Line]:
    """What would stand there now, in any workbook that has the report."""
    if title == OVERVIEW:
        yield from lines_of_report(report, key)
    else:
        for _, lines in lines_of_plots(report, key):
            yield from lines


def _cells(line: Line) -> _Cells:
    return {cell.column: cell.value for cell in line.cells if cell.value}


def _value(value: object) -> _Value | None:
    """The value of a cell, as it is compared; None for one that says nothing."""
    match value:
        case bool():
            return str(value)
        case int() | float():
            return Decimal(value if isinstance(value, int) else f"{value:.15g}")
        case _:
            return str(value) if value is not None else None


def _disagreeing(rows: list[_Row], right: list[_Cells]) -> Iterator[Note]:
    whole = {frozenset(cells.items()) for cells in right}
    others = [row for row in rows if frozenset(row.cells.items()) not in whole]
    ours = max((max(cells, default=0) for cells in right), default=0)  # the last column that is not a person's own
    for row in others[:MOST_LINES]:
        likest = max(right, key=lambda cells: _alike(row.cells, cells), default={})
        alike = _alike(row.cells, likest)
        for column, said in row.cells.items():
            if likest.get(column) != said and column <= ours:
                yield _note(row, column, said, likest.get(column), "cell" if alike else "line")
                if not alike:  # once for a line of which nothing is to be found now
                    break
    if (more := len(others) - MOST_LINES) > 0:
        message = f"{rows[0].sheet} has {more:,} more lines that disagree with the facts, which hold"
        yield Note("derived_disagrees", message)


def _alike(cells: _Cells, others: _Cells) -> int:
    return sum(others.get(column) == value for column, value in cells.items())


def _note(row: _Row, column: int, said: _Value, gives: _Value | None, part: str) -> Note:
    cell = f"{row.sheet}!{get_column_letter(column)}{row.number}"
    right = f"give no such {part}" if gives is None or part == "line" else f"give {_text(gives)}, which holds"
    return Note("derived_disagrees", f"{cell} says {_text(said)}, and the facts {right}")


def _text(value: _Value) -> str:
    return shown(value if isinstance(value, str) else f"{value:f}")
