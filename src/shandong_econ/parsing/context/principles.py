"""The principles that each language asks for each part of a figure: each can be listed and be left out by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from shandong_econ.parsing.context import (
    behind_english,
    comparing,
    dating,
    lists,
    placing,
    spanning,
    subjects_english,
    topics,
)

P = TypeVar("P", bound=Callable[..., Any])
SUBJECT = {"zh": topics.PRINCIPLES, "en": subjects_english.PRINCIPLES}
"""What is measured: the first that knows it tells it."""
TIME = {"zh": dating.CHINESE, "en": dating.ENGLISH}
"""When: the first that knows it tells it."""
ADJUSTMENT: dict[str, tuple[Callable[..., Any], ...]] = {"zh": spanning.CHINESE, "en": spanning.ENGLISH}
"""What the nature of a series makes of the time that was told: all of them, in turn."""
AREA = {"zh": placing.CHINESE, "en": placing.ENGLISH}
"""Where: the first that knows it tells it."""
AGAINST = {"zh": comparing.CHINESE, "en": comparing.ENGLISH}
"""Compared with what: the first that knows it tells it."""

_OF_SEVERAL = (lists.told_together, lists.listed, lists.dealt_to_branches, subjects_english.three_industries)
_DEALT_OUT = (
    subjects_english.dealt_out,
    dating.dealt_out,
    placing.dealt_out,
    comparing.dealt_out,
    comparing.each_its_own,
)
NEEDED: Mapping[str, tuple[Callable[..., Any], ...]] = {
    "several": (*_OF_SEVERAL, *_DEALT_OUT),
    "at": (dating.of_its_shape,),
    ".old": (dating.before_a_move,),
    ".now": (dating.after_a_move,),
    ".side": (placing.of_the_side,),
    "who": (placing.that_is_ranked,),
    "level": (behind_english.of_its_unit, subjects_english.of_its_verb),
    "growth": (subjects_english.of_the_economy, dating.behind_its_amount),
    "growth/change/gap": (dating.of_its_move,),
    "change/gap": (comparing.as_the_change_before,),
    "up/down": (subjects_english.behind_an_aside,),
    "whole": (subjects_english.of_the_whole,),
    "times": (dating.as_a_base, comparing.by_its_base, comparing.over_its_base),
    "goal": (dating.of_a_goal,),
    "tail": (dating.behind_it, placing.behind_it, comparing.behind_it),
    "comparison": (comparing.in_its_shape,),
    "rank": (subjects_english.ranked_in,),
    "noun": (topics.counted, behind_english.behind_it),
    "deed": (topics.counted_that_moved, behind_english.some_of_them),
    "thing": (behind_english.in_its_shape,),
    "phrases": (topics.of_its_owner, topics.of_its_phrase, lists.new_like_the_first),
    "verb": (topics.of_its_verb,),
    "places": (topics.told_of_another_place,),
    "opens": (subjects_english.of_the_topic,),
    "clauses": (topics.of_an_earlier_clause,),
}
"""The traits of which a figure needs one to be told of by these principles."""
_NEEDED = [(frozenset(traits.split("/")), needing) for traits, needing in NEEDED.items()]


@lru_cache(maxsize=4096)  # most figures of a text are told in a few ways
def asked(principles: tuple[P, ...], traits: frozenset[str], of: int) -> tuple[P, ...]:
    """Those principles that may tell something of a figure with these traits, one `of` so many."""
    has = traits | {"several"} if of > 1 else traits
    idle = [one for needed, needing in _NEEDED if not has & needed for one in needing]
    return tuple(one for one in principles if one not in idle)


TABLES: Mapping[str, dict[str, tuple[Callable[..., Any], ...]]] = {
    "What is measured": SUBJECT,
    "When": TIME,
    "What the series makes of the time": ADJUSTMENT,
    "Where": AREA,
    "Compared with what": AGAINST,
}
"""Each table by the question that it answers."""
