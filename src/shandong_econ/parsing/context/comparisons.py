"""Compared with what: what was told of it, by the whole text, its section, its paragraph and its sentence."""

from __future__ import annotations

from typing import NamedTuple

from shandong_econ.model import Comparison, Measure
from shandong_econ.parsing.clauses import Clause
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.frames import comparison_in
from shandong_econ.parsing.told import Told

Against = Told["Comparison | None"]


class Comparisons(NamedTuple):
    """The comparisons told so far: by the whole text, its section, its paragraph, its sentence."""

    text: Against | None = None
    section: Against | None = None
    paragraph: Against | None = None
    sentence: Against | None = None
    heard: Against | None = None
    """What the clauses since the last figure say."""
    stated: Against | None = None
    """What the paragraph has said last that it compares with, if that is the year before or the start of the year."""
    grown: Against | None = None
    """... what it has said so of a growth in percent."""
    base: Time | None = None
    """With which time all of the sentence is compared, as a clause says that opens it and tells nothing else."""

    def holds_against(self, clause: Clause) -> Comparisons:
        """The comparisons after a clause that opens its sentence, which may tell no more than with which time it is."""
        tells_no_more = clause.times and clause.mark and not clause.phrases
        return self._replace(base=clause.times[-1].time) if tells_no_more else self

    def hears(self, clause: Clause, *, opens: bool) -> Comparisons:
        """The comparisons after a clause: one that heads a paragraph without a noun holds for all of it."""
        token = clause.comparison
        assert token is not None  # of others nothing is heard
        told = Told(comparison_in(token.what), token.start, token.end)
        heads = opens and bool(clause.mark) and not clause.phrases
        return self._replace(heard=told, paragraph=told if heads else self.paragraph)

    def after(self, told: Against, measure: Measure, base: str | None) -> Comparisons:
        """The comparisons after a figure that measures a move: one that is stated holds for its sentence.

        Of prices, one over the month before holds for its paragraph, as long as that states no other.
        """
        if told.start < 0 or measure not in MOVED:
            return self
        if told.value in _OF_YEARS:
            grown = told if measure is Measure.GROWTH else self.grown
            return self._replace(sentence=told, stated=told, grown=grown, paragraph=None)
        grew = measure is Measure.GROWTH and families().get(base or "") == "prices"
        of_all = grew and self.stated is None and told.value is Comparison.MONTH_ON_MONTH
        return self._replace(sentence=told, paragraph=told if of_all else self.paragraph)


_OF_YEARS = frozenset({Comparison.YEAR_ON_YEAR, Comparison.SINCE_START_OF_YEAR})
MOVED = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.MULTIPLE})
"""What is compared with another time."""
