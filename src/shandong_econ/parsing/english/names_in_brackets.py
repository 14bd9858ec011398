"""Words in brackets that belong to a name: "value added of industry (above designated size)"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.word_kinds import tells, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token


def with_names(words: Words, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without the brackets round what makes another series of the name before them."""
    opening = next((n for n, token in enumerate(tokens) if token.mark == "("), 0)
    closing = next((n for n in range(opening, len(tokens)) if tokens[n].mark == ")"), 0)
    if not opening or not closing:
        return tokens
    start = max((n + 1 for n in range(opening) if tokens[n].mark), default=0)
    before, inside = tokens[start:opening], tokens[opening + 1 : closing]
    if any(token.figure is not None or token.time is not None for token in inside):
        return tokens
    name = words.phrase(core(before))
    own = name_series_english(f"{name} {words.phrase(inside)}", words.scene.base).code
    if own is None or own == name_series_english(name, words.scene.base).code:
        return tokens
    return [*tokens[:opening], *inside, *tokens[closing + 1 :]]


def named_by_rate(tokens: list[Token]) -> list[Token]:
    """The pieces with a rate for the part that tells what it is: "the share of people in work (the work rate)"."""
    opening = next((n for n, token in enumerate(tokens) if n and token.mark == "("), 0)
    closing = next((n for n in range(opening, len(tokens) - 1) if tokens[n].mark == ")"), 0)
    inside = tokens[opening + 1 : closing]
    if not opening or len(inside) < len(("the", "rate")) or inside[0].word not in word_set("over.articles"):
        return tokens
    if not inside[-1].word.endswith(word_list("en", "rate.ends")) or not tells(tokens[closing + 1]):
        return tokens
    start = max((n + 1 for n in range(opening) if tokens[n].mark), default=0)
    if any(token.areas for token in tokens[start:opening]):
        return tokens
    times = [token for token in tokens[start:opening] if token.time is not None]
    return [*tokens[:start], *times, *inside, *tokens[closing + 1 :]]
