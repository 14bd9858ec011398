"""Which period a figure has, of those that were told: the first of the principles that knows one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from shandong_econ.lexicon.concepts import MONEY
from shandong_econ.lexicon.words import by_first_letter, word_list
from shandong_econ.model import Comparison, Measure, Period, Status
from shandong_econ.parsing.context.comparisons import MOVED
from shandong_econ.parsing.context.natures import nature
from shandong_econ.parsing.context.spanning import digits
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.times import Time, is_day
from shandong_econ.parsing.frames import Frame, comparison_in
from shandong_econ.parsing.grammar.classes import AND, CLASSES, FIGURES, HEDGE, TARGET, TIME
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.resolving.unit_classes import IN_PERCENT
from shandong_econ.parsing.told import Subject, Told


def dealt_out(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """As many times, or years of a stretch, as figures are told before them: each figure has its own, in order."""
    listed = context.times.listed
    if len(listed) == frame.of > 1:
        return listed[frame.n]
    now = context.times.nearest
    years = frame.of > 1 and now is not None and now.value is not None and now.value.months == YEAR * frame.of
    return now._replace(value=Period.of(now.value.first_year + frame.n)) if years and now and now.value else None


def of_its_shape(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """A time that stands between the figure and what moves it is the figure's."""
    if frame.moment is None or frame.side == "old":
        return None
    return context.times.told_by(frame.moment.what, frame.moment)


def behind_it(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """A time that is told behind a figure in its clause is the figure's."""
    if frame.tail is None:
        return None
    told = [when for when in frame.tail.times if not when.is_base]
    if len(told) == frame.of > 1:  # as many times as figures: each has its own, in order
        period = context.times.resolved(told[frame.n].time, None)
        return None if period is None else Told(period, told[frame.n].start, told[frame.n].end)
    return context.times.of_tail(frame.tail)


def behind_its_amount(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """What moved by so much, to an amount, did so in the time that is told behind that: fell 3 percent to 5 in May."""
    told = _AMOUNT.match(frame.sentence.classes, frame.at + 1) if frame.measure == "growth" else None
    if told is None:
        return None
    token = frame.sentence.tokens[told.end() - 1]
    return context.times.told_by(token.what, token)


_AMOUNT = re.compile(
    f"{re.escape(CLASSES['TO'])}{re.escape(HEDGE)}*[{re.escape(''.join(sorted(FIGURES)))}]{re.escape(CLASSES['IN'])}?{TIME}"
)
_TWO_YEARS = 8  # digits: 2017年至2021年


def before_a_move(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """The figure from which something moved is of the time that is told for it, else of the year before."""
    now = context.times.current
    if frame.was is not None:
        return context.times.told_by(frame.was.what, frame.was)
    if now is None or now.value is None:
        return now
    against = None if frame.tail is None else frame.tail.comparison
    yearly = against is not None and comparison_in(against.what) is Comparison.YEAR_ON_YEAR
    if yearly and now.value.year is not None:
        return now._replace(value=now.value.in_year(now.value.year - 1))
    if now.value.months is None and now.value.first_year != now.value.last_day().first_year:
        return now._replace(value=Period.of(now.value.first_year))  # since 2021, from 172
    if (now.value.months or 0) > YEAR:
        spelled = digits(frame, now) >= _TWO_YEARS
        return now._replace(value=Period.of(now.value.first_year if spelled else now.value.first_year - 1))
    token = frame.comparison or frame.own.comparison
    if token is not None and comparison_in(token.what) is Comparison.MONTH_ON_MONTH and now.value.months:
        return now._replace(value=now.value.preceding())
    if now.value.year is None:
        return now
    amount = frame.measure in ("ratio", "level") or frame.figure.unit not in IN_PERCENT
    if amount and now.value.months:
        return now._replace(value=now.value.in_year(now.value.year - 1))
    return now


def as_a_base(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """An amount told only of the time with which others are compared is of that time: 上年同期为5万元."""
    when, now = frame.own.times[-1] if frame.own.times else None, context.times.current
    if when is None or now is None or when.time.form != "same_period" or frame.measure in MOVED:
        return None
    if _TOLD_OF.search(frame.own.classes) is None:
        return None
    return now._replace(value=context.times.before(when.time, now.value))


_TOLD_OF = re.compile("(?<![{THAN}{AND}{ABOVE}]){TIME}[{FILL}{TO}{HEDGE}]*[{NAME}{WORD}]*$".format_map(CLASSES))


def after_a_move(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """After several years what something moved to is of the last of them."""
    now = context.times.current
    period = None if now is None else now.value
    if now is None or period is None or (period.months or 0) <= YEAR or period.last is None:
        return None
    return now._replace(value=Period.of(period.last.year))


def of_a_goal(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """What is to be reached in a year is told of all of it."""
    now = context.times.current
    if now is None or now.value is None or now.value.year is None:
        return None
    return now._replace(value=Period.of(now.value.year))


def of_its_whole(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """What opens a sentence as a part of what was told (其中) has the time of its whole, but no flow that of a day."""
    return _of_last(frame, subject, context) if frame.parts else None


def of_its_list(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """What goes on a list, or next to a part and is counted as that is, has its time: 其中，金牌325枚，银牌328枚."""
    told = context.subjects.sentence
    if context.times.sentence is not None:
        return None
    if frame.own.classes[:1] != AND:
        parts = [one for one in told if one.frame.parts]
        if not parts or nature(frame, subject) != nature(told[-1].frame, told[-1].subject):
            return None
    return _of_last(frame, subject, context)


def _of_last(frame: Frame, subject: Subject, context: Context) -> Time | None:
    last = context.subjects.last
    if last is None or context.times.sentence is not None:
        return None
    on_a_day = last.period is not None and last.period.value is not None and last.period.value.months is None
    return None if on_a_day and nature(frame, subject) == "FLOW" else last.period


def of_its_move(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """How what was just told moved is of the same time, and how much more it did, or more than something else."""
    just = context.subjects.just
    if just is None or frame.measure not in ("growth", "change", "gap") or frame.side or frame.own.phrases:
        return None
    told = just.measure is Measure.LEVEL if frame.measure == "growth" else just.measure in MOVED
    return just.period if told and not any(clause.times for clause in frame.zone) else None


def of_its_clause(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """A time told inside a clause is of that clause, one that heads a sentence of all of it."""
    times = context.times
    return times.clause or (times.sentence and _unless_a_day(times.sentence, frame, subject)) or times.foreseen


def _unless_a_day(told: Time, frame: Frame, subject: Subject) -> Time | None:
    """A time, but in English for the day of news on what offices count by the month: On May 7 it gave the GDP."""
    of_news = frame.language == "en" and is_day(told) and nature(frame, subject) == "FLOW"
    return None if of_news else told


def of_a_plan(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """What is planned without a time is for the time of the plans before it."""
    planned = context.plans.current is Status.T or TARGET in frame.inner
    return context.times.planned if planned else None


def of_the_day(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """A stock told without a time of its own is of the day on which stocks were last counted in its paragraph.

    What is told of it next, as that it grew, is of the same time, and so is a rate of the figure before it.
    """
    times, told = context.times, context.subjects.sentence
    if not times.day_is_near or times.clause is not None or any(clause.times for clause in frame.zone):
        return None
    if told and (frame.measure in ("growth", "change") or frame.figure.unit in IN_PERCENT):
        goes_on = told[-1].subject.series == subject.series and told[-1].subject.label == subject.label
        is_rate = frame.measure in ("level", "percent") and subject.series.code is None
        if (goes_on and told[-1].frame.side != "old") or is_rate:
            return told[-1].period
    since = times.sentence is None or times.at_day or (told and told[0].figure.start < times.sentence.start)
    return times.day if since and nature(frame, subject) == "STOCK" else None


def on_the_spot(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """What is seen on the spot, and has no code, is told without a time unless its paragraph tells one."""
    seen = context.places.scene is not None and subject.series.code is None
    return Told(None) if seen and not _is_dated(context) else None


def as_it_is_now(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """What a verb tells as it is now, or may be, has no time of another paragraph if it is no series of a report."""
    if subject.series.code is not None or context.times.titled or context.times.section or _is_dated(context):
        return None
    verbs = [*_verbs().finditer(frame.sentence.text, frame.sentence.start, frame.figure.start)]
    return Told(None) if verbs and verbs[-1]["now"] else None


def _is_dated(context: Context) -> bool:
    """Whether the paragraph has told a time."""
    return context.times.paragraph is not None or context.times.day_is_near


@cache
def _verbs() -> re.Pattern[str]:
    """Verbs that say when: of the present, with the participle that they lead to, and of the past."""
    now, past = (by_first_letter(word_list("en", f"tense.{when}")) for when in ("present", "past"))
    return re.compile(rf"\b(?:(?P<now>{now})(?: (?:\w+ )?\w+e[dn])?|{past}|[a-z]{{2,}}ed)\b")


def of_the_text(frame: Frame, subject: Subject, context: Context) -> Time | None:
    """What its sentence leaves unsaid a figure has from its paragraph, section or text, else the day of known stocks.

    What has no code, near a day that was told, is of that day: no growth, an amount if the text goes on after it.
    """
    times = context.times
    told = times.paragraph and _unless_a_day(times.paragraph, frame, subject)
    if told is None and times.day_is_near and subject.series.code is None and frame.measure != "growth":
        whole, day = times.document and times.document.value, times.day and times.day.value
        stays = frame.figure.unit in IN_PERCENT or whole is None or whole.last_day() != day
        told = times.day if stays and nature(frame, subject) != "FLOW" else None
    told = told or times.section or times.document
    if told is not None:
        return told
    known = subject.series.code is not None or frame.figure.unit in MONEY
    stays = times.day_is_near or (known and nature(frame, subject) == "STOCK")
    return times.day if stays else of_its_move(frame, subject, context)


CHINESE: tuple[Callable[[Frame, Subject, Context], Time | None], ...] = (
    of_its_shape,
    as_a_base,
    before_a_move,
    after_a_move,
    dealt_out,
    of_its_whole,
    of_its_list,
    of_the_day,
    of_its_clause,
    on_the_spot,
    of_the_text,
)
"""Which period a figure has: the first of these that tells one."""
ENGLISH: tuple[Callable[[Frame, Subject, Context], Time | None], ...] = (
    of_its_shape,
    before_a_move,
    behind_it,
    behind_its_amount,
    of_a_goal,
    of_its_move,
    of_its_clause,
    of_its_whole,
    of_a_plan,
    of_the_day,
    as_it_is_now,
    of_the_text,
)
"""... in English, where a time can stand behind its figure, and a plan is told by its verb."""
