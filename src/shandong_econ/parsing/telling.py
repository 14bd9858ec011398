"""Frames made whole: each part of a figure that its shape leaves open is asked of the principles, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, repeat
from typing import TypeVar

from shandong_econ.lexicon.concepts import MONEY
from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.model import Comparison, Measure, Period, Qualifier
from shandong_econ.parsing.context import plans, signs, spanning
from shandong_econ.parsing.context.bases import base_of, before_the_years
from shandong_econ.parsing.context.comparisons import MOVED, Against
from shandong_econ.parsing.context.lists import KINDS
from shandong_econ.parsing.context.measures import is_price, measure_of, unit_of
from shandong_econ.parsing.context.measures_english import (
    measure_of_english,
    other_side,
    power_of_english,
    unit_of_english,
)
from shandong_econ.parsing.context.principles import ADJUSTMENT, AGAINST, AREA, SUBJECT, TIME, asked
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.finding.series import LENT, NO_SERIES, OF_PORTS, Series, kinds, own_unit
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AND, OPEN, PER, RESPECT, one_of
from shandong_econ.parsing.naming import before_measure, is_measure, unquoted
from shandong_econ.parsing.resolving.lengths import QUARTER
from shandong_econ.parsing.resolving.unit_classes import COUNTED, WITHOUT_UNIT, fits
from shandong_econ.parsing.told import Reading, Subject

T = TypeVar("T")
_LARGE = 8  # powers of ten
_PAIR = 2
_SOON = 20  # characters behind a figure in which it is said that it is one of each
SIGNED = frozenset({*MOVED, Measure.GAP, Measure.CONTRIBUTION})
"""What words of rising and falling give a sign to."""


def tell(frames: Sequence[Frame], context: Context) -> list[Reading]:
    """The figures that one shape takes, with all that was told of them."""
    first = frames[0]
    choice = _first(asked(SUBJECT[first.language], first.traits, first.of), frames, context)
    if choice is None:
        raise RuntimeError("no principle tells what a figure is of: let one that tells it of any figure end the table")
    readings: list[Reading] = []
    for frame, subject in zip(frames, chain(choice, repeat(choice[-1])), strict=False):
        heard = context if not readings else context.after(readings)
        readings.append(_tell(frame, _owned(frame, subject, heard), heard))
    if readings[1:] and _is_dealt_to_one(readings):
        readings = [one._replace(subject=one.subject._replace(series=NO_SERIES)) for one in readings]
    if "flat" in first.shape.marks:
        readings = [one for one in readings if _stays(one)]
    if first.language == "en":
        return [one for one in readings if one.unit is not None or _is_priced(one)]
    return [one for one in readings if measures_something(one)]


def _is_dealt_to_one(readings: Sequence[Reading]) -> bool:
    """Whether figures that are dealt out (分别) all fell to one series, place and time, of which only parts have them.

    Gaps are to several others.
    """
    first = readings[0].frame
    if first.side or readings[0].measure is Measure.GAP or KINDS in first.own.classes:
        return False
    if first.language == "en" and len(readings) == _PAIR:
        end = readings[-1].figure.end
        if not first.sentence.text[end : end + _SOON].lstrip(" ,").startswith(word_list("en", "link.respectively")):
            return False
    elif first.language == "zh" and RESPECT not in first.own.classes + first.inner:
        return False
    told = {
        (one.subject.label, one.subject.series.code, one.measure, one.area, one.period, one.comparison, one.base)
        for one in readings
    }
    return len(told) == 1


def _is_priced(reading: Reading) -> bool:
    """Whether what has no unit needs none: GDP of 9206.9 does, which may be in any money and of any power of ten."""
    if reading.measure is not Measure.LEVEL or reading.power:
        return True
    return own_unit(reading.subject.series) not in MONEY


def _first(principles: Iterable[Callable[..., T | None]], *given: object) -> T | None:
    """What the first principle tells that knows it."""
    for principle in principles:
        told = principle(*given)
        if told is not None:
            return told
    return None


def _stays(reading: Reading) -> bool:
    """Whether a rate, a growth, a price or an index is told of, which can stay where it is: 居民消费价格同比持平."""
    return reading.measure is Measure.CHANGE or is_price(reading.subject, reading.frame)


def measures_something(reading: Reading) -> bool:
    """Whether a number measures anything: one without a unit does only of an index, or where something moved."""
    figure, frame = reading.figure, reading.frame
    if frame.measure == "level" and "noun" in frame.words and _numbers_branches(frame):
        return False
    if figure.unit or figure.word or figure.power or frame.measure != "level" or frame.side:
        return True
    named = (*word_list(frame.language, "index.words"), *word_list(frame.language, "rates.words"))
    indexed = reading.subject.label.endswith(named)
    return indexed or own_unit(reading.subject.series) in WITHOUT_UNIT


def _numbers_branches(frame: Frame) -> bool:
    """Whether it only says of how many branches something is told: 12条产业链营收增长."""
    noun = frame.said("noun")
    branches = word_list(frame.language, "list.branches")
    counted = before_measure(frame.language, noun)
    if not any(word in noun for word in branches) or counted.endswith(branches) or not is_measure(noun):
        return False
    tokens, end = frame.sentence.tokens, frame.words["noun"][1]
    after = next((n for n in range(frame.at, len(tokens)) if tokens[n].start >= end), None)
    return after is not None and frame.sentence.classes[after] in _TELLS


_TELLS = one_of("UP DOWN COMPARE TO OF ABOVE RESPECT")


def _owned(frame: Frame, subject: Subject, context: Context) -> Subject:
    """A subject of the firm that is spoken of, whose series has no code unless it is one of ports and airports.

    Nor has what is parted off from what only some owners have: 民营经济增加值…，其中，第一产业….
    """
    whole = (context.subjects.main if frame.parts else context.subjects.current).series
    if whole.breakdown is not None and whole.base == subject.series.base and whole.breakdown.startswith(_OF_OWNERS):
        owners, _, part = whole.breakdown.partition(";")
        parted = whole.code is not None if frame.parts else bool(part and context.subjects.just)
        if parted:
            subject = subject._replace(series=Series(None, whole.base, f"{owners};{subject.series.breakdown}"))
    if frame.language == "zh" and subject.series.base in LENT.get(context.subjects.base or "", ()):
        of_industry = subject.label.startswith(word_list("zh", "bare.of_industry"))
        subject = subject if of_industry else subject._replace(series=NO_SERIES)
    code = subject.series.code
    other = other_side(frame, context) if frame.side and frame.language == "en" else None
    unit = frame.figure.unit if other is None else other.unit
    foreign = frame.figure.word and unit is None  # 19 ringgit
    level = frame.measure in ("level", "percent")
    large = code and level and frame.figure.power >= _LARGE and (kinds()[code].unit or "").endswith("_PS")
    if large and not holds_any(subject.label.lower(), frame.language, "per_head.said"):
        subject = subject._replace(series=NO_SERIES)  # of nobody alone: incomes of 5 billion yuan
    again = context.subjects.just is not None and context.subjects.just.subject.series.code == code
    shares = code and not again and frame.measure == "growth" and kinds()[code].kind == "SHARE"
    if shares and not holds_any(subject.label.lower(), frame.language, "rates.shares"):
        subject = subject._replace(series=NO_SERIES)  # what grows by so many percent is the amount of which it is one
    of_money = foreign and frame.measure == "change" and own_unit(subject.series) in MONEY
    misfits = unit and code and not fits(unit, kinds()[code].unit or unit)
    if code and (of_money or (level and (frame.figure.moved or foreign or misfits))):
        subject = subject._replace(series=NO_SERIES)
    if frame.measure == "share" and code is None and frame.language == "zh":  # 民生支出421亿元，占财政支出的75%
        told = (name_series(subject.label + word, None) for word in word_list("zh", "rate.share"))
        subject = subject._replace(series=next((one for one in told if one.code), subject.series))
    if level and (frame.language == "zh" or PER in frame.sentence.classes):
        subject = _of_each_day(frame, subject)
    code, entity = subject.series.code or "", context.places.entity
    if entity is None or (code and _is_of_areas(subject, frame, entity.start)):
        return subject
    series = subject.series if code.startswith(OF_PORTS) else NO_SERIES
    return subject._replace(series=series, entity=entity.value)


def _of_each_day(frame: Frame, subject: Subject) -> Subject:
    """A subject of which there is so much each day, or for each of something, and so no total: 日均5万人次."""
    if frame.language == "zh":
        end = frame.figure.start - frame.figure.lead
        if not frame.sentence.text.endswith(averages := word_list("zh", "per_day.averages"), 0, end):
            return subject
        said = next(word for word in averages if frame.sentence.text.endswith(word, 0, end))
        is_said = subject.label.startswith(said)
        return subject if is_said else subject._replace(label=f"{said}{subject.label}", series=NO_SERIES)
    at = frame.sentence.classes.find(PER, frame.at + 1, frame.at + 3)
    if at < 0 or not (frame.figure.unit is None or frame.figure.unit in COUNTED):
        return subject
    token = frame.sentence.tokens[at]
    said = frame.sentence.text[token.start : token.end]
    return subject._replace(label=f"{subject.label} {said}".lstrip(), series=NO_SERIES)


def _is_of_areas(subject: Subject, frame: Frame, told_at: int) -> bool:
    """Whether a series is one that areas have and no firm; of one that its sentence tells of, only news comes from."""
    told_here = frame.language == "zh" and told_at >= frame.sentence.start
    if told_here and not frame.sentence.text.endswith(word_list("zh", "link.from"), 0, told_at):
        return False
    code = subject.series.code or ""
    told = (code, subject.series.base or "", kinds()[code].family)
    return not frozenset(told).isdisjoint(word_list(frame.language, "entity.families_of_areas"))


_OF_OWNERS = "O:"


def _tell(frame: Frame, subject: Subject, context: Context) -> Reading:
    period = _first(asked(TIME[frame.language], frame.traits, frame.of), frame, subject, context)
    for adjust in ADJUSTMENT[frame.language]:
        period = period if period is None else adjust(frame, subject, period, context)
    when = None if period is None else period.value
    area = _first(asked(AREA[frame.language], frame.traits, frame.of), frame, subject, context)
    is_english = frame.language == "en"
    measure = (measure_of_english if is_english else measure_of)(frame, subject, context)
    against, base = _compared(frame, measure, when, context) if measure in MOVED else (None, None)
    if against is not None and against.value is Comparison.ANNUAL_AVERAGE:
        period = spanning.over_the_years(period, context)
    unit = (
        unit_of_english(frame, measure, subject, context) if is_english else unit_of(frame, measure, subject, context)
    )
    code = subject.series.code
    if unit and code and measure is Measure.LEVEL and not fits(unit, kinds()[code].unit or unit):
        subject = subject._replace(series=NO_SERIES)  # five firms invested
    sign = signs.sign_of(frame, subject, measure, context) if measure in SIGNED else 1
    if is_english and measure is Measure.LEVEL:
        sign = signs.of_a_deficit(frame, subject)
    power = power_of_english(frame, context) if is_english and frame.side else frame.figure.power
    status = plans.status_of(frame, when, context)
    told = (measure, unit, power, sign, frame.qualifier, status, area, period, against, base)
    relative_to = unquoted(_whole(frame)) or None if "whole" in frame.words else None
    if measure is Measure.MULTIPLE and "over_was" in frame.shape.marks:
        relative_to = frame.said("was") or subject.label or None  # what doubled is twice what it was itself
    one, first = Reading(frame, frame.figure, subject, *told, relative_to), context.subjects.just
    if first is None or not _is_same_money(first, frame):
        return one
    alike = first.qualifier if one.qualifier is Qualifier.EQ else one.qualifier
    one = one._replace(measure=first.measure, sign=first.sign, comparison=first.comparison)
    return one._replace(qualifier=alike, status=first.status)


def _whole(frame: Frame) -> str:
    """What a figure is held against; of as many as there are figures each has its own: 比全国、全省高0.8个和1.2个点."""
    first, end = frame.slots["whole"]
    if frame.of == 1 or AND not in frame.sentence.classes[first:end]:
        return frame.said("whole")
    ands = [n for n in range(first, end) if frame.sentence.classes[n] == AND]
    parts = [*zip((first, *(n + 1 for n in ands)), (*ands, end), strict=True)]
    return frame.sentence.said(*parts[frame.n]) if len(parts) == frame.of else frame.said("whole")


def _is_same_money(first: Reading, frame: Frame) -> bool:
    """Whether an amount in brackets is the one right before it in another currency: 5 yuan (about 0.7 dollars)."""
    between = frame.sentence.classes[first.frame.at + 1 : frame.at]
    money = first.unit in MONEY and frame.figure.unit in MONEY and first.unit != frame.figure.unit
    return money and between[:1] == OPEN and _IN_BRACKETS.issuperset(between)


_IN_BRACKETS = one_of("OPEN HEDGE")


def _compared(
    frame: Frame, measure: Measure, period: Period | None, context: Context
) -> tuple[Against | None, Period | None]:
    if frame.measure == "multiple" and "over_was" not in frame.shape.marks:
        return None, None
    traits = frame.traits if context.comparisons.base is None else frame.traits | {"times"}
    against = _first(asked(AGAINST[frame.language], traits, frame.of), frame, measure, period, context)
    base = base_of(frame, period, context) if "times" in traits else None
    of_a_quarter = period is not None and period.months == QUARTER
    if of_a_quarter and against is not None and against.value is Comparison.MONTH_ON_MONTH:
        against = against._replace(value=Comparison.QUARTER_ON_QUARTER)
    if base is None and against is not None and against.value is Comparison.ANNUAL_AVERAGE:
        return against, before_the_years(frame, against, period)
    return against, None if base is None else base.value
