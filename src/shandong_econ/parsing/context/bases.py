"""The time that a figure is compared with, and what that is to its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shandong_econ.lexicon.holidays import days_off
from shandong_econ.lexicon.words import small_number
from shandong_econ.model import Comparison, Period
from shandong_econ.parsing.context.comparisons import Against
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.resolving.lengths import QUARTER, YEAR
from shandong_econ.parsing.told import Told

if TYPE_CHECKING:
    from shandong_econ.parsing.context.state import Context
    from shandong_econ.parsing.finding.times import Time


def base_of(frame: Frame, period: Period | None, context: Context) -> Told[Period | None] | None:
    """The time that a figure is compared with, by its shape or the clauses before it."""
    time = base_told(frame, context)
    if time is None:
        return None
    seen = seen_from(time, period) if frame.was is not None and time is frame.was.what else period
    return Told(context.times.before(time, seen), time.start, time.end)


def base_told(frame: Frame, context: Context) -> Time | None:
    """The words for that time; of as many as figures each has its own: 与4月、一季度相比分别加快.

    Where a clause that opens its sentence tells nothing else, they hold for all that has no comparison of its own.
    """
    if frame.was is not None and frame.shape.marks & {"over_was"}:
        return frame.was.what  # type: ignore[no-any-return]  # a token is of any kind
    if frame.base is not None and frame.side != "old":
        return frame.base
    told = frame.zone if frame.tail is None else (*frame.zone, frame.tail)
    times = [when.time for clause in told for when in clause.times if when.is_base]
    if times:
        return times[frame.n if len(times) == frame.of else -1]
    return context.comparisons.base if frame.comparison is None and context.comparisons.heard is None else None


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


def over(period: Period | None, base: Period | None) -> Comparison:
    """What a base is to the period that is compared with it."""
    if period is None or base is None or (period.months or 0) > YEAR:
        return Comparison.SINCE
    if period.months and base == period.preceding():
        return BY_LENGTH.get(period.months, Comparison.SINCE)
    if period.year is not None and base == Period.of(period.year - 1, 12, 31):
        return Comparison.SINCE_START_OF_YEAR
    if period.year is None or base.year != period.year - 1:
        return Comparison.SINCE
    days = {(one.first, one.last) for one in (base, period)}  # 较去年春节假期
    alike = base in (period.in_year(base.year), Period.of(base.year)) or any(map(days.issubset, days_off().values()))
    return Comparison.YEAR_ON_YEAR if alike else Comparison.SINCE


BY_LENGTH = {1: Comparison.MONTH_ON_MONTH, QUARTER: Comparison.QUARTER_ON_QUARTER, YEAR: Comparison.YEAR_ON_YEAR}
