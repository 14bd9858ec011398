"""Noun phrases without the words that only tell which way or how much something moved: "growth of", "the strongest"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.by_the_way import LONGEST_PART
from shandong_econ.parsing.english.places import without_places
from shandong_econ.parsing.english.role_classes import MORE
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def bare(words: Words, tokens: Sequence[Token], noun: int) -> tuple[str, int]:
    """A noun phrase without "growth of", "the decline in" and the like, and the sign that these give."""
    part = _without_side(_without_rest(core(tokens)))
    if part and is_change(part[-1]) and part[-1].naming is None and _only_tells_how(tokens):
        return "", -1 if "change.fall_noun" in part[-1].roles else noun or 1
    while part and is_change(part[0]) and part[0].naming is None:
        if "change.act" not in part[0].roles:
            noun = -1 if "change.fall_noun" in part[0].roles else noun or 1
        part = core(part[1:])
    head = part[: next((n for n, token in enumerate(part) if token.word in word_set("area.at")), len(part))]
    named = any(one.naming is not None for one in (*head[-1:], *part[-1:]))
    if len(head) > 1 and "rank.superlative" in head[0].roles and named:
        part = part[1:]  # "the fastest | GDP growth", "the largest | city economy in the west"
    while part and is_change(part[-1]) and part[-1].naming is None:
        noun = -1 if "change.fall_noun" in part[-1].roles else noun or 1
        part = core(part[:-1])
    return words.phrase(part), noun


def _without_rest(part: list[Token]) -> list[Token]:
    """A noun phrase without what tells that the figure is all that is left: "and farming | the other" 0.4 points."""
    return core(part[:-1]) if len(part) > 1 and part[-1].word in word_set("some_of.more") else part


def _without_side(part: list[Token]) -> list[Token]:
    """A noun phrase of what a subject is set beside, which has its own figure: "ran faster than | towns, up" 4%."""
    set_beside = len(part) > len(("faster", "than")) and "comparison.than" in part[1].roles
    return core(part[2:]) if set_beside and not MORE.isdisjoint(part[0].roles) else part


def _only_tells_how(tokens: Sequence[Token]) -> bool:
    """Whether the words between an article and "increase" tell only how large it is: "a post-holiday increase"."""
    start = max((n for n, token in enumerate(tokens) if token.word in word_set("acting.articles")), default=None)
    if start is None or len(tokens) - start > LONGEST_PART:
        return False
    return all(is_plain(token) or is_change(token) or "link.filler" in token.roles for token in tokens[start + 1 :])


def tells_degree(phrase: str) -> bool:
    """Whether words only say how much of a thing there is: "strongest", of "saw the strongest monthly growth"."""
    said = [word for word in phrase.lower().split() if word not in word_set("area.at")]
    return bool(said) and word_set("degree.words").issuperset(said)


def only_praises(words: Words, part: Sequence[Token]) -> bool:
    """Whether what follows a verb is only what a subject is first of: "cars were | the fastest growing export"."""
    said = core(part)
    if not said or "rank.superlative" not in said[0].roles:
        return False
    head, of, _ = words.phrase(said).partition(" of ")
    return bool(of) and name_series_english(head, words.scene.base).base is None


def noun_inside(scene: Scene, phrase: str) -> int:
    """The sign that the name of what grows itself gives: "economic growth", "revenue growth of industry"."""
    grows = not word_set("growth_nouns.words").isdisjoint(phrase.lower().split())
    code = name_series_english(without_places(phrase, scene.places.local_places), scene.base).code if grows else None
    return int(grows and (code is None or kinds()[code].unit not in PERCENT))  # "the natural growth rate" is a level
