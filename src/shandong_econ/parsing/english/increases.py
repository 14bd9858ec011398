"""What came in by the name of an increase: after loans outstanding, "the increase was 9 billion yuan"."""

from __future__ import annotations

from shandong_econ.lexicon.concepts import indicators
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure
from shandong_econ.parsing.finding.series import NO_SERIES
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def increase_of(scene: Scene, clues: Clues) -> Subject | None:
    """The series that the increase of what was told is: after loans outstanding, "the increase" is that in loans."""
    states = clues.noun and Says.STATES in clues.says  # "the increase in May was", but not "it increased by"
    moved = bool(clues.side) or (clues.verb and not states) or max(clues.noun, clues.moved) <= 0
    if moved and not _tells_more(scene, clues):
        return None
    noun, code = word_list("en", "growth_nouns.increase")[0], scene.subject.series.code
    subjects = [scene.subject, *(one.subject for one in reversed(scene.recent))]
    labels = (f"{noun} in {label}" for one in subjects for label in (one.label, _plain_name(one)))
    found = ((label, name_series_english(label, None)) for label in labels)
    told = {None, code, *(one.subject.series.code for one in scene.recent)}
    label, series = next(((label, series) for label, series in found if series.code not in told), ("", NO_SERIES))
    if not label:
        return None
    clues.verb = 0 if states else clues.verb
    clues.moved, scene.subject = 0, Subject(label, series)
    return scene.subject


def _plain_name(subject: Subject) -> str:
    """What a series is called at its shortest: "loans"."""
    name = "" if subject.series.code is None else indicators()[subject.series.code].name
    return (name or "").partition(" of ")[0].lower()


def _tells_more(scene: Scene, clues: Clues) -> bool:
    """Whether so much more or less than a year ago is of what came in: loans grew by 9, "2 billion more than"."""
    last = scene.last
    if last is None or last.measure is not Measure.CHANGE or last.comparison is not Comparison.SINCE_START_OF_YEAR:
        return False
    return bool(clues.side) and (clues.comparison is Comparison.YEAR_ON_YEAR or clues.base is not None)
