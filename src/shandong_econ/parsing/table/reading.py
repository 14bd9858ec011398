"""A grid to observations: each cell of its body by the heads of its row and its column, with an account of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from shandong_econ.grids import Grid
from shandong_econ.lexicon.concepts import indicators, units
from shandong_econ.model import Area, Comparison, Ground, Grounds, How, Measure, Observation, Period, Span, Status
from shandong_econ.parsing.account import NUMBER, Account
from shandong_econ.parsing.context.natures import by_code, by_ending
from shandong_econ.parsing.observing import unit_of_series
from shandong_econ.parsing.resolving.unit_classes import MONEY
from shandong_econ.parsing.split import language_of
from shandong_econ.parsing.table.amounts import Amount, amounts_in
from shandong_econ.parsing.table.bases import base_of
from shandong_econ.parsing.table.caption import Setting, Shared, lines_of, shared_of, with_unit_over
from shandong_econ.parsing.table.cells import Meaning, Path, is_fitting, meaning_of
from shandong_econ.parsing.table.columns import heads_over
from shandong_econ.parsing.table.heads import TO_DATE, Head
from shandong_econ.parsing.table.matrix import EMPTY, MARK, VALUE, Matrix, matrix_of
from shandong_econ.parsing.table.measures import GROWTH, Moved
from shandong_econ.parsing.table.names import NARROWED, WHOLE, is_bare_name, kind_of, of_branch
from shandong_econ.parsing.table.nesting import grouped, paths, units_of_row
from shandong_econ.parsing.table.regions import FIGURES, INDEX, UNIT, Region, is_of_index, regions
from shandong_econ.parsing.table.series import name_of
from shandong_econ.parsing.table.times import compared_with, period_of
from shandong_econ.parsing.table.tongues import in_chinese
from shandong_econ.parsing.table.units import Measured
from shandong_econ.parsing.table.words import says
from shandong_econ.parsing.told import Subject, Told

_MOVED = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.MULTIPLE})


def read_table(grid: Grid, setting: Setting, account: Account) -> Iterator[Observation]:
    """The observations of a table of cleaned text; what became of its other numbers goes into the account."""
    text = setting.source.cleaned
    chinese = in_chinese(grid, text)
    language = "zh" if chinese is not None else language_of(grid.span.cut(text)) or setting.source.language
    grid = with_unit_over(grid, text, language)
    shared = shared_of(grid, setting, language)
    for start, end in lines_of(grid):
        if (start, end) != (grid.span.start, grid.span.end):
            account.pass_over(start, end, "caption")
    matrix = matrix_of(grid, chinese or text, language)
    read: set[int] = set()
    for row in range(len(matrix.rows)):
        if is_of_index(matrix, row):
            read.update(_passed(matrix, matrix.telling(row), account, "ordinal"))
    for region in regions(matrix):
        yield from _read_region(matrix, region, shared, setting, account, read)
    for n, cell in enumerate(matrix.cells):
        if n not in read and NUMBER.search(text, cell.span.start, cell.span.end):
            if matrix.kinds[n] == VALUE or _holds_values(matrix.words(n)):
                _note_numbers(matrix, n, account)
            else:
                account.pass_over(cell.span.start, cell.span.end, "head")


def _read_region(
    matrix: Matrix, region: Region, shared: Shared, setting: Setting, account: Account, read: set[int]
) -> Iterator[Observation]:
    home = None if shared.area is None else shared.area.value
    figures = region.of_role(FIGURES)
    over = heads_over(matrix, region, home, lambda heads: _when(heads, shared, setting))
    if shared.is_to_date:
        over = {column: [_to_date(head) for head in heads] for column, heads in over.items()}
    latest = _latest(over.values(), shared, setting)
    headless = shared if latest is shared else attrs.evolve(shared, period=None)
    for role, what in ((INDEX, "ordinal"), (UNIT, "unit")):
        for column in region.of_role(role):
            cells = [matrix.rows[row][column] for row in region.body]
            read.update(_passed(matrix, cells, account, what))
    unit_columns = region.of_role(UNIT)
    of_columns = any(
        kind_of(head.name, matrix.language) in (WHOLE, NARROWED) for heads in over.values() for head in heads
    )
    has_values = bool(unit_columns) and any(map(_gives_values, over.values()))
    worth, counts = (
        {column for column in figures if _is_headed(matrix, over[column], role)} for role in ("worth", "count")
    )
    for row, beside in paths(matrix, region, home, of_columns=of_columns):
        of_row = units_of_row(matrix, row, unit_columns)
        for column in figures:
            at = matrix.rows[row][column]
            if at < 0 or at in read or matrix.kinds[at] in (EMPTY, MARK):
                continue
            read.add(at)
            amounts = _amounts_in(matrix, at)
            if not amounts:
                _note_numbers(matrix, at, account)
                continue
            is_timed = any(head.tells_time for head in over[column])
            units = () if has_values and _is_aside(over[column], matrix.language) else of_row
            told_by = shared if is_timed else latest if over[column] else headless
            if column in worth and counts:
                units = tuple(unit for unit in units if unit.code in MONEY)
            elif column in counts and worth:
                told_by = attrs.evolve(told_by, units=tuple(unit for unit in told_by.units if unit.code not in MONEY))
            for amount, own in amounts:
                told = _Cell([*over[column], *own], beside, units, told_by, setting, matrix.language).observed(amount)
                if isinstance(told, str):
                    account.pass_over(amount.start, amount.end, told)
                else:
                    account.trace[amount.start] = amount.start, amount.end, "figure: table"
                    yield told


def _amounts_in(matrix: Matrix, at: int) -> Sequence[tuple[Amount, Sequence[Head]]]:
    """The values of a cell, each with what the cell itself says of it: of one in brackets that it is a growth."""
    span = matrix.cells[at].span
    amounts = amounts_in(matrix.text, span.start, span.end, matrix.language)
    grown = Head(span.start, span.end, measure=Moved(GROWTH, is_bare=True))
    return [*zip(amounts, ((), (grown,)), strict=False)]


def _to_date(head: Head) -> Head:
    """A head with a month, in a table of the months up to it."""
    is_month = head.said is None and any(time.form == "month" for time in head.times)
    return attrs.evolve(head, said=Told(TO_DATE, head.start, head.end)) if is_month else head


def _is_aside(over: Sequence[Head], language: str) -> bool:
    """Whether a column has a name that nobody knows, so that beside plain values the unit of the row is not its own."""
    names = [head.name for head in over if head.name]
    return bool(names) and not any(kind_of(name, language) or is_bare_name(name, language) for name in names)


def _is_headed(matrix: Matrix, over: Sequence[Head], role: str) -> bool:
    """Whether a head over a column only says that things are counted in it, or what they are worth."""
    return any(says(matrix.text[head.start : head.end], role) for head in over)


def _gives_values(over: Sequence[Head]) -> bool:
    """Whether a column says of itself no more than that it has the values: 数值."""
    return bool(over) and all(head == Head(head.start, head.end, at=head.at, to=head.to) for head in over)


def _when(heads: Sequence[Head], shared: Shared, setting: Setting) -> Period | None:
    period = period_of(heads, shared.period, setting.calendar)
    return None if period is None else period.value


def _latest(over: Iterable[Sequence[Head]], shared: Shared, setting: Setting) -> Shared:
    """What columns without a time share: in a table of which no line tells one, the last of its other columns."""
    if shared.period is not None and shared.period is not setting.period:
        return shared
    told = (period_of(heads, None, setting.calendar) for heads in over if any(head.times for head in heads))
    known = [one for one in told if one is not None and one.value.last is not None and one.value.year is not None]
    last = max(known, key=lambda one: (one.value.last, one.value.months or 0), default=None)
    return shared if last is None else attrs.evolve(shared, period=last)


def _passed(matrix: Matrix, cells: Iterable[int], account: Account, what: str) -> Iterator[int]:
    for at in cells:
        if at >= 0:
            account.pass_over(matrix.cells[at].span.start, matrix.cells[at].span.end, what)
            yield at


def _holds_values(words: str) -> bool:
    """Whether a cell without a word holds several numbers, or one in brackets, no year and no day: 30.2 1.7, [6.0]."""
    return "." in words and not any(map(str.isalpha, words)) and (len(words.split()) > 1 or words[0] in "[(")


def _note_numbers(matrix: Matrix, at: int, account: Account) -> None:
    cell = matrix.cells[at]
    for match in NUMBER.finditer(matrix.text, cell.span.start, cell.span.end):
        account.trace[match.start()] = *match.span(), "unread"


@attrs.frozen
class _Cell:
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
        path = Path(self.over, self.beside, self.of_row, self.shared.units, self.shared.measure, index)
        meaning = meaning_of(amount, path, subject, self.language)
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
        comparison, base = self._comparison(meaning)
        if meaning.unit == "IX" and index:
            base = base_of(index, None if period is None else period.value)
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
            status=Status.T if any(head.is_plan for head in heads) else Status.A,
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
        for head in (*reversed(self.beside), *reversed(self.over)):
            if head.area is not None and head.area.value is not None:
                return Told(head.area.value, head.area.start, head.area.end)
            if head.area is not None and self.shared.area is not None:
                return Told(self.shared.area.value, head.area.start, head.area.end)
        return self.shared.area

    def _comparison(self, meaning: Meaning) -> tuple[Told[Comparison] | None, Period | None]:
        """What a change is compared with, and the period if it is told."""
        if meaning.measure not in _MOVED:
            return None, None
        heads = (*reversed(self.over), *reversed(self.beside))
        told = next((head for head in heads if head.comparison is not None), None)
        if told is not None:
            return self._against(told)
        return self.shared.comparison or Told(Comparison.YEAR_ON_YEAR), None

    def _against(self, head: Head) -> tuple[Told[Comparison] | None, Period | None]:
        """What a head compares with: a time that it names, or what its words alone say."""
        if head.base is None or head.comparison is None:
            return head.comparison, None
        period = period_of((*self.over, *self.beside), self.shared.period, self.setting.calendar)
        told, base = compared_with(head.base, period, self.setting.calendar)
        return (None if told is None else head.comparison._replace(value=told)), base

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
