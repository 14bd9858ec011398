"""Given names that a month is too, told by the surname beside them."""

from __future__ import annotations

from shandong_econ.lexicon.speech import speech_set
from shandong_econ.parsing.finding.times import Time

LONGEST_SURNAME = 12  # characters


def is_given_name(text: str, time: Time) -> bool:
    """Whether the name of a month is the given name of somebody whose surname stands before it: Huang Jun."""
    if time.form != "month" or " " in text[time.start : time.end]:
        return False
    before = text[max(0, time.start - LONGEST_SURNAME) : time.start].rpartition(" ")[0].rpartition(" ")[2]
    return before[:1].isupper() and before.lower() in speech_set("en", "names.surnames")
