"""Who says the words before an English verb, told before what is said or behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from shandong_econ.lexicon.speech import speech_set
from shandong_econ.parsing.english.listed_words import places_of
from shandong_econ.parsing.english.word_kinds import is_plain, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token

LONGEST_NAME = 4  # pieces of the name of a speaker


def without_speaker(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without who says them, where that stands behind: "75 percent, | said the head, | compared with 54"."""
    for n in places_of(tokens, "speech.verbs"):
        if not n or tokens[n - 1].mark == ",":
            if n > 1 and _names_only_after(tokens, n):
                return tokens  # "the head, an economist, | said exports beat forecasts"
            stop = next((k for k in range(n + 1, len(tokens)) if tokens[k].mark), 0)
            named = next((k for k in range(stop + 1, len(tokens)) if tokens[k].mark), 0) if stop else 0
            if 0 < named - stop <= LONGEST_NAME and all(map(is_plain, tokens[stop + 1 : named])):
                stop = named  # "said its head, Han Yuzhen, compared with"
            if stop > n + 1 and not any(map(is_verb, tokens[n + 1 : stop])):
                return [*tokens[:n], *tokens[stop:]]
    return tokens


def opens_what_is_told(tokens: Sequence[Token], n: int) -> bool:
    """Whether a "that" opens what somebody tells or learns: "reporters learned from the customs that exports"."""
    if tokens[n].word not in word_set("relative.restricting"):
        return False
    words = " ".join(token.word for token in tokens[:n]).split()
    return not _telling().isdisjoint([*words, *map(" ".join, pairwise(words))])  # "pointed out"


@cache
def _telling() -> frozenset[str]:
    return speech_set("en", "verbs.that") | speech_set("en", "verbs.plain") | word_set("speech.tells_that")


def is_said(tokens: Sequence[Token], n: int) -> bool:
    """Whether a verb of speech stands before what is said: a verb follows, or the series that is spoken of."""
    return any(map(is_verb, tokens[n + 1 :])) or _names_only_after(tokens, n)


def _names_only_after(tokens: Sequence[Token], n: int) -> bool:
    """Whether words behind a place name a series, and none before it."""
    return any(one.naming is not None for one in tokens[n + 1 :]) and all(one.naming is None for one in tokens[:n])
