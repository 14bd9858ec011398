"""Which way a figure goes, where what moved is a decline."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.words import either, holds_any, word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import CLASSES, NARROW, WIDEN
from shandong_econ.parsing.resolving.unit_classes import IN_PERCENT
from shandong_econ.parsing.told import Subject

DECLINE, RATE = CLASSES["DECLINE"], CLASSES["RATE"]


def of_a_deficit(frame: Frame, subject: Subject) -> int:
    """The sign of an amount: that of a deficit is what a balance is below nothing."""
    if frame.figure.unit in IN_PERCENT or "noun" in frame.slots:
        return 1  # a deficit of 3 percent, three deficits
    return 1 if _deficits().search(subject.label) is None else -1


@cache
def _deficits() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{either(word_list('en', 'deficit.words'))})(?!\S)", re.IGNORECASE)


_GO_ON = (Measure.GROWTH, Measure.CHANGE)


def _of_a_fall(frame: Frame, context: Context) -> bool:
    """Whether so many points less are those of a fall told right before: down 3 percent, 0.2 points less."""
    last = context.subjects.just
    fell = last is not None and last.measure is Measure.GROWTH and last.sign < 0 and not frame.own.phrases
    word = frame.sentence.tokens[frame.slots["up" if "up" in frame.slots else "down"][0]]
    said = frame.sentence.text[word.start : word.end].lower().split()[0]
    return fell and said in word_list("en", "moves.of_size")


def _narrows(frame: Frame) -> bool | None:
    """Whether a move became smaller or larger; None if it is not said to."""
    if "narrow" in frame.slots or "widen" in frame.slots:
        return "narrow" in frame.slots
    at = frame.slots.get("up") or frame.slots.get("down")
    return None if at is None else {NARROW: True, WIDEN: False}.get(frame.sentence.classes[at[0]])


def _is_of_a_fall(frame: Frame, context: Context) -> bool:
    """Whether what narrows or widens is a decline: one is named, or what was told last fell, or was the move of one."""
    told, last = frame.own.classes + frame.inner, context.subjects.last
    if DECLINE in told or last is None:
        return DECLINE in told
    if frame.language == "zh" and (RATE in told or frame.own.phrases):
        return False  # 增幅收窄
    narrows = _narrows(last.frame)  # 降幅比1—5月收窄3.2个百分点，比一季度收窄9.1个百分点
    return last.sign < 0 if narrows is None else narrows == (last.sign > 0)


def sign_of(frame: Frame, subject: Subject, measure: Measure, context: Context) -> int:
    """The sign that a shape gives; a decline that narrows goes up, and one that widens down."""
    just = context.subjects.just
    if measure is Measure.CHANGE and (narrows := _narrows(frame)) is not None:
        return 1 if narrows == _is_of_a_fall(frame, context) else -1
    if measure in _GO_ON and frame.measure == "level":
        return context.subjects.sentence[-1].sign
    if measure is Measure.GROWTH and "or_percent" in frame.shape.marks and just is not None and just.measure in _GO_ON:
        return just.sign
    if "as_before" in frame.shape.marks or (frame.measure == "percent" and not frame.side and not frame.figure.signed):
        told = [one.sign for one in context.subjects.sentence if one.measure is measure and measure in _GO_ON]
        return told[-1] if told else frame.sign
    if "of_its_move" in frame.shape.marks and (DECLINE in frame.own.classes or _of_a_fall(frame, context)):
        return -frame.sign
    may_get_better = frame.language == "zh" and "up" in frame.words
    return -frame.sign if may_get_better and _gets_better_by_falling(frame, subject) else frame.sign


def _gets_better_by_falling(frame: Frame, subject: Subject) -> bool:
    """Whether it is said of what pollutes that it improved: PM2.5浓度同比改善6.3%."""
    start, end = frame.words["up"]
    is_better = frame.sentence.text[start:end] in word_list("zh", "moves.better")
    return is_better and holds_any(subject.label.lower(), "zh", "moves.better_low")
