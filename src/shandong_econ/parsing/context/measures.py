"""What a figure measures where its shape leaves that to the series, and in which unit."""

from __future__ import annotations

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.finding.series import kinds, own_unit
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AND, RATE, one_of
from shandong_econ.parsing.grammar.shapes import grammar
from shandong_econ.parsing.resolving.unit_classes import IN_PERCENT, LEAST_INDEX, PERCENT
from shandong_econ.parsing.told import Subject

_AIMS = one_of("GOAL TARGET")
_OF_MOVES: dict[str | None, Measure] = {"PPT": Measure.CHANGE, "RO": Measure.MULTIPLE}
_MEASURES = {one.value: one for one in Measure}


MOVING = frozenset({"prices", "national_accounts"})
"""Families of indices of which the growth is told in percent."""


def measure_of(frame: Frame, subject: Subject, context: Context) -> Measure:
    """What a figure measures: what its slot says, or what a percentage of its series is."""
    unit = frame.figure.unit
    if "flat" in frame.shape.marks:
        return flat(subject, frame, context)
    if frame.measure in ("level", "percent") and unit is None and own_unit(subject.series) == "RO":
        return Measure.RATIO  # 城乡居民收入比
    if frame.measure == "percent":
        return _of_percent(frame, subject, context)
    if frame.measure == "level" and frame.own.classes[:1] == AND and _goes_on(frame, subject, context):
        return Measure.CHANGE
    if frame.measure == "ratio" and "whole" not in frame.words:
        return Measure.SHARE if unit == "PT" else Measure.RATIO
    if frame.measure in ("growth", "multiple") and frame.shape.marks != {"over_was"}:
        return _OF_MOVES.get(unit, Measure.GROWTH)
    return _MEASURES[frame.measure]


def _goes_on(frame: Frame, subject: Subject, context: Context) -> bool:
    """Whether the verb of a list holds for what is listed next, counted alike: 净增A853家、B97家."""
    just = context.subjects.just
    if just is None or just.measure is not Measure.CHANGE or just.unit != frame.figure.unit:
        return False
    is_other = just.subject.label != subject.label and just.subject.series != subject.series
    is_listed = is_other and frame.sentence.text.startswith(_NEXT, frame.own.start)
    return is_listed and grammar("zh").verbs.isdisjoint(frame.own.classes)


_NEXT = "、"


def flat(subject: Subject, frame: Frame, context: Context) -> Measure:
    """What stays where it is: a rate, or the growth told before it, by no points, a price or an index by no percent."""
    last = context.subjects.just
    behind = frame.tail is not None and bool(frame.tail.times) and frame.tail.comparison is None
    over_a_time = frame.was is not None or behind  # and not by a word as 环比 that tells a growth of its own
    goes_on = last is not None and last.unit in PERCENT and not frame.own.phrases and over_a_time
    return Measure.CHANGE if goes_on or is_rate(subject, frame) else Measure.GROWTH


def is_rate(subject: Subject, frame: Frame) -> bool:
    """Whether a series is told in percent of its own: 城镇调查失业率."""
    unit = own_unit(subject.series)
    named = subject.label.lower().endswith(word_list(frame.language, "rates.words"))
    return named if unit is None else unit in PERCENT


def is_price(subject: Subject, frame: Frame) -> bool:
    """Whether a series is a price or an index."""
    named = subject.label.lower().endswith(word_list(frame.language, "exchange.prices"))
    return named or own_unit(subject.series) == "IX"


def _of_percent(frame: Frame, subject: Subject, context: Context) -> Measure:
    """A share, a rate or a growth by the name of its series; else what the figure before it was; else a share."""
    unit, last = frame.figure.unit, context.subjects.last
    label = subject.label.rpartition("(")[0] if subject.label.endswith(")") else subject.label
    if unit not in IN_PERCENT:
        return Measure.LEVEL
    if "reached" in frame.shape.marks:
        of_growth = (
            last is not None and RATE in last.frame.own.classes + last.frame.inner
        )  # 增速提高0.3个百分点，达到5.5%
        return Measure.GROWTH if of_growth else _by_name(label, subject, frame) or Measure.SHARE
    named = _by_name(label, subject, frame) or (Measure.GROWTH if frame.figure.signed else None)
    if named is not None and (frame.own.phrases or last is None or last.subject.label == label):
        return named
    is_alike = last is not None and last.frame.measure == "percent" and last.measure is not Measure.SHARE
    is_alike = is_alike and (frame.parts or bool(last and (last.frame.parts or last.measure is Measure.GROWTH)))
    goes_on = is_alike or not frame.own.phrases  # 上游-0.9%，中游0.6%
    if last is not None and goes_on and context.subjects.sentence and last.unit in IN_PERCENT:
        return last.measure
    if named is None and subject.series.code and not _AIMS.isdisjoint(frame.own.classes + frame.inner):
        return Measure.GROWTH  # 生产总值预期目标为5%以上
    return named or (Measure.LEVEL if unit == "PTM" else Measure.SHARE)


def _by_name(label: str, subject: Subject, frame: Frame) -> Measure | None:
    code = subject.series.code or ""
    if label.endswith(word_list(frame.language, "rate.share")) or code.endswith("_SHARE"):
        return Measure.SHARE
    unit, family = own_unit(subject.series), "" if not code else kinds()[code].family
    if unit in PERCENT:
        return Measure.LEVEL
    if unit == "IX" and family in MOVING and frame.figure.value < LEAST_INDEX:
        return Measure.GROWTH
    if label.endswith(word_list(frame.language, "rate.growth")):
        return Measure.GROWTH
    if unit == "IX" or label.endswith(word_list(frame.language, "rates.words")):
        return Measure.LEVEL
    return None


def unit_of(frame: Frame, measure: Measure, subject: Subject, context: Context) -> str | None:
    """The unit of a figure, by what it measures and of what."""
    unit = frame.figure.unit
    told_as_growth = frame.measure == "growth" and "flat" not in frame.shape.marks
    if measure in (Measure.CHANGE, Measure.CONTRIBUTION) and unit == "PT" and not told_as_growth:
        return "PPT"
    if measure is Measure.RANK or (measure is Measure.CHANGE and _is_of_rank(frame, context)):
        return "NUM"
    if unit is None and frame.figure.power and not frame.figure.word and measure is not Measure.RATIO:
        return _unsaid(frame, measure, subject.label)
    if unit is None or measure not in _OF_EACH or unit not in _TOLD_OF_EACH:
        return unit
    told = frame.sentence.text[subject.start : subject.end] if subject.start >= 0 else subject.label
    return _each(unit, subject.label, told, frame.language)


def _is_of_rank(frame: Frame, context: Context) -> bool:
    """Whether a change is one of the rank told right before it, and of no people: 居第17位，前移4位."""
    last = context.subjects.just
    ranked = last is not None and last.measure is Measure.RANK
    return ranked and frame.figure.word in word_list(frame.language, "rank.after")


def _unsaid(frame: Frame, measure: Measure, label: str) -> str | None:
    """The unit of so many 万 or 亿 of what is named next, or before: people, visits or money."""
    noun, people = frame.said("noun"), word_list(frame.language, "people.words")
    if label.endswith(word_list(frame.language, "people.visits")):
        return "PS_VISIT"
    if measure is Measure.LEVEL and (label.endswith(people) or any(word in noun for word in people)):
        return "PS"
    return "CNY" if label.endswith(word_list(frame.language, "money.words")) else None


_OF_EACH = frozenset({Measure.LEVEL, Measure.CHANGE, Measure.GAP})
_TOLD_OF_EACH = frozenset({"TN", "KG", "CNY"})


def _each(unit: str, label: str, told: str, language: str) -> str | None:
    """The unit of what is told for each day, mu or person, by its label or by the words it is told with."""
    if unit == "TN":
        day = word_list(language, "per_day.day")
        daily = label.endswith(word_list(language, "per_day.ends")) and any(word in label for word in day)
        return "TN_DAY" if daily or told.startswith(word_list(language, "per_day.leads")) else unit
    if unit == "KG":
        return "KG_MU" if holds_any(label, language, "yield.words") else unit
    return "CNY_PS" if holds_any(label, language, "per_head.words") else unit
