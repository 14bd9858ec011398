"""How each part of a figure was come by, and the words that say it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from shandong_econ.model.checks import at_once, is_a
from shandong_econ.model.codes import How
from shandong_econ.model.span import Span


def _how(value: How | str) -> How:
    return value if type(value) is How else How(value)


@attrs.frozen
class Ground:
    """How one part of a figure was come by; `span` is where the words stand, None for what nobody wrote."""

    how: How = attrs.field(converter=_how)
    """Whether it was stated with the figure, headed it, was carried on, was given by the caller, or is implied."""
    span: Span | None = attrs.field(default=None)
    """Where the words stand that say it, in the original text."""

    def __attrs_post_init__(self) -> None:
        if type(self.span) is not Span:  # seldom: asked here, and no validator called for every part of every figure
            _SPAN(self, attrs.fields(Ground).span, self.span)


_SPAN = is_a(Span, optional=True)


@attrs.frozen(field_transformer=at_once)
class Grounds:
    """How the parts of a figure were come by; a part that the figure does not have has no ground.

    Without a ground for any part it says nothing: an observation that is given such has None.
    """

    series: Ground | None = attrs.field(default=None, validator=is_a(Ground, optional=True))
    """What is measured."""
    area: Ground | None = attrs.field(default=None, validator=is_a(Ground, optional=True))
    """Where."""
    period: Ground | None = attrs.field(default=None, validator=is_a(Ground, optional=True))
    """When."""
    comparison: Ground | None = attrs.field(default=None, validator=is_a(Ground, optional=True))
    """Compared with what."""

    def by_part(self) -> Iterator[tuple[str, Ground]]:
        """The parts that have a ground, by their names, each with it.

        >>> list(Grounds(area=Ground(How.GIVEN)).by_part())
        [('area', Ground(how=<How.GIVEN: 'given'>, span=None))]
        """
        return ((part, ground) for part in PARTS if (ground := getattr(self, part)) is not None)

    @property
    def are_own(self) -> bool:
        """Whether its own clause, or a heading over it, states its series, its time, and all else that has a ground."""
        told = self.series is not None and self.period is not None
        return told and all(ground.how in _OWN for _, ground in self.by_part())


PARTS = tuple(field.name for field in attrs.fields(Grounds))
"""The names of the parts that can have a ground."""
_OWN = frozenset({How.STATED, How.HEADING})
