"""What is counted in containers where no series is named: what ports handle, or what trains have aboard."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.naming import is_bare, is_place, named
from shandong_econ.parsing.english.ones import head_words
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def told_in_containers(scene: Scene, words: str) -> Subject | None:
    """The subject of a number of containers, or None where the words name it better."""
    if is_bare(words) and scene.subject.series.base == "CR_EXPRESS_TRAINS":
        return Subject(scene.subject.label)  # what trains have aboard is no throughput
    if not word_set("unit_names.TEU_can").isdisjoint(head_words(words.lower())[-1:]):
        return Subject(words)  # what a port can handle is none either
    return named(scene, word_list("en", "unit_names.TEU")[0]) if _is_of_ports(scene, words) else None


def _is_of_ports(scene: Scene, words: str) -> bool:
    """Whether what is counted in containers is what ports handle: no subject, a place, or words of ports before it."""
    if name_series_english(words, scene.base).code is not None or _is_of_some(words):
        return False
    handled = {word.strip(",.").lower() for word in words.split()} & word_set("unit_names.TEU_of")
    return is_bare(words) or is_place(scene, words) or bool(handled)


def _is_of_some(words: str) -> bool:
    """Whether a volume is of some of what ports handle, in words that no list has: "rail-water volume"."""
    *which, noun = [word for word in head_words(words) if word[0].islower()] or [""]
    kinds = word_set("unit_names.TEU_of") | word_set("stop.words")
    return noun in word_set("unit_names.quantities") and not kinds.issuperset(which)
