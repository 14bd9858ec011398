"""Which of the numbers of a Chinese clause are one list: 分别增长5%、6%和7%."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.clause import Clause, may_stand_inside
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.chinese.numbers import measures
from shandong_econ.parsing.chinese.ranges import joins_range, range_end
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.unit_classes import LENGTHS


@attrs.define
class Group:
    """The figures of one list, each with the words between it and the one before, and the piece that follows them."""

    members: list[tuple[list[Token], Token]]
    end: int

    @property
    def figures(self) -> list[Figure]:
        """The numbers of the group."""
        return [token.figure for _, token in self.members if token.figure is not None]

    def range_ends(self, clause: Clause) -> list[int]:
        """Which of the figures end a range that the figure before begins."""
        return [n for n, (inner, _) in enumerate(self.members) if n and joins_range(clause, inner)]

    @property
    def is_ratio(self) -> bool:
        """Whether it is three numbers with colons between."""
        return len(self.members) == 3 and self._has_colon

    @property
    def is_pair(self) -> bool:
        """Whether it is two numbers without a unit with a colon between: 2.6:1."""
        return len(self.members) == 2 and self._has_colon and self.figures[0].unit is None

    @property
    def _has_colon(self) -> bool:
        return any(token.mark == ":" for token in self.members[1][0])


def group_at(clause: Clause, i: int) -> Group:
    """The group that begins with the figure at piece i."""
    tokens = clause.tokens
    members: list[tuple[list[Token], Token]] = [([], tokens[i])]
    j = i + 1
    while (k := _next_in_list(clause, j)) is not None:
        members.append((tokens[j:k], tokens[k]))
        j = k + 1
    while j < len(tokens) and "qualifier.after" in tokens[j].roles:
        j += 1
    return Group(members, _past_dimension(clause, j))


def _past_dimension(clause: Clause, j: int) -> int:
    """The place after what a length is, where that leads to the thing which has it: 50公里长的长廊."""
    figure, following = clause.tokens[j - 1].figure, clause.tokens[j : j + 2]
    is_length = figure is not None and figure.unit in LENGTHS and len(following) == len(("长", "的"))
    if (
        is_length
        and "link.joins" in following[1].roles
        and clause.words(following[:1]) in word_list("zh", "gap.dimensions")
    ):
        return j + len(following)
    return j


def _next_in_list(clause: Clause, j: int) -> int | None:
    tokens = clause.tokens
    if (end := range_end(clause, j - 1)) is not None and measures(clause, end):
        return end
    joined, first = False, tokens[j - 1].figure
    while j < len(tokens) and tokens[j].figure is None:
        if first is not None and first.ordinal and "rate.growth" in tokens[j].roles:
            return None  # 增量居第3位、增幅居第1位
        if tokens[j].mark == ":" or is_joint(tokens[j]):
            joined = True
        elif not may_stand_inside(tokens[j]):
            return None
        j += 1
    if not joined or j >= len(tokens) or _are_other_people(first, tokens[j].figure):
        return None
    return j if measures(clause, j) else None


def _are_other_people(first: Figure | None, other: Figure | None) -> bool:
    """Whether people are counted after households: 带动320户、1260人, 25万户、70万果农."""
    units = word_list("zh", "people.units")
    return first is not None and other is not None and first.word in units and other.word != first.word
