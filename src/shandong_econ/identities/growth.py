"""Growth: from amounts, from the change of an amount, against growth before and elsewhere, and over several years."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from shandong_econ.errors import ModelError
from shandong_econ.findings import Figure, Figures, Finding, Verdict
from shandong_econ.identities.judging import fitting, of, one_voice, shown, told
from shandong_econ.identities.relations import growth_basis, named
from shandong_econ.lexicon.concepts import area_codes, areas
from shandong_econ.model import Area, Comparison, How, Measure, Period
from shandong_econ.timeseries.intervals import Interval

_RATES = frozenset({"PT", "PPT", "PTM"})
_HAVE_POINTS = frozenset({Measure.GROWTH, Measure.SHARE, Measure.LEVEL})


def growth_from_levels(figures: Figures) -> Iterator[Finding]:
    """The growth of a series of printed amounts is this amount over that of the year before, less one."""
    for growth in _of(figures, Measure.GROWTH):
        basis = growth_basis().get(growth.name or "")
        if growth.observation.comparison is not Comparison.YEAR_ON_YEAR or basis == "real" or growth.code is None:
            continue
        for level in _levels(figures, growth):
            when = year_before(level)
            before = None if when is None else figures.elsewhere(level, when)
            if before and one_voice(growth, level, before) and 0 not in of(before):
                worst = Verdict.CONTRADICTS if basis == "nominal" else Verdict.SUSPECT
                made = (of(level) / of(before) - 1) * 100
                yield fitting(growth, (level, before), made, f"{level.words} / {before.words} - 1", worst=worst)


def absolute_change(figures: Figures) -> Iterator[Finding]:
    """An amount less its change is the amount before, and the change over that is the growth."""
    for change in _of(figures, Measure.CHANGE):
        if change.unit in _RATES or change.unit is None:
            continue
        for level in _levels(figures, change):
            when = base_of(change, level)
            before = None if when is None else figures.elsewhere(level, when)
            made = of(level) - of(change)
            if before and one_voice(change, level, before):
                yield fitting(before, (level, change), made, f"{level.words} - {change.words}")
            growth = figures.elsewhere(change, measure=Measure.GROWTH, unit="PT")
            sure = growth is not None and _says_comparison(growth) and growth.is_beside(change)
            nominal = growth_basis().get(change.name or "") != "real"
            if growth and sure and nominal and one_voice(growth, level, change) and 0 not in made:
                how = f"{change.words} / ({level.words} - {change.words})"
                yield fitting(growth, (level, change), of(change) * 100 / made, how)


def points_chain(figures: Figures) -> Iterator[Finding]:
    """A rate less its change in points is the rate before; of a decline that narrows the change is positive."""
    for change in _of(figures, Measure.CHANGE):
        if change.unit != "PPT":
            continue
        for rate in rates_beside(figures, change):
            when = base_of(change, rate)
            before = None if when is None else figures.elsewhere(rate, when)
            if before and one_voice(change, rate, before):
                yield fitting(before, (rate, change), of(rate) - of(change), f"{rate.words} - {change.words}")


def gap_chain(figures: Figures) -> Iterator[Finding]:
    """A rate less its gap to another is the other: that of the nation, of the province, of all investment."""
    for gap in _of(figures, Measure.GAP):
        if gap.unit != "PPT" or gap.observation.relative_to is None:
            continue
        for rate in rates_beside(figures, gap):
            other = _other_side(figures, rate, gap.observation.relative_to)
            if other and one_voice(gap, rate, other):
                yield fitting(other, (rate, gap), of(rate) - of(gap), f"{rate.words} - {gap.words}")


def two_year_average(figures: Figures) -> Iterator[Finding]:
    """Growth on average of two years compounds to the growth of both together, or of the one and the other."""
    for average in _of(figures, Measure.GROWTH):
        if _years(average) != 2:
            continue
        compound = _compounded(of(average), 2)
        against = f"{average.words} a year compound to {shown(compound)}"
        since = figures.elsewhere(average, comparison=Comparison.SINCE)
        year = figures.elsewhere(average, comparison=Comparison.YEAR_ON_YEAR)
        when = None if year is None else year_before(year)
        before = None if year is None or when is None else figures.elsewhere(year, when)
        if since and since.observation.base == average.observation.base:
            made = of(since)
            yield told(compound.overlaps(made), average, (since,), f"{since.words} in two years", against)
        if year and before:
            made = ((1 + of(year) / 100) * (1 + of(before) / 100) - 1) * 100
            numbers = f"{before.words} and {year.words} = {shown(made)}"
            yield told(compound.overlaps(made), average, (year, before), numbers, against)


def average_growth(figures: Figures) -> Iterator[Finding]:
    """Growth on average of some years leads from the amount at their start to that at their end."""
    for average in _of(figures, Measure.GROWTH):
        years, base = _years(average), average.observation.base
        if years is None or base is None or growth_basis().get(average.name or "") == "real":
            continue
        for end in _levels(figures, average):
            start = figures.elsewhere(end, base)
            if start is None or 0 in of(start) or not one_voice(average, start, end):
                continue
            made = (of(end) / of(start) - 1) * 100
            fits = [n for n in (years, years - 1) if n > 0 and _compounded(of(average), n).overlaps(made)]
            over = f", over {fits[0]} years" if fits and fits[0] != years else ""
            compound = _compounded(of(average), fits[0] if fits else years)
            against = f"{average.words} a year{over} compound to {shown(compound)}"
            worst = Verdict.CONTRADICTS if growth_basis().get(average.name or "") == "nominal" else Verdict.SUSPECT
            numbers = f"{end.words} / {start.words} - 1 = {shown(made)}"
            yield told(bool(fits), average, (end, start), numbers, against, worst=worst)


def year_before(figure: Figure) -> Period | None:
    """The same days of the year before; None of an open year."""
    period = figure.observation.period
    if period is None or period.year_is_open or period.first_year < 2:
        return None
    return period.in_year(period.first_year - 1)


def base_of(change: Figure, rate: Figure) -> Period | None:
    """The period that a change is a change from; None where it is not known, before an open year, and before all."""
    told, period = change.observation, rate.observation.period
    if told.base is not None:
        fits = told.comparison is Comparison.SINCE or (period is not None and told.base.months == period.months)
        return told.base if fits and told.base != period else None
    if period is None or period.year_is_open:
        return None
    if told.comparison is Comparison.YEAR_ON_YEAR:
        return year_before(rate)
    if told.comparison in _NEXT_BEFORE and period.months == _NEXT_BEFORE[told.comparison]:
        with suppress(ModelError):  # there is nothing before January of the year 1
            return period.preceding()
    return None


_NEXT_BEFORE: dict[Comparison | None, int] = {Comparison.MONTH_ON_MONTH: 1, Comparison.QUARTER_ON_QUARTER: 3}


def _of(figures: Figures, measure: Measure) -> Iterator[Figure]:
    return (figure for figure in figures.facts if figure.observation.measure is measure)


def _levels(figures: Figures, figure: Figure) -> Iterator[Figure]:
    """The amounts of the series of a figure, at the same place and time, in its report, one of each unit."""
    account = figures.account_of(figure)
    if account is None or figure.name is None:
        return
    for unit, level in account.amounts(figure.name).items():
        chosen = None if unit in _RATES else figures.elsewhere(level)
        if chosen is not None and (figure.observation.measure is not Measure.CHANGE or unit == figure.unit):
            yield chosen


def rates_beside(figures: Figures, figure: Figure) -> Iterator[Figure]:
    """The one rate that a change or a gap in points is of: the figure of its series that stands right before it."""
    told = figure.observation
    for number in range(figure.number - 1, max(-1, figure.number - 4), -1):
        other = figures.at(figure.report, number)
        if other is None or other.name != figure.name or not other.is_beside(figure):
            return
        one = other.observation
        there = (one.area, one.entity, one.period) == (told.area, told.entity, told.period)
        if there and one.measure in _HAVE_POINTS and other.unit == "PT":
            if other.is_exact:
                yield other
            return


def _other_side(figures: Figures, rate: Figure, words: str) -> Figure | None:
    """The rate of another area, or of another series of the same area, that words mean."""
    area = _area_named(words, rate)
    if area is not None:
        return figures.elsewhere(rate, area=area)
    code = named(words, rate.observation.area)
    return None if code is None or code == rate.code else figures.elsewhere(rate, code=code)


def _area_named(words: str, rate: Figure) -> Area | None:
    language = rate.report.language or "zh"
    codes = area_codes(language).get(words.lower() if language == "en" else words, ())
    if len(codes) == 1:
        return areas()[codes[0]]
    return None


def _says_comparison(figure: Figure) -> bool:
    grounds = figure.observation.grounds
    return grounds is None or grounds.comparison is None or grounds.comparison.how is not How.IMPLIED


def _years(average: Figure) -> int | None:
    """Over how many years a growth is an average, by its base."""
    told = average.observation
    if told.comparison is not Comparison.ANNUAL_AVERAGE or told.base is None or told.period is None:
        return None
    if told.base.year_is_open or told.period.year_is_open or told.base.year is None or told.period.year is None:
        return None
    years = told.period.year - told.base.year
    return years if 0 < years <= 20 else None


def _compounded(rate: Interval, years: int) -> Interval:
    """So many percent a year, over so many years, in percent."""
    factor = 1 + rate / 100
    low, high = factor.low, factor.high
    if low is None or high is None or low <= 0:
        return Interval(None, None)
    return Interval((low**years - 1) * 100, (high**years - 1) * 100) if high > 0 else Interval(Fraction(-100), None)
