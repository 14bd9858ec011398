"""Nouns that are the unit of a number: "had 3 million visits" counts visits, "traffic was 9 million people" traffic."""

from __future__ import annotations

from itertools import pairwise

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.lone_nouns import note_told
from shandong_econ.parsing.english.naming import is_bare, is_place, names_nothing
from shandong_econ.parsing.english.ones import head_words
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, kinds
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def noun_of_unit(figure: Figure) -> str:
    """The noun for things that a number has for its unit: "visits", "vehicles", but not "units"."""
    known = figure.unit in COUNTED and figure.word not in word_set("unit_names.of_anything")
    return figure.word if known else ""


def is_told_of(scene: Scene, clues: Clues, words: str, figure: Figure) -> bool:
    """Whether the subject is what is counted, and the noun of its number says no more: "births were 9,000 people"."""
    if figure.unit not in COUNTED | {None} or not clues.counted:
        return False
    elided = clues.elides and clues.counted.lower() in word_set("unit_names.of_anybody")
    if Says.STATES not in clues.says and not clues.verb and not elided:
        return False  # "freight was 6 million tons, and passenger traffic 229 million persons"
    if (
        is_bare(words)
        or is_place(scene, words)
        or (scene.owners.entity is not None and words == scene.owners.entity.name)
    ):
        return False
    code = series_named(words, scene.base, scene.places.local_places).code
    if code is not None and kinds()[code].unit in COUNTED and not clues.verb:
        return figure.unit is None or fits(code, figure.unit)
    return clues.counted.lower() in word_set("unit_names.of_anybody") or (
        " " not in clues.counted and _is_amount_of(words)
    )


def _is_amount_of(words: str) -> bool:
    """Whether a noun phrase tells of what so much is: "output of roses", or "rose output", hit 9 million stems."""
    pieces = words.lower().split()
    head = head_words(words.lower())
    ends = len(head) > 1 and head[-1] in word_set("unit_names.amounts")
    return ends or any(
        word in word_set("unit_names.amounts") and after in word_set("owners.links") for word, after in pairwise(pieces)
    )


def amount_of_things(clues: Clues, words: str, figure: Figure) -> str:
    """The amount of which so many things are, with these: "a production capacity of | 300,000 cars", or ""."""
    things = clues.counted or noun_of_unit(figure)
    named_so = words.rpartition(" ")[2].lower() in word_set("unit_names.amounts")
    return f"{words} of {things}" if clues.is_of and things and named_so else ""


def counts_by_unit(scene: Scene, clues: Clues, words: str, figure: Figure) -> bool:
    """Whether the unit is the noun of what is counted."""
    if not noun_of_unit(figure) or clues.verb or clues.noun or clues.side or Says.FROM in clues.says or clues.outdone:
        return False
    if clues.is_to and is_bare(words) and _is_amount_of(scene.subject.label):
        return False  # "truck exports rose by 3 percent to 9,000 vehicles"
    if is_bare(words):
        last = scene.last
        others = last is not None and last.subject.series.code is None and _counts_others(last.subject.label, figure)
        return others or last is None or last.unit not in (figure.unit, None)
    return not _is_amount_of(words) and (names_nothing(scene, words) or Says.STATES not in clues.says)


def _counts_others(label: str, figure: Figure) -> bool:
    """Whether other things were counted last, by a noun in the plural: "100 stations and 10,000 vehicles"."""
    return " " not in label and label.endswith("s") and label.lower() != noun_of_unit(figure)


def told_by_unit(scene: Scene, words: str, figure: Figure) -> Subject:
    """What is counted by its unit: visits are those of tourists where they are told of a place, or after those."""
    visits = figure.unit == "PS_VISIT" and not figure.word.startswith(word_list("en", "unit_names.of_others"))
    names = word_list("en", f"unit_names.{figure.unit}") if visits else ()
    series = next((name_series_english(name, None) for name in names), NO_SERIES)
    if not (is_bare(words) or is_place(scene, words) or series.code in scene.told_codes):
        series = NO_SERIES
    note_told(scene, figure.word, series)
    scene.base = series.base or scene.base
    scene.subject = Subject(figure.word, series)
    return scene.subject
