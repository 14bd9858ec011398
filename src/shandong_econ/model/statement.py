"""What a report holds beside its figures: who speaks, what is said, and what could not be read."""

from __future__ import annotations

import attrs

from shandong_econ.model.checks import is_a, refuse
from shandong_econ.model.codes import StatementKind
from shandong_econ.model.span import Span


@attrs.frozen
class Speaker:
    """Who speaks: a person, or an organisation, or both; at least one of the three is known."""

    name: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The person's name."""
    role: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The office that the person holds."""
    organisation: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The organisation that the person speaks for, or that speaks itself."""

    def __attrs_post_init__(self) -> None:
        if self.name is None and self.role is None and self.organisation is None:
            raise refuse(self, "name", None, "give a name, a role or an organisation, or None in place of the Speaker")


@attrs.frozen(kw_only=True)
class Statement:
    """What somebody said, expects or promises: `text` is the words themselves, without quotation marks."""

    kind: StatementKind = attrs.field(converter=StatementKind)
    """How the words are given: quoted, reported, or as an expectation."""
    speaker: Speaker | None = attrs.field(default=None, validator=is_a(Speaker, optional=True))
    """Who says it."""
    text: str = attrs.field(validator=is_a(str))
    """The words themselves, without quotation marks."""
    span: Span | None = attrs.field(default=None, validator=is_a(Span, optional=True))
    """Where the words stand in the text of the report."""


@attrs.frozen
class Note:
    """What looked like a figure and could not be read, or was read and is suspect: nothing is dropped in silence."""

    code: str = attrs.field(validator=is_a(str))
    """The kind of note, such as no_unit, for programs."""
    message: str = attrs.field(validator=is_a(str))
    """The same in words, for people."""
    span: Span | None = attrs.field(default=None, validator=is_a(Span, optional=True))
    """Where it stands in the text of the report."""
