"""A text to a report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from shandong_econ.api.lexicon import add_vocabularies
from shandong_econ.grids import Grid
from shandong_econ.model import Area, Language, Report

if TYPE_CHECKING:
    from shandong_econ.parsing import Traced


def parse(
    text: str, *, language: Language | None = None, published: date | None = None, area: Area | str | None = None
) -> Report:
    """Reads a report in prose: every figure, who says what, and a note for each number that could not be read.

    It takes every str. `language` is "en" or "zh", and is found where it is not given, as is the area, which may be an
    Area, its code, or a place's name. What the text does not say and nobody gave stays None.

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
    add_vocabularies()
    from shandong_econ import parsing  # here, because its words and rules take longer to load than all the rest

    return parsing.parse(text, language=language, published=published, area=area, tables=tables)


def explain(
    text: str, *, language: Language | None = None, published: date | None = None, area: Area | str | None = None
) -> tuple[Report, list[Traced]]:
    """Reads a report as `parse` does, and gives with it what every number and time was taken for, and by which rule."""
    add_vocabularies()
    from shandong_econ import parsing  # here, as in `parse`

    return parsing.explain(text, language=language, published=published, area=area)
