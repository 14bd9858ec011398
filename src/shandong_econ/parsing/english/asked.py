"""An English figure of which it is asked what it measures, and how rules are asked in turn."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from shandong_econ.parsing.english.places import series_named, without_places
from shandong_econ.parsing.english.said import Said
from shandong_econ.parsing.english.unit_nouns import is_told_of
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import Series
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


@attrs.frozen
class Asked:
    """A figure of which it is asked what it measures.

    `words` are the noun phrase before it without what only goes back, `owner` is whose series were told before it, and
    `first` is whether it is the first figure of its sentence.
    """

    scene: Scene
    clues: Clues
    figure: Figure
    said: Said
    words: str
    owner: str
    first: bool

    @property
    def tells_of(self) -> bool:
        """Whether the words before the figure tell of what the things behind it are counted."""
        return is_told_of(self.scene, self.clues, self.words, self.figure)

    @property
    def plain(self) -> str:
        """The words before the figure without their places."""
        return without_places(self.words, self.scene.places.local_places)

    def called(self, words: str) -> Series:
        """The series that words name where they stand."""
        return series_named(words, self.scene.base, self.scene.places.local_places)


Rule = Callable[[Asked], Subject | None]


def first_answer(rules: tuple[Rule, ...], asked: Asked) -> Subject | None:
    """What the first rule says that knows."""
    return next((found for rule in rules if (found := rule(asked)) is not None), None)
