"""How each part of a figure was come by, from where the words stand that told it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from shandong_econ.model import Ground, Grounds, How, Span
from shandong_econ.parsing.grammar.classes import COMMA
from shandong_econ.parsing.told import GIVEN, Reading, Subject, Told


def grounds_of(reading: Reading, headings: Sequence[tuple[int, int]]) -> Grounds:
    """The grounds of a figure's parts; `headings` are where the headings of the text stand, in order."""
    (first, last), figure = _stated(reading), reading.figure
    subject, period, comparison = reading.subject, reading.period, reading.comparison
    parts: tuple[tuple[Subject | Told[Any] | None, How], ...] = (
        (subject if subject.label else None, How.IMPLIED),
        (reading.area, How.GIVEN),
        (period if period is not None and period.value is not None else None, How.GIVEN),
        (comparison if comparison is not None and comparison.value is not None else None, How.IMPLIED),
    )
    found: list[Ground | None] = [None, None, None, None]
    for at, (told, unsaid) in enumerate(parts):
        if told is None:
            continue
        if told.start == GIVEN:
            found[at] = _UNSAID[unsaid]
            continue
        how, start, end = How.STATED, told.start, told.end
        if start < first or last < end:
            n = bisect_right(headings, start, key=_BEGIN) - 1
            is_headed = n >= 0 and start < headings[n][1] and not headings[n][0] <= figure.start < headings[n][1]
            how = How.HEADING if is_headed else How.CARRIED
        found[at] = _said(how, start, end)
    return Grounds(*found)


_BEGIN = itemgetter(0)  # where a heading begins
_UNSAID = {how: Ground(how) for how in How}


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
        if clause.phrases or clause.mark != COMMA:
            break
        start = clause.start
    if frame.tail is not None and frame.tail.end > end:
        end = frame.tail.end
    return start if start < frame.start else frame.start, end
