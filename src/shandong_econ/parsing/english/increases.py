"""What came in by the name of an increase: after loans outstanding, "the increase was 9 billion yuan"."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.series import NO_SERIES
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def increase_of(scene: Scene, clues: Clues) -> Subject | None:
    """The series that the increase of what was told is: after loans outstanding, "the increase" is that in loans."""
    if clues.verb or clues.side or max(clues.noun, clues.moved) <= 0:
        return None
    noun, code = word_list("en", "growth_nouns.increase")[0], scene.subject.series.code
    labels = (f"{noun} in {one.label}" for one in (scene.subject, *(one.subject for one in reversed(scene.recent))))
    found = ((label, name_series_english(label, None)) for label in labels)
    told = {None, code, *(one.subject.series.code for one in scene.recent)}
    label, series = next(((label, series) for label, series in found if series.code not in told), ("", NO_SERIES))
    if not label:
        return None
    clues.moved, scene.subject = 0, Subject(label, series)
    return scene.subject
