"""How far one is in the words that trail a group of figures, which are looked at one after the other."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues


@attrs.define
class Walk:
    """The words that trail figures of a unit, and what those looked at so far mean for the next.

    `tokens` go on where `trail` ends; `ranks` is whether the figure is a place in an order, `than` whether only what is
    measured against is to come, `came_after` whether only what went before is, `opening` whether nothing has told
    anything yet, `compared` whether something has told what the figure is compared with.
    """

    words: Words
    clues: Clues
    trail: Sequence[Token]
    tokens: Sequence[Token]
    unit: str | None
    ranks: bool
    than: bool = False
    came_after: bool = False
    opening: bool = True
    compared: bool = False

    def rest(self, n: int) -> Sequence[Token]:
        """The words after piece n, past the end of the clause too."""
        return self.tokens[n + 1 :]
