"""What numbers in words are worth, read by the numerals alone: the laws ask whether a span cuts words of its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from shandong_econ.lexicon.words import word_list, word_lists
from shandong_econ.parsing.finding.numerals import percent_of, read_chinese, read_english

_ENGLISH = re.compile(r"[A-Za-z]+")
_HAN_NUMERAL = re.compile(r"[\u3400-\u9fff〇]+")
_POWERS = (1, 2, 3, 4, 8)
_HALF = Decimal("0.5")


def worth(words: str) -> set[Decimal]:
    """All values that the words with which a text begins can be read to: those of "two and a half" are 2 and 2.5."""
    english = [word.lower() for word in _ENGLISH.findall(re.split(r"[^A-Za-z' -]", words)[0])]
    han = _HAN_NUMERAL.match(words)
    told = {Decimal(value) for word, value in _WITHOUT_NUMBER.items() if words.lower().startswith(word)}
    return {*told, *_in_english(english), *(_in_chinese(han[0]) if han else ())}


_WITHOUT_NUMBER = {
    "unchanged": 0,
    "flat": 0,
    "持平": 0,
    "基本持平": 0,
    "doubled": 2,
    "翻一番": 2,
    "翻了一番": 2,
    "tripled": 3,
}
"""What is told without a number."""


def _in_english(words: Sequence[str]) -> Iterator[Decimal]:
    values = {word: n for n, word in enumerate(word_list("en", "numeral.words"))}
    values |= {word: 10 * n for n, word in enumerate(word_list("en", "numeral.tens"), 2)}
    multiples = dict.fromkeys(word_list("en", "numeral.hundred"), 100) | dict.fromkeys(
        word_list("en", "numeral.dozen"), 12
    )
    parts = {word: int(whole) for whole, known in word_lists("en", "cut").items() for word in known}
    ordinals = word_list("en", "numeral.ordinals")
    for n in range(1, len(words) + 1):
        *before, last = words[:n]
        count = read_english(before, values | multiples, multiples) if before else None
        if (value := read_english(words[:n], values | multiples, multiples)) is not None:
            yield value
        if last == "half":
            yield _HALF + (count or 0)
        if last in parts and (percent := percent_of(count or Decimal(1), Decimal(parts[last]))) is not None:
            yield percent
        if n == 1 and last in ordinals:
            yield Decimal(ordinals.index(last))


def _in_chinese(words: str) -> Iterator[Decimal]:
    digits = {word: n for n, word in enumerate(word_list("zh", "numeral.digits"))}
    digits |= {word: n for n, word in enumerate(word_list("zh", "numeral.other_digits"))}
    powers = dict(zip(word_list("zh", "numeral.powers"), _POWERS, strict=True))
    powers |= dict.fromkeys(word_list("zh", "numeral.point"), 0)
    numeral = re.compile(f"[{''.join({*digits, *powers})}]+")
    run = numeral.match(words)
    for n in range(1, 1 + len(run[0]) if run else 1):
        if (value := read_chinese(words[:n], digits, powers)) is not None:
            yield value
    for parts in word_list("zh", "numeral.parts"):
        whole, found, rest = words.partition(parts)
        count = numeral.match(rest) if found else None
        if count is not None and (of := read_chinese(whole, digits, powers)) is not None:
            value = read_chinese(count[0], digits, powers)
            percent = None if value is None else percent_of(value, of)
            if percent is not None:
                yield percent
