"""Figures in brackets right after what they are of: "cement (up 7.7%), raw coal (-1.9%) and ethylene (14.7%)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from shandong_econ.model import Measure
from shandong_econ.parsing.english.bases import without_bases
from shandong_econ.parsing.english.chunks import without_brackets
from shandong_econ.parsing.english.naming import is_bare, is_place, is_rate
from shandong_econ.parsing.english.places import area_of, series_named
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_minor, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core, lists_on
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT

_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_AS_BEFORE = frozenset({Measure.LEVEL, Measure.SHARE})
_SHARES = frozenset({"share.verb", "share.noun"})


@attrs.frozen
class Bracketed:
    """What stands before a bracket, the noun that the figure in it is of, what heads the list, and the words inside.

    `still` is whether the noun is said to stand where it stood, so that no move in its sentence is its own.
    """

    outer: Sequence[Token]
    noun: Sequence[Token]
    head: Sequence[Token]
    inner: list[Token]
    still: bool = False


def bracketed(lead: Sequence[Token], unit: str | None, *, listed: bool = False, many: bool = False) -> Bracketed | None:
    """The bracket in which a figure stands, where these words lead to it and the bracket follows a noun.

    Or one name that is a list, where they are known to be `listed`: "transport, storage and mail (0.4 points)"; and
    a number without a unit only where it is of `many`: "vehicles (1.18 million, up 38 percent)".
    """
    at = next((n for n in range(len(lead) - 1, -1, -1) if lead[n].mark in _OPEN | _CLOSE), None)
    if at is None or lead[at].mark in _CLOSE or (unit is None and not many) or unit in COUNTED:
        return None
    outer, inner = lead[:at], list(lead[at + 1 :])
    if not outer or not all(map(_leads, inner)):
        return None
    if still := _that_stands_still(outer):
        return Bracketed(outer, still, [], inner, still=True)
    if _tells_more(outer[-1]):
        return None
    breaks = (n + 1 for n, token in enumerate(outer) if token.mark or "contribution.source" in token.roles)
    start = 0 if listed and lists_on([token for token in outer if token.time is None]) else max(breaks, default=0)
    if start == len(outer):
        return None
    verb = max((n for n in range(start, len(outer)) if is_verb(outer[n])), default=None)
    if verb is None:
        noun, head = core(outer[start:]), []
    else:
        head = _head(outer[start:verb])
        noun = core([token for token in _after_preposition(outer[verb + 1 :]) if "change.more" not in token.roles])
    noun = [] if all(map(_tells_degree, noun)) else _without_participle(noun)  # "bakers grew the fastest (9.1%)"
    return Bracketed(outer, noun or head, head if noun else [], inner) if noun or head else None


def _that_stands_still(outer: Sequence[Token]) -> list[Token]:
    """What is said to stand where it did before a bracket tells how much it moved: "orders were flat in May (0.1%)"."""
    stop = len(outer)
    while stop and (outer[stop - 1].time is not None or "link.preposition" in outer[stop - 1].roles):
        stop -= 1
    begins = (
        n for n in range(max(0, stop - LONGEST_STATE), stop) if _state(outer[n:stop]) in word_set("unchanged.words")
    )
    state = next(begins, 0)
    start = max((n + 1 for n in range(state) if outer[n].mark or outer[n].word in word_set("clause.words")), default=0)
    verb = max((n for n in range(start, state) if is_verb(outer[n])), default=start)
    return core(outer[start:verb])


def _state(tokens: Sequence[Token]) -> str:
    return " ".join(token.word for token in tokens)


LONGEST_STATE = 3  # pieces of "in negative territory"


def _head(words: Sequence[Token]) -> list[Token]:
    """What the figures of a list are of: "the largest falls in | output | were recorded in", "exports" to."""
    stop = next((n for n, token in enumerate(words) if n and is_verb(token) and not is_change(token)), len(words))
    move = next((n for n in range(stop - 1, 0, -1) if is_change(words[n])), None)
    if move is None:
        return core(words[:stop])
    within = move + 1 < stop and "link.preposition" in words[move + 1].roles
    return core(words[move + 2 : stop]) if within else []


def _without_participle(noun: list[Token]) -> list[Token]:
    """A noun without the participle that leads to it: ", driven by | cars (8.1%)"."""
    said = " ".join(token.word for token in noun[:2]).split(" ")[:2]
    if len(said) < 2 or said[0] not in word_set("relative.participles") or said[1] not in word_set("acting.agents"):
        return noun
    return core(noun[1:]) if noun[0].word.endswith(said[1]) else core(noun[2:])


def without_opening(lead: list[Token]) -> list[Token]:
    """The words that lead to a bracket which only says how much they tell of: "clothing shrank the most (0.5%)"."""
    if not lead or lead[-1].mark not in _OPEN:
        return lead
    told = lead[:-1]
    while told and not is_change(told[-1]) and _tells_degree(told[-1]):
        told = told[:-1]
    return lead[:-1] if len(told) > 1 and is_change(told[-1]) and _says_whose(told[:-1]) else lead


def _tells_degree(token: Token) -> bool:
    return token.word in word_set("degree.words") | word_set("record.words") | word_set("acting.articles")


def _says_whose(before: Sequence[Token]) -> bool:
    """Whether the words before a move say what moved: ", the largest increase (0.5%)" is that of what was told."""
    start = len(before)
    while start and _tells_degree(before[start - 1]):
        start -= 1
    if not start:
        return True  # "The largest increase (0.5%) was in"
    clause = before[max((n + 1 for n in range(start) if before[n].mark), default=0) : start]
    return bool(core(clause)) and (start == len(before) or any(n and is_verb(t) for n, t in enumerate(clause)))


def _tells_more(token: Token) -> bool:
    """Whether the bracket only says how much or when: "a decrease (2.1%)", "the most since March 2004 (1.9%)"."""
    return token.time is not None or is_change(token) or not _CONTRIBUTIONS.isdisjoint(token.roles)


_CONTRIBUTIONS = frozenset({"contribution.noun", "contribution.verb", "contribution.rate"})


def _after_preposition(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words after the last preposition but "of": Wuhan, of "fastest in Wuhan"."""
    last = (n for n, t in enumerate(tokens) if "link.preposition" in t.roles and "share.of" not in t.roles)
    return tokens[max(last, default=-1) + 1 :]


def name_by_bracket(words: Words, clues: Clues, found: Bracketed, sentence: Sequence[Token], unit: str | None) -> None:
    """Adds to the clues what stands before the bracket: the noun, its place, and how a percentage is meant."""
    scene = words.scene
    clues.words = words.phrase(found.noun)
    clues.counted = clues.words if unit is None else ""
    if found.head:
        head = words.phrase(found.head)
        scene.base = series_named(head, scene.base, scene.places.local_places).base or scene.base
        clues.words = head if is_place(scene, clues.words) or is_rate(head) else clues.words
    clues.area = clues.area or area_of(words, found.noun)
    for token in without_bases(clues, found.outer, unit):
        if token.time is not None:
            clues.times.append(token.time)
    last = scene.last
    points = next((one for one in reversed(scene.recent) if one.unit == "PPT"), None)
    if unit == "PPT" and not found.head and points is not None and points.measure is Measure.CONTRIBUTION:
        clues.says.add(Says.CONTRIBUTION)
        clues.relative = points.relative_to or ""
    if unit not in PERCENT or clues.verb or clues.noun or clues.says:
        return
    outside = without_brackets(sentence)
    bare = is_bare(words.phrase(found.head))  # "the lowest was in Malta (4.1%)", after a rate
    beside = last is not None and last.unit in PERCENT and last.measure in _AS_BEFORE and bare
    beside = beside and not any(map(is_change, outside))  # "health care (16.4%) showed the strongest growth"
    if beside or is_rate(words.phrase(found.head)) or is_rate(clues.words):
        return
    code = series_named(clues.words, scene.base, scene.places.local_places).code
    if code is not None and kinds()[code].unit in PERCENT:
        return
    if any(not _SHARES.isdisjoint(token.roles) for token in outside):
        clues.says.add(Says.SHARE)
    else:
        moves = [token for token in outside if is_change(token) and not found.still]
        told = [token for token in moves if token.start < found.noun[0].start][-1:] or moves[:1]
        clues.verb = -1 if told and "change.down" in told[0].roles else 1
        clues.comparison = clues.comparison or next((comparison_of(token) for token in told), None)


def _leads(token: Token) -> bool:
    if token.mark:
        return False
    return is_change(token) or is_light(token) or is_minor(token) or comparison_of(token) is not None


def past_bracket(lead: Sequence[Token], trail: list[Token]) -> list[Token]:
    """The words behind a figure that a bracket only tells again, with what follows it: "1 billion (or 2%) on | May"."""
    again = len(lead) > 1 and any(one.mark == "(" and _LISTS & two.roles for one, two in pairwise(lead))
    close = next((n for n, token in enumerate(trail) if token.mark), 0) if again else 0
    return [*trail[:close], *trail[close + 1 :]] if close and trail[close].mark == ")" else trail


_LISTS = frozenset({"link.list"})


def keep_in_brackets(clues: Clues, before: Sequence[Token], lead: Sequence[Token]) -> None:
    """Keeps the times that brackets tell in them: "reached 1.95 percent (1.8 percent in 2022), and exports"."""
    close = next((token for token in lead if token.mark == ")"), None)
    if close is not None and (lead[0].mark == "(" or all(token.mark != "(" for token in lead[: lead.index(close)])):
        clues.times = [time for time in clues.times if time.start > close.start]
    last = next((token for token in reversed(before) if token.mark in _BRACKETS), None)
    clues.in_brackets = last is not None and last.mark == "("
    clues.by_the_way |= clues.in_brackets


_BRACKETS = frozenset("()")


def names_place_inside(lead: Sequence[Token]) -> bool:
    """Whether the bracket in which a figure stands names a place of its own: "(UK: 2 percent)"."""
    at = max((n for n, token in enumerate(lead) if token.mark == "("), default=len(lead))
    return any(token.areas for token in lead[at:])
