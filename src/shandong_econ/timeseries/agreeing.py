"""Which of many intervals agree, without a look at each two of them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Sequence
from fractions import Fraction

from shandong_econ.timeseries.intervals import Interval


def all_agree(intervals: Collection[Interval]) -> bool:
    """Whether each two of some intervals agree."""
    ends = outermost(intervals)
    return not ends or ends[0].agrees_with(ends[1])


def outermost(intervals: Collection[Interval]) -> tuple[Interval, ...]:
    """The interval that ends first and the one that begins last: what agrees with both agrees with all of them.

    Of two that end at one place, one number goes behind: more agrees with it.

    >>> outermost([Interval.exactly(3), Interval(Fraction(1), Fraction(4)), Interval(None, Fraction(3))])
    (Interval(None, 3), Interval(3, 3))
    """
    if not intervals:
        return ()
    first = min(intervals, key=lambda each: (*_end(each), not each.width))
    return first, max(intervals, key=lambda each: (each.low is not None, each.low or 0, bool(each.width)))


def finest(intervals: Sequence[Interval]) -> list[int]:
    """The places of those that agree with no narrower one, so that none of them only rounds another.

    >>> finest([Interval(Fraction(1), Fraction(2)), Interval(Fraction(1), Fraction(9)), Interval.exactly(10)])
    [0, 2]
    """
    kept: list[int] = []
    apart: list[Interval] = []  # those that are kept, of which no two agree, from the least on
    for place in sorted(range(len(intervals)), key=lambda place: intervals[place].width):
        one = intervals[place]
        near = 0 if one.low is None else bisect_left(apart, (False, one.low), key=_end)
        if not any(one.agrees_with(other) for other in apart[near : near + 2]):  # the first may end where it begins
            kept.append(place)
            insort(apart, one, key=_end)
    return sorted(kept)


_ZERO = Fraction(0)


def _end(interval: Interval) -> tuple[bool, Fraction]:
    """By what intervals are put in the order of their ends; those without one come last."""
    return interval.high is None, interval.high or _ZERO
