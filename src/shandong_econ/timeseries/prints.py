"""What bulletins printed for one point, the newest first, and where they agree."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

import attrs

from shandong_econ.model import Observation, Report
from shandong_econ.timeseries.agreeing import all_agree, finest, outermost
from shandong_econ.timeseries.intervals import Interval, interval_of


@attrs.frozen
class Print:
    """A figure as one bulletin printed it."""

    observation: Observation
    """The figure."""
    report: Report
    """The bulletin, without its figures, statements and notes."""
    number: int = attrs.field(default=0, eq=False, repr=False)
    """The place of the bulletin among those that were given, from 0."""
    index: int = attrs.field(default=0, eq=False, repr=False)
    """The place of the figure among those of its bulletin, from 0."""

    @property
    def published(self) -> date | None:
        """The day on which the bulletin was published."""
        return self.report.published

    @property
    def interval(self) -> Interval:
        """The numbers that it can stand for by its printed digits, in the natural unit of its series."""
        return interval_of(self.observation)


def in_order(prints: Iterable[Print]) -> tuple[Print, ...]:
    """The newest first, those of unknown date last; of one bulletin each figure once, with most of its digits.

    Bulletins of one day, or of an unknown one, stand in the order of their addresses, titles and publishers: whichever
    was given first makes no difference.
    """
    found = sorted(prints, key=_order)
    if len({one.number for one in found}) == len(found):
        return tuple(found)
    told: list[Print] = []
    for _, group in groupby(found, key=lambda one: one.number):
        told.extend(told_once(list(group)))
    return tuple(told)


def told_once(prints: list[Print]) -> list[Print]:
    """The figures of one bulletin without those that only round another of them; what disagrees stays beside it."""
    return [prints[place] for place in finest([one.interval for one in prints])]


def is_as_printed(one: Print, other: Print) -> bool:
    """Whether two prints of one point have the same digits, power of ten, unit and hedge, and so the same interval."""
    this, that = one.observation, other.observation
    return (
        this.value.compare_total(that.value) == 0
        and this.unit_mult == that.unit_mult
        and this.qualifier is that.qualifier
        and (this.unit and this.unit.code) == (that.unit and that.unit.code)
    )


def told_otherwise(prints: Iterable[Print]) -> tuple[bool, bool]:
    """Of prints in order, whether a newer one disagrees with an older one, and whether two that have no order do."""
    days = [(day, [one.interval for one in group]) for day, group in groupby(prints, key=lambda one: one.published)]
    undated = outermost([each for day, told in days if day is None for each in told])
    is_conflict = not all(all_agree([*told, *undated]) for _, told in days)
    newer: tuple[Interval, ...] = ()
    for day, told in days:
        if day is not None:
            if not all(each.agrees_with(end) for each in told for end in newer):
                return True, is_conflict
            newer = outermost([*newer, *told])
    return False, is_conflict


def are_in_order(one: Print, other: Print) -> bool:
    """Whether one of two prints is known to be the newer.

    Figures of one bulletin, of bulletins of one day, and of one whose day is not known have no order.
    """
    return one.published is not None and other.published is not None and one.published != other.published


def shown_one(prints: tuple[Print, ...]) -> Print | None:
    """The print that tells most exactly what the newest one says; None where those of the newest day disagree."""
    newest = prints[0]
    latest = [one for one in prints if not are_in_order(one, newest)]
    if not all_agree([one.interval for one in latest]):
        return None
    told = [(one, one.interval) for one in prints]
    interval = told[0][1]
    shown, _ = min((pair for pair in told if pair[1].agrees_with(interval)), key=lambda pair: pair[1].width)
    return shown


def _order(one: Print) -> tuple[object, ...]:
    report = one.report
    return (
        0 if report.published is None else -report.published.toordinal(),
        report.uri or "",
        report.title or "",
        report.publisher or "",
        report.text,
        one.number,
        one.index,
    )
