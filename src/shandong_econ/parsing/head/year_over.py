"""Which year is over in an English text without a day of publication, so that "this year" is the one after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.parsing.finding.times import Time, find_times
from shandong_econ.parsing.split import language_of

YEAR = re.compile(r"[12]\d{3}")
"""What a year in figures looks like: where none stands, no time that names one needs to be looked for."""

_CLAUSE = 90  # characters after a year within which its verb stands


def year_over(text: str, spans: Sequence[tuple[int, int]]) -> int | None:
    """The last year of which a text tells results, if it also speaks of this year, or of the last one, as such.

    >>> t = "In 2023, output rose 8 percent. This year the city will add 30 firms."
    >>> year_over(t, [(0, len(t))]), year_over(t[:32], [(0, 32)])
    (2023, None)
    """
    told: list[int] = []
    speaks = False
    if not holds_any(text, "en", "tense.this_year"):
        return None
    for start, end in spans:
        if language_of(text[start:end]) == "zh":
            continue
        for time in find_times(text, "en", start, end):
            speaks |= time.form == "year" and bool(time.groups.get("relative"))
            year = time.names_year
            if year is None:
                continue
            if time.form == "year" and _tells_result(text, time, end):
                told.append(year)
            elif time.form in _PARTS:
                return None  # "in the first half of 2023": the year may not be over
    return max(told) if told and speaks else None


_PARTS = frozenset({"months", "first_months", "first_quarters", "half", "quarter", "month", "day", "days"})


def _tells_result(text: str, time: Time, end: int) -> bool:
    """Whether the words after a year at the head of a sentence tell what was, not what is to be."""
    before = text[max(0, time.start - 4) : time.start].strip().lower()
    opens = before == "" or before[-1] in '.:!?"”' or before.split()[-1] in word_list("en", "tense.leads")
    words = text[time.end : min(end, time.end + _CLAUSE)].lower().replace(",", " ").split()
    past = word_list("en", "tense.past")
    other = word_list("en", "tense.not_verbs")
    verb = next((w for w in words if w not in other and (w in past or w in _ahead() or w.endswith("ed"))), "")
    return opens and verb != "" and verb not in _ahead()


def _ahead() -> tuple[str, ...]:
    return word_list("en", "tense.ahead")
