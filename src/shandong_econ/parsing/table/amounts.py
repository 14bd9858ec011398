"""The value of a cell: its number with the marks that it has, and the unit if the cell prints one."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import attrs

from shandong_econ.lexicon.words import either, word_list
from shandong_econ.parsing.finding.figures import LONGEST_NUMBER, find_chinese
from shandong_econ.parsing.finding.figures_english import find_english
from shandong_econ.parsing.finding.numerals import read_digits
from shandong_econ.parsing.table.units import Measured, unit_of

_UP, _DOWN = "↑▲△", "↓▼▽"
_BELOW_ZERO = re.compile(r"\((?!(?:\d{1,2}|(?:19|20)\d\d)\))[\d.,]+\)")  # in accounts; (1) is an ordinal
_NUMBER = re.compile(r"[-+]? ?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?")


@attrs.frozen
class Amount:
    """A value as a cell prints it: where it stands, the number, its own unit, and whether it is a rank."""

    start: int
    end: int
    value: Decimal
    unit: Measured | None = None
    is_rank: bool = False


def amount_in(text: str, start: int, end: int, language: str) -> Amount | None:
    """The value that a cell holds, and nothing else but marks; None of a cell of words, or of several numbers.

    >>> amount_in("5,543.8①", 0, 8, "zh").value, amount_in("1-5月", 0, 4, "zh")
    (Decimal('5543.8'), None)
    """
    if language == "en" and _BELOW_ZERO.fullmatch(text, start, end):
        inside = amount_in(text, start + 1, end - 1, language)
        return None if inside is None else attrs.evolve(inside, value=-inside.value)
    match = _NUMBER.match(text, start, end)
    if match is not None and len(match[0]) <= LONGEST_NUMBER and (_flagged(language).fullmatch(text, match.end(), end)):
        return Amount(start, match.end(), _value(match[0]))
    rest = "" if match is None else text[match.end() : end]
    if match is not None and rest and not any(map(str.isdigit, rest)) and (unit := unit_of(rest, language)) is not None:
        return Amount(start, end, _value(match[0]), unit)
    sign = -1 if text[start] in _DOWN else 1 if text[start] in _UP else 0
    at = start + 1 if sign else start
    while at < end and text[at] == " ":
        at += 1
    finder = find_english if language == "en" else find_chinese
    figures = list(finder(text, at, end))
    if len(figures) != 1:
        return None
    figure = figures[0]
    flagged = _flagged(language).fullmatch(text, figure.end, end)
    if figure.is_word or figure.start - figure.lead != at or flagged is None or figure.endless:
        return None
    if figure.end == figure.number_end and not figure.ordinal and not sign:
        return Amount(figure.start, figure.end, figure.value)
    unit = Measured(figure.unit, figure.power, figure.word) if figure.end > figure.number_end else None
    value = -figure.value if sign < 0 else figure.value
    return Amount(figure.start, figure.end, value, unit, figure.ordinal)


def _value(number: str) -> Decimal:
    return read_digits(number.replace(" ", "").replace(",", ""))


@cache
def _flagged(language: str) -> re.Pattern[str]:
    """The marks that may stand at a value, or nothing."""
    flags = either(word_list(language, "table.flags"))
    return re.compile(rf" ?(?:{flags}|\[\d{{1,2}}\]|\((?:{flags}|\d)\))?")
