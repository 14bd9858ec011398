"""What the other side of a gap has, told within the words that compare: 比全国(6.7%)高0.3个百分点, 比第二的襄阳高…."""

from __future__ import annotations

from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import is_than
from shandong_econ.parsing.chinese.grouping import Group
from shandong_econ.parsing.chinese.sorting import sort_words
from shandong_econ.parsing.chinese.subjects import subject_of
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.comparing import period_of_base
from shandong_econ.parsing.resolving.completing import complete
from shandong_econ.parsing.resolving.measures import measure


def read_other_side(clause: Clause, lead: list[Token], group: Group) -> int | None:
    """Reads the rate of the other side of a gap, 比全国(6.7%)高…, or its rank, 比排在第二的襄阳高…, out of the lead.

    The place after what was read, or None where it is no such rate or rank.
    """
    following = clause.tokens[group.end : group.end + len(("的", "a place"))]
    if not lead or not following:
        return None
    in_brackets = lead[-1].mark == "(" and following[0].mark == ")"
    ranks = group.figures[0].ordinal and "link.joins" in following[0].roles and bool(following[-1].areas)
    than = next((n for n in range(len(lead)) if is_than(lead, n)), None) if in_brackets or ranks else None
    if than is None:
        return None
    if in_brackets:
        lead.pop()
        _read(clause, lead, than, group, Clues(noun=1))
    else:
        _read(clause, [*lead[: than + 1], following[-1]], than, group, Clues())
        del lead[than + 1 :]
    return group.end + 1


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
        reading.area = place(other.areas, scene.places.home, clause.words([other]))
    complete(scene, reading, told=False, name=name_series)
    clause.done.append(reading)
