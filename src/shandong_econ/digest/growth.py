"""Growth by indicator: bars of one comparison and one period, which can be held against each other."""

from __future__ import annotations

from collections import defaultdict

import attrs

from shandong_econ.digest.figures import Figure, is_headline, own_results, series_of
from shandong_econ.model import Comparison, Measure, Period, Report

MOST_BARS = 16


@attrs.frozen
class Growth:
    """Growth in percent of several indicators, the fastest first."""

    comparison: Comparison | None
    period: Period | None
    figures: tuple[Figure, ...]


def growth(report: Report) -> Growth | None:
    """The growth of the report's own indicators in the comparison and period that most of them have.

    Only indicators that have a code, or all, where fewer than two have one; of more than sixteen first those that every
    reader looks for. None where there are not two to compare.
    """
    own = [f for f in own_results(report) if f.observation.measure is Measure.GROWTH and _is_percent(f)]
    coded = _largest([f for f in own if f.observation.indicator is not None])
    return coded or _largest(own)


def _is_percent(figure: Figure) -> bool:
    unit = figure.observation.unit
    return unit is not None and unit.code == "PT"


def _largest(candidates: list[Figure]) -> Growth | None:
    groups: defaultdict[tuple[Comparison | None, Period | None], dict[object, Figure]] = defaultdict(dict)
    for figure in candidates:
        observation = figure.observation
        groups[observation.comparison, observation.period].setdefault(series_of(observation), figure)
    if not groups:
        return None
    (comparison, period), found = max(groups.items(), key=lambda group: len(group[1]))
    if len(found) < 2:
        return None
    chosen = sorted(found.values(), key=lambda figure: not is_headline(figure.observation))[:MOST_BARS]
    bars = sorted(chosen, key=lambda figure: figure.observation.amount, reverse=True)
    return Growth(comparison, period, tuple(bars))
