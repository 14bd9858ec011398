"""Which English clauses are only put in, and tell nothing of the figure behind them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.speech import speech_words
from shandong_econ.parsing.clauses import Clause
from shandong_econ.parsing.grammar.classes import AND, AREA, BUT, CLOSE, COMMA, OF_WHICH, OPEN, TIME, one_of
from shandong_econ.parsing.lexing.tokens import Sentence

_PUT_IN = one_of("COMMA BEST HEDGE ITS THAT_OF")
_DASHES = ("—", "--", "-")
CLOSES_ASIDE = one_of("COMMA CLOSE BUT")
"""The marks behind a clause that may be put in."""


def is_put_in(sentence: Sentence, before: Sequence[Clause], one: Clause, follows: str, verbs: frozenset[str]) -> bool:
    """Whether a clause tells nothing: brackets, and what stands between two commas or behind a dash before a verb."""
    last = before[-1]
    if last.mark == OPEN or one.mark == CLOSE:
        return last.mark == OPEN and one.mark == CLOSE
    if one.mark == BUT:
        dashed = last.mark == BUT and sentence.text[one.end : one.end + 3].strip() in _DASHES
        return (dashed and follows in verbs) or last.mark == follows == COMMA  # , customs data showed,
    if last.mark == one.mark == COMMA and one.classes[:1] == OF_WHICH:
        names_one = follows in verbs and AND not in one.classes  # , including those in Haimen, employed
        if one.classes == OF_WHICH or names_one:
            return True  # , in particular,
    if last.mark == BUT:
        return follows in verbs or follows == TIME
    if last.mark != COMMA or sentence.text.endswith(_reports(), one.start, one.end):
        return last.mark == COMMA
    if follows not in verbs or not one.phrases or one.phrases[0].lead not in _PUT_IN:
        return False
    told = last if last.classes else before[-2:][0]  # before a bracket
    alone = len(one.phrases) == 1 or verbs.isdisjoint(one.classes)
    return alone and bool(told.phrases or told.places or told.mark == CLOSE)


def emptied(before: Sequence[Clause], one: Clause) -> Clause:
    """A clause that is put in, of which only the place inside of which a firm lies is told, or the part of a place.

    A place alone in brackets behind another is the part of it that is meant: China (Hunan) Pilot Free Trade Zone.
    """
    last, earlier = before[-1], before[-2:-1]
    firm = last.holder or (earlier[0].holder if last.mark == BUT and earlier else None)
    is_part = one.classes == AREA and last.classes[-1:] == AREA
    lies = [place for place in one.places if is_part or (place.is_inside and firm)][-1:]
    return Clause(one.start, one.end, "", places=tuple(lies), mark=one.mark)


@cache
def _reports() -> tuple[str, ...]:
    """Verbs with which a clause ends that is put in to say who tells the rest: ..., the bureau announced, ..."""
    return tuple(f" {verb}" for verb in speech_words("en", "verbs.that"))
