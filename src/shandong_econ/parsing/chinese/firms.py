"""Of which firm, park or port a Chinese passage speaks, and where it turns to something else."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from shandong_econ.lexicon.concepts import NATION
from shandong_econ.lexicon.words import word_list, word_table
from shandong_econ.model import Area
from shandong_econ.parsing.chinese.bare_nouns import is_bare
from shandong_econ.parsing.chinese.firm_places import place_of
from shandong_econ.parsing.chinese.sights import sight_beside
from shandong_econ.parsing.finding.entities import Entity
from shandong_econ.parsing.finding.entities_chinese import (
    PARK,
    find_chinese_entity,
    goes_on_about,
    kind_of,
)
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.openings import longest_at, longest_end
from shandong_econ.parsing.finding.series import families, is_total, kinds, series_by_code
from shandong_econ.parsing.finding.tokens import Token, is_plain
from shandong_econ.parsing.resolving.scene import Scene

SHORTEST = 2  # characters of a port's name, with one more for what it is called


def note_entity(pieces: Sequence[Token], source: str, scene: Scene, *, starts: bool, quoted: bool) -> Entity | None:
    """Moves the scene into the firm that a clause is about and gives it, on about it, or out of it.

    `starts` says whether it is the first of a sentence or after a semicolon, `quoted` whether somebody is still quoted.
    """
    entity = find_chinese_entity(source, pieces) or _in_short(pieces, source, scene)
    if entity is not None and (short := _short().match(source, entity.end)) is not None:
        scene.owners.called[short[1]] = entity
    if entity is not None and entity.keeps_codes:
        scene.owners.called[word_list("zh", "entity.this_port")[0]] = entity
    if entity is None and (sight := sight_beside(pieces, source, scene)) is not None:
        scene.enter_entity(sight, scene.owners.entity_area)
        return sight
    if entity is not None and scene.owners.last_entity is not None and _is_again(entity, scene.owners.last_entity):
        scene.enter_entity(scene.owners.last_entity, None)
    elif entity is not None:
        here = scene.owners.last_entity_area if _points_back(entity, pieces, source) else None
        scene.enter_entity(entity, place_of(entity, pieces, source, scene) or here)  # 这家名叫绿垄种业的公司
        framed = source.endswith(word_list("zh", "strip.inside"), pieces[0].start, pieces[-1].end)  # 凭祥综保区内，
        if (framed or "area.at" in pieces[0].roles) and scene.owners.entity_area is not None:
            zone = Area(None, None, entity.name) if entity.is_zone else None
            scene.places.set_in = zone or scene.owners.entity_area  # 在芜湖经开区，…公司
    elif scene.owners.last_entity is not None and _takes_up(pieces, source, scene):
        scene.enter_entity(scene.owners.last_entity, None)
    elif scene.owners.entity is not None and (
        _opens_at_home(pieces) if quoted else _turns_away(pieces, source, scene, starts=starts)
    ):
        scene.leave_entity()
    return entity


@cache
def _short() -> re.Pattern[str]:
    """What gives a firm a short name right after its full one: （以下简称“鲁南轴承”）."""
    said = either(word_list("zh", "entity.called"))
    return re.compile(rf'[(（](?:{said})[“"]([^”"]{{2,8}})[”"][)）]')


def _opens_at_home(pieces: Sequence[Token]) -> bool:
    """Whether somebody who is quoted speaks of all the area: “力争到2026年，全市产业规模突破1500亿元”."""
    first = next((t for t in pieces if t.time is None and not t.mark and not t.roles & _LEADS), None)
    return first is not None and "area.home" in first.roles


def _in_short(pieces: Sequence[Token], source: str, scene: Scene) -> Entity | None:
    """The entity that a clause opens with by the short name which the text has given it."""
    if not scene.owners.called:
        return None
    start = next((t.start for t in pieces if t.is_words and t.time is None and not t.roles & _LEADS), len(source))
    short = longest_at(source, tuple(scene.owners.called), start)
    return attrs.evolve(scene.owners.called[short], start=start, end=start + len(short)) if short else None


def _is_again(entity: Entity, last: Entity) -> bool:
    """Whether a name is only another word for the entity named last: 该公司, or 园区 for a named one."""
    kind = kind_of(last)
    pointer = longest_at(entity.name, word_list("zh", "entity.again"))
    own = entity.name.removeprefix(pointer)
    end = longest_end(own, word_list("zh", "entity.pointed"))
    points = bool(pointer) and (
        own == end or own.removesuffix(end) in last.name
    )  # 这家轮胎企业 is another than 报关公司
    of_another_kind = kind == PARK and not entity.name.endswith(word_list("zh", "entity.parks"))
    runs = last.keeps_codes and any(entity.name.startswith(last.name[cut:]) for cut in range(len(last.name) - SHORTEST))
    return (points and not of_another_kind) or entity.name == kind or runs  # 果园港集团 of 两江新区果园港


def _points_back(entity: Entity, pieces: Sequence[Token], source: str) -> bool:
    """Whether the words before a name say that it is where the one before was: 这家名叫…的公司, 园区里的恒达轴承."""
    before = source[pieces[0].start : entity.start]
    ends = word_list("zh", "strip.inside")
    inside = any(f"{park}{end}" in before for park in word_list("zh", "entity.parks") for end in ends)
    return inside or before.startswith(word_list("zh", "entity.again"))


def without(pieces: Sequence[Token], entity: Entity) -> Iterator[Token]:
    """The pieces of a clause with the name of an entity as one, which is no part of what is measured."""
    named = False
    first = next((n for n, piece in enumerate(pieces) if piece.end > entity.start), 0)
    if first > 1 and "link.joins" in pieces[first - 1].roles and is_plain(pieces[first - 2]):
        pieces = [*pieces[: first - 2], *pieces[first:]]  # 园区里的物流园
    for piece in pieces:
        if piece.end <= entity.start or piece.start >= entity.end:
            yield piece
            continue
        if piece.start < entity.start and not piece.roles:
            yield Token(piece.start, entity.start)
        if not named:
            named = True
            yield Token(entity.start, entity.end, roles=frozenset({"entity.named"}))
        if piece.end > entity.end:
            yield Token(entity.end, piece.end)


def _turns_away(pieces: Sequence[Token], source: str, scene: Scene, *, starts: bool) -> bool:
    """Whether a clause is about something else than the entity of the one before: a place, a series of a new sentence.

    A report on a year goes from one thing to the next with each clause that has a subject; news stay with a scene.
    """
    opens = starts and scene.position.opens
    if opens and source.endswith(word_list("zh", "source.data"), pieces[0].start, pieces[-1].end):
        return True  # 海关数据显示，…: of the region
    if _is_field(pieces, source):
        return False
    first = next((t for t in pieces if t.time is None and not t.mark and not t.roles & _LEADS), None)
    if first is not None and NATION in first.areas:
        tells = source.startswith(_telling(), scene.owners.entity.end) if scene.owners.entity is not None else False
        return (opens or tells) and _is_of_nation(pieces, first)  # else in the nation it has a rank
    zone = scene.owners.entity is not None and scene.owners.entity.is_zone
    here = word_list("zh", "entity.here") + (word_list("zh", "entity.stays") if zone else ())
    if first is not None and source.startswith(here, first.start):
        return False
    if first is not None and (first.areas or not first.roles.isdisjoint({"area.home", "area.same"})):
        return True
    if starts and zone and _tells_trade(pieces):
        return True
    if scene.position.in_report:
        return opens or (first is not None and first.is_words and not _is_its_own(pieces, source, first, scene))
    anew = first is not None and first.is_words and not is_bare(source[first.start : first.end])
    anew = anew and any(t.figure is not None for t in pieces)
    named = [t.naming for t in pieces if t.naming is not None]
    if scene.owners.entity is not None and scene.owners.entity.keeps_codes:
        told = {kinds()[n.indicator].family if n.indicator else families().get(n.base or "") for n in named}
        return opens and not told <= _OF_PORTS  # 港口货物吞吐量…。规上工业企业…
    if starts and scene.owners.entity is not None and source.startswith(_APART, scene.owners.entity.start - 1):
        return anew  # 甲厂…；乙厂…；丙牌汽车销量…: one after the other
    return opens and not scene.owners.entity_heads and (anew or bool(named))


@cache
def _telling() -> tuple[str, ...]:
    """What stands behind the name of who only tells what comes next: 国铁集团介绍，…全国铁路…."""
    return word_list("zh", "source.says") + word_list("zh", "source.data")


_APART = ("；", ";")


def _is_of_nation(pieces: Sequence[Token], nation: Token) -> bool:
    """Whether what is told is the nation's, 全国产业园已增至165家, not a part or a rank in it: 全国市场占有率第一."""
    rest = [token for token in pieces if token.start >= nation.end]
    ranks = any(token.figure is not None and token.figure.ordinal for token in rest)
    return bool(rest) and rest[0].is_words and not ranks and not any(token.roles & _PARTS for token in rest)


def _is_field(pieces: Sequence[Token], source: str) -> bool:
    """Whether a clause tells among which an entity has a rank: 在全省综保区中排名第1."""
    ranks = any(token.figure is not None and token.figure.ordinal for token in pieces)
    inside = ranks and any(source.startswith(word_list("zh", "strip.inside"), token.end) for token in pieces)
    return inside and source[pieces[0].start : pieces[0].end] in word_list("zh", "area.at")


_PARTS = frozenset({"share.of", "rate.share", "rank.verb"})
_OF_PORTS = frozenset({None, "transport_services", "trade"})


def _is_its_own(pieces: Sequence[Token], source: str, first: Token, scene: Scene) -> bool:
    """Whether a bare noun is of the firm or port too of which the sentence told last: 集团营业收入…，利润总额…."""
    told = [reading.entity for reading in scene.recent[-1:] if reading.figure.start >= scene.position.sentence_start]
    if scene.owners.entity is None or told != [scene.owners.entity.name]:
        return False
    run = list(itertools.takewhile(lambda t: t.is_words, pieces[pieces.index(first) :]))
    noun = source[first.start : run[-1].end]
    return is_bare(noun) or f"{scene.base} {noun}" in word_table("zh", "in_short")


def _tells_trade(pieces: Sequence[Token]) -> bool:
    """Whether a clause tells a part of the trade of a whole area, of which a zone's was another: 跨境电商进出口…."""
    named = [t.naming for t in pieces if t.naming is not None][:2]
    if not named:
        return False
    first, flow = named[0], named[-1].indicator or named[-1].base or ""
    whole = None if first.indicator is None else series_by_code()[first.indicator]
    part = first.breakdown if whole is None else whole.breakdown
    return flow.startswith(_TRADE) and not is_total(part)


_TRADE = ("TRADE", "EXPORTS", "IMPORTS")


_LEADS = frozenset({"link.filler", "area.at", "link.from", "link.of_which"})


def _takes_up(tokens: Sequence[Token], source: str, scene: Scene) -> bool:
    """Whether a sentence without a name of its own is about the entity that was named last."""
    kind = "" if scene.owners.last_entity is None else kind_of(scene.owners.last_entity)
    return goes_on_about(source, tokens, kind, spoken_of=scene.owners.entity is not None)
