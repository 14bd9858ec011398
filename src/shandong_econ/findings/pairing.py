"""Pairs the figures of two reports: by what makes them one figure, and then by what else is left of them alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator

import attrs

from shandong_econ.findings.account import Figures, place_key
from shandong_econ.findings.changes import Changes, Pair
from shandong_econ.findings.figure import Figure
from shandong_econ.model import Report
from shandong_econ.timeseries.conversion import natural_unit
from shandong_econ.timeseries.intervals import Interval, interval_of
from shandong_econ.timeseries.keys import subject_of


def changes(a: Report, b: Report) -> Changes:
    """Compares two reports: figures of one series, place, time and kind are one figure.

    Labels are compared where there is no code, in reports of one language. What is left is paired by place, time, kind,
    number and unit, where each has one such figure only.
    """
    one, other = Figures((a,)).every, Figures((b,)).every
    across = a.language != b.language
    same, different = _paired(one, other, lambda figure: _key(figure, across=across))
    told = {id(each) for pair in (*same, *different) for each in (pair.a, pair.b)}
    left = [[each for each in figures if id(each) not in told] for figures in (one, other)]
    alike = list(_alone(*left, across=across))
    told |= {id(each) for pair in alike for each in (pair.a, pair.b)}
    is_later = a.published is not None and b.published is not None and a.published != b.published
    order = sorted([*same, *alike], key=lambda pair: pair.a.number)
    return Changes(
        tuple(order),
        tuple(different) if is_later else (),
        () if is_later else tuple(different),
        tuple(each for each in other if id(each) not in told),
        tuple(each for each in one if id(each) not in told),
    )


def _paired(
    one: Iterable[Figure], other: Iterable[Figure], key: Callable[[Figure], Hashable | None]
) -> tuple[list[Pair], list[Pair]]:
    """The figures of one key that agree, and those of which none in the other report agrees."""
    found: dict[Hashable, tuple[list[Figure], list[Figure]]] = {}
    for side, figures in enumerate((one, other)):
        for figure in figures:
            if (of := key(figure)) is not None:
                found.setdefault(of, ([], []))[side].append(figure)
    same, different = [], []
    for first, second in found.values():
        agreeing: list[Pair] = []
        for these, those in _agreeing(first, second):
            agreeing += [
                Pair(these[n] if n < len(these) else these[0], those[n] if n < len(those) else those[0])
                for n in range(max(len(these), len(those)))
            ]
        told = {id(each) for pair in agreeing for each in (pair.a, pair.b)}
        same += agreeing
        rest = ([each for each in figures if id(each) not in told] for figures in (first, second))
        different += [Pair(a, b) for a, b in zip(*rest, strict=False)]
    return _each_once(same), different


def _agreeing(one: Iterable[Figure], other: Iterable[Figure]) -> Iterator[tuple[list[Figure], list[Figure]]]:
    """The figures of both reports that agree: those with one number and a code, or with one and none, are together.

    From the least number up, each is held only against those that do not end before it begins.
    """
    every = [(amount, side, alike) for side, each in enumerate((one, other)) for amount, alike in _by_amount(each)]
    every.sort(key=lambda each: (each[0].low is not None, each[0].low or 0))
    near: tuple[list[tuple[Interval, list[Figure]]], ...] = ([], [])
    for amount, side, alike in every:
        low = amount.low
        across = near[1 - side]
        across[:] = [each for each in across if low is None or each[0].high is None or each[0].high >= low]
        for again, others in across:
            if amount.agrees_with(again):
                yield (others, alike) if side else (alike, others)
        near[side].append((amount, alike))


def _by_amount(figures: Iterable[Figure]) -> Iterable[tuple[Interval, list[Figure]]]:
    found: dict[Hashable, tuple[Interval, list[Figure]]] = {}
    for figure in figures:
        amount = interval_of(figure.observation)
        found.setdefault((amount, figure.code is None), (amount, []))[1].append(figure)
    return found.values()


def _each_once(pairs: list[Pair]) -> list[Pair]:
    """Pairs without those of which both figures stand in others: what is told twice in both is two pairs, not four."""
    kept: list[Pair] = []
    seen: set[int] = set()
    for pair in pairs:
        if not {id(pair.a), id(pair.b)} & seen:
            kept.append(pair)
            seen |= {id(pair.a), id(pair.b)}
    for pair in pairs:
        if not {id(pair.a), id(pair.b)} <= seen:
            kept.append(pair)
            seen |= {id(pair.a), id(pair.b)}
    return kept


def _alone(one: Iterable[Figure], other: Iterable[Figure], *, across: bool) -> Iterator[Pair]:
    """The figures that nothing but their names keeps apart, where each has one such only in the other report.

    The names of firms, mines and parks are other words in another language, as labels are.
    """
    found: dict[Hashable, tuple[list[Figure], list[Figure]]] = {}
    for side, figures in enumerate((one, other)):
        for figure in figures:
            told = figure.observation
            if told.period is not None and figure.is_reckonable:
                area, entity = place_key(told)
                place = (area, entity is not None if across else entity)
                key = (place, told.period, told.measure, told.comparison, natural_unit(told))
                found.setdefault(key, ([], []))[side].append(figure)
    for first, second in found.values():
        alike = [
            Pair(a, b)
            for these, those in _agreeing(first, second)
            for a in these[:2]  # two alike are not alone, and so are more
            for b in those[:2]
            if not (a.code and b.code)
        ]
        times = Counter(id(each) for pair in alike for each in (pair.a, pair.b))
        yield from (pair for pair in alike if times[id(pair.a)] == times[id(pair.b)] == 1)


def _key(figure: Figure, *, across: bool) -> Hashable | None:
    """What makes it this figure; None for one that only its label tells, in another language."""
    told = figure.observation
    if across:
        if figure.code is None:
            return None
        told = attrs.evolve(told, base=None, relative_to=None)
    return subject_of(told), told.period, None if figure.is_reckonable else told.amount
