"""The verb that a clause leaves out: "exports rose by 5 percent, imports | by 3", "rents rose to 900 pounds | (8%)"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Measure
from shandong_econ.parsing.english.after_moves import moved_from
from shandong_econ.parsing.english.chunks import without_brackets
from shandong_econ.parsing.english.late_by import last_change, pause_before_by
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.word_kinds import sign_of, word_set
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token, has_role, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.over import MOVED
from shandong_econ.parsing.resolving.unit_classes import PERCENT, RATES


def take_left_out_verb(sentence: Progress, clues: Clues, lead: list[Token], unit: str | None) -> None:
    """Takes the sign of the change before where only "by" or "of" is left of its clause.

    "Exports rose by 5 percent, imports by 3 percent", "an increase of 9 percent and of 235 billion yuan".
    """
    if not sentence.done or not lead or clues.verb:
        return
    last, link = sentence.said.main or sentence.done[-1], lead[-1].word
    if last.measure is Measure.STREAK and pause_before_by(lead) is not None:
        before = [token for token in sentence.tokens if token.start < last.figure.start]
        at = last_change(before)  # "it fell for the fourth month running, by 3 percent"
        clues.verb = 0 if at is None else sign_of(before[at])
    elif link == "(" and (sign := _came_from(sentence)):
        clues.verb = sign  # "723,913, up from 723,165 (0.1%)"
    elif _tells_again(lead) and last.measure is Measure.GROWTH and unit not in RATES:
        clues.verb = last.sign  # "rose by 0.9% (2.2 billion yuan)", "rose by 0.9% or 2.2 billion yuan"
        clues.comparison = clues.comparison or last.comparison
    elif link == "(" and last.unit not in RATES and unit in PERCENT and (sign := _got_to(sentence, lead[-1])):
        clues.verb = sign
    elif link == "(":
        clues.also = clues.also or last.measure is Measure.CHANGE  # "a fall of 1.2 billion yuan (2.9%)"
    if link == "by" and last.measure is Measure.LEVEL:  # "it fell 8% to 2 million tons, the yield by 21 kilograms"
        last = next((one for one in reversed(sentence.done) if one.measure in MOVED), last)
    if last.measure not in MOVED | {Measure.MULTIPLE}:
        return
    if link == "by" or (link == "of" and all("link.list" in token.roles or token.mark for token in lead[:-1])):
        clues.verb = last.sign


def _got_to(sentence: Progress, opening: Token) -> int:
    """The sign of the move to an amount behind which a percentage stands alone: "rose to 5 in Wales | (8%), 6 | (9%)".

    But not of people out of work, of whom the rate stands there.
    """
    behind = [token for token in sentence.tokens if token.start > opening.start][1:2]
    before = without_brackets([token for token in sentence.tokens if token.start < opening.start])
    at, label = last_change(before), sentence.done[-1].subject.label
    if at is None or not behind or behind[0].mark != ")" or name_series_english(label, None).base == OUT_OF_WORK:
        return 0
    stop = next((n for n in range(at, len(before)) if before[n].figure is not None), at)
    return sign_of(before[at]) if has_role(before[at:stop], "link.to") else 0


OUT_OF_WORK = "UNEMP_SURVEYED"


def _tells_again(lead: Sequence[Token]) -> bool:
    """Whether only a bracket or an "or" leads to a figure that tells in another unit what the one before told."""
    said = [token for token in lead if token.mark != "," and qualifier_of(token) is None]
    return len(said) == 1 and said[0].word in word_set("again.links")


def _came_from(sentence: Progress) -> int:
    """The sign of the move from the figure told last, if it is what the one before came from."""
    start = sentence.done[-1].figure.start
    before = next((t for t in reversed(sentence.tokens) if t.start < start and t.figure is None), None)
    return 0 if before is None else moved_from(before)
