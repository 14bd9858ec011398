"""Monthly bulletins of one year, of which some revise what others printed, for whatever shows series."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from shandong_econ.lexicon import areas, indicators, units
from shandong_econ.model import Comparison, Language, Measure, Observation, Period, Report, Status

WEIFANG = areas()["370700"]


def growth(period: str, value: str, *, code: str = "IVA_ASD", status: Status = Status.A) -> Observation:
    """A growth year on year."""
    return Observation(
        indicator=indicators()[code],
        area=WEIFANG,
        period=Period.parse(period),
        measure=Measure.GROWTH,
        comparison=Comparison.YEAR_ON_YEAR,
        value=Decimal(value),
        unit=units()["PT"],
        status=status,
    )


def level(period: str, value: str, *, code: str = "RETAIL_SALES", power: int = 8) -> Observation:
    """An amount in yuan."""
    return Observation(
        indicator=indicators()[code],
        area=WEIFANG,
        period=Period.parse(period),
        value=Decimal(value),
        unit=units()["CNY"],
        unit_mult=power,
    )


def bulletin(published: date | None, *figures: Observation, language: Language = "zh") -> Report:
    """A bulletin of Weifang with these figures."""
    title = "潍坊经济" if published is None else f"潍坊经济 {published}"
    return Report(title=title, language=language, published=published, area=WEIFANG, observations=figures)


YEAR = (
    bulletin(date(2023, 3, 20), growth("2023-01-01/P2M", "5.0"), level("2023-01-01/P2M", "412.6")),
    bulletin(
        date(2023, 4, 20),
        growth("2023-03", "4.60"),
        growth("2023-Q1", "4.8"),
        level("2023-Q1", "633.9"),
        growth("2023", "5.5", status=Status.T),
    ),
    bulletin(
        date(2023, 5, 20), growth("2023-04", "-5.6"), growth("2023-01-01/P4M", "5.1"), level("2023-01-01/P4M", "851")
    ),
    bulletin(
        date(2023, 6, 20), growth("2023-05", "6.0"), growth("2023-01-01/P5M", "5.3"), growth("2023-01-01/P4M", "4.9")
    ),
    bulletin(date(2023, 7, 20), growth("2023-06", "6.8"), growth("2023-06", "6.2"), growth("2023-S1", "5.6")),
)
"""January to April is revised in June; of June one bulletin says two numbers; single retail sales can be derived."""
