"""The place that a Chinese clause without figures sets for those that follow."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile

from shandong_econ.lexicon.concepts import NATION, is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import is_joint, side_of
from shandong_econ.parsing.chinese.frames import move
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.chinese.whereabouts import is_origin, is_pointed_out, stands_in
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.places import OWN_CODE
from shandong_econ.parsing.finding.tokens import Token, has_role, index_of


def set_place(clause: Clause, tokens: Sequence[Token], found: Sorted) -> None:
    """Goes to the place and time that the clause tells, if the place frames or heads what follows."""
    scene = clause.scene
    found.area = _lies_in(clause, tokens) or found.area or _framing(clause, tokens)
    in_town = found.area is not None and LOCAL in found.area.areas and scene.places.section_area is None
    if found.area is not None and not _is_of_what_follows(clause, tokens, found.area, in_town=in_town):
        found.area = None
    if found.home is not None and _is_said_of_it(clause, tokens, found.home):
        found.home = None
    move(clause, found, tokens)
    if found.area is not None and _is_held(clause, found.area):
        scene.places.event = scene.places.area
    zone = found.home if found.home is not None and "area.districts" in found.home.roles else None
    if (found.area or zone) is not None and ((scene.position.opens and clause.opens) or in_town):
        scene.places.paragraph_area = scene.places.area


def described(clause: Clause) -> list[Token] | None:
    """The places that end a clause after what figures say of them: 在海拔4000多米的甘孜州理塘县，."""
    tokens, n = clause.tokens, len(clause.tokens)
    while n and tokens[n - 1].areas:
        n -= 1
    opens = clause.early and clause.words(tokens[:1]).startswith(word_list("zh", "area.at"))
    return tokens[n:] if opens and 0 < n < len(tokens) and "link.joins" in tokens[n - 1].roles else None


def _is_said_of_it(clause: Clause, tokens: Sequence[Token], home: Token) -> bool:
    """Whether it is only where something ranks, or in what it has become: 均居全省首位, 成为全省首个…."""
    ranks = any("rank.verb" in token.roles for token in tokens if token.end <= home.start)
    return ranks or clause.source.endswith(word_list("zh", "copula.words"), 0, home.start)


def _is_of_what_follows(clause: Clause, tokens: Sequence[Token], area: Token, *, in_town: bool) -> bool:
    if has_role(tokens, "entity.named"):
        return False  # 柳州这家企业: it is the firm that is there
    if _is_other_side(tokens, area) or is_origin(clause, area):
        return False
    return in_town or _is_frame(clause, area) or _acts(clause, tokens, area)


def _lies_in(clause: Clause, tokens: Sequence[Token]) -> Token | None:
    """The place of what the next figures tell of: 智慧健康谷位于土默特左旗，总规划面积…, 博览会在普洱开幕，…."""
    for n, (before, token) in enumerate(pairwise(tokens), 1):
        if not token.areas:
            continue
        set_by = clause.word(before) in word_list("zh", "place.set_by")
        if set_by or _is_held(clause, token) or stands_in(clause, token):
            return list(takewhile(lambda piece: piece.areas, tokens[n:]))[-1]
    return None


def _is_held(clause: Clause, token: Token) -> bool:
    """Whether an event took place at a place, or something was opened there: 首届茶业展在西宁举行."""
    if clause.source.startswith(word_list("zh", "place.held"), token.end):
        return True
    before = clause.words([piece for piece in clause.tokens if piece.is_words and piece.end <= token.start])
    shows = before.endswith(word_list("zh", "place.shows"))
    return shows and clause.source.startswith(word_list("zh", "place.taking_place"), token.end)


def _apposed(clause: Clause, tokens: Sequence[Token]) -> Token | None:
    """The place that ends a clause that begins with where something is: 在中原粮仓河南，."""
    opens = clause.words(tokens[:1]).startswith(word_list("zh", "area.at"))
    return tokens[-1] if opens and tokens[-1].areas else None


def _is_other_side(tokens: Sequence[Token], area: Token) -> bool:
    """Whether a place is only compared with: 显著快于全国, 跑在全国前列."""
    before = tokens[: index_of(tokens, area)]
    return any(side_of(token) or "comparison.than" in token.roles for token in before)


def _is_frame(clause: Clause, token: Token) -> bool:
    """Whether a place frames what follows: 在寿光，, 在山东寿光，, or a place alone."""
    i = clause.tokens.index(token)
    while i and clause.tokens[i - 1].areas:
        i -= 1
    before = clause.before(i)
    if clause.words(clause.tokens).endswith(word_list("zh", "place.circumstances")):
        return False  # 在全国消费放缓的背景下, 在江苏的帮助下
    if token.areas[0] == NATION and clause.words(clause.tokens).endswith(word_list("zh", "strip.inside")):
        return False  # 在全国百强市中: among them
    if stands_in(clause, clause.tokens[i]):
        return True
    if before is not None and ("area.at" in before.roles or clause.source[before.end - 1 : before.end] in _at_words()):
        return True
    return token is _framing(clause, clause.tokens) or not any(t.is_words for t in clause.tokens)


def _framing(clause: Clause, tokens: Sequence[Token]) -> Token | None:
    """The place that frames what follows though other words stand before it."""
    if clause.words(tokens[-1:]) in word_list("zh", "place.stretch") and len(tokens) > 1:
        tokens = tokens[:-1]  # 在黄河济南段，
    framing = (_apposed, _described, _asked_of, _pointed_out)
    return next((place for of in framing if (place := of(clause, tokens)) is not None), None)


def _asked_of(clause: Clause, tokens: Sequence[Token]) -> Token | None:
    """The one place of which a question asks what the paragraph answers: 支撑大连的是什么."""
    places = [token for token in tokens if token.areas]
    asks = clause.source.startswith(word_list("zh", "question.marks"), tokens[-1].end)
    return places[0] if asks and clause.scene.position.opens_paragraph and len(places) == 1 else None


def _pointed_out(clause: Clause, tokens: Sequence[Token]) -> Token | None:
    """The place that a clause says to be the one it is about: 总量最高的是浙江，; 其次是安徽，."""
    return tokens[-1] if tokens[-1].areas and is_pointed_out(clause, tokens[-1]) else None


def _described(clause: Clause, tokens: Sequence[Token]) -> Token | None:
    """The place that ends a clause which is no more than what it is like: 秋阳下的五常市，."""
    n = len(tokens)
    while n and tokens[n - 1].areas:
        n -= 1
    described = 0 < n < len(tokens) and "link.joins" in tokens[n - 1].roles
    return tokens[-1] if described and clause.early and not clause.scene.position.in_report else None


def _acts(clause: Clause, tokens: Sequence[Token], token: Token) -> bool:
    """Whether a place of the report's area, or told of before, heads a sentence as its subject: 孟连县推广采摘，…."""
    home, n = clause.scene.places.home, index_of(tokens, token)
    of_several = home is None or (home.code or "").startswith(OWN_CODE)  # news of several provinces
    inside = of_several or (home is not None and home.code is not None and is_wider(home.code, token.areas[0]))
    if home is not None and home.code is not None and is_wider(token.areas[0], home.code):
        return False  # 山东港口日照港 in a text on Rizhao
    inside = inside or (home is not None and home.code == token.areas[0])  # back from another
    inside = inside or any(area.code == token.areas[0] for area in clause.scene.places.named)  # one of those compared
    leads = all(t.time is not None or t.areas or "link.filler" in t.roles for t in tokens[:n])
    following = tokens[n + 1] if n + 1 < len(tokens) else None
    is_scene = clause.words(tokens).endswith(word_list("zh", "strip.inside"))  # 三明永安的产业园里
    among = bool(clause.scene.recent) and clause.scene.recent[-1].area != home  # 威海…，聊城由降转升，增长0.8%
    if (
        clause.scene.position.in_report
        or not ((clause.early or is_scene or among) and inside and leads)
        or following is None
        or following.start != token.end
    ):
        return False
    return not (is_joint(following) or clause.source.startswith(word_list("zh", "area.agencies"), token.end))


@cache
def _at_words() -> tuple[str, ...]:
    return tuple(word for word in word_list("zh", "area.at") if len(word) == 1)
