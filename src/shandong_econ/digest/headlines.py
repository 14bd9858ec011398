"""The figures that matter: of each series one period, the level with its growth beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import attrs

from shandong_econ.digest.figures import (
    Figure,
    is_headline,
    own_area,
    own_period,
    results,
    series_of,
)
from shandong_econ.model import Area, Comparison, Measure, Observation, Period, Report

MOST_HEADLINES = 12
_LEVELS = frozenset({Measure.LEVEL, Measure.RATIO})
_CHANGES = frozenset({Measure.GROWTH, Measure.CHANGE})


@attrs.frozen
class Headline:
    """A level, what it has grown by, or both: of one series, in one period."""

    level: Figure | None = None
    growth: Figure | None = None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The one figure or both, the level first."""
        return tuple(figure for figure in (self.level, self.growth) if figure is not None)

    @property
    def observation(self) -> Observation:
        """The figure that names the series, place and period of both."""
        return self.figures[0].observation


def headlines(report: Report) -> tuple[Headline, ...]:
    """Up to twelve headlines, in the order of the report.

    Chosen are first the indicators that every reader looks for, then others that have a code, then the rest; of each
    rank, first those of the report's own place and of the period of most figures.
    """
    area, period = own_area(report), own_period(report)
    found = _one_a_series(_paired(results(report)), period)
    ranked = sorted(found, key=lambda one: _rank(one.observation, area, period))[:MOST_HEADLINES]
    return tuple(sorted(ranked, key=lambda one: min(figure.number for figure in one.figures)))


def _paired(figures: Iterable[Figure]) -> list[Headline]:
    """Of each series and period the first level, with the growth that suits it best."""
    levels: dict[object, Figure] = {}
    growths: defaultdict[object, list[Figure]] = defaultdict(list)
    for figure in figures:
        observation = figure.observation
        key = (series_of(observation), observation.period)
        if observation.measure in _LEVELS:
            levels.setdefault(key, figure)
        elif observation.measure in _CHANGES and observation.relative_to is None:
            growths[key].append(figure)
    keys = dict.fromkeys([*levels, *growths])
    return [Headline(levels.get(key), min(growths[key], key=_fitness, default=None)) for key in keys]


def _fitness(figure: Figure) -> tuple[bool, bool, int]:
    observation = figure.observation
    return (
        observation.measure is not Measure.GROWTH,
        observation.comparison is not Comparison.YEAR_ON_YEAR,
        figure.number,
    )


def _one_a_series(found: Iterable[Headline], period: Period | None) -> list[Headline]:
    """Of each series the headline of the report's own period, or else the first."""
    chosen: dict[object, Headline] = {}
    for one in found:
        key = series_of(one.observation)
        there = chosen.get(key)
        if there is None or (one.observation.period == period and there.observation.period != period):
            chosen[key] = one
    return list(chosen.values())


def _rank(observation: Observation, area: Area | None, period: Period | None) -> tuple[bool, bool, bool, bool, bool]:
    indicator = observation.indicator
    return (
        observation.area != area or bool(observation.entity),
        not is_headline(observation),
        indicator is None,
        observation.period != period,
        not (observation.label or indicator),
    )
