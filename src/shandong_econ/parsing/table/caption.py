"""What the caption of a table, the lines over it and the title tell of all its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

import attrs

from shandong_econ.grids import Grid
from shandong_econ.lexicon.words import holds_any
from shandong_econ.model import Area, Comparison, Period, Span
from shandong_econ.parsing.head.heading import after_caption
from shandong_econ.parsing.lexing.text_names import TextNames
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.source import Source
from shandong_econ.parsing.table.head.measures import Moved, of_caption, of_notes
from shandong_econ.parsing.table.head.reading import head_of
from shandong_econ.parsing.table.names import BALANCES, INVESTMENT
from shandong_econ.parsing.table.times import period_in
from shandong_econ.parsing.table.titles import named_in
from shandong_econ.parsing.table.units import Measured, units_led, units_told
from shandong_econ.parsing.told import Told


@attrs.frozen
class Shared:
    """What all cells of a table share."""

    units: tuple[Measured, ...] = ()
    period: Told[Period] | None = None
    area: Told[Area] | None = None
    name: str = ""
    named: tuple[int, int] = (0, 0)
    titled: str = ""
    titled_at: tuple[int, int] = (0, 0)
    """The series that the title names: what all is where nothing nearer names any."""
    topic: str = ""
    """The branch of which all is, where no series is named: 房地产开发和销售主要指标."""
    measure: Moved | None = None
    comparison: Told[Comparison] | None = None
    index: str = ""
    is_to_date: bool = False
    """Whether the caption says that months are those since January up to one."""
    under: Moved | None = None
    """What its notes say that stands in a second row under the values: percentage changes."""
    narrowed: frozenset[str] = frozenset()
    """The series of which it tells only a part: the investment in some projects, the deposits in one currency."""


@attrs.frozen
class Setting:
    """What a table stands in: its text, the calendar, the home of the text, the time told before it, the title."""

    source: Source
    names: TextNames
    calendar: Calendar
    home: Told[Area] | None = None
    period: Told[Period] | None = None
    titles: Sequence[tuple[int, int]] = ()
    """Where the title stands, and what goes on with it: ——全县人口年龄构成."""
    _titled: dict[str, Sequence[Shared]] = attrs.field(factory=dict, init=False)

    def titled(self, language: str) -> Sequence[Shared]:
        """What each line of the title tells of tables in a language."""
        if language not in self._titled:
            self._titled[language] = [_with_line(Shared(), self, *title, language) for title in self.titles]
        return self._titled[language]

    @cached_property
    def units_before(self) -> Mapping[int, tuple[Measured, ...]]:
        """By where a table begins, the units that a line over those before it gave, as long as all have its heads."""
        text, found = self.source.cleaned, dict[int, tuple[Measured, ...]]()
        units: tuple[Measured, ...] = ()
        heads: list[str] | None = None
        for grid in self.source.tables:
            same, heads = heads, _top(grid, text)
            found[grid.span.start] = units = units if heads == same else ()
            told = (units_told(span.cut(text), self.source.language) for span in lines_over(grid))
            units = next(filter(None, told), units)
        return found


def with_unit_over(grid: Grid, text: str, language: str) -> Grid:
    """The table with its first row as lines over it, if the last with words gives units, others a time or source."""
    first = [cell for cell in grid.cells if cell.row == 0]
    told = [cell for cell in first if cell.span.cut(text).strip()]
    if not told or any(cell.rows > 1 for cell in first):
        return grid
    *others, last = told
    is_line = (_SAYS.match(cell.span.cut(text)) or _is_time(cell.span, text, language) for cell in others)
    if not units_told(last.span.cut(text), language) or not all(is_line):
        return grid
    rest = [attrs.evolve(cell, row=cell.row - 1) for cell in grid.cells if cell.row]
    return attrs.evolve(grid, cells=rest, above=(*grid.above, *(cell.span for cell in told))) if rest else grid


_SAYS = re.compile(r"[^\W\d]{2,6}:")
"""What begins a cell that says something of all the table: 填报单位：…."""


def _is_time(span: Span, text: str, language: str) -> bool:
    head = head_of(text, span.start, span.end, language, None)
    return bool(head.times) and not head.name


def shared_of(grid: Grid, setting: Setting, language: str) -> Shared:
    """What the lines that belong to a table tell of its cells; what they leave open the title tells, then the text."""
    text = setting.source.cleaned
    lines = lines_over(grid)
    units: tuple[Measured, ...] = ()
    shared = Shared()
    for span in lines:
        found = units_told(span.cut(text), language)
        units = units or found
        if not found or len(span.cut(text)) > _LONGEST_UNIT:
            shared = _with_line(shared, setting, span.start, span.end, language)
    for titled in setting.titled(language):
        period = titled.period if shared.period is None or _is_day(shared.period) else shared.period
        shared = attrs.evolve(shared, period=period or shared.period, area=shared.area or titled.area)
        if titled.name and not shared.titled:
            shared = attrs.evolve(shared, titled=titled.name, titled_at=titled.named)
    said = [*(span.cut(text) for span in lines), *(text[slice(*title)] for title in setting.titles)]
    told = (_narrowed(one, language) for one in said)
    return attrs.evolve(
        shared,
        units=units
        or shared.units
        or units_led(grid.cells[0].span.cut(text), language)
        or next(filter(None, (units_led(span.cut(text), language) for span in grid.below)), ())
        or setting.units_before.get(grid.span.start, ()),
        period=shared.period or (setting.period if _stands_before(setting.period, grid) else None),
        area=shared.area or setting.home,
        under=next(filter(None, (of_notes(span.cut(text), language) for span in grid.below)), None),
        narrowed=next((one for one in told if one is not None), frozenset()),
    )


def _is_day(told: Told[Period]) -> bool:
    """Whether a period is a day on which nothing is counted: that of printing."""
    return told.value.is_one_day and not told.value.is_month_end


def _stands_before(told: Told[Period] | None, grid: Grid) -> bool:
    """Whether a time was told before a table, and not by the notes under it."""
    return told is not None and told.start < grid.span.start


def _top(grid: Grid, text: str) -> list[str]:
    first = min(cell.row for cell in grid.cells)
    return [cell.span.cut(text) for cell in grid.cells if cell.row == first]


def _narrowed(line: str, language: str) -> frozenset[str] | None:
    """The series of which a line says that only a part is told, None where it tells neither projects nor a currency."""
    if holds_any(line.lower(), language, "table.projects"):
        return frozenset({INVESTMENT})
    own, foreign = (holds_any(line, language, f"table.{role}") for role in ("own_currency", "foreign_currency"))
    return None if not (own or foreign) else frozenset() if own and foreign else BALANCES


_LONGEST_UNIT = 16  # characters of a line that gives a unit and no more


def _with_line(shared: Shared, setting: Setting, start: int, end: int, language: str) -> Shared:
    text = setting.source.cleaned
    begin = after_caption(text, start, end, language)
    while end > begin and text[end - 1] in _BOLD:
        end -= 1
    home = None if setting.home is None else setting.home.value
    head = head_of(text, begin, end, language, home)
    period = period_in(head.times, setting.calendar)
    area, named, topic = named_in(setting.source, setting.names, begin, end, language, setting.home)
    return attrs.evolve(
        shared,
        units=shared.units or head.units,
        period=(period or shared.period) if shared.period is None or _is_day(shared.period) else shared.period,
        area=shared.area or area,
        name=shared.name or ("" if named is None else named.name),
        named=shared.named if shared.name or named is None else (named.at, named.to),
        topic=shared.topic or topic,
        measure=shared.measure or of_caption(text[begin:end], language) or head.measure,
        comparison=shared.comparison or head.comparison,
        index=shared.index or head.index,
        is_to_date=shared.is_to_date or holds_any(text[begin:end].lower(), language, "table.to_date"),
    )


_BOLD = "*_"


def lines_over(grid: Grid) -> list[Span]:
    """The caption of a table and the other lines over it, as many as it has."""
    return [span for span in (grid.caption, *grid.above) if span is not None]
