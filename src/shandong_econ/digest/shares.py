"""Parts of a whole, for stacked bars: only where they add up to no more than all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

import attrs

from shandong_econ.digest.figures import Figure, own_results, series_of
from shandong_econ.model import Measure, Period, Report

MOST_WHOLES = 6
MOST_PARTS = 8
_ALL = Decimal(100)
_MOST_PLACES = 20  # decimals of a share: so many can be added without rounding


@attrs.frozen
class Share:
    """A part of a whole, in percent; what is left of the whole has no figure."""

    percent: Decimal
    figure: Figure | None = None


@attrs.frozen
class Whole:
    """The parts of one whole in one period, the largest first, and what is left: together 100 percent."""

    name: str | None
    period: Period | None
    shares: tuple[Share, ...]


def shares(report: Report) -> tuple[Whole, ...]:
    """Up to six wholes with up to eight parts each, in the order of the report.

    Parts that follow each other are put together as long as they add up to no more than 100 percent; what does not fit
    overlaps with them, and is shown beside them. So are parts whose whole is not named.
    """
    groups: defaultdict[tuple[str | None, Period | None], dict[object, Figure]] = defaultdict(dict)
    for figure in own_results(report):
        observation = figure.observation
        if observation.measure is Measure.SHARE and _is_part(figure):
            groups[observation.relative_to, observation.period].setdefault(series_of(observation), figure)
    wholes: list[Whole] = []
    for (name, period), parts in groups.items():
        for together in _that_fit(list(parts.values())[:MOST_PARTS], named=name is not None):
            wholes.append(Whole(name, period, _with_rest(together)))
    return tuple(wholes[:MOST_WHOLES])


def _is_part(figure: Figure) -> bool:
    observation = figure.observation
    exponent = observation.amount.as_tuple().exponent
    in_range = isinstance(exponent, int) and -_MOST_PLACES <= exponent <= 2 and 0 <= observation.amount <= _ALL
    return observation.unit is not None and observation.unit.code == "PT" and in_range


def _that_fit(parts: list[Figure], *, named: bool) -> Iterator[list[Figure]]:
    """The parts in groups that each fit into the whole."""
    together: list[Figure] = []
    for part in parts:
        if together and (not named or sum(f.observation.amount for f in (*together, part)) > _ALL):
            yield together
            together = []
        together.append(part)
    yield together


def _with_rest(parts: list[Figure]) -> tuple[Share, ...]:
    told = [Share(figure.observation.amount, figure) for figure in parts]
    told.sort(key=lambda share: share.percent, reverse=True)
    rest = _ALL - sum(share.percent for share in told)
    return (*told, Share(rest)) if rest else tuple(told)
