"""What a part adds to a rate, told as what it did with it: "restaurants lowered the rate by 0.07 percentage points"."""

from __future__ import annotations

from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.series import families
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
