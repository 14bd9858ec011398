"""The period of a cell, from the times of the heads over and beside it and that of all the table."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Period
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.table.heads import THIS_PERIOD, TO_DATE, WHOLE_YEAR, YEAR_BEFORE, Head
from shandong_econ.parsing.told import Told

YEAR = 12  # months


def period_of(heads: Sequence[Head], shared: Told[Period] | None, calendar: Calendar) -> Told[Period] | None:
    """When the figures of a path were: a year in one head and a part of it in another are put together.

    `shared` is the time of all the table, from which a head takes the year or the part that it does not tell.
    """
    times = [time for head in heads for time in head.times]
    said = next((head.said for head in reversed(heads) if head.said is not None), None)
    told = _of_times(times, shared, calendar)
    if said is None:
        return told or shared
    base = told or shared
    period = None if base is None else _moved(base.value, said.value)
    return None if period is None else Told(period, said.start, said.end)


def period_in(times: Sequence[Time], calendar: Calendar) -> Told[Period] | None:
    """The one period that a caption or a title tells, None if it tells none or several years."""
    return _of_times([time for time in times if not time.is_base_only], None, calendar)


def _of_times(times: Sequence[Time], shared: Told[Period] | None, calendar: Calendar) -> Told[Period] | None:
    if not times:
        return None
    base = None if shared is None else shared.value
    year = next((time for time in times if _is_year(time)), None)
    part = next((time for time in reversed(times) if time is not year), None)
    now = calendar if year is None else calendar._replace(report_year=year.names_year, this_year=year.names_year)
    if year is not None and part is not None:
        period = resolve(part, now, Period.of(year.names_year))
        return None if period is None else Told(period, part.start, part.end)
    if part is not None:
        if base is not None and part.names_year is None and base.year is not None:
            relative = part.groups.get("relative")
            if relative and base.months != YEAR and part.form == "year":
                before = resolve(part, calendar._replace(report_year=base.year, this_year=base.year), base)
                return None if before is None else Told(base.in_year(before.first_year), part.start, part.end)
            now = calendar._replace(report_year=base.year, this_year=base.year)
        period = resolve(part, now, base)
        return None if period is None else Told(period, part.start, part.end)
    assert year is not None  # one of the two is there, as there is a time
    period = Period.of(year.names_year)
    if base is not None and base.year is not None and (base.months != YEAR):
        period = base.in_year(year.names_year)
    return Told(period, year.start, year.end)


def _is_year(time: Time) -> bool:
    return time.form == "year" and time.names_year is not None and not time.is_point


def _moved(period: Period, said: str) -> Period | None:
    if said == THIS_PERIOD:
        return period
    if said == YEAR_BEFORE:
        return None if period.year is None else period.in_year(period.year - 1)
    if said == WHOLE_YEAR:
        return None if period.year is None else Period.of(period.year)
    assert said == TO_DATE
    last = period.last_month()
    if last.year is None or last.last is None:
        return None
    return Period.of(last.year, 1, months=last.last.month)
