"""What a Markdown page shows of each table, and under which titles: the one place that writing and reading share.

A field is what one cell shows. Most show one column; a name with its Chinese name and its code, a measure with what
it compares with, a speaker, the two ends of a place, and a ground are each one field of several columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from shandong_econ.exporters.markdown.text import Run, escape
from shandong_econ.model.grounds import PARTS
from shandong_econ.rows import NOTES, OBSERVATIONS, REPORTS, Kind, Table

ORDER = "#"
"""The title of the column that keeps the order of the figures across tables."""
UNTITLED = "Untitled"
"""What stands, in italics, for the title of a report that has none."""
FIGURES_SECTION, CODES_SECTION, STATEMENTS_SECTION, NOTES_SECTION, TEXT_SECTION = (
    "Figures",
    "Codes",
    "Statements",
    "Notes",
    "Source text",
)
FACT_BREAK = " · "
"""What parts two facts of one line."""
DASH = "—"
"""What the line that names a speaker begins with."""
COMMENT = "<!-- shandong_econ"
"""What each comment of ours begins with."""
SEAL_LINE = COMMENT + " seal {} -->"
"""What closes a report, with its seal; nobody sees it where the page is shown."""
END_LINE = COMMENT + " end, reports {} -->"
"""What closes a page, with the number of its reports."""

_WRAP = {"": "{}", "em": "*{}*", "strong": "**{}**", "code": "`{}`"}


@attrs.frozen
class Field:
    """What one cell shows: its title, the columns in it, each with its mark, and what stands between them, in turn.

    A `derived` field repeats others, for people; a `number` stands right; a `shared` one may be said once above a
    table for all of its rows; of a `usual` value nothing is shown.
    """

    title: str
    parts: tuple[tuple[str, str], ...]
    between: tuple[str, ...] = (" ",)
    derived: bool = False
    number: bool = False
    shared: bool = False
    usual: str = ""

    def show(self, cells: Mapping[str, str]) -> str:
        """The Markdown of a cell, from the encoded texts of its columns; empty where they all are, or are usual."""
        shown = [
            _WRAP[mark].format(text if mark == "code" else escape(text))
            for column, mark in self.parts
            if (text := cells[column]) and text != self.usual
        ]
        return "".join(map(str.__add__, shown, (*self._between(len(shown)), "")))

    def texts(self, runs: Sequence[Run]) -> dict[str, str]:
        """The encoded texts of the columns, from the runs of a cell; a mark unknown to the field says nothing."""
        whole = "".join(text for _, text in runs).strip()
        if len(self.parts) == 1:
            return {self.parts[0][0]: whole}
        columns = {mark: column for column, mark in self.parts}
        if len(columns) == 1:
            found: dict[str, str] = {}
            for (column, _), after in zip(self.parts, (*self._between(len(self.parts)), None), strict=True):
                found[column], _, whole = whole.partition(after) if after else (whole, "", "")
            return found
        return self._marked([run for run in runs if run[1].strip()], columns)

    def _between(self, count: int) -> tuple[str, ...]:
        """What stands between so many columns."""
        return (self.between * count)[: count - 1]

    def _marked(self, runs: Sequence[Run], columns: Mapping[str, str]) -> dict[str, str]:
        found = dict.fromkeys(columns.values(), "")
        comma = self.between[0].strip()
        for i, (mark, text) in enumerate(runs):
            piece = text.strip()
            if not mark:
                piece = piece.removeprefix(comma if i else "").removesuffix(comma if i < len(runs) - 1 else "").strip()
            column = columns.get(mark, columns[""])
            found[column] = " ".join(filter(None, (found[column], piece)))
        return found


def _field(table: Table, name: str, *, mark: str = "", shared: bool = False, usual: str = "") -> Field:
    """The field that shows one column, under its own title."""
    column = table.columns[table.header.index(name)]
    number = column.kind in (Kind.INTEGER, Kind.DECIMAL)
    return Field(column.title, ((name, mark),), derived=column.derived, number=number, shared=shared, usual=usual)


def _coded(title: str, code: str, name: str) -> Field:
    return Field(title, ((name, ""), (f"{name}_zh", "em"), (code, "code")), shared=True)


def _ground(part: str) -> Field:
    """The field that shows how a part was come by, and where the words stand that say it: `stated 4–9`."""
    columns = [OBSERVATIONS.columns[OBSERVATIONS.header.index(f"{part}_how{end}")] for end in ("", "_start", "_end")]
    parts = tuple((column.name, "") for column in columns)
    return Field(columns[0].title, parts, between=(" ", "–"), shared=True)


AREA = _coded("Area", "ref_area", "ref_area_name")
SPEAKER = Field(
    "Speaker",
    (("speaker_name", "strong"), ("speaker_role", ""), ("speaker_organisation", "em")),
    between=(", ",),
    shared=True,
)
PLACE = Field("Characters", (("start", ""), ("end", "")), between=("–",), number=True)
TITLE = _field(REPORTS, "title")
ENTITY = _field(OBSERVATIONS, "entity", shared=True)
FACTS = (
    *(_field(REPORTS, name) for name in ("language", "published")),
    AREA,
    *(_field(REPORTS, name) for name in ("authors", "publisher", "uri")),
)
FIGURES = (
    AREA,
    ENTITY,
    _field(OBSERVATIONS, "time_period", shared=True),
    _field(OBSERVATIONS, "label"),
    _field(OBSERVATIONS, "quote"),
    _field(OBSERVATIONS, "qualifier", usual="EQ"),
    _field(OBSERVATIONS, "obs_value"),
    _field(OBSERVATIONS, "unit_mult", shared=True, usual="0"),
    _coded("Unit", "unit_measure", "unit_name"),
    _field(OBSERVATIONS, "amount"),
    Field("Measure", (("measure", ""), ("comparison", "em")), shared=True),
    _field(OBSERVATIONS, "base_period", shared=True),
    _field(OBSERVATIONS, "relative_to", shared=True),
    _field(OBSERVATIONS, "obs_status", shared=True, usual="A"),
    _coded("Indicator", "indicator", "indicator_name"),
    SPEAKER,
    PLACE,
    *map(_ground, PARTS),
)
CODED = {
    "indicator": ("indicator_name", "indicator_name_zh"),
    "unit_measure": ("unit_name", "unit_name_zh"),
}
"""The columns of codes whose names are said once a report, in a table of their own, with the columns of the names."""
CODE_TABLES = tuple(
    (_field(OBSERVATIONS, code, mark="code"), *(_field(OBSERVATIONS, name) for name in names))
    for code, names in CODED.items()
)
NOTE_FIELDS = (_field(NOTES, "code"), _field(NOTES, "message"), PLACE, _field(NOTES, "quote"))
