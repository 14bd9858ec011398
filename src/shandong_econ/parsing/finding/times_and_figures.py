"""The expressions of time and the figures of an English sentence, which no other piece may cut in two."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.times import Time

LONGEST_SURNAME = 12  # characters
LONGEST_UNIT = 24


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
