"""Which area a text is about: the one that its title or its opening names, and within that the one it keeps to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from shandong_econ.lexicon.concepts import areas, is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.clean import in_lower_case
from shandong_econ.parsing.dateline import dateline_end
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.lexis import lexis
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.places import LISTS, first_place, place
from shandong_econ.parsing.finding.tokenise import tokenise
from shandong_econ.parsing.finding.tokenise_english import tokenise_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.head.heading import LOOKED_AT
from shandong_econ.parsing.split import language_of

_CAPITAL = "110000"  # where news of all the country are datelined
_OF_CITIES, _ENDS = "00", frozenset('.。!?！？"”')
OFTEN = 1  # times that a text names the place which it keeps to
OFTENER = 3  # times where its title does not name it
LONGEST_SIZE = 30  # characters of how large a county is: "a county of 1.2 million people in"
LONGEST_EPITHET = 3  # words between "a county in" and the name of the province


def find_home(text: str, spans: Sequence[tuple[int, int]]) -> Area | None:
    """The area that a text is about: the one that its title names, or its first paragraphs; None if they name none."""
    for start, end in spans[:LOOKED_AT]:
        tongue = language_of(text[start:end]) or "en"
        body = dateline_end(
            text, start, end, tongue
        )  # a provincial capital in a dateline is not what a report is about
        if (code := first_place(text, body, end, tongue)) is not None:
            return areas()[code]
    for start, end in spans[:LOOKED_AT]:
        code = first_place(text, start, end, language_of(text[start:end]) or "en", offices=True)
        if code is not None and (start == spans[0][0] or code != _CAPITAL):
            return areas()[code]  # of the dateline, or of the office that tells it
    return None


def home_within(text: str, spans: Sequence[tuple[int, int]], home: Area | None, local: frozenset[str]) -> Area | None:
    """The one place that a text keeps to which is said to be on a province or a city: its title and opening name it.

    `spans` are the paragraphs from the title on, and `local` the names, in small letters, of places without a code that
    the text tells of. Where the title names the whole itself, or the text names that as often, it is on all of it.
    """
    if home is None or home.code is None or not home.code.endswith(_OF_CITIES):
        return home
    language = language_of(text[spans[0][0] : spans[0][1]]) or "en"
    opening = next((span for span in spans[1:] if text[span[1] - 1] in _ENDS), None)
    if opening is None:
        return home
    titled = list(_places(text, *spans[0], language, local))
    told = list(_places(text, dateline_end(text, *opening, language), opening[1], language, local))
    inside = bool(titled) and _tells_of_part(text[slice(*spans[0])], home, language)
    if len(titled) > 1 and text[titled[0].end : titled[1].start] == LISTS:
        return home  # 苏州、无锡、常州上半年…
    body = text[opening[0] :]
    if language == "en" and _only_where(text[slice(*spans[0])], home) and not _times_of_home(home, body, language):
        titled = titled[1:]
    if titled and not inside and not _is_within(titled[0], home) and not _goes_inside(titled, home):
        return home
    of_opening = _first_named(told) if inside or not titled else []
    if language == "en" and of_opening:  # of "a town in Qilihe District" what the text names most
        before = takewhile(lambda token: token.areas[0] != home.code, told)
        of_opening = sorted(before, key=lambda token: -_times(*_bare(text, token), body, language))
    for tokens, least in ((titled, OFTEN), (of_opening, OFTEN if inside else OFTENER)):
        token = next((token for token in tokens if _is_within(token, home)), None)
        if token is None:
            continue
        name, kind = _bare(text, token)
        times = _times(name, kind, body, language)
        if times >= least and times > _times_of_home(home, body, language):
            return place(token.areas, home, f"{name} {kind}".strip() if token.areas[0] != LOCAL else name)
    return home


def _tells_of_part(title: str, home: Area, language: str) -> bool:
    """Whether an English title is on a place of the province that it does not name: "Sichuan county", "town in E"."""
    if language != "en":
        return False
    name, nouns = re.escape(home.name or ""), either(word_list("en", "local.nouns"))
    return re.search(rf"\b{name} (?i:{nouns})\b|{_held(name)}", title) is not None


def _only_where(title: str, home: Area) -> bool:
    """Whether an English title names the province last, only to say where: "Tea brings wealth in SW China's Yunnan"."""
    name, inside = re.escape(home.name or ""), either(word_list("en", "area.at"))
    return re.search(rf"\b(?:{inside}) (?:[\w']+ ){{0,{LONGEST_EPITHET}}}{name}\W*$", title) is not None


def _held(name: str) -> str:
    """How a place is said to lie in the province: "county in", "village of 1,200 people in south China's"."""
    nouns = either(word_list("en", "local.nouns"))
    return rf"\b(?i:{nouns})(?: of [\w., ]{{1,{LONGEST_SIZE}}})? (?:in|of) (?:[\w']+ ){{0,{LONGEST_EPITHET}}}{name}\b"


def _first_named(places: Sequence[Token]) -> list[Token]:
    """The first of these places, after those within it that are named right after: of 太湖县花亭镇 the township."""
    last = next((n for n, (one, other) in enumerate(pairwise(places)) if one.end != other.start), len(places) - 1)
    return list(reversed(places[: last + 1]))


def _places(text: str, start: int, end: int, language: str, local: frozenset[str]) -> Iterator[Token]:
    if language == "zh":
        tokens = tokenise(text, start, end, lexis("zh"), local)
        offices = word_list("zh", "area.agencies")  # 哈尔滨海关 tells of all its province
        tokens = [
            t for t in tokens if not text.startswith(offices, t.end) and text[t.start - 1] != "("
        ]  # 中欧班列(郑州)
    else:
        tokens = tokenise_english(text, in_lower_case(text), start, end, local)
    return (token for token in tokens if token.areas)


def _is_within(token: Token, home: Area) -> bool:
    code = token.areas[0]
    return code == LOCAL or (home.code is not None and is_wider(home.code, code))


def _goes_inside(tokens: Sequence[Token], home: Area) -> bool:
    """Whether a title goes on from the province to a place in it at once: "Jiangxi Yingtan: ...", 福建霞浦……."""
    return len(tokens) > 1 and _is_within(tokens[1], home) and tokens[1].start - tokens[0].end <= 1


def _bare(text: str, token: Token) -> tuple[str, str]:
    """The name of a place, and the English noun that tells what it is, if it stands in the name or behind it."""
    name = text[token.start : token.end].removesuffix("'s")
    nouns = either(word_list("en", "local.nouns"))
    kind = re.search(rf"(?i) ({nouns})$", name) or re.match(rf"(?i) ({nouns})\b", text[token.end :])
    if kind is not None and name.lower().endswith(word_list("en", "local.of_peoples")):
        return name.split(" ")[0], kind[1].split(" ")[-1]
    return (name, "") if kind is None else (name.removesuffix(kind[0]), kind[1])


def _times(name: str, kind: str, text: str, language: str) -> int:
    """How often a text names a place, or speaks of it as "the county"."""
    if language == "zh":
        return text.count(name)
    again = rf"|\b[Tt]he {kind.lower()}\b" if kind else ""
    return len(re.findall(rf"\b{re.escape(name)}\b{again}", text))


def _times_of_home(home: Area, text: str, language: str) -> int:
    """How often a text speaks of all the province, not only to say where a place is, or in a firm's name.

    "Jinjiang, Fujian province", "a county in east China's Fujian", "on the tip of Fujian, ...", "Fujian Hongda Paper".
    """
    if language == "zh":
        return sum(text.count(word) for word in word_list("zh", "home.whole"))
    name = re.escape(home.name or "")
    lies = rf", (?:{either(word_list('en', 'home.lies'))}) [a-z ]+ of {name},|, [a-z]+ China's {name}\b"
    rest = re.sub(rf"{_held(name)}|{lies}|\b{name} [A-Z][a-z]+ (?:of )?[A-Z]", "", text)
    named = len(re.findall(rf"(?<!, ){name}\b", rest))
    return named + sum(text.count(f" {word} ") for word in word_list("en", "home.whole"))
