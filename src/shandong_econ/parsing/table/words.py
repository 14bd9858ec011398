"""The words by which heads and cells are told, of both languages, as a table has both."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.words import word_list


def says(words: str, role: str) -> bool:
    """Whether words are one of a list of the lexicon's [table], however they are spaced.

    >>> says("Item", "corner"), says("指  标", "corner"), says("粮食", "corner")
    (True, True, False)
    """
    return _plain(words) in _words(role)


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(_plain(word) for language in ("zh", "en") for word in word_list(language, f"table.{role}"))


def _plain(words: str) -> str:
    return "".join(words.split()).lower()
