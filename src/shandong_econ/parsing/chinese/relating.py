"""What the figures of a Chinese group, once read, are to each other: ends of a range or a change, parts of a ratio."""

from __future__ import annotations

from shandong_econ.model import Measure, Period, Status
from shandong_econ.parsing.chinese.bases import end_of_change, remember_base, start_of_change
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.grouping import Group
from shandong_econ.parsing.chinese.ranges import bound
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.ratios import three_industries
from shandong_econ.parsing.resolving.readings import Reading, Subject

_WHOLE = 100  # percent
_STANDS = frozenset({Measure.LEVEL, Measure.RANK, Measure.RATIO})
"""What something is at the end of a change, not how much it changed."""


def relate(clause: Clause, group: Group, found: Sorted, read: list[Reading], before: Period | None) -> None:
    """Sets the figures of a group beside each other, and beside those from which they have changed.

    `before` is the period that the scene was in before them.
    """
    for n in group.range_ends(clause):
        bound(read[n - 1], read[n])
    _set_on_way(clause, group, found.clues, read)
    clause.led_to = end_of_change(found.clues, before)
    if Says.FROM in found.clues.says:
        clause.scene.times.came_from = read[-1].period
    remember_base(clause, read)
    if group.is_ratio:
        three_industries(read)
    elif group.is_pair:
        _set_as_pair(clause, found, read)


def _set_on_way(clause: Clause, group: Group, clues: Clues, read: list[Reading]) -> None:
    """Gives figures the time at which a change started, or at which one that started before has ended."""
    start = start_of_change(clause, clues, read[-1].period, is_ratio=group.is_ratio)
    times = clause.scene.times
    if start is not None:
        for reading in read:
            reading.period = start
            reading.status = Status.A if times.is_over(start) else reading.status  # 由38%提高到42%, of a plan
    elif Says.FROM in clues.says and not clues.times and read[-1].status is not Status.A:
        this_year = read[-1].period is not None and read[-1].period == Period.of(times.calendar.this_year)
        for reading in read:
            reading.status = Status.A  # 产能将由3万吨提高到8万吨: where a plan sets out from is how it is
            reading.period = reading.period.preceding() if this_year and reading.period is not None else None
    elif clause.led_to is not None and not clues.times:
        for reading in read:
            reading.period = clause.led_to if reading.measure in _STANDS else reading.period


def _set_as_pair(clause: Clause, found: Sorted, read: list[Reading]) -> None:
    """Makes two numbers with a colon between a ratio, or shares if they are all there is: 养殖与捕捞产量之比为88:12."""
    shares = sum(reading.figure.value for reading in read) == _WHOLE
    for reading in read:
        reading.be(Measure.SHARE if shares else Measure.RATIO, "ratio of two")
        reading.unit = "PT" if shares else "RO"
    if shares and found.relative:
        read[-1].subject = Subject(clause.words(found.relative))
