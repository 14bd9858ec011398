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

Value = str | Decimal
Cells = dict[int, Value]  # by the number of the column

MOST_LINES = 500
"""Lines of a report on one sheet that are looked at where they disagree; of more it is only said how many they are."""


@attrs.frozen
class Row:
    """A row of a derived sheet that bears a number, with the cells behind it."""

    sheet: str
    number: int
    cells: Cells


class Derived:
    """The lines of the derived sheets of a workbook, by the number of their report."""

    def __init__(self, sheets: Mapping[str, Mapping[int, Mapping[int, object]]]) -> None:
        self._rows: defaultdict[tuple[str, int], list[Row]] = defaultdict(list)
        for title, rows in sheets.items():
            for number, row in rows.items():
                key = row.get(1)
                if isinstance(key, int):
                    cells = {column: value for column in row if column > 1 and (value := value_of(row[column]))}
                    self._rows[title, key].append(Row(title, number, cells))

    def disagreements(self, report: Report, key: int) -> Iterator[Note]:
        """A Note for each cell that says other than what the facts of the report give."""
        listed = cells_of(line_of_contents(report, key))
        for title in (OVERVIEW, CHART_DATA):
            rows = self._rows.get((title, key), [])
            if any(row.cells != listed for row in rows):  # most of many reports are listed, and not shown
                yield from disagreeing(rows, [listed, *(cells_of(line) for line in _lines(title, report, key))])


def _lines(title: str, report: Report, key: int) -> Iterator[Line]:
    """What would stand there now, in any workbook that has the report."""
    if title == OVERVIEW:
        yield from lines_of_report(report, key)
    else:
        for _, lines in lines_of_plots(report, key):
            yield from lines


def cells_of(line: Line) -> Cells:
    """The cells that stand there if nobody has changed them."""
    return {cell.column: cell.value for cell in line.cells if cell.value}


def value_of(value: object) -> Value | None:
    """The value of a cell, as it is compared; None for one that says nothing."""
    match value:
        case bool():
            return str(value)
        case int() | float():
            return Decimal(value if isinstance(value, int) else f"{value:.15g}")
        case _:
            return str(value) if value is not None else None


def disagreeing(rows: list[Row], right: list[Cells]) -> Iterator[Note]:
    """A note for each cell of the rows that is in no right line, or in the likest one is otherwise."""
    whole = {frozenset(cells.items()) for cells in right}
    others = [row for row in rows if frozenset(row.cells.items()) not in whole]
    ours = max((max(cells, default=0) for cells in right), default=0)  # the last column that is not a person's own
    for row in others[:MOST_LINES]:
        likest = max(right, key=lambda cells: alike(row.cells, cells), default={})
        same = alike(row.cells, likest)
        for column, said in row.cells.items():
            if likest.get(column) != said and column <= ours:
                yield note(row, column, said, likest.get(column), "cell" if same else "line")
                if not same:  # once for a line of which nothing is to be found now
                    break
    if (more := len(others) - MOST_LINES) > 0:
        message = f"{rows[0].sheet} has {more:,} more lines that disagree with the facts, which hold"
        yield Note("derived_disagrees", message)


def alike(cells: Cells, others: Cells) -> int:
    """How many cells say the same."""
    return sum(others.get(column) == value for column, value in cells.items())


def note(row: Row, column: int, said: Value, gives: Value | None, part: str) -> Note:
    """That a cell says what the facts do not give; `part` is "cell", or "line" if they give nothing like the line."""
    cell = f"{row.sheet}!{get_column_letter(column)}{row.number}"
    right = f"give no such {part}" if gives is None or part == "line" else f"give {_text(gives)}, which holds"
    return Note("derived_disagrees", f"{cell} says {_text(said)}, and the facts {right}")


def _text(value: Value) -> str:
    return shown(value if isinstance(value, str) else f"{value:f}")
