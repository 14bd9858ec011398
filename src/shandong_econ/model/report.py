"""A whole report: the text, what is known of it, and what it says."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, TypeAlias, get_args

import attrs

from shandong_econ.model.checks import all_are, as_tuple, is_a, is_a_day, refuse
from shandong_econ.model.concepts import Area
from shandong_econ.model.observation import Observation
from shandong_econ.model.statement import Note, Speaker, Statement

__all__ = ["Language", "Note", "Report", "Speaker", "Statement"]

Language: TypeAlias = Literal["en", "zh"]
"""The languages of texts: English and Chinese."""
LANGUAGES: tuple[Language, ...] = get_args(Language)


def _language(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and value not in LANGUAGES:
        raise refuse(owner, attribute.name, value, "give 'en', 'zh' or None")


@attrs.frozen(kw_only=True)
class Report:
    """A report in prose and all that was read from it; `text` is the source, verbatim."""

    text: str = attrs.field(default="", validator=is_a(str))
    """The source, verbatim; every span counts its characters."""
    title: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The title, as the text or the document has it."""
    language: Language | None = attrs.field(default=None, validator=_language)
    """The language of most of the text: "en" or "zh"."""
    published: date | None = attrs.field(default=None, validator=is_a_day)
    """The day of publication."""
    area: Area | None = attrs.field(default=None, validator=is_a(Area, optional=True))
    """The area that the report is about."""
    authors: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=all_are(str))
    """The names of the byline."""
    publisher: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """Who published it: a bureau, an agency, a newspaper."""
    uri: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """Where the text came from: a path or an address."""
    observations: tuple[Observation, ...] = attrs.field(default=(), converter=as_tuple, validator=all_are(Observation))
    """The figures, in the order of the text."""
    statements: tuple[Statement, ...] = attrs.field(default=(), converter=as_tuple, validator=all_are(Statement))
    """What people said, expect or promise, in the order of the text."""
    notes: tuple[Note, ...] = attrs.field(default=(), converter=as_tuple, validator=all_are(Note))
    """What could not be read, or is suspect, in the order of the text."""
