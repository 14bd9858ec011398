"""The figures of a report by number, which of them are the report's own, and which series each belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TypeVar

import attrs

from shandong_econ.lexicon.tables import read_table
from shandong_econ.model import Area, Observation, Period, Report, Status

Key = tuple[object, ...]
Thing = TypeVar("Thing")


@attrs.frozen
class Figure:
    """A figure and its number among the figures of the report, from 0."""

    number: int
    observation: Observation


def figures(report: Report) -> Iterator[Figure]:
    """Every figure of a report, in its order."""
    return (Figure(number, observation) for number, observation in enumerate(report.observations))


def results(report: Report) -> Iterator[Figure]:
    """The figures that tell what is, neither expected nor planned."""
    return (figure for figure in figures(report) if figure.observation.status is Status.A)


def own_results(report: Report) -> list[Figure]:
    """The results for the report's own place as a whole; of none of its firms and parks."""
    place = own_area(report)
    return [f for f in results(report) if f.observation.area == place and not f.observation.entity]


def own_area(report: Report) -> Area | None:
    """The place that a report is about: the one it gives, or else that of most of its results."""
    if report.area is not None:
        return report.area
    return _commonest(figure.observation.area for figure in results(report))


def own_period(report: Report) -> Period | None:
    """The period of most of the results."""
    return _commonest(f.observation.period for f in results(report) if f.observation.period is not None)


def _commonest(things: Iterator[Thing]) -> Thing | None:
    found = Counter(things).most_common(1)
    return found[0][0] if found else None


def series_of(observation: Observation) -> Key:
    """What tells one series from another: its code, or its label where it has none, and where it was counted."""
    indicator = observation.indicator
    name: Key = ("", observation.label) if indicator is None else (indicator.code,)
    return (*name, observation.area, observation.entity)


def is_headline(observation: Observation) -> bool:
    """Whether it is of an indicator that every reader looks for."""
    return observation.indicator is not None and observation.indicator.code in _headline_codes()


@cache
def _headline_codes() -> frozenset[str]:
    return frozenset(code for (code,) in read_table("codes/headlines.tsv", ("code",)))
