"""Names that have numbers in them or are shown to be names by one: “四新”, 第一、二产业, 0-14岁, 鲁苏两省."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from shandong_econ.lexicon.concepts import area_words
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.figures import either, find_chinese
from shandong_econ.parsing.finding.lexis import Lexis
from shandong_econ.parsing.finding.numbered_names import numbered_names
from shandong_econ.parsing.finding.tokens import Token

MOVES = frozenset({"change.up", "change.down"})


def find_names(text: str, start: int, end: int, words: Lexis) -> Iterator[Token]:
    """The names of a sentence in which no figure is looked for, but for quoted ones."""
    yield from _three_industries(text, start, end, words)
    yield from _short_places(text, start, end)
    for match in _groups().finditer(text, start, end):
        yield Token(match.start(), match.end(), areas=(_group_codes()[match[1]],), is_name=True)
    yield from numbered_names(text, start, end)


def _three_industries(text: str, start: int, end: int, words: Lexis) -> list[Token]:
    """The three industries where they are named in short: 第一、二、三产业."""
    pattern, names = _short_industries()
    found = []
    for match in pattern.finditer(text, start, end):
        for name, (first, last) in zip(names, (match.span(n) for n in (1, 2, 3)), strict=True):
            found.append(Token(first, last, naming=words.entries[name].naming, stands_for=name))
    return found


@cache
def _short_industries() -> tuple[re.Pattern[str], tuple[str, ...]]:
    return re.compile(word_list("zh", "industries.short")[0]), word_list("zh", "industries.three")


def _short_places(text: str, start: int, end: int) -> list[Token]:
    """Provinces named by one character each, which only their number shows to be names: 鲁苏两省, 沪、浙、皖三地."""
    pattern, codes = _runs_of_abbreviations(), abbreviated()
    return [
        Token(at, at + 1, areas=(codes[text[at]],))
        for match in pattern.finditer(text, start, end)
        for at in range(*match.span())
        if text[at] in codes
    ]


@cache
def _groups() -> re.Pattern[str]:
    """A group of areas with the number of its members, which is no figure but in 西部12个省区市中8个增长."""
    numeral = "".join(("一", *word_list("zh", "place.counted")))
    of, some = either(word_list("zh", "place.members")), either(word_list("zh", "place.of_members"))
    number = rf"(?:\d{{1,2}}|[{numeral}]{{1,3}})"
    return re.compile(rf"({either(tuple(_group_codes()))})(?:{number}个?(?>{of}))++(?!{some})")


@cache
def _group_codes() -> Mapping[str, str]:
    return MappingProxyType({word: row.code for row in area_words() if row.level == "group" for word in row.words_zh})


@cache
def abbreviated() -> Mapping[str, str]:
    """The code of the province that a character stands for: 京, 津, 冀."""
    return MappingProxyType({character: row.code for row in area_words() for character in row.abbr_zh})


@cache
def _runs_of_abbreviations() -> re.Pattern[str]:
    """京津冀三省市, and 鄂、皖、甘的 with a mark between each two."""
    one, most = f"[{''.join(abbreviated())}]", "{1,40}"  # more than there are, so that time stays linear
    numeral, collective = "".join(word_list("zh", "place.counted")), either(word_list("zh", "name.collective"))
    after = either(word_list("zh", "place.after_listed"))
    return re.compile(rf"{one}(?:(?:、?{one}){most}(?=[{numeral}]个?(?:{collective}))|(?:、{one}){most}(?={after}))")


_QUOTED = re.compile('[“"]([^“”"，。；：！？、,;:]{1,12})[”"]')


def quoted_names(text: str, start: int, end: int, words: Lexis) -> list[Token]:
    """Short names in quotation marks, numbers and all: “四新”, “33条”; what tells of a rise or fall is none."""
    names = []
    for match in _QUOTED.finditer(text, start, end):
        inner = match[1]
        moves = any(
            (entry := words.entries.get(inner[a:b])) is not None and not entry.roles.isdisjoint(MOVES)
            for a in range(len(inner))
            for b in range(a + 1, min(a + 3, len(inner)) + 1)
        )
        if not moves and not _tells_amount(text, *match.span(1)):
            names.append(Token(match.start(), match.end()))
    return names


def _tells_amount(text: str, start: int, end: int) -> bool:
    """Whether what is quoted is somebody's words that end in an amount: “退货率才1.3%”, but not “科创30条”."""
    last = next((f for f in find_chinese(text, start, end) if f.end == end), None)
    if last is None or last.is_word or last.ordinal or last.start < start + SHORTEST_SAID:
        return False
    return last.unit is not None and (bool(last.power) or last.unit not in COUNTED)


SHORTEST_SAID = 2  # characters
COUNTED = frozenset({"NUM", "PS", "PS_VISIT"})
