"""Where a firm, park or port of a Chinese text is: by the places in its name, before it, or told of it before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.concepts import NATION, is_wider, province_of
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.chinese.clause import LONGEST_ZONE
from shandong_econ.parsing.chinese.towns import town
from shandong_econ.parsing.finding.entities import Entity
from shandong_econ.parsing.finding.entities_chinese import all_ends, begins_with_place
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.openings import longest_end
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.short_names import lexis_codes
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.scene import Scene

OF_CITIES = "00"
SHORTEST = 2  # characters of a place's name


def place_of(entity: Entity, tokens: Sequence[Token], source: str, scene: Scene) -> Area | None:
    """Where an entity is: the last place that is named before the end of its name, or those of two that share it."""
    inside = [t for t in tokens if t.areas and entity.start <= t.start and t.end <= entity.end]
    if len(inside) == 1 and begins_with_place(entity.name, inside[0].end - entity.start, all_ends()):
        tokens, inside = [t for t in tokens if t is not inside[0]], []
    joined = len(inside) > 1 and inside[0].end == inside[1].start  # not 宁德时代四川公司
    if joined and LOCAL not in inside[1].areas and not is_wider(inside[0].areas[0], inside[1].areas[0]):
        cities = all(token.areas[0].endswith(OF_CITIES) for token in inside[:2])
        if not cities or province_of(inside[0].areas[0]) != province_of(inside[1].areas[0]):
            return place(inside[0].areas, scene.places.home, source[inside[0].start : inside[0].end])  # 拉萨贡嘎机场
        return Area(None, None, source[inside[0].start : inside[-1].end])  # 宁波舟山港
    zone = next((t for t in tokens if "area.districts" in t.roles and entity.start <= t.start < entity.end), None)
    if zone is not None and (entity.keeps_codes or entity.is_zone):  # not 苏南运河
        home = scene.places.home
        around = bool(inside) and home is not None and home.code in inside[0].areas  # 广西北部湾港 in a text on Guangxi
        start = inside[0].start if inside and not around else zone.start
        return Area(None, None, source[start : zone.end])  # 广州南沙汽车口岸
    if codes := _of_branch(entity.name, scene.places.home):
        return place(codes, scene.places.home, "")
    token = next((t for t in reversed(tokens) if t.areas and t.end <= entity.end), None)
    named_so = token is not None and token.start >= entity.start
    if token is not None and named_so and (_is_around(token.areas[0], scene) or _settles(entity, source)):
        return None  # 四川弘亨电机有限公司 in a text on 渠县
    led = token is not None and any(t.areas and t.end == token.start for t in inside)  # 浙江义乌小商品城
    if token is not None and named_so and not led and _is_far(token.areas, scene):
        before = [t for t in tokens if t.areas and t.end <= entity.start]  # 江阴港区 in a text on Fujian
        token = before[-1] if before else None
    if token is None and entity.keeps_codes and (own := _own_of_port(entity.name)):
        return Area(None, None, own)
    if token is not None and LOCAL in token.areas:
        return town(scene, tokens, token, source)
    if token is not None and not (named_so or entity.keeps_codes or entity.is_zone):
        rest = source[token.end : entity.start]
        cuts = [cut + len(zone) for zone in _zones() if 0 <= (cut := rest.find(zone)) <= LONGEST_ZONE]
        if cuts and rest[: min(cuts)].isalpha():
            return Area(None, None, source[token.start : token.end + min(cuts)])  # 长沙经开区一家企业
    return None if token is None else place(token.areas, scene.places.home, source[token.start : token.end])


@cache
def _zones() -> tuple[str, ...]:
    return word_list("zh", "entity.zones") + word_list("zh", "area.districts")


def _of_branch(name: str, home: Area | None) -> tuple[str, ...]:
    """The codes of the place of which a firm's name tells that one of its branches is there: 吉利济南工厂."""
    stem = name.removesuffix(longest_end(name, word_list("zh", "entity.branches")))
    if stem == name:
        return ()
    ends = [stem[cut:] for cut in range(SHORTEST, len(stem) - SHORTEST + 1)]
    codes = next((codes for end in ends if (codes := lexis_codes(end))), ())
    if codes or home is None or home.code is None:
        return codes
    firms = word_list("zh", "entity.firms")
    own = next((end for end in ends if stem.removesuffix(end).endswith(firms)), "")  # 中储粮集团依安分公司
    inside = (lexis_codes(own + kind) for kind in word_list("zh", "place.ends") if own)
    return next((codes for codes in inside if codes and is_wider(home.code, codes[0])), ())


def _own_of_port(name: str) -> str:
    """The name that a port shares with its town, of no list: 洋浦 of 洋浦港."""
    (word,) = word_list("zh", "entity.port")
    own = name.removesuffix(word)
    return own if own != name and len(own) >= SHORTEST and not lexis_codes(own) else ""


def _settles(entity: Entity, source: str) -> bool:
    """Whether a firm that has the name of another place has come here: 浙江飞达集团落户后."""
    return source.startswith(word_list("zh", "entity.settles"), entity.end)


def _is_far(codes: Sequence[str], scene: Scene) -> bool:
    """Whether a county only has the name of a port here: it lies in another province than the text is about."""
    home = None if scene.places.home is None else scene.places.home.code
    here = home is None or home == NATION or any(province_of(code) == province_of(home) for code in codes)
    return not here and not codes[0].endswith(OF_CITIES)


def _is_around(code: str, scene: Scene) -> bool:
    """Whether a firm's name only tells in which province or city it is registered, in a text on one of its places."""
    here = scene.place()
    places = (here, scene.places.home, scene.places.set_in)
    codes = [area.code for area in places if area is not None and area.code is not None]
    in_town = here is not None and here.code is None and code in codes  # 枣阳市桃花岛果业合作社 in 平林镇
    return in_town or any(is_wider(code, one) for one in codes)
