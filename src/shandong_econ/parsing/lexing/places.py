"""The places that a stretch of text names, in their order, whatever else it says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from shandong_econ.lexicon.concepts import NATION
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.grammar.classes import AREA
from shandong_econ.parsing.lexing.chinese import lex_chinese
from shandong_econ.parsing.lexing.english import lex_english
from shandong_econ.parsing.lexing.text_names import NO_NAMES, TextNames
from shandong_econ.parsing.lexing.tokens import Sentence, Token
from shandong_econ.parsing.lexing.vocabulary_english import ABROAD


def places_in(text: str, start: int, end: int, language: str, names: TextNames = NO_NAMES) -> Sequence[Token]:
    """The places with a code of their own in `text[start:end]` of cleaned text; `what` is the codes of each.

    `names` are places that the text shows to be such.
    """
    if language == "zh" and names.pattern is not None and names.pattern.search(text, start, end):
        return _coded(_places(lex_chinese(text, start, end, names, whole=True)))
    return _coded(_in_list(text, start, end, language))


def places_abroad(text: str, start: int, end: int) -> Sequence[Token]:
    """The places abroad that English text names, in their order."""
    return [token for token in _in_list(text, start, end, "en") if token.what == ABROAD]


@lru_cache(maxsize=16)  # a title is looked over for the home of a text, and again for a place within it
def _in_list(text: str, start: int, end: int, language: str) -> Sequence[Token]:
    if language == "en":
        return _places(lex_english(text, text.lower(), start, end, whole=True))
    return _places(lex_chinese(text, start, end, whole=True))


forget_places = _in_list.cache_clear
"""Lets go of the texts that were looked over."""


def _places(sentence: Sentence) -> Sequence[Token]:
    told = [token for cls, token in zip(sentence.classes, sentence.tokens, strict=True) if cls == AREA]
    return [_with_code(sentence.text, token) for token in told] if sentence.language == "en" else told


def _coded(told: Sequence[Token]) -> Sequence[Token]:
    return [token for token in told if isinstance(token.what, tuple) and token.what]


def _with_code(text: str, token: Token) -> Token:
    """The nation's name with what it has, "China's", as the nation; any other token as it is."""
    named = isinstance(token.what, frozenset) and text.startswith(word_list("en", "area.nation_named"), token.start)
    return token._replace(what=(NATION,)) if named else token
