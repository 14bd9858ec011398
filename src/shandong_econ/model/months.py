"""Days by the months that they begin and end: so many months on, the end of a month, the months of a stretch."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache

from shandong_econ.errors import ModelError

OPEN_YEAR = 2000  # stands for a year that is not known: a leap year, so that every day of every year has its place
Days = tuple[date, date]


def month_days(year: int | None, month: int, months: int) -> Days:
    """The first and last day of so many months from a month on."""
    first = date(OPEN_YEAR if year is None else year, month, 1)
    return first, month_end(months_on(first, months - 1))


@lru_cache(maxsize=4096)
def months_between(first: date, last: date) -> int | None:
    """How many whole months two days enclose, or None where it is not whole months."""
    if first.day != 1 or last != month_end(last):
        return None
    return (last.year - first.year) * 12 + last.month - first.month + 1


@lru_cache(maxsize=4096)
def months_on(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last day that it has; ModelError beyond all years."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise ModelError(f"there is no year {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@lru_cache(maxsize=4096)
def month_end(day: date) -> date:
    """The last day of the month of a day."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
