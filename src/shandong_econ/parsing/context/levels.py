"""Which level an area is of, the areas that it lies in, and the words that point to one of a level: the city, 全县."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from shandong_econ.lexicon.concepts import NATION, area_of
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area


@lru_cache(maxsize=1024)
def levels_of(word: str) -> tuple[str, ...]:
    """The endings of names of areas with which a word such as 全市 ends."""
    return tuple(end for end in word_list("zh", "area.level_ends") if word.endswith(end))


def upwards(home: Area | None, around: Area | None) -> Iterable[Area]:
    """An area, and those that it lies in, the narrowest first."""
    for one in (home, around):
        if one is None:
            continue
        yield one
        code = one.code or ""
        for wider_code in (f"{code[:4]}00", f"{code[:2]}0000") if code.isdecimal() else ():
            wider = area_of(wider_code)
            if wider is not None and wider.code != code:
                yield wider


def is_of_level(area: Area, end: str) -> bool:
    """Whether the ending of 全市 is that of an area's own name, or says the same: 自治区 is 省."""
    name = area.name_zh or area.name or ""
    code = area.code or ""
    if end in word_list("zh", "area.province"):
        return code.endswith("0000") and code != NATION if code else name.endswith(word_list("zh", "area.province"))
    return name.endswith(end)


def roles_of(area: Area) -> frozenset[str]:
    """The roles of the English words that point to an area of its level: the city, the autonomous region."""
    code = area.code or ""
    if not code.isdecimal() or code == NATION:
        return frozenset()
    if code.endswith("0000"):
        return _CITY if code.startswith(_MUNICIPALITIES) else _PROVINCE
    is_city = code.endswith("00") or (area.name_zh or "").endswith(word_list("zh", "area.city_end"))
    return _CITY if is_city else _COUNTY


_CITY, _COUNTY, _PROVINCE = (frozenset({f"area.{level}"}) for level in ("city", "county", "province"))
_MUNICIPALITIES = ("11", "12", "31", "50")
