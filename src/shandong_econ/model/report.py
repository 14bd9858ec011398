"""A whole report: the text, what is known of it, and what it says."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from shandong_econ.model.checks import all_are, as_tuple, is_a, is_a_day, refuse
from shandong_econ.model.concepts import Area
from shandong_econ.model.observation import Observation
from shandong_econ.model.statement import Note, Speaker, Statement

__all__ = ["Note", "Report", "Speaker", "Statement"]

LANGUAGES = ("en", "zh")


def _language(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and value not in LANGUAGES:
        raise refuse(owner, attribute.name, value, "give 'en', 'zh' or None")


@attrs.frozen(kw_only=True)
class Report:
    """A report in prose and all that was read from it; `text` is the source, verbatim."""

    text: str = attrs.field(default="", validator=is_a(str))
    title: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    language: str | None = attrs.field(default=None, validator=_language)
    published: date | None = attrs.field(default=None, validator=is_a_day)
    area: Area | None = attrs.field(default=None, validator=is_a(Area, optional=True))
    authors: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=all_are(str))
    publisher: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    uri: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    observations: tuple[Observation, ...] = attrs.field(default=(), converter=as_tuple, validator=all_are(Observation))
    statements: tuple[Statement, ...] = attrs.field(default=(), converter=as_tuple, validator=all_are(Statement))
    notes: tuple[Note, ...] = attrs.field(default=(), converter=as_tuple, validator=all_are(Note))
