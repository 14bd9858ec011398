"""A figure together with the report that it stands in, and whether its parts are sure enough to be reckoned with."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

import attrs

from shandong_econ.model import Ground, How, Observation, Qualifier, Report, Status

if TYPE_CHECKING:
    from shandong_econ.timeseries.intervals import Interval  # late where it is used

_PARAGRAPH_END = re.compile(r"[\r\n]")
MOST_DIGITS = 100
"""Digits, and places before or after the point, of a number that is reckoned with."""
_FARTHEST = 2000  # characters; further on nothing is one sentence, and what was carried so far is not sure


@attrs.frozen(eq=False)
class Figure:
    """One observation, the report that it stands in, and its number there, from 0.

    It is equal to itself alone: two reports may tell the same, and an `observation` is compared by what it says.
    """

    observation: Observation
    """The figure itself."""
    report: Report = attrs.field(repr=False)
    """The report that it stands in."""
    number: int
    """Which of the report's observations it is, from 0."""

    @property
    def code(self) -> str | None:
        """The code of its indicator."""
        return self.observation.indicator.code if self.observation.indicator else None

    @property
    def name(self) -> str | None:
        """What is measured: the indicator's code, or else the label."""
        return self.code or self.observation.label

    @property
    def unit(self) -> str | None:
        """The code of its unit."""
        return self.observation.unit.code if self.observation.unit else None

    @property
    def words(self) -> str:
        """The figure as printed; where it stands in no text, its digits, power of ten and unit."""
        told = self.observation
        if told.span is not None and (cut := told.span.cut(self.report.text)):
            return cut
        power = f"E+{told.unit_mult}" if told.unit_mult else ""
        number = f"{told.value:f}" if self.is_reckonable else str(told.value)
        return f"{number}{power}" + (f" {self.unit}" if self.unit else "")

    @property
    def is_exact(self) -> bool:
        """Whether it is a result, and not hedged: a plan and "more than" are reckoned with in no identity."""
        told = self.observation
        return told.status is Status.A and told.qualifier is Qualifier.EQ and self.is_reckonable

    @property
    def is_reckonable(self) -> bool:
        """Whether its number has digits that can be reckoned with: no economy has amounts of a million digits."""
        value = self.observation.value
        return abs(value.adjusted()) < MOST_DIGITS and len(value.as_tuple().digits) < MOST_DIGITS

    @cached_property
    def interval(self) -> Interval:
        """The amounts that it can stand for, in its own unit."""
        from shandong_econ.timeseries.intervals import Interval  # late, as `import shandong_econ` needs no lexicon

        return Interval.of(self.observation)

    @cached_property
    def is_sure(self) -> bool:
        """Whether what, where and when are said with it, head it, or were carried to it from near by.

        The series is carried within a sentence, place and time within a paragraph. A figure that was built by hand, or
        read from a file without grounds, is sure.
        """
        grounds = self.observation.grounds
        if grounds is None:
            return True
        at_home = self.observation.area == self.report.area
        return (
            self._near(grounds.series, _sentence_end())
            and (at_home or self._near(grounds.area, _PARAGRAPH_END))
            and self._near(grounds.period, _PARAGRAPH_END)
        )

    def is_beside(self, other: Figure) -> bool:
        """Whether both stand in one sentence; figures without a place stand beside each other in one report."""
        one, two = self.observation.span, other.observation.span
        if self.report is not other.report:
            return False
        if one is None or two is None:
            return True
        return not self._parted(min(one.end, two.end), max(one.start, two.start), _sentence_end())

    def _parted(self, start: int, end: int, mark: re.Pattern[str]) -> bool:
        return end - start > _FARTHEST or mark.search(self.report.text, start, max(start, end)) is not None

    def _near(self, ground: Ground | None, mark: re.Pattern[str]) -> bool:
        if ground is None or ground.how is not How.CARRIED:
            return True
        span, own = ground.span, self.observation.span
        if span is None or own is None:
            return False
        return not self._parted(min(span.end, own.end), max(span.start, own.start), mark)


@cache
def _sentence_end() -> re.Pattern[str]:
    from shandong_econ.rows.sentences import SENTENCE_END  # late, as `import shandong_econ` needs no tables

    return SENTENCE_END


def place_name(figure: Figure) -> str:
    """The place of a figure, for a message: the entity, or the name or code of the area."""
    told = figure.observation
    if told.entity is not None:
        return told.entity
    return "an unnamed place" if told.area is None else told.area.name or told.area.name_zh or told.area.code or ""
