"""Prose into a report, by a cascade: clean, split, lex, clause, shape, frame, context, name, observation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from shandong_econ.grids import Grid
from shandong_econ.model import Area, Language, Report
from shandong_econ.parsing.account import Traced
from shandong_econ.parsing.reading import read_text, stretches

__all__ = ["Traced", "explain", "parse", "stretches"]


def parse(
    text: str,
    *,
    language: Language | None = None,
    published: date | None = None,
    area: Area | str | None = None,
    tables: Sequence[Grid] | None = None,
) -> Report:
    """Read a report in prose, with the tables in it: `tables`, or those that its lines show to be such.

    `language` is "en" or "zh" and is found where it is not given, as is the area; `area` may be an Area, its code, or a
    place's name. What the text does not say and nobody gave stays None.
    """
    return read_text(text, language, published, area, tables)[0]


def explain(
    text: str, *, language: Language | None = None, published: date | None = None, area: Area | str | None = None
) -> tuple[Report, list[Traced]]:
    """Read a report as `parse` does, and give with it what every number and time was taken for, and by which shape."""
    return read_text(text, language, published, area)
