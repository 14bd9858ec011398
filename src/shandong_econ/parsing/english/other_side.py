"""The figure of what a subject is set beside: "faster than the national average of 6.9 percent, by 2.4 points"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.concepts import areas, province_of
from shandong_econ.model import Area
from shandong_econ.parsing.english.words import Words, is_change, is_light, is_minor, is_verb, word_set
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.abroad import nation
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.levels import LEVELS, area_at
from shandong_econ.parsing.resolving.unit_classes import PERCENT

_ABOVE, _BELOW = frozenset({"gap.above", "change.more"}), frozenset({"gap.below", "change.less"})
_NATION = frozenset({"area.nation", "area.nation_total", "area.wide"})


@attrs.frozen
class OtherSide:
    """A place that the subject is set beside: its words, and on which side of it the subject is (1 is above)."""

    words: str
    area: Area | None
    side: int


def other_side(words: Words, tokens: Sequence[Token], unit: str | None) -> OtherSide | None:
    """The place that the figure after these pieces is of, where they set another one beside the subject."""
    at = _where(tokens) if unit in PERCENT else _rival_at(tokens)
    if at is None:
        return None
    named = tokens[at + 1 :]
    if any(is_verb(t) or is_change(t) or "achievement.goal" in t.roles or (t.mark and t.mark != "(") for t in named):
        return None
    token = next((token for token in named if _names_place(token)), None)
    if token is None:
        return None
    last = next(t for t in reversed(named) if t is token or not (t.mark or "share.of" in t.roles))
    side = 1 if _ABOVE & tokens[at].roles else -1
    return OtherSide(words.source[token.start : last.end], _place(words, token), side)


def place_behind(words: Words, trail: Sequence[Token]) -> Area | None:
    """The place whose average stands behind its figure: "above the 6.8 percent | national figure"."""
    if not trail or not _names_place(trail[0]):
        return None
    whole = trail[0].word.rpartition(" ")[2]
    ends = [whole, *(token.word for token in trail[1:2])]
    averages = word_set("other_side.averages") | word_set("base.levels")
    return None if averages.isdisjoint(ends) else _place(words, trail[0])


def without_other(lead: list[Token]) -> list[Token]:
    """The words that lead to the figure of another place, up to where it is set beside the subject."""
    rival = _rival_at(lead)
    if rival is not None:  # "exported 8 billion yuan, twice | as much as Hunan with"
        return lead[: next((n + 1 for n in reversed(range(rival)) if lead[n].mark), rival)]
    at = _where(lead)
    return lead if at is None else lead[:at]


def is_by_how_much(lead: Sequence[Token]) -> bool:
    """Whether words only lead from the figure of another place to how far the subject is from it: ") by"."""
    return all(token.mark in (")", ",") if token.mark else is_light(token) or is_minor(token) for token in lead)


def is_set_against(before: Sequence[Token]) -> bool:
    """Whether a figure is only what the one before it is set against: "3.4%, compared with | 0.7% nationwide"."""
    at = max((n for n, token in enumerate(before) if token.figure is not None), default=len(before))
    opening = next((token for token in before[at + 1 :] if not token.mark), None)
    return opening is not None and "comparison.than" in opening.roles


def set_beside(clues: Clues, other: OtherSide) -> None:
    """Makes the figure after the clues the gap to the other side."""
    clues.side, clues.relative = other.side, other.words


def _where(lead: Sequence[Token]) -> int | None:
    """The place of the word that sets something beside the subject, after the last figure."""
    for n in range(len(lead) - 1, -1, -1):
        roles = lead[n].roles
        if lead[n].figure is not None:
            return None
        if not _ABOVE.isdisjoint(roles) or not _BELOW.isdisjoint(roles):
            than = "comparison.than" in roles or lead[n].word.rpartition(" ")[2] in word_set(
                "comparison.than"
            )  # "faster than" is one piece
            sets = than or has_role(lead[n + 1 : n + 3], "comparison.than")
            return n if sets or not roles.isdisjoint({"gap.above", "gap.below"}) else None
    return None


def _rival_at(lead: Sequence[Token]) -> int | None:
    """Where "past" or "than" stands before a place with an amount of its own: "past | Jiangxi (", "than | it with"."""
    end = len(lead)
    while end and _leads_to_its_own(lead[end - 1]):
        end -= 1
    at = end - len(("past", "Jiangxi"))
    if at < 0 or end == len(lead) or not lead[end - 1].areas:
        return None
    return at if lead[at].word in word_set("rivals.before") else None


def _leads_to_its_own(token: Token) -> bool:
    return token.mark == "(" or is_light(token) or token.word in word_set("rivals.with")


def _names_place(token: Token) -> bool:
    roles = token.roles
    return bool(token.areas) or bool(roles & (LEVELS | _NATION)) or token.word in word_set("other_side.province")


def _place(words: Words, token: Token) -> Area | None:
    home = words.scene.places.home
    if token.areas:
        return place(token.areas, home, words.name(token))
    if token.roles & _NATION:
        return nation(words.scene)
    if token.roles & LEVELS:
        return area_at(words.scene, token)
    return None if home is None or home.code is None else areas().get(province_of(home.code))
