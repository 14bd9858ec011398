"""Noun phrases before a verb that are nobody's whose series is told: a place, a pronoun, who tells or plans it."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.places import tells_only_place, without_places
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.english.words import Words


def owns_nothing(owner: str) -> bool:
    """Whether a noun phrase before a verb tells of nobody whose series could be told."""
    if owner.lower() in word_set("pronoun.same") or owner.lower() in word_set("pronoun.persons"):
        return True
    return tells_only_place(owner) or is_office(owner)


def is_office(phrase: str) -> bool:
    """Whether a noun phrase names who tells or plans something, not whose it is: "the department of agriculture"."""
    return not _offices().isdisjoint(phrase.lower().split())


@cache
def _offices() -> frozenset[str]:
    return frozenset(word.lower() for word in word_list("en", "entity.institutions")) | word_set("growth_nouns.setters")


def is_owned(words: Words, phrase: str) -> bool:
    """Whether a noun phrase begins with the place whose it is: "Hunan's economy"."""
    return phrase.split(" ")[0] != without_places(phrase, words.scene.places.local_places).split(" ")[0]
