"""Growths of one quarter, or month, and of the one before it, told in turn: each is over the one before its own.

Releases of other countries tell them so: "grew by 0.3% in the third quarter, following growth of 0.1% in the second".
"""

from __future__ import annotations

from datetime import timedelta

from shandong_econ.model import Comparison, Measure, Period
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.resolving.abroad import country
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene

_OVER = {1: Comparison.MONTH_ON_MONTH, 3: Comparison.QUARTER_ON_QUARTER}  # by months


def compare_in_turn(scene: Scene, done: list[Reading]) -> None:
    """Takes two growths told in turn for those over the period before, and so the next that tell no base."""
    if len(done) < len(("later", "before")) or country(scene) is None:
        return
    before, now = done[-1], done[-2]
    over = _OVER.get((now.period and now.period.months) or 0)
    if over is None or not all(_is_open(one) for one in (now, before)) or now.subject != before.subject:
        return
    if not _is_followed(before.period, now.period) or families().get(now.subject.series.base or "") == "prices":
        return
    now.comparison = before.comparison = over
    scene.comparing.by_preceding = True


def _is_open(reading: Reading) -> bool:
    """Whether a growth does not tell what it is over."""
    return reading.measure is Measure.GROWTH and not reading.told_base


def _is_followed(before: Period | None, now: Period | None) -> bool:
    """Whether one period ends where another of its length begins."""
    if before is None or now is None or before.months != now.months or before.last is None or now.first is None:
        return False
    return before.last + timedelta(days=1) == now.first
