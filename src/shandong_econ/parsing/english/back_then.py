"""Clauses that tell what was at the time of a comparison: "a year ago the increase was 27.9 percent".

Or "a share that was 12.7 percent a year earlier".
"""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Comparison, Measure
from shandong_econ.parsing.english.tenses import had_been
from shandong_econ.parsing.english.times import looks_back, period_before
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene


def opens_back_then(tokens: Sequence[Token]) -> Comparison | None:
    """The comparison with which a clause opens, as the time of which it tells."""
    for token in tokens:
        if "recall.times" in token.roles:
            return comparison_of(token)
        if not token.mark and "link.list" not in token.roles and "link.but" not in token.roles:
            return None
    return None


def take_time_of_when(clues: Clues, before: Sequence[Token], lead: Sequence[Token]) -> None:
    """Takes a time for that of the clause which a "when" right behind it opens: "in 2022, | when its sales fell"."""
    said = [token for token in lead if token.mark != ","]
    told = next((token for token in reversed(before[: len(before) - len(lead)]) if token.mark != ","), None)
    if said and said[0].word in word_set("record.then") and told is not None and told.time is not None:
        clues.times = clues.times or [told.time]


def was_back_then(clues: Clues, lead: Sequence[Token], tokens: Sequence[Token], measure: Measure) -> Comparison | None:
    """The comparison that trails a figure told of another time, as that time: "it had been 4.4% | a year earlier"."""
    grew = measure is Measure.GROWTH and had_been(lead)  # "it had grown 4 percent | a year ago"
    if not (grew or (measure in _AMOUNTS and not clues.verb)) or clues.side or looks_back(clues):
        return None
    behind = next((token for token in tokens if "link.filler" not in token.roles), None)
    return None if behind is None or "recall.times" not in behind.roles else comparison_of(behind)


_AMOUNTS = frozenset({Measure.LEVEL, Measure.SHARE})


def tell_back_then(scene: Scene, reading: Reading, then: Comparison) -> None:
    """Gives a figure the period of which its clause tells, and what a growth then was over."""
    reading.period = period_before(reading.period, then)
    if reading.measure is Measure.GROWTH and reading.comparison is then:
        reading.comparison, reading.base = scene.usual_comparison(), None
