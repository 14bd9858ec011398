"""What a cell measures and in which unit, by the heads of its path, the units of its row and those of the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from shandong_econ.lexicon.concepts import MONEY, units
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.unit_classes import IN_PERCENT, LEAST_INDEX, PERCENT, RATES, WITHOUT_UNIT, fits
from shandong_econ.parsing.table.amounts import Amount
from shandong_econ.parsing.table.head.head import Head
from shandong_econ.parsing.table.head.measures import Moved
from shandong_econ.parsing.table.path import Path, is_rate
from shandong_econ.parsing.table.units import Measured
from shandong_econ.parsing.table.words import says

NO_UNIT, NO_MEASURE = "no_unit", "no_measure"
_IN_PERCENT = frozenset({Measure.SHARE, Measure.CONTRIBUTION_RATE, Measure.CONTRIBUTION, Measure.ACHIEVEMENT})
_PRICES = frozenset({"CPI", "PPI", "PPIRM", "AGRI_PPI"})


@attrs.frozen
class Meaning:
    """What a cell measures, in which unit, with which sign, and of what whole a share is."""

    measure: Measure
    unit: str | None
    power: int = 0
    sign: int = 1
    whole: str | None = None


def meaning_of(amount: Amount, path: Path) -> Meaning | str:
    """What a cell means, or the reason for which it cannot be known."""
    if amount.is_rank:
        return Meaning(Measure.RANK, "NUM")
    own = (amount.unit,) if amount.unit is not None else ()
    over, beside = (_nearest_units(heads) for heads in (path.over, path.beside))
    moved = _moved(path)
    if moved is not None and moved.what != Measure.GROWTH:
        return _of_part(moved, own or over or _percents((*beside, *path.of_row, *path.of_table)))
    if moved is not None:
        if (path.index or path.is_of_index) and amount.value >= LEAST_INDEX:
            return Meaning(Measure.LEVEL, "IX")  # 环比 over the indices of a month
        told = next((head.units for head in path.beside if head.measure is moved), ())  # 2022 over 2021 (%)
        meaning = _of_growth(_in_amount(moved, path), own or told or over, (beside or path.of_row, path.of_table))
        return _of_rate(meaning, path)
    if path.index:
        return NO_MEASURE if _is_too_low(amount, path) else Meaning(Measure.LEVEL, "IX")
    unit = _of_level(own or over or beside or path.of_row or path.of_table, path)
    if unit is None or (unit in path.of_table and unit.code in MONEY and path.is_of_things):
        return _without_unit(amount, path)  # new enterprises, in a table of dollars
    return _of_unit(amount, _of_price(unit, path), path)


def _of_price(unit: Measured, path: Path) -> Measured:
    """The unit of a price, told in money beside what it is the price of so much of: yuan, of a row in kg."""
    priced = {one.code for one in path.of_row if f"{unit.code}_{one.code}" in units()}
    is_price = any(head.name.lower().endswith(word_list(path.language, "table.prices")) for head in path.over)
    return attrs.evolve(unit, code=f"{unit.code}_{priced.pop()}") if is_price and len(priced) == 1 else unit


def _nearest_units(heads: Sequence[Head]) -> tuple[Measured, ...]:
    return next((head.units for head in reversed(heads) if head.units), ())


def _moved(path: Path) -> Moved | None:
    """What the nearest head measures, in whose words it stands before one that only compares: 增减额, over 比上月.

    What is below it an index is none: Index, under Indices and Growth Rates.
    """
    heads = path.nearest
    heads = heads[: next((n for n, head in enumerate(heads) if says(head.name, "indices")), len(heads))]
    told = [head.measure for head in heads if head.measure is not None]
    return next((one for one in told if one.end), told[0]) if told else None


def _in_amount(moved: Moved, path: Path) -> Moved:
    """A change since another time than a year ago, which is an amount unless percents are told."""
    told = next((head.comparison for head in path.nearest if head.comparison), None)
    since = told is not None and told.value is not Comparison.YEAR_ON_YEAR and not moved.is_bare
    since = since and not (path.over and path.over[-1].base is not None and _is_of_year(path.over[-1].base))
    units = (*path.of_row, *path.of_table, *(unit for head in path.beside for unit in head.units))
    return attrs.evolve(moved, is_amount=True) if since and not _percents(units) else moved


def _is_of_year(base: Time) -> bool:
    """Whether what is compared with is so told by its year alone: the same period of 2000."""
    return base.form in ("year", "same_period") and not base.is_point


def _percents(units: Iterable[Measured]) -> tuple[Measured, ...]:
    return tuple(unit for unit in units if unit.code in IN_PERCENT)


def _of_part(moved: Moved, units: tuple[Measured, ...]) -> Meaning | str:
    """A share, a rank or a contribution, whose unit goes without saying."""
    code = units[0].code if units else "PT"
    if moved.what == Measure.RANK:
        return Meaning(Measure.RANK, "NUM")
    if code not in IN_PERCENT:
        return NO_UNIT
    if moved.what == Measure.CONTRIBUTION or (moved.what == Measure.CONTRIBUTION_RATE and code == "PPT"):
        return Meaning(Measure.CONTRIBUTION, "PPT")
    return Meaning(moved.what, code, whole=moved.whole or None)


def _of_growth(moved: Moved, own: tuple[Measured, ...], others: Sequence[tuple[Measured, ...]]) -> Meaning | str:
    """A growth in percent, or a change in the unit that its own head tells; no other head's unit makes it one.

    A change that is told as an amount is in the unit of the row, or else in that of the table.
    """
    if not own and moved.is_amount:
        own = next(filter(None, (tuple(one for one in each if one.code not in IN_PERCENT) for each in others)), ())
    elif not own:
        own = tuple(one for one in _percents(unit for each in others for unit in each)[:1] if one.code != "PPT")
    if not own and moved.is_bare:
        return Meaning(Measure.GROWTH, "PT", sign=moved.sign)
    if len(own) != 1:
        return NO_UNIT
    (unit,) = own
    if unit.code in PERCENT:
        return Meaning(Measure.GROWTH, unit.code, sign=moved.sign)
    if unit.code == "RO":
        return Meaning(Measure.MULTIPLE, "RO", sign=moved.sign)
    return Meaning(Measure.CHANGE, unit.code, unit.power, sign=moved.sign)


def _of_rate(meaning: Meaning | str, path: Path) -> Meaning | str:
    """A growth of what is itself in percent, a share too, which is a change in points though percent is printed."""
    if isinstance(meaning, str) or (meaning.measure, meaning.unit) != (Measure.GROWTH, "PT"):
        return meaning
    of_part = any(head.measure is not None and head.measure.what in _IN_PERCENT for head in path.over)
    return Meaning(Measure.CHANGE, "PPT", sign=meaning.sign) if of_part or path.is_of_rate else meaning


def _is_too_low(amount: Amount, path: Path) -> bool:
    """Whether a number can be no index: it is under 0, or an index of prices that have all but gone."""
    return amount.value < 0 or (amount.value < LEAST_INDEX and path.subject.series.base in _PRICES)


def _of_level(units: tuple[Measured, ...], path: Path) -> Measured | None:
    """The one of the units told that a level can be in."""
    if len(units) > 1 and path.unit is not None:
        own = [unit for unit in units if unit.code == path.unit]
        units = tuple(own or (one for one in units if _is_amount_of(one.code, path.unit)))
    elif len(units) > 1:
        units = tuple(unit for unit in units if unit.code not in IN_PERCENT)
    return units[0] if len(units) == 1 else None


def _is_amount_of(unit: str | None, own: str) -> bool:
    return unit is not None and unit not in IN_PERCENT and fits(unit, own)


def _without_unit(amount: Amount, path: Path) -> Meaning | str:
    """A number without a unit, which means something only as a count of things or people, an index or a ratio."""
    names = [path.subject.label.lower(), *(one.name.lower() for one in path.nearest)]
    indexed, of_people = (
        any(name.endswith(word_list(path.language, f"table.{role}")) for name in names)
        for role in ("indices", "persons")
    )
    if amount.value >= 0 and amount.value == int(amount.value) and (of_people or path.counts or path.is_of_things):
        return Meaning(Measure.LEVEL, "PS" if of_people else "NUM")
    if not indexed and path.unit not in WITHOUT_UNIT:
        return NO_UNIT
    if not indexed and path.unit == "RO":
        return Meaning(Measure.RATIO, "RO")
    if _is_too_low(amount, path):
        return Meaning(Measure.GROWTH, "PT") if path.is_of_index else NO_MEASURE
    return Meaning(Measure.LEVEL, "IX")


def _of_unit(amount: Amount, unit: Measured, path: Path) -> Meaning | str:
    """A value in a unit, which is a level unless it is in percent; what is in percent may be a share or a growth."""
    told, label, series = path.of_caption, path.subject.label, path.subject.series
    if unit.code == "PPT":
        return _of_part(told, (unit,)) if told is not None and told.what != Measure.GROWTH else NO_MEASURE
    if path.unit == "RO" and unit.code not in RATES:
        return Meaning(Measure.RATIO, "RO")  # the ratio of incomes, among incomes in yuan
    if unit.code in MONEY and path.is_of_rate:
        return NO_UNIT
    if unit.code != "PT":
        return Meaning(Measure.LEVEL, unit.code, unit.power)
    if label.endswith(word_list("zh", "rate.share")):
        return Meaning(Measure.SHARE, "PT")
    is_level = path.is_of_rate or any(is_rate(one.name, path.language) for one in path.nearest if unit in one.units)
    tells_growth = label.lower().endswith(word_list(path.language, "table.relative"))  # economic growth rate
    if path.unit is not None and path.unit not in PERCENT and tells_growth:
        return Meaning(Measure.GROWTH, "PT")
    if is_level:
        return Meaning(Measure.LEVEL, "PT")
    if told is not None:
        return _of_growth(told, (unit,), ()) if told.what == Measure.GROWTH else _of_part(told, (unit,))
    if path.is_of_index:
        return Meaning(Measure.LEVEL if amount.value >= LEAST_INDEX else Measure.GROWTH, "PT")
    of_names = [one for head in path.nearest if head.name for one in head.units]
    if unit in of_names and series.base is None and series.breakdown is None:
        return Meaning(Measure.LEVEL, "PT")  # its own head has the percent: 广播综合人口覆盖率（%）
    return NO_MEASURE


def is_fitting(measure: Measure, unit: str | None, code: str) -> bool:
    """Whether a level in a unit can be one of a series: tons are none of exports in dollars."""
    if measure not in (Measure.LEVEL, Measure.CHANGE) or unit is None:
        return True
    own = kinds()[code].unit
    if unit in PERCENT or own in PERCENT:
        return (unit in PERCENT) == (own in PERCENT) or own == "IX" or unit == "PPT"
    return fits(unit, own or unit)
