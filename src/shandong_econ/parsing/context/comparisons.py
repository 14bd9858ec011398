"""Compared with what: what was told of it, and what goes without saying in the genre."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from shandong_econ.lexicon.holidays import days_off
from shandong_econ.lexicon.words import small_number, word_list
from shandong_econ.model import Comparison, Measure, Period
from shandong_econ.parsing.clauses import Clause, Phrase
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.frames import Frame, comparison_in
from shandong_econ.parsing.grammar.classes import FIRM, MOVES, one_of
from shandong_econ.parsing.resolving.lengths import QUARTER, YEAR
from shandong_econ.parsing.told import Told

if TYPE_CHECKING:
    from shandong_econ.parsing.context.state import Context
    from shandong_econ.parsing.finding.times import Time

Against = Told["Comparison | None"]


class Comparisons(NamedTuple):
    """The comparisons told so far: by the whole text, its section, its paragraph, its sentence."""

    text: Against | None = None
    section: Against | None = None
    paragraph: Against | None = None
    sentence: Against | None = None
    heard: Against | None = None
    """What the clauses since the last figure say."""
    stated: Against | None = None
    """What the paragraph has said last that it compares with, if that is the year before or the start of the year."""

    def hears(self, clause: Clause, *, opens: bool) -> Comparisons:
        """The comparisons after a clause: one that heads a paragraph without a noun holds for all of it."""
        token = clause.comparison
        assert token is not None  # of others nothing is heard
        told = Told(comparison_in(token.what), token.start, token.end)
        heads = opens and bool(clause.mark) and not clause.phrases
        return self._replace(heard=told, paragraph=told if heads else self.paragraph)

    def after(self, told: Against, measure: Measure, base: str | None) -> Comparisons:
        """The comparisons after a figure that measures a move: one that is stated holds for its sentence.

        Of prices, one over the month before holds for its paragraph, as long as that states no other.
        """
        if told.start < 0 or measure not in MOVED:
            return self
        if told.value in _OF_YEARS:
            return self._replace(sentence=told, stated=told, paragraph=None)
        grew = measure is Measure.GROWTH and families().get(base or "") == "prices"
        of_all = grew and self.stated is None and told.value is Comparison.MONTH_ON_MONTH
        return self._replace(sentence=told, paragraph=told if of_all else self.paragraph)


_OF_YEARS = frozenset({Comparison.YEAR_ON_YEAR, Comparison.SINCE_START_OF_YEAR})
MOVED = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.MULTIPLE})
"""What is compared with another time."""


def over(period: Period | None, base: Period | None) -> Comparison:
    """What a base is to the period that is compared with it."""
    if period is None or base is None or (period.months or 0) > YEAR:
        return Comparison.SINCE
    if period.months and base == period.preceding():
        return _BY_LENGTH.get(period.months, Comparison.SINCE)
    if period.year is not None and base == Period.of(period.year - 1, 12, 31):
        return Comparison.SINCE_START_OF_YEAR
    if period.year is None or base.year != period.year - 1:
        return Comparison.SINCE
    days = {(one.first, one.last) for one in (base, period)}  # 较去年春节假期
    alike = base in (period.in_year(base.year), Period.of(base.year)) or any(map(days.issubset, days_off().values()))
    return Comparison.YEAR_ON_YEAR if alike else Comparison.SINCE


_BY_LENGTH = {1: Comparison.MONTH_ON_MONTH, QUARTER: Comparison.QUARTER_ON_QUARTER, YEAR: Comparison.YEAR_ON_YEAR}


def base_of(frame: Frame, period: Period | None, context: Context) -> Told[Period | None] | None:
    """The time that a figure is compared with, by its shape or the clauses before it."""
    time = _base(frame)
    if time is None:
        return None
    seen = seen_from(time, period) if frame.was is not None and time is frame.was.what else period
    return Told(context.times.before(time, seen), time.start, time.end)


def _base(frame: Frame) -> Time | None:
    """The words for that time; of as many as figures each has its own: 与4月、一季度相比分别加快."""
    if frame.was is not None and frame.shape.marks & {"over_was"}:
        return frame.was.what  # type: ignore[no-any-return]  # a token is of any kind
    if frame.base is not None and frame.side != "old":
        return frame.base
    told = frame.zone if frame.tail is None else (*frame.zone, frame.tail)
    times = [when.time for clause in told for when in clause.times if when.is_base]
    return times[frame.n if len(times) == frame.of else -1] if times else None


def seen_from(time: Time, period: Period | None) -> Period | None:
    """The month before, told of a longer stretch or of a day, is the one before its last month."""
    of_month = time.form == "previous" and not time.groups.get("quarter") and not time.groups.get("three")
    long = period is not None and period.months not in (1, QUARTER)
    return period.last_month() if period is not None and of_month and long else period


_SO_MANY_YEARS = re.compile(r"(?P<zh>[两三四五六七八九十]|\d{1,2})年|(?<![a-z])(?P<en>[a-z]{1,12}|\d{1,2})[- ]years?\b")


def before_the_years(frame: Frame, against: Against, period: Period | None) -> Period | None:
    """What an average of so many years is over: 两年平均 in May 2021 is over May 2019."""
    if against.start < 0 or period is None or period.year is None or (period.months or 0) > YEAR:
        return None
    said = _SO_MANY_YEARS.search(frame.sentence.text[against.start : against.end].lower())
    years = None if said is None else small_number(said["zh"] or said["en"], "zh" if said["zh"] else "en")
    return None if years is None else period.in_year(period.year - years)


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
    time = _base(frame)
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
    told, last, stated = context.comparisons, context.subjects.last, context.comparisons.stated
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
    return told if grew and told is not None and told.value in _BY_LENGTH.values() else None


def as_the_change_before(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """A change of the growth right before it, without a base, has that of the last such change in its sentence."""
    just = context.subjects.just
    if measure is not Measure.CHANGE or just is None or just.measure is not Measure.GROWTH or frame.own.phrases:
        return None
    changed = (one for one in reversed(context.subjects.sentence) if (one.measure, one.unit) == (measure, "PPT"))
    return next((one.comparison for one in changed if frame.figure.unit == one.unit and one.comparison), None)


def as_its_paragraph(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """A growth without a base has that of its paragraph, of its section, or of 下同: of months over no month."""
    told = context.comparisons.paragraph or context.comparisons.section or context.comparisons.text
    months = None if period is None else period.months
    too_long = told is not None and told.value in _BY_LENGTH.values() and months not in (1, QUARTER, None)
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


def year_on_year(frame: Frame, measure: Measure, period: Period | None, context: Context) -> Against | None:
    """A bare growth is over the year before, and one of several years over what was before them."""
    years = period is not None and (period.months or 0) > YEAR
    return None if measure is Measure.CHANGE else Told(Comparison.SINCE if years else Comparison.YEAR_ON_YEAR)


CHINESE: tuple[Callable[[Frame, Measure, Period | None, Context], Against | None], ...] = (
    in_its_shape,
    in_its_clauses,
    by_its_base,
    over_its_base,
    with_a_noun,
    as_its_sentence,
    as_its_paragraph,
    on_the_market,
    year_on_year,
)
"""What a growth or a change is compared with: the first of these that tells it."""
ENGLISH: tuple[Callable[[Frame, Measure, Period | None, Context], Against | None], ...] = (
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
