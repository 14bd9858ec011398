"""Heads that are places: 济 南, Jinan City, 全省."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shandong_econ.lexicon.concepts import NATION, area_codes, areas
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.context.levels import is_of_level, levels_of, upwards
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.short_names import county_inside
from shandong_econ.parsing.table.names import is_grouping, kind_of
from shandong_econ.parsing.table.words import says
from shandong_econ.parsing.told import Told

GAP = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
"""The blanks that set Chinese characters apart."""


_EDGES = " -–—#·*"


def area_of(name: str, language: str, home: Area | None, *, is_place: bool = False) -> Told[Area | None] | None:
    """The area that a whole head names, or has the average of; Told(None) where it means that of the table: 全市.

    全省 climbs from a city to its province. A head that `is_place` is one if nobody knows it, unless it is known to
    name something else.
    """
    bare = without_gaps(name)
    mean = next((one for one in word_list("zh", "table.mean") if bare.endswith(one) and bare != one), "")
    bare = bare.removesuffix(mean)
    told = bare if language == "zh" else bare.lower()
    if told in word_list(language, "area.home") and (language == "zh" or is_place or " " in told):
        return Told(_wider(told, home, is_mean=bool(mean)))  # the city; but City, beside County, is what is in cities
    if is_place and says(bare, "mean"):
        return Told(None)
    codes = (NATION,) if says(bare, "nation") else area_codes(language).get(told, ())
    if codes:
        return Told(place(codes, home, bare))
    if language == "zh" and home is not None and (code := county_inside(bare, home)) is not None:
        return Told(areas()[code])
    if is_place and not says(bare, "total") and not kind_of(bare, language) and not is_grouping(bare, language):
        return Told(place((), home, bare))
    return None


def _wider(word: str, home: Area | None, *, is_mean: bool) -> Area | None:
    """The area of the level of a word in which another lies, None if that is the other itself.

    The average that a county-level city is held against is that of the city in which it lies.
    """
    levels = levels_of(word)
    is_narrowest = home is not None and home.code is not None and not home.code.endswith("00")
    around = [one for one in upwards(home, None) if not (is_mean and is_narrowest and one == home)]
    found = next((one for one in around if any(is_of_level(one, end) for end in levels)), home)
    return None if found == home else found


def without_gaps(name: str) -> str:
    """A name without the blanks that set its Chinese characters apart: 济 南."""
    return GAP.sub("", name)


def are_places(names: Iterable[str], language: str, home: Area | None) -> bool:
    """Whether most of some heads, two at least, are places."""
    told = [bare for name in names if (bare := name.strip(_EDGES))]
    known = [name for name in told if area_of(name, language, home) is not None or _ends_as_place(name, language)]
    return len(known) > 1 and 2 * len(known) > len(told)


def _ends_as_place(name: str, language: str) -> bool:
    """Whether a name has the ending of small places, most of which are in no list: 密州街道, Tianliu Town."""
    return name.lower().endswith(word_list(language, "table.place_ends")) and not kind_of(name, language)
