"""Figures that a text tells first without a time, and again with one: its title's, and those that news open with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from operator import itemgetter

from shandong_econ.model import Period, Qualifier
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.told import Reading, Told

_RECENT = 60  # days after the end of a period in which news of it come out
_REACH = 1000  # figures below a heading among which its own is looked for
_ROUNDED = 50  # a round number is off by no more than one part in so many
_ROUNDED_ALIKE = 10  # ... and one of the same thing by no more than one in so many: 超20亿元 for 21.3亿元


def dated(readings: Sequence[Reading], headings: Sequence[tuple[int, int]], calendar: Calendar) -> list[Reading]:
    """The readings; those of headings and of the lead without a time have that of the same figure or review below.

    What is told of an area before any time is of the months or the year that the text then sums up.
    """
    done, starts = list(readings), [one.figure.start for one in readings]
    for start, end in headings:
        for n in range(bisect_left(starts, start), bisect_left(starts, end)):
            done[n] = _with(readings[n], _again(readings[n], islice(readings, n + 1, n + 1 + _REACH)))
    lead, first = next(((n, one) for n, one in enumerate(readings) if _period(one) is not None), (0, None))
    when = None if first is None else _period(first)
    day = calendar.published
    if first is None or when is None or when.last is None or day is None or not 0 <= (day - when.last).days <= _RECENT:
        return done
    looks_back = when.months == YEAR and first.period is not None and _is_headed(first.period, headings)
    sums_up = when.months is not None and when.first is not None and when.first.month == 1 != when.months
    for n, one in enumerate(done[:lead]):
        is_of_area = sums_up and one.subject.series.code is not None and one.subject.entity is None
        if one.period is None and (looks_back or is_of_area):
            done[n] = _with(one, first.period)
    return done


def _is_headed(told: Told[Period | None], headings: Sequence[tuple[int, int]]) -> bool:
    before = bisect_right(headings, told.start, key=itemgetter(0))
    return before > 0 and told.start < headings[before - 1][1]


def _again(reading: Reading, below: Iterator[Reading]) -> Told[Period | None] | None:
    """When a heading's figure is told to be below, if the heading tells no other time: 2026年, told up to a day."""
    when = _period(reading)
    for one in below:
        if one.measure is reading.measure and one.power == reading.power and _is_same(reading, one):
            told = _period(one)
            if told is not None and (when is None or (told.year_is_open is when.year_is_open and told in when)):
                return one.period
    return None


def _period(reading: Reading) -> Period | None:
    return None if reading.period is None else reading.period.value


def _with(reading: Reading, period: Told[Period | None] | None) -> Reading:
    return reading if period is None else reading._replace(period=period)


def _is_same(one: Reading, other: Reading) -> bool:
    """Whether a title's figure is that of the text, or the round one that it hedges: 逾5300万 for 5312.4万.

    They measure alike, and have one power of ten.
    """
    if one.unit not in (other.unit, None):  # 逼近3500亿 leaves it unsaid
        return False
    if (one.area and one.area.value) != (other.area and other.area.value):
        return False
    off = abs(one.figure.value - other.figure.value)
    if one.qualifier is Qualifier.EQ:
        return off < Decimal(1).scaleb(int(one.figure.value.as_tuple().exponent))  # 3712万 for 3712.4万
    alike = one.subject.label == other.subject.label and one.subject.entity == other.subject.entity
    return off * (_ROUNDED_ALIKE if alike else _ROUNDED) <= abs(other.figure.value)
