"""One amount in two units or two moneys, and amounts of an order that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from shandong_econ.findings import Figure, Figures, Finding, Verdict
from shandong_econ.findings.account import place_key
from shandong_econ.identities.judging import fitting, in_scale, of, told
from shandong_econ.identities.relations import economies, exchange_rates, magnitudes
from shandong_econ.model import Measure, Observation, Qualifier, Status
from shandong_econ.timeseries.conversion import factor
from shandong_econ.timeseries.intervals import Interval
from shandong_econ.timeseries.keys import kind_of

_BAND = Fraction(3, 100)  # a day's rate is about so far from the average of its year
_FACTOR = 5  # economies of one size differ by less in any of the series that are looked at
_KNOWN = range(2012, 2031)  # years in which GDP is within that of what it was in 2020
_MONEYS = ("CNY", "USD")


def dollars(figures: Figures) -> Iterator[Finding]:
    """An amount in yuan and in dollars is the same at a rate of exchange of its year."""
    for yuan, dollar in _twins(figures):
        years = _years(dollar)
        if (yuan.unit, dollar.unit) != _MONEYS or years is None or 0 in of(dollar):
            continue
        rates = [exchange_rates()[year] for year in years]
        lowest = min(min(average * (1 - _BAND), low) for average, low, _ in rates)
        highest = max(max(average * (1 + _BAND), high) for average, _, high in rates)
        made = of(yuan) / Interval(lowest, highest)
        how = f"{yuan.words} at {float(lowest):.2f} to {float(highest):.2f} yuan"
        holds = of(dollar).overlaps(made)
        yield told(holds, dollar, (yuan,), f"{how} = {in_scale(dollar, made)}", f"it is told as {dollar.words}")


def twin_units(figures: Figures) -> Iterator[Finding]:
    """An amount that is told in two units is the same in both."""
    for one, other in _twins(figures):
        if one.unit is None or other.unit is None or one.unit == other.unit:
            continue
        into = factor(one.unit, other.unit)
        if into is not None:
            yield fitting(other, (one,), of(one) * into, f"{one.words} in {other.unit}")


def magnitude(figures: Figures) -> Iterator[Finding]:
    """An amount is of the order that an economy of the size of the area has, within a factor of five."""
    for figure in figures.facts:
        told_of, period = figure.observation, figure.observation.period
        area = told_of.area.code if told_of.area else None
        known = magnitudes().get(figure.code or ""), economies().get(area or "")
        per_gdp, gdp = known
        wanted = "KWH" if figure.code == "ELEC_CONSUMPTION" else "CNY"
        if per_gdp is None or gdp is None or period is None or told_of.entity is not None or figure.unit != wanted:
            continue
        if told_of.measure is not Measure.LEVEL or (not period.year_is_open and period.year not in _KNOWN):
            continue
        if (part := _part_of_year(figure)) is None:
            continue
        usual = per_gdp * gdp * part
        fits = Interval(usual / _FACTOR, usual * _FACTOR)
        numbers = f"{float(fits.low or 0):.2g} to {float(fits.high or 0):.2g} is usual"
        holds = of(figure).overlaps(fits)
        yield told(holds, figure, (), numbers, f"it is told as {figure.words}", worst=Verdict.SUSPECT)


def _twins(figures: Figures) -> Iterator[tuple[Figure, Figure]]:
    """Two amounts of one series, place and time, one right after the other in a sentence, in two units."""
    for one, other in pairwise(figures.every):
        a, b = one.observation, other.observation
        alike = _what(a) == _what(b)
        sized = one.is_reckonable and other.is_reckonable
        amounts = sized and a.measure in (Measure.LEVEL, Measure.CHANGE) and {a.qualifier, b.qualifier} <= _HEDGED
        if alike and amounts and a.status is Status.A and one.unit != other.unit and one.is_beside(other):
            yield one, other


def _what(told: Observation) -> tuple[object, ...]:
    return told.label, told.indicator, place_key(told), told.period, told.measure, told.status, told.comparison


_HEDGED = frozenset({Qualifier.EQ, Qualifier.ABOUT})


def _years(figure: Figure) -> list[int] | None:
    """The years at whose rates an amount may be told in dollars: that of the amount, and that of the report."""
    period, published = figure.observation.period, figure.report.published
    if period is None or period.year is None or period.months is None or period.months > 12:
        return None
    years = range(period.year, max(period.year, published.year if published else period.year) + 1)
    return [year for year in years if year in exchange_rates()] or None


def _part_of_year(figure: Figure) -> Fraction | None:
    """How much of a year an amount is of: 5/12 for five months, and all of it for a stock."""
    period = figure.observation.period
    if kind_of(figure.code or "") == "STOCK":
        return Fraction(1)
    return None if period is None or period.months is None or period.months > 12 else Fraction(period.months, 12)
