"""Areas without a code that a text names with capitals, such as Xiong'an New Area, and goes back to as "the area"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.english.listed_words import noun_of, owns
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.phrases_english import phrases
from shandong_econ.parsing.finding.tokens import Token

LONGEST_NAME = 10  # words that the name of a place has: Enshi Tujia and Miao Autonomous Prefecture has six


def new_area(words: Words, tokens: Sequence[Token]) -> Area | None:
    """An area without a code that is named with capitals: Xiong'an New Area."""
    if not tokens:
        return None
    found = _new_areas().search(words.source, tokens[0].start, tokens[-1].end)
    if found is None or any(t.areas and found.start() <= t.start < found.end() <= t.end for t in tokens):
        return None  # Pudong New Area has one
    return Area(None, found[0].removeprefix("The "))


def area_named_before(words: Words, tokens: Sequence[Token]) -> Area | None:
    """The area without a code, told of before, that "the area's" exports are of."""
    named = [one for one in reversed(words.scene.places.named) if one.code is None]
    if not named or not any(owns(token.word) and noun_of(token.word) in word_set("zone.nouns") for token in tokens):
        return None
    return next((one for one in named if str(one.name).endswith(word_list("en", "zone.areas"))), None)


@cache
def _new_areas() -> re.Pattern[str]:
    suffixes = "|".join(re.escape(suffix) for suffix in word_list("en", "zone.areas"))
    return re.compile(rf"\b[A-Z]{_REST} (?:(?:[A-Z]{_REST}|and) ){{0,4}}(?:{suffixes})\b")


_REST = r"[\w'’-]{1,30}"  # of a word, no longer, so that a search takes time in proportion to the text


def length_of_new_area(words: Sequence[str]) -> int:
    """How many words make the name of an area without a code that begins here: "Xiong'an New Area's", or 0."""
    named = _new_areas().match(" ".join(words))
    return 0 if named is None else len(named[0].split())


def length_of_site(words: Sequence[str]) -> int:
    """How many words say whose a series is that belongs to a place told of before: "the new area's | exports"."""
    size = next((n + 1 for n, word in enumerate(words[:LONGEST_SITE]) if owns(word)), 0)
    return size if size and noun_of(words[size - 1]) in word_set("zone.nouns") else 0


LONGEST_SITE = 4  # words of "the free trade zone's"


def length_of_place(words: Sequence[str], local: frozenset[str]) -> int:
    """How many words make the name of a place that begins here, or 0."""
    found = _length_of_any(phrases().places, words) if noun_of(words[0].rstrip(",")) in _openings() else 0
    found = max(found, length_of_new_area(words))  # Xixian New Area, not the county of Xixian
    return found if found or not local else _length_of_any(local, words)


def _length_of_any(known: Collection[str], words: Sequence[str]) -> int:
    sizes = range(min(LONGEST_NAME, len(words)), 0, -1)
    return next((size for size in sizes if noun_of(" ".join(words[:size]).rstrip(",")) in known), 0)


@cache
def _openings() -> frozenset[str]:
    """The words, of whatever they are, with which the name of a place begins, or is one."""
    return frozenset(noun_of(name.partition(" ")[0].rstrip(",")) for name in phrases().places)
