"""How each part of a figure was come by, and the words that say it."""

from __future__ import annotations

import attrs

from shandong_econ.model.checks import is_a
from shandong_econ.model.codes import How
from shandong_econ.model.span import Span


@attrs.frozen
class Ground:
    """How one part of a figure was come by; `span` is where the words stand, None for what nobody wrote."""

    how: How = attrs.field(converter=How)
    """Whether it was stated with the figure, headed it, was carried on, was given by the caller, or is implied."""
    span: Span | None = attrs.field(default=None, validator=is_a(Span, optional=True))
    """Where the words stand that say it, in the original text."""


@attrs.frozen
class Grounds:
    """How the parts of a figure were come by; a part that the figure does not have has no ground."""

    series: Ground | None = attrs.field(default=None, validator=is_a(Ground, optional=True))
    """What is measured."""
    area: Ground | None = attrs.field(default=None, validator=is_a(Ground, optional=True))
    """Where."""
    period: Ground | None = attrs.field(default=None, validator=is_a(Ground, optional=True))
    """When."""
    comparison: Ground | None = attrs.field(default=None, validator=is_a(Ground, optional=True))
    """Compared with what."""
