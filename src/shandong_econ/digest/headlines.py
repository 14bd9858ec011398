"""The figures that matter: of each series one period, the level with its growth beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from shandong_econ.digest.figures import (
    Figure,
    is_headline,
    own_area,
    own_period,
    results,
    series_of,
)
from shandong_econ.model import Area, Comparison, How, Measure, Observation, Period, Report

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
    rank, first those of the report's own place and of the period of most figures. None is of a series that was only
    carried to its figures: beside a level stands a growth that the level's own words name, too.
    """
    area, period = own_area(report), own_period(report)
    found = _one_a_series(_paired(results(report)), period)
    ranked = sorted(found, key=lambda one: _rank(one.observation, area, period))[:MOST_HEADLINES]
    return tuple(sorted(ranked, key=lambda one: min(figure.number for figure in one.figures)))


def _paired(figures: Iterable[Figure]) -> Iterator[Headline]:
    """Of each series and period the first level, with the growth that suits it best."""
    groups: defaultdict[object, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[series_of(figure.observation), figure.observation.period].append(figure)
    for group in groups.values():
        named = _named(group)
        level = next((figure for figure in named if figure.observation.measure in _LEVELS), None)
        growth = min(filter(_is_change, named), key=_fitness, default=None)
        if level or growth:
            yield Headline(level, growth)


def _named(group: Sequence[Figure]) -> list[Figure]:
    """The figures of a series that name it, and those to which it is carried from the words that do.

    What is read from afar may be wrong, and a headline is quoted without its text.
    """
    grounds = [each.series if (each := figure.observation.grounds) else None for figure in group]
    own = [ground is None or ground.how is not How.CARRIED for ground in grounds]
    words = {ground.span for ground, is_own in zip(grounds, own, strict=True) if is_own and ground and ground.span}
    return [
        figure
        for figure, ground, is_own in zip(group, grounds, own, strict=True)
        if is_own or (ground and ground.span in words)
    ]


def _is_change(figure: Figure) -> bool:
    return figure.observation.measure in _CHANGES and figure.observation.relative_to is None


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
