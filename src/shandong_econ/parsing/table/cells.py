"""What a cell measures and in which unit, by the heads of its path, the units of its row and those of the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure
from shandong_econ.parsing.finding.series import SIDES, kinds
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.unit_classes import (
    COUNTED,
    IN_PERCENT,
    LEAST_INDEX,
    MONEY,
    PERCENT,
    RATES,
    WITHOUT_UNIT,
    fits,
)
from shandong_econ.parsing.table.amounts import Amount
from shandong_econ.parsing.table.head.head import Head
from shandong_econ.parsing.table.head.measures import Moved
from shandong_econ.parsing.table.units import Measured
from shandong_econ.parsing.table.words import says
from shandong_econ.parsing.told import Subject

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


@attrs.frozen
class Path:
    """What the path to a cell tells: its heads over the column and beside the row, and the units of row and table."""

    over: Sequence[Head]
    beside: Sequence[Head]
    of_row: tuple[Measured, ...]
    of_table: tuple[Measured, ...]
    of_caption: Moved | None
    index: str


def meaning_of(amount: Amount, path: Path, subject: Subject, language: str) -> Meaning | str:
    """What a cell means, or the reason for which it cannot be known."""
    if amount.is_rank:
        return Meaning(Measure.RANK, "NUM")
    own = (amount.unit,) if amount.unit is not None else ()
    over = next((head.units for head in reversed(path.over) if head.units), ())
    beside = next((head.units for head in reversed(path.beside) if head.units), ())
    moved = _moved(path)
    if moved is not None and moved.what != Measure.GROWTH:
        return _of_part(moved, own or over or _percents((*beside, *path.of_row, *path.of_table)))
    if moved is not None:
        indexed = _is_index(subject) or any(head.index for head in (*path.over, *path.beside))
        if indexed and amount.value >= LEAST_INDEX:
            return Meaning(Measure.LEVEL, "IX")  # 环比 over the indices of a month
        told = next((head.units for head in path.beside if head.measure is moved), ())  # 2022 over 2021 (%)
        meaning = _of_growth(_in_amount(moved, path), own or told or over, (beside or path.of_row, path.of_table))
        return _of_rate(meaning, path, subject, language)
    if path.index or any(head.index for head in (*path.over, *path.beside)):
        return NO_MEASURE if _is_too_low(amount, subject) else Meaning(Measure.LEVEL, "IX")
    unit = _of_level(own or over or beside or path.of_row or path.of_table, subject, language)
    if unit is not None and unit in path.of_table and unit.code in MONEY and _is_of_things(subject, language):
        unit = None  # new enterprises, in a table of dollars
    if unit is None:
        return _without_unit(amount, path, subject, language)
    return _of_unit(amount, unit, path, subject, language)


def _moved(path: Path) -> Moved | None:
    """What the nearest head measures, in whose words it stands before one that only compares: 增减额, over 比上月.

    What is below it an index is none: Index, under Indices and Growth Rates.
    """
    heads = (*reversed(path.over), *reversed(path.beside))
    heads = heads[: next((n for n, head in enumerate(heads) if says(head.name, "indices")), len(heads))]
    told = [head.measure for head in heads if head.measure is not None]
    return next((one for one in told if one.end), told[0]) if told else None


def _in_amount(moved: Moved, path: Path) -> Moved:
    """A change since another time than a year ago, which is an amount unless percents are told."""
    told = next((head.comparison for head in (*reversed(path.over), *reversed(path.beside)) if head.comparison), None)
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
    if moved.what == Measure.RANK:
        return Meaning(Measure.RANK, "NUM")
    code = units[0].code if units else "PT"
    if code not in IN_PERCENT:
        return NO_UNIT
    is_rate = moved.is_rate_in_percent and code == "PT" and all(unit.code != "PPT" for unit in units)
    if moved.what != Measure.CONTRIBUTION:
        return Meaning(moved.what, code, whole=moved.whole or None)
    return (
        Meaning(Measure.CONTRIBUTION_RATE, code, whole=moved.whole or None) if is_rate else Meaning(moved.what, "PPT")
    )


def _of_growth(moved: Moved, own: tuple[Measured, ...], others: Sequence[tuple[Measured, ...]]) -> Meaning | str:
    """A growth in percent, or a change in the unit that its own head tells; no other head's unit makes it one."""
    units = own
    if not units:
        percents = () if moved.is_amount else _percents(unit for each in others for unit in each)
        told = (tuple(unit for unit in each if unit.code not in IN_PERCENT) for each in others)
        amounts = next(filter(None, told), ()) if moved.is_amount else ()  # the row's own before those of the table
        if percents and percents[0].code != "PPT":
            units = percents[:1]
        elif amounts:
            units = amounts
        elif moved.is_bare:
            return Meaning(Measure.GROWTH, "PT", sign=moved.sign)
        else:
            return NO_UNIT
    if len(units) > 1:
        return NO_UNIT
    unit = units[0]
    if unit.code in ("PT", "PTM"):
        return Meaning(Measure.GROWTH, unit.code, sign=moved.sign)
    if unit.code == "RO":
        return Meaning(Measure.MULTIPLE, "RO", sign=moved.sign)
    return Meaning(Measure.CHANGE, unit.code, unit.power, sign=moved.sign)


def _of_rate(meaning: Meaning | str, path: Path, subject: Subject, language: str) -> Meaning | str:
    """A growth of what is itself in percent, a share too, which is a change in points though percent is printed."""
    if isinstance(meaning, str) or (meaning.measure, meaning.unit) != (Measure.GROWTH, "PT"):
        return meaning
    series = kinds().get(subject.series.code or "")
    is_rate = series.unit in PERCENT if series is not None else _is_rate(subject.label, language)
    is_rate = is_rate or any(head.measure is not None and head.measure.what in _IN_PERCENT for head in path.over)
    return Meaning(Measure.CHANGE, "PPT", sign=meaning.sign) if is_rate else meaning


def _is_too_low(amount: Amount, subject: Subject) -> bool:
    """Whether a number can be no index: it is under 0, or an index of prices that have all but gone."""
    return amount.value < 0 or (amount.value < LEAST_INDEX and subject.series.base in _PRICES)


def _is_index(subject: Subject) -> bool:
    series = kinds().get(subject.series.code or subject.series.base or "")
    return series is not None and series.unit == "IX"


def _of_level(units: tuple[Measured, ...], subject: Subject, language: str) -> Measured | None:
    """The one of the units told that a level can be in."""
    if len(units) < 2:
        return units[0] if units else None
    series = kinds().get(subject.series.code or "")
    if series is not None:
        fit = [unit for unit in units if unit.code == series.unit]
        fit = fit or [unit for unit in units if unit.code is not None and _is_unit_of(unit.code, series.unit)]
        return fit[0] if len(fit) == 1 else None
    if _is_rate(subject.label, language):
        return next(iter(_percents(units)), None)
    amounts = [unit for unit in units if unit.code not in IN_PERCENT]
    if len(amounts) > 1:
        amounts = [unit for unit in amounts if (unit.code in COUNTED) == _is_count(subject.label, language)]
    return amounts[0] if len(amounts) == 1 else None


def _is_unit_of(unit: str, own: str) -> bool:
    return unit == own or (unit not in PERCENT and own not in PERCENT and fits(unit, own) and unit not in IN_PERCENT)


def _tells_growth(label: str, language: str) -> bool:
    """Whether a name ends as that of a growth: economic growth rate."""
    return label.lower().endswith(word_list(language, "table.relative"))


def _is_rate(label: str, language: str) -> bool:
    """Whether a name is that of a rate by its last word; in English by that before what the rate is of."""
    words = word_list(language, "rates.words")
    last = label.lower().split(" of ")[0]
    return last.endswith(words) if language == "zh" else last.split(" ")[-1] in words


def _without_unit(amount: Amount, path: Path, subject: Subject, language: str) -> Meaning | str:
    """A number without a unit, which means something only as an index or a ratio."""
    series = kinds().get(subject.series.code or "")
    names = (subject.label, *(head.name for head in (*path.over, *path.beside)))
    indexed = any(name.lower().endswith(word_list(language, "table.indices")) for name in names)
    is_whole = amount.value >= 0 and amount.value == int(amount.value)
    if is_whole and (_is_count(subject.label, language) or _is_of_things(subject, language)):
        return Meaning(Measure.LEVEL, "NUM")
    if indexed or (series is not None and series.unit in WITHOUT_UNIT):
        unit = "IX" if indexed or series is None else series.unit
        if unit == "IX" and _is_too_low(amount, subject):
            return Meaning(Measure.GROWTH, "PT") if _is_index(subject) else NO_MEASURE
        return Meaning(Measure.RATIO if unit == "RO" else Measure.LEVEL, unit)
    return NO_UNIT


def _is_count(label: str, language: str) -> bool:
    """Whether a name says that it counts things: 企业个数, number of firms."""
    words = word_list(language, "table.number_of")
    return label.lower().startswith(words) if language == "en" else label.endswith(words)


def _is_of_things(subject: Subject, language: str) -> bool:
    """Whether an English name without a series in money ends with things that can only be counted: new enterprises."""
    last = subject.label.lower().rpartition(" ")[2]
    series = kinds().get(subject.series.code or subject.series.base or "")
    of_money = subject.series.base in SIDES or (series is not None and series.unit.partition("_")[0] in MONEY)
    return language == "en" and not of_money and last in word_list("en", "table.things")


def _of_unit(amount: Amount, unit: Measured, path: Path, subject: Subject, language: str) -> Meaning | str:
    if unit.code == "PPT":
        told = path.of_caption
        return _of_part(told, (unit,)) if told is not None and told.what == Measure.CONTRIBUTION else NO_MEASURE
    series = kinds().get(subject.series.code or "")
    if series is not None and series.unit == "RO" and unit.code not in RATES:
        return Meaning(Measure.RATIO, "RO")  # the ratio of incomes, among incomes in yuan
    if unit.code in MONEY and series is None and _is_rate(subject.label, language):
        return NO_UNIT
    if unit.code not in PERCENT:
        return Meaning(Measure.LEVEL, unit.code, unit.power)
    if unit.code == "PTM":
        return Meaning(Measure.LEVEL, unit.code)
    code = subject.series.code or ""
    if subject.label.endswith(word_list("zh", "rate.share")) or code.endswith("_SHARE"):
        return Meaning(Measure.SHARE, unit.code)
    if series is not None and series.unit not in PERCENT and _tells_growth(subject.label, language):
        return Meaning(Measure.GROWTH, unit.code)
    of_rate = any(_is_rate(head.name, language) for head in (*path.over, *path.beside) if unit in head.units)
    if (series is not None and series.unit in PERCENT) or of_rate or _is_rate(subject.label, language):
        return Meaning(Measure.LEVEL, unit.code)
    if _is_index(subject) and path.of_caption is None:
        is_index = amount.value >= LEAST_INDEX
        return Meaning(Measure.LEVEL, unit.code) if is_index else Meaning(Measure.GROWTH, unit.code)
    if path.of_caption is not None:
        caption = path.of_caption
        return _of_growth(caption, (unit,), ()) if caption.what == Measure.GROWTH else _of_part(caption, (unit,))
    of_names = [one for head in (*path.over, *path.beside) if head.name for one in head.units]
    if unit in of_names and subject.series.base is None and subject.series.breakdown is None:
        return Meaning(Measure.LEVEL, unit.code)  # its own head has the percent: 广播综合人口覆盖率（%）
    return NO_MEASURE


def is_fitting(measure: Measure, unit: str | None, code: str) -> bool:
    """Whether a level in a unit can be one of a series: tons are none of exports in dollars."""
    if measure not in (Measure.LEVEL, Measure.CHANGE) or unit is None:
        return True
    own = kinds()[code].unit
    if unit in PERCENT or own in PERCENT:
        return (unit in PERCENT) == (own in PERCENT) or own == "IX" or unit == "PPT"
    return fits(unit, own or unit)
