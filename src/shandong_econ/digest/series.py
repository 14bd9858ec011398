"""Levels over time: one series in one unit, over several periods of the same kind."""

from __future__ import annotations

from collections import defaultdict

import attrs

from shandong_econ.digest.figures import Figure, results, series_of
from shandong_econ.model import Measure, Observation, Period, Report

MOST_SERIES = 4
MOST_POINTS = 40


@attrs.frozen
class Levels:
    """The levels of one series, the earliest first; each has a period of its own."""

    figures: tuple[Figure, ...]


def series(report: Report) -> tuple[Levels, ...]:
    """Up to four series that have levels in several periods, those with most of them first.

    The periods of a series are equally long, and all of known years or none; of a period that comes twice the first
    figure holds. Of a long series the last forty periods are given.
    """
    groups: defaultdict[object, dict[Period, Figure]] = defaultdict(dict)
    for figure in results(report):
        observation = figure.observation
        if observation.measure is Measure.LEVEL and observation.period is not None:
            groups[_kind(observation, observation.period)].setdefault(observation.period, figure)
    several = [found for found in groups.values() if len(found) > 1]
    several.sort(key=len, reverse=True)
    return tuple(
        Levels(tuple(found[period] for period in sorted(found)[-MOST_POINTS:])) for found in several[:MOST_SERIES]
    )


def _kind(observation: Observation, period: Period) -> object:
    """What figures that can stand beside each other have in common."""
    unit = observation.unit and observation.unit.code
    return (series_of(observation), unit, period.months, period.is_one_day, period.year_is_open)
