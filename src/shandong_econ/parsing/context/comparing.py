"""Compared with what: the first of the principles that tells it, or what goes without saying in the genre."""

from __future__ import annotations

from collections.abc import Callable

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure, Period
from shandong_econ.parsing.clauses import Phrase
from shandong_econ.parsing.context.bases import BY_LENGTH, base_of, base_told, over, seen_from
from shandong_econ.parsing.context.comparisons import Against
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.frames import Frame, comparison_in, says_comparison
from shandong_econ.parsing.grammar.classes import COMPARE, FIRM, MOVES, RATE, one_of
from shandong_econ.parsing.resolving.lengths import QUARTER, YEAR
from shandong_econ.parsing.told import Told


def each_its_own(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """Of as many comparisons as figures each figure has its own: 同比、环比分别增长3%和1%."""
    said = frame.own.classes + frame.inner
    if said.count(COMPARE) + said.count(RATE) < frame.of:
        return None
    start, end = frame.own.start, frame.figure.start
    told = [one for one in frame.sentence.tokens if start <= one.start < end and says_comparison(one.what)]
    token = told[frame.n] if len(told) == frame.of else None
    return None if token is None else Told(comparison_in(token.what), token.start, token.end)


def in_its_shape(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """A word of comparison between what moves and its figure is the figure's."""
    token = frame.comparison
    return None if token is None else Told(comparison_in(token.what), token.start, token.end)


def behind_it(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """One right behind a figure is the figure's; an average, of the last of several that are told of one thing."""
    token = None if frame.tail is None else frame.tail.comparison
    if token is None:
        return None
    against = comparison_in(token.what)
    of_last = against is Comparison.ANNUAL_AVERAGE and len(frame.own.phrases) < frame.of
    return None if of_last and frame.n + 1 < frame.of else Told(against, token.start, token.end)


def in_its_clauses(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """One in the clauses since the last figure is, too."""
    return context.comparisons.heard


def by_its_base(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """The same time of another year, and the start of the year, are what they say."""
    time = base_told(frame, context)
    if time is None or time.names_year is not None or time.form not in _YEARLY:
        return None
    since = time.form != "same_period"
    return Told(Comparison.SINCE_START_OF_YEAR if since else Comparison.YEAR_ON_YEAR, time.start, time.end)


_YEARLY = frozenset({"same_period", "start_of_year", "year_to_date"})


def over_its_base(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """What a figure is compared with by its time, the relation of the two periods tells."""
    base = base_of(frame, period, context)
    was = None if frame.was is None else frame.was.what
    seen = period if was is None else seen_from(was, period)
    return None if base is None else Told(over(seen, base.value), base.start, base.end)


def with_a_noun(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """What is compared with a thing that is no time, and with nothing else, is since that."""
    based = next((one for clause in frame.zone for one in clause.phrases if one.is_base), None)
    return None if based is None else Told(Comparison.SINCE, based.start, based.end)


def dealt_out(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """As many figures as were told before with a comparison each go on with those, in order."""
    told = [one.comparison for one in context.subjects.sentence[-frame.of :]]
    stated = [one for one in told if one is not None and one.start >= 0]
    return stated[0] if len(stated) == frame.of > 1 else None


def as_its_sentence(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """An amount changed since the start of the year, or over what its paragraph has said, goes on so, as a stock does.

    A growth without a name of its own right after a change is the same move in percent, and one right after a growth
    since a time or an event is since that too: 较期初上涨3%，乙涨5%.
    """
    told, last = context.comparisons, context.subjects.last
    stated = told.grown if measure is not Measure.CHANGE and told.grown is not None else told.stated
    just = context.subjects.just
    since_start = stated is not None and stated.value is Comparison.SINCE_START_OF_YEAR
    if since_start and (period is None or period.first != period.last):
        stated = None  # of a flow told in the same paragraph nothing was said
    if measure is Measure.CHANGE:
        return told.text if frame.figure.unit == "PPT" else told.sentence or stated
    moved = last is not None and last.measure is Measure.CHANGE and last.unit != "PPT" and not frame.own.phrases
    since = told.sentence is not None and told.sentence.value is Comparison.SINCE
    moved = moved or (since and just is not None and just.measure is measure)
    return told.sentence if moved else stated if since_start else None


def within_the_year(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """A growth over the month or the quarter before is told of all that its sentence tells next, and of its parts."""
    told = context.comparisons.sentence
    just = context.subjects.last if frame.parts else context.subjects.just
    grew = measure is Measure.GROWTH and just is not None and just.measure is measure
    if frame.parts and told is None and just is not None:
        told = just.comparison
    return told if grew and told is not None and told.value in BY_LENGTH.values() else None


def as_the_change_before(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """A change of the growth right before it, without a base, has that of the last such change in its sentence."""
    just = context.subjects.just
    if measure is not Measure.CHANGE or just is None or just.measure is not Measure.GROWTH or frame.own.phrases:
        return None
    alike = (measure, frame.figure.unit)
    changed = (one for one in reversed(context.subjects.sentence) if (one.measure, one.unit) == alike)
    return next((one.comparison for one in changed if one.comparison), None)


def as_its_paragraph(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """A growth without a base has that of its paragraph, of its section, or of 下同: of months over no month."""
    told = context.comparisons.paragraph or context.comparisons.section or context.comparisons.text
    months = None if period is None else period.months
    too_long = told is not None and told.value in BY_LENGTH.values() and months not in (1, QUARTER, None)
    return None if measure is Measure.CHANGE or too_long else told


def on_the_market(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """What is quoted moves against its last quote, as a firm itself does, and a price within days, over no year."""
    main = frame.own.phrases[-1] if frame.own.phrases else None
    told = frame.sentence.text[frame.own.start : frame.own.end].lower().split()
    if not frozenset(told).isdisjoint(word_list(frame.language, "exchange.quoted")):
        return Told(None)
    if main is None:
        return None
    within_days = period is not None and period.months is None
    words = frame.sentence.text[main.start : main.end]
    priced = within_days and words.lower().endswith(word_list(frame.language, "exchange.prices"))
    return Told(None) if priced or _is_firm(frame, main) else None


def _is_firm(frame: Frame, main: Phrase) -> bool:
    """Whether what rose or fell is a firm, or told by a name with capitals inside of a sentence that is no place."""
    classes = frame.sentence.classes[main.first : main.stop]
    if {"up", "down"}.isdisjoint(frame.slots) or main.lead in _ADJUNCTS or main.first == 0:
        return False
    words = frame.sentence.said(main.first, main.stop).split() if _NAMES.issuperset(classes) else ()
    named = bool(words) and all(one[0].isupper() for one in words)
    return named or (classes.endswith(FIRM) and frame.sentence.classes[main.stop] in MOVES)


_NAMES = one_of("WORD FIRM")
_ADJUNCTS = one_of("IN JOIN TO FROM")


def off_the_normal(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """What is only said to be more or less than it should be is compared with no other time: 降水偏多15%."""
    mover = frame.said("up") or frame.said("down")
    return Told(None) if mover in word_list("zh", "change.off") else None


def year_on_year(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """A bare growth is over the year before, and one of several years over what was before them."""
    years = period is not None and (period.months or 0) > YEAR
    return None if measure is Measure.CHANGE else Told(Comparison.SINCE if years else Comparison.YEAR_ON_YEAR)


Principle = Callable[[Frame, Measure, Period | None, Context], Against | None]

CHINESE: tuple[Principle, ...] = (
    each_its_own,
    in_its_shape,
    in_its_clauses,
    by_its_base,
    over_its_base,
    with_a_noun,
    as_its_sentence,
    off_the_normal,
    as_its_paragraph,
    on_the_market,
    year_on_year,
)
"""What a growth or a change is compared with: the first of these that tells it."""
ENGLISH: tuple[Principle, ...] = (
    in_its_shape,
    behind_it,
    in_its_clauses,
    by_its_base,
    over_its_base,
    with_a_noun,
    dealt_out,
    within_the_year,
    as_the_change_before,
    as_its_paragraph,
    on_the_market,
    year_on_year,
)
"""... in English, where it can stand behind its figure."""
