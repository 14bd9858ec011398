"""The base of a change that is told only after the next figure: "fell by 5 to 33 billion, compared with May"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Comparison, Measure
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.times import looks_back
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.comparing import by_base, period_of_base
from shandong_econ.parsing.resolving.moves_between import MOVES
from shandong_econ.parsing.resolving.over import MOVED, over_same
from shandong_econ.parsing.resolving.readings import Reading

_USUAL = frozenset({Comparison.YEAR_ON_YEAR, Comparison.MONTH_ON_MONTH, Comparison.QUARTER_ON_QUARTER})


def share_base(sentence: Progress, clues: Clues, readings: Sequence[Reading], lead: Sequence[Token]) -> None:
    """Gives a change the base that is told after what it came to, or after one that is joined to it by "and".

    "Fell by 5 to 33 billion, compared with May".
    """
    before = sentence.done[-len(readings) - 1] if len(sentence.done) > len(readings) else None
    last = readings[-1]
    listed = bool(lead) and "link.list" in lead[0].roles and not looks_back(clues)
    if before is not None and listed and before.measure is last.measure is Measure.GROWTH and before.comparison is None:
        before.comparison = last.comparison  # "have raised output by 5 percent and cut costs by 3 compared with before"
    joined = clues.elides and listed
    if before is not None and joined and last.told_base and not before.told_base:
        growths = before.measure is last.measure is Measure.GROWTH and last.comparison in _USUAL
        others = (before.subject.label, before.area) != (last.subject.label, last.area)
        if growths and others and before.period == last.period:  # "by 0.7% here and by 0.6% there compared with May"
            before.comparison, before.base = last.comparison, last.base
    if before is None or not clues.is_to or readings[-1].measure is not Measure.LEVEL or before.measure not in MOVED:
        return
    if sentence.said.stated or looks_back(clues):
        return
    scene = sentence.scene
    if clues.comparison is not None:
        before.comparison = clues.comparison
    elif (same := over_same(clues, scene)) is not None:
        before.comparison, before.base = same.comparison, same.base
    elif clues.base is not None and clues.base.form not in MOVES:
        before.base = period_of_base(clues.base, scene.times.calendar, before.period)
        before.comparison = by_base(before.base, clues.base, before.period)
