"""How each part of a figure was come by, from where the words stand that told it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from shandong_econ.model import Ground, Grounds, How, Span
from shandong_econ.parsing.context.told import GIVEN, Reading, Told


def grounds_of(reading: Reading, headings: Sequence[tuple[int, int]]) -> Grounds:
    """The grounds of a figure's parts; `headings` are where the headings of the text stand, in order."""
    first = stated_from(reading)
    last = reading.frame.end
    subject = reading.subject
    series = Told(None, subject.start, subject.end) if subject.label else None

    def ground(told: Told[Any] | None, unsaid: How) -> Ground | None:
        if told is None:
            return None
        if told.start == GIVEN:
            return Ground(unsaid)
        span = Span(told.start, told.end)
        if first <= told.start and told.end <= last:
            return Ground(How.STATED, span)
        return Ground(How.HEADING if _is_in(told.start, headings) else How.CARRIED, span)

    area = reading.area if reading.area is not None and reading.area.value is not None else None
    period = reading.period if reading.period is not None and reading.period.value is not None else None
    return Grounds(
        series=ground(series, How.CARRIED),
        area=ground(area, How.GIVEN),
        period=ground(period, How.GIVEN),
        comparison=ground(reading.comparison, How.IMPLIED),
    )


def stated_from(reading: Reading) -> int:
    """Where the clause of a figure begins, with the times and places that lead it in: 1-5月，全省…."""
    frame = reading.frame
    start = frame.own.start if frame.own.classes else frame.start
    for clause in reversed(frame.zone[:-1]):
        if clause.phrases or clause.mark != _LEADS_IN:
            break
        start = clause.start
    return min(start, frame.start)


_LEADS_IN = ","


def _is_in(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    n = bisect_right(spans, (at, at + 1)) - 1
    found = [spans[k] for k in (n, n + 1) if 0 <= k < len(spans)]
    return any(start <= at < end for start, end in found)
