"""What is revised where its sentence names nothing: "the monthly change for May has been revised", after a survey."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Measure
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.over import SHORT
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, RATES

_NOT_REVISED = frozenset({Measure.LEVEL, Measure.CONTRIBUTION})  # where points and percent are revised


def note_grown(scene: Scene, reading: Reading) -> None:
    """Remembers of what the first growth of a text was told; what it is over is usual for another country's release."""
    if scene.grown is None and reading.measure is Measure.GROWTH and reading.subject.label:
        scene.grown = reading.subject
        scene.comparing.by_preceding |= reading.comparison in SHORT and is_abroad(scene)


def revised_growth(scene: Scene, clues: Clues, unit: str | None) -> Subject | None:
    """What a release is about, where a growth is revised after what the survey for it counts or how many answered."""
    if scene.grown is None or not clues.revised or unit not in RATES or not is_abroad(scene):
        return None
    told = next((one for one in reversed(scene.recent) if one.subject == scene.subject), None)
    counts = told is None or told.unit in COUNTED or told.measure in _NOT_REVISED
    return scene.grown if counts else None


def date_revision(reading: Reading, clues: Clues, done: Sequence[Reading], *, told: bool) -> None:
    """Dates by how much a growth just told is revised, or what it was before: "in May (revised up from" 0.2%)."""
    of_it = reading.unit == "PPT" or (reading.measure is Measure.GROWTH and clues.in_brackets)
    if clues.revised and not told and done and of_it and done[-1].measure is Measure.GROWTH:
        reading.period = done[-1].period
