"""The amount of a figure in few characters, in the two languages of the interface: 127 billion yuan, 1270亿元.

The powers of ten are those that the reader counts in: nobody should have to reckon 亿 into billions.
"""

from __future__ import annotations

from decimal import Decimal

from shandong_econ.digest import amount_in, in_digits, power_in_words, unit_in_words
from shandong_econ.exporters.html_page.markup import Both
from shandong_econ.exporters.html_page.words import words
from shandong_econ.model import Measure, Observation, Qualifier

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
    number = grouped(amount_in(figure, power_in_words(figure, language)), language)
    if figure.measure is Measure.RANK:
        number = words(language)["numbers.rank"].format(number=number)
    return _SIGNS.get(figure.qualifier, "") + number + unit_in_words(figure, language)


def grouped(value: Decimal, language: str) -> str:
    """A number with its digits, its thousands apart where the language does so, and a sign as wide as a plus."""
    plain = in_digits(value, words(language)["numbers.group"])
    return MINUS + plain[1:] if plain.startswith("-") else plain
