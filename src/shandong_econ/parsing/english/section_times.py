"""The time of a section that is on a later one than its release: claimants of May, after unemployment up to April."""

from __future__ import annotations

from shandong_econ.model import Period
from shandong_econ.parsing.resolving.scene import Scene


def head_section(scene: Scene, period: Period) -> None:
    """Takes a time after that of a release for the one of its section: "For May 2019 there were 9,000 claimants"."""
    told, plans = scene.times.document_period, scene.plans
    if told is None or told.last is None or period.last is None or period.last <= told.last:
        return
    scene.times.around_section, scene.times.document_period = scene.times.around_section or told, period
    if plans.around_list is not None:
        plans.around_list = (plans.around_list[0], period, plans.around_list[2])
