"""What a frame of figures has beside the columns of files: what one calculates, selects and sorts with."""

from __future__ import annotations

import attrs

from shandong_econ.rows import OBSERVATIONS


@attrs.frozen
class FrameColumn:
    """A column of frames alone: its name, what it holds, what it says, and after which column it comes."""

    name: str
    """Its name."""
    holds: str
    """A date, text, code, float or flag."""
    description: str
    """What it says, in a sentence."""
    after: str
    """The name of the column that it comes after."""


ADDED = (
    FrameColumn("published", "date", "Day of publication of the report", "report"),
    FrameColumn("publisher", "text", "Publisher of the report", "published"),
    FrameColumn("title", "text", "Title of the report", "publisher"),
    FrameColumn("uri", "text", "Where its text came from", "title"),
    FrameColumn(
        "freq",
        "code",
        "Frequency of such periods, of SDMX CL_FREQ: A S Q M W D, or _O for any other, as January to May",
        "period_end",
    ),
    FrameColumn("is_single", "flag", "Whether the period can be one span: a month, a quarter, a year, a day", "freq"),
    FrameColumn(
        "is_so_far", "flag", "Whether it can be the year so far; a first quarter, a year are both", "is_single"
    ),
    FrameColumn("value", "float", "obs_value x 10^unit_mult, in the unit of unit_measure, to calculate with", "amount"),
    FrameColumn("sentence", "text", "The sentence of the source text in which the figure stands", "quote"),
)
"""The columns, in the order in which a frame has them."""


def header() -> tuple[str, ...]:
    """The names of all columns of a frame of figures, in their order."""
    names = [*OBSERVATIONS.header]
    after = names.index("time_period") + 1
    names[after:after] = ["period_start", "period_end"]
    for column in ADDED:
        names.insert(names.index(column.after) + 1, column.name)
    return tuple(names)
