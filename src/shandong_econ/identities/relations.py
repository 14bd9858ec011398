"""What indicators have to do with each other, from tables of the lexicon: wholes and parts, means, ratios, growth."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import MappingProxyType

import attrs

from shandong_econ.lexicon.concepts import indicator_rows, indicators, level_of, series_words
from shandong_econ.lexicon.spellings import spellings
from shandong_econ.lexicon.tables import read_table
from shandong_econ.model import Area

TRADE = ("TRADE_TOTAL", "EXPORTS", "IMPORTS")
INDUSTRIES = ("VA_PRIMARY", "VA_SECONDARY", "VA_TERTIARY")


@attrs.frozen
class Division:
    """A whole and all the parts into which it is divided in one way."""

    whole: str
    parts: tuple[str, ...]


@cache
def whole_of() -> Mapping[str, str]:
    """The nearest whole that each part is a part of."""
    return MappingProxyType({part: whole for part, whole, _ in _wholes()})


@cache
def divisions() -> tuple[Division, ...]:
    """The wholes whose parts, as given, leave nothing out."""
    return _divided(_wholes())


@cache
def means() -> tuple[Division, ...]:
    """The averages, each with the two groups that it is the average of."""
    return _divided(read_table("codes/means.tsv", ("part", "mean", "division")))


@cache
def ratios() -> tuple[tuple[str, str, str, Fraction], ...]:
    """The rates that are one amount over another, as rate, part, whole and what the quotient is multiplied by."""
    table = read_table("codes/ratios.tsv", ("rate", "part", "whole", "times"))
    return tuple((rate, part, whole, Fraction(times)) for rate, part, whole, times in table)


@cache
def growth_basis() -> Mapping[str, str]:
    """Whether the growth of a series is "real" (at constant prices) or "nominal" (that of the printed amounts).

    A series that is not listed may be compared on another base than was printed: samples and definitions change.
    """
    return MappingProxyType({row[0]: row[1] for row in read_table("codes/growths.tsv", ("code", "basis", "reason"))})


@cache
def exchange_rates() -> Mapping[int, tuple[Fraction, Fraction, Fraction]]:
    """Yuan for a US dollar by years: the average, the lowest and the highest."""
    table = read_table("codes/exchange_rates.tsv", ("year", "average", "lowest", "highest"))
    return MappingProxyType({int(year): (Fraction(a), Fraction(low), Fraction(high)) for year, a, low, high in table})


@cache
def economies() -> Mapping[str, Fraction]:
    """GDP of areas in 2020, in yuan."""
    table = read_table("codes/economies.tsv", ("area", "gdp_2020"))
    return MappingProxyType({area: Fraction(Decimal(gdp)) for area, gdp in table})


@cache
def magnitudes() -> Mapping[str, Fraction]:
    """How much of a series comes with one yuan of GDP in a year, roughly and anywhere in China."""
    table = read_table("codes/magnitudes.tsv", ("code", "per_gdp"))
    return MappingProxyType({code: Fraction(size) for code, size in table})


@cache
def scope_words() -> Mapping[str, str]:
    """The words that say among whom something has a rank, with the level of the area that they mean."""
    table = read_table("codes/scopes.tsv", ("level", "words"))
    return MappingProxyType({word: level for level, words in table for word in spellings(words)})


def named(words: str | None, area: Area | None) -> str | None:
    """The code of the series that words mean, said of an area; None for what is not known by that name.

    Words for the area itself may stand before: 全省进出口总值 is TRADE_TOTAL said of a province, and not of a city.
    """
    if words is None:
        return None
    bare = words.casefold().strip()
    level = None if area is None or area.code is None else level_of(area.code)
    for scope, of_level in scope_words().items():
        if of_level == level and bare.startswith(scope) and bare != scope:
            bare = bare[len(scope) :].strip(" 的")
            break
    return _series_by_name().get(bare)


@cache
def _series_by_name() -> Mapping[str, str]:
    """The codes by every name of a series that names one alone, in small letters."""
    by_base = {(row.base, row.breakdown): row.code for row in indicator_rows()}
    found: dict[str, set[str]] = {}
    for code, indicator in indicators().items():
        for name in (code, indicator.name, indicator.name_zh):
            found.setdefault((name or code).casefold(), set()).add(code)
    for language in ("zh", "en"):
        for words, kind, target in series_words(language):
            base, _, breakdown = target.partition(":")
            meant = (
                target if kind == "indicator" else by_base.get((base, breakdown or "_T")) if kind == "base" else None
            )
            if meant is not None:
                for word in words:
                    found.setdefault(word.casefold(), set()).add(meant)
    return MappingProxyType({word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1})


@cache
def _wholes() -> tuple[tuple[str, ...], ...]:
    return read_table("codes/wholes.tsv", ("part", "whole", "division"))


def _divided(rows: tuple[tuple[str, ...], ...]) -> tuple[Division, ...]:
    found: dict[tuple[str, str], list[str]] = {}
    for part, whole, division in rows:
        if division:
            found.setdefault((whole, division), []).append(part)
    return tuple(Division(whole, tuple(parts)) for (whole, _), parts in found.items())
