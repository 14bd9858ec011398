"""What a sentence opens with and then tells figures of: "In terms of exports, ...", "Income per person: urban ..."."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.naming import is_bare, named
from shandong_econ.parsing.english.word_kinds import tells, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token

LONGEST = 12  # pieces of what is announced


def announce(words: Words, tokens: Sequence[Token]) -> None:
    """Makes what a sentence announces the subject of what it tells, where that is a series."""
    stop = next((n for n, token in enumerate(tokens[:LONGEST]) if token.mark or token.figure is not None), 0)
    if not stop or tokens[stop].figure is not None:
        return
    head = list(tokens[:stop])
    if tokens[stop].mark == ",":
        head = head[_opening(head) :]
    elif tokens[stop].mark != ":":
        return
    if any(token.naming is None and tells(token) for token in head):
        return
    phrase = words.phrase(core(head))
    series = name_series_english(phrase, words.scene.base)
    if tokens[stop].mark == ":" and series.base is None and series.breakdown is None:
        announce(words, tokens[stop + 1 :])  # "HOW: under processing trade, ..."
    if not is_bare(phrase) and (series.code is not None or series.breakdown is not None):
        named(words.scene, phrase)


def _opening(head: Sequence[Token]) -> int:
    """How many pieces say that something is announced: "as for"; all of them where none do."""
    for n in range(1, min(len(head), LONGEST_OPENING) + 1):
        if " ".join(token.word for token in head[:n]) in word_set("announced.by"):
            return n
    framed = len(head) > len(("in", "aspect")) and head[0].word in word_set("announced.in")
    return 1 if framed and head[-1].word in word_set("announced.ends") else len(head)


LONGEST_OPENING = 4  # pieces of "when it comes to"
