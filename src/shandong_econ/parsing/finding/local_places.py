"""Counties, districts and towns that the code lists do not have, by the words with which a text names them."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.figures import either

LOCAL = "local"
"""Stands for the code of a place that has none."""


def find_local_places(text: str) -> frozenset[str]:
    """The names, in lower case, that a text gives to places as such.

    >>> sorted(find_local_places("Yiwu, a county-level city, Anji county, the town of Puyuan. Keqiao's GDP."))
    ['anji', 'keqiao', 'puyuan', 'yiwu']
    """
    return frozenset((match["name"] or match["of"]).lower() for match in _namings().finditer(text))


@cache
def _namings() -> re.Pattern[str]:
    nouns, owned = either(word_list("en", "local.nouns")), either(word_list("en", "local.owned"))
    name = r"[A-Z][a-z]{2,}(?:'[a-z]+)?"
    told = rf"(?i: (?:{nouns})\b)|, (?:a|an|the) (?:[\w-]+ ){{0,3}}(?:{nouns})\b|'s (?:{owned})\b"
    return re.compile(rf"\b(?P<name>{name}?)(?:{told})|\b(?:{nouns}) of (?P<of>{name})")
