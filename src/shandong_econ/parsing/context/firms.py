"""Who: the firm, or what else has a name, that a clause names or takes up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shandong_econ.lexicon.words import word_at, word_list
from shandong_econ.parsing.clauses import JOIN, THAN, Clause
from shandong_econ.parsing.clauses_english import FROM, IN, TO, WITH
from shandong_econ.parsing.finding.series import Series
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AREA, CLASSES
from shandong_econ.parsing.lexing.vocabulary_english import ABROAD
from shandong_econ.parsing.told import Told

if TYPE_CHECKING:
    from shandong_econ.parsing.context.state import Context

LEADS = frozenset((IN, JOIN, CLASSES["BY"], FROM, WITH, THAN, TO, CLASSES["TOWARD"]))  # before what is no subject

LINKS = (" of ", " to ", " from ", " in ", " for ")


def firm_of(text: str, clause: Clause, named: Told[str] | None, *, opens: bool) -> Told[str] | None:
    """The firm that a clause names, or takes up by what the name of the one `named` last ends with: 电站, 该公司."""
    holder = clause.holder
    if holder is not None and holder.is_place:
        return None
    start = holder.start if holder is not None else clause.phrases[0].start if opens and clause.phrases else None
    if start is not None and named is not None:
        pointing = text.startswith(word_list("zh", "entity.again"), start)
        at = start + len(word_at(text, start, "zh", "entity.again")) if pointing else start
        if (pointing or holder is None) and _ends_with_what_begins(named.value, text, at):
            return Told(named.value, start, at)
    return None if holder is None else Told(holder.name, holder.start, holder.end)


def _ends_with_what_begins(name: str, text: str, at: int) -> bool:
    """Whether a stretch of text begins with two or more characters with which a longer Chinese name ends."""
    may_be = text[at : at + 2] in name[1:] and not name.isascii()
    return may_be and any(text.startswith(name[cut:], at) for cut in range(1, len(name) - 1))


def owns(text: str, clause: Clause, *, opens_paragraph: bool) -> bool:
    """Whether what a clause names has the figures after it: not 开工…电站, nor on the way what was built (…建成)."""
    done = clause.verb is not None and clause.holder is not None and clause.verb[0] < clause.holder.start
    ends = word_list("zh", "entity.events") if clause.mark and not opens_paragraph else ()
    return not done and not text.endswith(ends, clause.start, clause.end)


def those_told(frame: Frame, at: int, context: Context) -> str:
    """Those whom a pronoun of several means: of its clauses, else of the head of this sentence or the one before."""
    sentence, zone, owners = frame.sentence, frame.zone, word_list("en", "pronoun.owners")
    if at < 0 or sentence.said(at, at + 1).lower() not in word_list("en", "pronoun.plural"):
        return ""
    places = (one for clause in zone for one in clause.places if not (one.partner or one.is_inside))
    if world := [one.token for one in places if one.token.what == ABROAD]:
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
