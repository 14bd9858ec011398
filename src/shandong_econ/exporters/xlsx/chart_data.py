"""What the charts show, as figures in rows: growth by indicator, shares of wholes, and series over time.

A chart refers to cells, so each figure stands in one; left out is what a spreadsheet cannot hold exactly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

import attrs

from shandong_econ import digest
from shandong_econ.digest import Figure, Series
from shandong_econ.exporters.xlsx.cells import is_exact
from shandong_econ.exporters.xlsx.derived import Line, Look, Shown, in_full, shortened
from shandong_econ.exporters.xlsx.places import NOWHERE, Places, sentence_cells
from shandong_econ.model import Period, Report

MOST_COLUMNS = 4
"""Wholes that a chart of shares sets side by side."""
NAME, FIRST_VALUE, SENTENCE = 2, 3, 3 + MOST_COLUMNS  # the columns; behind a sentence stands its arrow
WIDTHS = (1.5, 44.0, *[14.0] * MOST_COLUMNS, 58.0, 4.0)
"""Of all columns, in characters."""
_LONGEST_NAME = 60
_MOST_DECIMALS = 6  # that are shown; the cell holds all


class Kind(StrEnum):
    """How the figures are drawn."""

    BARS = "bars"
    """One bar a row, lying."""
    STACK = "stack"
    """One bar a column of values, its rows one after the other."""
    COLUMNS = "columns"
    """One column a row, standing, in the order of time."""


@attrs.frozen
class Point:
    """A value that is drawn, and the figure that it is; what is left of a whole is none."""

    value: Decimal
    figure: Figure | None = None


@attrs.frozen
class Plot:
    """A chart's title, what its columns of values are called, and its rows: a name and a point, or none, a column."""

    kind: Kind
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Point | None, ...]], ...]


def plots(report: Report) -> Iterator[Plot]:
    """The charts of a report, in the order in which they are shown."""
    language = digest.language_of(report)
    for plot in (_growth(report, language), _shares(report, language)):
        if plot is not None:
            yield plot
    for one in digest.series(report):
        if (plot := _series(one, language)) is not None:
            yield plot


def _growth(report: Report, language: str) -> Plot | None:
    found = digest.growth(report)
    if found is None:
        return None
    words = digest.words(language)
    rows = tuple((_name(figure, language), (point,)) for figure in found.figures if (point := _point(figure, 0)))
    title = [words.get("heading", "growth"), digest.comparison_in_words(found.comparison, language)]
    if found.period is not None:
        title.append(digest.period_in_words(found.period, language))
    whole = _with_unit(words.get("page", "between").join(title), "%", language)
    return Plot(Kind.BARS, whole, ("%",), rows) if len(rows) > 1 else None


def _shares(report: Report, language: str) -> Plot | None:
    """The wholes of which every part can be drawn, side by side; a part that several have is one row."""
    wholes = [w for w in digest.shares(report) if all(is_exact(in_full(share.percent)) for share in w.shares)]
    wholes = wholes[:MOST_COLUMNS]
    if not wholes:
        return None
    words = digest.words(language)
    rows: dict[tuple[str, int], list[Point | None]] = {}
    for column, whole in enumerate(wholes):
        seen: Counter[str] = Counter()
        for share in whole.shares:
            name = words.get("page", "rest") if share.figure is None else _name(share.figure, language)
            row = rows.setdefault((name, seen[name]), [None] * len(wholes))
            row[column] = Point(in_full(share.percent), share.figure)
            seen[name] += 1
    ordered = sorted(rows.items(), key=lambda row: all(point is None or point.figure is None for point in row[1]))
    columns = tuple(_whole(whole.name, whole.period, language) for whole in wholes)
    heading = words.get("heading", "shares")
    return Plot(Kind.STACK, heading, columns, tuple((name, tuple(points)) for (name, _), points in ordered))


def _whole(name: str | None, period: Period | None, language: str) -> str:
    parts = [digest.whole_name(name, language)]
    if period is not None:
        parts.append(digest.period_in_words(period, language))
    return shortened(digest.words(language).get("page", "between").join(parts), _LONGEST_NAME)


def _series(one: Series, language: str) -> Plot | None:
    """The levels of a series, in the magnitude and unit of the last."""
    last = one.figures[-1].observation
    power = digest.power_in_words(last, language)
    rows = tuple(
        (digest.period_in_words(figure.observation.period, language), (point,))
        for figure in one.figures
        if figure.observation.period is not None and (point := _point(figure, power))
    )
    unit = shortened(digest.unit_in_words(last, language), _LONGEST_NAME)
    name = _with_unit(_name(one.figures[-1], language), unit, language) if unit else _name(one.figures[-1], language)
    title = digest.words(language).get("heading", "series").format(name=name)
    return Plot(Kind.COLUMNS, title, (unit,), rows) if len(rows) > 1 else None


def _point(figure: Figure, power: int) -> Point | None:
    value = in_full(digest.amount_in(figure.observation, power))
    return Point(value, figure) if is_exact(value) else None


def _name(figure: Figure, language: str) -> str:
    return shortened(digest.indicator_name(figure.observation, language), _LONGEST_NAME)


def _with_unit(name: str, unit: str, language: str) -> str:
    return digest.words(language).get("page", "with_unit").format(name=name, unit=unit)


def lines_of_plots(report: Report, key: int, places: Places = NOWHERE) -> list[tuple[Plot, list[Line]]]:
    """Each chart with its rows on the sheet of what charts show: title, heads of columns, a line a row, then the rest.

    A line bears the sentence of its first figure; those of its others, where they are different ones, follow the rows.
    """
    return [(plot, list(_lines(report, key, plot, places))) for plot in plots(report)]


def _lines(report: Report, key: int, plot: Plot, places: Places) -> Iterator[Line]:
    words = digest.words(digest.language_of(report))
    yield Line((Shown(NAME, plot.title, Look.SECTION),), key, wide=True)
    heads = [Shown(FIRST_VALUE + n, name, Look.HEAD_OF_NUMBERS) for n, name in enumerate(plot.columns) if name]
    yield Line((*heads, Shown(SENTENCE, words.get("heading", "sentence"), Look.HEAD_OF_WORDS)), key)
    number_format = format_of(plot)
    rest: list[Line] = []
    for name, points in plot.rows:
        cells = [Shown(NAME, name, Look.NAME)]
        for n, point in enumerate(points):
            if point is not None:
                link = places.figure(point.figure) if point.figure else None
                look = Look.FALL if point.value < 0 else Look.NUMBER
                cells.append(Shown(FIRST_VALUE + n, point.value, look, number_format, link=link))
        told = _told(report, points, places)
        yield Line((*cells, *told[0]) if told else tuple(cells), key)
        rest += [Line((Shown(NAME, name, Look.WORDS), *cells), key) for cells in told[1:]]
    yield from rest


def _told(report: Report, points: tuple[Point | None, ...], places: Places) -> list[tuple[Shown, ...]]:
    """The sentences of the points of a row, each once and with all its figures standing out."""
    left = [point.figure for point in points if point is not None and point.figure is not None]
    found: list[tuple[Shown, ...]] = []
    while left:
        cells = tuple(sentence_cells(report, left, SENTENCE, places))
        others = [figure for figure in left[1:] if not _is_told(report, left[0], figure)]
        found += [cells] if cells else []
        left = others
    return found


def _is_told(report: Report, first: Figure, other: Figure) -> bool:
    """Whether the sentence that is shown of a figure holds another, too."""
    told, span = digest.sentence(report, first.observation), other.observation.span
    return told is not None and span is not None and told.place.start <= span.start < told.place.end


def format_of(plot: Plot) -> str:
    """The number format of a chart's values, all with as many decimals, which its labels take over."""
    places = max(_decimals(point.value) for _, points in plot.rows for point in points if point is not None)
    digits = "#,##0" + (f".{'0' * places}" if places else "")
    return f"+{digits};-{digits};{digits}" if plot.kind is Kind.BARS else digits


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return min(max(0, -exponent), _MOST_DECIMALS) if isinstance(exponent, int) else 0
