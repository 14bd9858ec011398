"""The verbs that name what is measured where no noun does: what was sold abroad are exports."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from shandong_econ.errors import LexiconError
from shandong_econ.lexicon.folders import read_toml
from shandong_econ.lexicon.words import spelled_out

Words = tuple[str, ...]


@attrs.frozen
class Deed:
    """A deed: the name of the series that it tells of, or "", its verbs, and what else must or may be said for that.

    `where` are phrases of which one must stand beside the verb, `doers` and `things` the nouns that those who did it
    and what was dealt with must be, `neutral` these and others that say no more than the deed. `apiece` tells whether
    the amount is of one person, None is either, and `parties` whether with whom or in what it was done makes another
    series.
    """

    noun: str
    verbs: Words
    units: frozenset[str]
    where: Words = ()
    doers: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()
    apiece: bool | None = None
    parties: bool = False


@cache
def deeds(language: str) -> tuple[Deed, ...]:
    """The deeds of a language, in the order of its `deeds.toml`; LexiconError names one that lacks a noun or verbs."""
    return deeds_in(read_toml(f"{language}/deeds.toml"), f"{language}/deeds.toml")


def deeds_in(data: Mapping[str, Any], shown: str) -> tuple[Deed, ...]:
    """The same of the content of such a file, with the name to speak of it in errors."""
    parts = data.get("parts", {})
    named = {name: told for name, told in data.items() if name not in ("parts", "people")}
    return tuple(_deed(shown, name, told, parts) for name, told in named.items())


def _deed(shown: str, name: str, told: Mapping[str, Any], parts: Mapping[str, list[str]]) -> Deed:
    def words(key: str) -> Words:
        return tuple(made for word in told.get(key, ()) for made in spelled_out(word, parts))

    if not isinstance(told.get("noun"), str) or not told.get("verbs") or not told.get("units"):
        raise LexiconError(f"{shown}: [{name}] lacks its noun, verbs or units: give it all three")
    doers, things = frozenset(words("doers")), frozenset(words("things"))
    return Deed(
        told["noun"],
        words("verbs"),
        frozenset(words("units")),
        words("where"),
        doers,
        things,
        doers | things | {*words("any")},
        told.get("apiece"),
        told.get("parties", False),
    )


@cache
def people(language: str) -> Mapping[str, str]:
    """For each name of the people of towns or of the country the one by which series name them."""
    lists: Mapping[str, list[str]] = read_toml(f"{language}/deeds.toml").get("people", {})
    return MappingProxyType({word: words[0] for words in lists.values() for word in words})


def people_called(phrase: str) -> str:
    """The name by which series know the people of towns or of the country, where a phrase is of them."""
    known, pieces = people("en"), phrase.lower().split()
    return next((known[end] for n in range(len(pieces)) if (end := " ".join(pieces[n:])) in known), "")
