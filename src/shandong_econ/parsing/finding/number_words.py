"""English number words: "two and a half", "third", "three quarters of"; the groups of one pattern, and their values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from shandong_econ.lexicon.words import by_first_letter, either, word_list, word_lists
from shandong_econ.parsing.finding.figures import Figure, fraction
from shandong_econ.parsing.finding.numerals import read_english

MULTIPLES = {12: "numeral.dozen", 100: "numeral.hundred"}
"""What the number words are worth that multiply those before them."""
_HALF = Decimal("0.5")
_FURTHEST = 40  # characters back to the word before a number


class _Words(NamedTuple):
    """What each word is worth; `halved` are the words after which "half" is a thing, `spanned` before quarters."""

    values: Mapping[str, int]
    multiples: Mapping[str, int]
    ordinals: Mapping[str, int]
    parts: Mapping[str, Decimal]
    halved: frozenset[str]
    spanned: frozenset[str]


@cache
def _words() -> _Words:
    values = {word: i for i, word in enumerate(word_list("en", "numeral.words"))}
    values |= {word: 10 * i for i, word in enumerate(word_list("en", "numeral.tens"), 2)}
    multiples = {word: worth for worth, role in MULTIPLES.items() for word in word_list("en", role)}
    ordinals = {word: i for i, word in enumerate(word_list("en", "numeral.ordinals"))}
    parts = {word: Decimal(whole) for whole, words in word_lists("en", "cut").items() for word in words}
    halved, spanned = (frozenset(word_list("en", f"fraction.{which}")) for which in ("not_after", "not_in_time"))
    return _Words(values | multiples, multiples, ordinals, parts, halved, spanned)


def opening() -> str:
    """A pattern for the word with which a number in words begins."""
    words, others = _words(), word_list("en", "cut.2") + word_list("en", "fraction.one")
    return by_first_letter((*words.values, *words.ordinals, *others))


def pattern() -> str:
    """The alternatives of number words; only what is right behind a fraction tells that it is one."""
    words = _words()
    word, part, multiple = either(words.values), either(words.parts), either(words.multiples)
    one, half = either(word_list("en", "fraction.one")), either(word_list("en", "cut.2"))
    joined = "|".join(
        f"(?<={re.escape(hundred)}) and " for hundred in word_list("en", "numeral.hundred")
    )  # not "two and three"
    follows, never = (either(word_list("en", f"fraction.{which}")) for which in ("before", "not_before"))
    end = rf"(?! (?:{never}))(?= (?:{follows})\b| ?[,.;:)!?]| ?$)"
    return (
        rf"\b(?P<fraction>(?:(?P<count>{word}|{one})[- ](?P<part>{part})|{half}){end})"
        rf"|\b(?P<words>(?:{word})(?:(?:-| |{joined})(?:{word}))*"
        rf"(?P<and_half> (?:{either(word_list('en', 'fraction.and_half'))}))?)\b"
        rf"|\b(?P<half>(?:{either(word_list('en', 'fraction.half_of'))})(?:[ -](?P<halved>{multiple}))?)(?=[ -]\w)"
        rf"|\b(?P<ordinal>{either(words.ordinals)})\b"
    )


def read_cardinal(match: re.Match[str]) -> Decimal | None:
    """The value of "two hundred and six", "two and a half" or "half a dozen", or None if the words make no number."""
    if match["half"]:
        return _HALF * _words().multiples.get((match["halved"] or "").lower(), 1)
    more = match["and_half"] or ""
    whole = read_english(
        re.split("[- ]", match["words"].removesuffix(more).lower()), _words().values, _words().multiples
    )
    return whole if whole is None or not more else whole + _HALF


def read_ordinal(match: re.Match[str]) -> Figure:
    """The place in an order that a word says."""
    value = Decimal(_words().ordinals[match["ordinal"].lower()])
    return Figure(match.start(), match.end(), match.end(), value, is_word=True, ordinal=True)


def read_fraction(text: str, match: re.Match[str]) -> Figure | None:
    """The percent that a fraction in words is, or None where a half is not one: "over the same half"."""
    words, count, part = _words(), match["count"], match["part"] or match["fraction"]
    before = _word_before(text, match.start())
    if before in (words.halved if count is None else words.spanned):
        return None  # "over the same half", "in the last three quarters"
    if (
        before == "for"
        and part.lower() in word_list("en", "fraction.of_years")
        and not text.startswith(" of", match.end())
    ):
        return None  # it has slowed for three quarters
    parts = Decimal(words.values.get((count or "").lower(), 1))
    return fraction(match.start(), match.end(), parts, words.parts[part.lower()], part)


def _word_before(text: str, at: int) -> str:
    """The word before a place of the text, in small letters."""
    begin = text.rfind(" ", max(0, at - _FURTHEST), max(0, at - 1))
    return text[begin + 1 : at].strip().lower()
