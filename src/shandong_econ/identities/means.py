"""Incomes, prices and amounts a head: means between their groups, ratios, indices and rates."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from shandong_econ.findings import Figures, Finding
from shandong_econ.identities.contributions import between
from shandong_econ.identities.judging import fitting, of, one_voice, within
from shandong_econ.identities.relations import means
from shandong_econ.model import Comparison, Measure

_YEAR_END = Fraction(2, 100)  # how far the people at the end of a year are from the mean of the year
_INDICES = ("CPI", "PPI", "PPIRM", "AGRI_PPI")


def per_capita(figures: Figures) -> Iterator[Finding]:
    """GDP over the people is GDP per capita, within 2 percent, for the people are those of the middle of the year."""
    for account in figures.accounts:
        each, gdp, people = (account.level(code) for code in ("GDP_PER_CAPITA", "GDP", "POP_RESIDENT"))
        if each and gdp and people and (each.unit, gdp.unit) == ("CNY_PS", "CNY") and 0 not in of(people):
            made = within(of(gdp) / of(people), _YEAR_END)
            yield fitting(each, (gdp, people), made, f"{gdp.words} / {people.words}")


def urban_rural_ratio(figures: Figures) -> Iterator[Finding]:
    """The ratio of incomes is that of urban to that of rural residents."""
    for account in figures.accounts:
        urban, rural = account.level("INCOME_PC_URBAN"), account.level("INCOME_PC_RURAL")
        for measure in (Measure.RATIO, Measure.LEVEL):
            ratio = account.one(measure, "INCOME_RATIO_UR")
            if ratio and urban and rural and urban.unit == rural.unit and 0 not in of(rural) and ratio.unit == "RO":
                yield fitting(ratio, (urban, rural), of(urban) / of(rural), f"{urban.words} / {rural.words}")


def mean_between(figures: Figures) -> Iterator[Finding]:
    """The mean of two groups lies between them: income of town and country, prices of goods and services."""
    for account in figures.accounts:
        for division in means():
            for measure, comparisons in _ASKED.items():
                for comparison in comparisons:
                    mean = account.one(measure, division.whole, comparison)
                    parts = tuple(part for code in division.parts if (part := account.one(measure, code, comparison)))
                    if mean is None or len(parts) < len(division.parts) or not one_voice(mean, *parts):
                        continue
                    if {part.unit for part in parts} == {mean.unit} and (
                        measure is Measure.LEVEL or mean.code == "CPI"
                    ):
                        yield between(mean, parts)


def index_and_rate(figures: Figures) -> Iterator[Finding]:
    """An index of which the base is 100 is 100 more than the growth that it stands beside."""
    for account in figures.accounts:
        for code in _INDICES:
            for index in account.all(Measure.LEVEL, code):
                grown = (each for each in account.all(Measure.GROWTH, code) if each.is_beside(index))
                found = list(islice(grown, 2))  # a second is one too many
                if index.unit == "IX" and len(found) == 1 and one_voice(index, found[0]):
                    yield fitting(found[0], (index,), of(index) - 100, f"{index.words} - 100")


_ASKED: dict[Measure, tuple[Comparison | None, ...]] = {
    Measure.LEVEL: (None,),
    Measure.GROWTH: (Comparison.YEAR_ON_YEAR, Comparison.MONTH_ON_MONTH, Comparison.QUARTER_ON_QUARTER),
}
