"""When a Chinese figure is told only to say what another came from: 由a提高到b, 比2010年的2.65人减少…."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Period
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.comparing import period_of_base
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.several_years import ends_with

_NAMED = frozenset(
    {"year", "month", "months", "quarter", "half", "first_months", "first_quarters", "same_period"}
)  # forms of time


def start_of_change(clause: Clause, clues: Clues, period: Period | None, *, is_ratio: bool) -> Period | None:
    """When something was what it changed from: 环比由上涨0.3%转为下降, 五年来由a增加到b, 三次产业由a:b:c调整为d:e:f."""
    if Says.FROM not in clues.says or clues.times or period is None:
        return None
    base = clause.scene.comparing.far_base
    years = clause.scene.times.years
    if clues.comparison is None and ends_with(years, period) and years is not None:
        return Period.of(years.first_year - 1)
    if base is not None and base < period and (is_ratio or clues.comparison is None):
        return base
    if _is_of_years(period):
        names_both = clause.scene.times.sentence_names_years  # 2016年至2020年，由86家增加到112家
        return None if period.first_year is None else Period.of(period.first_year - (not names_both))
    over_year = period.months == YEAR and (is_ratio or clause.scene.position.in_report)
    before = over_year or (period.months == 1 and clues.comparison is not None and not is_ratio)
    return period.preceding() if before else None


def end_of_change(clues: Clues, period: Period | None) -> Period | None:
    """When it was what it has changed to, of the several years that are spoken of the last."""
    if Says.FROM not in clues.says or period is None or not _is_of_years(period):
        return None
    return Period.of(period.first_year + (period.months or 0) // YEAR - 1)


def _is_of_years(period: Period) -> bool:
    return not period.year_is_open and (period.months or 0) > YEAR and (period.months or 0) % YEAR == 0


def remember_base(clause: Clause, read: Sequence[Reading]) -> None:
    """Remembers the year, long gone, that a paragraph measures against: 是2016年的1.8倍; 财政收入由…提高到…."""
    for reading in read:
        base, period = reading.base, reading.period
        if base is None or period is None or not base.months == period.months == YEAR:
            continue
        _remember(clause, base, period)


def _remember(clause: Clause, base: Period | None, period: Period | None) -> None:
    if base is None or period is None or base.months != YEAR or period.months != YEAR:
        return
    if not (base.year_is_open or period.year_is_open) and base.first_year < period.first_year - 1:
        clause.scene.comparing.far_base = base


def period_of_base_amount(clause: Clause, lead: Sequence[Token], clues: Clues, end: int) -> Period | None:
    """The period of an amount that another is compared with, 比2010年的2.65人减少…, from which the next one starts."""
    if clues.verb or clues.noun or clues.side or clues.says - {Says.DISTANCE}:
        return None
    period = clause.scene.times.period
    if _is_of_year_before(clause, lead) and period is not None and period.year is not None:
        clause.led_from = attrs.evolve(clues)
        clues.comparison = None
        return period.in_year(period.year - 1)
    if clues.base is None:
        return None
    than = next((n for n, token in enumerate(lead) if "comparison.than" in token.roles), None)
    joined = any("link.joins" in token.roles or token.is_words for token in lead[than:]) if than is not None else False
    is_then = len(lead) > 1 and lead[-2].time is clues.base and _is_copula(clause, lead[-1])  # 去年同期是186亿元
    if not (joined or is_then) or clues.base.form not in _NAMED:
        return None
    clause.led_from = clues
    if has_role(clause.tokens[end:], "comparison.than"):
        clause.scene.comparing.base_time = clues.base  # 与2010年的287万人相比，
    return period_of_base(clues.base, clause.scene.times.calendar, clause.scene.times.period)


def _is_of_year_before(clause: Clause, lead: Sequence[Token]) -> bool:
    """Whether a figure is that of the year before which another is compared with: 比上年的49.2万吨增加…."""
    if len(lead) < 2 or lead[-1].start != lead[-2].end or "comparison.year_on_year" not in lead[-2].roles:
        return False
    return "link.joins" in lead[-1].roles or _is_copula(clause, lead[-1])


def _is_copula(clause: Clause, token: Token) -> bool:
    return clause.word(token) in word_list("zh", "copula.words")
