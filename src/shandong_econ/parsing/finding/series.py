"""Which series a noun phrase names: its code, or that it has none.

A phrase names a series if the whole of it does, or if it is put together from a base (投资, "investment") and a
breakdown (制造业, "manufacturing") for which there is a code. A part of what it says is never enough: a narrower
series without a code does not get the code of a wider one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import attrs

from shandong_econ.lexicon.concepts import IndicatorRow, area_codes, indicator_rows, series_words
from shandong_econ.lexicon.words import roles

FLOWS = {"IE": "TRADE:IE", "E": "TRADE:E", "I": "TRADE:I", "BAL": "TRADE:BAL"}
ALL_TRADE, SIDES = FLOWS["IE"], (FLOWS["E"], FLOWS["I"])
"""All trade, and exports and imports."""
PARTNER = "PARTNER:"
"""What the breakdown of trade with a partner begins with."""
OF_PORTS = ("PORT_", "AIR_")
"""What the codes of the series of ports begin with."""
WHOLES: Mapping[str | None, str] = {**dict.fromkeys(FLOWS.values(), ALL_TRADE), "VALUE_ADDED": "GDP"}
"""The base of the whole into whose parts another base parts it: exports are of all trade."""


@attrs.frozen
class Naming:
    """What a phrase alone can name: indicators as a whole, bases of which there are parts, parts of any base."""

    indicator: str | None = None
    base: str | None = None
    breakdown: str | None = None


@attrs.frozen
class Series:
    """What is measured: a code if there is one, with the base and the breakdown as far as they are known."""

    code: str | None = None
    base: str | None = None
    breakdown: str | None = None


NO_SERIES = Series()


def _key(row: IndicatorRow) -> tuple[str, str]:
    base, breakdown = row.base, row.breakdown
    if base == "TRADE":
        flow, _, breakdown = breakdown.partition(";")
        base = FLOWS.get(flow, base)
    parts = [part for part in breakdown.split(";") if part and (part != "ASD" or part == row.breakdown)]
    return base, ";".join(parts) or "_T"


@cache
def series_by_code() -> Mapping[str, Series]:
    """Every series that has a code."""
    return MappingProxyType({row.code: Series(row.code, *_key(row)) for row in indicator_rows()})


@cache
def code_by_key() -> Mapping[tuple[str, str], str]:
    """The code of each base and breakdown; where several share them, the first of the table."""
    found: dict[tuple[str, str], str] = {}
    for row in indicator_rows():
        found.setdefault(_key(row), row.code)
    return MappingProxyType(found)


@cache
def kinds() -> Mapping[str, IndicatorRow]:
    """What is known of each code beside its names: its unit, and whether it is a flow or a stock."""
    return MappingProxyType({row.code: row for row in indicator_rows()})


def own_unit(series: Series) -> str | None:
    """The unit of a series with a code, None of any other."""
    return kinds()[series.code].unit if series.code else None


def is_stock(series: Series) -> bool:
    """Whether a series, or a part without a code of one, is counted at a day, as what is turned over in days is too."""
    known = kinds().get(series.code or series.base or "")
    return known is not None and (known.kind == "STOCK" or known.unit == "DAYS")


def is_total(breakdown: str | None) -> bool:
    """Whether a breakdown is no part: nothing, all of a base, or all of the larger firms."""
    return breakdown in _TOTALS


_TOTALS = frozenset({None, "", "_T", "BTE"})


@cache
def families() -> Mapping[str, str]:
    """The family of each base: trade, prices ..."""
    return MappingProxyType({_key(row)[0]: row.family for row in indicator_rows()})


@cache
def namings(language: str) -> Mapping[str, Naming]:
    """Every phrase of `series.tsv` with what it can name."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for words, kind, target in series_words(language):
        alone = ((kind, target),)
        for word in words:
            told = found.get(word)
            if told is None:
                found[word] = alone
            elif kind not in dict(told):
                found[word] = told + alone
    made = {told: Naming(**dict(told)) for told in set(found.values())}
    return MappingProxyType({word: made[told] for word, told in found.items()})


@cache
def known_words(language: str) -> frozenset[str]:
    """All words of a language that the lexicon knows: those with a role, names of series and names of places."""
    return frozenset((*roles(language), *namings(language), *area_codes(language)))


@cache
def latin_names() -> frozenset[str]:
    """The letters with which names of series end in Chinese, right after which a number can stand: GDP, CPI."""
    return frozenset(_LATIN_END.findall("\n".join(namings("zh"))))


_LATIN_END = re.compile(r"(?<![A-Z])[A-Z]{2,}$", re.MULTILINE)


def put_together(base: str, breakdown: str) -> Series:
    """The series of a base and a breakdown, with a code if there is one."""
    for known in (base, *_KIN.get(base, ()), *_BESIDE.get(base, ())):
        for part in (breakdown, *_IN_SHORT.get(breakdown, ())):
            if code := code_by_key().get((known, part)):
                return series_by_code()[code]
    if breakdown == "_T" and (code := _only_codes().get(base)):
        return series_by_code()[code]
    return Series(None, base, breakdown)


@cache
def _only_codes() -> Mapping[str, str]:
    """The code of each base of which only one series has a code: loans are always those of financial institutions."""
    found: dict[str, list[str]] = {}
    for (base, breakdown), code in code_by_key().items():
        if not breakdown.startswith("P:"):  # the yield of grain is not that of whatever grows
            found.setdefault(base, []).append(code)
    return MappingProxyType({base: codes[0] for base, codes in found.items() if len(codes) == 1})


_KIN = {
    "IVA": ("VALUE_ADDED",),
    "VALUE_ADDED": ("IVA",),
    "GDP": ("VALUE_ADDED",),
}  # the first two are "value added", of all and of the larger firms


_IN_SHORT = {"L68": ("L",)}  # real estate is development where that is told, and may be all of its sector


_BESIDE = {"ELEC_GENERATION": ("OUTPUT",)}  # in a list of products power stands among them


ACCOUNTS = frozenset({"IND_PROFIT", "IND_PROFIT_TAX", "IND_MARGIN", "IND_LOSS_FIRMS", "IND_DEBT_RATIO"})
ACCOUNTS |= {"IND_RECEIVABLE_DAYS", "IND_INVENTORY_DAYS", "IND_COST_PER_100", "IND_EXPENSE_PER_100"}
"""Series of the accounts of the larger industrial firms: divisions whose profits rose are none that grew."""


LENT = {"SERVICE_REVENUE_ASD": ACCOUNTS | {"IND_REVENUE"}, "PMI": frozenset({"PPI", "PPIRM"})}
"""Series that only lend their names where another base is told: 营业收入利润率 of services, 出厂价格指数 of a PMI."""

_BY_INDUSTRY = frozenset(
    {"FAI", "FAI_PROJECT_COUNT", "PROJECT_COUNT", "PROJECT_INVESTMENT", "FDI_USED", "FDI_NEW_FIRMS"}
)
_BY_INDUSTRY |= {"ELEC_CONSUMPTION", "ENERGY_CONSUMPTION", "ENERGY_INTENSITY", "LABOR_PRODUCTIVITY"}
_BY_INDUSTRY |= {"LOANS", "LOANS_INCREASE", "TAX_REVENUE", "BUDGET_REVENUE", "MARKET_ENTITIES", "NEW_MARKET_ENTITIES"}
_BY_INDUSTRY |= {"IND_REVENUE", "IND_PROFIT", "IND_OUTPUT_VALUE", "AGRI_OUTPUT_VALUE", "SERVICE_REVENUE_ASD"}
"""Bases that are told of the three industries too."""

INDUSTRIES = frozenset({"PRIM", "SEC", "TERT"})


def by_itself(breakdown: str | None, carried_base: str | None) -> Series:
    """The series of a part that is named alone; an industry's is value added where all else told is not by industry."""
    if breakdown in INDUSTRIES and carried_base not in _BY_INDUSTRY:
        return put_together("VALUE_ADDED", breakdown or "")
    return Series(None, carried_base, breakdown)


def kin(base: str, carried: str | None) -> str:
    """The carried base where it is said with the same word as `base`."""
    return carried if carried is not None and carried in _KIN.get(base, ()) else base
