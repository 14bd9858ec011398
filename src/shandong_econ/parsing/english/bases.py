"""The times before a figure that tell what is measured against, not when it was."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.gaps import gap_of
from shandong_econ.parsing.english.role_classes import MORE
from shandong_econ.parsing.english.word_kinds import is_change, word_set
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.days import TAKES_UP
from shandong_econ.parsing.resolving.lengths import QUARTER
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import RATES


def without_bases(clues: Clues, tokens: Sequence[Token], unit: str | None) -> Sequence[Token]:
    """The words without "compared with 2019" and the like, which tell what is measured against, not when it was."""
    tokens = _without_opening_base(clues, _without_owner(clues, tokens), unit)
    kept: list[Token] = []
    for n, token in enumerate(tokens):
        if token.time is None:
            kept.append(token)
            continue
        before = kept[-1].word if kept else ""
        moves = any(map(is_change, tokens[n + 1 :]))  # "was flat compared with May and | fell by"
        if _is_unchanged(kept) and (moves or before == "from"):
            del kept[len(kept) - (before == "from") :]
            continue
        at = _same_as(kept)
        at = _is_over(kept, token.time) if at is None else at
        if at is not None:
            del kept[at:]
            continue
        goes_to = before == "from" and n + 1 < len(tokens) and tokens[n + 1].word == "to"
        beaten = bool(kept) and bool(gap_of(kept[-1])) and kept[-1].naming is None  # "beating last year's figure by"
        link = link_of_base(kept)
        if goes_to or beaten or link is not None:  # "doubled from 2010 to"
            if not beaten:
                del kept[-1 if link is None else link :]
            if not (moves and _is_unchanged(kept)):
                clues.base = clues.base or token.time
        else:
            kept.append(token)
    return kept


def link_of_base(before: Sequence[Token]) -> int | None:
    """Where the words begin that lead from "compared with" to a time, by its level at most, or None for others.

    "Compared with | the level recorded in | 2019".
    """
    k = len(before) - 1
    while k > 0 and _is_of_level(before[k]):
        k -= 1
    level = k == len(before) - 1 or any(token.word in word_set("base.levels") for token in before[k + 1 :])
    return k if k >= 0 and level and before[k].word in word_set("base.before") else None


def _is_of_level(token: Token) -> bool:
    in_time = token.word in word_set("base.of_time") or "link.filler" in token.roles or "level.verb" in token.roles
    return token.word not in word_set("base.before") and (in_time or token.word in word_set("base.levels"))


def join_times_of_levels(tokens: Sequence[Token]) -> list[Token]:
    """The pieces without the comma between what something is measured against and when it was, or around an adverb.

    "9 percent below its highest month, June 2018, when it was 45", "prices | , overall, | fell".
    """
    kept = [token for n, token in enumerate(tokens) if not (token.mark == "," and n and _tells_when(tokens, n))]
    apart = [n for n in range(1, len(kept) - 3) if _is_alone(kept[n : n + 3]) and is_change(kept[n + 3])]
    return [token for n, token in enumerate(kept) if not any(at <= n < at + 3 for at in apart)]


def _is_alone(tokens: Sequence[Token]) -> bool:
    """Whether three pieces are an adverb between commas that says nothing."""
    return tokens[0].mark == tokens[-1].mark == "," and tokens[1].roles == _FILLER


_FILLER = frozenset({"link.filler"})


def _tells_when(tokens: Sequence[Token], n: int) -> bool:
    time = tokens[n + 1].time if n + 1 < len(tokens) else None
    if time is None or time.names_year is None or any(not token.mark for token in tokens[n + 2 : n + 3]):
        return False
    called = tokens[n - 1].word in word_set("base.levels") or tokens[n - 1].word in word_set("streaks.spans")
    return called and any(not token.roles.isdisjoint(_SET_AGAINST) for token in tokens[max(0, n - NEAR_LEVEL) : n])


_SET_AGAINST = MORE | {"comparison.than"}
NEAR_LEVEL = 4  # pieces of "below its highest month" up to the comma


def date_by_base(scene: Scene, clues: Clues) -> None:
    """Goes back to the month told last where its like of another year is the base: "compared with May 2015, it".

    Or, in a release of another country on a quarter, to the last month of that.
    """
    if clues.base is None or clues.times or clues.own_time is not None:
        return
    base, now = resolve(clues.base, scene.times.calendar), scene.times.period
    told = [one.period for one in scene.recent[-1:]]
    if is_abroad(scene) and now is not None and now.months == QUARTER:
        told.append(now.last_month())
    for last in told:
        if base is None or last is None or base.year_is_open or last.year_is_open or base.months is None:
            continue
        if base.months == last.months and base.first_year != last.first_year and last.in_year(base.first_year) == base:
            scene.times.period = last
            return


def _without_owner(clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without the time that has the figure for its own, where another is compared with it: "from May's"."""
    if len(tokens) < 2 or tokens[-1].time is None or "comparison.other_period" not in tokens[-2].roles:
        return tokens
    clues.own_time = tokens[-1].time
    return tokens[:-1]


def _without_opening_base(clues: Clues, tokens: Sequence[Token], unit: str | None) -> Sequence[Token]:
    """The words without those that open a clause and tell from where something moved: "Since its low in May 2020"."""
    nouns = word_set("growth_nouns.words")
    if unit not in RATES or not any(is_change(token) and token.word not in nouns for token in tokens):
        return tokens
    for n, token in enumerate(tokens):
        time = token.time
        if time is None or time.names_year is None:
            continue
        first = _first_of_base(tokens, n)
        if first is not None:
            clues.base = attrs.evolve(time, form=_SINCE.get(time.form, time.form))
            return [*tokens[:first], *tokens[n + 1 :]]
    return tokens


_SINCE = {"since_year": "year", "since_month": "month"}


def _first_of_base(tokens: Sequence[Token], n: int) -> int | None:
    """Where the words begin that lead to a time from which something moved, or None where they tell when it was."""
    time = tokens[n].time
    if time is not None and time.form in _SINCE:
        return n
    k = n
    if k > 1 and tokens[k - 1].word in word_set("base.of_time") and tokens[k - 2].word in word_set("base.levels"):
        k -= 2  # "its trough in" 2020
        while k and tokens[k - 1].word in word_set("said_to_be.articles"):
            k -= 1
    if not k:
        return None
    since = tokens[k - 1].word in word_set("told.since")
    return k - 1 if since or (k < n and "comparison.other_period" in tokens[k - 1].roles) else None


def _same_as(tokens: Sequence[Token]) -> int | None:
    """Where a "same as" begins that ends these words, after which a time tells what is alike: "the same as in" May."""
    at = len(tokens) - 1
    while at >= 0 and ("link.preposition" in tokens[at].roles or "link.that_of" in tokens[at].roles):
        if tokens[at].word in word_set("base.matching"):
            return at  # "in line with | July"
        at -= 1
    if at >= 0 and tokens[at].word in word_set("base.matching"):
        return at  # "matching | July's pace"
    if " ".join(token.word for token in tokens[at : at + 2]) in word_set("base.matching"):
        return at + 1  # "flat | with | July"
    same, as_ = word_list("en", "base.alike")
    if at < 1 or tokens[at].word != as_:
        return None
    at -= at > 1 and tokens[at - 1].word in word_set("base.levels")  # "the same pace as in" May
    return at - 1 if tokens[at - 1].word == same else None


def _is_over(tokens: Sequence[Token], time: Time) -> int | None:
    """Where an "after" stands that ends these words, behind which a holiday is over: "after the | Spring Festival"."""
    at = len(tokens) - 1
    at -= at > 0 and tokens[at].word in word_set("name.articles")
    return at if at >= 0 and time.form in TAKES_UP and tokens[at].word in word_set("base.over") else None


def _is_unchanged(tokens: Sequence[Token]) -> bool:
    """Whether these words end so that a time tells since when nothing moved: "unchanged from | July"."""
    last = tokens[-2:-1] if tokens and tokens[-1].word == "from" else tokens[-1:]
    return any(token.word in word_set("unchanged.words") for token in last)
