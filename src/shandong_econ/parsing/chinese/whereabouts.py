"""Of which place the words before a Chinese figure speak, and which they only name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from shandong_econ.lexicon.concepts import NATION, is_wider, level_of, province_of
from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.model import Area
from shandong_econ.parsing.chinese.clause import Clause, district_end, zone_end
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.chinese.several_places import several
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.chinese.towns import town
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.places import OWN_CODE, home_called, of_customs, place
from shandong_econ.parsing.finding.tokens import Token, has_role, index_of
from shandong_econ.parsing.resolving.levels import area_called, area_pointed_to

REMEMBERED = 8  # places

LONGEST_COPULA = 2  # characters


def place_of_event(clause: Clause, lead: Sequence[Token]) -> Area | None:
    """Where the fair is held that a paragraph opens with: 本届博览会展览面积…."""
    words = clause.words([token for token in lead if token.is_words])
    opens = clause.scene.position.opens_paragraph and holds_any(words, "zh", "place.event")
    return clause.scene.places.event if opens else None


def heads_within(clause: Clause, token: Token | None) -> bool:
    """Whether a place in the area of the report heads a paragraph, of which the rest tells too."""
    home = clause.scene.places.home
    if (
        token is None
        or home is None
        or home.code is None
        or not clause.early
        or clause.done
        or clause.scene.position.in_report
    ):
        return False
    before = clause.source[clause.scene.position.sentence_start : clause.tokens[0].start]
    if holds_any(before, "zh", "area.in_turn"):
        return False  # 从各地看，杭州…，宁波…
    n = index_of(clause.tokens, token)
    leads = all(t.time is not None or t.areas or "link.filler" in t.roles for t in clause.tokens[:n])
    after, second = clause.after(n), clause.after(n + 1)
    alone = after is None or second is None or not (is_joint(after) and second.areas)  # 东北三省与210个国家…
    of_several = home.code.startswith(OWN_CODE) and clause.scene.places.area != home  # 成渝地区经济…。重庆…
    inside = of_several or LOCAL in token.areas or is_wider(home.code, token.areas[0])
    return leads and alone and (inside or _is_elsewhere(home.code, token.areas[0]))


def _is_elsewhere(home: str, code: str) -> bool:
    """Whether a city lies in another province: 西安 heads a paragraph of its own in news that began with 四川."""
    return level_of(code) in ("prefecture", "county") and province_of(code) != province_of(home)


def note_places(clause: Clause, lead: Sequence[Token]) -> None:
    """Remembers the places that a clause names, whatever it is about: 武汉市长介绍，去年该市…."""
    scene = clause.scene
    named = (place(t.areas, scene.places.home, clause.word(t)) for t in lead if t.areas and t.areas[0] != NATION)
    scene.places.named = [*scene.places.named, *named][-REMEMBERED:]


def place_pointed_to(clause: Clause, lead: Sequence[Token]) -> Area | None:
    """The place named before that 该市 or the like points to."""
    token = next((token for token in lead if "area.same" in token.roles), None)
    if token is None:
        return None
    scene, word = clause.scene, clause.word(token)
    if not word.endswith(word_list("zh", "area.anywhere")):
        return area_pointed_to(scene, word)
    stays = (
        scene.owners.entity is not None
        or scene.places.area is not None
        or scene.places.home is None
        or scene.places.home.code is None
    )
    home = "" if stays or scene.places.home is None else scene.places.home.code or ""
    within = (
        area for area in reversed(scene.places.named) if area.code in (None, home) or is_wider(home, area.code or "")
    )
    return None if stays else next(within, None)


def owns_subject(token: Token | None, lead: Sequence[Token]) -> bool:
    """Whether a place is that of the subject of a rank, not of the field: 全国海带产量居世界第1位."""
    n = index_of(lead, token, len(lead))
    rest = lead[n + 1 :]
    leads = n == 0 or "area.at" not in lead[n - 1].roles
    return leads and bool(rest) and rest[0].is_words and has_role(rest[1:], "rank.verb")


def is_of_whole(token: Token | None, lead: Sequence[Token]) -> bool:
    """Whether a place is that of a whole: 在全国的占比, 在全区占比."""
    if token is None:
        return False
    n = index_of(lead, token, len(lead))
    rest = [piece for piece in lead[n + 1 : n + 3] if "link.joins" not in piece.roles]
    return bool(rest) and "rate.share" in rest[0].roles


def is_in_predicate(clause: Clause, token: Token | None) -> bool:
    """Whether a place is in what something is said to be: 是全国5个粮食调出大省之一."""
    if token is None or clause.source.startswith("(", token.end) or is_pointed_out(clause, token):
        return False  # 居前的是唐山(11.4%)、…
    if stands_in(clause, token):
        return False
    return clause.source.endswith(word_list("zh", "copula.words"), max(0, token.start - LONGEST_COPULA), token.start)


def stands_in(clause: Clause, token: Token) -> bool:
    """Whether a reporter says that a place in the area of the text is where he is: 现在我所在的是安远县的分选车间."""
    home = None if clause.scene.places.home is None else clause.scene.places.home.code
    inside = token.areas[0] != NATION and (home is None or LOCAL in token.areas or is_wider(home, token.areas[0]))
    return inside and clause.source.endswith(word_list("zh", "place.stands"), 0, token.start)


def is_pointed_out(clause: Clause, token: Token) -> bool:
    """Whether a place ends a clause that says which one is foremost or next: 总量最高的是浙江."""
    points = clause.source.endswith(word_list("zh", "copula.points"), 0, token.start)
    return points and token is clause.tokens[-1] and token.areas[0] != NATION


def is_origin(clause: Clause, token: Token | None) -> bool:
    """Whether a place is where somebody comes from who does something here: 来自义乌的采购商."""
    if token is None:
        return False
    n = index_of(clause.tokens, token)
    before, after = clause.before(n), clause.after(n)
    comes = before is not None and clause.word(before) in word_list("zh", "place.origin")
    return comes and after is not None and "link.joins" in after.roles


def area_named(clause: Clause, found: Sorted) -> Area | None:
    """The place that these words name, or point to as that of the report."""
    scene, token = clause.scene, found.area
    if (together := several(clause, found)) is not None:
        return together
    if _is_of_several(found):
        return (
            (scene.places.paragraph_area or scene.places.home) if found.subject[0].areas else None
        )  # not 卖到内蒙古、贵州
    if token is not None and _begins_route(clause, token):
        return None
    if token is not None and LOCAL in token.areas:
        return town(scene, clause.tokens, token, clause.source)
    if token is not None and not _is_part_of_name(clause, token):
        if (end := zone_end(clause, token)) > token.end:
            return Area(None, None, clause.source[token.start : end])
        return place(token.areas, scene.places.home, clause.word(token))
    if token is not None and _is_customs(clause, token):
        return place((of_customs(token.areas[0]),), scene.places.home, "")  # 海口海关: of Hainan
    if found.home is not None and "area.town" in found.home.roles:
        return scene.places.last_town
    if found.home is None:
        return None
    word = clause.word(found.home)
    if "area.districts" in found.home.roles:
        end = district_end(clause, found.home)
        before = clause.before(index_of(clause.tokens, found.home))
        whole = before if before is not None and before.areas and before.end == found.home.start else found.home
        return Area(None, None, clause.source[whole.start : end]) if end > found.home.start else None
    return area_called(scene, word) or home_called(word, scene.places.home)


def _begins_route(clause: Clause, token: Token) -> bool:
    """Whether a place is only where a way to another begins: 酒泉至湖南特高压."""
    n = index_of(clause.tokens, token, len(clause.tokens))
    rest = clause.tokens[n + 1 : n + 3]
    joined = len(rest) > 1 and rest[0].start == token.end and bool(rest[1].areas) and rest[0].end == rest[1].start
    return joined and clause.words(rest[:1]) in word_list("zh", "range.joints")


def _is_of_several(found: Sorted) -> bool:
    """Whether several places are named side by side, none of which is that of all: 柳州、桂林、河池等6市."""
    said = found.subject
    between = (n for n in range(1, len(said) - 1) if said[n - 1].areas and said[n + 1].areas)
    return any(is_joint(said[n]) for n in between)


def _is_part_of_name(clause: Clause, token: Token) -> bool:
    """Whether the nation's name begins a firm's, as in 中国移动, or a city's that of an office: 银川海关."""
    if token.areas[0] == NATION and "gap.sides" in token.roles:
        return False  # 全国铁路 is of the nation
    listed = (t for before, t in pairwise(clause.tokens) if is_joint(before) and NATION in t.areas)
    if NATION in token.areas and any(clause.word(t) == clause.word(token) for t in listed):
        return True  # 中国中化、中国华能3家央企
    after = "area.after_nation" if token.areas[0] == NATION else "area.agencies"
    return clause.source.startswith(word_list("zh", after), token.end)


def holds_area(area: Area, inner: Area | None) -> bool:
    """Whether a rank or share told with this area is one in it: 居全国第3位, 在中部地区增速第1, 在全国的占比."""
    if area.code is None or inner is None or inner.code is None:
        return False
    return is_wider(area.code, inner.code) or area.code.startswith(OWN_CODE)


def _is_customs(clause: Clause, token: Token) -> bool:
    """Whether a capital's name is that of the customs of its province, in a text on the nation."""
    home = clause.scene.places.home
    of_nation = home is None or home.code == NATION
    is_customs = clause.source.startswith(word_list("zh", "area.customs"), token.end)
    return of_nation and is_customs and of_customs(token.areas[0]) != token.areas[0]
