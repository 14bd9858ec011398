"""Periods that an expression names by itself: days, months, quarters, halves, years, plans."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from shandong_econ.lexicon.holidays import days_off
from shandong_econ.lexicon.words import month_of_feast
from shandong_econ.model import Period
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.calendar import Calendar, Form, number_in, year_in
from shandong_econ.parsing.resolving.lengths import QUARTER, YEAR

WEEK = 7  # days
_SOON = 2  # months before a part of a year in which a text without a year tells of what is expected of it
AT_HAND = 30  # days before a holiday in which a text tells of what is expected of it


def _span_or_end(time: Time, year: int | None, month: int, months: int) -> Period:
    if time.groups.get("end"):
        return Period.of(year, month + months - 1, months=1).last_day()
    return Period.of(year, month, months=months)


def _days(time: Time, calendar: Calendar, _: Period | None) -> Period:
    month, last = number_in(time, "m"), number_in(time, "m2") if time.groups.get("m2") else number_in(time, "m")
    year = year_in(time, calendar, last)
    begun = int(time.groups.get("y0") or year or 0) - (year is not None and not time.groups.get("y0") and month > last)
    return Period.of(begun or None, month, number_in(time, "d")).through(Period.of(year, last, number_in(time, "d2")))


def _day(time: Time, calendar: Calendar, _: Period | None) -> Period:
    month = number_in(time, "m", "m3")
    year = int(time.groups["year3"] or 0) if time.groups.get("year3") else year_in(time, calendar, month)
    return Period.of(year, month, number_in(time, "d", "d3"))


def _days_of_month(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    """Days without a month: of the month that was told, else the last such up to the day of publication."""
    now, told = calendar.published, None if current is None or (current.months or 0) > 1 else current.last_month()
    if now is None:
        return None
    months = [told] if told is not None else [Period(now, now).last_month()]
    first, last = number_in(time, "d"), number_in(time, "d2", "d")
    for month in (*months, months[0].preceding()):
        if month.first is not None and (begin := month.first + timedelta(days=first - 1)) <= now:
            return Period(begin, begin + timedelta(days=last - first)) if last >= first else None
    return None


def _holiday(time: Time, calendar: Calendar, _: Period | None) -> Period | None:
    """The days off of a holiday that is named: of the year that is told, else the last that had begun or is at hand."""
    now, month = calendar.published, month_of_feast(time.groups.get("m") or "", time.language)
    is_told = calendar.is_report or time.names_year is not None or bool(time.groups.get("relative"))
    if month is None or (now is None and not is_told):
        return None
    year = year_in(time, calendar)
    for first, last in reversed(days_off().get(month, ())):
        if last.year == year if now is None or is_told else (first - now).days <= AT_HAND:
            return Period(first, last)
    return None


def _holiday_days(time: Time, calendar: Calendar, _: Period | None) -> Period | None:
    """The first days of a holiday that is named: "the first three days of the National Day holiday"."""
    days = _holiday(time, calendar, None)
    if days is None or days.first is None or not time.groups.get("first"):
        return None
    return Period(days.first, days.first + timedelta(days=number_in(time, "k") - 1))


def _weekday(time: Time, calendar: Calendar, _: Period | None) -> Period | None:
    """The last day of this name up to the day of publication."""
    now = calendar.published
    if now is None or now - date.min <= timedelta(days=WEEK):
        return None
    day = now - timedelta(days=(now.isoweekday() - number_in(time, "weekday")) % WEEK)
    return Period(day, day)


def _week(time: Time, calendar: Calendar, _: Period | None) -> Period | None:
    """The seven days up to one, the week in which the text was published, or the one before or after it."""
    now = calendar.published
    if time.groups.get("m"):
        last = _day(time, calendar, None).last
        return None if last is None else Period(last - timedelta(days=WEEK - 1), last)
    if now is None or now - date.min <= timedelta(days=2 * WEEK):
        return None
    monday = now - timedelta(days=now.weekday())
    which = (time.groups.get("back") or "").lower()
    if which == "this":
        return Period(monday, now)
    first = monday + timedelta(days=WEEK if which in _AHEAD else -WEEK)
    return Period(first, first + timedelta(days=WEEK - 1))


_AHEAD = frozenset(("next", "the coming"))


def _months(time: Time, calendar: Calendar, _: Period | None) -> Period:
    first, last = number_in(time, "m"), number_in(time, "m2")
    year = year_in(time, calendar, last)
    begun = int(time.groups.get("y0") or year or 0)
    if year is not None and (first > last or begun < year):  # "December to February", "May 2019 to June 2020"
        years = max(year - begun, 1)
        period = Period.of(year - years, first, months=last + years * YEAR - first + 1)
        return period.last_day() if time.groups.get("end") else period
    return _span_or_end(time, year, first, last - first + 1)


def _first_months(time: Time, calendar: Calendar, _: Period | None) -> Period:
    """The months since January: so many, so many quarters of them, or up to one of them, "through May"."""
    months = number_in(time, "k", "k2", "k3", "m") * (QUARTER if time.form == "first_quarters" else 1)
    return _span_or_end(time, year_in(time, calendar, months), 1, months)


def _months_to(time: Time, calendar: Calendar, _: Period | None) -> Period:
    """So many months up to one of them: "the three months to March", "the year to March"."""
    last = number_in(time, "m")
    months = next((count for name, count in _SPANS.items() if time.groups.get(name)), 0) or number_in(time, "k")
    year, first = year_in(time, calendar, last), last - months + 1
    if first >= 1 or year is None:
        return Period.of(year, max(first, 1), months=min(months, last))
    return Period.of(year - 1, first + YEAR, months=months)


def _half(time: Time, calendar: Calendar, current: Period | None) -> Period:
    second = number_in(time, "h", "h2", "h1", "h3") == 2
    first = 7 if second else 1
    return _span_or_end(time, _year_of_part(time, calendar, current, first, first + 5), first, 6)


def _quarter(time: Time, calendar: Calendar, current: Period | None) -> Period:
    ends_in = number_in(time, "qm") if time.groups.get("qm") else 0
    quarter = 1 if time.groups.get("first") else ends_in // 3 or number_in(time, "q", "q2", "q3")
    last = 3 * quarter
    return _span_or_end(time, _year_of_part(time, calendar, current, last - 2, last), last - 2, 3)


def _year_of_part(time: Time, calendar: Calendar, current: Period | None, first: int, last: int) -> int | None:
    """The year of a part of one, which after results of this year that end before it is this one too."""
    told = None if current is None or current.year is None or current.year != calendar.this_year else current.last
    near = calendar.published is not None and 1 < first <= calendar.published.month + _SOON  # 下半年, in May
    goes_on = near and (current is None or current.year is None or told is not None)
    return year_in(time, calendar, 0 if goes_on or (told is not None and told.month < first) else last)


def _month(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    if time.groups.get("this"):
        return None if calendar.published is None else Period(calendar.published, calendar.published).last_month()
    month = number_in(time, "m")
    if time.groups.get("before") and current is not None and current.year is not None:
        told = Period.of(current.year, month, months=1)  # "last October", in a text on this one
        return told if told < current.last_month() else Period.of(current.year - 1, month, months=1)
    year = year_in(time, calendar, month)
    name = time.groups.get("days")
    return _span_or_end(time, year, month, 1) if name is None else _third(year, month, name)


def _third(year: int | None, month: int, name: str) -> Period:
    """The first ten days of a month, the second, or the rest: 上旬, 中旬, 下旬."""
    first = 1 + 10 * ("上", "中", "下").index(name[0])
    begin = Period.of(year, month, first)
    is_rest = first > _SECOND
    return begin.through(Period.of(year, month, months=1).last_day() if is_rest else Period.of(year, month, first + 9))


_SECOND = 11


def _ten_days(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    """A third of the month that was told last."""
    if current is None or (current.months or 0) > 1:
        return None
    begins = current.last_month().in_year(current.first_year).first
    return None if begins is None else _third(current.year, begins.month, time.groups["days"] or "")


def _years(time: Time, calendar: Calendar, _: Period | None) -> Period:
    first, last = int(time.groups["year"] or 0), int(time.groups.get("year2") or time.groups.get("year3") or 0)
    if last < 100:
        last += first // 100 * 100
        if (season := calendar.season) is not None and last == first + 1:
            return Period.of(first, season[0], months=(season[1] - season[0]) % YEAR + 1)
    return Period.of(first, 1, months=12 * (last - first + 1))


_EARLY_PLANS = {1: 1953, 2: 1958, 3: 1966}
"""The years in which the first Five-Year Plans began; from the fourth on one follows another."""


def _plan(time: Time, calendar: Calendar, _: Period | None) -> Period:
    number = number_in(time, "plan")
    first = _EARLY_PLANS.get(number, 1951 + 5 * number)
    if time.groups.get("end"):
        return Period.of(first + 4, 12, 31)
    return Period.of(first, 1, months=60)


_SPANS = {"three": QUARTER, "twelve": YEAR}


NAMED: Mapping[str, Form] = {
    "days": _days,
    "day": _day,
    "months": _months,
    "first_months": _first_months,
    "months_to": _months_to,
    "months_until": _first_months,
    "first_quarters": _first_months,
    "half": _half,
    "quarter": _quarter,
    "month": _month,
    "ten_days": _ten_days,
    "years": _years,
    "plan": _plan,
    "days_of_month": _days_of_month,
    "day_of_month": _days_of_month,
    "week": _week,
    "weekday": _weekday,
    "holiday": _holiday,
    "holiday_days": _holiday_days,
}
