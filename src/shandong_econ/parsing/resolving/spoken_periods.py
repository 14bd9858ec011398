"""Periods that an expression names by what is spoken of, or by the day of publication: the month, last year, so far."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from shandong_econ.lexicon.words import relative_years
from shandong_econ.model import Period
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.calendar import Calendar, Form, number_in, year_in
from shandong_econ.parsing.resolving.lengths import QUARTER, YEAR


def _whole_year(time: Time, calendar: Calendar, current: Period | None) -> Period:
    spoken_of = None if current is None else current.year
    named = time.names_year is not None or time.groups.get("relative")
    if time.groups.get("before") and spoken_of is not None:
        year: int | None = spoken_of - 1  # 上年: the year before the one that is spoken of
    elif time.groups.get("before") and not named:
        year = None if calendar.this_year is None else calendar.this_year - 1
    elif not named and spoken_of is not None:
        year = spoken_of  # 全年, 年末: of the year that is spoken of
    else:
        year = year_in(time, calendar) if named else _year_counted(time, calendar)
    return Period.of(year, 12, 31) if time.groups.get("end") else Period.of(year)


def _year_counted(time: Time, calendar: Calendar) -> int | None:
    """The year that the report is about; the year before where results of a whole one are told early in the next."""
    day, counts = calendar.published, time.groups.get("counted") or time.groups.get("counted2")
    early = not calendar.is_report and day is not None and day.month <= FIRST_QUARTER
    return calendar.year_of(DECEMBER) if counts and early else calendar.this_year


FIRST_QUARTER, DECEMBER = 3, 12


def _so_many_months(time: Time, calendar: Calendar, current: Period | None) -> Period:
    """The months since January that are as many: in a text on half a year "the six months" are its first."""
    months = number_in(time, "k", "k2")
    if current is not None and current.months == months:
        return current
    year = None if current is None else current.year
    return Period.of(calendar.year_of(months) if year is None else year, 1, months=months)


def _same_month(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    return None if current is None else current.last_month()


def _this_period(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    """The period that is spoken of, or the quarter at the end of it."""
    if current is None or (time.groups.get("what") or "").lower() == "period":
        return current
    quarters = (Period.of(current.year, month, months=3) for month in (1, 4, 7, 10))
    return next((quarter for quarter in quarters if quarter.last_day() >= current.last_day()), current)


def _same_period(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    if current is None:
        return None
    if (named := time.names_year) is not None:
        return current.in_year(named)
    year = current.year
    offset = relative_years(time.language).get(time.groups.get("relative") or "", -1)
    return current if year is None else current.in_year(year + offset)


def _period_end(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    return None if current is None else current.last_day()


def _previous(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    """The month or quarter before what is spoken of; before a longer stretch, the last month that was over."""
    what, day = (time.groups.get("what") or "").lower(), calendar.published
    if time.groups.get("end"):  # 比上月末, 比上季末
        months = QUARTER if time.groups.get("quarter") else 1
        return None if current is None else _back(current.last_month(), months).last_day()
    if current is not None and (what != "month" or current.months == 1):
        after = current.following().last_day()  # in the next one "last month" is still the one before
        over = day is not None and time.groups.get("last") and current.last_day() < Period(day, day) <= after
        return current if over else current.preceding()
    if day is not None and what in ("", "month"):
        return Period(day, day).last_month().preceding()
    return None if current is None else current.last_month()


def _back(month: Period, months: int) -> Period:
    for _ in range(months):
        month = month.preceding()
    return month


def _past_months(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    """So many months with the last one that is told of, or that was over when the text was published.

    "The previous four" are those before it.
    """
    day = calendar.published
    last = current.last_month() if current is not None else None if day is None else Period(day, day).last_month()
    if last is None:
        return None
    last = last.preceding() if current is None or time.form == "months_before" else last
    return _back(last, number_in(time, "k", "k2") - 1).through(last)


def _now(time: Time, calendar: Calendar, _: Period | None) -> Period | None:
    day = calendar.published
    if day is not None and time.groups.get("before") and day > date.min:
        day -= timedelta(days=1)  # 截至昨天
    return None if day is None else Period(day, day)


def _year_to_date(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    """The year so far: up to the month that was told last, where one was told of this year."""
    if current is not None and current.year == calendar.this_year and (current.months or YEAR) < YEAR:
        return Period.of(current.year, 1, months=1).through(current)
    return None if calendar.published is None or calendar.is_report else Period.of(calendar.this_year)


def _start_of_year(time: Time, calendar: Calendar, _: Period | None) -> Period:
    year = time.names_year or calendar.this_year
    return Period.of(None if year is None else year - 1, 12, 31)


def _since_year(time: Time, calendar: Calendar, _: Period | None) -> Period | None:
    year, now = time.names_year, calendar.published
    if year is None and now is not None and (relative := time.groups.get("relative")):
        year = now.year + relative_years(time.language)[relative]  # 去年以来
    if year is None or now is None or now.year < year:
        return None
    return Period(date(year, 1, 1), now)


def _since(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    """The days from a day or a month on, up to what is spoken of or, where that is not over yet, to publication."""
    month, now = number_in(time, "m"), calendar.published
    day = number_in(time, "d") if time.form == "since_day" else None
    tells_year = day is not None or time.names_year is not None or time.groups.get("relative")
    year = None if tells_year or current is None else current.year
    begin = Period.of(year or year_in(time, calendar, month), month, day).first
    last = None if current is None else current.last if day else current.last_month().last
    if last is None or (day and begin is not None and last <= begin) or (now is not None and now < last):
        last = now
    return None if begin is None or last is None or last < begin else Period(begin, last)


def _years_back(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    """The years up to the one that is looked back on: the one spoken of, else that of the report, else the last one.

    As many as were spoken of are those: 2021—2023年…，三年累计….
    """
    years = number_in(time, "k", "k2", "k3", "k4")
    if current is not None and current.months == YEAR * years > YEAR:
        return current
    if time.names_year is not None:
        return Period.of(time.names_year - years + 1, 1, months=12 * years)
    if calendar.this_year is None:
        return None
    last = calendar.this_year - (not calendar.is_report)
    if current is not None and current.months == YEAR and current.year is not None:
        last = min(current.year, last)
        last -= bool(time.groups.get("before"))  # "the three years before"
    return Period.of(last - years + 1, 1, months=12 * years)


def _years_ahead(time: Time, calendar: Calendar, _: Period | None) -> Period | None:
    year = calendar.now
    return None if year is None else Period.of(year, 1, months=12 * number_in(time, "k"))


def _years_ago(time: Time, calendar: Calendar, current: Period | None) -> Period:
    told = current.year if current is not None and time.groups.get("before") else None  # "ten years earlier"
    year = told or calendar.this_year
    return Period.of(None if year is None else year - number_in(time, "k", "k2"))


SPOKEN: Mapping[str, Form] = {
    "so_many_months": _so_many_months,
    "year": _whole_year,
    "period_end": _period_end,
    "previous": _previous,
    "months_before": _past_months,
    "past_months": _past_months,
    "same_month": _same_month,
    "this_period": _this_period,
    "same_period": _same_period,
    "now": _now,
    "today": _now,
    "since_year": _since_year,
    "since_month": _since,
    "since_day": _since,
    "years_back": _years_back,
    "years_ahead": _years_ahead,
    "years_ago": _years_ago,
    "year_to_date": _year_to_date,
    "start_of_year": _start_of_year,
}
