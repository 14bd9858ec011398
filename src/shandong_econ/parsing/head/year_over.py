"""Which year is over in an English text without a day of publication, so that "this year" is the one after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.words import either, holds_any, relative_years, word_list
from shandong_econ.parsing.finding.times import Time, find_times
from shandong_econ.parsing.split import Paragraph

_CLAUSE = 90  # characters after a year within which its verb stands
_SENTENCE = 400  # characters before it in which its sentence begins


def year_over(text: str, lines: Sequence[Paragraph]) -> int | None:
    """The last year of which a text tells results, if it also speaks of this year, or of the last one, as such.

    >>> t = "In 2023, output rose 8 percent. This year the city will add 30 firms."
    >>> year_over(t, [(0, len(t), "en")]), year_over(t[:32], [(0, 32, "en")])
    (2023, None)
    """
    told: list[int] = []
    spoken = -1
    speaks = False
    english = [(start, end) for start, end, language in lines if language == "en"]
    if not english or not holds_any(text, "en", "tense.this_year"):
        return None
    for start, end in english:
        if _years().search(text, start, end) is None:
            continue
        for time in find_times(text, "en", start, end):
            relative = (time.groups.get("relative") or "").lower() if time.form == "year" else ""
            speaks |= bool(relative)
            if relative_years("en").get(relative) == -1:
                spoken = time.end
            year = time.names_year
            if year is None:
                continue
            if start <= spoken and time.start - spoken <= _SENTENCE and text.find(". ", spoken, time.start) < 0:
                year += 1  # it is another one than the last year that its sentence speaks of
            if time.form == "year" and _tells_result(text, time, start, end):
                told.append(year)
    return max(told) if told and speaks else None


@cache
def _years() -> re.Pattern[str]:
    """A year in figures, or a word for one: without either no time of a paragraph tells anything here."""
    return re.compile(rf"[12]\d{{3}}|{either(relative_years('en'))}", re.IGNORECASE)


def _tells_result(text: str, time: Time, start: int, end: int) -> bool:
    """Whether the sentence of a year tells what was, not what is to be: the verb before it, else the first behind."""
    start = max(start, time.start - _SENTENCE)
    opens = max(start, text.rfind(". ", start, time.start) + 1)
    behind = text[time.end : min(end, time.end + _CLAUSE)]
    words = _words(text[opens : time.start])
    if words and words[-1] not in word_list("en", "tense.leads") and not time.groups.get("end"):
        return False  # an improved 1987 outlook
    verb = _verb([word for word in reversed(words) if word not in _TO]) or _verb(_words(behind.partition(". ")[0]))
    return verb is not None and verb not in word_list("en", "tense.ahead")


def is_ahead(text: str, time: Time, start: int) -> bool:
    """Whether its sentence tells before it what is to be: the games will be held in September 2021."""
    opens = max(start, time.start - _SENTENCE, text.rfind(". ", start, time.start) + 1)
    return not set(word_list("en", "tense.ahead")).difference(_TO).isdisjoint(_words(text[opens : time.start]))


_TO = ("to",)  # rose to, before a year


def _words(text: str) -> list[str]:
    return text.lower().replace(",", " ").split()


def _verb(words: Sequence[str]) -> str | None:
    """The first of these words that is a verb."""
    verbs, other = word_list("en", "tense.past") + word_list("en", "tense.ahead"), word_list("en", "tense.not_verbs")
    for word in words:
        if (word[-2:] == "ed" or word in verbs) and word not in other:
            return word
    return None
