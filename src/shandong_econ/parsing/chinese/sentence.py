"""A Chinese sentence read clause by clause: what each figure measures, from the words before and after it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.firms import note_entity, without
from shandong_econ.parsing.chinese.grouping import group_at
from shandong_econ.parsing.chinese.groups import read_group
from shandong_econ.parsing.chinese.numbers import measures
from shandong_econ.parsing.chinese.other_side import read_other_side
from shandong_econ.parsing.chinese.quoted import hear_speaker
from shandong_econ.parsing.chinese.sorting import sort_words
from shandong_econ.parsing.chinese.times import go_to_time_of_results
from shandong_econ.parsing.chinese.told_first import names_first
from shandong_econ.parsing.chinese.topic_places import described, set_place
from shandong_econ.parsing.chinese.topics import NO_FIGURE, list_places, set_topic
from shandong_econ.parsing.finding.lexis import lexis
from shandong_econ.parsing.finding.short_names import told_in_short
from shandong_econ.parsing.finding.tokenise import tokenise
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.reach import enter_part
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene

ENDS = frozenset("，,。；;：:！!？?【】")
_AFTER_HEADING, _AFTER_NUMBER = frozenset(":】"), (".", "、")


def read_sentence(text: str, source: str, start: int, end: int, scene: Scene) -> list[Reading]:
    """The figures of a sentence of cleaned `text`, in order; moves `scene` on."""
    tokens = tokenise(text, start, end, lexis("zh"), scene.places.towns, scene.places.counties)
    if (told := told_in_short(text, tokens)) and not told <= scene.places.counties:
        scene.places.counties |= told
    scene.account.see(tokens)
    scene.position.sentence_start = start
    hear_speaker(text, source, start, scene)
    readings: list[Reading] = []
    starts = True
    of_which = next((token for token in tokens if "link.of_which" in token.roles), None)
    for n, pieces in enumerate(names_first(text, list(clauses(_at_spaces(text, tokens, scene))))):
        if of_which is not None and of_which.start < pieces[-1].end:
            enter_part(scene, heads=of_which is tokens[0])
            of_which = None
        quoted = source.count("“", start, pieces[0].start) > source.count("”", start, pieces[0].start)
        scene.position.in_quotation = quoted or source.startswith("“", pieces[0].start)
        pieces = _after_number(text, pieces, scene)
        entity = note_entity(pieces, source, scene, starts=starts, quoted=quoted)
        starts = starts and all(piece.time is not None for piece in pieces)
        pieces = pieces if entity is None else list(without(pieces, entity))
        heads = n == 0 or _begins_with_time(pieces)
        readings.extend(read_clause(Clause(pieces, text, scene, opens=heads and not readings, early=not readings)))
    if any(text.find(word, start, end) >= 0 for word in word_list("zh", "same_below.words")):
        scene.comparing.throughout = scene.comparing.stated
    if text[start:end] != source[start:end]:
        for reading in readings:
            _as_written(reading, text, source, start, end)
    return readings


def _at_spaces(text: str, tokens: list[Token], scene: Scene) -> list[Token]:
    """The pieces of a title with a comma where it has a space between words: 秋粮再获丰收 全年产量1357.9亿斤."""
    if not scene.position.is_title:
        return tokens
    apart = tokens[:1]
    for before, token in itertools.pairwise(tokens):
        spaced = before.end < token.start and text[before.end : token.start].isspace()
        if spaced and before.figure is None and not before.mark and not text[token.start].isascii():
            apart.append(Token(before.end, before.end + 1, mark="，"))
        apart.append(token)
    return apart


def _after_number(text: str, pieces: list[Token], scene: Scene) -> list[Token]:
    """A clause without the number of the item that it begins: 1.城镇新增就业…；2.新建幼儿园…."""
    first, rest = pieces[0], pieces[1:]
    figure, start = first.figure, first.end + 1
    if figure is None or figure.unit or figure.word or figure.is_word or not text.startswith(_AFTER_NUMBER, first.end):
        return pieces
    while rest and rest[0].end <= start:
        rest = rest[1:]
    if not rest or not rest[0].is_words:
        return pieces  # 3、4级
    scene.account.judge("ordinal", first)
    return rest if rest[0].start >= start else [Token(start, rest[0].end), *rest[1:]]


def _begins_with_time(pieces: Sequence[Token]) -> bool:
    """Whether a clause tells the time first, as 截至10月末全省… does."""
    first = next((piece for piece in pieces if not piece.roles or piece.is_words), None)
    return first is not None and first.time is not None


def _as_written(reading: Reading, text: str, source: str, start: int, end: int) -> None:
    """Gives a label back the characters that the source has: traditional ones, wide digits."""
    label = reading.subject.label
    at = text.find(label, start, end) if label else -1
    if at >= 0:
        reading.subject = attrs.evolve(reading.subject, label=source[at : at + len(label)])


def clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The pieces between two commas, or brackets around a heading; after a figure a colon is part of a ratio."""
    clause: list[Token] = []
    for token in tokens:
        after_figure = bool(clause) and clause[-1].figure is not None
        if token.mark == ":" and clause and "link.respectively" in clause[-1].roles:
            continue  # 分别为：
        if not token.mark or token.mark not in ENDS or (after_figure and token.mark in _AFTER_HEADING):
            clause.append(token)
        elif clause:
            yield clause
            clause = []
    if clause:
        yield clause


def read_clause(clause: Clause) -> list[Reading]:
    """The figures of a clause, group by group; a clause without any tells what the next are about."""
    tokens = clause.tokens
    lead: list[Token] = []
    i = 0
    while i < len(tokens):
        if tokens[i].figure is None or not measures(clause, i):
            lead.append(tokens[i])
            i += 1
            continue
        group = group_at(clause, i)
        if (after := read_other_side(clause, lead, group)) is not None:
            i = after
            continue
        i = group.end + read_group(clause, lead, group)
        lead = []
    if clause.done:
        list_places(clause)
        if (place := described(clause)) is not None:
            set_place(clause, place, sort_words(place, NO_FIGURE, None))
            for reading in clause.done:
                reading.area = clause.scene.places.area
    if lead and not clause.done:
        set_topic(clause, lead)
    if lead and clause.early and clause.scene.position.opens:
        go_to_time_of_results(clause, lead)
    return clause.done
