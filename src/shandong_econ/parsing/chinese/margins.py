"""How far one is from another, told with a noun or of both: 以56亿元的微弱优势领先宜昌, 两市相差168亿元."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import side_of
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.chinese.whereabouts import note_places
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def take_margin(clause: Clause, found: Sorted, following: int, figure: Figure) -> None:
    """Notes that a figure is the lead that one has over a place which is named right after it."""
    rest = clause.following(following)
    if figure.unit in PERCENT or not rest or "link.joins" not in rest[0].roles:
        return
    before = list(takewhile(lambda token: not token.areas and token.figure is None, rest[1:]))
    other = rest[len(before) + 1 : len(before) + 2]
    words = clause.words(before)
    ahead, behind = word_list("zh", "margin.ahead"), word_list("zh", "margin.behind")
    if not other or not other[0].areas or not any(word in words for word in ahead + behind):
        return
    told = next((side for token in before if (side := side_of(token))), 0)
    found.clues.side = told or (1 if any(word in words for word in ahead) else -1)
    found.clues.relative = clause.words(other)
    found.used = len(before) + 2
    note_places(clause, other)


def take_distance(found: Sorted, lead: Sequence[Token]) -> None:
    """Notes that a figure is how far one is from another: 与常德的差距缩小到41亿元, 两市相差168亿元."""
    clues = found.clues
    told = has_role(lead, "gap.apart") and not clues.side
    if told and (clues.is_to or not clues.verb):
        clues.says.add(Says.DISTANCE)
        clues.relative = clues.relative or found.several.rpartition("、")[2]
        clues.verb, clues.is_to = 0, False
