"""Which figures share a sentence, and whether each sentence of a report stands for itself beside the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from shandong_econ.errors import UnsayableError
from shandong_econ.model import Comparison, Measure, Observation, Period, Report, Status
from shandong_econ.saying.amounts import PERCENT, row_of
from shandong_econ.saying.known import place_words
from shandong_econ.saying.labels import adds_up
from shandong_econ.saying.times import is_day

MOST_CLAUSES = 4
MILLION = 1_000_000  # from where numbers are said in words
YEAR = 12  # months


def sentences(figures: Sequence[Observation]) -> Iterator[list[Observation]]:
    """The figures in their order, grouped as sentences tell them: of one series, place and time, each kind once."""
    group: list[Observation] = []
    for figure in figures:
        if group and not _goes_on(group, figure):
            yield group
            group = []
        group.append(figure)
    if group:
        yield group


def _goes_on(group: Sequence[Observation], figure: Observation) -> bool:
    head = group[0]
    if len(group) == MOST_CLAUSES or _topic(head) != _topic(figure) or figure.status is not Status.A:
        return False
    opens = figure.measure in (Measure.LEVEL, Measure.RATIO) or (
        figure.measure is Measure.SHARE and figure.relative_to is None
    )
    if opens or group[-1].measure is Measure.RANK:
        return False  # a level opens a sentence, and a rank closes it
    if figure.measure is Measure.GROWTH and group[-1].measure is Measure.SHARE:
        return False  # "accounting for 5 percent, up 0.2 percent" tells of the share
    if figure.measure is Measure.CHANGE and figure.comparison is None and any(told.comparison for told in group):
        return False  # 同比增长3%，增加2万吨 tells both of the year before
    if figure.measure is Measure.GROWTH and any(_is_percent(told) for told in group):
        return False  # "the rate stood at 73 percent, up 10 percent" tells of points
    if figure.measure is Measure.CHANGE and any(_is_of_other_amount(told, figure) for told in group):
        return False
    return all(_kind(figure) != _kind(told) for told in group)


def _is_percent(told: Observation) -> bool:
    return told.measure is Measure.LEVEL and told.unit is not None and told.unit.code in PERCENT


def _is_of_other_amount(told: Observation, change: Observation) -> bool:
    """Whether a change beside its level would be taken for one of that: "2 tons per day, up by 17 tons"."""
    if told.measure is not Measure.LEVEL:
        return False
    in_words = abs(told.value) >= MILLION > abs(change.value)  # "2.149 billion, up by 19" tells of billions
    in_points = change.unit is not None and change.unit.code == "PPT"  # "5.6 percent, down by 0.2 percentage points"
    return (told.unit != change.unit and not in_points) or in_words


def _topic(figure: Observation) -> tuple[object, ...]:
    name = figure.label if figure.indicator is None else figure.indicator
    return name, figure.area, figure.entity, figure.period, figure.status


def _kind(figure: Observation) -> tuple[Measure, Comparison | None]:
    return figure.measure, figure.comparison


def check_order(report: Report) -> None:
    """UnsayableError where a figure would take on what only another one's sentence says."""
    figures = report.observations
    for figure in figures:
        if figure.entity is not None:
            raise UnsayableError(f"the entity {figure.entity[:60]!r} cannot be said: say the figures of areas only")
        if figure.area is None and (report.area is not None or any(other.area is not None for other in figures)):
            raise UnsayableError(
                f"a figure without an area ({figure.value}) cannot be said beside an area: give it one"
            )
        if figure.area is None and figure.relative_to is not None and figure.relative_to in place_words():
            remedy = "give the figures their area"
            raise UnsayableError(f"{figure.relative_to!r} cannot be said where no area is known, being one: {remedy}")
    _check_times(report)
    _check_plans(report)


def _check_times(report: Report) -> None:
    periods = [figure.period for figure in report.observations]
    known = [period for period in periods if period is not None]
    if any(period.year_is_open for period in known):
        bases = any(figure.base is not None for figure in report.observations)
        if report.published is not None or bases or not all(period.year_is_open for period in known):
            raise UnsayableError(
                "a period of an open year cannot be said where a year is known: give every period its year"
            )
    timed = False
    for figure in report.observations:
        if figure.period is None and timed:
            raise UnsayableError(
                f"a figure without a period ({figure.value}) cannot be said after one with: put it first"
            )
        timed = timed or figure.period is not None
    _check_averages(report)


def _check_averages(report: Report) -> None:
    """An average of one year, told after years that end with it, would be taken for that of all of them."""
    last_days: set[date | None] = set()
    for figure in report.observations:
        period = figure.period
        if period is None or period.year_is_open or not period.months or period.months % YEAR:
            continue
        if period.months > YEAR:
            last_days.add(period.last)
        elif figure.comparison is Comparison.ANNUAL_AVERAGE and period.last in last_days:
            remedy = "put it before them, or give the years that are averaged"
            raise UnsayableError(f"an annual average of {period} cannot be said after years that end then: {remedy}")


def _lies_ahead(period: Period, day: date | None) -> bool:
    """Whether a period begins after a day, in the year of it and goes on beyond, or has more of its years ahead."""
    if day is None or period.first is None or period.last is None:
        return False
    mostly = (period.months or 0) > YEAR and day - period.first < period.last - day
    return period.first > day or period.first.year == day.year < period.last.year or mostly


def _check_plans(report: Report) -> None:
    """What is expected or planned lies ahead, and only that; and what flows is told over more than a day."""
    periods = [figure.period for figure in report.observations]
    years = [period.first_year for period in periods if period is not None and not period.year_is_open]
    this_year = report.published.year if report.published is not None else next(iter(years), None)
    for figure in report.observations:
        period = figure.period
        if period is None:
            if this_year is not None and figure.status is not Status.A and figure.measure is Measure.GROWTH:
                raise UnsayableError(
                    f"a growth ({figure.value}) that is expected or aimed at cannot be said without a period in"
                    f" {this_year}: give it its own"
                )
            continue
        is_past = this_year is not None and not period.year_is_open and period.first_year < this_year
        if is_past and figure.status is not Status.A and not _lies_ahead(period, report.published):
            raise UnsayableError(
                f"a forecast or target for {period} cannot be said in {this_year}: what is past is actual"
            )
        if figure.status is Status.A and _lies_ahead(period, report.published):
            raise UnsayableError(
                f"a result for {period} cannot be said on {report.published}: what lies ahead is not actual yet"
            )
        row = row_of(figure)
        if is_day(period) and (adds_up(figure.label or "") if row is None else row.kind == "FLOW"):
            raise UnsayableError(
                f"{figure.label if row is None else row.code}, a flow, cannot be said of the day {period}:"
                " give the time that it flowed"
            )
