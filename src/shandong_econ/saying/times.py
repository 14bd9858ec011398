"""A period as bulletins name it: at the head of a sentence, or as what something is compared with."""

from __future__ import annotations

from datetime import date

from shandong_econ.model import Observation, Period
from shandong_econ.model.months import OPEN_YEAR
from shandong_econ.saying.phrases import Phrases
from shandong_econ.saying.refusing import unsayable

FIRST_YEAR, LAST_YEAR = 1900, 2099  # what is outside reads like a number


def at_head(figure: Observation, period: Period, phrases: Phrases) -> str:
    """The period as a sentence begins with it; UnsayableError for one that bulletins have no words for."""
    return _named(figure, period, phrases, 0)


def in_words(figure: Observation, period: Period, phrases: Phrases) -> str:
    """The period by itself."""
    return _named(figure, period, phrases, 1)


def is_day(period: Period | None) -> bool:
    """Whether it is one day."""
    return period is not None and period.is_one_day


def same_part(base: Period, period: Period) -> bool:
    """Whether it is the same part, shorter than the whole, of another year."""
    if base.year_is_open or period.year_is_open or base.months is None or base.months >= 12:
        return False
    return base.in_year(period.first_year) == period


def _days(period: Period) -> tuple[date, date]:
    """The first and the last day, in the leap year that stands for a year that is not known."""
    closed = period.in_year(OPEN_YEAR) if period.year_is_open else period
    assert closed.first is not None  # its year is known
    assert closed.last is not None
    return closed.first, closed.last


def _named(figure: Observation, period: Period, phrases: Phrases, which: int) -> str:
    if (words := named(period, phrases, which)) is None:
        remedy = "give days, months, quarters, halves or years within one year, or whole years, from 1900 to 2099"
        raise unsayable(figure, f"the period {period}", phrases.language, remedy)
    return words


def named(period: Period, phrases: Phrases, which: int = 0) -> str | None:
    """The period in the form of that number in the section "time"; None for one that the section has no words for."""
    first, last = _days(period)
    known = not period.year_is_open
    if known and not FIRST_YEAR <= first.year <= last.year <= LAST_YEAR:
        return None
    if (key := _form(period, first, last)) is None:
        return None
    if not known and (open_words := phrases.sections["time"].get(f"open_{key}")):
        return open_words[which]
    return phrases.words("time", key)[which].format(**_filled(first, last, phrases, known=known))


def _form(period: Period, first: date, last: date) -> str | None:
    """Which of the forms of `saying.toml` names the period, or None where none does."""
    months = period.months
    if first == last:
        return ("year_end" if last.month == 12 else "month_end") if period.is_month_end else "day"
    if first.year != last.year:
        whole = months is not None and months % 12 == 0 and first.month == 1
        return "years" if whole and not period.year_is_open else None
    if months is None:
        return "days"
    if months == 12:
        return "year"
    if months == 6 and first.month in (1, 7):
        return "half"
    if months == 3 and first.month % 3 == 1:
        return "quarter"
    if months == 1:
        return "month"
    if first.month == 1:
        return "quarters" if months == 9 else "first_months"
    return "months"


def _filled(first: date, last: date, phrases: Phrases, *, known: bool) -> dict[str, object]:
    """What the forms take: the year, and the months and days as the language writes them."""
    names = phrases.sections["time"].get("month_names")
    months = last.month - first.month + 1
    numbers = phrases.words("time", "numbers")
    count = months // 3 if months == 9 else months
    return {
        "year": first.year,
        "year2": last.year,
        "y": phrases.get("time", "known").format(year=first.year) if known else "",
        "of": phrases.get("time", "of").format(year=first.year) if known else "",
        "comma": phrases.get("time", "comma").format(year=first.year) if known else "",
        "month": names[first.month] if names else first.month,
        "month2": names[last.month] if names else last.month,
        "day": first.day,
        "day2": last.day,
        "count": months,
        "number": numbers[count] if count < len(numbers) else count,
        "part": _part(first, months, phrases),
    }


def _part(first: date, months: int, phrases: Phrases) -> str:
    if months == 6:
        return phrases.words("time", "halves")[first.month // 7]
    return phrases.words("time", "parts")[(first.month - 1) // 3]
