"""Times that tell from when to when something moved, where a rise or a fall is told with them.

"Between May and June exports rose" measures June against May, "between May and June we built 20 homes" adds two months
up; "prices rose in the year to June" measures June against the June before, as "in the year" does in a text on June.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from shandong_econ.errors import ModelError
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Period
from shandong_econ.parsing.english.listed_words import places_of
from shandong_econ.parsing.english.role_classes import COMPARES
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, word_set
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.calendar import number_in
from shandong_econ.parsing.resolving.moves_between import OVER_YEAR, as_months, as_move
from shandong_econ.parsing.resolving.natures import is_inflation
from shandong_econ.parsing.resolving.periods import base_of, resolve
from shandong_econ.parsing.resolving.scene import Scene

_FORMS = frozenset({"between", "months_to", "years"})
_BEHIND = 3  # pieces after a figure within which "higher" stands


def tell_over(scene: Scene, tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence, with each such time taken for what its clause makes of it."""
    told: list[Token] = []
    tokens = _without_start(scene, tokens)
    over = _over_what(scene)
    for n, token in enumerate(tokens):
        if token.time is None or token.time.form not in _FORMS:
            is_move = (
                token.word in word_set("over.quarter") and is_abroad(scene) and any(map(_moves, _beside(tokens, n)))
            )
            told.append(_as_comparison(token) if token.word in over or is_move else token)
            continue
        again = any(one.time is not None and one.time.form == OVER_YEAR for one in told)
        spans = any(one.time is not None and one.time.form == "months_to" for one in told)
        if spans and n and not COMPARES.isdisjoint(tokens[n - 1].roles):
            told.append(token)  # "in the year to May, 4% less than | in the year to May 2023"
            continue
        told.append(attrs.evolve(token, time=_told(scene, tokens, n, token.time, again=again)))
    return told


def _over_what(scene: Scene) -> frozenset[str]:
    """The words that tell what a move is over, "in the year", as they do in a text of another country on few months."""
    named = scene.times.document_period or scene.times.title_period
    short = named is not None and named.months in (1, 3) and is_abroad(scene)
    return word_set("over.year") | word_set("over.month") if short else frozenset()


def _as_comparison(token: Token) -> Token:
    over = next(over for over in _OVER if token.word in word_set(f"over.{over}"))
    return Token(token.start, token.end, frozenset({f"comparison.{over}_on_{over}"}), word=token.word)


_OVER = ("year", "quarter", "month")


def _without_start(scene: Scene, tokens: Sequence[Token]) -> Sequence[Token]:
    """The pieces without the first of two times between which something moved: "between the quarter to May and ...".

    Each may be that of a level which is named: "between the peak (Q1 2008) and the trough (Q3 2009)".
    """
    for n in places_of(tokens, "told.between"):
        near = [k for k in range(n + 1, len(tokens)) if not _names_level(tokens[k])][:_LEAST]
        told = [tokens[k] for k in near]
        spans = len(told) == _LEAST and told[0].time and "link.list" in told[1].roles and told[2].time
        if spans and any(map(_moves, tokens)):
            scene.comparing.base_time = told[0].time
            rest = tokens[near[-1] + 1 :]
            return [*tokens[:n], told[2], *rest[rest[0].mark == ")" if rest else 0 :]]
    return tokens


_LEAST = len(("May", "and", "June"))


def _names_level(token: Token) -> bool:
    """Whether a word only says which level it is whose time is told."""
    said = token.word in word_set("base.levels") or token.word in word_set("base.of_time")
    return said or token.mark in _BRACKETS or "link.filler" in token.roles


def _told(scene: Scene, tokens: Sequence[Token], n: int, time: Time, *, again: bool) -> Time:
    moves = any(map(_moves, _beside(tokens, n)))
    if time.form == "months_to":
        is_year = bool(time.groups.get("twelve")) or (time.groups.get("k") or "").lower() in word_set("told.whole_year")
        return attrs.evolve(time, form=OVER_YEAR) if is_year and (moves or again) else time
    if time.form == "years":
        return as_move(time) if moves and tokens[n].word.startswith(word_list("en", "told.between")) else time
    if not time.groups.get("bm") or time.groups.get("bm2") or time.groups.get("by2"):
        return time
    move = moves or (is_abroad(scene) and _are_next(time))  # "between May and June eight of the ten went up"
    return time if move and _can_be_move(scene, time) and not _is_compared(tokens[n:]) else as_months(time)


def _are_next(time: Time) -> bool:
    """Whether a time names a month and the one right after it."""
    months = as_months(time)
    first, last = number_in(months, "m"), number_in(months, "m2")
    return last - first == 1


def _is_compared(tokens: Sequence[Token]) -> bool:
    """Whether another time follows with which what moved is compared: "between March and May it fell against June"."""
    return any("comparison.other_period" in one.roles and other.time is not None for one, other in pairwise(tokens))


def _beside(tokens: Sequence[Token], n: int) -> Sequence[Token]:
    """The words that tell with a time what its figure does: those before it in its clause, or else those after it."""
    first = next((k + 1 for k in range(n - 1, -1, -1) if tokens[k].mark == ";"), 0)
    figures = [k for k in range(first, n) if tokens[k].figure is not None]
    while len(figures) > 1 and _goes_on(tokens[figures[-2] + 1 : n]):
        figures.pop()
    if figures:
        return tokens[figures[-2] + 1 if len(figures) > 1 else first : n]
    following = next((k for k in range(n, len(tokens)) if tokens[k].figure is not None), len(tokens))
    return tokens[first : following + _BEHIND]


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Whether the words after a figure go on with it: "rose by 0.1 billion | (0.5%) between", "| and silk by 3%"."""
    marks = [token.mark for token in tokens if token.mark in _BRACKETS]
    return marks == ["(", ")"] or not any(is_verb(token) or _moves(token) for token in tokens)


_BRACKETS = frozenset("()")
_QUARTERS = ("-Q1", "-Q2", "-Q3", "-Q4")


def _moves(token: Token) -> bool:
    more = "change.more" in token.roles or "change.less" in token.roles
    return more or is_change(token) or is_inflation(token.word)


def _can_be_move(scene: Scene, time: Time) -> bool:
    """Whether two months can be the ends of a move: one after the other, but the year so far begins in January.

    Reports on other countries tell of more months too, but a quarter is told of by its first and last.
    """
    start, end = base_of(time, scene.times.calendar), resolve(time, scene.times.calendar)
    try:
        if start is not None and end is not None and str(start.through(end)).endswith(_QUARTERS):
            return False
    except ModelError:  # "between April and March"
        return False
    if scene.comparing.by_preceding or is_abroad(scene) or start is None or end is None:
        return scene.comparing.by_preceding or is_abroad(scene)
    try:
        return start.following() == end and start != Period.of(start.year, 1, months=1)
    except ModelError:  # no whole months
        return False
