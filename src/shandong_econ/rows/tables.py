"""The four tables of every tabular format and their columns: SDMX-like names, each fact once.

A column marked `derived` repeats what others say, for people.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import attrs

from shandong_econ.model import Comparison, How, Measure, Qualifier, StatementKind, Status
from shandong_econ.model.codes import Code
from shandong_econ.model.grounds import PARTS

FORMAT_VERSION = 1
"""The version of these tables, which every file states; a newer one is refused."""


class Kind(StrEnum):
    """What a column holds, and so how its cells are written as text."""

    TEXT = "text"
    """Any text."""
    CODE = "code"
    """A text of which the model knows what it may be."""
    INTEGER = "integer"
    """A whole number."""
    DECIMAL = "decimal"
    """A number with its digits as printed."""
    DATE = "date"
    """A day."""
    LIST = "list"
    """Some texts."""


@attrs.frozen
class Column:
    """A column: its lower-case name in files, its title for people, what it holds, and whether it is derived."""

    name: str
    """Its name in files, in lower case."""
    kind: Kind
    """What its cells hold."""
    title: str
    """Its title, for people."""
    description: str
    """What it says, in a sentence."""
    derived: bool = False
    """Whether it repeats for people what other columns say."""
    required: bool = False
    """Whether no row is without it."""
    codes: type[Code] | None = None
    """The closed list that its codes are of, if they are of one."""


@attrs.frozen
class Table:
    """A table: its name and its columns, in order."""

    name: str
    """Its name in files."""
    columns: tuple[Column, ...]
    """Its columns, in the order in which files have them."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


_REPORT = Column("report", Kind.INTEGER, "Report", "Number of the report in this file, from 1", required=True)
_SPEAKER = (
    Column("speaker_name", Kind.TEXT, "Speaker", "Name of who says it"),
    Column("speaker_role", Kind.TEXT, "Role", "Role of the speaker"),
    Column("speaker_organisation", Kind.TEXT, "Organisation", "Organisation of the speaker"),
)
_SPAN = (
    Column("start", Kind.INTEGER, "Start", "First character in the source text, from 0"),
    Column("end", Kind.INTEGER, "End", "Character after the last in the source text"),
)
_GROUNDS = (
    Column(
        "series_how",
        Kind.CODE,
        "Series from",
        "How the series was come by: stated heading carried given implied",
        codes=How,
    ),
    Column("area_how", Kind.CODE, "Area from", "How the area was come by", codes=How),
    Column("period_how", Kind.CODE, "Period from", "How the period was come by", codes=How),
    Column("comparison_how", Kind.CODE, "Comparison from", "How the comparison was come by", codes=How),
    *(
        Column(f"{part}_how_{end}", Kind.INTEGER, f"{part.capitalize()} from, {end}", f"{which} that say the {part}")
        for part in PARTS
        for end, which in (("start", "First character of the words"), ("end", "Character after the last of the words"))
    ),
)
_QUOTE = Column("quote", Kind.TEXT, "Words", "The characters from start to end in the source text", derived=True)

REPORTS = Table(
    "reports",
    (
        _REPORT,
        Column("title", Kind.TEXT, "Title", "Title of the report"),
        Column("language", Kind.CODE, "Language", "Language of most of the text: en or zh"),
        Column("published", Kind.DATE, "Published", "Day of publication"),
        Column("ref_area", Kind.CODE, "Area code", "Code of the area that the report is about"),
        Column("ref_area_name", Kind.TEXT, "Area", "Its name"),
        Column("ref_area_name_zh", Kind.TEXT, "Area (Chinese)", "Its name in Chinese"),
        Column("authors", Kind.LIST, "Authors", "Authors of the byline"),
        Column("publisher", Kind.TEXT, "Publisher", "Publisher"),
        Column("uri", Kind.TEXT, "Source", "Where the text came from"),
        Column("text", Kind.TEXT, "Text", "The source text, verbatim"),
    ),
)
"""A row a report: what it says of itself, and its text."""
OBSERVATIONS = Table(
    "observations",
    (
        _REPORT,
        Column("label", Kind.TEXT, "Label", "The words that name what is measured"),
        Column("indicator", Kind.CODE, "Indicator code", "Code of the series; empty where it has none"),
        Column("indicator_name", Kind.TEXT, "Indicator", "Name of the series"),
        Column("indicator_name_zh", Kind.TEXT, "Indicator (Chinese)", "Name of the series in Chinese"),
        Column("ref_area", Kind.CODE, "Area code", "Code of the place that the figure is about"),
        Column("ref_area_name", Kind.TEXT, "Area", "Its name"),
        Column("ref_area_name_zh", Kind.TEXT, "Area (Chinese)", "Its name in Chinese"),
        Column("entity", Kind.TEXT, "Entity", "Firm, mine, park, port or cluster that the figure is about"),
        Column("time_period", Kind.CODE, "Period", "SDMX TIME_PERIOD; XXXX is a year that is not known"),
        Column("measure", Kind.CODE, "Measure", "What kind of number it is", codes=Measure),
        Column("comparison", Kind.CODE, "Comparison", "What it is compared with", codes=Comparison),
        Column("base_period", Kind.CODE, "Base period", "The period compared with, where not implied"),
        Column("obs_value", Kind.DECIMAL, "Value", "The number as printed, signed by the words", required=True),
        Column("unit_measure", Kind.CODE, "Unit code", "Code of the unit"),
        Column("unit_name", Kind.TEXT, "Unit", "Its name"),
        Column("unit_name_zh", Kind.TEXT, "Unit (Chinese)", "Its name in Chinese"),
        Column("unit_mult", Kind.INTEGER, "Power of ten", "Power of ten as printed: 4 for 万, 8 for 亿, 9 for billion"),
        Column("amount", Kind.DECIMAL, "Amount", "obs_value x 10^unit_mult", derived=True),
        Column("qualifier", Kind.CODE, "Qualifier", "EQ ABOUT GT GE LT LE NEARLY UPTO", codes=Qualifier),
        Column("obs_status", Kind.CODE, "Status", "A actual, F forecast, T target", codes=Status),
        Column("relative_to", Kind.TEXT, "Relative to", "The whole of a share, the total of a contribution, ..."),
        *_SPEAKER,
        *_SPAN,
        _QUOTE,
        *_GROUNDS,
    ),
)
"""A row a figure."""
STATEMENTS = Table(
    "statements",
    (
        _REPORT,
        Column("kind", Kind.CODE, "Kind", "quote, reported or expectation", required=True, codes=StatementKind),
        *_SPEAKER,
        Column("text", Kind.TEXT, "Words", "The words themselves", required=True),
        *_SPAN,
    ),
)
"""A row a statement."""
NOTES = Table(
    "notes",
    (
        _REPORT,
        Column("code", Kind.TEXT, "Code", "Kind of note", required=True),
        Column("message", Kind.TEXT, "Message", "What could not be read, or is suspect", required=True),
        *_SPAN,
        _QUOTE,
    ),
)
"""A row a note."""
AHEAD: Mapping[Status, str] = MappingProxyType({Status.F: "forecast", Status.T: "target"})
"""What figures are called that are not actual."""
TABLES = (REPORTS, OBSERVATIONS, STATEMENTS, NOTES)
"""All four, in the order in which files have them."""
