"""Amounts that add up: industries to GDP, exports and imports to trade, parts to wholes, cities to provinces."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from shandong_econ.findings import Account, Figure, Figures, Finding, Verdict
from shandong_econ.identities.judging import fitting, joined, of, one_voice, told, total, within
from shandong_econ.identities.relations import INDUSTRIES, TRADE, divisions, named, whole_of
from shandong_econ.lexicon.concepts import areas, level_of
from shandong_econ.model import Measure

_UNIFIED = 2019  # from this year on the bureau of the nation reckons the GDP of all provinces and cities by one method
_HALF_PERCENT = Fraction(5, 1000)  # what cities leave open: a new area, or a farm that is a county of its own


def gdp_sum(figures: Figures) -> Iterator[Finding]:
    """The value added of the three industries adds up to GDP."""
    for account in figures.accounts:
        yield from added(account, "GDP", INDUSTRIES)


def trade_sum(figures: Figures) -> Iterator[Finding]:
    """Exports and imports add up to total trade."""
    for account in figures.accounts:
        yield from added(account, TRADE[0], TRADE[1:])


def trade_balance(figures: Figures) -> Iterator[Finding]:
    """Exports less imports are the balance of trade, negative for a deficit."""
    for account in figures.accounts:
        for unit in account.units("TRADE_BALANCE"):
            balance, *flows = (account.level(code, unit) for code in ("TRADE_BALANCE", "EXPORTS", "IMPORTS"))
            exports, imports = flows
            if balance and exports and imports and one_voice(balance, exports, imports):
                made = of(exports) - of(imports)
                yield fitting(balance, (exports, imports), made, f"{exports.words} - {imports.words}")


def parts_and_wholes(figures: Figures) -> Iterator[Finding]:
    """No part is more than its whole, and all the parts of a whole add up to it, or their shares to 100 percent."""
    for account in figures.accounts:
        for part in account.all(Measure.LEVEL):
            whole = account.level(whole_of().get(part.code or "", ""), part.unit)
            if whole and account.level(part.code or "", part.unit) is part and one_voice(part, whole):
                low, high = of(part).low, of(whole).high
                holds = low is None or high is None or low <= high
                yield told(holds, part, (whole,), f"{part.words} of {whole.words}", "no part is more than its whole")
        for division in divisions():
            if division.whole not in ("GDP", TRADE[0]):
                yield from added(account, division.whole, division.parts)
                yield from sharing(account, division.whole, division.parts)


def city_sum(figures: Figures) -> Iterator[Finding]:
    """The cities of a province add up to it within half a percent, for GDP is reckoned by one method since 2019."""
    for account in figures.accounts:
        area, entity = account.place
        cities = cities_of().get(area or "", ())
        if not cities or entity is not None:
            continue
        told_of = [figures.account(account.report, (city, None), account.period) for city in cities]
        below = [each for each in told_of if each is not None]
        if len(below) < len(cities):
            continue
        for whole in account.all(Measure.LEVEL):
            parts = tuple(part for each in below if (part := each.level(whole.code or "", whole.unit)))
            if whole.code and len(parts) == len(cities) and one_voice(whole, *parts):
                since = account.period.first_year
                unified = whole.code == "GDP" and not account.period.year_is_open and since >= _UNIFIED
                made = within(total(parts), _HALF_PERCENT)
                worst = Verdict.CONTRADICTS if unified else Verdict.SUSPECT
                yield fitting(whole, parts, made, joined(parts), worst=worst)


def population(figures: Figures) -> Iterator[Finding]:
    """The birth rate less the death rate is the natural growth rate."""
    for account in figures.accounts:
        growth, births, deaths = (account.level(code) for code in ("NATURAL_GROWTH", "BIRTH_RATE", "DEATH_RATE"))
        if growth and births and deaths and {growth.unit, births.unit, deaths.unit} == {growth.unit}:
            yield fitting(growth, (births, deaths), of(births) - of(deaths), f"{births.words} - {deaths.words}")


def added(account: Account, whole_code: str, part_codes: tuple[str, ...]) -> Iterator[Finding]:
    """Whether the amounts of all the parts add up to that of the whole, in each unit that it is told in."""
    for unit in account.units(whole_code):
        whole = account.level(whole_code, unit)
        parts = tuple(part for code in part_codes if (part := account.level(code, unit)))
        if whole and len(parts) == len(part_codes) and one_voice(whole, *parts):
            yield fitting(whole, parts, total(parts), joined(parts))


def sharing(account: Account, whole_code: str, part_codes: tuple[str, ...]) -> Iterator[Finding]:
    """Whether the shares of all the parts in the whole add up to 100 percent."""
    parts = tuple(part for code in part_codes if (part := share_in(account, code, whole_code)))
    if len(parts) == len(part_codes) and one_voice(*parts) and {part.unit for part in parts} == {"PT"}:
        made = total(parts)
        yield told(100 in made, parts[0], parts[1:], joined(parts), "all the shares of a whole are 100 percent")


def share_in(account: Account, code: str, whole: str) -> Figure | None:
    """The share of a part, told as of the whole or, of nothing that it is a part of, as of what is meant by itself."""
    found = account.one(Measure.SHARE, code)
    of_what = None if found is None else found.observation.relative_to
    return found if found is None or of_what is None or named(of_what, found.observation.area) == whole else None


@cache
def cities_of() -> dict[str, tuple[str, ...]]:
    """The prefectures of every province."""
    found: dict[str, list[str]] = {}
    for code in areas():
        if level_of(code) == "prefecture":
            found.setdefault(f"{code[:2]}0000", []).append(code)
    return {province: tuple(codes) for province, codes in found.items()}
