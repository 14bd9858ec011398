"""Clauses that tell what was at the time of a comparison: "a year ago the increase was 27.9 percent"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Comparison, Measure
from shandong_econ.parsing.english.times import period_before
from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene


def opens_back_then(tokens: Sequence[Token]) -> Comparison | None:
    """The comparison with which a clause opens, as the time of which it tells."""
    for token in tokens:
        if token.word in word_set("recall.times"):
            return comparison_of(token)
        if not token.mark and "link.list" not in token.roles and "link.but" not in token.roles:
            return None
    return None


def tell_back_then(scene: Scene, reading: Reading, then: Comparison) -> None:
    """Gives a figure the period of which its clause tells, and what a growth then was over."""
    reading.period = period_before(reading.period, then)
    if reading.measure is Measure.GROWTH and reading.comparison is then:
        reading.comparison, reading.base = scene.usual_comparison(), None
