"""Clauses by the way: ", which overtook coal in 2018," tells nothing of what is measured, or when."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.counting import measures
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.words import Words, word_set
from shandong_econ.parsing.finding.tokens import Token


def without_relatives(words: Words, tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence without the relative clauses between commas that have no figure."""
    if not any(words.word(token) in word_set("relative.asides") for token in tokens):
        return list(tokens)
    pieces = Pieces(tokens, words)
    kept: list[Token] = []
    n = 0
    while n < len(tokens):
        if n and tokens[n].mark == "," and (last := _end_of_relative(pieces, n)):
            n = last + 1
        else:
            kept.append(tokens[n])
            n += 1
    return kept


def _end_of_relative(pieces: Pieces, comma: int) -> int:
    """The place of the comma that ends the relative clause which begins after a comma, or 0."""
    if pieces.word(comma + 1) not in word_set("relative.asides"):
        return 0
    for n in range(comma + 2, len(pieces.tokens)):
        token = pieces.tokens[n]
        if (token.mark and token.mark != ",") or (token.figure is not None and measures(pieces, n)):
            return 0
        if token.mark:
            return n
    return 0
