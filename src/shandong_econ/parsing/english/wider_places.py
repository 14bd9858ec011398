"""A place told with the one that holds it, which tells nothing more of a figure: "in Anqing, Anhui province"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.concepts import is_wider
from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.tokens import Token


def without_wider_places(tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence without the comma and the wider place after a place."""
    kept: list[Token] = []
    n = 0
    while n < len(tokens):
        if kept and tokens[n].mark == "," and _tells_where(tokens, n + 1) and _holds(tokens[n + 1], kept[-1]):
            n += 2
            continue
        kept.append(tokens[n])
        n += 1
    return kept


def _tells_where(tokens: Sequence[Token], n: int) -> bool:
    """Whether a place can end what tells where; it can open the next name behind "In Yibin, | Sichuan Time has"."""
    if n + 1 >= len(tokens) or n != len(("in", "Yibin", ",")):
        return n < len(tokens)
    after = tokens[n + 1]
    ends = after.mark != "" or "link.list" in after.roles or after.word in word_set("area.nouns")
    return ends or tokens[0].word != "in"


def _holds(wide: Token, near: Token) -> bool:
    if not wide.areas or not near.areas or LOCAL in wide.areas:
        return False
    return LOCAL in near.areas or is_wider(wide.areas[0], near.areas[0])
