"""Whether an English time is what something is compared with."""

from __future__ import annotations

import re

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.grammar.classes import (
    AND,
    AREA,
    BY,
    DECLINE,
    DOWN,
    IN,
    IT,
    JOIN,
    OPEN,
    QTY,
    RATE,
    THAT_OF,
    TIME,
    UP,
    one_of,
)
from shandong_econ.parsing.lexing.tokens import Sentence


def is_compared(sentence: Sentence, n: int, bases: frozenset[str]) -> bool:
    """Whether a time is what something is compared with: than that of May, by 5 billion since the year began.

    "Higher in May" is higher than at another time, and "6 percent on 2021" more than then.
    """
    string = sentence.classes
    form = sentence.tokens[n].what.form
    on = string[n - 1 : n] == IN and sentence.said(n - 1, n).lower() == word_list("en", "calendar.on")[0]
    if on and string[n - 2 : n - 1] in _MOVED and form not in _DAYS:
        return True
    if string[n - 2 : n] == TIME + AND:
        return is_compared(sentence, n - 2, bases)
    leads = IN if string[n + 1 : n + 2] == OPEN else _TO_TIME  # than that in May (1.6%)
    if form == "year_to_date" and _CHANGED.search(string, max(n - 4, 0), n) is not None:
        return True
    at = n - 1
    while at >= 0 and string[at] in leads:
        at -= 1
    if at < 0 or string[at] not in bases:
        return False
    return string[at] not in _MORE or sentence.said(at, at + 1).lower().endswith(word_list("en", "calendar.more_than"))


_MORE = one_of("HIGHER LOWER MORE FEWER")
_MOVED = one_of("PCT PTS FOLD UP DOWN")
_DAYS = frozenset({"day", "days", "weekday", "holiday", "today"})
_TO_TIME = IN + THAT_OF + AREA + JOIN + IT
_MOVES = RATE + DECLINE + UP + DOWN
_CHANGED = re.compile(f"[{_MOVES}][{JOIN}{BY}]?{QTY}$")
