"""Words before a Chinese figure that tell a gap to another series, place or goal: 高于全国, 比全国高, 超年度目标."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.chinese.clues import side_of
from shandong_econ.parsing.chinese.sorted_words import only_hedges
from shandong_econ.parsing.finding.tokens import Token, has_role, index_of, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def takes_gap(tokens: Sequence[Token], token: Token, unit: str | None, clues: Clues) -> bool:
    """Notes the 高于 of 高于全国2个百分点, or the 超 of 超年度目标5%; True where the other side follows it."""
    side = side_of(token)
    hedges = token is tokens[-1] and bool(clues.side or clues.verb) and qualifier_of(token) is not None
    if not side or hedges:  # 下降超过2个百分点 only hedges the number
        return False
    of_goal = has_role(tokens, "achievement.goal")
    if unit != "PPT" and not of_goal and not _is_over_other(tokens, token, unit):
        return False
    clues.side = side
    return True


def _is_over_other(tokens: Sequence[Token], token: Token, unit: str | None) -> bool:
    """Whether an amount is told over that of a place, a field or a time right after: 高出平均9386元, 高于上年20万亩."""
    n = index_of(tokens, token, len(tokens))
    other = tokens[n + 1] if n + 1 < len(tokens) and tokens[n + 1].start == token.end else None
    if other is None or unit is None:
        return False
    if other is tokens[-1] and (other.time is not None or "comparison.year_on_year" in other.roles):
        return unit not in PERCENT
    return bool(other.areas or other.roles & {"gap.sides", "area.home"}) and unit.startswith(_MONEY)


_MONEY = ("CNY", "USD")


def takes_gap_at_end(tokens: Sequence[Token], n: int, clues: Clues, *, compared: bool) -> bool:
    """Notes the 高 of 比全国高2个百分点, or the 低 of 比上年同期低了0.4个百分点; `compared` after a 比."""
    compared = compared or clues.comparison is not None
    if not compared or clues.verb or not all(map(only_hedges, tokens[n + 1 :])):
        return False
    side = side_of(tokens[n], "_than")
    clues.side = side or clues.side
    return bool(side)
