"""A text to a report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from shandong_econ.errors import ModelError
from shandong_econ.grids import Grid
from shandong_econ.lexicon.concepts import area_of
from shandong_econ.model import Area, Language, Report

if TYPE_CHECKING:
    from shandong_econ.parsing import Traced


def parse(
    text: str, *, language: Language | None = None, published: date | None = None, area: Area | str | None = None
) -> Report:
    """Reads a report in prose: every figure, who says what, and a note for each number that could not be read.

    It takes every str. `language` is "en" or "zh", and is found where it is not given, as is the area, which may be an
    Area, its code, or a place's name. What the text does not say and nobody gave stays None. What no report
    can have, as a day that is no date, raises ModelError.

    >>> parse("2022年，山东省地区生产总值增长3.9%。").observations[0].value
    Decimal('3.9')
    """
    return parse_document(text, None, language=language, published=published, area=area)


def parse_document(
    text: str,
    tables: Sequence[Grid] | None,
    *,
    language: Language | None,
    published: date | None,
    area: Area | str | None,
) -> Report:
    """Reads a text as `parse` does, with the tables that its document says are in it."""
    _check(text, language, published, area)
    from shandong_econ import parsing  # here, because its words and rules take longer to load than all the rest

    return parsing.parse(text, language=language, published=published, area=area, tables=tables)


def explain(
    text: str, *, language: Language | None = None, published: date | None = None, area: Area | str | None = None
) -> tuple[Report, list[Traced]]:
    """Reads a report as `parse` does, and gives with it what every number and time was taken for, and by which rule."""
    _check(text, language, published, area)
    from shandong_econ import parsing  # here, as in `parse`

    return parsing.explain(text, language=language, published=published, area=area)


def _check(text: str, language: Language | None, published: date | None, area: Area | str | None) -> None:
    """Refuses what no report can have, in the words of its own fields; an area that has no known name is kept."""
    Report(text=text, language=language, published=published, area=None if isinstance(area, str) else area)
    name = area.strip() if isinstance(area, str) else None
    if name == "" or (name is not None and name.isdecimal() and area_of(name) is None):
        raise ModelError(f"area is {area!r}: give a code of `se.areas()`, a place's name, or None")
