"""Whose data tell what a sentence says, which is no part of what it measures: "Customs data of Friday show"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.concepts import NATION
from shandong_econ.lexicon.speech import speech_set
from shandong_econ.parsing.english.listed_words import places_of
from shandong_econ.parsing.english.word_kinds import is_plain, is_verb, says_nothing, word_set
from shandong_econ.parsing.finding.tokens import Token


def without_tellers(tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence without the words that only tell whose data show it, and "that" behind them.

    A time, or a place, of which the data are is that of what they show: "data for May show", "figures for Weifang".
    """
    kept = _without_hearsay(tokens)
    for verb in reversed([n for n, token in enumerate(kept) if token.word in _showing()]):
        start = _clause_start(kept, verb) if verb < len(kept) else None  # a later one may have taken it along
        if start is None:
            continue
        end = verb + 1
        if end < len(kept) and kept[end].word == "that":
            end += 1
        where = _place_of(kept[start:verb])
        rest = kept[end : _clause_end(kept, end)]
        if all(map(says_nothing, rest)):  # "..., customs data showed on Monday"
            start, end, where = max(0, start - 1), end + len(rest), None
        times = [token for token in kept[start:end] if token.time is not None and token.time.form not in _OF_RELEASE]
        opening = [] if where is None else [_IN, where, _COMMA]
        kept = [*kept[:start], *times, *opening, *kept[end:]]
    return kept


def _without_hearsay(tokens: list[Token]) -> list[Token]:
    """The pieces without an "it is learned that", of which the "it" goes back to nothing."""
    for n in places_of(tokens, "tellers.nobody"):
        near = tokens[n : n + LONGEST_HEARSAY] if not n or tokens[n - 1].mark else []
        that = next((k for k, one in enumerate(near) if one.word in word_set("relative.restricting")), 0)
        said = near[1:that]
        if len(said) > 1 and said[0].word in word_set("passive.be") and all(map(_says_how, said)):
            released = all(says_nothing(one) and (one.time is None or _is_of_release(one)) for one in tokens[:n])
            return [*tokens[: 0 if released else n], *tokens[n + that + 1 :]]
    return tokens


LONGEST_HEARSAY = 6  # pieces of "it was announced on Monday that"


def _says_how(token: Token) -> bool:
    return _is_of_release(token) or is_plain(token) or is_verb(token)


def _is_of_release(token: Token) -> bool:
    return token.time is not None and token.time.form in _OF_RELEASE


_IN, _COMMA = Token(0, 0, word="in"), Token(0, 0, mark=",", word=",")


def _place_of(teller: Sequence[Token]) -> Token | None:
    """The place that data are of: not that of a customs, which tells of its province, nor the whole nation."""
    for token, following in zip(teller, [*teller[1:], _COMMA], strict=True):
        if token.areas and token.areas[0] != NATION and "-" not in token.word:  # "Beijing-based"
            return None if following.word in word_set("entity.districts") else token
    return None


_OF_RELEASE = frozenset({"day", "unknown"})  # when the data were given out


@cache
def _showing() -> frozenset[str]:
    return speech_set("en", "verbs.shows") | word_set("tellers.verbs")


def _clause_start(tokens: Sequence[Token], verb: int) -> int | None:
    """Where the clause begins in which data show something, or None if it is not data that do."""
    data = False
    for n in range(verb - 1, -1, -1):
        if tokens[n].figure is not None:
            return None
        if tokens[n].mark or tokens[n].word in word_set("clause.words"):
            return n + 1 if data else None
        data = data or tokens[n].word.rpartition(" ")[2] in word_set("tellers.heads")
    return 0 if data else None


def _clause_end(tokens: Sequence[Token], start: int) -> int:
    return next((n for n in range(start, len(tokens)) if tokens[n].mark), len(tokens))
