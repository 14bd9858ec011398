"""The sheet Series, line by line: indicators down, the ends of periods across, in each cell the newest number.

Shown are series of several periods or prints, and the plans beside them. A line bears, unseen, its number from 1 on,
the heads the number of their last column, less than nothing, and what is told below the table 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

import attrs

from shandong_econ import digest
from shandong_econ.exporters.xlsx.derived import LONGEST, Line, Look, Shown, shortened
from shandong_econ.exporters.xlsx.series_cells import Scale, cell_of, example_of, printed, scale_of, trend, width_for
from shandong_econ.exporters.xlsx.series_kept import KeptFigures
from shandong_econ.exporters.xlsx.series_naming import end_in_words, span, what
from shandong_econ.exporters.xlsx.sheets import FIGURES
from shandong_econ.model import Comparison, Status
from shandong_econ.timeseries import Key, Point, TimeSpan
from shandong_econ.timeseries import Line as SeriesLine

MOST_LINES = 800
"""Series that are shown."""
MOST_PERIODS = 60
"""Ends of periods that are shown: the latest."""
MOST_NOTED = 500
"""Cells that bear a note, and those of one more line: all notes are one file, which reading takes only so large."""
MOST_TOLD = 100
"""Points that are told of below the table."""
NAME, AREA, WHAT, SPAN, UNIT, TREND, FIRST_PERIOD = range(2, 9)  # the columns; the first holds the number of the line
TOLD = 0
_WIDTHS = (1.5, 31.0, 13.0, 26.0, 13.0, 15.0, 19.0)
_LONGEST_NAME = 80


Identity: TypeAlias = tuple[tuple[int, str | Decimal], ...]
"""The columns and values of the cells that say which series a line is."""


@attrs.frozen
class Row:
    """A series that is shown: its line on the sheet, and of each cell of a number the report that it is from."""

    series: SeriesLine
    line: Line
    reports: Mapping[int, int]

    @property
    def identity(self) -> Identity:
        """What says which series it is: the cells before the numbers."""
        return tuple((cell.column, cell.value) for cell in self.line.cells if cell.column < TREND)


@attrs.frozen
class Table:
    """All that stands on the sheet, from top to bottom, and the widths of its columns."""

    language: str
    above: tuple[Line, ...]
    heads: Line
    rows: tuple[Row, ...]
    below: tuple[Line, ...]
    widths: tuple[float, ...]


def table_of(kept: KeptFigures) -> Table | None:
    """The table of the figures that are kept; None if no series has several periods or prints."""
    every = kept.lines()
    shown, alone = _chosen(every)
    if not shown:
        return None
    ends = sorted({end for line in shown for point in line.points if (end := point.period.last) is not None})
    columns = {end: FIRST_PERIOD + n for n, end in enumerate(ends[-MOST_PERIODS:])}
    fitting = [line for line in shown if any(point.period.last in columns for point in line.points)]
    within = fitting[:MOST_LINES]
    language = kept.language
    heads = _heads(columns, language)
    scales = [scale_of(line, language) for line in within]
    rows: list[Row] = []
    noted = 0
    for number, (line, scale) in enumerate(zip(within, scales, strict=True), 1):
        row = _row(number, line, scale, columns, kept, noted=noted < MOST_NOTED)
        noted += sum(cell.comment is not None for cell in row.line.cells)
        rows.append(row)
    return Table(
        language,
        tuple(_above(kept, alone, len(shown) - len(within), ends[:-MOST_PERIODS], columns, language)),
        heads,
        tuple(rows),
        tuple(_below(within, columns, language)),
        (*_WIDTHS, *_widths(within, scales, columns, heads)),
    )


def _chosen(lines: Sequence[SeriesLine]) -> tuple[list[SeriesLine], int]:
    """The lines of several periods or prints and the plans for them, and how many there are beside."""
    several = {_subject(line.key) for line in lines if _says_more_than_one(line)}
    shown = [line for line in lines if _says_more_than_one(line) or (_is_plan(line) and _subject(line.key) in several)]
    return shown, len(lines) - len(shown)


def _says_more_than_one(line: SeriesLine) -> bool:
    return len(line.points) > 1 or any(len(point.prints) > 1 for point in line.points)


def _is_plan(line: SeriesLine) -> bool:
    return line.key.status is not Status.A


def _subject(key: Key) -> Key:
    """What is measured and where, be it planned or achieved, and over whatever spans."""
    return attrs.evolve(
        key, status=Status.A, span=TimeSpan.SINGLE, frequency=None, length=None, comparison=_unsaid(key.comparison)
    )


def _unsaid(comparison: Comparison | None) -> Comparison | None:
    """Plans do not say that a growth is year on year."""
    return None if comparison is Comparison.YEAR_ON_YEAR else comparison


def _heads(columns: Mapping[date, int], language: str) -> Line:
    words = digest.words(language).get
    named = (
        (NAME, words("heading", "indicator"), Look.HEAD),
        (AREA, words("heading", "area"), Look.HEAD_OF_WORDS),
        (WHAT, words("over_time", "what"), Look.HEAD_OF_WORDS),
        (SPAN, words("over_time", "span"), Look.HEAD_OF_WORDS),
        (UNIT, words("over_time", "unit"), Look.HEAD_OF_WORDS),
        (TREND, words("over_time", "trend"), Look.HEAD_OF_WORDS),
    )
    years = all((end.month, end.day) == (12, 31) for end in columns)
    ends = [
        Shown(column, end_in_words(end, language, years=years), Look.HEAD_OF_NUMBERS) for end, column in columns.items()
    ]
    return Line((*(Shown(*each) for each in named), *ends), 1 - FIRST_PERIOD - len(ends))


def _row(
    number: int, line: SeriesLine, scale: Scale, columns: Mapping[date, int], kept: KeptFigures, *, noted: bool
) -> Row:
    language = kept.language
    example = example_of(line)
    points = {columns[end]: point for point in line.points if (end := point.period.last) in columns and end is not None}
    named = (
        (NAME, digest.indicator_name(example, language), Look.NAME),
        (AREA, digest.place_name(example, language) or "", Look.WORDS),
        (WHAT, what(line.key, language), Look.WORDS),
        (SPAN, span(line, language), Look.WORDS),
        (UNIT, scale.words, Look.WORDS),
        (TREND, trend([point for _, point in sorted(points.items())]), Look.TREND),
    )
    cells = [Shown(column, shortened(text, _LONGEST_NAME), look) for column, text, look in named]
    cells += [
        cell_of(point, scale, column, kept, language if noted else None) for column, point in sorted(points.items())
    ]
    reports = {column: kept.report(point.source) for column, point in points.items()}
    return Row(line, Line(tuple(cell for cell in cells if cell.value != ""), number), reports)


def _above(
    kept: KeptFigures, alone: int, more: int, earlier: Sequence[date], columns: Mapping[date, int], language: str
) -> Iterator[Line]:
    """The title, how to read the table, and what is left out of it."""
    words = digest.words(language).get
    yield Line((Shown(NAME, words("over_time", "title"), Look.TITLE),), wide=True)
    yield Line((Shown(NAME, words("over_time", "derived"), Look.REMARK),), wide=True)
    yield Line((Shown(NAME, words("over_time", "legend"), Look.REMARK),), wide=True)
    gap = " " if language == "en" else ""
    told = []
    if alone:
        told.append(words("over_time", "alone").format(count=f"{alone:,}", sheet=FIGURES.title))
    if more:
        told.append(words("over_time", "more_lines").format(count=f"{more:,}", sheet=FIGURES.title))
    if earlier:
        told.append(words("over_time", "earlier").format(period=end_in_words(min(columns), language, years=False)))
    if kept.taken < kept.count:
        rest = kept.count - kept.taken
        told.append(words("over_time", "more_reports").format(shown=f"{kept.taken:,}", count=f"{rest:,}"))
    if told:
        yield Line((Shown(NAME, gap.join(told), Look.REMARK),), wide=True)


def _below(lines: Sequence[SeriesLine], columns: Mapping[date, int], language: str) -> Iterator[Line]:
    """Each point of which reports tell several numbers, with all that they printed."""
    words = digest.words(language).get
    found = [
        (line, point)
        for line in lines
        for point in line.points
        if point.period.last in columns and (point.is_revised or point.is_conflict or point.value is None)
    ]
    once = {id(point): (line, point) for line, point in reversed(found)}  # a first quarter may stand in two lines
    every = list(once.values())[::-1]
    if not every:
        return
    yield Line((Shown(NAME, words("over_time", "told_otherwise"), Look.SECTION),), TOLD, wide=True)
    for line, point in every[:MOST_TOLD]:
        yield Line((Shown(NAME, _told(line, point, language), Look.ABOUT),), TOLD, wide=True)
    if (more := len(every) - MOST_TOLD) > 0:
        yield Line(
            (Shown(NAME, words("over_time", "more_told").format(count=f"{more:,}"), Look.REMARK),), TOLD, wide=True
        )


def _told(line: SeriesLine, point: Point, language: str) -> str:
    words = digest.words(language).get
    example = example_of(line)
    named = (
        digest.indicator_name(example, language),
        digest.place_name(example, language),
        what(line.key, language),
        digest.period_in_words(point.period, language),
    )
    name = words("page", "between").join(shortened(part, _LONGEST_NAME) for part in named if part)
    now, *before = (printed(one, language) for one in point.prints)
    if point.value is None:
        numbers = words("over_time", "next").join((now, *before))
    else:
        numbers = words("over_time", "revised").format(now=now, before=words("over_time", "next").join(before))
    return shortened(f"{name}{words('over_time', 'colon')}{numbers}", 2 * LONGEST)


def _widths(
    lines: Sequence[SeriesLine], scales: Sequence[Scale], columns: Mapping[date, int], heads: Line
) -> Iterator[float]:
    named = {cell.column: str(cell.value) for cell in heads.cells}
    points: dict[int, list[tuple[Point, Scale]]] = {column: [] for column in columns.values()}
    for line, scale in zip(lines, scales, strict=True):
        for point in line.points:
            if (end := point.period.last) is not None and end in columns:
                points[columns[end]].append((point, scale))
    for column in columns.values():
        yield width_for(points[column], named[column])
