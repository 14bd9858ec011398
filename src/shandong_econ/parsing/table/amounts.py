"""The value of a cell: its number with its marks and the unit if the cell prints one; or a class of size."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache

import attrs

from shandong_econ.lexicon.words import either, word_list, word_lists
from shandong_econ.model import Qualifier
from shandong_econ.parsing.finding.figures import LONGEST_NUMBER, Figure, find_chinese
from shandong_econ.parsing.finding.figures_english import find_english
from shandong_econ.parsing.finding.numerals import read_digits
from shandong_econ.parsing.table.units import Measured, unit_of

_BELOW_ZERO = re.compile(r"\((?!(?:\d{1,2}|(?:19|20)\d\d)\))[\d.,]+\)")  # in accounts; (1) is an ordinal
_SIGNED = re.compile(r"\((?:[-+] ?\d[\d.,]*%?|\d[\d.,]*%)\)")  # a growth or a share under its value
_NUMBER = re.compile(r"[-+]? ?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?")


_BOUND = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_YEARS = re.compile(r"(?:19|20)\d\d\b.*(?:\d\d){1,2}")  # 2016-2020, 2016-20


@attrs.frozen
class Amount:
    """A value as a cell prints it: where it stands, the number, its own unit, whether it is a rank, how exact it is."""

    start: int
    end: int
    value: Decimal
    unit: Measured | None = None
    is_rank: bool = False
    qualifier: Qualifier = Qualifier.EQ


def amount_in(text: str, start: int, end: int, language: str) -> Amount | None:
    """The value that a cell holds, and nothing else but marks; None of a cell of words, or of several numbers.

    >>> amount_in("5,543.8①", 0, 8, "zh").value, amount_in("1-5月", 0, 4, "zh")
    (Decimal('5543.8'), None)
    """
    if language == "en" and _BELOW_ZERO.fullmatch(text, start, end):
        inside = amount_in(text, start + 1, end - 1, language)
        return None if inside is None else attrs.evolve(inside, value=-inside.value)
    if _SIGNED.fullmatch(text, start, end):
        return amount_in(text, start + 1, end - 1, language)
    match = _NUMBER.match(text, start, end)
    if match is not None and len(match[0]) <= LONGEST_NUMBER:
        value, rest = read_digits(match[0].replace(" ", "").replace(",", "")), text[match.end() : end]
        if _flagged(language).fullmatch(rest):
            return Amount(start, match.end(), value)
        if not any(map(str.isdigit, rest)) and (unit := unit_of(rest, language)) is not None:
            return Amount(start, end, value, unit)
    moved = _moved(language).match(text, start, end)  # down 1.2 percentage points, ↑3.2
    finder = find_english if language == "en" else find_chinese
    figures = list(finder(text, start if moved is None else moved.end(), end))
    return _of_figure(figures[0], moved, text, start, end, language) if len(figures) == 1 else None


def _of_figure(
    figure: Figure, moved: re.Match[str] | None, text: str, start: int, end: int, language: str
) -> Amount | None:
    """The value of a cell in which prose would find one figure, if nothing else stands there."""
    at = start if moved is None else moved.end()
    is_alone = _flagged(language).fullmatch(text, figure.end, end) is not None and figure.start - figure.lead == at
    if not is_alone or figure.is_word or figure.endless:
        return None
    qualifier = Qualifier(figure.hedge or Qualifier.EQ)
    told = figure.end > figure.number_end and (figure.unit or figure.power or figure.word)  # and no 5+
    unit = Measured(figure.unit, figure.power, figure.word) if told else None
    value = -figure.value if moved is not None and moved["down"] else figure.value
    return Amount(figure.start, figure.end, value, unit, figure.ordinal, qualifier)


def amounts_in(text: str, start: int, end: int, language: str) -> tuple[Amount, ...]:
    """The values of a cell that is no head: one, which a word may hedge, or one and behind it its growth; or none.

    >>> [one.value for one in amounts_in("RMB 3.01 trillion (down 6.1%)", 0, 29, "en")]
    [Decimal('3.01'), Decimal('-6.1')]
    >>> [one.qualifier.name for cell in ("6%左右", "≥5") for one in amounts_in(cell, 0, len(cell), "zh")]
    ['ABOUT', 'GE']
    """
    place = (text, start, end, language)
    one = amount_in(*place) or _hedged_in(*place)
    return _grown_in(*place) if one is None else (one,)


def _hedged_in(text: str, start: int, end: int, language: str) -> Amount | None:
    """The value of a cell of a plan, a number or a percentage, with a word that hedges it before it or behind it."""
    match = _hedged(language).fullmatch(text, start, end)
    word = "" if match is None else (match["before"] or match["after"] or "").lower()
    if match is None or not word:
        return None
    amount = amount_in(text, *match.span("number"), language)
    return None if amount is None else attrs.evolve(amount, qualifier=_hedges(language)[word])


def _grown_in(text: str, start: int, end: int, language: str) -> tuple[Amount, ...]:
    """The value of a cell and, behind it in brackets, its growth in percent."""
    match = _grown(language).fullmatch(text, start, end)
    amount = None if match is None else amount_in(text, *match.span("amount"), language)
    growth = None if match is None else amount_in(text, *match.span("growth"), language)
    if match is None or amount is None or growth is None or growth.unit is None:
        return ()
    value = -growth.value if match["down"] and growth.value > 0 else growth.value
    return amount, attrs.evolve(growth, value=value)


def is_size(words: str) -> bool:
    """Whether words are a class of size or age, and no value: two numbers, or one that bounds it.

    >>> [word for word in ("10-49", "250+", "≥65", "2016-2020", "250") if is_size(word)]
    ['10-49', '250+', '≥65']
    """
    return _size().fullmatch(words) is not None and _YEARS.fullmatch(words) is None


@cache
def _size() -> re.Pattern[str]:
    signs = (word for words in _signs().values() for word in words)
    return re.compile(rf"(?:{either(signs)}) ?(?:{_BOUND})|(?:{_BOUND})(?: ?\+| ?[-–—~～] ?(?:{_BOUND}))")


@cache
def _moved(language: str) -> re.Pattern[str]:
    compared = either(word_list(language, "comparison.year_on_year"))
    return re.compile(rf"(?:{compared})? ?{_up_or_down(language)} ?(?=\d)", re.I)


@cache
def _grown(language: str) -> re.Pattern[str]:
    moved = f"{_up_or_down(language)}? ?"
    return re.compile(rf"(?P<amount>[^()]{{1,40}}?) ?\({moved}(?P<growth>[-+]?\d[\d.]* ?%)\)", re.I)


def _up_or_down(language: str) -> str:
    up, down = (either(word_list(language, f"table.{role}")) for role in ("grew", "fell"))
    return rf"(?:(?:{up})|(?P<down>{down}))"


@cache
def _hedges(language: str) -> Mapping[str, Qualifier]:
    told = {one: word_list(language, f"qualifier.{one}") for one in Qualifier if one is not Qualifier.EQ}
    return {word.lower(): one for lists in (told, _signs()) for one, words in lists.items() for word in words}


def _signs() -> Mapping[Qualifier, Sequence[str]]:
    """The signs and words by which tables hedge, in either language."""
    return {Qualifier(code): words for code, words in word_lists("en", "table_hedges").items()}


@cache
def _hedged(language: str) -> re.Pattern[str]:
    words = either(_hedges(language))
    return re.compile(rf"(?:(?P<before>{words}) ?)?(?P<number>[-+]?\d[\d,.]*(?: ?%)?)(?: ?(?P<after>{words}))?", re.I)


@cache
def _flagged(language: str) -> re.Pattern[str]:
    """The marks that may stand at a value, or nothing."""
    flags = either(word_list(language, "table.flags"))
    return re.compile(rf"(?: ?(?:{flags}|\[\w{{1,2}}\]|\((?:{flags}|\d)\))){{0,2}}")
