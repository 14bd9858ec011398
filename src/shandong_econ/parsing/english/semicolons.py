"""Semicolons between the items of a list, which say no more than commas: "tea; silk; and rice rose 5, 8 and 2%"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import is_verb
from shandong_econ.parsing.finding.tokens import Token


def join_lists(tokens: Sequence[Token]) -> None:
    """Reads a semicolon as a comma where neither a verb nor a figure stands before it, so that no clause ends there."""
    ends = False
    for token in tokens:
        ends = ends or token.figure is not None or is_verb(token)
        if token.mark == ";" and not ends:
            token.mark = token.word = ","
