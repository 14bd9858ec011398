"""Heads that are places: 济 南, Jinan City, 全省."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.concepts import area_codes, areas
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.short_names import county_in_short
from shandong_econ.parsing.table.names import kind_of
from shandong_econ.parsing.told import Told

_GAP = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")


def area_of(name: str, language: str, home: Area | None, *, is_place: bool = False) -> Told[Area | None] | None:
    """The area that a whole head names; Told(None) where it means the area that the table is of, as 全省 does.

    A head that `is_place` is one if nobody knows it, unless it is known to name something else.
    """
    bare = _GAP.sub("", name)
    told = bare if language == "zh" else bare.lower()
    if told in _of_home(language):
        return Told(None)
    codes = area_codes(language).get(told, ())
    if codes:
        return Told(place(codes, home, bare))
    if language == "zh" and (code := county_in_short(bare)) is not None and home is not None:
        return Told(areas()[code]) if code[:2] == (home.code or "")[:2] else None
    if is_place and told not in word_list(language, "table.total") and not kind_of(bare, language):
        return Told(place((), home, bare))
    return None


def ends_as_place(name: str, language: str) -> bool:
    """Whether a name has the ending of small places, most of which are in no list: 密州街道, Tianliu Town."""
    return name.lower().endswith(word_list(language, "table.place_ends")) and not kind_of(name, language)


@cache
def _of_home(language: str) -> frozenset[str]:
    return frozenset(
        (*word_list(language, "area.home"), *(("provincial total", "province total") if language == "en" else ()))
    )
