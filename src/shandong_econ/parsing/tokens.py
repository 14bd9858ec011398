"""The pieces of a sentence: times, figures, words with a role, places, series, and the words between them."""

from __future__ import annotations

import attrs

from shandong_econ.parsing.figures import Figure
from shandong_econ.lexicon.words import Roles
from shandong_econ.parsing.lexis import NOTHING
from shandong_econ.parsing.periods import Time
from shandong_econ.parsing.series import Naming


@attrs.define
class Token:
    """A piece of a sentence; exactly what it is decides which of the fields are set.

    `roles` are those of a function word, `areas` the codes of the places of that name, `naming` what series it can
    name, `time` and `figure` what was found there. A token with none of them is a run of other words.
    """

    start: int
    end: int
    roles: Roles = NOTHING
    areas: tuple[str, ...] = ()
    naming: Naming | None = None
    time: Time | None = None
    figure: Figure | None = None
    is_name: bool = False
    mark: str = ""

    def has(self, role: str) -> bool:
        """Whether the word has this role."""
        return role in self.roles

    @property
    def is_words(self) -> bool:
        """Whether it can be part of a noun phrase: a series, a name or words without a role."""
        if self.mark or self.time is not None or self.figure is not None or self.areas:
            return False
        return self.naming is not None or not self.roles or self.is_name or "noun.words" in self.roles
