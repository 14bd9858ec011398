"""The firm, park, plant or port that a Chinese sentence is about.

Its name is a run of words and places that ends in what such a thing is called (公司, 产业园, 电厂), and stands where a
subject or a scene is told: at the head of a clause, after 在 or 走进, after a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.parsing.finding.entities import Entity
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.openings import first_at, longest_end
from shandong_econ.parsing.finding.ports_chinese import is_place, port_end
from shandong_econ.parsing.finding.tokens import Token

LONGEST_BEFORE = 4  # characters before a name that can say that it heads what is told
LONGEST_ZONE = 12  # characters of a zone's name after that of its place
NEAR = 6  # pieces before a name in which a scene is set
KINDS = ("firms", "parks", "works", "ports", "weak")
PARK = "园区"
SHORTEST = 2  # characters of a name before what it is called
_OPENS = frozenset('，,。；;：:“"(!！？?')


def find_chinese_entity(source: str, tokens: Sequence[Token]) -> Entity | None:
    """The entity that a Chinese sentence opens with, points to, or is set in."""
    if not tokens or _ends().search(source, tokens[0].start, max(t.end for t in tokens)) is None:
        return None
    found: Entity | None = None
    for first, last in _runs(tokens):
        if found is not None and not _goes_on(tokens, first):
            break
        found = _pointed_to(source, tokens, first, last) or _named(source, tokens, first, last) or found
        if found is not None and _is_counted(source, tokens, found.end):
            found = None  # 货运航空公司已有29家
        if found is not None and source.startswith(word_list("zh", "entity.owns"), found.end):
            found = None  # 某某集团所属、位于内蒙古的煤矿: what is told is of the mine
    return found


def _goes_on(tokens: Sequence[Token], n: int) -> bool:
    """Whether the run at piece n is of what stands before it: 成都高新区的一家企业."""
    n -= 1 if n and tokens[n - 1].figure is not None else 0
    return n > 0 and "link.joins" in tokens[n - 1].roles


def goes_on_about(source: str, tokens: Sequence[Token], kind: str, *, spoken_of: bool) -> bool:
    """Whether a sentence takes up an entity of this kind that was named before, if still spoken of in any words."""
    words = (word_list("zh", "entity.stays") if spoken_of else ()) + ((kind,) if kind else ())
    for n, token in enumerate(tokens):
        word = first_at(source, words, token.start) if token.is_words else ""
        if word and _heads(source, tokens, n):
            return not source.startswith(word_list("zh", "entity.not_before"), token.start + len(word))
    return False


def kind_of(entity: Entity) -> str:
    """The short word by which a text takes an entity up: 园区 for 食品产业园, 公司 for a firm."""
    kinds = {PARK: word_list("zh", "entity.parks"), "公司": word_list("zh", "entity.firms")}
    own = word_list("zh", "entity.ports") + word_list("zh", "entity.works")
    kinds |= {word: (word,) for word in own if word in entity.name}
    return next((kind for kind, ends in kinds.items() if entity.name.endswith(ends)), "")


@cache
def all_ends() -> tuple[str, ...]:
    """Everything that a firm, a park, a plant or a port is called at the end of its name."""
    return tuple(word for kind in KINDS for word in word_list("zh", f"entity.{kind}"))


@cache
def _ends() -> re.Pattern[str]:
    """What any sentence has that names an entity."""
    lists = ("firms", "parks", "works", "ports", "port", "weak", "pointed")
    return re.compile(either(tuple(word for name in lists for word in word_list("zh", f"entity.{name}"))))


def _is_counted(source: str, tokens: Sequence[Token], end: int) -> bool:
    """Whether how many there are, or were built, is told right after a name that ends at `end`."""
    rest = [t for t in tokens if t.start >= end]
    number = next((t for t in rest if t.figure is not None), None)
    between = "" if number is None else source[end : number.start]
    done = between.removeprefix(first_at(between, word_list("zh", "deeds.lead"))) in word_list("zh", "deeds.done")
    while rest and done and rest[0] is not number:
        rest = rest[1:]  # 水电站已投产7座
    while rest and rest[0].figure is None and rest[0].roles & _FILLS and not rest[0].is_words:
        rest = rest[1:]
    if not rest or rest[0].figure is None or (not done and any(t.start < end < t.end for t in tokens)):
        return False
    ends = len(rest) == 1 or rest[1].mark in _OPENS
    alone = ends and rest[0].figure.word in word_list("zh", "entity.counted_alone")  # 通航机场达15个
    return alone or rest[0].figure.word in word_list("zh", "entity.counted_by")


_FILLS = frozenset(
    {
        "link.filler",
        "qualifier.GT",
        "qualifier.ABOUT",
        "qualifier.NEARLY",
        "achievement.done",
        "count.total",
        "change.to",
        "change.ends",
    }
)


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The runs of words and places, as (first piece, last piece)."""
    first = None
    for n, token in enumerate(tokens):
        if not (token.is_words or is_place(token) or "area.zone" in token.roles or token.start == token.end):
            if first is not None:
                yield first, n - 1
            first = None
        elif first is None:
            first = n
    if first is not None:
        yield first, len(tokens) - 1


def _pointed_to(source: str, tokens: Sequence[Token], first: int, last: int) -> Entity | None:
    """An entity that is not named but pointed to: 这家企业, 一家光伏企业."""
    pointing, pointed = word_list("zh", "entity.pointing"), word_list("zh", "entity.pointed")
    for token in tokens[first : last + 1]:
        through = first_at(source, word_list("zh", "entity.through"), token.start)
        start = token.start + len(through)
        text = source[start : tokens[last].end]
        before = source[max(0, start - LONGEST_BEFORE) : start]
        if not (before.endswith(pointing) or text.startswith(pointing)):
            continue
        if last + 2 < len(tokens) and "link.joins" in tokens[last + 1].roles and not _end_of(text, pointed):
            text = source[start : tokens[last + 2].end]  # 这家生产轮胎的企业
        if cut := _end_of(text, pointed):
            again = longest_end(before, word_list("zh", "entity.again")) if token.is_words else ""  # 在+这家+企业
            return Entity(again + text[:cut], start - len(through), start + cut)
    return None


def _named(source: str, tokens: Sequence[Token], first: int, last: int) -> Entity | None:
    """The entity whose name begins with a run, or after the places at its head."""
    while first < last and source[tokens[first].start : tokens[first].end] in word_list("zh", "area.at"):
        first += 1
    if not _heads(source, tokens, first):
        return None
    start = tokens[first].start
    at = first_at(source, word_list("zh", "area.at"), start) if tokens[first].is_words else ""
    start += len(at)
    text = source[start : tokens[last].end]
    firms, parks, works, ports, weak = (word_list("zh", f"entity.{name}") for name in KINDS)
    cut = _end_of(text, firms + parks + works + ports) or port_end(source, tokens, first, last)
    if not cut and (at or _is_set_in(source, tokens, first)):
        cut = _end_of(text, weak)
    in_full = text[:cut].endswith(word_list("zh", "entity.legal"))
    if not cut or (text[cut:].startswith(word_list("zh", "entity.not_before")) and not in_full):
        return None
    through = next((w for w in word_list("zh", "entity.through") if text.startswith(w)), "")
    through = through if text.endswith(ports, 0, cut) else ""  # 经友谊关口岸出口…
    led_by, start, cut, name = start, start + len(through), cut - len(through), text[len(through) : cut]
    following = source[start + cut : start + cut + 1]
    places = [t for t in tokens[first : last + 1] if is_place(t) and start <= t.start and t.end <= start + cut]
    lead = sum(t.end - t.start for t in places)
    at_end = bool(places) and source[places[-1].end : start + cut] in word_list("zh", "entity.branches")
    if lead == cut or (places and places[-1].end != start + lead and not at_end):
        return None  # nothing but places, as 海港区, or words before one: 经宁波口岸, 落户上海大众配套园
    ends = firms + parks + works + ports + weak + word_list("zh", "entity.port")
    if following in ("、", "和", "与", "及", "等", "或"):
        return None
    if places and lead < cut <= lead + LONGEST_ZONE and name.endswith(word_list("zh", "entity.zones")):
        return Entity(name, led_by, start + cut, is_zone=True)
    of_port = name.endswith(ports + word_list("zh", "entity.port"))
    general = _is_general(name[lead:], ends, placed=lead > 0) and not begins_with_place(name, lead, ends)
    ways = word_list("zh", "entity.port") + (word_list("zh", "entity.ways") if of_port else ())
    if general and not (lead and name[lead:].startswith(ways)):  # 天津港集团, 凭祥铁路口岸
        return None
    return Entity(name, led_by, start + cut, of_port, is_zone=name.endswith(word_list("zh", "entity.zones")))


def _is_general(name: str, ends: tuple[str, ...], *, placed: bool) -> bool:
    """Whether a name has nothing of its own before what it is called, as 上市公司; `placed` names have a place."""
    if name.startswith(word_list("zh", "entity.not_first")) or holds_any(name, "zh", "entity.verbs"):
        return True
    end = longest_end(name, ends)
    brand = name.removesuffix(end)
    if not brand:
        return not placed and name not in word_list("zh", "entity.alone")
    if brand in word_list("zh", "entity.general_alone"):
        return True
    for word in word_list("zh", "entity.general"):
        brand = brand.replace(word, "")
    return len(brand) < SHORTEST


def begins_with_place(name: str, lead: int, ends: tuple[str, ...]) -> bool:
    """Whether a name only sounds like a place's at its head, and goes on in one character: 榆树井煤矿, 东平湖渔场."""
    end = longest_end(name, ends)
    own = name[lead:].removesuffix(end)
    return lead == SHORTEST and len(own) == 1 and own not in word_list("zh", "entity.of_place")


def _heads(source: str, tokens: Sequence[Token], n: int) -> bool:
    """Whether a piece stands where an entity is told of: after a mark, a time, 在 or 走进, or 的."""
    if n == 0:
        return True
    before = tokens[n - 1]
    if before.time is not None or (before.mark and before.mark in _OPENS):
        return True
    if "link.joins" in before.roles:
        return _is_set_in(source, tokens, n)
    if not before.roles.isdisjoint(
        {"area.at", "area.same", "link.from", "link.of_which", "status.target", "area.title"}
    ):
        return True
    head = source[max(0, tokens[n].start - LONGEST_BEFORE) : tokens[n].start]
    return head.endswith(word_list("zh", "entity.after"))


def _is_set_in(source: str, tokens: Sequence[Token], n: int) -> bool:
    """Whether the words before a piece set a scene: 走进, 位于高密的, 一座占地3000亩的."""
    pointing = word_list("zh", "entity.pointing") + word_list("zh", "area.at")
    before = tokens[max(0, n - NEAR) : n]
    marks = [i for i, t in enumerate(before) if t.mark and t.mark in _OPENS]
    near = before[marks[-1] + 1 if marks else 0 :]
    inside = word_list("zh", "strip.inside")  # 园区里的恒达轴承
    return any(
        "area.at" in t.roles
        or source.startswith(pointing, t.start)
        or (t.is_words and source.endswith(inside, t.start, t.end))
        for t in near
    )


def _end_of(text: str, ends: Sequence[str]) -> int:
    cut = max((text.rfind(end) + len(end) for end in ends if end in text), default=0)
    if cut and text.startswith(word_list("zh", "entity.headed"), cut - 1):
        return _end_of(text[: cut - 1], ends)  # 电子厂厂长
    return cut
