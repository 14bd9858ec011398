"""What was told, with the words that told it, so that every part of a figure can say where it is from."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from shandong_econ.model import Area, Comparison, Measure, Period, Qualifier, Status
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, Series
from shandong_econ.parsing.frames import Frame

T_co = TypeVar("T_co", covariant=True)

GIVEN = -1
"""Where what nobody wrote stands: the caller told it, or it goes without saying."""


class Told(NamedTuple, Generic[T_co]):
    """Something and the words that told it, from `start` up to `end` of the text."""

    value: T_co
    start: int = GIVEN
    end: int = GIVEN


class Subject(NamedTuple):
    """What is measured: its label, its series, the words that name it, and what else they say of it."""

    label: str = ""
    series: Series = NO_SERIES
    start: int = GIVEN
    end: int = GIVEN
    area: Told[Area] | None = None
    entity: str | None = None


class Reading(NamedTuple):
    """A figure with all its parts, and the words that told each."""

    frame: Frame
    figure: Figure
    subject: Subject
    measure: Measure
    unit: str | None
    power: int
    sign: int
    qualifier: Qualifier
    status: Status
    area: Told[Area] | None
    period: Told[Period | None] | None
    comparison: Told[Comparison | None] | None = None
    base: Period | None = None
    relative_to: str | None = None
