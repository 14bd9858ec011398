"""A base told by its noun right behind a move: "an increase of 4% on the number of visits in May 2018"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.times_after import is_start, take_time
from shandong_econ.parsing.english.word_kinds import is_change, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues

LONGEST = 9  # pieces between the "on the" and the time


def without_base_named(words: Words, clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words behind a move without its base, which goes into the clues, where that is of an earlier time."""
    if len(tokens) <= len(("on", "the")) or not (clues.verb or clues.noun or clues.side):
        return tokens
    opens = tokens[0].word in word_set("base.before_level") | word_set("base.before")
    if not opens or tokens[1].word not in word_set("over.articles"):
        return tokens
    rest = tokens[2 : LONGEST + 2]
    at = next((n for n, token in enumerate(rest) if token.time is not None), 0)
    named = at and not any(token.mark or token.figure is not None or is_change(token) for token in rest[:at])
    if not named or (time := rest[at].time) is None or not is_start(words, time, moved=True):
        return tokens
    take_time(clues, rest[at], than=True)
    return tokens[at + 3 :]
