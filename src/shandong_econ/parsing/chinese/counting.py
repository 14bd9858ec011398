"""What a Chinese figure counts: things after it, those that its measure word names, those told before that did so."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.asked import Answer, Asked
from shandong_econ.parsing.chinese.clues import goes_back
from shandong_econ.parsing.chinese.counted import (
    OF,
    things_counted,
    those_grown,
)
from shandong_econ.parsing.chinese.deeds import deed_in, done_to_those_before, part_told
from shandong_econ.parsing.chinese.naming import named
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.openings import longest_at
from shandong_econ.parsing.finding.series import NO_SERIES
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def people_of_place(asked: Asked) -> Answer | None:
    """How many households or people live at a place named right before, or are reached: 全村320户1260人, 惠及3万人."""
    figure, last, source = asked.figure, asked.last, asked.clause.source
    if figure.word not in word_list("zh", "people.units"):
        return None
    reached = word_list("zh", "people.reached")
    if source.endswith(reached, 0, figure.start) and {asked.words, asked.after} <= {"", *reached}:
        return Subject(figure.word), 0
    if asked.words or asked.after:
        return None
    clause, place = asked.clause, asked.found.area or asked.found.home
    if clause.early and asked.scene.position.opens and clause.tokens[0].figure is figure:
        return Subject(clause.words(clause.following(asked.following)) or figure.word), 0  # 4.8万人稳定脱贫
    told = last is not None and last.subject.label == last.figure.word
    beside = told and last is not None and source[last.figure.end : figure.start] in _BESIDE
    other = last is None or last.figure.word != figure.word
    lives = beside or (other and place is not None and place.end == figure.start)
    return (Subject(figure.word), 0) if lives else None


_BESIDE = ("", "、")


def honoured(asked: Asked) -> Answer | None:
    """What something has been called so many times in a row: 连续三年被评为先进县."""
    if Says.STREAK not in asked.found.clues.says:
        return None
    rest = asked.clause.words(asked.clause.following(asked.following))
    verb = longest_at(rest, word_list("zh", "streak.honours"))
    honour = rest.removeprefix(verb).strip("“”")
    return (Subject(honour), 0) if verb and honour not in word_list("zh", "harvest.got") else None


def counted_by_noun(asked: Asked) -> Answer | None:
    """Things that their own measure word names: 6市上榜; a vague one, as in 3类, goes on with what was counted."""
    words, after, noun = asked.words, asked.after, asked.noun
    vague = noun in word_list("zh", "vague.nouns") and not after and asked.last and asked.last.unit == "NUM"
    if not noun or vague or (words and not goes_back(words)):
        return None
    did = after.startswith(word_list("zh", "deeds.of_part"))
    series = things_counted(asked.clause, after).series if after and not did else NO_SERIES
    asked.scene.subject = Subject(noun if did else noun + after, series)
    return asked.scene.subject, len(asked.run)


def done_by_them(asked: Asked) -> Answer | None:
    """Those of the things told last that did something, or to which something was done."""
    clause, words, figure = asked.clause, asked.words, asked.figure
    if asked.after:
        part = part_told(clause, words, asked.run, figure)
        return None if part is None else (part, len(asked.run))
    done = done_to_those_before(clause, asked.found, words, figure) if asked.counts else None
    return None if done is None else (done, 0)


def grown_among_them(asked: Asked) -> Answer | None:
    """Those of the divisions of industry told before whose output grew."""
    grown = those_grown(asked.clause, asked.after, asked.clause.following(asked.following + len(asked.run)))
    return None if grown is None else (grown, len(asked.run))


def counted_after(asked: Asked) -> Answer | None:
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
    if words.endswith(word_list("zh", "people.reached") + word_list("zh", "counted.holds")):
        after = after.partition(OF)[0]  # 覆盖12万居民的供热管网
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
    if words.endswith(word_list("zh", "people.who")):
        return OF not in after  # 科技特派员1.8万人深入田间地头
    does = after.startswith(word_list("zh", "deeds.of_part")) and OF not in after
    return does and len(words) > LONGEST_VERB and not deed_in(words)


LONGEST_VERB = 2  # characters
