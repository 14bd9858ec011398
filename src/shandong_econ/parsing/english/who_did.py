"""Percentages that are the subject of a verb: of those asked, so many percent "had put off a project"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.word_kinds import is_change, is_light, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def take_who_did(words: Words, clues: Clues, lead: Sequence[Token], trail: Sequence[Token], unit: str | None) -> None:
    """Takes a percentage for the part of those told of that does what its verb says."""
    if unit not in PERCENT or clues.verb or clues.side or clues.complement or not clues.says <= {Says.LEVEL_VERB}:
        return
    if len(trail) < 2 or trail[0].word not in word_set("acts.verbs") or is_change(trail[1]) or not _opens(lead):
        return
    done = words.whole(trail[1:])
    if done:
        clues.says.add(Says.SHARE)
        clues.part, clues.complement = True, done


def count_who_did(clues: Clues, lead: Sequence[Token], figure: Figure) -> None:
    """Counts people of whom a number without a noun tells: "of all people in work, 22 million were part-timers"."""
    if figure.unit is not None or figure.ordinal or clues.counted or not clues.complement:
        return
    if has_word(lead, "people.words"):
        figure.unit = "PS"


def _opens(lead: Sequence[Token]) -> bool:
    """Whether nothing stands before a number in its clause but of whom it tells: "of those asked,", "to which"."""
    rest = list(lead)
    while rest and is_light(rest[-1]):
        rest.pop()
    if not rest:
        return True
    last = rest[-1]
    return last.mark == "," or last.word in word_set("acts.before") or "link.of_which" in last.roles
