"""Which of the figures that were told before a figure takes its kind, its base or its sign over from."""

from __future__ import annotations

from shandong_econ.model import Measure
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene

PERCENT = frozenset({"PT", "PTM"})


def told_last(scene: Scene) -> Reading | None:
    """The figure that was told last."""
    return scene.recent[-1] if scene.recent else None


def changed_last(subject: Subject, scene: Scene) -> Reading | None:
    """The change of an amount told just before of the same subject, against what it names."""
    last = told_last(scene)
    changed = last is not None and last.measure is Measure.CHANGE and last.unit != "PPT" and last.relative_to is None
    return last if changed and last is not None and last.comparison is not None and last.subject == subject else None


def points_told_last(scene: Scene) -> Reading | None:
    """The change in points that was told last, if it said against what: "1.3 points faster than in May"."""
    last = next((one for one in reversed(scene.recent) if one.unit == "PPT"), None)
    return last if last is not None and last.measure is Measure.CHANGE and last.comparison is not None else None


def growth_change_last(scene: Scene) -> Reading | None:
    """The change of a rate told just before, whose base holds for the next one that tells none."""
    last = next((x for x in reversed(scene.recent[-3:]) if x.unit == "PPT"), None)
    return last if last is not None and last.measure is Measure.CHANGE and last.relative_to == "growth" else None


def percent_told_last(scene: Scene) -> Reading | None:
    """The last figure in percent whose kind a figure without a verb takes over."""
    return next(
        (x for x in reversed(scene.recent[-4:]) if x.unit in PERCENT and x.measure is not Measure.ACHIEVEMENT), None
    )
