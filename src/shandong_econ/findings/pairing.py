"""Pairs the figures of two reports: by what makes them one figure, and then by what else is left of them alone."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator

from shandong_econ.findings.account import Figures, place_key
from shandong_econ.findings.changes import Changes, Pair
from shandong_econ.findings.figure import Figure
from shandong_econ.model import Report
from shandong_econ.timeseries.conversion import into_natural, natural_unit
from shandong_econ.timeseries.intervals import Interval
from shandong_econ.timeseries.keys import words_of


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
        agreeing = [Pair(a, b) for a in first for b in second if _agree(a, b)]
        told = {id(each) for pair in agreeing for each in (pair.a, pair.b)}
        same += agreeing
        rest = ([each for each in figures if id(each) not in told] for figures in (first, second))
        different += [Pair(a, b) for a, b in zip(*rest, strict=False)]
    return _each_once(same), different


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
        alike = [Pair(a, b) for a in first for b in second if not (a.code and b.code) and _agree(a, b)]
        for pair in alike:
            if sum(each.a is pair.a or each.b is pair.b for each in alike) == 1:
                yield pair


def _key(figure: Figure, *, across: bool) -> Hashable | None:
    """What makes it this figure; None for one that only its label tells, in another language."""
    told = figure.observation
    if figure.code is None and across:
        return None
    whole = words_of(told.relative_to)
    return (
        figure.code or words_of(told.label),
        figure.code is None,
        place_key(told),
        told.period,
        told.measure,
        told.comparison,
        None if across else told.base,
        None if across else whole,
        natural_unit(told),
        told.status,
    )


def _agree(one: Figure, other: Figure) -> bool:
    if one.is_reckonable and other.is_reckonable:
        return _amount(one).agrees_with(_amount(other))
    return one.observation.amount == other.observation.amount


def _amount(figure: Figure) -> Interval:
    multiplier = into_natural(figure.observation)
    amount = Interval.of(figure.observation)
    return amount if multiplier is None else amount * multiplier
