"""The places that a stretch of text names, in their order, whatever else it says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from shandong_econ.parsing.clean import in_lower_case
from shandong_econ.parsing.grammar.classes import AREA
from shandong_econ.parsing.lexing.chinese import lex_chinese
from shandong_econ.parsing.lexing.english import lex_english
from shandong_econ.parsing.lexing.text_names import NO_NAMES, TextNames
from shandong_econ.parsing.lexing.tokens import Sentence, Token


def places_in(text: str, start: int, end: int, language: str, names: TextNames = NO_NAMES) -> Sequence[Token]:
    """The places with a code of their own in `text[start:end]` of cleaned text; `what` is the codes of each.

    `names` are places that the text shows to be such.
    """
    if language == "zh" and names.pattern is not None and names.pattern.search(text, start, end):
        return _coded(lex_chinese(text, start, end, names, whole=True))
    return _in_list(text, start, end, language)


@lru_cache(maxsize=16)  # a title is looked over for the home of a text, and again for a place within it
def _in_list(text: str, start: int, end: int, language: str) -> Sequence[Token]:
    if language == "en":
        return _coded(lex_english(text, in_lower_case(text), start, end, whole=True))
    return _coded(lex_chinese(text, start, end, whole=True))


def _coded(sentence: Sentence) -> Sequence[Token]:
    pairs = zip(sentence.classes, sentence.tokens, strict=True)
    return [token for cls, token in pairs if cls == AREA and isinstance(token.what, tuple) and token.what]
