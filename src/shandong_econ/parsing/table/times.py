"""The period of a cell, from the times of its heads and that of all the table, and the one it is compared with."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Comparison, Period, Status
from shandong_econ.parsing.context.bases import over, seen_from
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.table.head.compared import YEAR_NAMED
from shandong_econ.parsing.table.head.head import (
    AT_END,
    THIS_PERIOD,
    TO_DATE,
    WHOLE_YEAR,
    YEAR_BEFORE,
    YEAR_BEFORE_TO_DATE,
    Head,
)
from shandong_econ.parsing.table.words import says
from shandong_econ.parsing.told import Told


def period_of(heads: Sequence[Head], shared: Told[Period] | None, calendar: Calendar) -> Told[Period] | None:
    """When the figures of a path were: a year in one head and a part of it in another are put together.

    `shared` is the time of all the table, from which a head takes the year or the part that it does not tell.
    """
    times = [time for head in heads for time in head.times]
    times = [time for time in times if time.form == "years"] or times  # a span of years says all: its growth is of it
    said = next((head.said for head in reversed(heads) if head.said is not None), None)
    told = _of_times(times, shared, calendar)
    status = status_of(heads)
    if status is Status.T or (status is Status.F and any(time.names_year is not None for time in times)):
        return _planned(times, told or shared)
    if said is None or (said.value in (TO_DATE, THIS_PERIOD) and any(time.is_point for time in times)):
        return told or shared  # a stock at the end of the year is none of the months to date
    base = told or shared
    period = None if base is None else _moved(base.value, said.value)
    return None if period is None else Told(period, said.start, said.end)


def status_of(heads: Sequence[Head]) -> Status:
    """Whether the figures of a path are planned, or expected."""
    told = {head.status for head in heads}
    return next((one for one in (Status.T, Status.F) if one in told), Status.A)


def _planned(times: Sequence[Time], told: Told[Period] | None) -> Told[Period] | None:
    """The year that a plan is for: the one that it names, or that in which the rest of the table is."""
    named = next((time.names_year for time in times if time.names_year is not None), None)
    year = named if named is not None or told is None else told.value.year
    return None if told is None or year is None else told._replace(value=Period.of(year))


def compared_with(base: Time, told: Told[Period] | None, calendar: Calendar) -> tuple[Comparison, Period | None]:
    """What a time is to the period that is compared with it, as in prose but for stretches that end alike.

    Any other is a base of its own; a bare year is the same part of it.
    """
    period, year = None if told is None else told.value, base.names_year
    if base.form == "year" and not base.is_point and year is not None:
        if period is not None and period.year == year + 1:
            return Comparison.YEAR_ON_YEAR, None
        return Comparison.SINCE, Period.of(year) if period is None else period.in_year(year)
    before = resolve(base, calendar if year is not None else _in(calendar, period), seen_from(base, period))
    if before is None or period is None:
        return Comparison.SINCE, before
    comparison = over(period, before.last_day()) if before.months in (None, 1) else Comparison.SINCE
    if comparison is not Comparison.SINCE_START_OF_YEAR:
        comparison = over(period.last_month(), before.last_month())
    return comparison, before if comparison is Comparison.SINCE else None


def _in(calendar: Calendar, period: Period | None) -> Calendar:
    """The calendar of a text of the year of a period, if that is known."""
    year = None if period is None else period.year
    return calendar if year is None else calendar.of_report_on(year)


def period_in(times: Sequence[Time], calendar: Calendar) -> Told[Period] | None:
    """The one period that a caption tells, of a day only if it tells no other; None if it tells several years."""
    told = [time for time in times if time.form != "day"] or times
    years = {time.names_year for time in times} - {None}
    return _of_times(told, None, calendar) if len(years) < 2 else None


def _of_times(times: Sequence[Time], shared: Told[Period] | None, calendar: Calendar) -> Told[Period] | None:
    if not times:
        return None
    base = None if shared is None else shared.value
    year = next((time for time in times if _is_year(time)), None)
    part = next((time for time in reversed(times) if time is not year), None)
    if part is not None:
        own = base if year is None else Period.of(year.names_year)
        period = resolve(part, _in(calendar, own), own)
        period = _beside(part, period, base) if year is None else period
        return None if period is None else Told(period, part.start, part.end)
    assert year is not None  # one of the two is there, as there is a time
    is_part = base is not None and base.year is not None and _is_part_of_year(base)
    period = base.in_year(year.names_year) if base is not None and is_part else Period.of(year.names_year)
    return Told(period, year.start, year.end)


def _beside(time: Time, period: Period | None, base: Period | None) -> Period | None:
    """The period of a time without a year, in a table of another: the same part of last year, and none to come."""
    if period is None or base is None or base.year_is_open or time.names_year is not None:
        return period
    if time.form == "year" and time.groups.get("relative") and base.months != YEAR:
        return base.in_year(period.first_year)
    is_later = period.first is not None and base.last is not None and period.first > base.last
    return _year_before(period) if is_later and not base.is_one_day else period


def _is_part_of_year(period: Period) -> bool:
    """Whether a period is of some months, or the end of a month at which stocks are counted."""
    months = period.months
    return months < YEAR if months is not None else period == period.last_month().last_day()


def _is_year(time: Time) -> bool:
    return time.form == "year" and time.names_year is not None and not time.is_point


def _moved(period: Period, said: str) -> Period | None:
    if said == THIS_PERIOD:
        return period
    if said == AT_END:
        return period.last_day()
    if said == YEAR_BEFORE:
        return _year_before(period)
    if said == WHOLE_YEAR:
        return None if period.year is None else Period.of(period.year)
    assert said in (TO_DATE, YEAR_BEFORE_TO_DATE)
    return period.year_to_date() if said == TO_DATE else _year_before(period.year_to_date())


def base_of(index: str, period: Period | None) -> Period | None:
    """The period in which an index of a period is 100: 上年同月, 2020年."""
    bare = index.lower().removeprefix("the ").strip()
    if says(bare, "year_is_100"):
        return _year_before(period)
    if says(bare, "month_is_100"):
        return None if period is None else period.last_month().preceding()
    year = YEAR_NAMED.fullmatch(bare)
    return None if year is None else Period.of(int(year[1]))


def _year_before(period: Period | None) -> Period | None:
    """The same stretch of days of the year before, None if the year is not known."""
    return None if period is None or period.year_is_open else period.in_year(period.first_year - 1)
