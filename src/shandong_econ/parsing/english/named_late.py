"""Figures with which a sentence opens before it names what they are of: "after a fall of 2% in May, | exports rose"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.naming import is_bare, named
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.word_kinds import is_verb, word_set
from shandong_econ.parsing.english.words import core
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import MONEY, PERCENT


def name_late(sentence: Progress, clues: Clues, lead: Sequence[Token], read: list[Reading]) -> None:
    """Notes figures that open a sentence by the way, and gives them what the next ones are of, past the comma."""
    unnamed, sentence.said.unnamed = sentence.said.unnamed, ()
    if len(read) == len(sentence.done):
        named = clues.counted or clues.complement or not is_bare(clues.words) or read[0].unit not in PERCENT | MONEY
        sentence.said.unnamed = read if _opens_by_the_way(lead) and not named else ()
    elif unnamed and any(token.mark == "," for token in lead) and not is_bare(clues.words):
        for reading in unnamed:
            reading.subject = read[0].subject


def name_at_end(sentence: Progress, trail: Sequence[Token]) -> None:
    """Gives such figures the name with which a line over a list ends: "Estimated at 5 billion in May, exports:"."""
    comma = next((n + 1 for n, token in enumerate(trail) if token.mark == ","), 0)
    head = trail[comma:-1]
    if not (sentence.said.unnamed and comma and trail[-1].mark == ":") or any(t.mark or is_verb(t) for t in head):
        return
    if not is_bare(phrase := sentence.words.phrase(core(head))):
        for reading in sentence.said.unnamed:
            reading.subject = named(sentence.scene, phrase)


def _opens_by_the_way(lead: Sequence[Token]) -> bool:
    """Whether words open a clause that has no subject of its own: "after falling by", "estimated at"."""
    words = " ".join(token.word for token in lead[:2]).split(" ")[:2]
    if not lead or any(token.areas or token.naming is not None for token in lead):
        return False
    past = words[0].endswith(word_list("en", "acting.past")) and words[-1] in word_set("late.leads")
    return past or words[0] in word_set("aside.opens") or words[0] in word_set("late.opens")
