"""What growths are over that do not say it: what the sentence, the paragraph or the text compares with."""

from __future__ import annotations

import attrs

from shandong_econ.model import Comparison, Period
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.resolving.readings import Reading

OF_LENGTH = {1: Comparison.MONTH_ON_MONTH, 3: Comparison.QUARTER_ON_QUARTER}
"""What is over the period before, by how many months it has."""


@attrs.define
class Comparing:
    """The carried comparisons of a text: `comparison` is that of the paragraph, `kept` that of the sentence."""

    comparison: Comparison | None = None
    compares_by_the_way: bool = False  # what is compared with was told after a semicolon, and ends with the sentence
    section_comparison: Comparison | None = None
    section_base: str | None = None  # of the series that alone are compared so in the section
    around_list: tuple[Comparison | None, str | None] = (None, None)  # these two around a list that has its own
    kept: Comparison | None = None
    kept_in_prices: bool = False
    kept_before: Comparison | None = None
    stated: tuple[Comparison, Period | None] | None = None
    throughout: tuple[Comparison, Period | None] | None = None  # stated for all that is told below
    frame: Comparison | None = None
    frame_before: tuple[Time | None, Comparison | None] = (None, None)
    base_time: Time | None = None
    far_base: Period | None = None
    other_side: str = ""  # with which a clause has said that the next ones compare: 与全国平均水平相比
    by_preceding: bool = False
    habit_is_open: bool = False  # whether the first growth that tells its base can tell otherwise

    def usual(self, period: Period | None, base: str | None) -> Comparison:
        """What a growth is over that does not say: the same period of the year before, or what the text made usual."""
        months, told = None if period is None else period.months, self.told(base)
        if told is not None and self._can_be_over(told, months):
            return told
        if self.by_preceding:
            return OF_LENGTH.get(months or 0, Comparison.YEAR_ON_YEAR)
        return Comparison.YEAR_ON_YEAR

    def told(self, base: str | None) -> Comparison | None:
        """What the sentence, the paragraph or the section has told that series of a base are compared with."""
        section = self.section_comparison if self.section_base in (None, base) else None
        return self.kept or self.comparison or section

    def _can_be_over(self, comparison: Comparison, months: int | None) -> bool:
        """Whether what is read now can be compared so: only a month with the month before."""
        lengths = {Comparison.MONTH_ON_MONTH: 1, Comparison.QUARTER_ON_QUARTER: 3}
        if comparison is self.frame and months in lengths.values():
            return True  # 从环比看，一季度…: 环比 is said of both
        return months is None or lengths.get(comparison, months) == months

    def make_usual(self, reading: Reading, *, stated: bool) -> None:
        """Takes a stated comparison for the usual one of a paragraph, in a text that counts from the period before."""
        if self.by_preceding and stated and reading.comparison not in (None, Comparison.SINCE):
            self.by_preceding &= not self.habit_is_open or reading.comparison is not Comparison.YEAR_ON_YEAR
            self.comparison, self.habit_is_open = reading.comparison, False
