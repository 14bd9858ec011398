"""Counties that a text names in short once it has told which they are: 安吉 after 安吉县, 霞浦 in 福建霞浦.

The lists have them under their full names alone, since the short one of many is another word as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from shandong_econ.lexicon.concepts import NATION, area_codes, area_words, is_wider, province_of
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.series import known_words
from shandong_econ.parsing.finding.tokens import Token

SHORTEST = 2  # characters
LONGEST = 4
_HAN = re.compile("[\u4e00-\u9fff]")
Names = frozenset[tuple[str, tuple[str, ...]]]
"""Names with the codes of the areas that they can mean."""


def find_short_names(text: str, home: Area | None) -> Names:
    """The short names of the counties that a text names in full, and of those in the area that it is about.

    >>> sorted(find_short_names("安吉县素有“椅业之乡”之称。", None))
    [('安吉', ('330523',))]
    """
    if _HAN.search(text) is None:
        return frozenset()
    full = {match[0][cut:] for match in _fulls().finditer(text) for cut in range(len(match[0]) - SHORTEST)}
    full |= {home.name_zh} if home is not None and home.name_zh else set()
    known = ((name, codes) for name in full if (codes := codes_called(name)))
    shorts = {(short, codes) for name, codes in known if (short := _short_of(name)) in _shorts()}
    inside = _within(home.code) if home is not None and home.code is not None else ()
    return frozenset(shorts.union((short, codes) for short, codes in inside if short in text))


def codes_called(name: str) -> tuple[str, ...]:
    """The codes of the areas of this name."""
    return area_codes("zh").get(name, ())


def county_in_short(name: str) -> str | None:
    """The code of the one county of this short name, or None."""
    codes = _shorts().get(name, ())
    return codes[0] if len(codes) == 1 else None


def county_called(name: str, home: Area | None) -> str | None:
    """The code of the one county of this short English name in the province of a report's own area, or None."""
    if home is None or home.code is None:
        return None
    short, shorts = name.lower().removesuffix(" county"), _english_shorts()
    syllables = [short.removesuffix(end) for end in word_list("en", "local.ends")]  # Jixian is Ji County
    called = [code for one in (short, *syllables) for code in shorts.get(one, ())]
    codes = [code for code in dict.fromkeys(called) if province_of(code) == province_of(home.code)]
    return codes[0] if len(codes) == 1 else None


@cache
def _english_shorts() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in area_words():
        for word in row.words_en if row.level == "county" else ():
            short, _, kind = word.rpartition(" ")
            if kind.lower() in word_list("en", "local.nouns"):
                short = short.split(" ")[0] if word.lower().endswith(word_list("en", "local.of_peoples")) else short
                found.setdefault(short.lower(), []).append(row.code)
    return MappingProxyType({short: tuple(dict.fromkeys(codes)) for short, codes in found.items()})


def find_shorts(text: str, start: int, end: int, names: Names) -> Iterator[Token]:
    """Where a stretch of text names one of these counties."""
    if not names:
        return
    pattern, codes = _pattern(names)
    for match in pattern.finditer(text, start, end):
        yield Token(match.start(), match.end(), codes[match[0]])


@lru_cache(maxsize=64)
def _pattern(names: Names) -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    codes = dict(names)
    return re.compile(either(tuple(codes))), MappingProxyType(codes)


@cache
def _shorts(*, common: bool = False) -> Mapping[str, tuple[str, ...]]:
    """For each short name that is no other word of the lists, or only a `common` one, the codes of its counties."""
    found: dict[str, list[str]] = {}
    entries = known_words("zh")
    for row in area_words():
        for word in row.words_zh if row.level == "county" else ():
            short = _short_of(word)
            known = short in entries or (not common and short in word_list("zh", "place.not_short"))
            if len(short) >= SHORTEST and not known:
                found.setdefault(short, []).append(row.code)
    return MappingProxyType({short: tuple(dict.fromkeys(codes)) for short, codes in found.items()})


@cache
def _within(outer: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The short names of the counties in a province or a city; in the whole nation they are too many to be sure."""
    if outer == NATION or not outer.endswith("00"):  # a county has none
        return ()
    inside = ((short, tuple(code for code in codes if is_wider(outer, code))) for short, codes in _shorts().items())
    return (*((short, codes) for short, codes in inside if codes), *_cities_within(outer))


def _cities_within(outer: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The cities of a province whose short names are common words elsewhere: 朝阳 in a text on Liaoning."""
    entries = known_words("zh")
    for row in area_words():
        short = _short_of(row.words_zh[0])
        if short and short not in entries and row.level == "prefecture" and is_wider(outer, row.code):
            yield short, (row.code,)


def _short_of(name: str) -> str:
    return name[:-1] if name.endswith(word_list("zh", "place.ends")) else ""


@cache
def _fulls() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff]{{{SHORTEST},{LONGEST}}}(?:{either(word_list('zh', 'place.ends'))})")
