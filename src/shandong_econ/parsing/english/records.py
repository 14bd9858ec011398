"""Since when something is a record: "the largest increase since July 2013 (2.5%)" has its time to itself."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.model import Period
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, sign_of, word_set
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.scene import Scene

NEAR = 8  # pieces within which a superlative and its "since" stand


def without_records(tokens: Sequence[Token]) -> tuple[list[Token], dict[int, Time]]:
    """The pieces without the times since which something is a record; those of a figure that tells what was then."""
    if not any(_tells_of_then(tokens, n) for n, token in enumerate(tokens) if token.time is not None):
        return list(tokens), {}
    kept: list[Token] = []
    own: dict[int, Time] = {}
    passed = 0
    for n, token in enumerate(tokens):
        if n < passed:
            continue
        if token.time is not None and (figure := _told_then(tokens, n + 1)) is not None:
            own[figure] = token.time
            last = next((k for k in range(max(1, len(kept) - NEAR_LAST), len(kept)) if _was_last(kept, k)), None)
            if last is not None:
                del kept[last - 1 :]  # "the rate | was last lower in May 2012, when it | was 4.8%"
                passed = next(k for k in range(n, len(tokens)) if is_verb(tokens[k]))
                continue
        if token.time is None or not _since(tokens, n) or not _is_record(tokens[max(0, n - NEAR) : n]):
            kept.append(token)
        elif n + 2 < len(tokens) and tokens[n + 1].mark == "(" and tokens[n + 2].figure is not None:
            own[tokens[n + 2].start] = token.time
    return kept, own


def _was_last(tokens: Sequence[Token], n: int) -> bool:
    return tokens[n].word in word_set("record.last") and is_verb(tokens[n - 1])


NEAR_LAST = 3  # pieces of "last lower in"


def _told_then(tokens: Sequence[Token], n: int) -> int | None:
    """Where the figure begins that a "when" tells of the time of a record: "since 2008, when it was 5.2 percent"."""
    if n + 1 < len(tokens) and tokens[n].mark == ",":
        n += 1
    if n >= len(tokens) or tokens[n].word not in word_set("record.then"):
        return None
    stop = next((k for k in range(n, len(tokens)) if tokens[k].figure is not None), None)
    if stop is None or any(token.mark for token in tokens[n:stop]) or not any(map(is_verb, tokens[n:stop])):
        return None
    return tokens[stop].start


def period_of_record(scene: Scene, time: Time) -> Period | None:
    """The period in which something was as it is now again."""
    if time.form == "since_year" and time.names_year is not None:
        return Period.of(time.names_year)
    if time.form == "since_month":
        time = attrs.evolve(time, form="month")
    return resolve(time, scene.times.calendar, scene.times.period)


def move_of_record(lead: Sequence[Token]) -> int:
    """The sign of a record rise or fall, told in brackets as it was then: "the largest rise since May (5,100)"."""
    return next((sign for token in reversed(lead) if (sign := sign_of(token))), 0)


def without_record_told(lead: list[Token]) -> list[Token]:
    """The words behind a figure without what is said of it in passing: "3 percent, the least in a decade, and June"."""
    end = next((n for n, token in enumerate(lead) if n and token.mark), 0)
    said = lead[1:end]
    if not said or lead[0].mark != "," or lead[end].mark != "," or said[0].word not in word_set("class.articles"):
        return lead
    praises = has_word(said, "record.words")
    acts = any(is_verb(token) and not is_change(token) for token in said)
    return lead[end:] if praises and not acts else lead


def _tells_of_then(tokens: Sequence[Token], n: int) -> bool:
    return _since(tokens, n) or _told_then(tokens, n + 1) is not None


def _since(tokens: Sequence[Token], n: int) -> bool:
    time = tokens[n].time
    if time is None:
        return False
    return time.form in ("since_month", "since_year") or (n > 0 and tokens[n - 1].word == "since")


def _is_record(before: Sequence[Token]) -> bool:
    last = max((n for n, token in enumerate(before) if token.mark or is_amount(token)), default=-1)
    return has_word(before[last + 1 :], "record.words")


def is_amount(token: Token) -> bool:
    """Whether a number is more than the "first" of "the first fall since 2019"."""
    return token.figure is not None and not token.figure.ordinal
