"""The days off of China's holidays, as the State Council announced them: a text names the holiday, seldom its days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from shandong_econ.lexicon.tables import read_table

DaysOff = tuple[date, date]


@cache
def days_off() -> Mapping[int, tuple[DaysOff, ...]]:
    """The first and the last day off of each holiday, year by year, by the month that its name stands for."""
    found: dict[int, list[DaysOff]] = {}
    for month, day, days in read_table("codes/holidays.tsv", ("month", "first", "days"), unique=False):
        first = date.fromisoformat(day)
        found.setdefault(int(month), []).append((first, first + timedelta(days=int(days) - 1)))
    return MappingProxyType({month: tuple(years) for month, years in found.items()})
