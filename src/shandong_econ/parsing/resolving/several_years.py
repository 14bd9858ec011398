"""What a review of several years tells of the last of them: where things stand now, not what was done in all."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure, Period
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.resolving.natures import adds_up
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import PERCENT
from shandong_econ.parsing.resolving.within import is_within

_ADD_UP = frozenset(
    {
        *("FAI", "FAI_PROJECT_COUNT", "PROJECT_COUNT", "PROJECT_INVESTMENT", "PROJECT_START_RATE"),
        *("TECH_UPGRADE_PROJECTS", "KINETIC_PROJECTS", "FIRMS_CLOSED", "PATENTS_GRANTED", "BIRTHS"),
        *("FDI_NEW_FIRMS", "NEW_MARKET_ENTITIES", "NEW_URBAN_JOBS", "REEMPLOYED"),
        *("LOANS_INCREASE", "SOCIAL_FINANCING", "CR_EXPRESS_TRAINS", "HOUSING_NEW_START", "HOUSING_COMPLETED"),
    }
)
"""Bases of which a review of several years tells the sum of all of them."""
_ALWAYS = frozenset({Measure.RANK, Measure.RATIO})
_STANDS = _ALWAYS | {Measure.LEVEL, Measure.SHARE}


def date_in_review(scene: Scene, reading: Reading, *, totals: bool, reached: bool = False) -> None:
    """Gives a figure of a review of several years the last of them, if it tells how things stand.

    森林覆盖率62.5%，列全国第三位: `totals` is whether the words say that it is what came together over the years,
    `reached` whether that it is what they got to: 绿色铝产能达到538万吨.
    """
    period, before = reading.period, scene.last
    part = scene.position.in_part and before is not None and before.period == period
    totals = (totals or part) and reading.measure is not Measure.STREAK  # 累计发送…，其中跨境货物超1060万吨
    reading.totals = reading.totals or totals
    over = reading.comparison is Comparison.ANNUAL_AVERAGE and not scene.times.sentence_names_years
    if over and before is not None and not before.totals:
        same = before.measure is Measure.LEVEL and before.period == period and before.subject == reading.subject
        if same and period is not None and is_of_years(period):
            before.period = _last_year(period)  # 收入340亿元，年均增长9%
    near = before is not None and before.figure.start >= scene.position.sentence_start
    if before is not None and near and before.totals and before.measure is Measure.LEVEL and before.period == period:
        of_it = reading.measure is Measure.SHARE and before.subject == reading.subject  # 累计投入640亿元，占…
        beside = reading.measure is Measure.LEVEL and not reached and adds_up(reading.subject)
        reading.totals = totals = totals or of_it or beside  # 累计接待游客…，实现旅游收入…
    all_of_them = scene.times.sentence_names_years and not (reached and scene.times.came_from is not None)
    if period is None or totals or all_of_them or not is_of_years(period):
        return
    moved = reading.comparison is Comparison.SINCE and _is_year(reading.base)
    moved |= reading.comparison is None and reading.unit == "PPT" and reading.measure is Measure.CHANGE
    told = reached or moved or reading.unit in PERCENT or reading.measure in _ALWAYS
    goes_on = _goes_on(scene, reading, _last_year(period))
    if period != scene.times.document_period and not (told or goes_on):
        return
    if moved or _stands(reading, reached=reached) or goes_on:
        reading.period = _last_year(period)


def _last_year(period: Period) -> Period:
    return Period.of(period.first_year + (period.months or 0) // YEAR - 1)


def _goes_on(scene: Scene, reading: Reading, last: Period) -> bool:
    """Whether a yield or an area follows what was told of the last year by name: 2021年装机…。鲜切花产量162亿枝."""
    follows = scene.last is not None and scene.last.period == last and reading.measure is Measure.LEVEL
    return follows and reading.subject.label.endswith(word_list("zh", "harvest.amounts"))


def is_of_years(period: Period | None) -> bool:
    """Whether a period is of several whole years that are known."""
    months = 0 if period is None or period.year_is_open else period.months or 0
    return months > YEAR and not months % YEAR


def years_of(period: Period | None, count: int) -> list[Period]:
    """Each of the years of a period, if it is of just as many."""
    if period is None or not is_of_years(period) or period.months != count * YEAR:
        return []
    return [Period.of(period.first_year + n) for n in range(count)]


def ends_with(years: Period | None, period: Period | None) -> bool:
    """Whether a year is the last of several that are looked back on, over which averages are told."""
    if years is None or period is None or years.year_is_open or period.year is None or period.months != YEAR:
        return False
    return years.last is not None and years.last.year == period.year and (years.months or 0) > YEAR


def date_average(scene: Scene, reading: Reading, years: Period | None) -> None:
    """Gives an average all the years that it is over: those since what was told first, or the `years` reviewed."""
    if reading.comparison is Comparison.ANNUAL_AVERAGE:
        between = years_between(scene.times.came_from, reading.period)
        reading.period = between or (years if ends_with(years, reading.period) else reading.period)


def years_between(start: Period | None, end: Period | None) -> Period | None:
    """The years after one up to another, over which an average is told: 从2012年的1.1万亿元增加到2021年的2.7万亿元."""
    if start is None or end is None or not start.months == end.months == YEAR or start.year_is_open:
        return None
    count = end.first_year - start.first_year
    return Period.of(start.first_year + 1, 1, months=count * YEAR) if count > 1 else None


def are_some_of(reviewed: Period | None, period: Period) -> bool:
    """Whether a period is one, or some, of the years that are reviewed."""
    if reviewed is None or not is_of_years(reviewed):
        return False
    return not is_of_years(period) or (period != reviewed and is_within(period, reviewed))


def _stands(reading: Reading, *, reached: bool) -> bool:
    if reading.measure is Measure.STREAK and reading.period is not None:  # of seven years in a review of five
        return reading.unit == "YEARS" and reading.figure.value * YEAR != reading.period.months
    if reading.measure not in _STANDS:
        return reached and reading.measure is Measure.CONTRIBUTION_RATE
    code = reading.subject.series.code
    if reading.measure in _ALWAYS:
        return True
    if code is not None:
        return kinds()[code].base not in _ADD_UP
    return reached or reading.unit in PERCENT or reading.subject.is_rate


def _is_year(base: Period | None) -> bool:
    """Whether a base is a year or the end of one: 较2015年末提高4.6个百分点."""
    return base is not None and (base.months == YEAR or base == Period.of(base.first_year, 12, 31))
