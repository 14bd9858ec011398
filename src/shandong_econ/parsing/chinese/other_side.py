"""What the other side of a gap has, told within the words that compare: 比全国(6.7%)高0.3个百分点, 比第二的襄阳高…."""

from __future__ import annotations

from itertools import takewhile

from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import is_than, side_of
from shandong_econ.parsing.chinese.grouping import Group
from shandong_econ.parsing.chinese.sorting import sort_words
from shandong_econ.parsing.chinese.subjects import subject_of
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.comparing import period_of_base
from shandong_econ.parsing.resolving.completing import complete
from shandong_econ.parsing.resolving.measures import measure
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def read_other_side(clause: Clause, lead: list[Token], group: Group) -> int | None:
    """Reads the rate of the other side of a gap, 比全国(6.7%)高…, or its rank, 比排在第二的襄阳高…, out of the lead.

    The place after what was read, or None where it is no such rate or rank.
    """
    if (above := _side_before(lead, group)) is not None:
        falls = has_role(lead[:above], "rate.decline")
        _read(clause, lead, above, group, Clues(noun=-1 if falls else 1))
        return group.end
    following = clause.tokens[group.end : group.end + len(("的", "a place"))]
    than = next((n for n, token in enumerate(lead) if "comparison.than" in token.roles and is_than(lead, n)), None)
    if than is None or not following:
        return None
    if lead[-1].mark == "(" and following[0].mark == ")":
        lead.pop()
        _read(clause, lead, than, group, Clues(noun=1))
        return group.end + 1
    if group.figures[0].ordinal and "link.joins" in following[0].roles and following[-1].areas:
        _read(clause, [*lead[: than + 1], following[-1]], than, group, Clues())
        del lead[than + 1 :]
        return group.end + 1
    if _is_rate_beside(clause, lead[than + 1 :], group):
        _read(clause, lead, than, group, Clues(noun=1))
        return group.end
    return None


def _side_before(lead: list[Token], group: Group) -> int | None:
    """Where the words begin that set a rate beside the one of a place, which is told alone: 增速高于全国的5.0%."""
    n = len(lead) - len(("高于", "a place", "的"))
    told = n > 0 and side_of(lead[n]) and lead[n + 1].areas and "link.joins" in lead[n + 2].roles
    return n if told and group.figures[0].unit in PERCENT else None


def _is_rate_beside(clause: Clause, other: list[Token], group: Group) -> bool:
    """Whether a rate right after a place is its own, to which the next words compare: 这个速度比全国5.2%要低."""
    rest = takewhile(lambda token: token.figure is None, clause.following(group.end))
    beside = bool(other) and bool(other[0].areas) and all("link.joins" in token.roles for token in other[1:])
    return beside and group.figures[0].unit in PERCENT and any(side_of(token, "_than") for token in rest)


def _read(clause: Clause, lead: list[Token], than: int, group: Group, clues: Clues) -> None:
    """Reads what the other side, told in `lead` after piece `than`, has."""
    scene = clause.scene
    other = next((token for token in lead[than:] if token.areas or "gap.sides" in token.roles), None)
    of_then = next((token.time for token in lead[than:] if token.time is not None), None)
    subject, _ = subject_of(clause, sort_words(lead[:than], group.figures[0], "PT"), group.figures[0], group.end)
    reading = measure(group.figures[0], clues, subject, scene)
    reading.period = (
        scene.when() if of_then is None else period_of_base(of_then, scene.times.calendar, scene.times.period)
    )
    reading.area = scene.place()
    if other is not None and other.areas:
        reading.area = place(other.areas, scene.places.home, clause.word(other))
    complete(scene, reading, told=False, name=name_series)
    clause.done.append(reading)
