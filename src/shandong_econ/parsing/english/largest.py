"""Shares that are told of the largest of some: "food remained the largest item with 30.7 percent"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Measure
from shandong_econ.parsing.english.naming import is_place
from shandong_econ.parsing.english.unlisted_verbs import acts
from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.tokens import Token, has_role, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def take_extreme(words: Words, clues: Clues, lead: Sequence[Token], unit: str | None) -> None:
    """Takes a percentage behind what is the most or least of its kind for a share, after another: ", the most, at"."""
    last, names = words.scene.last, len(lead) > _LEAST and lead[-2].mark == ","
    if unit not in PERCENT or not names or lead[-1].word not in word_set("largest.links"):
        return
    start = max((n + 1 for n, token in enumerate(lead[:-2]) if token.mark), default=0)
    at = next((n for n in range(start, len(lead) - 2) if not _degrees().isdisjoint(lead[n].word.split())), 0)
    verb = next((n for n in range(at - 1, start, -1) if is_verb(lead[n])), 0)
    subject = words.phrase(core(lead[start:verb]))
    if last is None or last.measure is not Measure.SHARE or not verb or is_place(words.scene, subject):
        return
    clues.says, clues.relative, clues.verb, clues.noun = {Says.SHARE}, last.relative_to or "", 0, 0
    clues.words = subject or clues.words


_LEAST = len(("was", "most", ",", "at"))


def _degrees() -> frozenset[str]:
    return word_set("degree.words") | word_set("largest.words")


def take_largest(words: Words, clues: Clues, lead: Sequence[Token], unit: str | None) -> None:
    """Takes the percentage that something has which is the largest for its share, or the largest share of all."""
    while lead and qualifier_of(lead[-1]) is not None:
        lead = lead[:-1]  # "the largest share of it, | around"
    if unit not in PERCENT or not lead or any(map(is_change, lead)):
        return
    at = next((n for n in range(len(lead)) if _tells_share(words, lead, n)), 0)
    shares = lead[-1].mark == "," and has_role(lead[at + 1 : at + 2], "share.noun")
    if not shares and lead[-1].word not in word_set("largest.links"):
        return
    verb = next((n for n in range(at - 1, 0, -1) if is_verb(lead[n]) or acts(lead, n)), 0)
    if verb and all(token.word in word_set("largest.links") or not _acts(token) for token in lead[at:]):
        whose = words.phrase(core(lead[:verb]))
        clues.says.add(Says.SHARE)
        clues.words = clues.words if is_place(words.scene, whose) else whose or clues.words


def _tells_share(words: Words, lead: Sequence[Token], n: int) -> bool:
    """Whether a word is "the largest", or "the highest" of a share that it names or that was told of just before."""
    if lead[n].word in word_set("largest.words"):
        return True
    behind, last = [token for token in lead[n + 1 :] if not token.mark], words.scene.last
    again = len(behind) == 1 and last is not None and last.measure is Measure.SHARE  # "and mining had the lowest, at"
    return lead[n].word in word_set("record.words") and (again or has_role(behind[:1], "share.noun"))


def _acts(token: Token) -> bool:
    return is_verb(token) and "share.noun" not in token.roles and not is_participle(token.word)
