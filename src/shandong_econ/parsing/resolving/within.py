"""How the periods that a text tells of lie to each other: one in another, a day at its end, one beside the main one."""

from __future__ import annotations

from shandong_econ.model import Period
from shandong_econ.parsing.resolving.lengths import YEAR


def is_year(period: Period | None) -> bool:
    """Whether a period is one whole year."""
    return period is not None and period.months == YEAR and period == Period.of(period.year)


def leaves(period: Period | None, main: Period | None) -> bool:
    """Whether a period is told beside the one that a sentence is about: one before it, or a part of it."""
    if period is None or main is None or period.year_is_open or main.year_is_open:
        return False
    return (period.first_year <= main.first_year and period < main) or is_within(period, main)


def ends(told: Period | None, day: Period) -> bool:
    """Whether a day is the last of a longer period."""
    return told is not None and told != day == told.last_day()


def is_within(inner: Period | None, outer: Period | None) -> bool:
    """Whether a period lies within another one that is longer; not where the year of only one of them is known."""
    if inner is None or outer is None or inner.year_is_open is not outer.year_is_open:
        return False
    return inner != outer and inner in outer
