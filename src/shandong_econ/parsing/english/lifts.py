"""What a part adds to a rate, told as what it did with it: "restaurants lowered the rate by 0.07 percentage points"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import is_light, word_set
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.scene import Scene


def take_lifted(scene: Scene, clues: Clues) -> None:
    """Takes the points by which a part moved the rate of all for its contribution.

    In a report on prices, or on another country: the rate that a bank lowers is its own.
    """
    known = {word.lower() for word in word_set("lifts.objects")}
    if clues.moved_thing.lower() not in known or clues.comparison is not None:
        return
    if is_abroad(scene) or families().get(scene.base or "") == "prices":
        clues.says.add(Says.CONTRIBUTION)
        clues.relative, clues.words = clues.moved_thing, clues.owner


def lifts_growth(tokens: Sequence[Token]) -> bool:
    """Whether something lifted a growth, which can only be that of all: "it raised overall growth by"."""
    said = [token.word for token in tokens if not is_light(token) or token.word == "by"]
    at = next((n for n, word in enumerate(said) if word in word_set("transitive.verbs")), len(said))
    grown = said[at + 1 : at + 2]
    return said[at + 2 :] == ["by"] and not word_set("growth_nouns.words").isdisjoint(grown)
