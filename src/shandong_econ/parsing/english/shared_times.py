"""A time that is told once, for the last of several figures: "exports rose 5% and imports 3% in May"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Comparison, Measure
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.natures import adds_up
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def share_time(readings: Sequence[Reading], count: int, between: Sequence[Token]) -> bool:
    """Gives the figures before the last `count` the time that is told once: "exports rose 5% and imports 3% in May".

    Says whether the first of the sentence has it then too.
    """
    before, last = readings[:-count], readings[-1]
    if not before or any(reading.told for reading in before) or any(map(_contrasts, between)):
        return False
    shared: Reading | None = None
    for reading in before:
        alike = (reading.measure, reading.unit, reading.status) == (last.measure, last.unit, last.status)
        if alike and _is_same(reading, last):
            continue  # "hotels were 81 percent full, peaking at 93 percent on May 2"
        if adds_up(reading.subject) and last.period is not None and last.period == last.period.last_day():
            continue  # "3 million pigs were slaughtered, and 2 million were in stock at the end of the year"
        beside = _is_beside(reading, before, between) or (shared is not None and _is_of(shared, reading))
        if alike or (reading.status is last.status and (reading.period is None or beside)):
            reading.period, shared = last.period, reading
            if last.base is not None and not reading.told_base:
                reading.comparison, reading.base = last.comparison, last.base
    leads_to = between and "link.to" in between[-1].roles  # "rose 5 percent to 3.2 billion yuan in May"
    if leads_to and before[-1].status is last.status:
        before[-1].period = last.period
    return before[0].period == last.period


def _is_beside(reading: Reading, before: Sequence[Reading], between: Sequence[Token]) -> bool:
    """Whether a figure stands under one verb with the next: "earned 26,000 yuan from 18 mu last year"."""
    acts = any(one.mark or is_verb(one) or is_change(one) for one in between)
    return reading is before[-1] and reading.measure is Measure.LEVEL and not acts


def _is_of(amount: Reading, growth: Reading) -> bool:
    """Whether a growth is that of the amount before it: "rents rose to 1,305 pounds | (8%) in England"."""
    there = (growth.subject, growth.area) == (amount.subject, amount.area)
    return there and (amount.measure, growth.measure) == (Measure.LEVEL, Measure.GROWTH)


def _is_same(one: Reading, other: Reading) -> bool:
    """Whether two figures tell the same of the same series in the same place, which can't be at one time."""
    averages = other.comparison is Comparison.ANNUAL_AVERAGE  # "rose 9 percent, and 8 a year over the five years"
    told = (one.subject.label, one.area) == (other.subject.label, other.area)
    told = told and (averages or one.comparison is other.comparison)
    return told and one.unit not in COUNTED


def _contrasts(token: Token) -> bool:
    return token.word in word_set("contrast.words") or "link.of_which" in token.roles
