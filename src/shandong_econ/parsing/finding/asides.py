"""Stretches of a sentence that say nothing of what is measured: marks of footnotes, ways of calculation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.tokens import Token


def find_asides(text: str, start: int, end: int) -> Iterator[Token]:
    """The stretches of the Chinese `text[start:end]` that a reader skips: [3], 按年平均汇率折算为."""
    for match in _pattern().finditer(text, start, end):
        yield Token(match.start(), match.end())


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join((*word_list("zh", "aside.notes"), *word_list("zh", "aside.bases"))))
