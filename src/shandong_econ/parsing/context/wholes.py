"""Shares of which nothing is named but what they are a part of: a province has 5 percent of the nation's exports."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Measure
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.subjects import Choice
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import one_of
from shandong_econ.parsing.naming import named
from shandong_econ.parsing.told import Reading


def goes_on_with_wholes(frame: Frame, just: Reading | None) -> bool:
    """Whether the share before it was of what it is a part of too: 5 percent of exports and 4 percent of imports."""
    if just is None or just.measure is not Measure.SHARE or just.frame.sentence is not frame.sentence:
        return False
    start, end = just.frame.words.get("whole", (0, 0))
    return start < just.subject.end <= end


def of_a_place(run: Sequence[Frame], context: Context) -> Choice | None:
    """The share that a place has of a series of a wider one is in that series: 广东占全国出口的22.2%."""
    frame = run[0]
    is_led = any(clause.places for clause in frame.zone) or goes_on_with_wholes(frame, context.subjects.just)
    if frame.measure != "share" or not is_led or any(clause.phrases for clause in frame.zone):
        return None
    first, stop = frame.slots["whole"]
    while first < stop and frame.sentence.classes[first] in _WHERE_AND_WHEN:
        first += 1
    if first == stop:
        return None
    words, tokens = frame.sentence.said(first, stop), frame.sentence.tokens
    subject = named(frame.language, words, words, None)
    if subject is None or subject.series.base is None:
        return None
    return (subject._replace(start=tokens[first].start, end=tokens[stop - 1].end),)


_WHERE_AND_WHEN = one_of("AREA SIDE TIME")
