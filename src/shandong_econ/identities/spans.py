"""The year so far and its months and quarters: growth lies between, and amounts add up."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from shandong_econ.findings import Figure, Figures, Finding, Verdict
from shandong_econ.identities.duplicates import OF_MANY
from shandong_econ.identities.growth import rates_beside
from shandong_econ.identities.judging import fitting, hull, joined, of, one_voice, told, total, within
from shandong_econ.model import Comparison, Measure, Period
from shandong_econ.timeseries.conversion import is_additive
from shandong_econ.timeseries.frequency import is_so_far
from shandong_econ.timeseries.intervals import Interval
from shandong_econ.timeseries.keys import kind_of

_REVISED = Fraction(1, 100)  # how much the months before are revised by, as a rule, when the next one is added
_OF_SPANS = frozenset({"FLOW", "INDEX"})
_NOT_ONLY_GROWING = OF_MANY | {  # balances, increases, profits, and what is paid back in some months
    "TRADE_BALANCE",
    "NET_EXPORTS",
    "CAPITAL_FORMATION",
    "LOANS_INCREASE",
    "SOCIAL_FINANCING",
    "IND_PROFIT",
    "IND_PROFIT_TAX",
    "TAX_REVENUE",
    "BUDGET_REVENUE",
}


def growth_so_far(figures: Figures) -> Iterator[Finding]:
    """Growth of the year so far lies between that of the year so far a month before, and that of the last month."""
    for figure in figures.facts:
        told_of, period = figure.observation, figure.observation.period
        fits = told_of.measure is Measure.GROWTH and told_of.comparison is Comparison.YEAR_ON_YEAR
        split = _split(period) if fits and period and kind_of(figure.code or "") in _OF_SPANS else None
        if split is None:
            continue
        month = figures.elsewhere(figure, split[1])
        for told_before, made, words in _before(figures, figure, split[0]):
            if month and figures.elsewhere(figure) is figure and one_voice(figure, told_before, month):
                holds = of(figure).overlaps(hull(made, of(month)))
                numbers = f"{words} before, {month.words} in the month"
                yield told(holds, figure, (told_before, month), numbers, f"{figure.words} is to lie between")


def levels_so_far(figures: Figures) -> Iterator[Finding]:
    """An amount of the year so far is that of a month before and that of the last month, but for revisions.

    Where the month is not told, what cannot be negative is no less than it was by any month before.
    """
    summed: set[int] = set()
    for figure, parts in _sums(figures, by_quarters=False):
        summed.add(id(figure))
        made = within(total(parts), _REVISED)
        yield fitting(figure, parts, made, joined(parts), worst=Verdict.SUSPECT)
    for figure in figures.facts:
        before = None if id(figure) in summed else _reached(figures, figure)
        if before is not None and one_voice(figure, before):
            low, high = of(before).low, of(figure).high
            holds = low is None or high is None or low <= high
            against = f"{figure.words} is told by the end of {figure.observation.period}"
            yield told(holds, before, (figure,), f"{before.words} by then", against, worst=Verdict.SUSPECT)


def quarters(figures: Figures) -> Iterator[Finding]:
    """A half is two quarters, and a year so far is the quarters before and the last one."""
    for figure, parts in _sums(figures, by_quarters=True):
        yield fitting(figure, parts, total(parts), joined(parts))


def _before(figures: Figures, figure: Figure, period: Period) -> Iterator[tuple[Figure, Interval, str]]:
    """The growth of the year so far a month before, as it is told, or else as the change since then gives it."""
    if before := figures.elsewhere(figure, period):
        yield before, of(before), before.words
        return
    change = figures.at(figure.report, figure.number + 1)
    if change is None or change.observation.measure is not Measure.CHANGE or change.unit != "PPT":
        return
    if change.is_exact and change.observation.base == period and [figure] == list(rates_beside(figures, change)):
        yield change, of(figure) - of(change), f"{figure.words} - {change.words}"


def _reached(figures: Figures, figure: Figure) -> Figure | None:
    """What had come by the last month before that is told, of a year so far of what comes and does not go."""
    told_of, period = figure.observation, figure.observation.period
    grows = kind_of(figure.code) == "FLOW" and is_additive(figure.unit) and figure.code not in _NOT_ONLY_GROWING
    if not grows or told_of.measure is not Measure.LEVEL or period is None or not is_so_far(period):
        return None
    if figures.elsewhere(figure) is not figure:
        return None
    earlier = (Period.of(period.year, months=months) for months in range((period.months or 1) - 1, 0, -1))
    return next((before for each in earlier if (before := figures.elsewhere(figure, each))), None)


def _sums(figures: Figures, *, by_quarters: bool) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    for figure in figures.facts:
        told_of, period = figure.observation, figure.observation.period
        flows = figure.name is not None and is_additive(figure.unit) and kind_of(figure.code or "") in (None, "FLOW")
        if told_of.measure is not Measure.LEVEL or period is None or not flows:
            continue
        split = _split(period, 3 if by_quarters else 1)
        if split is None or figures.elsewhere(figure) is not figure:
            continue
        parts = tuple(part for each in split if (part := figures.elsewhere(figure, each)))
        if len(parts) == len(split) and one_voice(figure, *parts):
            yield figure, parts


def _split(period: Period, last: int = 1) -> tuple[Period, ...] | None:
    """The year so far as what it was before, and its last month or quarter; None for what cannot be parted so."""
    months = period.months
    if months is None or not is_so_far(period) or months <= last or (last == 3 and months % 3):
        return None
    year = period.year
    return Period.of(year, months=months - last), Period.of(year, months - last + 1, months=last)
