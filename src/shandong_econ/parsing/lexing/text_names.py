"""The places that a text itself shows to be places: those without a code, and counties that it names in short."""

from __future__ import annotations

import re
from typing import NamedTuple

from shandong_econ.model import Area
from shandong_econ.parsing.finding.local_places import find_local_places
from shandong_econ.parsing.finding.local_places_chinese import find_local_places_chinese
from shandong_econ.parsing.finding.short_names import Names, find_short_names
from shandong_econ.parsing.lexing.vocabulary_english import english_words


class TextNames(NamedTuple):
    """Names of `local` places, which have no code, and of `counties` in short with the codes that each can mean.

    `english` are names of such places in English, in lower case.
    """

    local: frozenset[str] = frozenset()
    counties: Names = frozenset()
    english: frozenset[str] = frozenset()


NO_NAMES = TextNames()


def names_of(text: str, home: Area | None) -> TextNames:
    """The places that a cleaned text shows to be such; `home` is the area that it is about."""
    told = find_local_places(text)
    known = english_words().places if told else {}
    english = frozenset(name for name, kind in told.items() if name not in known and f"{name} {kind}" not in known)
    if _HAN.search(text) is None:
        return TextNames(english=english)
    return TextNames(find_local_places_chinese(text), find_short_names(text, home), english)


_HAN = re.compile("[\u4e00-\u9fff]")
