"""A sentence as the grammar sees it: a character for each token, and beside it what the token is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from shandong_econ.parsing.grammar.classes import BREAK, CLOSE, COLON, COMMA, FOLD, OPEN, PCT, PTS, RANGE, SEMI, STOP

MARKS = {",": COMMA, "，": COMMA, ";": SEMI, "；": SEMI, ":": COLON, "(": OPEN, ")": CLOSE, "[": BREAK, "]": BREAK}
MARKS |= {"。": STOP, "!": STOP, "-": RANGE}
"""The marks that say the same in both languages."""
BY_UNIT: Mapping[str | None, str] = {"PT": PCT, "PTM": PCT, "PPT": PTS, "BP": PTS, "RO": FOLD}
"""The units of numbers that have a class of their own."""
LOCAL = frozenset({"area.local"})
"""What a place without a code is."""


class Token(NamedTuple):
    """A piece of a sentence: where it stands, and what was found there.

    `what` is the Figure of a figure, the Time of a time, the codes of a place, the roles of a function word, the Naming
    of a series, and None of other words and marks: its class tells which.
    """

    start: int
    end: int
    what: Any = None


token_of: Callable[[Iterable[Any]], Token] = partial(tuple.__new__, Token)
"""A token of its three parts, for the loops in which a call of Python a token is what costs."""


class Sentence(NamedTuple):
    """A stretch of cleaned text, cut into tokens with a class each; `text` is all of the cleaned text."""

    language: str
    text: str
    start: int
    end: int
    classes: str
    tokens: Sequence[Token]
    passed: Sequence[tuple[int, int, str]] = ()
    """Numbers in it that measure nothing: where they stand, and why."""
    has_figure: bool = False

    def said(self, first: int, last: int) -> str:
        """The words from one token up to, but without, another."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]
