"""The phrases of English: words with a role, series and places, by their first words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import attrs

from shandong_econ.lexicon.concepts import area_words
from shandong_econ.lexicon.words import roles
from shandong_econ.parsing.finding.lexis import Entry
from shandong_econ.parsing.finding.series import namings

PIECE = re.compile(r"[^\W\d_][\w&]*(?:[-'./][\w&]+)*|\d+(?:[.,]\d+)*|--|[^\w\s]|_")

SHORT = 2  # words of a phrase that is looked for by its first word alone


@attrs.frozen
class Phrases:
    """The phrases of English, and for each beginning the numbers of words that phrases with it have.

    A beginning is the first word of short phrases, and the first two of longer ones.
    """

    entries: Mapping[str, Entry]
    lengths: Mapping[str, tuple[int, ...]]
    places: Mapping[str, tuple[str, ...]]


@cache
def phrases() -> Phrases:
    """The phrases of English, put together on first use."""
    named = {phrase.lower(): naming for phrase, naming in namings("en").items()}
    entry = cache(Entry)  # phrases that do the same share one
    entries: dict[str, Entry] = {phrase: entry(naming=naming) for phrase, naming in named.items()}
    for phrase, known in roles("en").items():
        is_verb = "level.verb" in known and " " not in phrase  # "registered"
        entries[phrase] = entry(known, naming=None if is_verb else named.get(phrase))
    places: dict[str, list[str]] = {}
    for row in area_words():
        for word in row.words_en:
            places.setdefault(word.lower(), []).append(row.code)
    lengths: dict[str, set[int]] = {}
    for phrase in [*entries, *places]:
        first, *rest = PIECE.findall(phrase)
        lengths.setdefault(first, set())
        end = phrase.index(rest[0], len(first)) + len(rest[0]) if len(rest) >= SHORT else len(first)
        lengths.setdefault(phrase[:end], set()).add(1 + len(rest))
    return Phrases(
        entries,
        {first: tuple(sorted(known, reverse=True)) for first, known in lengths.items()},
        {name: tuple(dict.fromkeys(codes)) for name, codes in places.items()},
    )
