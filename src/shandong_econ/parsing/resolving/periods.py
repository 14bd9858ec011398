"""The periods that expressions of time mean: each form has a function here that reads what its pattern caught."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs

from shandong_econ.errors import ModelError
from shandong_econ.lexicon.words import relative_years, small_number
from shandong_econ.model import Period
from shandong_econ.parsing.finding.times import Time


@attrs.frozen
class Calendar:
    """What is known of the date: the year that "this year" means, the year of bare months, the day of publication."""

    this_year: int | None = None
    report_year: int | None = None
    published: date | None = None

    def year_of(self, last_month: int) -> int | None:
        """The year of a period that is named without one and ends in this month: it was over when it was published."""
        if self.report_year is not None:
            return self.report_year
        if self.published is None:
            return self.this_year
        return self.published.year - (last_month > self.published.month)

    @property
    def year(self) -> int | None:
        """The year that the whole report is about, as far as it is known."""
        return self.report_year if self.report_year is not None else self.this_year


def resolve(time: Time, calendar: Calendar, current: Period | None = None) -> Period | None:
    """The period that an expression means, or None where it names none; `current` is what "the month" refers to."""
    try:
        return _FORMS[time.form](time, calendar, current)
    except ModelError:  # a thirteenth month, a thirtieth of February
        return None


def _number(time: Time, *names: str) -> int:
    """The number that the first of these groups caught; ModelError if none did."""
    text = next((caught for name in names if (caught := time.groups.get(name))), None)
    value = None if text is None else small_number(text, time.language)
    if value is None:
        raise ModelError(f"{text!r} is no small number")
    return value


def _year(time: Time, calendar: Calendar, last_month: int = 0) -> int | None:
    if (named := time.names_year) is not None:
        return named
    if relative := time.groups.get("relative"):
        offset = relative_years(time.language)[relative.lower()]
        year = calendar.report_year if calendar.report_year is not None and offset else calendar.this_year
        return None if year is None else year + offset
    return calendar.year_of(last_month)


def _month_end(year: int | None, month: int) -> Period:
    return Period.of(year, month, months=1).last_day()


def _span_or_end(time: Time, year: int | None, month: int, months: int) -> Period:
    if time.groups.get("end"):
        return _month_end(year, month + months - 1)
    return Period.of(year, month, months=months)


def _days(time: Time, calendar: Calendar, _: Period | None) -> Period:
    month, last = _number(time, "m"), _number(time, "m2") if time.groups.get("m2") else _number(time, "m")
    year = _year(time, calendar, last)
    return Period.of(year, month, _number(time, "d")).through(Period.of(year, last, _number(time, "d2")))


def _day(time: Time, calendar: Calendar, _: Period | None) -> Period:
    month = _number(time, "m", "m3")
    year = int(time.groups["year3"] or 0) if time.groups.get("year3") else _year(time, calendar, month)
    return Period.of(year, month, _number(time, "d", "d3"))


def _months(time: Time, calendar: Calendar, _: Period | None) -> Period:
    first, last = _number(time, "m"), _number(time, "m2")
    return _span_or_end(time, _year(time, calendar, last), first, last - first + 1)


def _first_months(time: Time, calendar: Calendar, _: Period | None) -> Period:
    months = _number(time, "k", "k2")
    return _span_or_end(time, _year(time, calendar, months), 1, months)


def _months_to(time: Time, calendar: Calendar, _: Period | None) -> Period:
    """So many months up to one of them: "the three months to March"."""
    last, months = _number(time, "m"), 3 if time.groups.get("three") else _number(time, "k")
    return _months_back(_year(time, calendar, last), last, months)


def _months_until(time: Time, calendar: Calendar, _: Period | None) -> Period:
    """The months since January up to one of them: "through May"."""
    last = _number(time, "m")
    return _months_back(_year(time, calendar, last), last, last)


def _months_back(year: int | None, last: int, months: int) -> Period:
    first = last - months + 1
    if first >= 1 or year is None:
        return Period.of(year, max(first, 1), months=min(months, last))
    return Period.of(year - 1, first + 12, months=months)


def _so_many_months(time: Time, calendar: Calendar, current: Period | None) -> Period:
    """The months since January that are as many: in a text on half a year "the six months" are its first."""
    months = _number(time, "k")
    if current is not None and current.months == months:
        return current
    year = None if current is None else current.year
    return Period.of(calendar.year_of(months) if year is None else year, 1, months=months)


def _first_quarters(time: Time, calendar: Calendar, _: Period | None) -> Period:
    months = 3 * _number(time, "k")
    return _span_or_end(time, _year(time, calendar, months), 1, months)


def _half(time: Time, calendar: Calendar, _: Period | None) -> Period:
    second = _number(time, "h", "h2", "h1") == 2
    return _span_or_end(time, _year(time, calendar, 12 if second else 6), 7 if second else 1, 6)


def _quarter(time: Time, calendar: Calendar, _: Period | None) -> Period:
    quarter = 1 if time.groups.get("first") else _number(time, "q", "q2")
    return _span_or_end(time, _year(time, calendar, 3 * quarter), 3 * quarter - 2, 3)


def _month(time: Time, calendar: Calendar, _: Period | None) -> Period:
    month = _number(time, "m")
    return _span_or_end(time, _year(time, calendar, month), month, 1)


def _years(time: Time, calendar: Calendar, _: Period | None) -> Period:
    first, last = int(time.groups["year"] or 0), int(time.groups.get("year2") or time.groups.get("year3") or 0)
    if last < 100:
        last += first // 100 * 100
    return Period.of(first, 1, months=12 * (last - first + 1))


def _whole_year(time: Time, calendar: Calendar, current: Period | None) -> Period:
    spoken_of = None if current is None else current.year
    named = time.names_year is not None or time.groups.get("relative")
    if time.groups.get("before") and spoken_of is not None:
        year: int | None = spoken_of - 1  # 上年: the year before the one that is spoken of
    elif not named and spoken_of is not None:
        year = spoken_of  # 全年, 年末: of the year that is spoken of
    else:
        year = _year(time, calendar) if named else calendar.year
    return Period.of(year, 12, 31) if time.groups.get("end") else Period.of(year)


def _plan(time: Time, calendar: Calendar, _: Period | None) -> Period:
    number = _number(time, "plan")
    first = 1951 + 5 * (number - 1) if number < 11 else 2006 + 5 * (number - 11)
    if time.groups.get("end"):
        return Period.of(first + 4, 12, 31)
    return Period.of(first, 1, months=60)


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


def _now(time: Time, calendar: Calendar, _: Period | None) -> Period | None:
    day = calendar.published
    return None if day is None else Period(day, day)


def _since_year(time: Time, calendar: Calendar, _: Period | None) -> Period | None:
    year, now = time.names_year, calendar.published
    if year is None or now is None or now.year < year:
        return None
    return Period(date(year, 1, 1), now)


def _since_month(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    month = _number(time, "m")
    if current is None or current.year is None:
        return None
    tells_year = time.names_year is not None or time.groups.get("relative")
    year = _year(time, calendar, month) if tells_year else current.year
    return Period.of(year, month, months=1).through(current.last_month())


def _years_back(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    """The years up to the one that is looked back on: the one spoken of, else that of the report, else the last one."""
    years = _number(time, "k", "k2")
    if calendar.year is None:
        return None
    last = calendar.year if calendar.report_year is not None else calendar.year - 1
    if current is not None and current.months == 12 and current.year is not None:
        last = min(current.year, calendar.year if calendar.report_year is not None else last)
    return Period.of(last - years + 1, 1, months=12 * years)


def _years_ahead(time: Time, calendar: Calendar, _: Period | None) -> Period | None:
    year = None if calendar.published is None else calendar.published.year
    return None if year is None else Period.of(year, 1, months=12 * _number(time, "k"))


def _years_ago(time: Time, calendar: Calendar, current: Period | None) -> Period:
    told = current.year if current is not None and time.groups.get("before") else None  # "ten years earlier"
    year = told or calendar.this_year
    return Period.of(None if year is None else year - _number(time, "k"))


def _between(time: Time, calendar: Calendar, _: Period | None) -> Period:
    year = time.names_year
    return _quarter(time, calendar, None) if time.groups.get("q") else Period.of(year, _number(time, "m"), months=1)


def base_of(time: Time) -> Period | None:
    """The period that "between Q1 2014 and Q2 2014" measures from; None for what names no base."""
    if time.form != "between":
        return None
    if quarter := time.groups.get("bq"):
        return Period.of(int(time.groups["by"] or 0), 3 * int(quarter[1]) - 2, months=3)
    return Period.of(int(time.groups["by2"] or 0), _number(time, "bm"), months=1)


def _period_end(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    return None if current is None else current.last_day()


def _previous(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    """The month or quarter before what is spoken of; before a longer stretch, the last month that was over."""
    what, day = (time.groups.get("what") or "").lower(), calendar.published
    if current is not None and (what != "month" or current.months == 1):
        return current.preceding()
    if day is not None and what in ("", "month"):
        return Period(day, day).last_month().preceding()
    return None if current is None else current.last_month()


def _year_to_date(time: Time, calendar: Calendar, _: Period | None) -> Period | None:
    """The year so far, where no figure that follows says how far."""
    return None if calendar.published is None or calendar.report_year is not None else Period.of(calendar.this_year)


def _nothing(time: Time, calendar: Calendar, _: Period | None) -> None:
    return None


def _start_of_year(time: Time, calendar: Calendar, _: Period | None) -> Period:
    year = calendar.year
    return Period.of(None if year is None else year - 1, 12, 31)


_FORMS: dict[str, Callable[[Time, Calendar, Period | None], Period | None]] = {
    "days": _days,
    "day": _day,
    "months": _months,
    "first_months": _first_months,
    "so_many_months": _so_many_months,
    "months_to": _months_to,
    "months_until": _months_until,
    "first_quarters": _first_quarters,
    "half": _half,
    "quarter": _quarter,
    "month": _month,
    "years": _years,
    "year": _whole_year,
    "plan": _plan,
    "between": _between,
    "period_end": _period_end,
    "previous": _previous,
    "same_month": _same_month,
    "this_period": _this_period,
    "same_period": _same_period,
    "now": _now,
    "since_year": _since_year,
    "since_month": _since_month,
    "years_back": _years_back,
    "years_ahead": _years_ahead,
    "years_ago": _years_ago,
    "year_to_date": _year_to_date,
    "unknown": _nothing,
    "start_of_year": _start_of_year,
    "holiday": _nothing,
    "holiday_days": _nothing,
    "same_day": _nothing,
}
