"""One time series: what its figures have in common, and its points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from operator import attrgetter

import attrs

from shandong_econ.model import Area, Indicator, Measure, Unit
from shandong_econ.timeseries.deriving import single_points
from shandong_econ.timeseries.frequency import Frequency, TimeSpan, ends_with, frequency_of_ends
from shandong_econ.timeseries.keys import STATUS_WORDS, Key, Span, Subject, key_of
from shandong_econ.timeseries.points import Point
from shandong_econ.timeseries.prints import Print

FINENESS = (Frequency.ANNUAL, Frequency.HALF_YEARLY, Frequency.QUARTERLY, Frequency.MONTHLY)
"""The frequencies of ends of months, the coarsest first."""


@attrs.frozen(repr=False)
class Line:
    """One time series: its key, and its points from the earliest on."""

    key: Key
    """What the figures have in common, with the frequency that they show."""
    printed: tuple[Point, ...]
    """The points that bulletins printed, the earliest first."""
    so_far: tuple[Point, ...] = ()
    """The points of the year so far from which those that no bulletin printed are derived, when they are asked for."""
    by_ends: bool = attrs.field(default=False, eq=False)
    """Whether the points stand at ends of months, so that every year's, half's or quarter's end can be taken alone."""

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The points, the earliest first: those that were printed, and those that are derived for other periods."""
        if not self.so_far or self.key.frequency is None:
            return self.printed
        derived = single_points(self.so_far, self.key.frequency)
        by_day = {point.period.last or date.min: point for points in (derived, self.printed) for point in points}
        return tuple(by_day[day] for day in sorted(by_day))

    def __iter__(self) -> Iterator[Point]:
        return iter(self.points)

    def __len__(self) -> int:
        return len(self.points)

    def __repr__(self) -> str:
        return f"<Line {self.name}: {len(self.points)} points>"

    @property
    def name(self) -> str:
        """What is measured and where, in English words and codes."""
        key = self.key
        named = self.indicator.name if self.indicator is not None else None
        what = key.measure.value if key.measure is not Measure.LEVEL else None
        against = key.comparison.value if key.comparison else None
        frequency = key.frequency.value if key.frequency else None
        area = (self.area.name or self.area.name_zh or self.area.code) if self.area else None
        parts = (named or key.indicator or key.label or "(no name)", area, key.entity, what, against, key.base)
        rest = (key.relative_to, key.unit, STATUS_WORDS.get(key.status), key.span.value, frequency, key.length)
        return ", ".join(part for part in (*parts, *rest) if part)

    @property
    def newest(self) -> Print | None:
        """The newest print of the latest point that has one."""
        return self.printed[-1].newest if self.printed else None

    @property
    def example(self) -> Print | None:
        """The print by which it is named: the newest, or else what the latest point was derived from."""
        return self.newest or (self.points[-1].source if self.points else None)

    @property
    def indicator(self) -> Indicator | None:
        """What is measured, with its names."""
        return None if self.example is None else self.example.observation.indicator

    @property
    def area(self) -> Area | None:
        """The place, with its names."""
        return None if self.example is None else self.example.observation.area

    @property
    def unit(self) -> Unit | None:
        """The unit of the printed figures, where it is the unit of the values."""
        unit = None if self.example is None else self.example.observation.unit
        return unit if unit is not None and unit.code == self.key.unit else None


def line_of(subject: Subject, span: Span, points: Iterable[Point], so_far: tuple[Point, ...] = ()) -> Line:
    """The line of some points, the earliest first; of a span without a frequency they show it."""
    told = tuple(points)
    one, frequency, length = span
    if frequency is not None:
        return Line(key_of(subject, span), told, so_far)
    shown = frequency_of_ends(last for point in told if (last := point.period.last) is not None)
    return Line(key_of(subject, (one, shown, length)), told, by_ends=True)


def at(line: Line, frequency: Frequency) -> Line | None:
    """The line at a frequency: of one that stands at ends of months the ends that are also those of longer spans."""
    if line.key.frequency is frequency:
        return line
    if not line.by_ends or FINENESS.index(frequency) > FINENESS.index(line.key.frequency or frequency):
        return None
    points = tuple(
        each for each in line.printed if each.period.last is not None and ends_with(each.period.last, frequency)
    )
    return Line(attrs.evolve(line.key, frequency=frequency), points, by_ends=True) if points else None


def only(line: Line, points: Iterable[Point]) -> Line | None:
    """The line with some of its printed points alone; None if there are none."""
    kept = tuple(points)
    return attrs.evolve(line, printed=kept, so_far=()) if kept else None


def shown_ones(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines without those all of whose points stand in another one of them, as the first quarters of a year so far.

    Of the two lines of whole years, which are both, the single one is kept.
    """
    given = tuple(lines)
    so_far = {_kinship(line.key): line for line in given if line.key.span is TimeSpan.SO_FAR}
    hidden: set[int] = set()
    for line in given:
        other = so_far.get(_kinship(line.key))
        if other is None or other is line:
            continue
        points, others = (set(map(id, each.printed)) for each in (line, other))  # a point of two lines is one
        if others <= points:
            hidden.add(id(other))
        elif points < others and not line.so_far:
            hidden.add(id(line))
    return tuple(line for line in given if id(line) not in hidden)


_kinship = attrgetter(*(field.name for field in attrs.fields(Key) if field.name not in {"span", "frequency", "length"}))
