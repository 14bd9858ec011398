"""The words by which the lexicon knows series and places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from shandong_econ.lexicon.concepts import area_words, series_words


@cache
def meanings(language: str) -> Mapping[str, set[tuple[str, str]]]:
    """Every word of `series.tsv` with what it can name, as (kind, target)."""
    found: dict[str, set[tuple[str, str]]] = {}
    for words, kind, target in series_words(language):
        for word in words:
            found.setdefault(word, set()).add((kind, target))
    return found


@cache
def naming_words(language: str) -> frozenset[str]:
    """The words that name a series or a place, without numbers and marks in them."""
    return frozenset(word for word in meanings(language).keys() | place_words() if not re.search(r"[\d,“”\"'‘’]", word))


@cache
def place_words() -> frozenset[str]:
    """Every word of either language that names a place."""
    return frozenset(word for language in ("zh", "en") for _, words in area_words(language) for word in words)
