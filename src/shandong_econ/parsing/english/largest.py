"""Shares that are told of the largest of some: "food remained the largest item with 30.7 percent"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import is_change, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def take_largest(words: Words, clues: Clues, lead: Sequence[Token], unit: str | None) -> None:
    """Takes the percentage that something has which is the largest for its share."""
    if unit not in PERCENT or not lead or lead[-1].word not in word_set("largest.links") or any(map(is_change, lead)):
        return
    at = next((n for n, token in enumerate(lead) if token.word in word_set("largest.words")), 0)
    verb = next((n for n in range(at - 1, 0, -1) if is_verb(lead[n])), 0)
    if verb and all(token.word in word_set("largest.links") or not is_verb(token) for token in lead[at:]):
        clues.says.add(Says.SHARE)
        clues.words = words.phrase(core(lead[:verb])) or clues.words
