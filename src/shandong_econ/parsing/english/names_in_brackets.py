"""Words in brackets that belong to a name: "value added of industry (above designated size)"."""

from __future__ import annotations

from collections.abc import Sequence

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
