"""The times before a figure that tell what is measured against, not when it was."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.gaps import gap_of
from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues


def without_bases(clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without "compared with 2019" and the like, which tell what is measured against, not when it was."""
    tokens = _without_owner(clues, tokens)
    kept: list[Token] = []
    for n, token in enumerate(tokens):
        before = kept[-1].word if kept else ""
        if token.time is not None and before == "from" and _is_unchanged(kept):
            kept.pop()
            continue
        goes_to = before == "from" and n + 1 < len(tokens) and tokens[n + 1].word == "to"
        beaten = bool(kept) and bool(gap_of(kept[-1])) and kept[-1].naming is None  # "beating last year's figure by"
        if token.time is not None and (
            goes_to or beaten or before in word_set("base.before")
        ):  # "doubled from 2010 to"
            if not beaten:
                kept.pop()
            clues.base = clues.base or token.time
        else:
            kept.append(token)
    return kept


def _without_owner(clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without the time that has the figure for its own, where another is compared with it: "from May's"."""
    if len(tokens) < 2 or tokens[-1].time is None or "comparison.other_period" not in tokens[-2].roles:
        return tokens
    clues.own_time = tokens[-1].time
    return tokens[:-1]


def _is_unchanged(tokens: Sequence[Token]) -> bool:
    """Whether the "from" that ends these words tells since when nothing moved: "unchanged from July"."""
    return len(tokens) > 1 and tokens[-2].word in word_set("unchanged.words")
