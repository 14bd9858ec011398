"""What is highest or lowest somewhere, told as what it is there: "the highest rate was | in Wales | at 5 percent".

So is what moved most: "the largest rise in jobs was in Wales, at 400" is told as "jobs in Wales rose by 400".
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.parsing.english.opening_frames import end_of_frame
from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_plain, is_verb, sign_of, word_set
from shandong_econ.parsing.finding.tokens import Token, comparison_of


def with_extremes(tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence with each place of an extreme behind the noun of that, before its verb."""
    told = list(tokens)
    for n in reversed(range(1, len(told) - 2)):
        if told[n].word in word_set("passive.be") and (found := _found(told, n)) is not None:
            told[found.begin : found.figure] = _in_order(told, found)
    return told


@attrs.frozen
class _Extreme:
    """Where its clause and its words begin, its noun, its verb and its place stand, and its figure."""

    begin: int
    start: int
    noun: int
    verb: int
    place: int
    end: int
    figure: int


def _found(told: Sequence[Token], verb: int) -> _Extreme | None:
    """The extreme that is told by a "was" with its place and its figure, or None."""
    begin = next((n + 1 for n in range(verb - 1, -1, -1) if _ends(told[n])), 0)
    while begin < verb and (told[begin].mark or told[begin].time or "link.list" in told[begin].roles):
        begin += 1
    most = next((n for n in range(verb - 1, begin - 1, -1) if told[n].word in word_set("record.words")), None)
    at = verb + 1 + (told[verb + 1].word in word_set("extremes.found"))
    at += most is None and told[at].word in word_set("record.words")
    own = most is not None and _is_own(told, most)  # "the region with the highest rate | was Wales"
    there = told[at].word in word_set("area.at")
    end = at + there
    while end < len(told) and (told[end].areas or told[end].word in word_set("over.articles")):
        end += 1
    figure = next((n for n in range(end, len(told)) if not _leads(told[n])), len(told))
    if not told[end - 1].areas or not (there or own) or not end < figure < len(told) or _tells_then(told[figure:]):
        return None
    if most is None:
        is_one = told[at - 1].word in word_set("record.words")
        return _Extreme(begin, verb, verb, verb, at, end, figure) if is_one else None
    if any(map(_acts, told[most:verb])):
        return None
    start = most - (most > 0 and told[most - 1].word in word_set("over.articles"))
    while own and start > begin and told[start - 1].mark != ",":
        start -= 1
    return _Extreme(begin, start, most + 1, verb, at, end, figure)


def _tells_then(behind: Sequence[Token]) -> bool:
    """Whether no figure comes here, or one with a time in its bracket: "the highest was in Wales | (5% in May)"."""
    stop = next((n for n, token in enumerate(behind) if token.mark), 0)
    inside = behind[stop].mark == ")" and any(token.time for token in behind[:stop])
    return behind[0].figure is None or inside


def _ends(token: Token) -> bool:
    return token.figure is not None or token.mark in _STOPS or token.word in word_set("clause.words")


_STOPS = frozenset({"(", ")", ";", ":"})


def _is_own(told: Sequence[Token], most: int) -> bool:
    return most > 1 and told[most - 1].word in word_set("over.articles") and told[most - 2].word == "with"


def _acts(token: Token) -> bool:
    """Whether a word is a verb, and none of those that can stand in the name of something: "share of jobs filled"."""
    inside = is_change(token) or is_participle(token.word) or "share.noun" in token.roles
    return is_verb(token) and not inside


def _leads(token: Token) -> bool:
    """Whether a word only leads from a place to its figure: ", at", "with"."""
    return token.mark in (",", "(") or token.word in word_set("largest.links") or is_light(token)


def _in_order(told: Sequence[Token], found: _Extreme) -> list[Token]:
    """The words of an extreme up to its figure, in the order in which an amount or a move is told."""
    opening = told[found.begin : found.start]
    times = [token for token in told[found.noun : found.verb] if token.time is not None]
    noun = [token for token in told[found.noun : found.verb] if token.time is None and not token.mark]
    place = told[found.place : found.end]
    hedges = [token for token in told[found.end : found.figure] if is_light(token)]
    if found.start == found.verb and end_of_frame(opening):
        return [*opening, told[found.verb], *place, *hedges]  # "for men it was highest | in Wales"
    move = next((n for n, token in enumerate(noun) if is_change(token) and token.naming is None), None)
    if move is None or not all(map(_tells_how, noun[:move])):
        return [*_framed(place, [*opening, *times, *noun]), told[found.verb], *hedges]
    over = [token for token in noun[:move] if comparison_of(token)]
    thing = noun[move + 1 :][1:]
    moved = attrs.evolve(noun[move], roles=frozenset({"change.up" if sign_of(noun[move]) > 0 else "change.down"}))
    by = Token(moved.end, moved.end, frozenset({"link.by"}), word="by")
    return [*_framed(place, [*opening, *times, *thing]), *over, moved, by, *hedges]


def _tells_how(token: Token) -> bool:
    """Whether a word before a rise only says of what kind it is: "the largest | estimated annual | rise"."""
    return is_plain(token) or is_light(token) or is_participle(token.word) or comparison_of(token) is not None


def _framed(place: Sequence[Token], rest: Sequence[Token]) -> list[Token]:
    """A place set before what is told of there: "in Wales, | the rate"."""
    end = place[-1].end
    return [*place, Token(end, end, mark=","), *rest] if rest else list(place)
