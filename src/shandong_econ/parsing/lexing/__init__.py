"""The first stage that knows the genre: a sentence cut into tokens, each of one class of the grammar."""

from __future__ import annotations

from shandong_econ.parsing.lexing.chinese import lex_chinese
from shandong_econ.parsing.lexing.english import lex_english
from shandong_econ.parsing.lexing.text_names import TextNames
from shandong_econ.parsing.lexing.tokens import Sentence
from shandong_econ.parsing.source import Source


def lex(source: Source, names: TextNames, start: int, end: int, language: str) -> Sentence:
    """A sentence of a text as tokens; `names` are the places that the text shows to be such."""
    if language == "en":
        return lex_english(source.cleaned, source.lower, start, end, local=names.english)
    return lex_chinese(source.cleaned, start, end, names)
