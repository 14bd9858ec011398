"""What a figure of a Chinese clause is about: the words that name it, what is counted, what was spoken of before."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.asked import Answer, Asked, ask
from shandong_econ.parsing.chinese.bare_nouns import owner_of, tells_investment
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import goes_back
from shandong_econ.parsing.chinese.counted import (
    OF,
    named_or_counted,
    part_of_whole,
    series_of_those,
    things_counted,
    those_grown,
    those_moved_too,
    those_that_moved,
)
from shandong_econ.parsing.chinese.deeds import deed_in, done_to_those_before, new_ones, part_told
from shandong_econ.parsing.chinese.naming import named, partner_told
from shandong_econ.parsing.chinese.nested_counts import thing_of_classes
from shandong_econ.parsing.chinese.nouns import inside, own_words
from shandong_econ.parsing.chinese.pointing_back import more_of_it, pointed_to, spoken_of
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, kin, series_by_code
from shandong_econ.parsing.finding.series_chinese import base_at_end, name_series
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Subject
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
    subject = _in_full(clause, found, subject)
    counted = clause.tokens[following : following + used]
    if among is not None and counted and not figure.ordinal:
        scene.among = (subject, among[1])  # 16个市中，14个市实现增长，鹰潭增速居第一
    if counted and following + used == len(clause.tokens) and clause.words(counted).endswith(tuple(inside())):
        scene.among = (subject, scene.first_subject or before)
    return subject, used


def _spent(on: str, subject: Subject) -> Subject:
    """The share of spending that goes to something, if it is a series of its own: 财政支出的80%用于民生."""
    what = on.removesuffix(next((end for end in word_list("zh", "predicate.side") if on.endswith(end)), ""))
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


def _people_of_place(asked: Asked) -> Answer | None:
    """How many households or people live at the place that is named right before: 全村320户1260人."""
    figure, last = asked.figure, asked.last
    if asked.words or asked.after or figure.word not in word_list("zh", "people.units"):
        return None
    place = asked.found.area or asked.found.home
    beside = last is not None and last.figure.end == figure.start and last.subject.label == last.figure.word
    other = last is None or last.figure.word != figure.word
    lives = beside or (other and place is not None and place.end == figure.start)
    return (Subject(figure.word), 0) if lives else None


def _counted_by_noun(asked: Asked) -> Answer | None:
    """Things that their own measure word names: 6市上榜; a vague one, as in 3类, goes on with what was counted."""
    words, after, noun = asked.words, asked.after, asked.noun
    vague = noun in word_list("zh", "vague.nouns") and not after and asked.last and asked.last.unit == "NUM"
    if not noun or vague or (words and not goes_back(words)):
        return None
    did = after.startswith(word_list("zh", "deeds.of_part"))
    series = things_counted(asked.clause, after).series if after and not did else NO_SERIES
    asked.scene.subject = Subject(noun if did else noun + after, series)
    return asked.scene.subject, len(asked.run)


def _done(asked: Asked) -> Answer | None:
    """Those of the things told last that did something, or to which something was done."""
    clause, words, figure = asked.clause, asked.words, asked.figure
    if asked.after:
        part = part_told(clause, words, asked.after, figure)
        return None if part is None else (part, len(asked.run))
    done = done_to_those_before(clause, asked.found, words, figure) if asked.counts else None
    return None if done is None else (done, 0)


def _grown(asked: Asked) -> Answer | None:
    """Those of the divisions of industry told before whose output grew."""
    grown = those_grown(asked.clause, asked.after, asked.clause.following(asked.following + len(asked.run)))
    return None if grown is None else (grown, len(asked.run))


def _counted_after(asked: Asked) -> Answer | None:
    """Things named after their number, by words that name a deed or nothing that can be counted so."""
    clause, words, after, figure = asked.clause, asked.words, asked.after, asked.figure
    if not after:
        return None
    if words and figure.word in word_list("zh", "counted.deeds"):
        told = named(clause, words)
        return attrs.evolve(told, label=words + after, series=NO_SERIES), len(asked.run)  # 负荷两次刷新纪录，最高…
    code = name_series(words, asked.scene.base).code if figure.unit in COUNTED else None
    if figure.unit not in COUNTED or (code is not None and fits(code, figure.unit)):
        return None
    if _is_done_by_named(words, after):
        return None
    if words.endswith(word_list("zh", "strip.new")):  # the new ones are not all
        asked.scene.subject = Subject(after)
        return asked.scene.subject, len(asked.run)
    things = _which(asked) + after
    return things_counted(clause, things, reaches=words.endswith(word_list("zh", "list.reaches"))), len(asked.run)


def _which(asked: Asked) -> str:
    """What tells before 的 and a number which things are counted: 列入省级重点的 + 288个 + 项目."""
    lead = asked.clause.tokens[: asked.following - 1]
    if len(lead) < len(("which", OF)) or asked.clause.words(lead[-1:]) != OF or not lead[-2].is_words:
        return ""
    enters = (verb for verb in word_list("zh", "deeds.of_part") if asked.words.startswith(verb))
    which = asked.words.removeprefix(max(enters, key=len, default=""))
    return which if len(which) <= LONGEST_KIND else ""


LONGEST_KIND = 6  # characters


def _is_done_by_named(words: str, after: str) -> bool:
    """Whether the words after a number only tell what those named before it do: 投入收割机2600台开展抢收."""
    does = after.startswith(word_list("zh", "deeds.of_part")) and OF not in after
    return does and len(words) > LONGEST_VERB and not deed_in(words)


LONGEST_VERB = 2  # characters


def _part(asked: Asked) -> Answer | None:
    """A part whose noun the whole told before it has too."""
    if (part := part_of_whole(asked.clause, asked.words, asked.figure)) is None:
        return None
    asked.scene.subject = part
    return part, 0


def _named(asked: Asked) -> Answer:
    """What the words before it name, with what was counted just before or with the thing that is told after it."""
    clause, scene, words, run = asked.clause, asked.scene, asked.words, asked.run
    told = scene.subject if scene.subject_is_near and asked.figure.unit not in COUNTED else NO_SUBJECT
    subject = _with_noun_told(asked, named_or_counted(clause, words, asked.figure), told)
    own = subject.series.base
    of_those = series_of_those(clause, words, asked.figure) if _may_go_on(asked, own) else NO_SERIES
    if of_those.code not in (None, subject.series.code) and (own is None or kin(own, of_those.base) == of_those.base):
        scene.subject, scene.base = Subject(words, of_those), of_those.base
        return scene.subject, 0
    if subject.series.code is not None:
        return subject, 0
    goes_with = not run or (rest := clause.following(asked.following + len(run))) == [] or rest[0].figure is None
    return (_with_thing(asked, subject), len(run)) if goes_with else (subject, 0)


def _with_noun_told(asked: Asked, subject: Subject, told: Subject) -> Subject:
    """A part without a code with the noun of the part told before it: 城镇居民人均消费支出…，农村居民…."""
    label, series = subject.label, subject.series
    if series.code is not None or series.breakdown in _WHOLE or base_at_end(label) is not None:
        return subject
    owner = owner_of(told.label) if told.series.base == series.base else ""
    noun = told.label.removeprefix(owner) if owner else ""
    shared = next((n for n in range(len(noun), 0, -1) if label.endswith(noun[:n])), 0)
    asked.scene.subject = attrs.evolve(subject, label=label + noun[shared:])
    return asked.scene.subject


_WHOLE = (None, "_T")


def _may_go_on(asked: Asked, base: str | None) -> bool:
    """Whether a noun can be of the things counted just before: not where a place, or all investment, is named."""
    goes_on = asked.words and not asked.clause.early and not any(token.areas for token in asked.found.subject)
    return bool(goes_on) and not (base == "FAI" and not tells_investment(asked.words))


_RULES: tuple[Callable[[Asked], Answer | None], ...] = (
    _project,
    pointed_to,
    _people_of_place,
    more_of_it,
    _counted_by_noun,
    _done,
    _grown,
    spoken_of,
    _counted_after,
    _part,
    _named,
)
"""What is asked in turn of a figure, of which the first that answers tells what it is about."""


def _in_full(clause: Clause, found: Sorted, subject: Subject) -> Subject:
    """A subject with what a market is a share of, 市场占有率, or with the size of what is counted: 500万元以上项目."""
    label = subject.label
    if label.endswith(word_list("zh", "market.words")) and Says.SHARE_NOUN in found.clues.says:
        share = next((clause.words([t]) for t in clause.tokens if "rate.share" in t.roles), "")
        return attrs.evolve(subject, label=label + share)
    size, first = found.size, found.subject[0] if found.subject else None
    if size is None or first is None or not size.end <= first.start <= size.end + LONGEST_AFTER_SIZE:
        return subject
    if not label.startswith(clause.words([first])):
        return subject
    clause.scene.subject = attrs.evolve(subject, label=clause.source[size.start : first.start] + label)
    return clause.scene.subject


LONGEST_AFTER_SIZE = 3  # characters: 以上的


def _with_thing(asked: Asked, subject: Subject) -> Subject:
    """A subject with its gain, 户均 + 增收, or with what is told after an amount of it: 安排12亿元 + 专项资金."""
    clause, moved_by = asked.clause, asked.found.moved_by
    moved = clause.words([moved_by]) if moved_by is not None else ""
    gain = moved if moved in word_list("zh", "predicate.gains") else ""
    clause.scene.subject = attrs.evolve(subject, label=subject.label + gain + clause.words(asked.run))
    return clause.scene.subject
