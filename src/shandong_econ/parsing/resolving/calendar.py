"""What is known of the date of a text, and what an expression of time says of it in figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from shandong_econ.errors import ModelError
from shandong_econ.lexicon.words import relative_years, small_number
from shandong_econ.model import Period
from shandong_econ.parsing.finding.times import Time


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
            value = small_number(text, time.language)
            if value is None:
                raise ModelError(f"{text!r} is no small number")
            return value
    raise ModelError(f"{time.form} without a number")


def year_in(time: Time, calendar: Calendar, last_month: int = 0) -> int | None:
    """The year of an expression that ends in this month: the one that it names, or the one that goes without saying."""
    if (named := time.names_year) is not None:
        return named
    if relative := time.groups.get("relative"):
        year = calendar.this_year
        return None if year is None else year + relative_years(time.language)[relative.lower()]
    return calendar.year_of(last_month)
