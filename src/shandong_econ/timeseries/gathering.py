"""Reports to lines: each figure is put where its keys say, one report at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

import attrs

from shandong_econ.lexicon.concepts import indicators
from shandong_econ.model import Measure, Observation, Period, Report
from shandong_econ.timeseries.deriving import DERIVED, adds_up, single_points
from shandong_econ.timeseries.frequency import TimeSpan
from shandong_econ.timeseries.intervals import is_reckonable
from shandong_econ.timeseries.keys import Key, Span, Subject, key_of, kind_of, spans_of, stands_on, subject_of
from shandong_econ.timeseries.lines import Line, line_of
from shandong_econ.timeseries.points import Point, point_of
from shandong_econ.timeseries.prints import Print


@attrs.frozen
class LeftOut:
    """A figure that stands in no line, and why."""

    observation: Observation
    """The figure."""
    report: Report
    """The bulletin, without its figures, statements and notes."""
    why: str
    """One sentence."""


_Figures = dict[Subject, list[Print]]


def gather(reports: Iterable[Report]) -> tuple[tuple[Line, ...], tuple[LeftOut, ...]]:
    """The lines of all figures that have a period of a known year, in the order of the indicators, and what is left."""
    figures: _Figures = defaultdict(list)
    heads: dict[Report, int] = {}
    told: dict[int, int] = {}  # a bulletin that is given in parts, or twice, is one
    left: list[LeftOut] = []
    for report in reports:
        head = attrs.evolve(report, observations=(), statements=(), notes=())
        number = heads.setdefault(head, len(heads))
        first = told.get(number, 0)
        told[number] = first + len(report.observations)
        for index, observation in enumerate(report.observations, first):
            period = observation.period
            if period is None or period.year_is_open:
                left.append(LeftOut(observation, head, _NO_PERIOD if period is None else _NO_YEAR.format(period)))
                continue
            if not is_reckonable(observation):
                left.append(LeftOut(observation, head, _NO_NUMBER))
                continue
            figures[subject_of(observation)].append(Print(observation, head, number, index))
    order = {code: place for place, code in enumerate(indicators())}
    lines = sorted(_lines(figures), key=lambda line: _place(line.key, order))
    return tuple(lines), tuple(left)


_NO_PERIOD = "it has no period"
_NO_NUMBER = "it has more digits than can be reckoned with"
_NO_YEAR = "the year of its period {} is not known"


def _lines(figures: _Figures) -> Iterator[Line]:
    for subject, told in figures.items():
        points: dict[Span, list[Point]] = defaultdict(list)
        for spot, prints in _by_spot(told, kind_of(subject[0])):
            point = point_of(spot.period, prints)
            for span in spot.spans:
                points[span].append(point)
        so_far = tuple(points.get((TimeSpan.SO_FAR, None, None), ()))
        derived = set[Span]()
        if so_far and adds_up(key_of(subject)):
            spans = [(TimeSpan.SINGLE, frequency, None) for frequency in DERIVED]
            derived = {span for span in spans if any(True for _ in single_points(so_far, span[1]))}
        for span in points.keys() | derived:
            yield line_of(subject, span, points[span], so_far if span in derived else ())


_Days = tuple[date, date]


@attrs.frozen
class _Spot:
    """Where figures of some days stand: the last day of their point and its first, its period, and what spans it is."""

    days: _Days
    period: Period
    spans: tuple[Span, ...]


@lru_cache(maxsize=4096)
def _spot(first: date, last: date, kind: str | None) -> _Spot:
    period = stands_on(Period(first, last), kind)
    return _Spot((last, period.first or first), period, spans_of(period, kind))


def _by_spot(figures: Iterable[Print], kind: str | None) -> Iterator[tuple[_Spot, tuple[Print, ...]]]:
    """The figures of a kind by the spot in which they stand, the earliest first."""
    spots: dict[_Days, _Spot] = {}  # by days, which cost less to compare than periods
    found: dict[_Days, list[Print]] = defaultdict(list)
    for one in figures:
        period = one.observation.period
        assert period is not None  # else it is left out
        first, last = period.first, period.last
        assert first is not None  # it has a year
        assert last is not None
        spot = _spot(first, last, kind)
        spots[spot.days] = spot
        found[spot.days].append(one)
    for days in sorted(spots):
        yield spots[days], tuple(found[days])


def _place(key: Key, order: dict[str, int]) -> tuple[object, ...]:
    """Where a line stands: in the order of the lexicon, amounts before growths, and results before targets."""
    return (
        order.get(key.indicator or "", len(order)),
        key.indicator or "",
        key.label or "",
        key.area or "",
        key.entity or "",
        _MEASURES.index(key.measure),
        key.comparison or "",
        key.base or "",
        key.relative_to or "",
        key.unit or "",
        key.status,
        key.span,
        key.frequency or "",
        key.length or "",
    )


_MEASURES = tuple(Measure)
