"""A number as it is printed: its own digits, its magnitude, its unit, and the word that hedges it."""

from __future__ import annotations

from decimal import Decimal

from shandong_econ.lexicon.concepts import IndicatorRow, indicator_row, units
from shandong_econ.model import Measure, Observation, Qualifier
from shandong_econ.saying.phrases import Phrases
from shandong_econ.saying.refusing import unsayable

MOST_DIGITS = 24
_UNSCALED = frozenset({"PT", "PTM", "PPT", "IX", "RO", "DAYS", "HOURS"})
_OF_THE_SERIES = (Measure.LEVEL, Measure.CHANGE, Measure.RATIO)
PERCENT = frozenset({"PT", "PTM"})


def row_of(figure: Observation) -> IndicatorRow | None:
    """What is known of the figure's indicator beside its names, or None where it has none."""
    return None if figure.indicator is None else indicator_row(figure.indicator.code)


def amount(figure: Observation, phrases: Phrases, unit: str | None = None) -> str:
    """The digits, magnitude and unit of a figure, without sign; `unit` is the word for the unit where it is special.

    Raises UnsayableError where the language has no word for one of them.
    """
    return digits(figure, phrases) + magnitude(figure, phrases) + (unit_word(figure, phrases) if unit is None else unit)


def hedged(figure: Observation, printed: str, phrases: Phrases) -> str:
    """A printed amount with the word for how exact it is."""
    return phrases.get("qualifier", figure.qualifier.value).format(amount=printed)


def digits(figure: Observation, phrases: Phrases) -> str:
    """The digits as printed, without sign: every zero of the value, and no other."""
    value = figure.value.copy_abs()
    if figure.value.is_zero() and figure.value.is_signed():
        raise unsayable(figure, "a negative zero", phrases.language, "give 0")
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent > 0 or len(value.as_tuple().digits) - exponent > MOST_DIGITS:
        remedy = f"give at most {MOST_DIGITS} digits, and the power of ten as unit_mult"
        raise unsayable(figure, f"the number {figure.value}", phrases.language, remedy)
    return f"{value:,f}" if phrases.language == "en" else f"{value:f}"


def whole_number(figure: Observation, phrases: Phrases) -> int:
    """The value of a rank or a streak; UnsayableError where it is none that can be counted to."""
    value = figure.value
    if value != value.to_integral_value() or value.as_tuple().exponent != 0 or not 1 <= value <= 99 or figure.unit_mult:
        raise unsayable(
            figure, f"the {figure.measure.value} {value}", phrases.language, "give a whole number from 1 to 99"
        )
    if figure.qualifier is not Qualifier.EQ:
        raise unsayable(figure, f"the qualifier of a {figure.measure.value}", phrases.language, "give EQ")
    return int(value)


def magnitude(figure: Observation, phrases: Phrases) -> str:
    """The word for the power of ten."""
    power = figure.unit_mult
    if power == 0:
        return ""
    word = phrases.find("magnitude", str(power))
    if word is None or (figure.unit is not None and figure.unit.code in _UNSCALED):
        unit = "" if figure.unit is None else f" of {figure.unit.code}"
        remedy = "give a unit_mult of " + ", ".join(["0", *phrases.sections["magnitude"]])
        raise unsayable(figure, f"ten to the power of {power}{unit}", phrases.language, remedy)
    return word


def unit_word(figure: Observation, phrases: Phrases) -> str:
    """The word for the unit, which a series per head or per mu says for itself."""
    unit, row = figure.unit, row_of(figure)
    if unit is None:
        raise unsayable(figure, "a figure without a unit", phrases.language, "give one of se.units()")
    if units().get(unit.code) != unit:
        raise unsayable(figure, f"the unit {unit.code}", phrases.language, "give one of se.units() as it is")
    word = phrases.find("unit", unit.code)
    if row is not None and figure.measure in _OF_THE_SERIES:
        own = phrases.find("of_series", row.unit)
        if own is not None and unit.code == row.unit:
            return own
        if (own is not None and own == word) or (row.unit == "IX" and unit.code in PERCENT):
            raise unsayable(figure, f"the unit {unit.code} beside {row.unit}", phrases.language, f"give {row.unit}")
    if word is None:
        raise unsayable(figure, f"the unit {unit.code}", phrases.language, "the language has no word for it")
    if figure.value.copy_abs() == Decimal(1) and figure.unit_mult == 0:
        return phrases.find("unit_of_one", unit.code) or word
    return word
