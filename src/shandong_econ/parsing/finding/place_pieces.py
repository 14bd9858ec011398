"""The pieces that name places, as the words beside them show: 位于高密, 工业大市佛山, 山东江苏."""

from __future__ import annotations

import itertools

from shandong_econ.lexicon.concepts import NATION, is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.lexis import Lexis
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.short_names import short_within
from shandong_econ.parsing.finding.tokens import Token, is_plain

SHORT_NAME = 2  # characters of a place's name without its 省 or 市
LONGEST_SHORT, LONGEST_CALLED = 4, 3  # characters


def settle_places(text: str, tokens: list[Token], words: Lexis) -> list[Token]:
    """The pieces with all the places that they name, apart from what these are called and from each other."""
    return _peers_apart(_without_titles(text, _places_set(text, tokens, words)))


def _places_set(text: str, tokens: list[Token], words: Lexis) -> list[Token]:
    """The pieces with places in short that only the word before them shows to be names: 位于高密, 来自巨野."""
    set_by = word_list("zh", "place.set_by") + word_list("zh", "place.called")
    ends = word_list("zh", "place.ends")
    for n, token in enumerate(tokens[1:], 1):
        if not is_plain(token):
            continue
        if (inner := _within(text, tokens[n - 1], token)) is not None:
            tokens[n : n + 1] = _parted(token, *inner)
            continue
        if not text.endswith(set_by, max(0, token.start - LONGEST_CALLED), token.start):
            continue
        for end in range(token.start + SHORT_NAME, min(token.end, token.start + LONGEST_SHORT) + 1):
            name = text[token.start : end]
            entries = (words.entries.get(name + kind) for kind in ends)
            if (entry := next((e for e in entries if e is not None and e.areas), None)) is not None:
                tokens[n : n + 1] = _parted(token, end, entry.areas)
                break
    return tokens


def _parted(token: Token, end: int, areas: tuple[str, ...]) -> list[Token]:
    """A piece as the name of a place with the words after it."""
    rest = [Token(end, token.end)] if end < token.end else []
    return [Token(token.start, end, areas=areas), *rest]


def _within(text: str, before: Token, token: Token) -> tuple[int, tuple[str, ...]] | None:
    """The county in short right after the name of the province or the city that holds it: 福建霞浦."""
    if not before.areas or before.end != token.start or before.areas[0] in (NATION, LOCAL):
        return None
    return short_within(text, token.start, token.end, before.areas[0])


def _peers_apart(tokens: list[Token]) -> list[Token]:
    """The pieces with a list mark between two places of which neither lies in the other: 山东江苏, not 山东济南."""
    apart = tokens[:1]
    for before, token in itertools.pairwise(tokens):
        if before.areas and token.areas and not _holds(before, token):
            apart.append(Token(token.start, token.start, mark="、"))
        apart.append(token)
    return apart


def _without_titles(text: str, tokens: list[Token]) -> list[Token]:
    """The pieces with what a place is called right before its name as one that names nothing: 工业大市佛山."""
    n = len(tokens) - 1
    while n > 0:
        first = n - 1
        if tokens[n].areas and tokens[first].is_words and _is_title(text, tokens[first], tokens[n]):
            while first and tokens[first - 1].is_words and tokens[first - 1].end == tokens[first].start:
                first -= 1
            tokens[first:n] = [Token(tokens[first].start, tokens[n].start, roles=_TITLE)]
        n = first
    return tokens


def _is_title(text: str, token: Token, name: Token) -> bool:
    seat = text[token.start - 1 : name.start] in word_list("zh", "place.called")  # 浙江省 + 会 + 杭州
    return seat or text.endswith(word_list("zh", "place.called"), token.start, name.start)


_TITLE = frozenset({"link.filler", "area.title"})


def _holds(before: Token, token: Token) -> bool:
    return LOCAL in token.areas or is_wider(before.areas[0], token.areas[0])
