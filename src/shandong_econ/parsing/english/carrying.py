"""What a group of figures takes over from what its sentence said before: a unit, a comparison, a time, a whole."""

from __future__ import annotations

from shandong_econ.model import Comparison, Measure, Status
from shandong_econ.parsing.english.counting import is_column
from shandong_econ.parsing.english.counts import is_part
from shandong_econ.parsing.english.groups import Group
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.times import (
    ends_of,
    looks_back,
    period_looked_back_to,
    share_time,
)
from shandong_econ.parsing.english.words import is_change, is_verb, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.measures import COUNTED
from shandong_econ.parsing.resolving.readings import Reading


def carry(
    sentence: Progress, pieces: Pieces, group: Group, clues: Clues, figures: list[Figure], lead: list[Token]
) -> None:
    """Takes over from what the sentence has said before: the whole of a count, a unit, a comparison."""
    sentence.said.antecedent = clues.main or sentence.said.antecedent
    sentence.said.part_of, sentence.said.doer = None, ""
    if figures[-1].unit == "RO" and figures[-1].word and not clues.verb and clues.own_time is not None:
        clues.base, clues.own_time = clues.own_time, None  # "2.5 times the figure of 2019"
    if not clues.owner and _begins_with_verb(lead):
        sentence.said.doer = sentence.said.owner  # "firms raised their exports by 5 percent and cut their imports by 3"
    sentence.said.owner = clues.owner or sentence.said.owner
    if not sentence.done:
        sentence.said.comparison = clues.comparison
        return
    last = sentence.done[-1]
    if last.unit in COUNTED and last.measure is Measure.LEVEL and lead and _is_deed(lead[0]):
        sentence.said.doer = last.subject.label
    if last.measure is Measure.STREAK and not clues.words and (clues.verb or clues.noun):
        # "the month-on-month movement rose for the fourth month running, increasing by 1.6%"
        clues.comparison = clues.comparison or sentence.said.comparison
    if (
        lead
        and sentence.words.word(lead[-1]) == "by"
        and not clues.verb
        and last.measure in (Measure.CHANGE, Measure.GROWTH)
    ):
        clues.verb = last.sign  # "exports rose by 5 percent, imports by 3 percent"
    if figures[-1].unit in COUNTED | {None} and is_part(pieces, group.first):
        sentence.said.part_of = last.subject
        clues.verb = clues.noun = 0  # "five rose" counts them
    out_of = pieces.word(group.first - 1) in word_set("parts.out_of")
    if sentence.scene.growth_column and is_column(pieces, group.first):
        clues.comparison = Comparison.YEAR_ON_YEAR
    goes_on = looks_back(clues) or (clues.is_to and last.measure is Measure.LEVEL)
    changes = bool(clues.verb or clues.noun) and last.unit in COUNTED
    if figures[0].unit is None and (sentence.said.part_of or out_of or goes_on or changes):
        figures[0].unit = last.unit
    if clues.other_period and clues.comparison is None and last.measure is Measure.GROWTH:
        clues.comparison = last.comparison


def part_ends(sentence: Progress, clues: Clues, readings: list[Reading]) -> None:
    """Gives what a series goes from and to the first and last of the years: "from 2015 to 2019, from 36 to 81"."""
    ends = ends_of(readings[0].period)
    if ends is None or any(reading.measure is not Measure.LEVEL for reading in readings):
        return
    if Says.FROM in clues.says:
        for reading, period in zip(readings, ends, strict=False):
            reading.period = period
    elif clues.is_to and sentence.scene.recent and sentence.scene.recent[-1].period == ends[0]:
        readings[0].period = ends[1]


def look_back(sentence: Progress, clues: Clues, reading: Reading) -> None:
    """Takes a level or a share that something is compared with for what it was then, as it was."""
    last = sentence.done[-1] if sentence.done else None
    if reading.measure is Measure.GROWTH and clues.comparison is not None and clues.own_time is None:
        # "eased to 1.2% from 1.4% a month before"
        if last is not None and last.measure is Measure.GROWTH and Says.FROM in clues.says:
            reading.period = period_looked_back_to(clues, sentence.tokens, reading.period)
            reading.comparison = last.comparison
    elif reading.measure in (Measure.LEVEL, Measure.SHARE, Measure.RATIO):
        reading.status = Status.A
        if clues.own_time is None:
            reading.period = period_looked_back_to(clues, sentence.tokens, reading.period)


def share_own_time(sentence: Progress, clues: Clues, count: int, lead: list[Token]) -> None:
    """Gives the figures before a group its time where the sentence tells that only once."""
    if clues.own_time is None or looks_back(clues):
        return
    first = sentence.done[0]
    if share_time(sentence.words, sentence.done, count, lead) and first.period is not None:
        sentence.scene.head_paragraph(first.period, clues.own_time)


def _begins_with_verb(lead: list[Token]) -> bool:
    """Whether a clause leaves out who did what it tells."""
    first = next((token for token in lead if not token.mark and "link.list" not in token.roles), None)
    return first is not None and is_change(first) and first.naming is None


def _is_deed(token: Token) -> bool:
    """Whether a word is the verb of those who were just counted: "46 chains | yielded revenue of"."""
    return is_verb(token) and not is_change(token) and "level.verb" in token.roles
