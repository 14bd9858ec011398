"""Whom and what the pronouns of English go back to: their incomes, those of gold."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.clauses_english import LEADS
from shandong_econ.parsing.finding.series import Series
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AREA
from shandong_econ.parsing.lexing.vocabulary_english import ABROAD

if TYPE_CHECKING:
    from shandong_econ.parsing.context.state import Context

LINKS = (" of ", " to ", " from ", " in ", " for ")


def those_told(frame: Frame, at: int, context: Context) -> str:
    """Those whom a pronoun of several means: of its clauses, else of the head of this sentence or the one before."""
    sentence, zone, owners = frame.sentence, frame.zone, _owners()
    if at < 0 or sentence.said(at, at + 1).lower() not in word_list("en", "pronoun.plural"):
        return ""
    if world := [one.token for clause in zone for one in clause.places if one.token.what == ABROAD]:
        return sentence.text[world[0].start : world[-1].end]
    last = context.subjects.current.label.rpartition(" of ")[2]
    last = last if " " in last and last.lower().endswith(owners) else ""
    for told, clauses in ((sentence, zone), context.heard[0 if frame.opens else -1]):
        phrases = (one for part in reversed(clauses) for one in sorted(part.phrases, key=lambda one: one.lead in LEADS))
        for one in (one for one in phrases if one.start < sentence.tokens[at].start):
            who = _WHO.fullmatch(told.classes, one.first, one.stop)
            if who and told.said(*who.span("head")).lower().endswith(owners):
                return told.said(*who.span("who"))
        if last and not frame.opens:
            return last
    return last


@cache
def _owners() -> tuple[str, ...]:
    """What ends the names of those whom a pronoun may mean: branches, their firms and people."""
    return tuple(word for name in ("branch.owners", "people.words", "pronoun.owners") for word in word_list("en", name))


_LEADS = re.escape("".join(sorted(LEADS)))
_WHO = re.compile(f"{AREA}*(?P<who>(?P<head>[^{_LEADS}{AREA}]+)([{_LEADS}][^{AREA}]+)?)([{_LEADS}]{AREA}.*)?")


def part_of_that(frame: Frame, words: str, first: int, context: Context) -> tuple[str, Series]:
    """The label and series of a part of what its sentence opens with, else of what was told: those of gold."""
    told = [one for clause in frame.zone for one in clause.phrases if one.first < first and frame.opens]
    head = frame.sentence.said(told[0].first, told[0].stop) if told else ""
    opened = name_series_english(head, None).base
    said, base = (head, opened) if opened else (context.subjects.current.label, context.subjects.base)
    this = f" {frame.sentence.said(first - 1, first).rpartition(' ')[2]} "  # that with, those to
    link = next((one for one in (this, *LINKS) if one in said), this if opened else "")
    whole = f"{said.partition(link)[0]}{link}{words}" if link else words
    own = name_series_english(words, base)
    return whole, own if own.code is not None else name_series_english(whole, base)
