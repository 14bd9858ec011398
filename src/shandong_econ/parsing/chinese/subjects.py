"""What a figure of a Chinese clause is about: the words that name it, what is counted, what was spoken of before."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.asked import Answer, Asked, ask
from shandong_econ.parsing.chinese.by_name import by_name
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.counted import (
    part_of_whole,
    those_moved_too,
    those_that_moved,
)
from shandong_econ.parsing.chinese.counting import (
    counted_after,
    counted_by_noun,
    done_by_them,
    grown_among_them,
    honoured,
    people_of_place,
)
from shandong_econ.parsing.chinese.deeds import new_ones
from shandong_econ.parsing.chinese.naming import partner_told
from shandong_econ.parsing.chinese.nested_counts import thing_of_classes
from shandong_econ.parsing.chinese.nouns import inside, own_words
from shandong_econ.parsing.chinese.pointing_back import more_of_it, pointed_to, spoken_of, told_again
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.openings import longest_end
from shandong_econ.parsing.finding.series import Series, series_by_code
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.natures import adds_up
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def subject_of(clause: Clause, found: Sorted, figure: Figure, following: int) -> Answer:
    """What a figure is about, and how many of the pieces after it tell so."""
    scene = clause.scene
    before = scene.subject
    among = scene.among if scene.among is not None and before is scene.among[0] else None
    is_share = Says.SHARE in found.clues.says and not found.subject  # 19个行业价格下降，占47.5%: of those counted
    if among is not None and not is_share and (figure.unit not in COUNTED or figure.ordinal):
        before = scene.subject = among[1]  # 11个设区市中，鹰潭增幅8.2%: of what was told before the cities
    subject, used = _subject_of(clause, found, figure, following)
    subject = new_ones(clause, found, subject, figure)
    if found.clues.spent_on:
        subject = _spent(found.clues.spent_on, subject)
    subject = _per_day(found, _with_gain(clause, found, _in_full(clause, found, subject), figure))
    counted = clause.tokens[following : following + used]
    if among is not None and counted and not figure.ordinal:
        scene.among = (subject, among[1])  # 16个市中，14个市实现增长，鹰潭增速居第一
    if counted and following + used == len(clause.tokens) and clause.words(counted).endswith(tuple(inside())):
        scene.among = (subject, scene.first_subject or before)
    return subject, used


def _with_gain(clause: Clause, found: Sorted, subject: Subject, figure: Figure) -> Subject:
    """Those counted with what they gained, if nothing else is named: 带动120个村年均增收30万元."""
    gain = "" if found.moved_by is None or found.subject else clause.word(found.moved_by)
    named = gain in subject.label or subject.series.code is not None or figure.unit in COUNTED
    if named or gain not in word_list("zh", "predicate.gains"):
        return subject
    return attrs.evolve(subject, label=subject.label + gain)


def _per_day(found: Sorted, subject: Subject) -> Subject:
    """A series that adds up without its code where it is told of a day: 日均客运量96万人次."""
    series, daily = subject.series, Says.PER in found.clues.says and found.subject
    code = series.code if daily and adds_up(subject) else None
    return subject if code is None else attrs.evolve(subject, series=Series(None, series.base, series.breakdown))


def _spent(on: str, subject: Subject) -> Subject:
    """The share of spending that goes to something, if it is a series of its own: 财政支出的80%用于民生."""
    what = on.removesuffix(longest_end(on, word_list("zh", "predicate.side")))
    shares = (
        what + subject.label[cut:] + share
        for cut in range(len(subject.label))
        for share in word_list("zh", "share.own")
    )
    series = next((one for words in shares if (one := name_series(words, None)).code is not None), None)
    return subject if series is None else Subject(what, series)


def _subject_of(clause: Clause, found: Sorted, figure: Figure, following: int) -> Answer:
    tokens = own_words(clause, found, figure)
    if (alone := _needs_no_noun(clause, found, figure, tokens, following)) is not None:
        return alone, 0
    if tokens and any(where is not None and where.end == tokens[0].start for where in (found.home, found.area)):
        clause.scene.subject_is_near = False  # 对欧盟出口…；全省出口…: of all, not of the part told before
    asked = ask(clause, found, figure, following, tokens)
    return next(answer for rule in _RULES if (answer := rule(asked)) is not None)


def _needs_no_noun(
    clause: Clause, found: Sorted, figure: Figure, tokens: list[Token], following: int
) -> Subject | None:
    """Those that moved so, the trade with a partner who ranks so, or the things of which so many classes are told."""
    scene = clause.scene
    words = clause.words(tokens) if any(t.is_words for t in tokens) else ""
    if (grew := those_that_moved(clause, words, found.moved_by, figure)) is not None:
        scene.subject = grew
        return grew
    if tokens == [found.moved_by] and (moved := those_moved_too(scene, clause.words(tokens))) is not None:
        return moved
    if (figure.ordinal or Says.STREAK in found.clues.says) and (partner := partner_told(clause, tokens, following)):
        scene.topic = scene.subject = partner
        return partner
    if Says.PER in found.clues.says and figure.unit == "TN":
        figure.unit = "TN_DAY"
    return thing_of_classes(clause, following, figure)


def _project(asked: Asked) -> Answer | None:
    """What is invested in a thing that is named next: 投资7.2亿元的中试基地."""
    if asked.words not in word_list("zh", "project.alone") or asked.figure.unit != "CNY" or not asked.is_joined:
        return None
    asked.scene.subject = Subject(asked.words, series_by_code()["PROJECT_INVESTMENT"])
    return asked.scene.subject, 0


def _part(asked: Asked) -> Answer | None:
    """A part whose noun the whole told before it has too."""
    if (part := part_of_whole(asked.clause, asked.words, asked.figure)) is None:
        return None
    asked.scene.subject = part
    return part, 0


_RULES: tuple[Callable[[Asked], Answer | None], ...] = (
    _project,
    pointed_to,
    told_again,
    honoured,
    people_of_place,
    more_of_it,
    counted_by_noun,
    done_by_them,
    grown_among_them,
    spoken_of,
    counted_after,
    _part,
    by_name,
)
"""What is asked in turn of a figure, of which the first that answers tells what it is about."""


def _in_full(clause: Clause, found: Sorted, subject: Subject) -> Subject:
    """A subject with what a market is a share of, 市场占有率, or with the size of what is counted: 500万元以上项目."""
    label = subject.label
    if label.endswith(word_list("zh", "market.words")) and Says.SHARE_NOUN in found.clues.says:
        share = next((clause.word(t) for t in clause.tokens if "rate.share" in t.roles), "")
        return attrs.evolve(subject, label=label + share)
    size, first = found.size, found.subject[0] if found.subject else None
    if size is None or first is None or not size.end <= first.start <= size.end + LONGEST_AFTER_SIZE:
        return subject
    noun = next((token for token in found.subject if not token.areas), first)  # 亿元以上长三角项目
    if not label.startswith(clause.word(noun)):
        return subject
    clause.scene.subject = attrs.evolve(subject, label=clause.source[size.start : noun.start] + label)
    return clause.scene.subject


LONGEST_AFTER_SIZE = 3  # characters: 以上的
