"""When: a stretch of days, whose year may be unknown, written and read as SDMX TIME_PERIOD."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property, lru_cache

import attrs

from shandong_econ.errors import ModelError
from shandong_econ.model.checks import refuse, shown
from shandong_econ.model.months import OPEN_YEAR, month_end, months_between, months_on
from shandong_econ.model.time_period import read_days, write_days


@attrs.frozen(repr=False)
class Period:
    """The days from `first` to `last`, both included; of a period whose year is not known both are None.

    >>> str(Period(date(2022, 1, 1), date(2022, 5, 31)))
    '2022-01-01/P5M'
    >>> Period.parse("XXXX-Q1").first is None
    True
    """

    _first: date = attrs.field()
    _last: date = attrs.field()
    year_is_open: bool = attrs.field(default=False, kw_only=True)
    """Whether the year cannot be known, so that it is written XXXX."""

    def __attrs_post_init__(self) -> None:
        for name, day in (("first", self._first), ("last", self._last)):
            if type(day) is not date:
                raise refuse(self, name, day, "give a datetime.date, or read a text with Period.parse()")
        if self._last < self._first:
            raise refuse(self, "last", self._last.isoformat(), f"give a day from {self._first.isoformat()} on")
        if self.year_is_open and self._first.year != OPEN_YEAR:
            remedy = f"write the first day of an open year in {OPEN_YEAR}, or use Period.parse('XXXX-...')"
            raise refuse(self, "first", self._first.isoformat(), remedy)

    @classmethod
    def of(cls, year: int | None, month: int = 1, day: int | None = None, *, months: int | None = None) -> Period:
        """The period of so many months (12 unless told) from the first of `month`, or one `day`; an open year is None.

        >>> print(Period.of(2022, 1, months=5), Period.of(None, 5, months=1), Period.of(2022, 5, 31))
        2022-01-01/P5M XXXX-05 2022-05-31
        """
        return _period_of(year, month, day, months)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Reads any SDMX TIME_PERIOD of whole days; ModelError if it is none."""
        try:
            (first, last), year_is_open = read_days(str(text))
            return cls(first, last, year_is_open=year_is_open)
        except (ValueError, OverflowError):
            known = "2022, 2022-S1, 2022-Q1, 2022-05, 2022-05-31, 2022-01-01/P5M, or XXXX for an unknown year"
            raise ModelError(f"{shown(text)} is no period: write it as {known}") from None

    @property
    def first(self) -> date | None:
        """The first day, or None where the year is not known."""
        return None if self.year_is_open else self._first

    @property
    def last(self) -> date | None:
        """The last day, or None where the year is not known."""
        return None if self.year_is_open else self._last

    @property
    def year(self) -> int | None:
        """The year of the last day, or None where it is not known."""
        return None if self.year_is_open else self._last.year

    def in_year(self, year: int | None) -> Period:
        """The same stretch of days beginning in another year (None: a year that is not known).

        >>> print(Period.parse("XXXX-01-01/P5M").in_year(2022))
        2022-01-01/P5M
        """
        if (months := self.months) is not None:
            return Period.of(year, self._first.month, months=months)
        shift = ((OPEN_YEAR if year is None else year) - self._first.year) * 12
        return Period(months_on(self._first, shift), months_on(self._last, shift), year_is_open=year is None)

    def last_day(self) -> Period:
        """The last day alone, at which the stocks of a period are counted; itself where an open year goes over its end.

        >>> print(Period.parse("XXXX-05").last_day(), Period.parse("XXXX-12-31/P2D").last_day())
        XXXX-05-31 XXXX-12-31/P2D
        """
        return Period(self._last, self._last, year_is_open=self.year_is_open) if self._fits(self._last) else self

    def last_month(self) -> Period:
        """The month of the last day; itself where an open year goes over its end.

        >>> print(Period.parse("2022-01-01/P5M").last_month())
        2022-05
        """
        first = self._last.replace(day=1)
        if not self._fits(first):
            return self
        return Period(first, month_end(first), year_is_open=self.year_is_open)

    def year_to_date(self) -> Period:
        """The months of its last day's year up to that of that day.

        >>> print(Period.parse("2022-05").year_to_date())
        2022-01-01/P5M
        """
        return Period.of(None if self.year_is_open else self._last.year, 1, months=self._last.month)

    @property
    def is_one_day(self) -> bool:
        """Whether it is a single day, also of a year that is not known."""
        return self._first == self._last

    @property
    def is_month_end(self) -> bool:
        """Whether it is the last day of a month and no more, on which stocks are counted."""
        return self.is_one_day and self._last == month_end(self._last.replace(day=1))

    @cached_property
    def months(self) -> int | None:
        """How many whole months it is, or None where it is not whole months from a first of a month."""
        return months_between(self._first, self._last)

    @property
    def first_year(self) -> int:
        """The year of the first day; of an open year the year that stands for it."""
        return self._first.year

    def following(self) -> Period:
        """The period of as many months that comes next; ModelError if it is not whole months or the last."""
        if (months := self.months) is None:
            raise ModelError(f"{self} is not whole months")
        first = months_on(self._first, months)
        if not self._fits(first):
            return Period.of(None, first.month, months=months)
        return Period(first, month_end(months_on(first, months - 1)), year_is_open=self.year_is_open)

    def preceding(self) -> Period:
        """The period of as many months that came before; ModelError if it is not whole months or the first."""
        if (months := self.months) is None:
            raise ModelError(f"{self} is not whole months")
        first = months_on(self._first, -months)
        if not self._fits(first):
            return Period.of(None, first.month, months=months)
        return Period(first, self._first - timedelta(days=1), year_is_open=self.year_is_open)

    def through(self, other: Period) -> Period:
        """From the first day of this period to the last of another; ModelError if that is no period.

        >>> print(Period.parse("2022-03-01").through(Period.parse("2022-03-21")))
        2022-03-01/P21D
        """
        if self.year_is_open is not other.year_is_open:
            raise ModelError(f"there is no period from {self} to {other}: the year of one is open")
        return Period(self._first, other._last, year_is_open=self.year_is_open)

    def _fits(self, day: date) -> bool:
        return not self.year_is_open or day.year == OPEN_YEAR

    def __contains__(self, other: object) -> bool:
        """Whether a day, or every day of another period, is within; TypeError for what is neither, as a datetime."""
        if isinstance(other, Period):
            self._comparable(other)
            return self._first <= other._first and other._last <= self._last
        if type(other) is not date:
            raise TypeError(f"{other!r} is no day: give a datetime.date (of a datetime its .date()) or a Period")
        if self.year_is_open:
            raise TypeError(f"whether {other} is in {self} cannot be known: its year is open")
        return self._first <= other <= self._last

    def _comparable(self, other: Period) -> None:
        if self.year_is_open is not other.year_is_open:
            raise TypeError(f"{self} and {other} cannot be compared: the year of one is open")

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        self._comparable(other)
        return (self._first, self._last) < (other._first, other._last)

    def __le__(self, other: object) -> bool:
        return NotImplemented if not isinstance(other, Period) else self == other or self < other

    def __gt__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return other < self

    def __ge__(self, other: object) -> bool:
        return NotImplemented if not isinstance(other, Period) else self == other or self > other

    def __repr__(self) -> str:
        return f"Period.parse({str(self)!r})"

    def __str__(self) -> str:
        return write_days(self._first, self._last, year_is_open=self.year_is_open)


@lru_cache(maxsize=1024, typed=True)  # the figures of a report are of a few periods
def _period_of(year: int | None, month: int, day: int | None, months: int | None) -> Period:
    if months is not None and (months < 1 or day is not None):
        raise ModelError(f"{months} months are no period: give 1 or more, and no day beside them")
    try:
        first = date(OPEN_YEAR if year is None else year, month, 1 if day is None else day)
        last = first if day is not None else month_end(months_on(first, (months or 12) - 1))
    except (ValueError, OverflowError):
        what = f"{months or 12} months from" if day is None else f"the day {day} of"
        raise ModelError(f"there is no period of {what} {year}-{month}") from None
    return Period(first, last, year_is_open=year is None)
