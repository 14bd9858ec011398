"""What somebody does something to, named behind a figure: "took in 8 billion yuan | in taxes", "7% fewer cars"."""

from __future__ import annotations

from shandong_econ.parsing.english.crops import produced
from shandong_econ.parsing.english.naming import is_bare, is_place, named, names_nothing
from shandong_econ.parsing.english.places import without_places
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import MONEY


def object_of(scene: Scene, clues: Clues, figure: Figure) -> str:
    """What an amount of money is of, where that follows as an object: "took in 8 billion yuan in taxes"."""
    if clues.verb or figure.unit not in MONEY or is_place(scene, clues.within):
        return ""
    # "industrial firms recorded 8 billion yuan in | profits"
    whose = without_places(clues.words, scene.places.local_places)
    earned = name_series_english(whose, scene.base).code is not None and is_earned(clues.within)
    if Says.STATES in clues.says and not (earned or names_nothing(scene, clues.words)):
        return ""  # "exports reached 8 billion yuan in value"
    goes_on = (
        clues.elides and is_bare(clues.words) and not clues.is_to
    )  # "it had 5 million visits and 3 billion yuan | in revenue"
    has = clues.absolute and is_bare(clues.words)  # "with 3 billion yuan | in sales"
    acts = (
        goes_on
        or has
        or earned
        or Says.LEVEL_VERB in clues.says
        or clues.spends
        or name_series_english(clues.within, scene.base).code is not None
    )
    by_the_way = bool(clues.main) and is_bare(clues.words)  # "output, lifted by a 15 percent rise in | car making"
    return clues.within if acts or by_the_way else ""


def is_earned(thing: str) -> bool:
    """Whether words name what firms take in, earn or make, which is no series of who they are."""
    return families().get(name_series_english(thing, None).base or "") == OF_FIRMS


OF_FIRMS = "industry"
"""The family of what industrial firms take in, earn and make."""


def more_of(scene: Scene, clues: Clues, doer: str) -> Subject:
    """What somebody deals in more or less of: "shops sold 7 percent fewer | cars"."""
    scene.base = name_series_english(without_places(doer, scene.places.local_places), scene.base).base or scene.base
    thing = named(scene, clues.more_of)
    return thing if clues.acts else produced(scene, thing)
