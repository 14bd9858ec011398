"""Expressions of time that tell from when to when something moved: "between May and June", "in the year to June"."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from shandong_econ.model import Period
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.calendar import Calendar, Form, number_in, year_in
from shandong_econ.parsing.resolving.lengths import YEAR

OVER_YEAR = "over_year"
"""The form of "the year to June" where it tells over what something moved: what is measured is June."""

BETWEEN_SAME = "between_same"
"""The form of "between the two months", of which the last is what is spoken of."""


def start_of_move(time: Time, calendar: Calendar) -> Period | None:
    """The period from which something is told to have moved, or None for a time that names none."""
    if time.form == OVER_YEAR:
        end = _month_reached(time, calendar, None)
        return None if end.year is None else end.in_year(end.year - 1)
    if time.form != "between":
        return None
    end = _reached(time, calendar, None)
    if named := time.groups.get("by") or time.groups.get("by2"):
        return _side(time, int(named), "bq", "bm", "bm2")
    start = _side(time, end.year, "bq", "bm", "bm2")
    if end.year is None or start < end:
        return start
    return _side(time, end.year - 1, "bq", "bm", "bm2")


def as_move(time: Time) -> Time:
    """The move from one year to the next that "between 2013 and 2014" means; more years are a span."""
    first, last = time.groups.get("year"), time.groups.get("year2")
    if first is None or last is None or int(last) - int(first) != 1:
        return time
    return attrs.evolve(time, form="between", groups={"by": first, "year": last})


def as_months(time: Time) -> Time:
    """The same months as the span that "between April and June" can mean too."""
    groups = {**time.groups, "m": time.groups.get("bm"), "m2": time.groups.get("m")}
    return attrs.evolve(time, form="months", groups=groups)


def _reached(time: Time, calendar: Calendar, _: Period | None) -> Period:
    """The period in which a move between two ended."""
    months = next((name for name in ("q", "m2", "m") if time.groups.get(name)), None)
    if months is None:
        return Period.of(time.names_year)
    last = 3 * number_in(time, "q") if months == "q" else number_in(time, months)
    return _side(time, year_in(time, calendar, last), "q", "m", "m2")


def _month_reached(time: Time, calendar: Calendar, _: Period | None) -> Period:
    month = number_in(time, "m")
    return Period.of(year_in(time, calendar, month), month, months=1)


def _side(time: Time, year: int | None, quarter: str, month: str, last: str) -> Period:
    if time.groups.get(quarter):
        return Period.of(year, 3 * number_in(time, quarter) - 2, months=3)
    if not time.groups.get(month):
        return Period.of(year)
    first = number_in(time, month)
    months = (number_in(time, last) - first) % YEAR + 1 if time.groups.get(last) else 1
    crosses = first + months > YEAR + 1
    return Period.of(year - 1 if crosses and year is not None else year, first, months=months)


def _reached_again(time: Time, calendar: Calendar, current: Period | None) -> Period | None:
    """The end of "between the two months", or of "between the same two months" of another year."""
    if current is None or current.year is None:
        return current
    if time.names_year is not None:
        return current.in_year(time.names_year)
    earlier = time.groups.get("ago") or time.groups.get("relative")
    return current.in_year(current.year - 1) if earlier else current


MOVES: Mapping[str, Form] = {"between": _reached, BETWEEN_SAME: _reached_again, OVER_YEAR: _month_reached}
