"""The vocabulary of a language, ready to be found in running text: every function word, name, place and series.

Looking a text over costs a step for each character, whatever the size of the vocabulary: a first look at two characters
decides whether any word can begin there, and only then are the few lengths tried that such words have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import attrs

from shandong_econ.lexicon.concepts import area_words
from shandong_econ.lexicon.words import Roles, roles, word_list
from shandong_econ.parsing.finding.series import Naming, namings

NOTHING: Roles = frozenset()
_INSIDE = (
    "share.of",
    "rate.share",
    "rate.growth",
    "rate.decline",
    "contribution.noun",
)  # what a series' own name can say of its number


@attrs.frozen
class Entry:
    """What a word can be: its roles in a sentence, the areas of that name, and the series that it names."""

    roles: Roles = NOTHING
    areas: tuple[str, ...] = ()
    naming: Naming | None = None


@attrs.frozen
class Lexis:
    """All words of a language, and for each beginning of two characters the lengths of the words that begin so."""

    language: str
    entries: Mapping[str, Entry]
    lengths: Mapping[str, tuple[int, ...]]

    def longest(self, text: str, start: int, stop: int) -> tuple[int, Entry] | None:
        """The end of the longest word that begins at `start`, with what it is."""
        for length in self.lengths.get(text[start : start + 2]) or self.lengths.get(text[start], ()):
            end = start + length
            if end <= stop and (entry := self.entries.get(text[start:end])) is not None:
                return end, entry
        return None


@cache
def lexis(language: str) -> Lexis:
    """The vocabulary of a language, put together on first use."""
    found: dict[str, dict[str, object]] = {}
    for word, word_roles in roles(language).items():
        found.setdefault(word, {})["roles"] = word_roles
    for word, codes in _places(language):
        found.setdefault(word, {})["areas"] = codes
    inside = [(role, words) for role in _INSIDE for words in [word_list(language, role)]]
    for word, naming in namings(language).items():
        known = found.setdefault(word, {})
        known["naming"] = naming
        told = {f"{role}.inside" for role, words in inside if any(part in word for part in words)}
        if told:
            known["roles"] = frozenset(known.get("roles", NOTHING)) | told  # type: ignore[call-overload]  # a set of roles
    found |= {word.replace("-", "—"): known for word, known in found.items() if "-" in word}
    entries = {word: Entry(**known) for word, known in found.items()}  # type: ignore[arg-type]  # keys are the fields
    lengths: dict[str, set[int]] = {}
    for word in entries:
        lengths.setdefault(word[:2], set()).add(len(word))
    for word in entries:
        if len(word) == 1:  # a word of one character may also begin where a longer one fails
            for head in [head for head in lengths if head[0] == word]:
                lengths[head].add(1)
    return Lexis(language, entries, {head: tuple(sorted(known, reverse=True)) for head, known in lengths.items()})


def _places(language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    found: dict[str, list[str]] = {}
    for row in area_words():
        for word in row.words_zh if language == "zh" else row.words_en:
            found.setdefault(word if language == "zh" else word.lower(), []).append(row.code)
    for word, codes in found.items():
        yield word, tuple(dict.fromkeys(codes))
