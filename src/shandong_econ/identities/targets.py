"""Targets: how much of one is reached, and what is no fact yet."""

from __future__ import annotations

from collections.abc import Iterator

from shandong_econ.findings import Figure, Figures, Finding, Verdict
from shandong_econ.findings.account import most_exact, place_key
from shandong_econ.identities.judging import fitting, of, told
from shandong_econ.model import Measure, Period, Status


def achievement(figures: Figures) -> Iterator[Finding]:
    """An achievement is the amount over its target, in percent."""
    for account in figures.accounts:
        for reached in account.all(Measure.ACHIEVEMENT):
            if reached.code is None or not account.level(reached.code):
                continue
            level = account.level(reached.code)
            target = None if level is None else _target(figures, level, account.period)
            if level and target and 0 not in of(target):
                made = of(level) * 100 / of(target)
                yield fitting(reached, (level, target), made, f"{level.words} / {target.words}")


def target_not_fact(figures: Figures) -> Iterator[Finding]:
    """A time that had not begun when the report was published has plans and forecasts, and no results.

    No target or forecast is put into any other rule, but for how much of a target is reached.
    """
    for figure in figures.every:
        period, published = figure.observation.period, figure.report.published
        if period is None or published is None or period.first is None:
            continue
        if period.first > published:
            holds = figure.observation.status is not Status.A
            numbers = f"{period} begins after {published}"
            against = f"{figure.words} is told as {'a plan or forecast' if holds else 'a result'}"
            yield told(holds, figure, (), numbers, against, worst=Verdict.SUSPECT)


def _target(figures: Figures, level: Figure, period: Period) -> Figure | None:
    """The target of a series for a time, or for the year that it lies in."""
    found = []
    for plan in figures.plans:
        one, other = plan.observation, level.observation
        same = plan.report is level.report and (plan.code, plan.unit) == (level.code, level.unit)
        if same and plan.is_reckonable and one.measure is Measure.LEVEL and place_key(one) == place_key(other):
            when = one.period
            if when is not None and when.year_is_open is period.year_is_open and period in when:
                found.append(plan)
    return most_exact(found)
