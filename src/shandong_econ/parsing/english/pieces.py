"""The pieces of an English sentence, asked by their place."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token


@attrs.frozen
class Pieces:
    """The pieces of a sentence, asked by their place; a place outside it has the word ""."""

    tokens: Sequence[Token]
    words: Words

    def word(self, i: int) -> str:
        """The word at a place, in lower case."""
        return self.tokens[i].word if 0 <= i < len(self.tokens) else ""

    def at(self, i: int) -> Token | None:
        """The piece at a place."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def is_figure(self, i: int) -> bool:
        """Whether there is a figure at a place."""
        return 0 <= i < len(self.tokens) and self.tokens[i].figure is not None

    def figure(self, i: int) -> Figure:
        """The figure at a place where there is one."""
        figure = self.tokens[i].figure
        assert figure is not None
        return figure
