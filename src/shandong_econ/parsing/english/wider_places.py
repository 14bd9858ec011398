"""A place told with the one that holds it, which tells nothing more of a figure: "in Anqing, Anhui province"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.concepts import is_wider
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.tokens import Token


def without_wider_places(tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence without the comma and the wider place after a place."""
    kept: list[Token] = []
    n = 0
    while n < len(tokens):
        if kept and tokens[n].mark == "," and n + 1 < len(tokens) and _holds(tokens[n + 1], kept[-1]):
            n += 2
            continue
        kept.append(tokens[n])
        n += 1
    return kept


def _holds(wide: Token, near: Token) -> bool:
    if not wide.areas or not near.areas or LOCAL in wide.areas:
        return False
    return LOCAL in near.areas or is_wider(wide.areas[0], near.areas[0])
