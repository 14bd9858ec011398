"""Given names that a month or another word is too, told by the surname beside them."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.times import Time

LONGEST_SURNAME = 12  # characters


def is_given_name(text: str, time: Time) -> bool:
    """Whether the name of a month is the given name of somebody whose surname stands before it: Huang Jun."""
    if time.form != "month" or " " in text[time.start : time.end]:
        return False
    before = text[max(0, time.start - LONGEST_SURNAME) : time.start].rpartition(" ")[0].rpartition(" ")[2]
    return before[:1].isupper() and before.lower() in surnames()


@cache
def surnames() -> frozenset[str]:
    """The family names, in lower case, that a person can be told by."""
    return frozenset(word_list("en", "person.surnames"))
