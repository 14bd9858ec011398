"""Stretches of a Chinese sentence that say nothing of what is measured: marks of footnotes, ways of calculation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.tokens import Token

ASIDE = "link.aside"
"""The role of a piece that stands between a figure and the words that name it and belongs to neither."""
_ROLES = frozenset({ASIDE})


def find_asides(text: str, start: int, end: int) -> Iterator[Token]:
    """The stretches of `text[start:end]` that a reader skips: [3], 按年平均汇率折算为."""
    for match in _pattern().finditer(text, start, end):
        yield Token(match.start(), match.end(), _ROLES)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join((*word_list("zh", "aside.notes"), *word_list("zh", "aside.bases"))))
