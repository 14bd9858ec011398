"""Amounts of which the subject is a rise or a fall: "the increase in vacancies was 12,000", "revised to 11,500"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.english.word_kinds import is_light, is_minor, sign_of, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import RATES


def take_named_move(clues: Clues, lead: Sequence[Token], last: Reading | None, figure: Figure) -> None:
    """Takes the sign of the rise or the fall of which a figure tells how large it is."""
    words = {token.word for token in lead}
    clues.revised = not words.isdisjoint(word_set("revised.verbs"))
    if clues.words.lower() in word_set("revised.nouns"):
        clues.words, clues.revised = "", True  # "the revision of 0.5 points to 2.3 percent", of what was told
    if clues.words.lower().startswith(word_list("en", "revised.opens")):
        clues.words = ""  # "..., revised up from the first estimate of"
    if clues.verb or clues.side:
        return
    part = clues.of_which and last is not None and figure.value.scaleb(figure.power) <= last.amount
    if part and last is not None and last.measure is Measure.CHANGE and last.unit not in RATES:
        # "loans grew by 97 billion yuan since January, of which 34 billion were loans to firms"; what is
        # more than the change is a part of the whole: "500 mu, 20 more than last year, of which 300 were tea"
        clues.moved, clues.comparison = last.sign, clues.comparison or last.comparison
        return
    if Says.LEVEL_VERB in clues.says or clues.revised or clues.is_to:
        clues.moved = _opens_with_move(lead)
    if not clues.moved and clues.revised and last is not None and last.measure is Measure.CHANGE:
        clues.moved = last.sign  # "the increase in May, first put at 41,000, was revised to 38,500"


def _opens_with_move(lead: Sequence[Token]) -> int:
    """The sign of the noun with which a clause opens, where it can only be the subject: "the fall on the quarter"."""
    n = 0
    while n < len(lead) and (lead[n].mark == "," or is_light(lead[n]) or "link.list" in lead[n].roles):
        n += 1
    if not 0 < n < len(lead) - 1 or "link.filler" not in lead[n - 1].roles or lead[n].naming is not None:
        return 0
    after = lead[n + 1]
    links = is_minor(after) or after.time is not None or comparison_of(after) is not None or after.mark == ","
    return sign_of(lead[n]) if links or "level.verb" in after.roles else 0
