"""The places that a stretch of text names, in their order, whatever else it says."""

from __future__ import annotations

from collections.abc import Iterator

from shandong_econ.parsing.clean import in_lower_case
from shandong_econ.parsing.grammar.classes import AREA
from shandong_econ.parsing.lexing.chinese import lex_chinese
from shandong_econ.parsing.lexing.english import lex_english
from shandong_econ.parsing.lexing.text_names import NO_NAMES, TextNames
from shandong_econ.parsing.lexing.tokens import Token


def places_in(text: str, start: int, end: int, language: str, names: TextNames = NO_NAMES) -> Iterator[Token]:
    """The places with a code of their own in `text[start:end]` of cleaned text; `what` is the codes of each.

    `names` are places that the text shows to be such.
    """
    if language == "en":
        sentence = lex_english(text, in_lower_case(text), start, end, whole=True)
    else:
        sentence = lex_chinese(text, start, end, names, whole=True)
    for cls, token in zip(sentence.classes, sentence.tokens, strict=True):
        if cls == AREA and isinstance(token.what, tuple) and token.what:
            yield token
