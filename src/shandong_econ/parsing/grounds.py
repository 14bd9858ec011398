"""How each part of a figure was come by, from where the words stand that told it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from shandong_econ.model import Ground, Grounds, How, Span
from shandong_econ.parsing.told import GIVEN, Reading, Told


def grounds_of(reading: Reading, headings: Sequence[tuple[int, int]]) -> Grounds:
    """The grounds of a figure's parts; `headings` are where the headings of the text stand, in order."""
    first, last = stated_from(reading), stated_to(reading)
    own = _at(reading.figure.start, headings)
    subject = reading.subject
    series = Told(subject.label, subject.start, subject.end) if subject.label else None

    def ground(told: Told[Any] | None, unsaid: How) -> Ground | None:
        if told is None or told.value is None:
            return None
        if told.start == GIVEN:
            return _unsaid(unsaid)
        if first <= told.start and told.end <= last:
            return _said(How.STATED, told.start, told.end)
        over = _at(told.start, headings)
        return _said(How.CARRIED if over is None or over == own else How.HEADING, told.start, told.end)

    return Grounds(
        series=ground(series, How.IMPLIED),
        area=ground(reading.area, How.GIVEN),
        period=ground(reading.period, How.GIVEN),
        comparison=ground(reading.comparison, How.IMPLIED),
    )


@cache
def _unsaid(how: How) -> Ground:
    return Ground(how)


@lru_cache(maxsize=1024)  # figure after figure has the time and the place that were told once
def _said(how: How, start: int, end: int) -> Ground:
    return Ground(how, Span(start, end))


def stated_from(reading: Reading) -> int:
    """Where the clause of a figure begins, with the times and places that lead it in: 1-5月，全省…."""
    frame = reading.frame
    start = frame.own.start if frame.own.classes else frame.start
    for clause in reversed(frame.zone[:-1]):
        if clause.phrases or clause.mark != _LEADS_IN:
            break
        start = clause.start
    return min(start, frame.start)


def stated_to(reading: Reading) -> int:
    """Where the clause of a figure ends, with what is told behind it: 4.5 percent year on year in May."""
    tail = reading.frame.tail
    return reading.frame.end if tail is None else max(reading.frame.end, tail.end)


_LEADS_IN = ","


def _at(at: int, spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The span that a place lies in, of spans in order that do not overlap."""
    n = bisect_right(spans, at, key=itemgetter(0)) - 1
    return spans[n] if n >= 0 and at < spans[n][1] else None
