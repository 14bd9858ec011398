"""What an English figure measures where its shape leaves that to the series, and in which unit."""

from __future__ import annotations

import re

from shandong_econ.lexicon.concepts import MONEY, units
from shandong_econ.lexicon.words import word_list, word_table
from shandong_econ.model import Measure
from shandong_econ.parsing.context.measures import MOVING, measure_of
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.finding.series import INDUSTRIES, kinds, own_unit
from shandong_econ.parsing.finding.times import PARTS_OF_YEAR
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import (
    CLOSE,
    GROWTHS,
    ITS,
    JOIN,
    OF_WHICH,
    OPEN,
    PER,
    QTY,
    RATE,
    SHARE,
    one_of,
)
from shandong_econ.parsing.grammar.shapes import grammar
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT, PERCENT, QUANTITIES
from shandong_econ.parsing.told import Reading, Subject

_COUNTING = frozenset({"PS", "PS_VISIT", "TEU", "IX", "RO", "PT"})  # units of series that a bare number can have
_ALIKE = {one: one for one in (Measure.GROWTH, Measure.SHARE, Measure.CONTRIBUTION_RATE)} | {
    Measure.MULTIPLE: Measure.GROWTH
}


def measure_of_english(frame: Frame, subject: Subject, context: Context) -> Measure:
    """What a figure measures: what a percentage or a bare number of its series is, else what its slot says."""
    unit = frame.figure.unit
    just = context.subjects.just
    last = None if just is None else just.measure
    if frame.measure == "share" and _is_of_growth(frame, last):
        return Measure.CONTRIBUTION_RATE
    if frame.measure == "share" and frame.said("whole").lower().endswith(word_list("en", "percents.others")):
        return Measure.RATIO
    if "or_percent" in frame.shape.marks and _tells_a_move_again(frame, context):
        return Measure.GROWTH
    if frame.measure == "percent" and unit in IN_PERCENT:
        return _of_percent(frame, subject, context)
    if "still" in frame.shape.marks and unit == "IX" and _is_index(frame, subject):
        return Measure.LEVEL
    if frame.measure == "multiple" and ":" in frame.sentence.text[frame.figure.start : frame.figure.end]:
        return Measure.RATIO  # 2.55:1
    if frame.measure in ("level", "percent"):
        if unit in (None, "RO") and own_unit(subject.series) == "RO":
            return Measure.RATIO
        if last is Measure.CHANGE and lists_on(frame, context):
            return Measure.CHANGE
        return Measure.LEVEL
    if frame.measure == "ratio":
        now = frame.was is not None and frame.was.what.form in PARTS_OF_YEAR and not frame.was.what.names_year
        return Measure.SHARE if now or subject.series.breakdown in INDUSTRIES else Measure.RATIO
    more = frame.measure == "growth" and frame.sentence.classes[frame.at + 1 : frame.at + 2] in _MORE
    if more and unit == "PT" and _of_a_rate(frame, subject):
        return Measure.CHANGE
    return measure_of(frame, subject, context)


def _of_a_rate(frame: Frame, subject: Subject) -> bool:
    """Whether percents are told of a rate or a growth, so that they are points: the rate was 2 percent lower."""
    named = subject.label.lower().endswith(word_list("en", "percents.rates"))
    return named or own_unit(subject.series) in PERCENT or not GROWTHS.isdisjoint(frame.own.classes)


_MORE = one_of("HIGHER LOWER MORE FEWER ABOVE BELOW")


def _is_of_growth(frame: Frame, last: Measure | None) -> bool:
    """Whether a share is of a growth, as after a contribution one is that does not say of what."""
    whole = frame.said("whole")
    grows = word_list("en", "growth_nouns.words")
    said = whole.lower()
    return said.endswith(grows) or said.startswith(grows) if whole else last is Measure.CONTRIBUTION


def _tells_a_move_again(frame: Frame, context: Context) -> bool:
    """Whether a percentage is the amount before it, as a rate: fell by 2 billion yuan, or 3 percent."""
    just = context.subjects.just
    if frame.sentence.classes[frame.at + 1 : frame.at + 2] == JOIN:  # 3 percent of all
        return False
    moved = just is not None and just.measure is Measure.CHANGE and just.unit not in PERCENT
    moved = moved or (just is not None and just.measure is Measure.GROWTH)  # 4.9 percent, or 4.7 percent in real terms
    return moved or (frame.tail is not None and frame.tail.comparison is not None)


def _of_percent(frame: Frame, subject: Subject, context: Context) -> Measure:
    """A growth, a share or a rate by the words of its name; else what was told in its sentence; else a growth."""
    if frame.figure.signed:
        return Measure.GROWTH
    just = context.subjects.just
    if frame.side == "old" and just is not None and just.unit == "PT" and "from_to" not in frame.shape.marks:
        return just.measure  # 60 percent of exports, up from 55 percent
    words = frozenset(subject.label.lower().split())
    row = kinds().get(subject.series.code or "")
    sharing = SHARE in (*frame.own.classes, *frame.inner, *frame.sentence.classes[frame.at + 1 : frame.at + 2])
    if row is not None and row.kind == "SHARE":
        return Measure.SHARE
    if row is not None and (row.unit in ("PT", "PTM") or (row.unit == "IX" and row.family not in MOVING)):
        return Measure.SHARE if sharing else Measure.LEVEL
    sharing = sharing or not words.isdisjoint(word_list("en", "rates.shares"))
    if sharing or (frame.tail is not None and frame.tail.comparison is not None):
        return Measure.SHARE if sharing else Measure.GROWTH
    named = row is None and subject.label.lower().rpartition(" ")[2] in word_list("en", "rates.words")
    if named and RATE not in frame.own.classes:
        return Measure.LEVEL
    alike = (_ALIKE[one.measure] for one in reversed(context.subjects.sentence) if one.measure in _ALIKE)
    known = next(alike, None)
    grows = row is not None or any(not GROWTHS.isdisjoint(clause.classes) for clause in frame.zone)
    such = Measure.SHARE if "noun" in frame.slots else Measure.LEVEL  # 99 percent positive comments
    return known or (Measure.GROWTH if grows else such)


def _is_index(frame: Frame, subject: Subject) -> bool:
    """Whether points are those of an index, by their own words or by their series."""
    return own_unit(subject.series) == "IX" or _says_index(frame)


def _says_index(frame: Frame) -> bool:
    return frame.figure.word.startswith(word_list("en", "counts.indices"))  # index points


def _is_of_index(subject: Subject) -> bool:
    """Whether a series is an index, by its code or by its name."""
    return own_unit(subject.series) == "IX" or subject.label.lower().endswith(word_list("en", "counts.indices"))


def lists_on(frame: Frame, context: Context) -> bool:
    """Whether an amount goes on with the list of those before: cutting 60 tons of one gas, 20 tons of another."""
    if "noun" not in frame.slots or not context.subjects.sentence:
        return False
    verbs = grammar("en").verbs
    behind = frame.sentence.classes[frame.slots["noun"][1] : frame.slots["noun"][1] + 1]
    told = any(not verbs.isdisjoint(clause.classes) for clause in frame.zone)
    return not told and behind not in verbs and context.subjects.sentence[-1].unit == frame.figure.unit


_OF_POINTS = (Measure.CHANGE, Measure.CONTRIBUTION)


def unit_of_english(frame: Frame, measure: Measure, subject: Subject, context: Context) -> str | None:
    """The unit of a figure, by its words, by what it measures and of what, else that of what was told before it."""
    unit = frame.figure.unit
    if measure is Measure.RANK:
        return "NUM"
    if measure is Measure.STREAK and "noun" in frame.words:
        return word_table("en", "streak_units").get(frame.said("noun").lower())
    last = context.subjects.just
    before = "" if last is None else last.unit or ""
    of_points = measure in _OF_POINTS or (measure is Measure.GAP and (before == "PT" or _of_a_rate(frame, subject)))
    if unit == "PT" and of_points:
        return "PPT"
    moves = measure is Measure.CHANGE and not frame.own.phrases  # down 3 percent, 0.2 points less than in May
    if unit == "IX" and not _says_index(frame) and ((moves and before in PERCENT) or not _is_of_index(subject)):
        return "PPT"  # told in points
    if unit is not None:
        return before if moves and before.startswith(f"{unit}_") else _for_one(frame, subject, unit)
    if frame.figure.word:
        return None  # 19 ringgit, which has no code
    if (other := other_side(frame, context)) is not None:
        return other.unit  # from 15 working days to 3
    counted, row = "noun" in frame.slots, kinds().get(subject.series.code or "")
    of_counted = row is not None and row.unit in COUNTED
    of_ratio = moves and not of_counted and before == "RO" and last is not None and last.comparison is None
    if measure in (Measure.RATIO, Measure.SHARE, Measure.GROWTH) or of_ratio:
        return "PT" if measure in (Measure.SHARE, Measure.GROWTH) else "RO"  # a ratio of 2.5, 0.1 less than before
    words = frozenset(subject.label.lower().split())
    of_people = not words.isdisjoint(people := word_list("en", "people.words")) or _word_behind(frame) in people
    if row is not None and row.unit in _COUNTING and (not counted or row.unit == "PS_VISIT"):
        return row.unit
    of_things = of_people or of_counted or not words.isdisjoint(word_list("en", "told.numbers"))
    if frame.figure.power and not counted and context.subjects.unit and not of_things:
        return context.subjects.unit  # 1.28 billion, after so many dollars
    beside = not of_things and last is not None and last.measure is measure is Measure.LEVEL
    if beside and last is not None and _is_beside(frame, last.unit):
        return last.unit  # 30,000 tons to one country, 31,000 to another
    if not words.isdisjoint(word_list("en", "counts.indices")):
        return "IX"
    if row is not None and row.unit.partition("_")[0] in MONEY and not counted:
        return None  # GDP of 9206.9, in who knows what
    if "days" in words and not counted:
        return "DAYS"
    of_them = last is not None and last.unit == "PS" and (frame.parts or OF_WHICH in frame.inner)
    return "PS" if of_people or of_them else "NUM"  # of whom 1.3 million were abroad


def _is_beside(frame: Frame, unit: str | None) -> bool:
    """Whether a number goes on with amounts in a unit, without a thing that it counts, before it or behind it."""
    if unit is None or unit in COUNTED or unit in IN_PERCENT:
        return False
    named = any(not frozenset(frame.sentence.classes[one.first : one.stop]) <= _WHERE for one in frame.own.phrases)
    behind = frame.sentence.classes[frame.at + 1 : frame.at + 2]
    if frame.sentence.classes[frame.at + 1 : frame.at + 3] == JOIN + ITS:
        return False  # two of its banks
    if "noun" in frame.slots:
        is_mass = any(unit in group for group in QUANTITIES) and _is_mass(frame)
        return unit not in MONEY and (behind == JOIN or is_mass)  # 5,000 tons of barley, 6,000 of wheat
    return not named


def _is_mass(frame: Frame) -> bool:
    """Whether a noun behind a number is told by no number, so that it is an amount of it: 64,896 wheat."""
    start, end = frame.slots["noun"]
    head = next((n for n in range(start, end) if frame.sentence.classes[n] in _LINKS), end)
    word = frame.sentence.said(head - 1, head).lower()
    return frame.figure.value > 1 and not word.endswith("s") and word not in word_list("en", "people.words")


_LINKS = one_of("JOIN IN WITH")
_WHERE = one_of("AREA AND JOIN IN")


def other_side(frame: Frame, context: Context) -> Reading | None:
    """The amount beside which one of another time is told without its unit: 2.37 million tons, up from 1.92."""
    last = context.subjects.last
    is_first = frame.n == 0 and "percent.now" in frame.slots and frame.side == "old"
    if last is None or frame.figure.unit or is_first or "noun" in frame.slots:
        return None
    beside = last.frame.sentence is frame.sentence and last.measure in (Measure.LEVEL, Measure.CHANGE)
    return last if beside and frame.side in ("old", "now", "other") else None


def power_of_english(frame: Frame, context: Context) -> int:
    """The power of ten of a figure, which a small number has from the amount that it is told beside."""
    power = frame.figure.power
    other = None if power or frame.figure.value >= _LARGE else other_side(frame, context)
    return power if other is None else other.power


_LARGE = 1000  # what has its power of ten by itself


def _word_behind(frame: Frame) -> str:
    """The word right behind a figure: people, after 52.0 thousand."""
    tokens = frame.sentence.tokens[frame.at + 1 : frame.at + 2]
    return frame.sentence.text[tokens[0].start : tokens[0].end].lower() if tokens else ""


_IN_BRACKET = re.compile(f"{re.escape(OPEN)}{QTY}{re.escape(CLOSE)}|{re.escape(CLOSE)}")


def _for_one(frame: Frame, subject: Subject, unit: str) -> str:
    """The unit for one of what an amount is told for: yuan per ton, income per capita."""
    text, own = frame.sentence.text, frame.own
    behind = frame.slots["noun"][1] - 1 if "noun" in frame.slots else frame.at + 1  # tons of coal a day
    classes = frame.sentence.classes
    if classes[behind : behind + 1] in (OPEN, CLOSE) and (bracket := _IN_BRACKET.match(classes, behind)) is not None:
        behind = bracket.end()  # 5 yuan (0.7 dollars) per ton
    if classes[behind : behind + 1] == PER:
        each = next(iter(frame.sentence.tokens[behind].what)).partition(".")[2].upper()
    elif PER in own.classes and word_list("en", "per.day")[0] in text[own.start : own.end].lower().split():
        each = "DAY"
    else:
        return unit
    return f"{unit}_{each}" if f"{unit}_{each}" in units() else unit
