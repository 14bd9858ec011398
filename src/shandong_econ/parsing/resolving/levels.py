"""Which area "the city" or "the province" is: one of the places spoken of, or the one that holds it."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.concepts import NATION, areas, province_of
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.scene import Scene

MOST_NAMED = 8  # places named last, to which "the city" can go back
LEVELS = frozenset({"area.province", "area.city", "area.county"})
_MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})


def area_at(scene: Scene, token: Token) -> Area | None:
    """The area that a word such as "the city" means, or None where none of that level was spoken of."""
    home, before = scene.places.home, scene.places.previous_area
    firm = scene.owners.entity_area or scene.owners.last_entity_area
    near: tuple[Area | None, ...] = (
        (home, before) if scene.position.opens_paragraph else (before, scene.owners.entity_area, home)
    )
    spoken_of = (scene.places.area, *near, firm, *reversed(scene.places.named[-MOST_NAMED:]))
    for area in spoken_of:
        if area is None:
            continue
        if "area.province" in token.roles:
            if (province := _province(area)) is not None:
                return province
        elif ("area.city" in token.roles and _is_city(scene, area) and _can_be(token, area)) or (
            "area.county" in token.roles and _is_county(scene, area)
        ):
            return area
    return None


def area_called(scene: Scene, word: str) -> Area | None:
    """The area of a passage on another one than the report's that 全市 means there: 唐山:…。全市投资….

    Where the report's own area is of that level, only a paragraph that a place heads is about another one.
    """
    spoken_of: tuple[Area | None, ...] = (scene.places.paragraph_area,)
    if not _is_called(scene.places.home, word):
        in_sentence = (
            None
            if scene.places.area == scene.places.paragraph_area and not scene.position.opens_paragraph
            else scene.places.area
        )
        told_here = area_pointed_to(scene, word) if scene.position.opens_paragraph else None
        spoken_of = (in_sentence, told_here, scene.places.previous_area, scene.places.paragraph_area)
    named = (area for area in spoken_of if area is not None and area.code is not None and area != scene.places.home)
    found = next((area for area in named if _is_called(area, word)), None)
    # in a text on one of its cities, 全市 cannot be the province that the report is said to be about
    return found if found is not None or _is_called(scene.places.home, word) else area_pointed_to(scene, word)


def area_pointed_to(scene: Scene, word: str) -> Area | None:
    """The place named last that 该市 or 该县 points to; a zone is where its city is."""
    called = (area for area in reversed(scene.places.named) if _is_called(area, word))
    return next((area for area in called if area.code or not (area.name_zh or "").endswith(_zones())), None)


@cache
def _zones() -> tuple[str, ...]:
    districts = word_list("zh", "area.zone")  # 浦东新区
    return tuple(zone for zone in word_list("zh", "entity.zones") if zone not in districts)


def _is_called(area: Area | None, word: str) -> bool:
    return area is not None and (area.name_zh or "").endswith(word[-1:])


def _province(area: Area) -> Area | None:
    return None if area.code is None or area.code == NATION else areas().get(province_of(area.code))


def _is_city(scene: Scene, area: Area) -> bool:
    code = area.code
    if code is None:
        return _kind_of(scene, area) in ("", *word_list("en", "local.cities"))
    if code in _MUNICIPALITIES or (code[2:4] != "00" and code.endswith("00")):
        return True
    # a city that is a county by its code, in a text on its province
    return _province(area) == scene.places.home and (area.name_zh or "").endswith(word_list("zh", "area.prefecture"))


def _is_county(scene: Scene, area: Area) -> bool:
    code = area.code
    return (
        _kind_of(scene, area) in ("", *word_list("en", "local.counties")) if code is None else not code.endswith("00")
    )


def _can_be(token: Token, area: Area) -> bool:
    """Whether a place can be called by a word: an autonomous prefecture is no city."""
    is_city = area.code is None or (area.name_zh or "").endswith(word_list("zh", "area.city"))
    return is_city or "city" not in token.word


def _kind_of(scene: Scene, area: Area) -> str:
    """What a place without a code is called where the text names it, or "": of Jufeng town the town."""
    return scene.places.local_kinds.get((area.name or "").lower(), "")
