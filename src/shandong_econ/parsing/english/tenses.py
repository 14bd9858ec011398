"""What the tense of an English sentence tells of its time: a result, or what had been before what is spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Qualifier
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.word_kinds import is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token, qualifier_of


def recalls(tokens: Sequence[Token]) -> bool:
    """Whether a sentence only tells what the series of the one before was at another time: "In 2022 it was" 5%."""
    told = [token for token in tokens if token.time is None and not token.mark]
    while told and "link.preposition" in told[0].roles:
        told = told[1:]
    if not told or told[0].word not in word_set("recall.subjects"):
        return False
    return len(told) < 2 or is_verb(told[1])


def tells_past(tokens: Iterable[Token]) -> bool:
    """Whether a sentence is told in the past tense."""
    return any(is_past(t.word) for t in tokens if _can_be_verb(t))


def _can_be_verb(token: Token) -> bool:
    passes = qualifier_of(token) is Qualifier.GT and token.naming is None  # "GDP crossed 3 trillion yuan"
    return is_verb(token) or passes or not (token.roles or token.naming or token.areas or token.mark)


def is_past(word: str) -> bool:
    """Whether a verb is of the past: what it tells is a result, not a plan."""
    return word.endswith("ed") or word in word_set("tense.past")


def comes_after(tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells what was before what is spoken of: "this follows | a fall of 2 percent in May"."""
    this, _, follows = tokens[0].word.partition(" ")
    return bool(follows) and this in word_set("recall.subjects") and "comparison.other_period" in tokens[0].roles


def had_been(tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells what had been before the time spoken of: "in April it had risen by 3 percent"."""
    if has_word(tokens, "speech.tells_that"):
        return False  # "the mayor told them that the city had got through 2022"
    tokens = list(takewhile(lambda token: token.figure is None, tokens))
    perfect = word_list("en", "acting.had")[0]
    had = next((n for n, token in enumerate(tokens) if token.word == perfect), len(tokens))
    return any(is_verb(token) or is_past(token.word) for token in tokens[had + 1 : had + NEAR_HAD])


NEAR_HAD = 3  # pieces of "had already risen"
