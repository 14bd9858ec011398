"""What of a clause is a report of what is, and what an outlook: an expectation or a promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from shandong_econ.lexicon.speech import any_of, speech_words
from shandong_econ.parsing.speech.speakers import Place

_COMMAS = "，,；;"
_COMMA = re.compile(f"[{_COMMAS}]")
_MOST_LEADS = 4  # parts of a sentence that only lead up to the next


def parts(text: str, start: int, end: int, language: str, *, opens: bool) -> Iterator[tuple[bool, int, int]]:
    """A clause as (whether it is an outlook, start, end): first what is reported, then what is expected.

    `opens` tells that the words are the first after the verb of saying: "will" makes a promise of them there, and is
    only told elsewhere.
    """
    expected = _finder(language, "outlook.expects").search(text, start, end)
    first = first_clause_end(text, start, end, language) if opens else start
    looks_ahead = opens_outlook(text, start, end, language) and _wills(language).search(text, start, end)
    if looks_ahead or (opens and _wills(language).search(text, start, first)):
        yield True, start, end
        return
    if expected is None:
        yield False, start, end
        return
    before, at = _clause_start(text, start, expected.start(), language)
    if before > start:
        yield False, start, before
    yield True, at, end


def has_outlook(text: str, start: int, end: int, language: str) -> bool:
    """Whether something in this stretch is expected, promised or said to come."""
    return _wills(language).search(text, start, end) is not None


def opens_outlook(text: str, start: int, end: int, language: str) -> bool:
    """Whether the stretch begins by looking ahead."""
    return text[start : min(end, start + 40)].lower().startswith(speech_words(language, "outlook.opens"))


def first_clause_end(text: str, start: int, end: int, language: str) -> int:
    """Where the first clause ends that says something: in Chinese the parts before it only lead up to it."""
    if language == "en":
        match = _connective().search(text, start, end)
        return match.start() if match else end
    at = start
    for comma in _COMMA.finditer(text, start, end):
        if not text.startswith(speech_words("zh", "outlook.leads"), at, end):
            return comma.start()
        at = comma.end()
    return end


def _clause_start(text: str, start: int, at: int, language: str) -> Place:
    """Where the clause around `at` begins, with where what stands before it ends."""
    if language == "en":
        before, first = start, start
        for match in _connective().finditer(text, start, at):
            before, first = match.span()
        return before, first
    first = lead_start(text, start, at)
    return max(start, first - 1), first


def lead_start(text: str, start: int, at: int) -> int:
    """Where the Chinese clause around `at` begins, with the parts before it that only lead up to it."""
    first = _last_comma(text, start, at)
    for _ in range(_MOST_LEADS):
        if first == start:
            break
        previous = _last_comma(text, start, first - 1)
        if not text.startswith(speech_words("zh", "outlook.leads"), previous):
            break
        first = previous
    return first


def _last_comma(text: str, start: int, end: int) -> int:
    """Past the last comma or semicolon before `end`, or the start."""
    return max(start, *(text.rfind(mark, start, end) + 1 for mark in _COMMAS))


def _wills(language: str) -> re.Pattern[str]:
    return _finder(language, "outlook.wills", "outlook.expects")


@cache
def _finder(language: str, *roles: str) -> re.Pattern[str]:
    words = any_of(language, *roles)
    return re.compile(rf" {words}(?!\w)" if language == "en" else words)


@cache
def _connective() -> re.Pattern[str]:
    words = any_of("en", "outlook.connectives")
    return re.compile(rf"(?:, {words} |; (?:{words} )?)")
