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
from shandong_econ.parsing.resolving.over import MOVED, SHORT, over_same
from shandong_econ.parsing.resolving.periods import resolve
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
    again = clues.also or any("link.list" in token.roles for token in lead[:2])
    told_again = clues.in_brackets and again and last.told_base
    if before is not None and told_again and before.measure in MOVED and not before.told_base:
        before.comparison, before.base = last.comparison, last.base  # "by 5 billion (or 1.2 points) on May"
    moved = before if clues.is_to and last.measure is Measure.LEVEL else last
    if moved is None or moved.measure not in MOVED:
        return
    if moved is before and not (sentence.said.stated or looks_back(clues)):
        _take_base(sentence, clues, moved)
        _share_back(sentence, clues, moved)
    elif moved is last and moved.told_base:
        _share_back(sentence, clues, moved)


def _take_base(sentence: Progress, clues: Clues, moved: Reading) -> None:
    """Measures a change against what is told behind what it came to."""
    scene = sentence.scene
    if clues.comparison is not None:
        moved.comparison = clues.comparison
    elif (same := over_same(clues, scene)) is not None:
        moved.comparison, moved.base = same.comparison, same.base
    elif clues.base is not None:
        between = clues.base.form in MOVES
        reached = resolve(clues.base, scene.times.calendar, moved.period) if between else moved.period
        moved.base = period_of_base(clues.base, scene.times.calendar, reached)
        moved.comparison = by_base(moved.base, clues.base, reached)


def _share_back(sentence: Progress, clues: Clues, told: Reading) -> None:
    """Gives the base of a change to that told beside it, and of "between May and June" to the clauses before too."""
    between, opening = clues.base is not None and clues.base.form in MOVES, sentence.scene.position.sentence_start
    before = [*sentence.scene.recent, *sentence.done]
    for one in reversed(before[: next(n for n, reading in enumerate(before) if reading is told)]):
        if one.figure.start < opening or one.told_base or told.comparison not in SHORT:
            return
        if not (between or (clues.is_to and one.subject == told.subject)):
            return
        if one.period in (None, told.period):
            one.period = told.period
            if one.measure in MOVED:
                one.comparison, one.base = told.comparison, told.base
