"""The amount of a figure in few characters, in the two languages of the interface: 127 billion yuan, 1270亿元."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from shandong_econ.exporters.html_page.markup import Both
from shandong_econ.exporters.html_page.words import words
from shandong_econ.model import Measure, Observation, Qualifier

LONGEST = 24  # digits up to which a number is written in full
_SIGNS = {
    Qualifier.ABOUT: "≈ ",
    Qualifier.NEARLY: "≲ ",
    Qualifier.GT: "> ",
    Qualifier.GE: "≥ ",
    Qualifier.LT: "< ",
    Qualifier.LE: "≤ ",
    Qualifier.UPTO: "≤ ",
}
MINUS = "\u2212"


def amount(figure: Observation) -> Both:
    """The amount with its hedge and unit, the number in the powers of ten that each language counts in."""
    return Both(_amount(figure, "en"), _amount(figure, "zh"))


def _amount(figure: Observation, language: str) -> str:
    said = words(language)
    value, power = _counted(figure, said)
    number = _number(value, said["sign.group"]) + power
    if figure.measure is Measure.RANK:
        number = said["sign.rank"].format(number=number)
    return _SIGNS.get(figure.qualifier, "") + number + _unit(figure, said, language)


def _counted(figure: Observation, said: Mapping[str, str]) -> tuple[Decimal, str]:
    """The number and the word for its power of ten: as printed if the language has the word, else of the amount."""
    if not figure.unit_mult:
        return figure.value, ""
    if printed := said.get(f"power.{figure.unit_mult}"):
        return figure.value, printed
    sign, digits, exponent = figure.amount.as_tuple()
    assert isinstance(exponent, int)  # a str only for what is not finite, which no figure is
    size = len(digits) + exponent - 1
    powers = [int(key.removeprefix("power.")) for key in said if key.startswith("power.")]
    power = max((each for each in powers if each <= size < LONGEST), default=0)
    return Decimal((sign, digits, exponent - power)), said.get(f"power.{power}", "")


def _number(value: Decimal, group: str) -> str:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)  # as above
    in_full = -LONGEST <= exponent and value.adjusted() < LONGEST
    plain = f"{value:{group}f}" if in_full else str(value)
    return plain.replace("-", MINUS, 1) if plain.startswith("-") else plain


def _unit(figure: Observation, said: Mapping[str, str], language: str) -> str:
    unit = figure.unit
    if unit is None:
        return ""
    if (sign := said.get(f"sign.{unit.code}")) is not None:
        return sign
    name = (unit.name_zh or unit.name) if language == "zh" else (unit.name or unit.name_zh)
    return said["sign.space"] + (name or unit.code)
