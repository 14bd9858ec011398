"""The words by which heads and cells are told, of both languages, as a table has both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.words import word_list


def says(words: str, role: str) -> bool:
    """Whether words are one of a list of the lexicon's [table], however they are spaced.

    >>> says("City", "places"), says("城  市", "places"), says("粮食", "places")
    (True, True, False)
    """
    return _plain(words) in _words(role)


CORNERS = ("corner", "places", "partners")
"""The lists of what heads a column of names: of things, of places, of those that things are traded with."""


def is_corner(words: str) -> bool:
    """Whether words head a column of names.

    >>> is_corner("Item"), is_corner("指  标"), is_corner("粮食")
    (True, True, False)
    """
    return any(says(words, role) for role in CORNERS)


def are_numbers(words: Sequence[str]) -> bool:
    """Whether words only number rows or columns, one after another: 1, 2, 3."""
    return len(words) > 1 and [*words] == [str(n + 1) for n in range(len(words))]


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(_plain(word) for language in ("zh", "en") for word in word_list(language, f"table.{role}"))


def _plain(words: str) -> str:
    return "".join(words.split()).lower()
