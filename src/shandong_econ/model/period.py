"""When: a stretch of days, whose year may be unknown, written and read as SDMX TIME_PERIOD."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

import attrs

from shandong_econ.errors import ModelError
from shandong_econ.model.checks import refuse, shown

OPEN_YEAR = 2000  # stands for a year that is not known: a leap year, so that every day of every year has its place
_FORM = re.compile(
    r"""(?P<year>\d{4}|XXXX)
    (?: -(?P<part>[SHQTMWDA])(?P<number>\d{1,3})
      | -(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<duration>/P(?=\d)(?:(?P<years>\d{1,4})Y)?(?:(?P<months>\d{1,5})M)?
          (?:(?P<weeks>\d{1,5})W)?(?:(?P<days>\d{1,7})D)?)?)?
      | -(?P<month2>\d\d)-(?P<day2>\d\d)/(?P<last>(?:\d{4}|XXXX)-\d\d-\d\d)
    )?\Z""",
    re.VERBOSE | re.ASCII,
)
_PARTS = {"A": (12, 1), "S": (6, 2), "H": (6, 2), "T": (4, 3), "Q": (3, 4), "M": (1, 12)}  # months each, how many


def _months_on(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last day that the month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


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
    def of(cls, year: int | None, month: int = 1, day: int | None = None, *, months: int = 12) -> Period:
        """The period of so many months from the first of `month`, or one `day`; an open year is None.

        >>> print(Period.of(2022, 1, months=5), Period.of(None, 5, months=1), Period.of(2022, 5, 31))
        2022-01-01/P5M XXXX-05 2022-05-31
        """
        try:
            first = date(OPEN_YEAR if year is None else year, month, day or 1)
            last = first if day else _month_end(_months_on(first, months - 1))
        except (ValueError, OverflowError):
            raise ModelError(f"there is no period of {year}-{month}-{day or 1} and {months} months") from None
        return cls(first, last, year_is_open=year is None)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Reads any SDMX TIME_PERIOD of whole days; ModelError if it is none."""
        if match := _FORM.match(str(text)):
            try:
                return _read(cls, match)
            except (ValueError, OverflowError):
                pass  # such a day, month or part there is not
        known = "2022, 2022-S1, 2022-Q1, 2022-05, 2022-05-31, 2022-01-01/P5M, or XXXX for an unknown year"
        raise ModelError(f"{shown(text)} is no period: write it as {known}")

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

    @property
    def months(self) -> int | None:
        """How many whole months it is, or None where it is not whole months from a first of a month."""
        if self._first.day != 1 or self._last != _month_end(self._last):
            return None
        return (self._last.year - self._first.year) * 12 + self._last.month - self._first.month + 1

    def in_year(self, year: int | None) -> Period:
        """The same stretch of days beginning in another year (None: a year that is not known).

        >>> print(Period.parse("XXXX-01-01/P5M").in_year(2022))
        2022-01-01/P5M
        """
        if (months := self.months) is not None:
            return Period.of(year, self._first.month, months=months)
        shift = ((OPEN_YEAR if year is None else year) - self._first.year) * 12
        return Period(_months_on(self._first, shift), _months_on(self._last, shift), year_is_open=year is None)

    def last_day(self) -> Period:
        """The last day alone, at which the stocks of a period are counted.

        >>> print(Period.parse("XXXX-05").last_day())
        XXXX-05-31
        """
        return Period(self._last, self._last, year_is_open=self.year_is_open) if self._fits(self._last) else self

    def last_month(self) -> Period:
        """The month of the last day.

        >>> print(Period.parse("2022-01-01/P5M").last_month())
        2022-05
        """
        first = self._last.replace(day=1)
        if not self._fits(first):
            return self
        return Period(first, _month_end(first), year_is_open=self.year_is_open)

    @property
    def first_year(self) -> int:
        """The year of the first day; of an open year the year that stands for it."""
        return self._first.year

    def following(self) -> Period:
        """The period of as many months that comes next; ModelError if it is not whole months."""
        if (months := self.months) is None:
            raise ModelError(f"{self} is not whole months")
        first = _months_on(self._first, months)
        if not self._fits(first):
            return Period.of(None, first.month, months=months)
        return Period(first, _month_end(_months_on(first, months - 1)), year_is_open=self.year_is_open)

    def preceding(self) -> Period:
        """The period of as many months that came before; ModelError if it is not whole months."""
        if (months := self.months) is None:
            raise ModelError(f"{self} is not whole months")
        first = _months_on(self._first, -months)
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
        """Whether a day, or every day of another period, is within."""
        if isinstance(other, Period):
            self._comparable(other)
            return self._first <= other._first and other._last <= self._last
        if type(other) is date:
            if self.year_is_open:
                raise TypeError(f"whether {other} is in {self} cannot be known: its year is open")
            return self._first <= other <= self._last
        return False

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
        first = self._first
        year = "XXXX" if self.year_is_open else f"{first.year:04}"
        months = self.months
        if months == 12 and first.month == 1:
            return year
        if months == 6 and first.month in (1, 7):
            return f"{year}-S{first.month // 6 + 1}"
        if months == 3 and first.month % 3 == 1:
            return f"{year}-Q{first.month // 3 + 1}"
        if months == 1:
            return f"{year}-{first.month:02}"
        start = f"{year}-{first.month:02}-{first.day:02}"
        if self._last == first:
            return start
        if months is None:
            return f"{start}/P{(self._last - first).days + 1}D"
        return f"{start}/P{months}M" if months % 12 else f"{start}/P{months // 12}Y"


def _read(cls: type[Period], match: re.Match[str]) -> Period:
    year = None if match["year"] == "XXXX" else int(match["year"])
    if match["part"]:
        return _part(cls, year, match["part"], int(match["number"]))
    if match["last"]:
        first = date(OPEN_YEAR if year is None else year, int(match["month2"]), int(match["day2"]))
        open_last = match["last"].startswith("XXXX")
        if open_last is not (year is None):
            raise ValueError("one year is open and the other is not")
        last = date.fromisoformat(match["last"].replace("XXXX", str(OPEN_YEAR)))
        return cls(first, last, year_is_open=year is None)
    month, day = int(match["month"] or 1), match["day"]
    if not match["duration"]:
        return cls.of(year, month, int(day) if day else None, months=1 if match["month"] else 12)
    first = date(OPEN_YEAR if year is None else year, month, int(day))
    months = int(match["years"] or 0) * 12 + int(match["months"] or 0)
    if months and first.day == 1 and not (match["weeks"] or match["days"]):
        return cls.of(year, month, months=months)
    stop = _months_on(first, months)
    stop += timedelta(days=int(match["weeks"] or 0) * 7 + int(match["days"] or 0) - 1)
    return cls(first, stop, year_is_open=year is None)


def _part(cls: type[Period], year: int | None, part: str, number: int) -> Period:
    if part in _PARTS:
        months, parts = _PARTS[part]
        if not 1 <= number <= parts:
            raise ValueError("no such part of a year")
        return cls.of(year, (number - 1) * months + 1, months=months)
    if year is None:
        raise ValueError("the days of a week are known of a known year only")
    if part == "D":
        first = date(year, 1, 1) + timedelta(days=number - 1)
        if first.year != year:
            raise ValueError("no such day of the year")
        return cls(first, first)
    return cls(date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7))
