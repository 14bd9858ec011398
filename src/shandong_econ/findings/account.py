"""All figures as rules ask for them: what one report says of one place and time, and what is said of other times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from itertools import combinations
from typing import TypeAlias

import attrs

from shandong_econ.findings.figure import Figure
from shandong_econ.model import Area, Comparison, Measure, Observation, Period, Report, Status
from shandong_econ.model.concepts import place_of

Place: TypeAlias = tuple[str | None, str | None]  # the area and the entity


class Figures:
    """The figures of some reports: `every` one, the `facts` that identities are asked of, and the `plans`.

    A fact is a result, not hedged, whose what, where and when are sure.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        self.reports = _each_its_own(reports)
        """The reports, in the order in which they were given; one that is given twice is two that are equal."""
        self.every = tuple(
            Figure(each, report, number) for report in self.reports for number, each in enumerate(report.observations)
        )
        """Every figure."""
        self.facts = tuple(figure for figure in self.every if figure.is_exact)
        """The figures that identities are asked of."""
        self.plans = tuple(figure for figure in self.every if figure.observation.status is Status.T)
        """The targets."""
        self._chosen: dict[tuple[object, ...], Figure | None] = {}

    def __repr__(self) -> str:
        return f"<Figures: {len(self.every)} in {len(self.reports)} reports, of which {len(self.facts)} are facts>"

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The codes and the measures that there are among the figures."""
        codes = {figure.code for figure in self.every if figure.code is not None}
        return frozenset(codes | {figure.observation.measure.value for figure in self.every})

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """What each report says of each place and time."""
        found: dict[tuple[int, Place, Period], list[Figure]] = {}
        for figure in self.facts:
            if figure.observation.period is not None:
                key = (id(figure.report), place_key(figure.observation), figure.observation.period)
                found.setdefault(key, []).append(figure)
        return tuple(Account(told[0].report, key[1], key[2], told, self) for key, told in found.items())

    def account(self, report: Report, place: Place, period: Period) -> Account | None:
        """What a report says of a place and time; None where it says nothing."""
        return self._by_key.get((id(report), place, period))

    @cached_property
    def _by_key(self) -> Mapping[tuple[int, Place, Period], Account]:
        return {(id(each.report), each.place, each.period): each for each in self.accounts}

    def of_report(self, report: Report) -> tuple[Figure, ...]:
        """The figures of a report, in its order."""
        return self._of_report.get(id(report), ())

    def at(self, report: Report, number: int) -> Figure | None:
        """The figure of this number of a report."""
        return self._by_number.get((id(report), number))

    def beside(self, figure: Figure) -> tuple[Figure, ...]:
        """The facts that the report of a figure has of its place and time."""
        found = self.account_of(figure)
        return () if found is None else tuple(found.told)

    def account_of(self, figure: Figure) -> Account | None:
        """What the report of a figure says of its place and time; None where it has no time, or that says nothing."""
        period = figure.observation.period
        return None if period is None else self.account(figure.report, place_key(figure.observation), period)

    def elsewhere(
        self,
        figure: Figure,
        period: Period | None = None,
        *,
        area: Area | None = None,
        code: str | None = None,
        measure: Measure | None = None,
        comparison: Comparison | None = None,
        unit: str | None = None,
    ) -> Figure | None:
        """The figure that is like another but for what is given, as the same report tells it, or else others.

        Of several that agree it is the one with most digits, and None where they disagree. Of other reports the one
        published last is asked; periods of open years are asked for in the same report only.
        """
        told = figure.observation
        when = told.period if period is None else period
        if when is None:
            return None
        key = (
            (place_of(told.area if area is None else area), told.entity),
            when,
            measure or told.measure,
            code or figure.name,
            comparison or told.comparison,
            unit or figure.unit,
        )
        asked: tuple[object, ...] = (id(figure.report), key)
        if asked not in self._told and not when.year_is_open:
            asked = (None, key)
        if asked not in self._chosen:
            self._chosen[asked] = most_exact(_of_the_latest(self._told.get(asked, [])))
        return self._chosen[asked]

    @cached_property
    def _of_report(self) -> Mapping[int, tuple[Figure, ...]]:
        found: dict[int, list[Figure]] = {}
        for figure in self.every:
            found.setdefault(id(figure.report), []).append(figure)
        return {key: tuple(figures) for key, figures in found.items()}

    @cached_property
    def _by_number(self) -> Mapping[tuple[int, int], Figure]:
        return {(id(each.report), each.number): each for each in self.every}

    @cached_property
    def _told(self) -> Mapping[tuple[object, ...], list[Figure]]:
        """The facts by what they tell of, those of each report under its identity, and those of all under None."""
        found: dict[tuple[object, ...], list[Figure]] = {}
        for figure in self.facts:
            told = figure.observation
            if told.period is not None and figure.name is not None:
                key = (place_key(told), told.period, told.measure, figure.name, told.comparison, figure.unit)
                for report in (id(figure.report), None):
                    found.setdefault((report, key), []).append(figure)
        return found


@attrs.frozen(eq=False)
class Account:
    """What one report says of one place and time."""

    report: Report = attrs.field(repr=False)
    """The report."""
    place: Place
    """The area, by its code or name, and the entity."""
    period: Period
    """The time."""
    told: list[Figure] = attrs.field(repr=False)
    """The facts, in the order of the report."""
    figures: Figures = attrs.field(repr=False)
    """All figures, among which these are."""
    _chosen: dict[tuple[object, ...], Figure | None] = attrs.field(factory=dict, init=False, repr=False)

    def all(self, measure: Measure, code: str | None = None) -> Iterator[Figure]:
        """The facts of a measure, and of one series."""
        if code is None:
            yield from (figure for figure in self.told if figure.observation.measure is measure)
        else:
            yield from (figure for figure in self._named.get((measure, code), ()) if figure.code == code)

    def amounts(self, name: str) -> Mapping[str | None, Figure]:
        """The amount of a series, by code or label, in each unit in which it is told: the last of each."""
        return self._amounts.get(name, {})

    def level(self, code: str, unit: str | None = None) -> Figure | None:
        """The amount of a series; of a stock also that of the period's last day. None where it is told in two ways."""
        asked = (code, unit)
        if asked not in self._chosen:
            found = self._levels(code, unit)
            if not found and (end := self._at_end) is not None:
                found = end._levels(code, unit)
            self._chosen[asked] = most_exact(found)
        return self._chosen[asked]

    def units(self, code: str) -> tuple[str | None, ...]:
        """The units in which the amount of a series is told."""
        found = [*self.all(Measure.LEVEL, code), *(self._at_end.all(Measure.LEVEL, code) if self._at_end else ())]
        return tuple(dict.fromkeys(figure.unit for figure in found))

    def one(self, measure: Measure, code: str, comparison: Comparison | None = None) -> Figure | None:
        """The figure of a measure and comparison of a series, where it is told in one way only."""
        asked = (measure, code, comparison)
        if asked not in self._chosen:
            found = [each for each in self.all(measure, code) if each.observation.comparison is comparison]
            self._chosen[asked] = most_exact(found)
        return self._chosen[asked]

    @cached_property
    def _named(self) -> Mapping[tuple[Measure, str | None], list[Figure]]:
        found: dict[tuple[Measure, str | None], list[Figure]] = {}
        for figure in self.told:
            found.setdefault((figure.observation.measure, figure.name), []).append(figure)
        return found

    @cached_property
    def _amounts(self) -> Mapping[str | None, Mapping[str | None, Figure]]:
        return {
            name: {figure.unit: figure for figure in found}
            for (measure, name), found in self._named.items()
            if measure is Measure.LEVEL
        }

    @property
    def _at_end(self) -> Account | None:
        end = self.period.last_day()
        return None if end == self.period else self.figures.account(self.report, self.place, end)

    def _levels(self, code: str, unit: str | None) -> list[Figure]:
        return [each for each in self.all(Measure.LEVEL, code) if unit is None or each.unit == unit]


def _each_its_own(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Reports as objects that identity tells apart, as rules do: one that is given again is a copy."""
    found: dict[int, Report] = {}
    for report in reports:
        each = copy(report) if id(report) in found else report
        found[id(each)] = each
    return tuple(found.values())


def place_key(observation: Observation) -> Place:
    """What tells the place of a figure from others: its area and its entity."""
    return place_of(observation.area), observation.entity


def _of_the_latest(found: list[Figure]) -> list[Figure]:
    """The figures of the reports published last; those of one report are of one day."""
    latest = max((each.report.published for each in found if each.report.published), default=None)
    return [each for each in found if each.report.published == latest]


def most_exact(found: list[Figure]) -> Figure | None:
    """Of figures that agree the one with most digits; None for none, and for those that disagree."""
    found = [figure for figure in found if figure.is_sure] or found
    if len(found) <= 1:
        return found[0] if found else None
    first = {figure.interval: figure for figure in reversed(found)}  # of each number, however often it is told
    if not all(one.agrees_with(other) for one, other in combinations(first, 2)):
        return None
    return min(reversed(first.values()), key=lambda figure: (figure.interval.width, figure.number))
