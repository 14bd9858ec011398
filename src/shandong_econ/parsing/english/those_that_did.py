"""Those of a class that grew or made a loss, in whatever words: "of the products | 195 posted higher output"."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.parsing.english.divisions import PRICES
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, Series
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def series_of_those(scene: Scene, label: str) -> Series:
    """The series of those of whom some words tell what they did."""
    told = series_named(label, None, scene.places.local_places)
    if told.code is not None or told.base not in _OF_INDUSTRY:
        return told
    moved = those_that_moved(scene, label)
    return told if moved.code is None else moved


_OF_INDUSTRY = (None, "IVA", "OUTPUT", "VALUE_ADDED")


def those_that_moved(scene: Scene, label: str) -> Series:
    """The series of the products or branches that grew, or of the firms that made a loss."""
    words = label.lower().split()
    which = next((word for word in words if word in word_set("those_that.classes")), "")
    lost = holds_any(label, "en", "those_that.lost")
    did = "those_that.losses" if lost else "those_that.growth" if not _rising().isdisjoint(words) else ""
    if not which or not did or scene.base in PRICES:
        return NO_SERIES
    code = name_series_english(f"{which} {word_list('en', did)[0]}", None).code
    return NO_SERIES if code is None else Series(code, scene.base, None)  # the text goes on with what they make


def some_of_whole(scene: Scene, clues: Clues) -> Subject | None:
    """Those that moved of a whole that is told with them: "output of | 21 | out of 36 products rose"."""
    told = name_series_english(clues.words, None).base in _OF_INDUSTRY[1:]  # not "the prices of" so many
    those = those_that_moved(scene, clues.predicate) if clues.is_of and told else NO_SERIES
    if those.code is None:
        return None
    scene.subject = Subject(clues.predicate, those)
    return scene.subject


def whole_of_some(scene: Scene, clues: Clues, figure: Figure) -> Subject | None:
    """The whole of those that moved, told right behind them: "output of 21 out of | 36 | products rose"."""
    some = scene.last if clues.elides else None
    if some is None or some.subject.label != clues.predicate or figure.value <= some.figure.value:
        return None
    return None if those_that_moved(scene, clues.predicate).code is None else Subject(clues.counted)


@cache
def _rising() -> frozenset[str]:
    return word_set("change.up") | word_set("those_that.more")
