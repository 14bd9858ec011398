"""Amounts in turn with their growth: "trade with A and B was 5 billion, up 3%, and 4 billion, up 2%, respectively"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Measure
from shandong_econ.parsing.english.before import clues_before
from shandong_econ.parsing.english.groups import Group
from shandong_econ.parsing.english.listed_places import areas_of_list
from shandong_econ.parsing.english.listed_words import told_in_turn
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.whereabouts import items_of
from shandong_econ.parsing.english.word_kinds import is_verb, says_nothing
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.unit_classes import PERCENT

EACH = 2  # figures of each item: an amount and its growth


def share_out(sentence: Progress, groups: Sequence[Group]) -> None:
    """Gives each of the things that a sentence lists its own amount and growth."""
    told = sentence.done if _headed(sentence, groups[0]) else []
    for group in groups:
        end = sentence.tokens[group.last].end
        before = [reading for reading in sentence.done if reading.figure.start < end]
        if told_in_turn(sentence.tokens[group.last + 1 :]) or _lists_amounts(
            before[-len(group.figures) :], sentence.done[len(before) :]
        ):
            told = before
            _share_behind(told, sentence.done[len(told) :])
    _share_deed(sentence.tokens, sentence.done)
    _share_growths(told)
    _share_pairs(sentence, told, groups[0])


def _share_deed(tokens: Sequence[Token], done: Sequence[Reading]) -> None:
    """Gives the first of two parts what both are told to do once: "40% of men and 30% of women were in work"."""
    if len(done) < EACH:
        return
    one, two = done[:EACH]
    opens = all(says_nothing(token) for token in tokens if token.start < one.figure.start)
    between = [token for token in tokens if one.figure.start < token.start < two.figure.start]
    whole, last = one.relative_to or "", two.relative_to or ""
    shares = one.measure is two.measure is Measure.SHARE and whole and last and two.subject.label.startswith(last)
    if shares and not any(token.mark or is_verb(token) for token in between) and opens:
        one.subject = Subject(f"{whole}{two.subject.label[len(last) :]}")


def _lists_amounts(amounts: Sequence[Reading], behind: Sequence[Reading]) -> bool:
    """Whether each thing of a list has an amount, and behind them a growth: "5 and 6 billion, up 3% and down 2%"."""
    apart = {(id(one.subject), one.area) for one in amounts}
    alike = {(one.measure, one.comparison) for one in behind}
    grew = len(alike) == 1 and all(one.measure is Measure.GROWTH for one in behind)
    return grew and len(amounts) == len(apart) == len(behind) >= EACH


def _share_behind(told: Sequence[Reading], behind: Sequence[Reading]) -> None:
    """Gives amounts in turn the growths behind them that name none: "... 5 and 6 billion, respectively, up 3%, 2%"."""
    count = next((n for n, reading in enumerate(behind) if reading.unit not in PERCENT), len(behind))
    amounts = told[-count:] if count >= EACH else []
    if any(reading.unit in PERCENT for reading in amounts) or len({id(one.subject) for one in behind[:count]}) > 1:
        return
    if any(one.subject is behind[0].subject for one in amounts):
        _share_growths([*amounts, *behind[:count]])


def _share_growths(done: Sequence[Reading]) -> None:
    """Gives amounts the growths that all stand behind them: "... 5 and ... 6 billion, down 3% and up 2%"."""
    count = next((n for n, reading in enumerate(reversed(done)) if reading.unit not in PERCENT), 0)
    amounts = done[-EACH * count : len(done) - count] if count >= EACH else ()
    if len(amounts) == count and not any(reading.unit in PERCENT for reading in amounts):
        for reading, its in zip(done[-count:], amounts, strict=False):
            reading.subject, reading.area = its.subject, its.area


def _share_pairs(sentence: Progress, told: Sequence[Reading], first: Group) -> None:
    """Gives the things that a sentence lists each an amount with its growth: "... 5 billion, up 3%, and 6 billion"."""
    count, odd = divmod(len(told), EACH)
    percent = [reading.unit in PERCENT for reading in told]
    if odd or count < EACH or any(percent[::EACH]) or not all(percent[1::EACH]):
        return
    lead = sentence.tokens[: first.first]
    places = areas_of_list(sentence.words, lead, count)
    clues = clues_before(sentence.words, lead, count, told[0].unit)
    if len(places) != count and len(clues.items) != count:
        return
    subjects = [] if len(places) == count else items_of(sentence, clues)
    for n, reading in enumerate(told):
        if subjects:
            reading.subject = subjects[n // EACH]
        else:
            reading.area = places[n // EACH]


def _headed(sentence: Progress, first: Group) -> bool:
    """Whether the figures stand behind a colon: "output of A and B: 5 tons (+3%), 4 tons (-2%)"."""
    return first.first > 0 and sentence.tokens[first.first - 1].mark == ":"
