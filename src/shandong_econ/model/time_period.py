"""How a stretch of days is written: SDMX TIME_PERIOD, with XXXX for a year that is not known."""

from __future__ import annotations

import re
from datetime import date, timedelta

from shandong_econ.model.months import OPEN_YEAR, Days, month_days, months_between, months_on

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


def read_days(text: str) -> tuple[Days, bool]:
    """The first and last day that a TIME_PERIOD names, and whether its year is open; ValueError if it is none."""
    match = _FORM.match(text)
    if match is None:
        raise ValueError("no such form")
    year = None if match["year"] == "XXXX" else int(match["year"])
    return _read(match, year), year is None


def write_days(first: date, last: date, *, year_is_open: bool) -> str:
    """The shortest TIME_PERIOD of the days from the first to the last."""
    year = "XXXX" if year_is_open else f"{first.year:04}"
    months = months_between(first, last)
    if months == 12 and first.month == 1:
        return year
    if months == 6 and first.month in (1, 7):
        return f"{year}-S{first.month // 6 + 1}"
    if months == 3 and first.month % 3 == 1:
        return f"{year}-Q{first.month // 3 + 1}"
    if months == 1:
        return f"{year}-{first.month:02}"
    start = f"{year}-{first.month:02}-{first.day:02}"
    if last == first:
        return start
    if months is None:
        return f"{start}/P{(last - first).days + 1}D"
    return f"{start}/P{months}M" if months % 12 else f"{start}/P{months // 12}Y"


def _read(match: re.Match[str], year: int | None) -> Days:
    if match["part"]:
        return _part(year, match["part"], int(match["number"]))
    if match["last"]:
        if match["last"].startswith("XXXX") is not (year is None):
            raise ValueError("one year is open and the other is not")
        first = _day(year, match["month2"], match["day2"])
        return first, date.fromisoformat(match["last"].replace("XXXX", str(OPEN_YEAR)))
    if not match["day"]:
        return month_days(year, int(match["month"] or 1), 1 if match["month"] else 12)
    first = _day(year, match["month"], match["day"])
    if not match["duration"]:
        return first, first
    months = int(match["years"] or 0) * 12 + int(match["months"] or 0)
    days = int(match["weeks"] or 0) * 7 + int(match["days"] or 0)
    if months and first.day == 1 and not days:
        return month_days(year, first.month, months)
    return first, months_on(first, months) + timedelta(days=days - 1)


def _day(year: int | None, month: str, day: str) -> date:
    return date(OPEN_YEAR if year is None else year, int(month), int(day))


def _part(year: int | None, part: str, number: int) -> Days:
    if part in _PARTS:
        months, parts = _PARTS[part]
        if not 1 <= number <= parts:
            raise ValueError("no such part of a year")
        return month_days(year, (number - 1) * months + 1, months)
    if year is None:
        raise ValueError("the days of a week are known of a known year only")
    if part == "D":
        first = date(year, 1, 1) + timedelta(days=number - 1)
        if first.year != year:
            raise ValueError("no such day of the year")
        return first, first
    return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)
