"""The clauses of a stretch of a sentence, as its language parts them."""

from __future__ import annotations

from shandong_econ.parsing.clauses import Clause
from shandong_econ.parsing.clauses_chinese import clauses
from shandong_econ.parsing.clauses_english import clauses_english
from shandong_econ.parsing.lexing.tokens import Sentence

_BY_LANGUAGE = {"zh": clauses, "en": clauses_english}


def zone_of(sentence: Sentence, first: int, end: int) -> list[Clause]:
    """The clauses of the tokens from one up to another; the last is the one that goes on at `end`, and may be empty."""
    return _BY_LANGUAGE[sentence.language](sentence, first, end)
