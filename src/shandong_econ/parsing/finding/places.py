"""Which area a place's name means in a report."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

import attrs

from shandong_econ.lexicon.concepts import area_of, area_words, province_of
from shandong_econ.model import Area
from shandong_econ.parsing.finding.short_names import county_called, county_in_short


@lru_cache(maxsize=4096)  # a text tells of few places, again and again
def place(codes: tuple[str, ...], home: Area | None, name: str) -> Area:
    """The area of a name: of several with one name the one that lies in or around the report's own area."""
    if home is not None and home.code is not None and codes and area_of(codes[0]):
        near = [code for code in codes if province_of(code) == province_of(home.code)]
        near = [code for code in near if code[:CITY] == home.code[:CITY]] or near  # 鼓楼区, of Xuzhou or of Nanjing
        called = None if near else county_called(name, home)  # Donggang, a district of Rizhao, and Donggang City
        own = code_called(name)
        is_bare = called is not None and " " not in name  # Pingxiang, in Guangxi
        if (
            not is_bare
            and own is not None
            and _is_called(own, name)
            and not any(_is_called(code, name) for code in near)
        ):
            near = [own]
        codes = tuple(near) or ((called,) if called else codes)
    if codes and (area := area_of(codes[0])):
        return _as_called(area, name)
    if not name.isascii():
        return Area(None, None, name)
    return area_of(county_called(name, home) or "") or Area(None, name)


def _is_called(code: str, name: str) -> bool:
    """Whether a place has just this name in English, with what it is: Fushan County, where Fushan is a district."""
    area = area_of(code)
    return area is not None and area.name is not None and area.name.casefold() == name.casefold()


CITY = 4  # digits of a code that all of a city share


def _as_called(area: Area, name: str) -> Area:
    """A group of places, which has no name by law, by the name that the text gives it: 长三角, 长三角地区."""
    if not (area.code or "").startswith(OWN_CODE) or code_called(name) != area.code:
        return area
    return attrs.evolve(area, name=name) if name.isascii() else attrs.evolve(area, name_zh=name)


OWN_CODE = "X-"  # with which codes begin that are not those of GB/T 2260


@cache
def _codes_by_name() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for (code, chinese), (_, english) in zip(area_words("zh"), area_words("en"), strict=True):
        for name in (*chinese, *english):
            found.setdefault(name.casefold(), code)
    return MappingProxyType(found)


def code_called(name: str) -> str | None:
    """The code of the area that has a name, however that is written."""
    return _codes_by_name().get(name.casefold())


def area_named(area: Area | str) -> Area:
    """The area that a caller means: itself, by its code, or by a name; a name that is not known is kept without a code.

    >>> area_named("370000").name, area_named("山东").code, area_named("Atlantis").code
    ('Shandong', '370000', None)
    """
    if isinstance(area, Area):
        return area
    name = area.strip()
    return area_of(area) or area_of(code_called(name) or county_in_short(name) or "") or Area(None, area)
