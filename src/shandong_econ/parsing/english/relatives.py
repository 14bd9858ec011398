"""Clauses by the way: ", which overtook coal in 2018," tells nothing of what is measured, or when."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.counting import measures
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.words import Words, word_set
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues


def without_relatives(words: Words, tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence without the relative clauses between commas that have no figure."""
    if not any(token.mark == "," for token in tokens):
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
    relates = pieces.word(comma + 1) in word_set("relative.asides") or _opens_part(pieces, comma + 1)
    if not relates and not _opens_participle(pieces, comma + 1):
        return 0
    for n in range(comma + 2, len(pieces.tokens)):
        token = pieces.tokens[n]
        if (token.mark and token.mark != ",") or (token.figure is not None and measures(pieces, n)):
            return 0
        if token.mark:
            return n
    return 0


def _opens_part(pieces: Pieces, n: int) -> bool:
    """Whether a clause tells of a part of the subject: "most of which had reopened"."""
    return pieces.word(n) in word_set("relative.parts") and pieces.word(n + 1) in word_set("relative.parts_of")


def _opens_participle(pieces: Pieces, n: int) -> bool:
    """Whether a clause begins with a participle: "hit by snags in April"."""
    word = pieces.word(n)
    is_one = word in word_set("relative.participles") or word.endswith(word_list("en", "acting.past"))
    return is_one and pieces.word(n + 1) in word_set("relative.after_participle")


def keep_by_the_way(words: Words, clues: Clues, tokens: Sequence[Token]) -> None:
    """Takes the times of a relative clause for its own figure: the sentence does not go on from there."""
    opening = next(
        (
            token.start
            for token, following in pairwise(tokens)
            if token.mark == "," and words.word(following) in word_set("relative.asides")
        ),
        None,
    )
    if opening is not None:
        clues.by_the_way = True
        inside = [time for time in clues.times if time.start > opening]
        clues.times = [time for time in clues.times if time.start < opening]
        clues.aside_time = next((time for time in inside if not time.is_base_only), None)
