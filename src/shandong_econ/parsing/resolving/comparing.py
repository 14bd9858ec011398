"""What a growth or a change is measured against, where the text names the other period."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Period
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.lengths import QUARTER
from shandong_econ.parsing.resolving.moves_between import OVER_YEAR
from shandong_econ.parsing.resolving.periods import base_of, resolve

_PARTS_OF_YEAR = frozenset({"month", "months", "quarter", "half", "first_months", "first_quarters"})


def period_of_base(time: Time, calendar: Calendar, period: Period | None) -> Period | None:
    """The period that is measured against: a part of a year without its year is the last before what is measured."""
    base = base_of(time, calendar) or resolve(time, calendar, period)
    named = time.names_year is not None or time.groups.get("relative")
    if base is None or named or time.form not in _PARTS_OF_YEAR or period is None or period.year is None:
        return base
    same_year = base.in_year(period.year)
    inside = time.is_point and same_year.last_day() < period.last_day()  # since June, of January to October
    return same_year if inside or same_year < period else base.in_year(period.year - 1)


def by_base(base: Period | None, time: Time, period: Period | None) -> Comparison:
    """The comparison that a named base makes: a year on year, a month on month, or just since then."""
    if time.form == "start_of_year" and time.names_year is None:
        return Comparison.SINCE_START_OF_YEAR
    if time.form == OVER_YEAR or (time.form == "same_period" and time.names_year is None):
        return Comparison.YEAR_ON_YEAR
    if time.form == "previous":
        told = time.groups.get("three") or time.groups.get("quarter")
        is_quarter = told or (period is not None and period.months == QUARTER)
        return Comparison.QUARTER_ON_QUARTER if is_quarter else Comparison.MONTH_ON_MONTH
    if time.form == "between" and ends_quarters(base, period):
        return Comparison.QUARTER_ON_QUARTER
    if time.form == "plan":
        return Comparison.SINCE  # 比“十三五”末
    if base is None or period is None or base.year_is_open is not period.year_is_open:
        is_known = base is not None and not base.year_is_open  # 较2019年同期, in a text of no known year
        return Comparison.YEAR_ON_YEAR if time.form == "same_period" and not is_known else Comparison.SINCE
    if time.form == "day" and base == Period.of(period.first_year, 1, 1):
        return Comparison.SINCE_START_OF_YEAR  # "since January 1"
    if (
        time.is_point
        and (period.months or 1) <= 12
        and base.last_day() == base
        and str(base).endswith("12-31")
        and base.first_year == period.first_year - 1
    ):
        return Comparison.SINCE_START_OF_YEAR
    if time.is_point and time.form != "quarter" and base == period.last_month().preceding().last_day():
        return Comparison.MONTH_ON_MONTH
    of_quarter = time.form == "quarter" and ends_quarters(base.last_month(), period.last_month())
    if of_quarter and period == period.last_day():
        return Comparison.QUARTER_ON_QUARTER  # 6月末…，比一季度末…
    if period == period.last_day() and base.months in (None, 1) and base.last_day() == base.last_month().last_day():
        return between(base.last_month(), period.last_month())  # what is counted on a day, against August last year
    days = period.months is None and period.year is not None
    like = time.groups.get("relative") or str(period).endswith("12-31")
    if days and like and base == Period.of(period.first_year - 1):
        return Comparison.YEAR_ON_YEAR  # "than in last year's holiday", at the end of a year "than in 2015"
    if time.form == "holiday" and _is_a_year_before(base, period):
        return Comparison.YEAR_ON_YEAR
    return between(base, period)


def _is_a_year_before(base: Period, period: Period) -> bool:
    """Whether the days off of a holiday are those of the year before, which the moon may have moved by some weeks."""
    if base.first is None or period.first is None:
        return False
    return abs((period.first - base.first).days - DAYS_OF_YEAR) <= MOVED_BY_MOON


DAYS_OF_YEAR, MOVED_BY_MOON = 365, 30


def ends_quarters(base: Period | None, period: Period | None) -> bool:
    """Whether two months end a quarter and the one before it: "between March and June" measures what is counted so."""
    if base is None or period is None or base.months != 1 or period.months != 1 or base.year_is_open:
        return False
    quarter = next((q for m in (1, 4, 7, 10) if (q := Period.of(base.year, m, months=3)).last_month() == base), None)
    return quarter is not None and quarter.following().last_month() == period


def between(base: Period | None, period: Period | None) -> Comparison:
    """The comparison of two periods: the same months a year later, the next month or quarter, or just since then."""
    if base is None or period is None or base.year_is_open is not period.year_is_open:
        return Comparison.SINCE
    if base.months is None or base.months != period.months:
        return Comparison.SINCE
    if base.first_year == period.first_year - 1 and base.in_year(period.first_year) == period:
        return Comparison.YEAR_ON_YEAR
    if base.following() == period and base.months == 1:
        return Comparison.MONTH_ON_MONTH
    if base.following() == period and base.months == QUARTER:
        return Comparison.QUARTER_ON_QUARTER
    return Comparison.SINCE


def is_then(words: str) -> bool:
    """Whether what something is compared with is its own time before, without a date: 比建厂时, "below its level"."""
    own = words.lower() in word_list("en", "base.own_levels") or words.lower().startswith(
        word_list("en", "base.before_then")
    )
    return own or words.endswith(word_list("zh", "copula.then"))
