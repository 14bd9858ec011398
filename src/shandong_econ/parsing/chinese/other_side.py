"""The rate of the other side of a gap, told in brackets within the words that compare: 比全国(6.7%)高0.3个百分点."""

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
    """Reads the rate of the other side of a gap, 比全国(6.7%)高…, and takes its parenthesis out of the lead.

    The place after it, or None where it is no such rate.
    """
    end = clause.tokens[group.end] if group.end < len(clause.tokens) else None
    if not lead or lead[-1].mark != "(" or end is None or end.mark != ")":
        return None
    than = next((n for n in range(len(lead)) if is_than(lead, n)), None)
    if than is None:
        return None
    scene, lead_in = clause.scene, lead[:-1]
    other = next((token for token in lead_in[than:] if token.areas or "gap.sides" in token.roles), None)
    of_then = next((token.time for token in lead_in[than:] if token.time is not None), None)
    subject, _ = subject_of(clause, sort_words(lead_in[:than], group.figures[0], "PT"), group.figures[0], group.end)
    reading = measure(group.figures[0], Clues(noun=1), subject, scene)
    reading.period = (
        scene.when() if of_then is None else period_of_base(of_then, scene.times.calendar, scene.times.period)
    )
    reading.area = scene.place()
    if other is not None and other.areas:
        reading.area = place(other.areas, scene.places.home, clause.words([other]))
    complete(scene, reading, told=False, name=name_series)
    clause.done.append(reading)
    lead.pop()
    return group.end + 1
