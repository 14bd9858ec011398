"""What a group of figures takes over from what its sentence said before: a unit, a comparison, a time, a whole."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Comparison, Measure
from shandong_econ.parsing.english.after_moves import moved_from
from shandong_econ.parsing.english.appositions import head_of_apposition, named_before_which
from shandong_econ.parsing.english.back_then import take_time_of_when
from shandong_econ.parsing.english.counting import is_column
from shandong_econ.parsing.english.counts import before_hedge, is_part
from shandong_econ.parsing.english.groups import Group
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.looking_back import measured_over, outdoes
from shandong_econ.parsing.english.named_moves import take_named_move
from shandong_econ.parsing.english.naming import is_rate
from shandong_econ.parsing.english.other_side import place_behind
from shandong_econ.parsing.english.owned_counts import note_owned, take_owned
from shandong_econ.parsing.english.owners import head_of, owner_of, without_deed
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.scenes import stay_on_day
from shandong_econ.parsing.english.times import (
    looks_back,
)
from shandong_econ.parsing.english.with_clauses import after_opening_with
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_verb, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.over import MOVED
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT, RATES


def carry(
    sentence: Progress, pieces: Pieces, group: Group, clues: Clues, figures: list[Figure], lead: list[Token]
) -> None:
    """Takes over from what the sentence has said before: the whole of a count, a unit, a comparison."""
    last = sentence.done[-1] if sentence.done else None
    clues.outdone = outdoes(lead, sentence.tokens[group.last + 1 :], clues)
    if clues.outdone or measured_over(lead, _grown(sentence.done or sentence.scene.recent[-1:], figures[-1])):
        clues.other_period, clues.qualifier, clues.side = True, None, 0
        clues.words = "" if sentence.done else clues.words  # "the pace beat the 4 percent of May"
    if clues.outdone and last is not None:
        sentence.scene.subject, clues.counted = last.subject, ""
    if clues.other_period and clues.area is None:
        clues.area = place_behind(sentence.words, pieces.tokens[group.last + 1 :])
    take_owned(sentence, clues, lead)
    note_owned(sentence, clues, figures[-1], lead)
    take_named_move(clues, lead, last, figures[-1])
    if not clues.words and sentence.done and lead and lead[0].mark == ",":
        figure = sentence.done[-1].figure
        head = head_of_apposition(sentence.tokens, figure.start, next(iter(lead[1:2]), None))
        between = [token for token in sentence.tokens if figure.end <= token.start < lead[0].start]
        head = head or named_before_which(between, lead)
        clues.words = sentence.words.phrase(head)
    if sentence.done and _only_goes_back(lead):
        clues.words = ""
    take_time_of_when(clues, sentence.tokens[: group.first], lead)
    sentence.said.antecedent = clues.main or sentence.said.antecedent
    sentence.said.head = head_of(sentence, lead)
    sentence.said.part_of, sentence.said.doer = None, owner_of(sentence, lead)
    sentence.said.counts_doer = False
    if figures[-1].unit == "RO" and figures[-1].word and not clues.verb and _is_base(sentence, clues):
        clues.base, clues.own_time = clues.own_time, None  # "2.5 times the figure of 2019"
    clues.elides = _elides(sentence, lead)
    if not clues.owner and (_begins_with_verb(lead) or _adds_object(lead)):
        # "firms raised their exports by 5 percent and cut their imports by 3", "had sales of 8, and profits of 2"
        sentence.said.doer = sentence.said.owner or sentence.said.doer
    sentence.said.owner = clues.owner or sentence.said.owner
    if not sentence.done:
        sentence.said.comparison = clues.comparison
        return
    if clues.of_which or after_opening_with(lead):
        stay_on_day(sentence.scene, sentence.done)
    _take_from_last(sentence, clues, figures, lead)
    _take_unit(sentence, pieces, group, clues, figures)


def _only_goes_back(lead: Sequence[Token]) -> bool:
    """Whether all but what a figure came from is of the one before: "489 pounds | before deductions, up from" 480."""
    comma = max((n for n, token in enumerate(lead) if token.mark), default=0)
    back = lead[comma + 1 :]
    return comma > 0 and not lead[0].mark and len(back) == 1 and moved_from(back[0]) != 0


def _grown(done: Sequence[Reading], figure: Figure) -> Reading | None:
    """The growth just told, which has got to an amount, where a percentage follows: "rose 3 percent to 5 billion"."""
    told = done[-2:] if figure.unit in PERCENT else done[-1:]
    return next((one for one in told if one.measure is Measure.GROWTH), told[-1] if told else None)


def _take_from_last(sentence: Progress, clues: Clues, figures: list[Figure], lead: list[Token]) -> None:
    """Takes over from the figure before what is left unsaid of this one: whose, compared with what, which way."""
    last = sentence.done[-1]
    if clues.side and lead and is_verb(lead[0]) and not is_change(lead[0]) and lead[-1].mark == ",":
        clues.words = ""  # "4,217 projects were under construction, 388 more than"
    if last.unit in COUNTED and last.measure is Measure.LEVEL and _of_counted(lead):
        sentence.said.doer, sentence.said.counts_doer = without_deed(sentence.scene, last.subject.label), True
    if last.measure is Measure.STREAK and not clues.words and (clues.verb or clues.noun) and clues.base is None:
        # "the month-on-month movement rose for the fourth month running, increasing by 1.6%"
        monthly = last.unit == "MONTHS" and is_abroad(sentence.scene)  # "fell for the third month running, by 1.2%"
        clues.comparison = clues.comparison or sentence.said.comparison or (_MONTHLY if monthly else None)
    if not clues.verb and not clues.side and clues.elides and clues.words and figures[-1].unit in _POINTS:
        clues.verb = _sign_of_points(sentence)  # "orders fell 3.4 points to 47.9 and production 2.8 points to 49.1"
    if clues.other_period and clues.comparison is None and last.measure is Measure.GROWTH:
        clues.comparison = last.comparison


def _take_unit(sentence: Progress, pieces: Pieces, group: Group, clues: Clues, figures: list[Figure]) -> None:
    """Takes over the unit of the figure before, for what it counts a part of, or where it goes on to."""
    last = sentence.done[-1]
    if figures[-1].unit in COUNTED | {None} and is_part(pieces, group.first):
        wholes = (one for one in sentence.done if one.unit == last.unit)
        sentence.said.part_of = next(
            (one.subject for one in wholes if last.subject.label.startswith(one.subject.label)), last.subject
        )
        clues.verb = clues.noun = 0  # "five rose" counts them
        if pieces.word(before_hedge(pieces, group.first)) in word_set("parts.of"):
            clues.words = ""  # and so does "the output of five rose"
    out_of = pieces.word(group.first - 1) in word_set("parts.out_of") and figures[-1].unit in COUNTED | {None}
    clues.qualifier = None if out_of else clues.qualifier  # "within" 41 divisions
    if sentence.scene.position.growth_column and is_column(pieces, group.first):
        clues.comparison = Comparison.YEAR_ON_YEAR
    goes_on = (looks_back(clues) or (clues.is_to and last.measure is Measure.LEVEL)) and not clues.words
    changes = bool(clues.verb or clues.noun) and last.unit in COUNTED and not clues.words
    if (
        figures[0].unit is None
        and not (goes_on and (clues.counted or _names_things(clues, figures[-1], last)))
        and (sentence.said.part_of or out_of or goes_on or changes)
    ):
        figures[0].unit = last.unit if _can_be(figures[0], last) else None


def _names_things(clues: Clues, figure: Figure, last: Reading) -> bool:
    """Whether a whole number after a rate is of what is named anew: "the rate hit 97%, and staff fell to 40"."""
    whole = figure.value == int(figure.value)
    return last.unit in RATES and whole and clues.words != "" and not is_rate(clues.words)


_MONTHLY = Comparison.MONTH_ON_MONTH


def _is_base(sentence: Progress, clues: Clues) -> bool:
    """Whether the time that trails "2.5 times the figure of" is that of the figure, not of a ratio told once more."""
    recent = sentence.scene.recent
    last = recent[-1] if recent else None
    return clues.own_time is not None and (last is None or last.measure is not Measure.RATIO)


def _can_be(figure: Figure, last: Reading) -> bool:
    """Whether a bare number can be in the unit of the one before: 17.9 million are no percent, 17 no billions."""
    if last.unit in RATES:
        return not figure.power and figure.value < MANY
    return figure.power >= last.figure.power or last.figure.power < MILLIONS


MANY = 1000  # no percentage is as large
MILLIONS = 6  # the power of ten of amounts of which none is printed without its own


def _elides(sentence: Progress, lead: list[Token]) -> bool:
    """Whether a clause leaves out the verb of the one before: "exports fell 5 percent, imports 3 percent"."""
    goes_on = bool(sentence.done) or (not sentence.scene.position.opens and bool(sentence.scene.recent))
    idle = word_set("some_of.more") | word_set("points.adverbs")
    said = [token for token in lead if token.word not in idle]  # "farming the remaining 0.5", "those of dust down 4"
    return goes_on and not any(is_verb(token) or token.mark in _BRACKETS for token in said)


_BRACKETS = frozenset("()[]:")


def gets_to(sentence: Progress, lead: Sequence[Token], *, told: bool) -> Reading | None:
    """The change of which a figure tells where it got to, if it tells no time of its own: "rose 4 percent | to"."""
    if told or not sentence.done or not lead or "link.to" not in lead[0].roles:
        return None
    last = sentence.done[-1]
    before = [token for token in sentence.tokens if token.start < last.figure.start and not is_light(token)]
    starts = bool(before) and before[-1].word == "from"
    return last if last.measure in MOVED and not starts and all(map(is_light, lead[1:])) else None


def _sign_of_points(sentence: Progress) -> int:
    told = (one.sign for one in reversed(sentence.done) if one.measure is Measure.CHANGE and one.unit in _POINTS)
    return next(told, 0)


_POINTS = frozenset({"PPT", "IX"})


def _begins_with_verb(lead: list[Token]) -> bool:
    """Whether a clause leaves out who did what it tells."""
    first = next((token for token in lead if not token.mark and "link.list" not in token.roles), None)
    return first is not None and is_change(first) and first.naming is None


def _of_counted(lead: list[Token]) -> bool:
    """Whether a clause tells of those who were just counted: "46 chains | yielded revenue of", "whose revenue"."""
    if not lead:
        return False
    return _is_deed(lead[0]) or has_word(lead[:2], "relative.whose")


def _adds_object(lead: list[Token]) -> bool:
    """Whether a clause leaves out who did what and the verb: "and profits of"."""
    joins = has_role(lead[:2], "link.list")
    return joins and lead[-1].word == "of" and not any(map(is_verb, lead))


def _is_deed(token: Token) -> bool:
    """Whether a word is the verb of those who were just counted: "46 chains | yielded revenue of"."""
    return is_verb(token) and not is_change(token) and "level.verb" in token.roles
