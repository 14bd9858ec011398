"""What something did to a series, told with where that got to: "floods | held growth to" 2 percent."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token


def after_cause(words: Words, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words after a verb that tells what brought a series to a figure: the series, and where it got to.

    "Industry kept growth at" 6 percent tells of its own.
    """
    at = _verb_at(tokens)
    if at is None:
        return tokens
    rest = [token for token in tokens[at + 1 :] if token.word not in word_set("causes.upward")]
    moved = core([token for token in rest if not (is_change(token) and token.naming is None)])
    if not moved and tokens[at].word in word_set("causes.keeping") and _names_series(words, tokens[:at]):
        return tokens
    opening = [token for token in tokens[: min(at, OPENING)] if token.time is not None]  # "next year it wants to hold"
    return [*opening, *rest] if not moved or _names_series(words, moved) else tokens


OPENING = 4  # pieces of "in 2021" or "the targets for 2021" with which a sentence opens


def _verb_at(tokens: Sequence[Token]) -> int | None:
    """The place of the last verb, if it is one of bringing and what follows ends in where something was brought."""
    end = len(tokens)
    while end and is_light(tokens[end - 1]) and tokens[end - 1].word not in word_set("causes.upward"):
        end -= 1
    if not has_word(tokens[max(0, end - 1) :], "causes.ends"):
        return None
    for n in reversed(range(end - 1)):
        token = tokens[n]
        if token.word in word_set("causes.verbs"):
            return n if tokens[n + 1].word not in word_set("acting.articles") else None
        if token.mark or token.figure is not None or (is_verb(token) and not is_change(token)):
            return None
    return None


def _names_series(words: Words, tokens: Sequence[Token]) -> bool:
    return name_series_english(words.phrase(core(tokens)), words.scene.base).base is not None
