"""An English noun phrase as the bag of its telling words, and which of many bags lie within one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Generic, TypeVar

from shandong_econ.lexicon.words import by_first_letter, word_list, word_table

T = TypeVar("T")
Bag = frozenset[str]
_WORD = re.compile(r"[a-z0-9&.]+")
_SHORT = 3  # words up to this length keep their s


@cache
def stop_words() -> frozenset[str]:
    """The words that tell nothing of which series a phrase names."""
    return frozenset(word_list("en", "stop.words"))


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """The word in the singular, or the one that bulletins also say for it."""
    alike = word_table("en", "alike")
    stem = alike.get(word) or _singular(word)
    return alike.get(stem, stem)


def _singular(word: str) -> str:
    if len(word) <= _SHORT or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


@lru_cache(maxsize=65536)
def bag_of(phrase: str) -> Bag:
    """The words of a phrase that tell which series it is, without their order, number and case.

    >>> bag_of("the value-added of industries") == bag_of("Industry added value")
    True
    """
    phrase = phrase.lower().replace("'s", "")
    words = _WORD.findall(phrase)
    if not _opens_said_for().isdisjoint(words):
        words = _WORD.findall(_said_for().sub(lambda found: word_table("en", "said_for")[found[0]], phrase))
    bag = frozenset(filter(None, map(_telling, words)))
    for core, said in _said_of():
        if core <= bag:
            return bag - said
    return bag


@lru_cache(maxsize=65536)
def _telling(word: str) -> str:
    """The stem of a word that tells which series a phrase names; "" of one that tells nothing."""
    word = word.strip(".") if word.strip(".&") else ""
    if not word or word in stop_words():
        return ""
    stem = stem_of(word)
    return stem if stem not in stop_words() or stem in _told_in_plural() else ""


@cache
def _opens_said_for() -> frozenset[str]:
    """The first words of those groups: most phrases have none of them."""
    return frozenset(_WORD.findall(group)[0] for group in word_table("en", "said_for"))


@cache
def _said_for() -> re.Pattern[str]:
    """The groups of words that mean something else than their words: "for sale" is no sale."""
    longest_first = sorted(word_table("en", "said_for"), key=len, reverse=True)
    return re.compile(rf"\b{by_first_letter(map(re.escape, longest_first))}\b")


@cache
def _said_of() -> Sequence[tuple[Bag, Bag]]:
    """Words that tell by themselves of whom a series is, each with what else may be said of them."""
    table = word_table("en", "said_of").items()
    return [(frozenset(core.split()), frozenset(said.split())) for core, said in table]


@cache
def _told_in_plural() -> frozenset[str]:
    return frozenset(word_list("en", "stop.but_in_plural"))


class BagIndex(Generic[T]):
    """Bags with what each stands for, to be found again by a bag that holds them."""

    def __init__(self, bags: Sequence[tuple[Bag, T]]) -> None:
        """Files each bag under the word of it that comes in the fewest."""
        times: dict[str, int] = defaultdict(int)
        for bag, _ in bags:
            for word in bag:
                times[word] += 1
        self._by_word: dict[str, list[tuple[int, Bag, T]]] = defaultdict(list)
        for n, (bag, meant) in enumerate(bags):
            self._by_word[min(sorted(bag), key=times.__getitem__)].append((n, bag, meant))

    def within(self, bag: Bag) -> Iterator[tuple[Bag, T]]:
        """Those that the bag holds with words to spare, in the order in which they were given.

        >>> index = BagIndex([(frozenset({"value", "added"}), "VA"), (frozenset({"value"}), "V")])
        >>> [meant for _, meant in index.within(frozenset({"value", "added", "industry"}))]
        ['VA', 'V']
        """
        filed = (each for word in bag for each in self._by_word.get(word, ()) if each[1] < bag)
        return ((held, meant) for _, held, meant in sorted(filed, key=lambda each: each[0]))
