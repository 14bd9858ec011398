"""The period of a cell, from the times of the heads over and beside it and that of all the table."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Comparison, Period
from shandong_econ.parsing.context.bases import seen_from
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.table.head.head import (
    AT_END,
    THIS_PERIOD,
    TO_DATE,
    WHOLE_YEAR,
    YEAR_BEFORE,
    YEAR_BEFORE_TO_DATE,
    Head,
)
from shandong_econ.parsing.told import Told


def period_of(heads: Sequence[Head], shared: Told[Period] | None, calendar: Calendar) -> Told[Period] | None:
    """When the figures of a path were: a year in one head and a part of it in another are put together.

    `shared` is the time of all the table, from which a head takes the year or the part that it does not tell.
    """
    times = [time for head in heads for time in head.times]
    times = [time for time in times if time.form == "years"] or times  # a span of years says all: its growth is of it
    said = next((head.said for head in reversed(heads) if head.said is not None), None)
    told = _of_times(times, shared, calendar)
    if any(head.is_plan for head in heads):
        return _planned(times, told or shared)
    if said is None or (said.value in (TO_DATE, THIS_PERIOD) and any(time.is_point for time in times)):
        return told or shared  # a stock at the end of the year is none of the months to date
    base = told or shared
    period = None if base is None else _moved(base.value, said.value)
    return None if period is None else Told(period, said.start, said.end)


def _planned(times: Sequence[Time], told: Told[Period] | None) -> Told[Period] | None:
    """The year that a plan is for: the one that it names, or that in which the rest of the table is."""
    named = next((time.names_year for time in times if time.names_year is not None), None)
    year = named if named is not None or told is None else told.value.year
    return None if told is None or year is None else told._replace(value=Period.of(year))


def compared_with(base: Time, told: Told[Period] | None, calendar: Calendar) -> tuple[Comparison | None, Period | None]:
    """What a time is to the period that is compared with it: the year before, the month before, the start of the year.

    Any other is a base of its own; a bare year is the same part of it.
    """
    period = None if told is None else told.value
    if base.form == "start_of_year":
        return Comparison.SINCE_START_OF_YEAR, None
    year = base.names_year
    if base.form == "year" and not base.is_point and year is not None:
        if period is not None and period.year == year + 1:
            return Comparison.YEAR_ON_YEAR, None
        return Comparison.SINCE, Period.of(year) if period is None else period.in_year(year)
    now = calendar
    if period is not None and period.year is not None and year is None:
        now = calendar.of_report_on(period.year)
    before = resolve(base, now, seen_from(base, period))
    if before is None or before.last is None or period is None or period.last is None:
        return Comparison.SINCE, before
    last, month = before.last, period.last_month().preceding()
    if (last.year, last.month) == (period.last.year - 1, YEAR) and (before.months or 1) == 1:
        return Comparison.SINCE_START_OF_YEAR, None
    if month.last is not None and (last.year, last.month) == (month.last.year, month.last.month):
        return Comparison.MONTH_ON_MONTH, None
    if (last.year, last.month) == (period.last.year - 1, period.last.month):
        return Comparison.YEAR_ON_YEAR, None
    return Comparison.SINCE, before


def period_in(times: Sequence[Time], calendar: Calendar) -> Told[Period] | None:
    """The one period that a caption or a title tells, None if it tells none or several years."""
    return _of_times([time for time in times if not time.is_base_only], None, calendar)


def _of_times(times: Sequence[Time], shared: Told[Period] | None, calendar: Calendar) -> Told[Period] | None:
    if not times:
        return None
    base = None if shared is None else shared.value
    year = next((time for time in times if _is_year(time)), None)
    part = next((time for time in reversed(times) if time is not year), None)
    now = calendar if year is None else calendar.of_report_on(year.names_year)
    if year is not None and part is not None:
        period = resolve(part, now, Period.of(year.names_year))
        return None if period is None else Told(period, part.start, part.end)
    if part is not None:
        if base is not None and part.names_year is None and base.year is not None:
            relative = part.groups.get("relative")
            if relative and base.months != YEAR and part.form == "year":
                before = resolve(part, calendar.of_report_on(base.year), base)
                return None if before is None else Told(base.in_year(before.first_year), part.start, part.end)
            now = calendar.of_report_on(base.year)
        period = _not_to_come(resolve(part, now, base), base)
        return None if period is None else Told(period, part.start, part.end)
    assert year is not None  # one of the two is there, as there is a time
    period = Period.of(year.names_year)
    if base is not None and base.year is not None and _is_part_of_year(base):
        period = base.in_year(year.names_year)
    return Told(period, year.start, year.end)


def _not_to_come(period: Period | None, base: Period | None) -> Period | None:
    """A part of a year that is not told: that of the year before, where it is after all that the table is of."""
    if period is None or base is None or period.first is None or base.last is None or base.is_one_day:
        return period
    is_later = period.first > base.last and period.year is not None
    return period.in_year(period.year - 1) if is_later and period.year is not None else period


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
        return None if period.year is None else period.in_year(period.year - 1)
    if said == WHOLE_YEAR:
        return None if period.year is None else Period.of(period.year)
    if said == YEAR_BEFORE_TO_DATE:
        told = _moved(period, TO_DATE)
        return None if told is None else _moved(told, YEAR_BEFORE)
    assert said == TO_DATE
    return None if period.year_is_open else period.year_to_date()
