"""From the year so far to the single month or quarter, for what adds up over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from shandong_econ.model import Measure, Period, Status
from shandong_econ.timeseries.conversion import is_additive
from shandong_econ.timeseries.frequency import Frequency
from shandong_econ.timeseries.keys import Key, kind_of
from shandong_econ.timeseries.points import Point, difference

DERIVED = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3}
"""The frequencies to which the year so far is brought, and the months of their periods."""


def adds_up(key: Key) -> bool:
    """Whether the year so far is the sum of its months: amounts of flows that are results, and nothing else.

    Growth rates, stocks, indexes, ratios, what is counted a person, and targets do not; of a series without a code
    nobody knows.
    """
    is_amount = key.measure is Measure.LEVEL and key.comparison is None and key.status is Status.A
    return is_amount and kind_of(key.indicator) == "FLOW" and is_additive(key.unit)


def single_points(so_far: Iterable[Point], frequency: Frequency) -> Iterator[Point]:
    """The months or quarters, but for the first of a year, that points of the year so far leave by subtraction.

    They come one by one as the points do, the earliest first.
    """
    length = DERIVED[frequency]
    by_end: dict[tuple[int | None, int], Point] = {}
    for longer in so_far:
        year, months = longer.period.year, longer.period.months or 0
        by_end[year, months] = longer
        shorter = by_end.get((year, months - length)) if months % length == 0 else None
        if shorter is not None:
            point = difference(_span(year, months - length + 1, length), longer, shorter)
            if point is not None:
                yield point


@lru_cache(maxsize=4096)
def _span(year: int | None, month: int, months: int) -> Period:
    return Period.of(year, month, months=months)
