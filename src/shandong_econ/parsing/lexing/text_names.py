"""The places that a text itself shows to be places: those without a code, and counties that it names in short."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from shandong_econ.lexicon.words import Roles, either
from shandong_econ.model import Area
from shandong_econ.parsing.finding.local_places import find_local_places
from shandong_econ.parsing.finding.local_places_chinese import find_local_places_chinese
from shandong_econ.parsing.finding.short_names import SHORTEST, codes_called, find_regions, find_short_names
from shandong_econ.parsing.lexing.tokens import LOCAL
from shandong_econ.parsing.lexing.vocabulary_english import english_words


class TextNames(NamedTuple):
    """Names of places in Chinese, each with the codes that a county in short can mean, and the pattern of them all.

    `english` are names of places without a code in English, in lower case.
    """

    chinese: Mapping[str, tuple[str, ...] | Roles] = MappingProxyType({})
    pattern: re.Pattern[str] | None = None
    english: frozenset[str] = frozenset()


NO_NAMES = TextNames()


def names_of(text: str, home: Area | None) -> TextNames:
    """The places that a cleaned text shows to be such; `home` is the area that it is about."""
    told = find_local_places(text)
    known = english_words().places if told else {}
    english = frozenset(name for name in told if name not in known)
    if _HAN.search(text) is None:
        return TextNames(english=english)
    local = find_local_places_chinese(text) | (set() if home is None else _names_without_code(home))
    chinese: dict[str, tuple[str, ...] | Roles] = {
        **dict.fromkeys(local, LOCAL),
        **find_short_names(text, home),
        **find_regions(text),
    }
    return TextNames(chinese, re.compile(either(chinese)) if chinese else None, english)


def _names_without_code(home: Area) -> set[str]:
    """A Chinese name that has no code, and what of it follows the name of a place: 西海岸新区, of Qingdao."""
    name = "" if home.code else home.name_zh or home.name or ""
    own = {name[cut:] for cut in range(SHORTEST, len(name) - SHORTEST) if codes_called(name[:cut])}
    return {one for one in (name, *own) if _HAN.match(one)}


_HAN = re.compile("[\u4e00-\u9fff]")
