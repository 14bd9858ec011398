"""Who or what a clause turns to by name: a firm, a park, a mine, a port, or a place without a code.

All are told by how their names end; the words are data (entity.* and local.* of forms.toml).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from shandong_econ.lexicon.words import either, holds_any, word_list

LONGEST = 16  # characters of a name before what it ends with
SHORTEST = 2  # characters that are a firm's own
_OPENS_TITLE = ("《", "“")


class Holder(NamedTuple):
    """A name at the head of a noun phrase, and where it ends; `is_place` tells a place from a firm and its like."""

    name: str
    start: int
    end: int
    is_place: bool


def holder_at(text: str, start: int, end: int, placed: int | None) -> Holder | None:
    """The name that begins a noun phrase; `placed` is where the place begins that is named right before it."""
    if placed is not None and (laid := _laid_out().match(text, start, end)):
        return Holder(text[placed : laid.end()], placed, laid.end(), is_place=laid["port"] is None)
    if text.startswith(_OPENS_TITLE, start, end) and (title := _titles().match(text, start, end)):
        return Holder(title[0], start, title.end(), is_place=False)
    if _last_characters().isdisjoint(text[start:end]):
        return None
    begin = start if placed is None else placed
    if pointed := _pointed().match(text, start, end):
        own = start if text.startswith(word_list("zh", "entity.again"), start) else pointed.start("who")
        return Holder(text[own : pointed.end()], start, pointed.end(), is_place=False)
    named = _firms().match(text, begin, end)
    if named is None or named.end() <= start:
        return None
    own, is_placed = max(start, named.start("who")), placed == named.start("who")
    if not _has_own_name(text[own : named.end()], named["ends"], is_placed=is_placed):
        return None
    return Holder(named["who"], begin, named.end(), is_place=False)


def _has_own_name(name: str, ends: str, *, is_placed: bool) -> bool:
    """Whether a name has something of its own before what it ends with, as 上市公司 has not."""
    if name.startswith(word_list("zh", "entity.not_first")) or holds_any(name, "zh", "entity.verbs"):
        return False
    own = before = name.removesuffix(ends).replace(" ", "")
    for word in word_list("zh", "entity.general"):
        own = own.replace(word, "") if word in own else own
    of_place = is_placed and (len(before) < SHORTEST or before in word_list("zh", "entity.ways"))
    return of_place or len(own) >= SHORTEST


@cache
def _last_characters() -> frozenset[str]:
    """The characters with which the names of firms end, and what is pointed to: a phrase without them names none."""
    lists = ("firms", "parks", "works", "ports", "pointed")
    return frozenset(word[-1] for kind in lists for word in word_list("zh", f"entity.{kind}"))


@cache
def _laid_out() -> re.Pattern[str]:
    """经济技术开发区, 西海岸新区, 港: what a government laid out, right after the place where it lies."""
    zones, kinds = either(word_list("zh", "entity.zones")), either(word_list("zh", "area.kinds"))
    (port,), others = word_list("zh", "entity.port"), either(word_list("zh", "entity.not_port"))
    return re.compile(rf"[^\W\d_]{{0,8}}?(?:{zones}|{kinds}(?!生产))|(?P<port>{port}(?!{others}))")


@cache
def _pointed() -> re.Pattern[str]:
    """这家光伏企业, 该公司: pointed to, not named."""
    pointing, kinds = either(word_list("zh", "entity.pointing")), either(word_list("zh", "entity.pointed"))
    return re.compile(rf"(?:{pointing})的?(?P<who>[^，。、\d的]{{0,12}}?(?:{kinds}))(?!群|业)")


@cache
def _firms() -> re.Pattern[str]:
    ends = [word for kind in ("firms", "parks", "works", "ports") for word in word_list("zh", f"entity.{kind}")]
    never = either(word_list("zh", "entity.not_before"))
    char = r"[^，。、；：“”()\d的]"  # what stands before 的 is only said of it
    ended = rf"(?P<who>{char}{{1,{LONGEST}}}?(?P<ends>{either(ends)}))"
    return re.compile(rf"(?:[^，。、；：“”()\d]*?的)?{ended}(?![和与及等或群]|业(?!务|绩)|{never})")


@cache
def _titles() -> re.Pattern[str]:
    """《…》, a film or a show and no document, and a ship's name: “…号”."""
    never = either(word_list("zh", "entity.not_before"))
    documents = "".join(f"(?<!{one}》)" for one in word_list("zh", "entity.documents"))
    return re.compile(rf"《[^《》]{{1,{LONGEST}}}》{documents}(?![和与及等或、记《])|“[^“”]{{1,8}}号”(?!{never})")
