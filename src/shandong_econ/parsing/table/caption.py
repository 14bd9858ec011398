"""What the caption of a table, the lines over it and the title tell of all its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from shandong_econ.grids import Grid
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area, Comparison, Period
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.times import find_times
from shandong_econ.parsing.grammar.classes import AREA, NAME
from shandong_econ.parsing.head.heading import after_caption
from shandong_econ.parsing.lexing import lex
from shandong_econ.parsing.lexing.text_names import TextNames
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.source import Source
from shandong_econ.parsing.table.heads import Head, head_of
from shandong_econ.parsing.table.measures import Moved, compared_in, grows
from shandong_econ.parsing.table.series import names_in
from shandong_econ.parsing.table.times import period_in
from shandong_econ.parsing.table.units import Measured, units_told
from shandong_econ.parsing.told import Told


@attrs.frozen
class Shared:
    """What all cells of a table share."""

    units: tuple[Measured, ...] = ()
    period: Told[Period] | None = None
    area: Told[Area] | None = None
    name: str = ""
    named: tuple[int, int] = (0, 0)
    measure: Moved | None = None
    comparison: Told[Comparison] | None = None
    index: str = ""


@attrs.frozen
class Setting:
    """What a table stands in: its text, the calendar, the home of the text, the time told before it, the title."""

    source: Source
    names: TextNames
    calendar: Calendar
    home: Told[Area] | None = None
    period: Told[Period] | None = None
    title: tuple[int, int] | None = None


def shared_of(grid: Grid, setting: Setting, language: str) -> Shared:
    """What the lines that belong to a table tell of its cells; what they leave open the title tells, then the text."""
    lines = [span for span in (grid.caption, *grid.above) if span is not None]
    text = setting.source.cleaned
    units: tuple[Measured, ...] = ()
    shared = Shared()
    for span in lines:
        found = units_told(span.cut(text), language)
        units = units or found
        if not found or len(span.cut(text)) > _LONGEST_UNIT:
            shared = _with_line(shared, setting, span.start, span.end, language)
    if setting.title is not None:
        titled = _with_line(Shared(), setting, *setting.title, language)
        shared = attrs.evolve(shared, period=shared.period or titled.period, area=shared.area or titled.area)
    return attrs.evolve(
        shared, units=units or shared.units, period=shared.period or setting.period, area=shared.area or setting.home
    )


_LONGEST_UNIT = 16  # characters of a line that gives a unit and no more


def _with_line(shared: Shared, setting: Setting, start: int, end: int, language: str) -> Shared:
    text = setting.source.cleaned
    begin = after_caption(text, start, end, language)
    times = find_times(text, language, begin, end)
    period = (
        period_in(times, setting.calendar) if len({time.groups.get("year") for time in times} - {None}) < 2 else None
    )
    head = _measured(text, begin, end, language, setting)
    area, names = _said(setting, begin, end, language)
    heads = [head_of(text, first, last, language, None) for first, last in names]
    own = list(dict.fromkeys(names_in([one.name for one in heads], language)))
    at = next(((one.at, one.to) for one in heads if own and one.name == own[0]), (0, 0))
    return attrs.evolve(
        shared,
        units=shared.units or head.units,
        period=shared.period or period,
        area=shared.area or area,
        name=shared.name or (own[0] if len(own) == 1 else ""),
        named=shared.named if shared.name else at,
        measure=shared.measure or head.measure or grows(text[begin:end], language),
        comparison=shared.comparison or head.comparison,
        index=shared.index or head.index,
    )


def _measured(text: str, start: int, end: int, language: str, setting: Setting) -> Head:
    """The measure, the comparison and the base of an index that a line tells."""
    home = None if setting.home is None else setting.home.value
    last = end
    for ending in word_list(language, "table.caption"):
        if text.endswith(ending, start, last) and last - len(ending) > start:
            last -= len(ending)
    head = head_of(text, start, last, language, home)
    if head.comparison is None and (told := compared_in(text[start:end], language)) is not None:
        return attrs.evolve(head, comparison=Told(told.comparison, start + told.start, start + told.end))
    return head


def _said(setting: Setting, start: int, end: int, language: str) -> tuple[Told[Area] | None, Sequence[tuple[int, int]]]:
    """The first place of a line, and where it names series."""
    sentence = lex(setting.source, setting.names, start, end, language)
    home = None if setting.home is None else setting.home.value
    area = None
    names = []
    for cls, token in zip(sentence.classes, sentence.tokens, strict=True):
        if cls == AREA and area is None and isinstance(token.what, tuple) and token.what:
            name = sentence.text[token.start : token.end]
            area = Told(place(token.what, home, name), token.start, token.end)
        elif cls == NAME:
            names.append((token.start, token.end))
    return area, names


def lines_of(grid: Grid) -> Iterator[tuple[int, int]]:
    """The lines of a table that are no prose: its rows, its caption and what stands over it."""
    for span in (grid.caption, *grid.above, grid.span):
        if span is not None:
            yield span.start, span.end
