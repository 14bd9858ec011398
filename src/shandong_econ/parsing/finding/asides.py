"""Stretches of a sentence that say nothing of what is measured: marks of footnotes, ways of calculation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.tokens import Token

ASIDE = "link.aside"
"""The role of a piece that stands between a figure and the words that name it and belongs to neither."""
_ROLES = frozenset({ASIDE})


def find_asides(text: str, start: int, end: int) -> Iterator[Token]:
    """The stretches of the Chinese `text[start:end]` that a reader skips: [3], 按年平均汇率折算为."""
    for match in _pattern().finditer(text, start, end):
        yield Token(match.start(), match.end(), _ROLES)


def without_asides(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The pieces of a sentence but for its asides, and those."""
    return [token for token in tokens if ASIDE not in token.roles], [token for token in tokens if ASIDE in token.roles]


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join((*word_list("zh", "aside.notes"), *word_list("zh", "aside.bases"))))
