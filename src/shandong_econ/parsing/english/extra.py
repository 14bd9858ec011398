"""Percentages that are said to come on top: "they were worth 6,212 yuan, an extra 9.5 percent"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def take_extra(clues: Clues, lead: Sequence[Token], trail: Sequence[Token], unit: str | None) -> None:
    """Takes what comes on top for the growth of what was told, where nothing says that it is a part of it."""
    if unit not in PERCENT or not lead or lead[-1].word not in word_set("extra.words") or clues.verb:
        return
    if not trail or trail[0].mark:
        clues.verb, clues.says = 1, set()
        clues.words = "" if clues.words.lower() in word_set("extra.words") else clues.words
