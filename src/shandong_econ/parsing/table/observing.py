"""A value of a table as an observation: by the heads over it and beside it, and by what its table tells."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.concepts import indicators, units
from shandong_econ.model import Area, Comparison, Ground, Grounds, How, Observation, Period, Span
from shandong_econ.parsing.context.comparisons import MOVED
from shandong_econ.parsing.context.natures import by_code, by_ending
from shandong_econ.parsing.observing import unit_of_series
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.table.amounts import Amount
from shandong_econ.parsing.table.caption import Setting, Shared
from shandong_econ.parsing.table.cells import Meaning, is_fitting, meaning_of
from shandong_econ.parsing.table.head.head import Head
from shandong_econ.parsing.table.names import alone, of_branch
from shandong_econ.parsing.table.path import Path
from shandong_econ.parsing.table.rows import grouped
from shandong_econ.parsing.table.series import name_of
from shandong_econ.parsing.table.times import base_of, compared_with, period_of, status_of
from shandong_econ.parsing.table.units import Measured
from shandong_econ.parsing.table.words import says
from shandong_econ.parsing.told import Subject, Told


@attrs.frozen
class Placed:
    """A cell of figures: the heads over it and beside it, and what its table tells."""

    over: Sequence[Head]
    beside: Sequence[Head]
    of_row: tuple[Measured, ...]
    shared: Shared
    setting: Setting
    language: str

    def observed(self, amount: Amount) -> Observation | str:
        """The observation that an amount at this place is, or why it is none."""
        subject = self._subject()
        heads = (*self.over, *self.beside)
        index = next((head.index for head in reversed(heads) if head.index), self.shared.index)
        of_table = self.shared.units, self.shared.measure, index
        meaning = meaning_of(amount, Path(self.over, self.beside, self.of_row, *of_table, subject, self.language))
        if isinstance(meaning, str):
            return meaning
        if not subject.label and not subject.series.code:
            return "no_series"
        code = subject.series.code
        is_narrowed = subject.series.base in self.shared.narrowed
        if code is not None and (is_narrowed or not is_fitting(meaning.measure, meaning.unit, code)):
            code = None
        period = period_of(heads, self.shared.period, self.setting.calendar)
        if period is not None and self._is_flow(subject) and period.value.is_month_end:
            period = period._replace(value=period.value.year_to_date())  # as in prose
        area = self._area()
        comparison, base = self._comparison(meaning, None if period is None else period.value)
        if meaning.unit == "IX" and index:
            base = base_of(index, None if period is None else period.value)
            turned = next((head.turned for head in heads if head.turned is not None), None)
            base, period = (base, period) if turned is None else (None if period is None else period.value, turned)
        value = -amount.value if meaning.sign < 0 and amount.value > 0 else amount.value
        unit = unit_of_series(meaning.measure, meaning.unit, meaning.power, code, subject.label, subject.series.base)
        return Observation(
            label=subject.label or None,
            indicator=indicators()[code] if code else None,
            area=None if area is None else area.value,
            period=None if period is None else period.value,
            measure=meaning.measure,
            comparison=None if comparison is None else comparison.value,
            base=base,
            value=value,
            unit=units()[unit] if unit else None,
            unit_mult=meaning.power,
            qualifier=amount.qualifier,
            relative_to=meaning.whole,
            status=status_of(heads),
            span=Span(amount.start, amount.end),
            grounds=Grounds(
                series=self._ground(Told(None, subject.start, subject.end), How.IMPLIED),
                area=self._ground(area, How.GIVEN),
                period=self._ground(period, How.GIVEN),
                comparison=self._ground(comparison, How.IMPLIED),
            ),
        )

    def _subject(self) -> Subject:
        *outer, last = self.beside or [Head(0, 0)]
        beside = [head for head in outer if not grouped(head, self.language)]
        beside += [last] if last.name else []  # by foreign firms, with figures of its own
        over = [head for head in self.over if head.name and not says(head.name, "total")]
        if self.shared.name or any(head.name for head in beside):
            over = [head for head in over if not says(head.name, "indices")]
        rows = [head.name for head in beside if not says(head.name, "total")]
        told = name_of(rows, [head.name for head in over], self.shared.name, self.language)
        if told is None and self.shared.titled:
            at, to = self.shared.titled_at
            return alone(self.shared.titled, None, self.language)._replace(start=at, end=to)
        if told is None:
            return Subject()
        told = of_branch(self.shared.topic, told, self.language)
        named = next((head for head in reversed(beside) if head.name in rows), next(reversed(over), None))
        at, to = (named.at, named.to) if named is not None else self.shared.named
        return told._replace(start=at, end=to)

    def _is_flow(self, subject: Subject) -> bool:
        """Whether it comes about over a time, by its code or, in Chinese, the last words of its label."""
        nature = by_code(subject.series)
        return (by_ending(subject.label) if nature is None and self.language == "zh" else nature) == "FLOW"

    def _area(self) -> Told[Area] | None:
        """The area that the heads name; a growth over the column is of its own, against which those beside are held."""
        held_against = (one for one in self.over if one.measure is not None)
        heads = (*held_against, *reversed(self.beside), *reversed(self.over))
        told = next((one.area for one in heads if one.area is not None), None)
        value = self.shared.area and self.shared.area.value if told is None or told.value is None else told.value
        return self.shared.area if told is None or value is None else Told(value, told.start, told.end)

    def _comparison(self, meaning: Meaning, period: Period | None) -> tuple[Told[Comparison] | None, Period | None]:
        """What a change is compared with, and the period if it is told."""
        if meaning.measure not in MOVED:
            return None, None
        heads = (*reversed(self.over), *reversed(self.beside))
        told = next((head for head in heads if head.comparison is not None), None)
        if told is not None:
            return self._against(told)
        several = period is not None and (period.months or 0) > YEAR  # of which a growth is the average
        return self.shared.comparison or Told(Comparison.ANNUAL_AVERAGE if several else Comparison.YEAR_ON_YEAR), None

    def _against(self, head: Head) -> tuple[Told[Comparison] | None, Period | None]:
        """What a head compares with: a time that it names, or what its words alone say."""
        if head.base is None or head.comparison is None:
            return head.comparison, None
        period = period_of((*self.over, *self.beside), self.shared.period, self.setting.calendar)
        told, base = compared_with(head.base, period, self.setting.calendar)
        return head.comparison._replace(value=told), base

    def _ground(self, told: Told[object] | None, unsaid: How) -> Ground | None:
        if told is None:
            return None
        if told.start < 0:
            return Ground(unsaid)
        span = Span(told.start, told.end)
        return Ground(How.CARRIED if self._is_carried(told) else How.HEADING, span)

    def _is_carried(self, told: Told[object]) -> bool:
        """Whether it was told in the prose round the table, not by its heads, its caption or the title."""
        return told is self.setting.home or told is self.setting.period
