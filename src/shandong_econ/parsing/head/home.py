"""Which area a text is about: the one that its title or its opening names, and within that the one it keeps to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.concepts import NATION, area_of, is_wider, province_of
from shandong_econ.lexicon.words import either, holds_any, word_list
from shandong_econ.model import Area
from shandong_econ.parsing.dateline import dateline_end
from shandong_econ.parsing.finding.places import code_called, place
from shandong_econ.parsing.finding.times import find_times
from shandong_econ.parsing.lexing.places import places_abroad, places_in
from shandong_econ.parsing.lexing.text_names import NO_NAMES, TextNames
from shandong_econ.parsing.lexing.tokens import Token
from shandong_econ.parsing.split import Paragraph

LOOKED_AT = 6  # paragraphs from the top
OFTEN, OFTENER = 1, 3  # times that a text names the place it keeps to, where its title does, and where it does not
_NEWS_DESK = "110000"  # where news of all the country are datelined
_CAPITAL = "0100"  # how the code of a province's capital ends
_LISTS = frozenset("、,和与及")


def find_home(text: str, paragraphs: Sequence[Paragraph]) -> Area | None:
    """The area that a text is about: the one that its title names, or its first paragraphs; None if they name none."""
    if paragraphs and paragraphs[0][2] == "zh" and _is_of_nation(text, paragraphs):
        return area_of(NATION)
    if opening := _opens_abroad(text, paragraphs):
        return _told_twice(*opening)
    for start, end, language in paragraphs[:LOOKED_AT]:
        if (code := _first(text, _told_in(text, start, end, language), language)) is not None:
            datelined = (one for part in paragraphs[:LOOKED_AT] for one in _datelined(text, *part))
            around = next((one for one in datelined if is_wider(one, code)), code)
            return None if code == NATION and _is_of_less(text, language) else area_of(around)
    for start, end, language in paragraphs[:LOOKED_AT]:
        code = _first(text, places_in(text, start, end, language), language)
        if code is not None and (start == paragraphs[0][0] or code != _NEWS_DESK):
            return area_of(code)  # of the dateline, or of the office that tells it
    return None


def _opens_abroad(text: str, paragraphs: Sequence[Paragraph]) -> list[list[str]]:
    """The places of the first two paragraphs of an English text that name any, if all of them lie abroad."""
    opening: list[list[str]] = []
    for start, end, language in paragraphs[: _OPENING * LOOKED_AT]:
        if places_in(text, start, end, language):
            break
        if language == "en" and (told := places_abroad(text, start, end)):
            opening.append([text[one.start : one.end] for one in told])
        if len(opening) == _OPENING:
            return opening
    return []


_OPENING = 2  # paragraphs with places: a title, and what opens the text below it


def _told_twice(title: Sequence[str], opening: Sequence[str]) -> Area | None:
    """The place that both of two paragraphs name; what only one of them names may be told in passing."""
    again = frozenset(map(str.lower, title))
    names = [name for name in opening if name.lower() in again]
    alike = [name for name in names if name.lower() == names[0].lower()]
    return Area(None, min(alike, key=str.isupper)) if alike else None  # "SINGAPORE - Singapore's exports"


def titled_zone(text: str, start: int, end: int) -> str | None:
    """The name of a zone without a code that a Chinese title begins with, right before a time: 西海岸新区2023年…."""
    no_zone = word_list("zh", "entity.not_first") + word_list("zh", "home.whole")
    named = _zone().match(text, start, end)
    if named is None or code_called(named[0]) or named[0].startswith(no_zone):
        return None
    return named[0] if any(time.start == named.end() for time in find_times(text, "zh", named.end(), end)) else None


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(
        rf"[^\W\da-zA-Z]{{2,16}}(?:{either(word_list('zh', 'entity.zones') + word_list('zh', 'entity.alone'))})"
    )


def _told_in(text: str, start: int, end: int, language: str, names: TextNames = NO_NAMES) -> Sequence[Token]:
    """The places of a paragraph; a capital in a dateline is not what a report is about."""
    body = dateline_end(text, start, end, language)
    return places_in(text, body, end, language, names)


def _datelined(text: str, start: int, end: int, language: str) -> Sequence[str]:
    """The codes of the places of a paragraph's dateline."""
    body = dateline_end(text, start, end, language)
    return [one.what[0] for one in places_in(text, start, body, language)] if body > start else []


def _is_of_nation(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether Chinese news are of the nation: a digest, or what tells of several provinces and has none in its title.

    What names a place only in passing, below its opening, is not on that place.
    """
    title, *rest = paragraphs[:LOOKED_AT]
    heads = text[title[0] : title[1]]
    if holds_any(heads, "zh", "heading.digests"):
        return not holds_any(heads, "zh", "heading.abroad")
    if not rest or heads.endswith(_ENDS) or places_in(text, *title):
        return False
    opening = next((n for n, one in enumerate(rest) if text[one[1] - 1] in _ENDS), 0)
    told = [(n, one) for n, paragraph in enumerate(rest) for one in _told_in(text, *paragraph)]
    if len({province_of(one.what[0]) for _, one in told if one.what[0] != NATION}) > 1:
        return True
    keeps = any(n <= opening or text.count(text[one.start : one.end]) >= OFTENER for n, one in told)
    return not keeps and _any_of("home.nation").search(text) is not None and not _is_of_less(text, "zh")


def _is_of_less(text: str, language: str) -> bool:
    """Whether a Chinese text speaks of all of a city or a county, which it need not name: 全市…高于全国0.2个百分点."""
    return language == "zh" and _any_of("home.below").search(text) is not None


@cache
def _any_of(role: str) -> re.Pattern[str]:
    return re.compile("|".join(word_list("zh", role)))


_ENDS = ("。", "；")


def _first(text: str, told: Sequence[Token], language: str) -> str | None:
    """The code of the first of these places, or of what it stands for."""
    told = _without_nation(text, told)
    if not told:
        return None
    code = told[0].what[0]
    if text.startswith(word_list(language, "area.customs"), _after_space(text, told[0].end)):
        return province_of(code) if code.endswith(_CAPITAL) else str(code)  # a capital's customs tell of the province
    run = [told[0]]
    for one in told[1:]:
        if not set(text[run[-1].end : one.start].strip()) <= _LISTS or text[run[-1].end : one.start].strip() == "":
            break
        run.append(one)
    provinces = {province_of(one.what[0]) for one in run}
    if len(run) > 1 and len(provinces) == 1 and not provinces & {one.what[0] for one in run}:
        return provinces.pop() or None  # 苏州、无锡、常州: the province in which all of a list lie
    for one in told[1:]:
        inner = next((c for c in one.what if is_wider(code, c)), None)
        between = text[told[told.index(one) - 1].end : one.start].strip()
        if inner is None or (between and not between.endswith(word_list(language, "area.capital"))):
            break
        code = inner  # 重庆市渝中区
    return str(code)


def _without_nation(text: str, told: Sequence[Token]) -> list[Token]:
    """The places without the nation where another follows it at once: China's Shandong."""
    return [
        one
        for n, one in enumerate(told)
        if not (one.what[0] == NATION and n + 1 < len(told) and told[n + 1].start - one.end <= len("'s "))
    ]


def _after_space(text: str, at: int) -> int:
    return at + text.startswith(" ", at)


def home_within(text: str, paragraphs: Sequence[Paragraph], home: Area, names: TextNames) -> Area:
    """The one place that a text keeps to which is said to be on a province or a city: its title or opening names it.

    `paragraphs` are those from the title on, `names` the places that it shows to be such. A text that names the whole
    as often is on all of it.
    """
    start, end, language = paragraphs[0]
    titled = _inside(text, start, end, language, home, names)
    opening = next((one for one in paragraphs[1:] if text[one[1] - 1] in "。."), None)
    opened = [] if opening is None else _inside(text, *opening, home, names)
    body = text[paragraphs[0][1] :]
    whole = sum(body.count(word) for word in word_list(language, "home.whole"))
    for told, least in ((titled, OFTEN), ([] if home.code == NATION else opened[:1], OFTENER)):
        for one in told:
            name = text[one.start : one.end]
            times = _named_in(body, place(one.what, home, name)) if language == "zh" else body.count(name)
            if times >= least and times > whole + (_named_in(body, home) if language == "zh" else 0):
                return place(one.what, home, name)
    return home


def _named_in(text: str, area: Area) -> int:
    """How often a text names an area, in full, in short or by its level: 潍坊市, 潍坊, 全市."""
    name = area.name_zh or ""
    words = (name[:-1] if len(name) > _SHORT_NAME else name, *(one + name[-1:] for one in word_list("zh", "home.all")))
    return sum(text.count(word) for word in words) if name else 0


_SHORT_NAME = 2  # characters


def _inside(text: str, start: int, end: int, language: str, home: Area, names: TextNames) -> list[Token]:
    told = _told_in(text, start, end, language, names)
    return [one for one in told if is_wider(home.code or "", one.what[0])]
