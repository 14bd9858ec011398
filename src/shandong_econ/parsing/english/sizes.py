"""How large something is, by the noun for it: "rolled | at a speed of | 600 meters a minute", "a depth of"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import is_plain, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.tokens import Token, qualifier_of


def size_told(words: Words, tokens: Sequence[Token], subject: str) -> str:
    """What is given with an article right before an amount of it: "at | a speed | of 600 meters a minute", or ""."""
    rest = [token for token in tokens if qualifier_of(token) is None]
    if not rest or rest[-1].word != "of":
        return ""
    at = next((n for n in range(len(rest) - 2, 0, -1) if rest[n].word in word_set("acting.articles")), 0)
    nouns = rest[at + 1 : -1]
    if not at or not 0 < len(nouns) <= LONGEST_SIZE or not all(map(is_plain, nouns)):
        return ""
    if nouns[-1].word in word_set("attending.not_these"):
        return ""
    size, (head, given, _) = words.phrase(nouns), subject.partition(f" {words.name(rest[at - 1])} ")
    return (
        f"{size} of {head}" if given and len(head.split()) <= LONGEST_HEAD else size
    )  # "expressways with a length of"


LONGEST_HEAD = 3  # words of "county-level roads"
LONGEST_SIZE = 2  # pieces of "a top speed of"
