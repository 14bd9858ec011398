"""How often the figures of a series come, and whether a period is one span or the year so far."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from shandong_econ.model import Period
from shandong_econ.model.codes import Code
from shandong_econ.model.months import OPEN_YEAR, month_end


class Frequency(Code):
    """How often the figures of a series come: the codes of SDMX CL_FREQ."""

    ANNUAL = "A"
    """Every year."""
    HALF_YEARLY = "S"
    """Every half of a year."""
    QUARTERLY = "Q"
    """Every quarter."""
    MONTHLY = "M"
    """Every month."""
    WEEKLY = "W"
    """Every week, from Monday on."""
    DAILY = "D"
    """Every day."""
    OTHER = "_O"
    """Periods of another length, such as five years or ten days."""


class TimeSpan(Code):
    """Whether the figures of a series are of one month, quarter or year each, or of the year so far."""

    SINGLE = "single"
    """Of one span each, or of the day at its end."""
    SO_FAR = "so_far"
    """Of the year so far: from the first of January to the end of a month (累计)."""


def frequency_of(period: Period) -> Frequency:
    """The frequency of periods of this kind.

    >>> [frequency_of(Period.parse(each)).value for each in ("2022", "2022-Q2", "2022-05-31", "2022-01-01/P5M")]
    ['A', 'Q', 'D', '_O']
    """
    first, last = _days(period)
    months = period.months
    if months is None:
        is_week = (last - first).days == 6 and first.weekday() == 0 and not period.year_is_open
        return Frequency.DAILY if first == last else Frequency.WEEKLY if is_week else Frequency.OTHER
    return next((each for length, each in _MONTHS if months == length and last.month % length == 0), Frequency.OTHER)


def is_so_far(period: Period) -> bool:
    """Whether a period can be the year so far: whole months from January on, within one year.

    >>> [is_so_far(Period.parse(each)) for each in ("2022-01-01/P5M", "2022-01", "2022", "2022-05", "2022-Q2")]
    [True, True, True, False, False]
    """
    return period.months is not None and period.months <= 12 and _days(period)[0].month == 1


def is_single(period: Period) -> bool:
    """Whether a period can be one span: all but the year so far of two, four, five, seven ... months.

    A month, a quarter, a half and a year that begin with January can be both.
    """
    return not is_so_far(period) or frequency_of(period) is not Frequency.OTHER


def frequency_of_ends(days: Iterable[date]) -> Frequency:
    """The frequency that ends of months show: of years, halves, quarters, or else of months.

    >>> frequency_of_ends([date(2022, 3, 31), date(2022, 6, 30)]).value, frequency_of_ends([date(2022, 12, 31)]).value
    ('Q', 'A')
    """
    months = {day.month for day in days}
    for length, frequency in _MONTHS:
        if all(month % length == 0 for month in months):
            return frequency
    return Frequency.MONTHLY


def ends_with(day: date, frequency: Frequency) -> bool:
    """Whether a year, a half, a quarter or a month ends on the day."""
    length = next((months for months, each in _MONTHS if each is frequency), None)
    return length is not None and day.month % length == 0 and day == month_end(day)


_MONTHS = ((12, Frequency.ANNUAL), (6, Frequency.HALF_YEARLY), (3, Frequency.QUARTERLY), (1, Frequency.MONTHLY))


def _days(period: Period) -> tuple[date, date]:
    """The first and the last day; of an open year those of the year that stands for it."""
    known = period.in_year(OPEN_YEAR) if period.year_is_open else period
    assert known.first is not None  # it has a year now
    assert known.last is not None
    return known.first, known.last
