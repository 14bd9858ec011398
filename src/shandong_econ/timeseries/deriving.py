"""From the year so far to the single month or quarter, for what adds up over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from shandong_econ.model import Measure, Period, Status
from shandong_econ.timeseries.conversion import is_additive
from shandong_econ.timeseries.frequency import Frequency
from shandong_econ.timeseries.keys import Key, kind_of
from shandong_econ.timeseries.points import Point, difference

_LENGTHS = ((1, Frequency.MONTHLY), (3, Frequency.QUARTERLY))


def adds_up(key: Key) -> bool:
    """Whether the year so far is the sum of its months: amounts of flows that are results, and nothing else.

    Growth rates, stocks, indexes, ratios, what is counted a person, and targets do not; of a series without a code
    nobody knows.
    """
    is_amount = key.measure is Measure.LEVEL and key.comparison is None and key.status is Status.A
    return is_amount and kind_of(key.indicator) == "FLOW" and is_additive(key.unit)


def single_points(so_far: Iterable[Point]) -> Iterator[tuple[Frequency, list[Point]]]:
    """The months and the quarters, but for the first of a year, that points of the year so far leave by subtraction."""
    by_end = {(point.period.year, point.period.months or 0): point for point in so_far}
    for length, frequency in _LENGTHS:
        found: list[Point] = []
        for (year, months), longer in by_end.items():
            shorter = by_end.get((year, months - length)) if months % length == 0 else None
            if shorter is not None:
                point = difference(_span(year, months - length + 1, length), longer, shorter)
                found += [] if point is None else [point]
        if found:
            yield frequency, found


@lru_cache(maxsize=4096)
def _span(year: int | None, month: int, months: int) -> Period:
    return Period.of(year, month, months=months)
