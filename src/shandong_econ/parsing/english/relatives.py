"""Clauses by the way: ", which overtook coal in 2018," tells nothing of what is measured, or when.

Nor does ", those with annual revenue above 20 million yuan,".
"""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.counting import measures
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.thresholds import is_threshold
from shandong_econ.parsing.english.words import Words, word_set
from shandong_econ.parsing.finding.tokens import Token

_DASHES = ("—", "–", "--")
_PAIRS = {",": (",",), "(": (")",), **dict.fromkeys(_DASHES, _DASHES)}


def without_relatives(words: Words, tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence without the clauses between marks that have no figure of their own."""
    pieces = Pieces(tokens, words)
    asides = any(words.word(token) in word_set("relative.asides") for token in tokens)
    sizes = any(
        t.figure is not None and (t.figure.unit or t.figure.power) and is_threshold(pieces, n)
        for n, t in enumerate(tokens)
    )
    if not asides and not sizes:
        return list(tokens)
    kept: list[Token] = []
    n = 0
    while n < len(tokens):
        mark = tokens[n].mark
        if n and mark in _PAIRS and (last := _end_of_aside(pieces, n)):
            n = last + 1
        else:
            kept.append(tokens[n])
            n += 1
    return kept


def _end_of_aside(pieces: Pieces, opening: int) -> int:
    """The place of the mark that ends the clause by the way which begins after a mark, or 0."""
    opens = pieces.tokens[opening].mark
    relates = opens == "," and pieces.word(opening + 1) in word_set("relative.asides")
    sizes = False
    for n in range(opening + 1, len(pieces.tokens)):
        token = pieces.tokens[n]
        if token.mark in _PAIRS[opens]:
            return n if relates or sizes else 0
        if token.mark and token.mark not in "()":
            return 0
        if token.figure is not None and measures(pieces, n):
            return 0
        sizes |= token.figure is not None and (token.figure.unit is not None or token.figure.power > 0)
    return 0
