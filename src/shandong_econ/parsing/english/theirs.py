"""Series that have no code by themselves, named with whose they are: "Production fell back. Its output"."""

from __future__ import annotations

import attrs

from shandong_econ.parsing.english.naming import is_bare, is_place
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.names_english import is_generic
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def of_theirs(scene: Scene, clues: Clues, subject: Subject, owner: str) -> Subject:
    """A series without a code, such as the output of a branch, with whose it is: "Production fell back. Its output".

    The yield and the acreage are always those of a crop, if they name none themselves.
    """
    noun, series = subject.label, subject.series
    of_crops = series.base in _OF_CROPS and not (series.breakdown or "").startswith("P:")
    goes_back = of_crops or (series.code is None and (series.base is None or is_generic(noun)))
    if not clues.pronoun or is_bare(owner) or not goes_back:
        return subject
    if owner.endswith("s") and clues.pronoun not in word_set("owner.many") and not of_crops:
        return subject  # after "it has 12,000 employees", "its sales" are the firm's
    if is_place(scene, owner) or not set(noun.lower().split()).isdisjoint(owner.lower().split()):
        return subject
    scene.possessor, label = owner, f"{noun} of {owner}"
    series = series_named(label, scene.base, scene.places.local_places) if of_crops else series
    scene.subject = attrs.evolve(subject, label=label, series=series)
    return scene.subject


_OF_CROPS = frozenset({"YIELD", "SOWN_AREA"})
