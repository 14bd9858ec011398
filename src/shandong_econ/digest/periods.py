"""A period in a few words, and what a change is measured against."""

from __future__ import annotations

from shandong_econ.digest.words import words
from shandong_econ.model import Comparison, Period
from shandong_econ.saying.times import named


def period_in_words(period: Period, language: str) -> str:
    """The period as the label of a row or a chart; what has no short name is its SDMX TIME_PERIOD.

    >>> five_months = Period.parse("2022-01-01/P5M")
    >>> period_in_words(five_months, "en"), period_in_words(five_months, "zh")
    ('Jan–May 2022', '2022年1—5月')
    >>> period_in_words(Period.parse("2021-11-03/P200D"), "en")
    '2021-11-03/P200D'
    """
    return named(period, words(language)) or str(period)


def comparison_in_words(comparison: Comparison | None, language: str) -> str:
    """What a change is measured against, in words."""
    return words(language).get("against_in_words", _key(comparison))


def against(comparison: Comparison | None, language: str) -> str:
    """The words round the amount of a change, which stands in them as {amount}."""
    return words(language).get("against", _key(comparison))


def _key(comparison: Comparison | None) -> str:
    return "none" if comparison is None else comparison.value
