"""A sentence as the grammar sees it: a character for each token, and beside it what the token is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import attrs


class Token(NamedTuple):
    """A piece of a sentence: where it stands, and what was found there.

    `what` is the Figure of a figure, the Time of a time, the codes of a place, the roles of a function word, the Naming
    of a series, and None of other words and marks: its class tells which.
    """

    start: int
    end: int
    what: Any = None


@attrs.frozen
class Sentence:
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
