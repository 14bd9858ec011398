"""The sheets of a workbook: which table each one shows, and how wide its columns are."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

import attrs

from shandong_econ.exporters.xlsx.breaking import width_of
from shandong_econ.model.grounds import PARTS
from shandong_econ.rows import NOTES, OBSERVATIONS, REPORTS, STATEMENTS, Column, Kind, Table

MARK = "shandong_econ_format"
"""The custom property of the document that bears the version of the format."""
MOST_ROWS = 1_048_576
"""Rows of a sheet, the header among them."""

_OF_NUMBERS = {Kind.INTEGER: 9, Kind.DECIMAL: 14, Kind.DATE: 12}  # widths in characters
_OF_AMOUNTS = 22  # all digits of which are shown, their thousands apart
_WIDEST = {"label": 52, "message": 90, "text": 100}
_MOST = 48  # of all other columns
_WRAPPED = frozenset({"message", "text", "title"})
_FOLDED = frozenset(f"{part}_how_{end}" for part in PARTS for end in ("start", "end"))


@attrs.frozen
class Sheet:
    """A sheet: its title, the table it shows, and how many columns of it stay in view when the rest scrolls."""

    title: str
    table: Table
    kept: int = 0


def width(column: Column, texts: Iterable[str]) -> int:
    """The width of a column in characters: its texts have room, within bounds, and its name with the button."""
    most = _WIDEST.get(column.name, _MOST)
    taken = max((ceil(width_of(text[: 2 * most])) + 2 for text in texts), default=0)
    return max(min(taken, most), _least(column), len(column.name) + 4)


def _least(column: Column) -> int:
    return _OF_AMOUNTS if column.derived and column.kind is Kind.DECIMAL else _OF_NUMBERS.get(column.kind, 0)


def wraps(column: Column) -> bool:
    """Whether a cell of the column shows its text in several lines."""
    return column.name in _WRAPPED


def folds(column: Column) -> bool:
    """Whether the column is folded away until a reader unfolds it: where the words of grounds stand is for programs."""
    return column.name in _FOLDED


def _but(table: Table, name: str) -> Table:
    return attrs.evolve(table, columns=tuple(column for column in table.columns if column.name != name))


_LINES = Table(
    "source_text",
    (
        Column("report", Kind.INTEGER, "Report", "Number of the report whose text this is"),
        Column(
            "line", Kind.INTEGER, "Line", "Lines are read in the order of these numbers; one without stays in its place"
        ),
        Column(
            "text", Kind.TEXT, "Text", "A line of the source text; it goes on in the next row if it ends in a backslash"
        ),
    ),
)
_LONG = Table(
    "long_texts",
    (
        Column("long", Kind.INTEGER, "Long text", r"Number of the text; a cell that says \long{1} holds text 1"),
        Column("part", Kind.INTEGER, "Part", "Parts are joined in the order of these numbers"),
        Column("text", Kind.TEXT, "Text", "The part"),
    ),
)
FIGURES = Sheet("Observations", OBSERVATIONS, kept=2)
ABOUT = Sheet("Reports", _but(REPORTS, "text"))  # the text is on a sheet of its own, a line a row
SAID = Sheet("Statements", STATEMENTS)
REMARKS = Sheet("Notes", NOTES)
LINES = Sheet("Text", _LINES)
LONG = Sheet("Long", _LONG)
"""What is too long for a cell; the sheet is there only if there is such a text."""
OVERVIEW = "Overview"
SERIES = "Series"
"""The sheet of time series; it is there only if some series has several periods or prints."""
CHART_DATA = "Chart data"
DERIVED_SHEETS = (OVERVIEW, SERIES, CHART_DATA)
"""Sheets that are made from the others, for people and for the charts, and of which nothing is read."""
SHEETS = (FIGURES, ABOUT, SAID, REMARKS, LINES)
