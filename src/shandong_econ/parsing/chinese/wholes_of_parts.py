"""Wholes whose name in short is that of a part which is told next: 财政收入438亿元，其中一般公共预算收入251亿元."""

from __future__ import annotations

import attrs

from shandong_econ.model import Measure
from shandong_econ.parsing.finding.series import NO_SERIES
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene


def mend_whole(scene: Scene, part: Reading) -> None:
    """Takes the code from what was told before its part, if both have been taken for one series."""
    if not scene.position.in_part or part.measure is not Measure.LEVEL or part.subject.series.code is None:
        return
    whole = next((r for r in reversed(scene.recent) if r.measure is Measure.LEVEL and r.unit == part.unit), None)
    if whole is None or whole.subject.series != part.subject.series or whole.subject.label in part.subject.label:
        return
    if whole.amount > part.amount and whole.period == part.period and whole.area == part.area:
        told = whole.subject
        for reading in scene.recent:
            if reading.subject == told:
                reading.subject = attrs.evolve(told, series=NO_SERIES)
