"""The amount of a figure in few characters, in the two languages of the interface: 127 billion yuan, 1270亿元.

`digest.amount` says it as one language prints it. Here a figure of either language is shown to readers of both, so
that the powers of ten are those of the reader: nobody should have to reckon 亿 into billions.
"""

from __future__ import annotations

from decimal import Decimal

from shandong_econ.digest.amounts import unit_word
from shandong_econ.exporters.html_page.markup import Both
from shandong_econ.exporters.html_page.words import words
from shandong_econ.model import Measure, Observation, Qualifier
from shandong_econ.saying.phrases import phrases

LONGEST = 24
"""Digits up to which a number is written in full."""
MINUS = "\u2212"
_SIGNS = {
    Qualifier.ABOUT: "≈ ",
    Qualifier.NEARLY: "≲ ",
    Qualifier.GT: "> ",
    Qualifier.GE: "≥ ",
    Qualifier.LT: "< ",
    Qualifier.LE: "≤ ",
    Qualifier.UPTO: "≤ ",
}


def amount(figure: Observation) -> Both:
    """The amount with its hedge and unit, the number in the powers of ten that each language counts in."""
    return Both(_amount(figure, "en"), _amount(figure, "zh"))


def _amount(figure: Observation, language: str) -> str:
    value, power = _counted(figure, language)
    number = grouped(value, language) + power
    if figure.measure is Measure.RANK:
        number = words(language)["numbers.rank"].format(number=number)
    return _SIGNS.get(figure.qualifier, "") + number + unit_word(figure.unit, language)


def _counted(figure: Observation, language: str) -> tuple[Decimal, str]:
    """The number and the word for its power of ten: as printed if the language has the word, else of the amount."""
    if not figure.unit_mult:
        return figure.value, ""
    known = phrases(language).sections["magnitude"]
    if str(figure.unit_mult) in known:
        return figure.value, str(known[str(figure.unit_mult)])
    sign, digits, exponent = figure.amount.as_tuple()
    assert isinstance(exponent, int)  # a str only for what is not finite, which no figure is
    size = len(digits) + exponent - 1
    power = max((each for each in map(int, known) if each <= size < LONGEST), default=0)
    return Decimal((sign, digits, exponent - power)), str(known[str(power)]) if power else ""


def grouped(value: Decimal, language: str) -> str:
    """A number with its digits, in full if it is not absurdly long, its thousands apart where the language does so."""
    exponent = value.as_tuple().exponent
    in_full = isinstance(exponent, int) and exponent >= -LONGEST and value.adjusted() < LONGEST
    plain = f"{value:{words(language)['numbers.group']}f}" if in_full else str(value)
    return MINUS + plain[1:] if plain.startswith("-") else plain
