"""Growths of one quarter, or month, and of the one before it, told in turn: each is over the one before its own.

Releases of other countries tell them so: "grew by 0.3% in the third quarter, following growth of 0.1% in the second".
"""

from __future__ import annotations

from shandong_econ.model import Measure
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.resolving.abroad import country
from shandong_econ.parsing.resolving.comparing import between
from shandong_econ.parsing.resolving.natures import is_inflation
from shandong_econ.parsing.resolving.over import SHORT
from shandong_econ.parsing.resolving.percent import CARRIED
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene


def compare_in_turn(scene: Scene, done: list[Reading]) -> None:
    """Takes two growths told in turn for those over the period before, and so the next that tell no base."""
    if len(done) == 1 or country(scene) is None or scene.comparing.frame is not None:
        return
    now, before = done[-2:]
    open_alike = _is_open(now) and _is_open(before) and now.subject.label == before.subject.label
    carried = now.rule.endswith(CARRIED) and any(one.told_base for one in scene.recent)  # "for firms it was" 4.7%
    if not open_alike or carried or families().get(now.subject.series.base or "") == "prices":
        return
    over = between(before.period, now.period)
    if over in SHORT:
        now.comparison = before.comparison = over
        scene.comparing.by_preceding, scene.comparing.habit_is_open = True, False


def _is_open(reading: Reading) -> bool:
    """Whether a growth does not tell what it is over."""
    return reading.measure is Measure.GROWTH and not (reading.told_base or is_inflation(reading.subject.label))
