"""Points as a table in memory that pandas, polars and pyarrow calculate with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import count
from math import inf
from typing import Any

from shandong_econ.errors import UnknownFormatError
from shandong_econ.extras import extra
from shandong_econ.model import Status
from shandong_econ.rows import AHEAD, store_text
from shandong_econ.timeseries.keys import Key
from shandong_econ.timeseries.lines import Line
from shandong_econ.timeseries.points import Point

_BACKENDS = ("pandas", "polars", "pyarrow")


def frame_of(lines: Sequence[Line], backend: str, *, wide: bool) -> Any:
    """The points of lines as a data frame: a row each, or a column a line."""
    if backend not in _BACKENDS:
        raise UnknownFormatError(f"there is no backend {backend!r}: give {' or '.join(_BACKENDS)}")
    with extra("arrow" if backend == "pyarrow" else backend, f"a data frame of {backend}"):
        import pyarrow  # noqa: F401  # which every one is made by: one extra names both

        if backend == "polars":
            import polars
        elif backend == "pandas":
            from shandong_econ.rows.pandas import typed
    table = _wide(lines) if wide else _long(lines)
    if backend == "polars":
        return polars.from_arrow(table)
    if backend == "pyarrow":
        return table
    frame = typed(table)
    return frame.set_index(_DAYS) if wide else frame


def _long(lines: Iterable[Line]) -> Any:
    import pyarrow as pa

    text, flag = pa.string(), pa.bool_()
    types = {
        **dict.fromkeys(_OF_KEY, text),
        "time_period": text,
        "period_start": pa.date32(),
        "period_end": pa.date32(),
        "value": pa.float64(),
        "value_low": pa.float64(),
        "value_high": pa.float64(),
        "obs_value": text,
        "unit_mult": pa.int64(),
        "qualifier": text,
        "derived": flag,
        "revised": flag,
        "conflict": flag,
        "n_prints": pa.int64(),
        "published": pa.date32(),
        **dict.fromkeys(("publisher", "title", "uri"), text),
    }
    counts: list[int] = []
    keys: list[tuple[str | None, ...]] = []
    rows: list[tuple[Any, ...]] = []
    for line in lines:
        counts.append(len(line.points))
        keys.append(_key_cells(line))
        rows.extend(map(_cells, line.points))
    at = pa.array([place for place, count in enumerate(counts) for _ in range(count)], pa.int32())
    arrays = [pa.array(column, text).take(at) for column in zip(*keys, strict=True)] if keys else []
    columns: Sequence[Sequence[Any]] = list(zip(*rows, strict=True)) or [()] * (len(types) - len(_OF_KEY))
    arrays += [
        pa.array(column, kind) for column, kind in zip(columns, list(types.values())[len(_OF_KEY) :], strict=True)
    ]
    if not keys:
        arrays = [pa.array([], kind) for kind in types.values()]
    return pa.table(arrays, schema=pa.schema(list(types.items())))


_OF_KEY = (
    "indicator",
    "indicator_name",
    "label",
    "ref_area",
    "ref_area_name",
    "entity",
    "measure",
    "comparison",
    "base",
    "relative_to",
    "unit_measure",
    "obs_status",
    "span",
    "freq",
)


def _key_cells(line: Line) -> tuple[str | None, ...]:
    key, area = line.key, line.area
    named = None if line.indicator is None else line.indicator.name
    place = None if area is None else area.name or area.name_zh
    cells = (
        key.indicator,
        named,
        key.label,
        key.area if area is not None and area.code else None,
        place,
        key.entity,
        key.measure.value,
        key.comparison.value if key.comparison else None,
        key.base,
        key.relative_to,
        key.unit,
        key.status.value,
        key.span.value,
        key.frequency.value if key.frequency else None,
    )
    return tuple(None if cell is None else store_text(cell) for cell in cells)


def _cells(point: Point) -> tuple[Any, ...]:
    period, shown, interval = point.period, point.shown, point.interval
    low, high = (None, None) if interval is None else (interval.low, interval.high)
    head = shown or point.newest
    figure = None if shown is None else shown.observation
    report = None if head is None else head.report
    return (
        str(period),
        period.first,
        period.last,
        *map(_float, (point.value, low, high)),
        None if figure is None else str(figure.value),
        None if figure is None else figure.unit_mult,
        None if figure is None else figure.qualifier.value,
        point.derived is not None,
        point.is_revised,
        point.is_conflict,
        len(point.prints),
        None if report is None else report.published,
        *((None,) * 3 if report is None else map(_text, (report.publisher, report.title, report.uri))),
    )


def _float(number: Decimal | Fraction | None) -> float | None:
    """A number as a float, as frames of figures have it: infinite, or 0, for what no float comes near."""
    if number is None:
        return None
    try:
        return float(number)
    except OverflowError:  # which only fractions raise
        return inf if number > 0 else -inf


def _text(text: str | None) -> str | None:
    return None if text is None else store_text(text)


def _wide(lines: Sequence[Line]) -> Any:
    import pyarrow as pa

    ends = sorted({point.period.last for line in lines for point in line.points if point.period.last is not None})
    place = {end: number for number, end in enumerate(ends)}
    arrays = [pa.array(ends, pa.date32())]
    for line in lines:
        cells: list[float | None] = [None] * len(ends)
        for point in line.points:
            if point.period.last is not None:
                cells[place[point.period.last]] = _float(point.value)
        arrays.append(pa.array(cells, pa.float64()))
    return pa.table(arrays, names=[_DAYS, *column_names([line.key for line in lines])])


def column_names(keys: Sequence[Key]) -> list[str]:
    """A name of its own for each of some keys: the indicator, and as much of the rest as tells it from the others.

    >>> column_names([Key(indicator="GDP", area="370000"), Key(indicator="GDP", area="320000", measure="growth")])
    ['GDP 370000', 'GDP 320000']
    """
    names = [_what(key) for key in keys]
    for part in _TELLING:
        longer = [" ".join([name, *_told(key, part)]) for name, key in zip(names, keys, strict=True)]
        if len(set(longer)) > len(set(names)):
            names = longer
    return list(_told_apart(names))


_TELLING = (
    "area",
    "entity",
    "measure",
    "span",
    "frequency",
    "comparison",
    "status",
    "relative_to",
    "base",
    "unit",
    "length",
)


def _told_apart(names: Sequence[str]) -> Iterator[str]:
    """Names of which none is that of another column: those that are alike are numbered, as GDP and a label "GDP"."""
    every = {_DAYS, *names}
    given = {_DAYS}
    for name in names:
        own = name
        if name in given:
            own = next(numbered for number in count(2) if (numbered := f"{name} {number}") not in every)
        given.add(own)
        every.add(own)
        yield own


_DAYS = "period_end"


def _what(key: Key) -> str:
    return store_text(key.indicator or key.label or "unnamed")


def _told(key: Key, part: str) -> list[str]:
    found = getattr(key, part)
    if found is None or found is Status.A:
        return []
    return [AHEAD[found] if isinstance(found, Status) else store_text(str(found))]
