"""What the nature of a series makes of the period that was told: the year up to a day, the last of several years."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Period, Status
from shandong_econ.parsing.context.natures import nature, sums_up
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.times import Time
from shandong_econ.parsing.frames import Frame, comparison_in
from shandong_econ.parsing.grammar.classes import TARGET, TOTAL, one_of
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.resolving.unit_classes import IN_PERCENT
from shandong_econ.parsing.told import Subject

_REACH = one_of("TO ENDS")
_BOTH_YEARS = 6  # digits: 1986-90


def up_to_the_day(frame: Frame, subject: Subject, told: Time, context: Context) -> Time:
    """A flow told at the end of a month is that of the year up to it, and so is a running total told of a month."""
    period = told.value
    if period is None:
        return told
    is_point = period.months is None and (context.times.at_day or _is_point(frame, told))
    if is_point and period.is_month_end and sums_up(frame, subject):
        return told._replace(value=period.year_to_date())
    if (TOTAL in frame.own.classes or TOTAL in frame.inner) and period.months == 1:
        return told._replace(value=period.year_to_date())
    return told


def _is_point(frame: Frame, told: Time) -> bool:
    """Whether its own sentence tells a time as a point: by the end of 2023."""
    return any(one.what.is_point for one in frame.sentence.tokens if one.start == told.start)


def at_the_end_of_years(frame: Frame, subject: Subject, told: Time, context: Context) -> Time:
    """What several years have come to is of the last of them; an amount that their own sentence tells is of them all.

    Of all of them is also what is told as a sum or an average, and years of which the first and the last are named.
    """
    period = told.value
    if period is None or frame.side or (period.months or 0) <= YEAR or period.last is None:
        return told
    token = frame.comparison or frame.own.comparison
    is_average = token is not None and comparison_in(token.what) is Comparison.ANNUAL_AVERAGE
    if is_average or digits(frame, told) >= _BOTH_YEARS:
        return told
    cumulates = TOTAL in frame.own.classes + frame.inner or frame.own.verb is not None
    cumulates = cumulates or subject.label.startswith(word_list(frame.language, "count.newly"))
    amount = frame.measure == "level" and frame.figure.unit not in IN_PERCENT and nature(frame, subject) != "STOCK"
    amount = amount or frame.measure in ("growth", "change", "multiple")
    reached = not _REACH.isdisjoint(frame.own.classes + frame.inner)
    cumulates = cumulates or (amount and not reached and told == context.times.nearest)
    return told if cumulates else told._replace(value=Period.of(period.last.year))


def of_the_year_begun(frame: Frame, subject: Subject, told: Time, context: Context) -> Time:
    """全年, told with what is planned, is the year that has begun, if it else means the one that is just over."""
    if told.end - told.start != _ALL_YEAR or context.times.section is not None:
        return told
    if frame.sentence.text[told.start : told.end] not in word_list("zh", "plan.year"):
        return told
    planned = context.plans.current is Status.T or TARGET in frame.inner
    this_year = context.times.calendar.this_year
    return told._replace(value=Period.of(this_year)) if planned and this_year is not None else told


def over_the_years(told: Time | None, context: Context) -> Time | None:
    """An average told of the last of several years is over all of them."""
    years = context.times.years
    if told is None or told.value is None or years is None or years.value is None or told.value.months != YEAR:
        return told
    ends = not told.value.year_is_open and told.value.last_day() == years.value.last_day()
    return years if ends else told


ENGLISH = (up_to_the_day, at_the_end_of_years)
CHINESE = (*ENGLISH, of_the_year_begun)
"""What the nature of a series makes of the period that was told."""
_ALL_YEAR = 2  # characters


def digits(frame: Frame, told: Time) -> int:
    """How many digits the words have that told a time: by these a run of years names its last one too."""
    return sum(c.isdigit() for c in frame.sentence.text[max(told.start, 0) : told.end])
