"""The expressions of time and the figures of an English sentence, which no other piece may cut in two."""

from __future__ import annotations

import re
from collections import deque
from functools import cache, partial

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.asides import ASIDE
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.figures_english import find_english
from shandong_econ.parsing.finding.times import Time, find_times
from shandong_econ.parsing.finding.tokens import Token

LONGEST_SURNAME = 12  # characters
LONGEST_UNIT = 24
_PRICE_LEVEL = "price_level"  # the form of a year whose prices amounts are told at
_ASIDE = partial(Token, roles=frozenset({ASIDE}))


def times_and_figures(text: str, start: int, end: int) -> list[Token]:
    """The times of a stretch of text and the figures between them, in order, but for what only explains a unit."""
    firm: list[Token] = []
    at = start
    sure = [_ASIDE(*match.span()) for match in _conversions().finditer(text, start, end)]
    explained = deque(sure)
    for time in find_times(text, "en", start, end):
        while explained and explained[0].end <= time.start:
            explained.popleft()
        if not (_is_given_name(text, time) or (explained and explained[0].start <= time.start)):
            priced = time.form == _PRICE_LEVEL
            sure.append(_ASIDE(time.start, time.end) if priced else Token(time.start, time.end, time=time))
    for one in [*sorted(sure, key=lambda token: token.start), None]:
        stop = end if one is None else one.start
        firm.extend(Token(f.start - f.lead, f.end, figure=f) for f in find_english(text, at, stop))
        if one is not None:
            firm.append(one)
            at = one.end
    return firm


@cache
def _conversions() -> re.Pattern[str]:
    """A bracket that only tells how much a unit is, or its short name: "(1 mu = 0.067 hectares)", "(kWh)"."""
    unit, equals = either(word_list("en", "aside.unit")), either(word_list("en", "aside.equals"))
    told = rf"(?:{unit})[^()\d]{{1,{LONGEST_UNIT}}}?(?:{equals})[^()]*"
    return re.compile(rf"\((?:{told}|{either(word_list('en', 'aside.short_units'))})\)", re.IGNORECASE)


def _is_given_name(text: str, time: Time) -> bool:
    """Whether the name of a month is the given name of somebody whose surname stands before it: Huang Jun."""
    if time.form != "month" or " " in text[time.start : time.end]:
        return False
    before = text[max(0, time.start - LONGEST_SURNAME) : time.start].rpartition(" ")[0].rpartition(" ")[2]
    return before[:1].isupper() and before.lower() in surnames()


@cache
def surnames() -> frozenset[str]:
    """The family names, in lower case, that a person can be told by."""
    return frozenset(word_list("en", "person.surnames"))
