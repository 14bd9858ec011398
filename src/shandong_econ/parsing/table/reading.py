"""A grid to observations: each cell of its body by the heads of its row and its column, with an account of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from shandong_econ.grids import Grid
from shandong_econ.lexicon.concepts import MONEY
from shandong_econ.model import Measure, Observation, Period
from shandong_econ.parsing.account import NUMBER, Account
from shandong_econ.parsing.resolving.unit_classes import PERCENT
from shandong_econ.parsing.split import language_of
from shandong_econ.parsing.table.amounts import Amount, amounts_in
from shandong_econ.parsing.table.caption import Setting, Shared, lines_over, shared_of, with_unit_over
from shandong_econ.parsing.table.columns import heads_over, units_in_corner
from shandong_econ.parsing.table.head.head import TO_DATE, Head
from shandong_econ.parsing.table.head.measures import Moved
from shandong_econ.parsing.table.matrix import EMPTY, MARK, VALUE, Matrix, matrix_of
from shandong_econ.parsing.table.names import is_bare_name, kind_of, names_base
from shandong_econ.parsing.table.nesting import paths
from shandong_econ.parsing.table.observing import Placed
from shandong_econ.parsing.table.regions import FIGURES, INDEX, UNIT, Region, is_of_index, regions, units_of_rows
from shandong_econ.parsing.table.times import period_of
from shandong_econ.parsing.table.tongues import in_chinese
from shandong_econ.parsing.table.words import says
from shandong_econ.parsing.told import Told


def read_table(grid: Grid, setting: Setting, account: Account) -> Iterator[Observation]:
    """The observations of a table of cleaned text; what became of its other numbers goes into the account.

    No two of its figures are of one series, place and time: of those that would be, all but the first are of a part,
    and have no code.
    """
    told: dict[object, Observation] = {}
    for one in _read(grid, setting, account):
        what = one.indicator and (one.indicator, one.measure, one.comparison, one.base, one.unit, one.status)
        first = told.setdefault((what, one.area, one.period, one.relative_to), one) if what else one
        yield one if first.value == one.value or first.label == one.label else attrs.evolve(one, indicator=None)


def _read(grid: Grid, setting: Setting, account: Account) -> Iterator[Observation]:
    text = setting.source.cleaned
    chinese = in_chinese(grid, text)
    language = "zh" if chinese is not None else language_of(grid.span.cut(text)) or setting.source.language
    grid = with_unit_over(grid, text, language)
    shared = shared_of(grid, setting, language)
    for span in lines_over(grid):
        account.pass_over(span.start, span.end, "caption")
    matrix = matrix_of(grid, chinese or text, language)
    if any(kind == VALUE and matrix.words(n)[-1] in "%％" for n, kind in enumerate(matrix.kinds)):
        shared = _but_for_percent(shared)
    read: set[int] = set()
    for row in range(len(matrix.rows)):
        if is_of_index(matrix, row):
            read.update(_passed(matrix, matrix.telling(row), account, "ordinal"))
    heads: set[int] = set()
    for region in regions(matrix):
        heads.update(at for row in region.heads for at in matrix.rows[row])
        yield from _read_region(matrix, region, shared, setting, account, read)
    for n, cell in enumerate(matrix.cells):
        if n not in read and NUMBER.search(text, cell.span.start, cell.span.end):
            is_untold = matrix.width == 1 and not cell.is_head
            if is_untold or (n not in heads and (matrix.kinds[n] == VALUE or _holds_values(matrix.words(n)))):
                _note_numbers(matrix, n, account)
            else:
                account.pass_over(cell.span.start, cell.span.end, "head")


def _read_region(
    matrix: Matrix, region: Region, shared: Shared, setting: Setting, account: Account, read: set[int]
) -> Iterator[Observation]:
    home = None if shared.area is None else shared.area.value
    figures = region.of_role(FIGURES)
    shared = shared if shared.units else attrs.evolve(shared, units=units_in_corner(matrix, region))
    over = heads_over(matrix, region, home, lambda heads: _when(heads, shared, setting))
    if shared.is_to_date:
        over = {column: [_to_date(head) for head in heads] for column, heads in over.items()}
    latest = _latest(over.values(), shared, setting)
    headless = shared if latest is shared else attrs.evolve(shared, period=None)
    for role, what in ((INDEX, "ordinal"), (UNIT, "unit")):
        for column in region.of_role(role):
            cells = [matrix.rows[row][column] for row in region.body]
            read.update(_passed(matrix, cells, account, what))
    told_by = {column: shared if _is_dated(heads) else latest if heads else headless for column, heads in over.items()}
    worth, counts = (
        {column for column in figures if _is_headed(matrix, over[column], role)} for role in ("worth", "count")
    )
    for column in counts if worth else ():
        amounts = tuple(unit for unit in told_by[column].units if unit.code not in MONEY)
        told_by[column] = attrs.evolve(told_by[column], units=amounts)
    of_rows = units_of_rows(matrix, region)
    has_values = bool(of_rows) and any(map(_gives_values, over.values()))
    asides = {column for column in figures if has_values and _is_aside(over[column], matrix.language)}
    of_columns = any(names_base(head.name, matrix.language) for heads in over.values() for head in heads)
    for row, beside in paths(matrix, region, of_rows, home, of_columns=of_columns, under=shared.under):
        for column in figures:
            at = matrix.rows[row][column]
            if at < 0 or at in read or matrix.kinds[at] in (EMPTY, MARK):
                continue
            read.add(at)
            found = _amounts_in(matrix, at)
            if not found:
                _note_numbers(matrix, at, account)
            units = () if column in asides else of_rows.get(row, ())
            if column in worth and counts:
                units = tuple(unit for unit in units if unit.code in MONEY)
            place = (beside, units, told_by[column], setting, matrix.language)
            for amount, own in found:
                told = Placed([*over[column], *own], *place).observed(amount)
                if isinstance(told, str):
                    account.pass_over(amount.start, amount.end, told)
                else:
                    account.trace[amount.start] = amount.start, amount.end, "figure: table"
                    yield told


def _but_for_percent(shared: Shared) -> Shared:
    """What a table shares whose cells print percent themselves: what prints none of them is in the other unit."""
    others = tuple(unit for unit in shared.units if unit.code not in PERCENT)
    return attrs.evolve(shared, units=others or shared.units)


def _amounts_in(matrix: Matrix, at: int) -> Sequence[tuple[Amount, Sequence[Head]]]:
    """The values of a cell, each with what the cell itself says of it: of one in brackets that it is a growth."""
    span = matrix.cells[at].span
    amounts = amounts_in(matrix.text, span.start, span.end, matrix.language)
    grown = Head(span.start, span.end, measure=Moved(Measure.GROWTH, is_bare=True))
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
    return bool(over) and all(head == Head(head.start, head.end) for head in over)


def _is_dated(over: Sequence[Head]) -> bool:
    """Whether heads tell when figures were, and not only a part of a year without which: Nov., beside Nov. 2001."""
    times = [time for head in over for time in head.times]
    is_without_year = bool(times) and all(time.names_year is None for time in times)
    return any(head.tells_time for head in over) and not is_without_year


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
