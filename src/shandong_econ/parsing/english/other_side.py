"""The figure of what a subject is set beside: "faster than the national average of 6.9 percent, by 2.4 points"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.concepts import areas, province_of
from shandong_econ.model import Area
from shandong_econ.parsing.english.gaps import is_outdone
from shandong_econ.parsing.english.role_classes import GAPS
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_minor, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core, is_adjective
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.tokens import Token, comparison_of, has_role
from shandong_econ.parsing.resolving.abroad import nation
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.levels import LEVELS, area_at
from shandong_econ.parsing.resolving.unit_classes import PERCENT

_ABOVE, _BELOW = frozenset({"gap.above", "change.more"}), frozenset({"gap.below", "change.less"})
_NATION = frozenset({"area.nation", "area.nation_total", "area.wide"})


@attrs.frozen
class OtherSide:
    """A place or a series that the subject is set beside: its words, and the side on which the subject is (1 is above).

    `trail` is what follows its figure without the words that name it there, if some do.
    """

    words: str
    area: Area | None
    side: int
    is_series: bool = False
    trail: Sequence[Token] | None = None


def other_side(
    words: Words, tokens: Sequence[Token], unit: str | None, trail: Sequence[Token] = ()
) -> OtherSide | None:
    """The place or the series that the figure after these pieces is of, where they set it beside the subject."""
    at = _where(tokens) if unit in PERCENT else _rival_at(tokens)
    if at is None or is_outdone(tokens):
        return None
    named, side = tokens[at + 1 :], 1 if _ABOVE & tokens[at].roles else -1
    if _is_definite(named) and (behind := _named_behind(words, trail, side)):
        return behind
    if any(is_change(t) or "achievement.goal" in t.roles or (t.mark and t.mark != "(") for t in named):
        return None
    if any(is_verb(t) and t.naming is None and not is_adjective(named, n) for n, t in enumerate(named)):
        return None  # but "higher than | total exports"
    token = next((token for token in named if names_place(token)), None)
    if token is None:
        series = words.phrase(t for t in named if "comparison.than" not in t.roles and not t.mark)
        timed = any(t.time is not None or comparison_of(t) is not None for t in named)
        own = tokens[-1].mark == "(" and bool(series) and not timed  # "higher than all exports ( | 7.4%)"
        return OtherSide(series, None, side, is_series=True) if own else None
    last = next(t for t in reversed(named) if t is token or not (t.mark or "share.of" in t.roles))
    return OtherSide(words.source[token.start : last.end], _place(words, token), side)


def _is_definite(named: Sequence[Token]) -> bool:
    """Whether only "the" stands between what sets something beside the subject and its figure: "beating | the"."""
    light = all(is_light(token) or "comparison.than" in token.roles for token in named)
    return light and any(token.word in word_set("over.articles") for token in named)


def _named_behind(words: Words, trail: Sequence[Token], side: int) -> OtherSide | None:
    """The place or the series that the words right behind a figure say it is of: "the 9 percent | gain in exports"."""
    at = next((n for n, token in enumerate(trail) if not is_change(token)), len(trail))
    if at == len(trail) or trail[at].word not in word_set("other_side.of"):
        return None
    rest = trail[at + 1 :]
    stop = next((n for n, token in enumerate(rest) if _ends_name(rest, n)), len(rest))
    named = core(rest[:stop]) or [token for token in rest[:stop] if names_place(token)]
    if not named or any(token.time is not None or token.figure is not None for token in rest[:stop]):
        return None
    places = [token for token in named if names_place(token)]
    if places and len(named) > 1:
        return None
    area = _place(words, places[0]) if places else None
    return OtherSide(words.phrase(named), area, side, is_series=not places, trail=[*trail[:at], *rest[stop:]])


def _ends_name(tokens: Sequence[Token], n: int) -> bool:
    token = tokens[n]
    return bool(token.mark) or token.word in word_set("told.by") or (is_verb(token) and not is_adjective(tokens, n))


def place_behind(words: Words, trail: Sequence[Token]) -> Area | None:
    """The place whose average stands behind its figure: "above the 6.8 percent | national figure"."""
    if not trail or not names_place(trail[0]):
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
            return n if sets or not roles.isdisjoint(GAPS) else None
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


def names_place(token: Token) -> bool:
    """Whether a word names a place that something can be set beside: "Hunan", "national", "the province"."""
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
