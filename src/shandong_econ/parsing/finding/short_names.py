"""Counties that a text names in short once it has told which they are: 安吉 after 安吉县, 霞浦 in 福建霞浦.

The lists have them under their full names alone, since the short one of many is another word as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from shandong_econ.lexicon.concepts import NATION, area_codes, area_words, is_wider, level_of, province_of
from shandong_econ.lexicon.words import either, word_list
from shandong_econ.model import Area
from shandong_econ.parsing.finding.series import known_words

SHORTEST = 2  # characters
LONGEST = 4


def find_short_names(text: str, home: Area | None) -> Mapping[str, tuple[str, ...]]:
    """The short names of the counties that a text names in full, or right behind their province or city.

    Those in the area that the text is about are known too. Each has the codes of the areas that it can mean.

    >>> find_short_names("安吉县素有“椅业之乡”之称。", None)
    {'安吉': ('330523',)}
    >>> find_short_names("福建霞浦的紫菜。", None)
    {'霞浦': ('350921',)}
    """
    full = {match[0][cut:] for match in _fulls().finditer(text) for cut in range(len(match[0]) - SHORTEST)}
    full |= {home.name_zh} if home is not None and home.name_zh else set()
    known = ((name, codes) for name in sorted(full) if (codes := codes_called(name)))
    inside = _within(home.code) if home is not None and home.code is not None else ()
    found = {short: codes for short, codes in inside if short in text}
    for outer, after in {(match[0], text[match.end() : match.end() + LONGEST]) for match in _outers().finditer(text)}:
        found.update(_behind(codes_called(outer)[0], after))
    return found | {short: codes for name, codes in known if _counties(short := _short_of(name))}


def find_regions(text: str) -> Mapping[str, tuple[str, ...]]:
    """The parts of the nation that a text lists in short before one in full.

    >>> find_regions("东部、中部和东北地区投资分别增长3.8%、4.2%和3.2%。")["中部"]
    ('X-CENTRAL',)
    """
    is_told = word_list("zh", "area.kinds")[0] in text and _region_lists().search(text) is not None
    return _regions() if is_told else {}


@cache
def _regions() -> Mapping[str, tuple[str, ...]]:
    kind = word_list("zh", "area.kinds")[0]
    told = ((code, words[0]) for code, words in area_words("zh") if not code.isdigit() and words[0].endswith(kind))
    return MappingProxyType({name.removesuffix(kind): (code,) for code, name in told})


@cache
def _region_lists() -> re.Pattern[str]:
    kind, joints = word_list("zh", "area.kinds")[0], either(word_list("zh", "link.list"))
    which, one = word_list("zh", "link.of_which")[0], f"(?:{either(_regions())})"
    begins = rf"(?:(?<![\u4e00-\u9fff])|(?<={which}))"  # 其中东部、西部地区, but not 内蒙古东部、东北地区
    return re.compile(rf"{begins}{one}(?:(?:{joints}){one})*(?:{joints}){one}{kind}")


def codes_called(name: str) -> tuple[str, ...]:
    """The codes of the areas of this name."""
    return area_codes("zh").get(name, ())


def county_in_short(name: str) -> str | None:
    """The code of the one county of this short name, or None."""
    return _only(_counties(name))


def county_inside(name: str, home: Area) -> str | None:
    """The code of the one county of this short name in the province of an area, or None.

    In a city the names of its counties are no other words: 江山, in Quzhou.
    """
    if home.code is None or home.code == NATION:
        return None
    if level_of(home.code) == "prefecture" and (code := _only(_of_short_name(name), home.code)) is not None:
        return code
    return _only(_counties(name), province_of(home.code))


def _only(codes: Iterable[str], within: str = NATION) -> str | None:
    found = [code for code in codes if within == NATION or is_wider(within, code)]
    return found[0] if len(found) == 1 else None


def county_called(name: str, home: Area | None) -> str | None:
    """The code of the one county of this English name, if short, in the province of a report's own area, or None."""
    if home is None or home.code is None:
        return None
    short, shorts = name.lower().removesuffix(" county"), _english_shorts()
    syllables = [short.removesuffix(end) for end in word_list("en", "local.ends")]  # Jixian is Ji County
    called = [code for one in (name.lower(), short, *syllables) for code in shorts.get(one, ())]
    codes = [code for code in dict.fromkeys(called) if province_of(code) == province_of(home.code)]
    return codes[0] if len(codes) == 1 else None


@cache
def _english_shorts() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, words in area_words("en"):
        for word in words if level_of(code) == "county" else ():
            short, _, kind = word.rpartition(" ")
            if kind.lower() in word_list("en", "local.nouns"):
                short = short.split(" ")[0] if word.lower().endswith(word_list("en", "local.of_peoples")) else short
                for one in (short, word):
                    found.setdefault(one.lower(), []).append(code)
    return MappingProxyType({short: tuple(dict.fromkeys(codes)) for short, codes in found.items()})


@lru_cache(maxsize=65536)
def _counties(short: str) -> tuple[str, ...]:
    """The codes of the counties of a short name that is no other word of the lists."""
    if len(short) < SHORTEST or short in known_words("zh") or short in word_list("zh", "place.not_short"):
        return ()
    return _of_short_name(short)


def _of_short_name(short: str) -> tuple[str, ...]:
    called = (code for end in word_list("zh", "place.ends") for code in codes_called(short + end))
    return tuple(dict.fromkeys(code for code in called if level_of(code) == "county"))


@cache
def _within(outer: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The short names of the counties in a province or a city; in the whole nation they are too many to be sure."""
    if outer == NATION or not outer.endswith("00"):  # a county has none
        return ()
    inside = [(code, words) for code, words in area_words("zh") if is_wider(outer, code)]
    shorts = {short for code, words in inside for word in words if _counties(short := _short_of(word))}
    counties = ((short, tuple(code for code in _counties(short) if is_wider(outer, code))) for short in shorts)
    return (*((short, codes) for short, codes in counties if codes), *_cities(inside))


def _cities(areas: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The cities of a province whose short names are common words elsewhere: 朝阳 in a text on Liaoning."""
    for code, words in areas:
        short = _short_of(words[0])
        if short and short not in known_words("zh") and level_of(code) == "prefecture":
            yield short, (code,)


def _short_of(name: str) -> str:
    return name[:-1] if name.endswith(word_list("zh", "place.ends")) else ""


def _behind(outer: str, after: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The short names with which a text goes on, of counties in the province or city named right before."""
    for end in range(SHORTEST, len(after) + 1):
        inside = tuple(code for code in _counties(after[:end]) if is_wider(outer, code))
        if inside:
            yield after[:end], inside


@cache
def _outers() -> re.Pattern[str]:
    codes = area_codes("zh")
    return re.compile(either(name for name in codes if level_of(codes[name][0]) in ("province", "prefecture")))


@cache
def _fulls() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff]{{{SHORTEST},{LONGEST}}}(?:{either(word_list('zh', 'place.ends'))})")
