"""What parts contribute to the growth of a whole, and how its growth lies between theirs."""

from __future__ import annotations

from collections.abc import Iterator

from shandong_econ.findings import Account, Figure, Figures, Finding
from shandong_econ.identities.judging import fitting, hull, joined, of, one_voice, told, total
from shandong_econ.identities.relations import divisions, named, whole_of
from shandong_econ.model import Comparison, Measure


def contribution_product(figures: Figures) -> Iterator[Finding]:
    """Points contributed are the rate of contribution, in percent, of the growth of the total."""
    for account in figures.accounts:
        for points in account.all(Measure.CONTRIBUTION):
            rate = account.one(Measure.CONTRIBUTION_RATE, points.code or "")
            growth = _growth_of_total(account, points)
            if rate and growth and one_voice(points, rate, growth):
                made = of(rate) * of(growth) / 100
                yield fitting(points, (rate, growth), made, f"{rate.words} of {growth.words}")


def contribution_sum(figures: Figures) -> Iterator[Finding]:
    """Contributions of all parts add up to the growth of the total, and their rates to 100 percent."""
    for account in figures.accounts:
        for division in divisions():
            points = _all_of(account, Measure.CONTRIBUTION, division.parts)
            growth = _growth_of_total(account, points[0]) if points else None
            if growth and one_voice(growth, *points):
                yield fitting(growth, points, total(points), joined(points))
            rates = _all_of(account, Measure.CONTRIBUTION_RATE, division.parts)
            if rates and one_voice(*rates):
                yield told(100 in total(rates), rates[0], rates[1:], joined(rates), "all of the growth is 100 percent")


def contribution_bound(figures: Figures) -> Iterator[Finding]:
    """A part contributes no more points than it grew by itself, for it is no more than the whole."""
    for account in figures.accounts:
        grown: dict[str, list[Figure]] = {}  # what grew most first
        for points in account.all(Measure.CONTRIBUTION):
            if points.code is None or whole_of().get(points.code) is None or points.unit != "PPT":
                continue
            if points.code not in grown:
                own = account.all(Measure.GROWTH, points.code)
                grown[points.code] = sorted(own, key=lambda each: abs(each.observation.value), reverse=True)
            most = next((each for each in grown[points.code] if one_voice(points, each)), None)
            if most:
                low, high = _size(points)[0], _size(most)[1]
                numbers = f"{points.words} by growth of {most.words}"
                yield told(low <= high, points, (most,), numbers, "no part adds more than it grew")


def weighted_mean(figures: Figures) -> Iterator[Finding]:
    """The growth of a total lies between the least and the greatest growth of its parts."""
    for account in figures.accounts:
        for division in divisions():
            if "NET_EXPORTS" in division.parts:  # which may be negative, and then weigh less than nothing
                continue
            for growth in account.all(Measure.GROWTH, division.whole):
                comparison = growth.observation.comparison
                parts = tuple(
                    part for code in division.parts if (part := account.one(Measure.GROWTH, code, comparison))
                )
                chosen = account.one(Measure.GROWTH, division.whole, comparison)
                if chosen is growth and len(parts) == len(division.parts) and one_voice(growth, *parts):
                    yield between(growth, parts)


def between(figure: Figure, parts: tuple[Figure, ...]) -> Finding:
    """Whether a figure lies between the least and the greatest of others."""
    made = of(parts[0])
    for part in parts[1:]:
        made = hull(made, of(part))
    return told(of(figure).overlaps(made), figure, parts, joined(parts, ", "), f"{figure.words} is to lie between")


def _growth_of_total(account: Account, part: Figure) -> Figure | None:
    """The growth of the total that a contribution says it is to, or that its series is a part of."""
    told_of = part.observation.relative_to
    code = whole_of().get(part.code or "") if told_of is None else named(told_of, part.observation.area)
    if code is None:
        return None
    found = [each for each in account.all(Measure.GROWTH, code) if each.observation.comparison is not None]
    comparisons = {each.observation.comparison for each in found}
    if len(comparisons) != 1:  # it is not said to which growth it is added: over the year or over the month
        comparisons &= {Comparison.YEAR_ON_YEAR} if part.code and not part.code.startswith("CPI") else set()
    return account.one(Measure.GROWTH, code, comparisons.pop()) if len(comparisons) == 1 else None


def _all_of(account: Account, measure: Measure, codes: tuple[str, ...]) -> tuple[Figure, ...]:
    found = tuple(part for code in codes if (part := account.one(measure, code)))
    return found if len(found) == len(codes) else ()


def _size(figure: Figure) -> tuple[float, float]:
    """The least and the greatest number of points, whichever way."""
    interval = of(figure)
    ends = [abs(float(end)) for end in (interval.low, interval.high) if end is not None]
    return (0.0 if 0 in interval else min(ends), max(ends))
