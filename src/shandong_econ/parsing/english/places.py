"""The place that the words before a figure are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from shandong_econ.lexicon.concepts import areas, is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.english.words import Words, word_set
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.series import Series
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokenise_english import phrases
from shandong_econ.parsing.finding.tokens import Token

LONGEST_NAME = 10  # words that the name of a place has: Enshi Tujia and Miao Autonomous Prefecture has six


def area_of(words: Words, tokens: Sequence[Token]) -> Area | None:
    """The place that the words before a verb are about: not a partner of trade, and not one in a relative clause."""
    found: list[Token] = []
    partner = False
    for token in tokens:
        word = words.word(token)
        if token.areas:
            if not partner:
                found.append(token)
            continue
        if word in word_set("partner.before"):
            partner = True
        elif not (token.mark == "," or "link.list" in token.roles):
            partner = False
        if found and word in word_set("relative.that"):
            break
    if (zone := _zone(words, tokens)) is not None:
        return zone
    if not found:
        nation = any("area.nation" in t.roles for t in tokens)
        return areas()["100000"] if nation else None
    best = found[0]
    for token in found[1:]:
        if is_wider(best.areas[0], token.areas[0]):
            best = token
    if len(found) > 1 and (common := _common(words, tokens, found)) is not None:
        return common
    return place(best.areas, words.scene.home, words.name(best))


def areas_of_list(words: Words, tokens: Sequence[Token], count: int) -> list[Area]:
    """The places of a list of as many figures: "the growth of Yantai, Jining and Heze"."""
    found = [token for token in tokens if token.areas]
    if len(found) != count or count < 2:
        return []
    between = tokens[tokens.index(found[0]) : tokens.index(found[-1]) + 1]
    if any(not (token.areas or token.mark == "," or "link.list" in token.roles) for token in between):
        return []
    return [place(token.areas, words.scene.home, words.name(token)) for token in found]


def _zone(words: Words, tokens: Sequence[Token]) -> Area | None:
    """A zone without a code that is named with capitals: Xiong'an New Area."""
    if not tokens:
        return None
    found = _zones().search(words.source, tokens[0].start, tokens[-1].end)
    if found is None or any(t.areas and found.start() <= t.start < found.end() <= t.end for t in tokens):
        return None  # Pudong New Area has one
    return Area(None, found[0].removeprefix("The "))


@cache
def _zones() -> re.Pattern[str]:
    suffixes = "|".join(re.escape(suffix) for suffix in word_list("en", "zone.words"))
    return re.compile(rf"\b[A-Z][\w'’-]+ (?:(?:[A-Z][\w'’-]+|and) ){{0,4}}(?:{suffixes})\b")


def _common(words: Words, tokens: Sequence[Token], found: Sequence[Token]) -> Area | None:
    """The province of places whose figure is of all of them: "the ports of Tangshan and Huanghua"."""
    first, last = tokens.index(found[0]), tokens.index(found[-1])
    between = tokens[first : last + 1]
    if any(not (t.areas or t.mark == "," or "link.list" in t.roles or words.name(t).istitle()) for t in between):
        return None
    if not any("link.list" in token.roles for token in between):  # "Zouping, Binzhou City" is one place
        return None
    heads = {token.areas[0][:2] for token in found}
    return areas().get(f"{heads.pop()}0000") if len(heads) == 1 else None


def series_named(words: str, base: str | None) -> Series:
    """The series that a noun phrase names, without the places in it unless they are its part: "trade with Macao"."""
    pieces = words.split()
    owner = _length_of_place(pieces) if pieces else 0
    series = name_series_english(" ".join(pieces[owner:]) or words, base)  # "Macao's exports" are Macao's own
    if series.code is None and series.breakdown is None:
        return name_series_english(without_places(words), base)
    return series


@lru_cache(maxsize=65536)
def without_places(words: str) -> str:
    """A noun phrase without the places in it."""
    kept: list[str] = []
    rest = words.split()
    while rest:
        length = _length_of_place(rest) if rest[0][:1].isupper() else 0
        if not length:
            kept.append(rest[0])
        rest = rest[length or 1 :]
    return " ".join(kept)


def _length_of_place(words: Sequence[str]) -> int:
    """How many words make the name of a place that begins here, or 0."""
    known = phrases().places
    sizes = range(min(LONGEST_NAME, len(words)), 0, -1)
    return next((size for size in sizes if _place_name(" ".join(words[:size])) in known), 0)


def _place_name(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")
