"""The expressions of time and the figures of an English sentence, which no other piece may cut in two."""

from __future__ import annotations

from functools import cache, partial

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.figures_english import find_english
from shandong_econ.parsing.finding.times import Time, find_times
from shandong_econ.parsing.finding.tokens import Token

LONGEST_SURNAME = 12  # characters
_PRICE_LEVEL = "price_level"  # the form of a year whose prices amounts are told at
_PRICED = partial(Token, roles=frozenset({"link.filler", "link.aside"}))


def times_and_figures(text: str, start: int, end: int) -> list[Token]:
    """The times of a stretch of text and the figures between them, in order; a year of prices is neither."""
    firm: list[Token] = []
    at = start
    times = [time for time in find_times(text, "en", start, end) if not _is_given_name(text, time)]
    for stop, time in [*((time.start, time) for time in times), (end, None)]:
        firm.extend(Token(f.start - f.lead, f.end, figure=f) for f in find_english(text, at, stop))
        if time is not None:
            firm.append(
                _PRICED(time.start, time.end) if time.form == _PRICE_LEVEL else Token(time.start, time.end, time=time)
            )
            at = time.end
    return firm


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
