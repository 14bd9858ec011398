"""How each part of a figure was come by, from where the words stand that told it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import itemgetter

from shandong_econ.model import Ground, Grounds, How, Span
from shandong_econ.parsing.told import GIVEN, Reading


def grounds_of(reading: Reading, headings: Sequence[tuple[int, int]]) -> Grounds:
    """The grounds of a figure's parts; `headings` are where the headings of the text stand, in order."""
    first, last = _stated(reading)
    subject, area, period, comparison = reading.subject, reading.area, reading.period, reading.comparison

    def ground(start: int, end: int, unsaid: How) -> Ground:
        if start == GIVEN:
            return _unsaid(unsaid)
        if first <= start and end <= last:
            return _said(How.STATED, start, end)
        n = bisect_right(headings, start, key=_BEGIN) - 1
        is_headed = n >= 0 and start < headings[n][1] and not headings[n][0] <= reading.figure.start < headings[n][1]
        return _said(How.HEADING if is_headed else How.CARRIED, start, end)

    return Grounds(
        ground(subject.start, subject.end, How.IMPLIED) if subject.label else None,
        None if area is None else ground(area.start, area.end, How.GIVEN),
        None if period is None or period.value is None else ground(period.start, period.end, How.GIVEN),
        None
        if comparison is None or comparison.value is None
        else ground(comparison.start, comparison.end, How.IMPLIED),
    )


_BEGIN = itemgetter(0)  # where a heading begins


@cache
def _unsaid(how: How) -> Ground:
    return Ground(how)


@lru_cache(maxsize=1024)  # figure after figure has the time and the place that were told once
def _said(how: How, start: int, end: int) -> Ground:
    return Ground(how, Span(start, end))


def _stated(reading: Reading) -> tuple[int, int]:
    """Where the clause of a figure begins and ends.

    It begins with the times and places that lead it in, and ends with what is told behind its figure: 1-5月，全省….
    """
    frame = reading.frame
    start, end = frame.own.start if frame.own.classes else frame.start, frame.end
    for clause in reversed(frame.zone[:-1]):
        if clause.phrases or clause.mark != _LEADS_IN:
            break
        start = clause.start
    if frame.tail is not None and frame.tail.end > end:
        end = frame.tail.end
    return start if start < frame.start else frame.start, end


_LEADS_IN = ","
