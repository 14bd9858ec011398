"""What is known of the date of a text, and what an expression of time says of it in figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from shandong_econ.errors import ModelError
from shandong_econ.lexicon.words import relative_years, small_number
from shandong_econ.model import Period
from shandong_econ.parsing.finding.numerals import chinese_numerals, read_chinese
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.lengths import YEAR


class Calendar(NamedTuple):
    """What is known of the date: the year that "this year" means, and whether the text is a report on all of it.

    And the day of publication, and the first and the last month of its crop years.
    """

    this_year: int | None = None
    is_report: bool = False
    published: date | None = None
    season: tuple[int, int] | None = None

    def of_report_on(self, year: int | None) -> Calendar:
        """The calendar of what tells of this year alone, published on the same day."""
        return self._replace(this_year=year, is_report=year is not None)

    def year_of(self, last_month: int) -> int | None:
        """The year of a period that is named without one and ends in this month: it was over when it was published."""
        if self.is_report or self.published is None:
            return self.this_year
        return self.published.year - (last_month > self.published.month)

    @property
    def now(self) -> int | None:
        """The year in which the text was published, or in which a report on work says that it was given."""
        return self.published.year if self.published is not None else None if self.is_report else self.this_year

    def is_gone(self, period: Period | None) -> bool:
        """Whether a period lies before the year that "this year" means."""
        last = None if period is None else period.last
        return last is not None and self.this_year is not None and last.year < self.this_year

    def is_ahead(self, period: Period | None) -> bool:
        """Whether a period begins after the day of publication, or is the year that has just begun."""
        day, first = self.published, None if period is None else period.first
        if day is None or period is None or first is None:
            return False
        begins = day.month <= _EARLY and period.months == YEAR and period.year == day.year
        return first > day or begins

    def is_running(self, period: Period) -> bool:
        """Whether a period is a year that is not over on the day of publication."""
        day = self.published
        return period.months == YEAR and day is not None and period.last is not None and day <= period.last

    def is_to_come(self, period: Period | None) -> bool:
        """Whether a period begins after the day of publication, or is of several years of which more are ahead."""
        day = self.published
        if day is None or period is None or (last := period.last) is None or last < day:
            return False
        first = period.first or last
        return first > day or ((period.months or 0) > YEAR and day - first < last - day)

    def is_history(self, period: Period) -> bool:
        """Whether a time was long over, or had long begun, when the text was published: founded in 1938, since 1945.

        Such a one is told in passing. Years that are told of as a whole have months: 2016 to 2020.
        """
        day, told = self.published, period.first if period.months is None else period.last
        return day is not None and told is not None and told.year < day.year - _REVIEWED


_REVIEWED = 2  # years back, of which a text may still be
_EARLY = 3  # months of a year in which that year is still ahead


def is_at_end(day: date) -> bool:
    """Whether a day is so near to an end of the calendar that what is reckoned from it, as last year, may be beyond."""
    return not date.min.year + _REACH <= day.year <= date.max.year - _REACH


_REACH = 100  # years
Form = Callable[[Time, Calendar, Period | None], Period | None]
"""What makes the period of an expression of time, where the last is the one that is spoken of."""


def number_in(time: Time, *names: str) -> int:
    """The number that the first of these groups caught; ModelError if none did."""
    for name in names:
        if text := time.groups.get(name):
            value: int | Decimal | None = small_number(text, time.language)
            if value is None and time.language == "zh":
                value = read_chinese(text, *chinese_numerals())
            if value is None:
                raise ModelError(f"{text!r} is no small number")
            return int(value)
    raise ModelError(f"{time.form} without a number")


def year_in(time: Time, calendar: Calendar, last_month: int = 0) -> int | None:
    """The year of an expression that ends in this month: the one that it names, or the one that goes without saying."""
    if (named := time.names_year) is not None:
        return named
    if relative := time.groups.get("relative"):
        year = calendar.this_year
        return None if year is None else year + relative_years(time.language)[relative.lower()]
    return calendar.year_of(last_month)
