"""What was told just before a figure that says less than those did."""

from __future__ import annotations

from shandong_econ.model import Measure
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def told(scene: Scene, *measures: Measure) -> Reading | None:
    """The figure that was read last, if it is of one of these kinds."""
    last = scene.last
    return last if last is not None and last.measure in measures else None


def points_told_last(scene: Scene) -> Reading | None:
    """The change in points that was told last, if it said against what: "1.3 points faster than in May"."""
    last = next((one for one in reversed(scene.recent) if one.unit == "PPT"), None)
    return last if last is not None and last.measure is Measure.CHANGE and last.comparison is not None else None


def change_of_growth(scene: Scene) -> Reading | None:
    """The change of a rate told just before, whose base holds for the next one that tells none."""
    last = next((x for x in reversed(scene.recent[-3:]) if x.unit == "PPT"), None)
    return last if last is not None and last.measure is Measure.CHANGE and last.relative_to == "growth" else None


def percent_told(scene: Scene) -> Reading | None:
    """The last figure in percent whose kind a figure without a verb takes over."""
    return next(
        (x for x in reversed(scene.recent[-4:]) if x.unit in PERCENT and x.measure is not Measure.ACHIEVEMENT), None
    )
