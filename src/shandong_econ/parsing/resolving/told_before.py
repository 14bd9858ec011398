"""What a change in points that names no base takes it over from."""

from __future__ import annotations

from shandong_econ.model import Measure
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene


def points_told_last(scene: Scene) -> Reading | None:
    """The change in points that was told last, if it said against what: "1.3 points faster than in May"."""
    last = next((one for one in reversed(scene.recent) if one.unit == "PPT"), None)
    return last if last is not None and last.measure is Measure.CHANGE and last.comparison is not None else None
