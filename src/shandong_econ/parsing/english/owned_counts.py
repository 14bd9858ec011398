"""Counts within a subject: in "sales at 320 malls rose by 5 percent" it is their sales that rose."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.bare_phrases import bare, noun_inside
from shandong_econ.parsing.english.chunks import without_brackets
from shandong_econ.parsing.english.listed_words import owns
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.word_kinds import tells, word_set
from shandong_econ.parsing.english.words import core
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def take_owned(sentence: Progress, clues: Clues, lead: Sequence[Token]) -> None:
    """Makes what those who were just counted own the subject of the verb that follows them at once."""
    (owned, sign), sentence.said.owned = sentence.said.owned, ("", 0)
    if not owned:
        return
    told = any(tells(token) or qualifier_of(token) is not None for token in lead)  # "exceeded"
    if told and not any(token.mark for token in without_brackets(lead)):
        clues.noun = clues.noun or sign
        clues.words = clues.words or owned  # "a sample of 260 shops posted | sales of"
        whole = name_series_english(sentence.done[-1].subject.label, None).code
        clues.narrowed = whole is None  # some firms' own, but not that of all "firms above designated size"


def note_owned(sentence: Progress, clues: Clues, figure: Figure, lead: Sequence[Token]) -> None:
    """Remembers of which things so many are told: sales "at", the revenue "of the"."""
    if not clues.counted or figure.unit not in COUNTED | {None}:
        return
    head = list(lead)
    while head and (head[-1].word in word_set("owners.before_count") or _owns(head[-1])):
        head.pop()
    if len(head) < 2 or head[-1].word not in word_set("owners.links") or any(map(_acts, head)):
        return
    start = max((n + 1 for n, token in enumerate(head) if token.mark or token.time is not None), default=0)
    thing, sign = bare(sentence.words, core(head[start:-1]), 0)  # "export | growth in five counties"
    if thing:
        sentence.said.owned = f"{thing} {head[-1].word} {clues.counted}", sign or noun_inside(sentence.scene, thing)


def _acts(token: Token) -> bool:
    return tells(token) and word_set("growth_nouns.words").isdisjoint(token.word.split())


def _owns(token: Token) -> bool:
    """Whether a word says whose or where those are who are counted: "the city's", "Hefei's"."""
    return bool(token.areas) or owns(token.word)
