"""What a growth that does not say so is over: as its heading says, or as told just before."""

from __future__ import annotations

from shandong_econ.model import Comparison, Measure
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene

_SHORT = frozenset({Comparison.MONTH_ON_MONTH, Comparison.QUARTER_ON_QUARTER})


def go_on_comparing(scene: Scene, reading: Reading, *, stated: bool, first: bool) -> None:
    """Takes what the first growth of a sentence is over for that of the next ones, until a growth tells another."""
    if scene.by_preceding:
        scene.make_usual(reading, stated=stated)
    elif first and stated and reading.measure is Measure.GROWTH:
        short = reading.comparison in _SHORT
        scene.compares_by_the_way = short and not scene.opens
        scene.comparison = reading.comparison if short or scene.section_comparison else None


def head_with(scene: Scene, comparison: Comparison | None) -> None:
    """Takes what a heading names for what is compared under it: "1. Month-on-month changes"."""
    scene.section_comparison = comparison if comparison in _SHORT else None
