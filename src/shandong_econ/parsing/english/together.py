"""What figures of one list are to each other: the bounds of a range, a ratio, a pair of comparisons."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Measure, Qualifier
from shandong_econ.parsing.english.groups import Group
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.comparing import by_base, period_of_base
from shandong_econ.parsing.resolving.ratios import mark_breadth, three_industries
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene


def put_beside(pieces: Pieces, group: Group, clues: Clues, readings: Sequence[Reading], scene: Scene) -> None:
    """Tells the readings of a group what they are together, and beside those that were read before."""
    mark_breadth(scene.recent, readings[-1])
    if len(readings) > 1:
        _bound(pieces, group, clues, readings)
        if len(clues.bases) == len(readings):
            _measure_from_bases(clues, readings, scene)
        elif clues.comparison is None and len(clues.items) != len(readings):
            _compare_as_before(scene.recent[-len(readings) :], readings)


def _bound(pieces: Pieces, group: Group, clues: Clues, readings: Sequence[Reading]) -> None:
    """Two numbers with "to" between bound a range; three with colons are a ratio."""
    if len(readings) == 3 and pieces.word(group.first + 1) == ":":
        three_industries(list(readings))
    elif group.is_range and Says.FROM not in clues.says and not clues.revised:
        readings[0].qualifier, readings[1].qualifier = Qualifier.GE, Qualifier.LE


def _measure_from_bases(clues: Clues, readings: Sequence[Reading], scene: Scene) -> None:
    """Gives each its own base: "0.4 and 1.7 points higher than last month and last year respectively"."""
    for reading, time in zip(readings, clues.bases, strict=True):
        reading.base = period_of_base(time, scene.times.calendar, scene.times.period)
        reading.comparison = by_base(reading.base, time, scene.times.period)


def _compare_as_before(before: Sequence[Reading], readings: Sequence[Reading]) -> None:
    """Takes over the comparisons of a clause before that had one subject and as many figures.

    "Prices rose 9.2% year on year and 0.5% month on month; costs 12.8% and 0.7%."
    """
    growths = all(reading.measure is Measure.GROWTH for reading in (*before, *readings))
    if not growths or len(before) != len(readings) or len({id(one.subject) for one in before}) > 1:
        return
    if len({one.comparison for one in before}) == len(readings):
        for one, reading in zip(before, readings, strict=True):
            reading.comparison = one.comparison
