"""Several places of which a figure is told together: 绵阳、德阳、乐山3市, 两地合计, 繁昌区、南陵县各建成1个."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from shandong_econ.lexicon.concepts import areas, is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.names import abbreviated
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.dating import new_words

SEVERAL = "area.several"
"""The role of a number that only gathers places, and stands for their names."""


def places_gathered(clause: Clause, i: int, figure: Figure) -> str | None:
    """The places whose number stands at piece i: those listed right before it, or as many that were named last.

    Empty where they are listed in the midst of a clause: 对京津两地销售; None if it does not gather places.
    """
    first = i
    while first and (clause.tokens[first - 1].areas or is_joint(clause.tokens[first - 1])):
        first -= 1
    listed = clause.tokens[first:i]
    heads = all(map(_leads, clause.tokens[:first]))
    if listed:
        all_told = sum(bool(token.areas) for token in listed) == figure.value > 1
        return (clause.source[listed[0].start : listed[-1].end] if heads else "") if all_told else None
    if heads and (region := _region_of(clause.scene.places.named, int(figure.value))):
        return region
    last = _last_named(clause.scene.places.named)[: int(figure.value)]
    names = [area.name_zh or "" for area in reversed(last)]
    of_kind = figure.word in word_list("zh", "area.any") or all(name.endswith(figure.word) for name in names)
    if not heads or not of_kind or not len(names) == figure.value > 1:
        return None
    return "、".join(_as_written(area, clause.source) for area in reversed(last))


def _region_of(named: Sequence[Area], count: int) -> str:
    """The region of so many provinces whose name is made of theirs, where no other place was named since: 京津冀."""
    members: set[str] = set()
    for area in reversed(named):
        if area.code is None and (area.name_zh or "").count("、") == count - 1 > 0:
            return area.name_zh or ""  # gathered so before: 湖北、湖南、江西三省…，其中湖北…。三省…
        listed = areas().get(area.code or "", area)
        short = {abbreviated().get(character) for character in listed.name_zh or ""}
        if None not in short and len(short) == count and members <= short:
            return area.name_zh or ""
        members.add(area.code or "")
    return ""


def _last_named(named: Sequence[Area]) -> list[Area]:
    """The places named, the last one first, without one that only holds another of them: 保山、德宏芒市."""
    told: list[Area] = []
    for area in dict.fromkeys(reversed(named)):
        if not any(area.code and one.code and is_wider(area.code, one.code) for one in told):
            told.append(area)
    return told


def _as_written(area: Area, text: str) -> str:
    """The name of a place without 市 or the like, if the text names it so."""
    name = area.name_zh or ""
    short = name[:-1] if name.endswith(word_list("zh", "place.ends")) else name
    return short if text.count(short) > text.count(name) else name


def several(clause: Clause, found: Sorted) -> Area | None:
    """The area of all the places that head these words, if they say that it is told of them together or of each."""
    if found.several:
        named = clause.scene.places.named
        region = next((area for area in named if area.name_zh == found.several), Area(None, None, found.several))
        clause.scene.places.named = [*named, region]
        return region
    run = list(takewhile(lambda t: t.areas or is_joint(t), found.subject))
    if len(run) < _TWO or not run[0].areas:
        return None
    each = (t for t in clause.tokens if t.start > run[-1].end and t.roles)
    if not clause.source.startswith(_told_of_all(), run[-1].end) and not any(
        clause.word(token) in word_list("zh", "list.each") for token in each
    ):
        return None
    if not all(_leads(token) for token in clause.tokens if token.end <= run[0].start):
        return None
    return Area(None, None, clause.source[run[0].start : run[-1].end])


def with_zones(clause: Clause, tokens: list[Token]) -> list[Token]:
    """The pieces with the zones that are named after their place as one each: 内江经开区、内江高新区."""
    zones, made = word_list("zh", "entity.zones"), tokens[:1]
    for token in tokens[1:]:
        if made[-1].areas and made[-1].end == token.start and clause.word(token) in zones:
            made[-1] = Token(made[-1].start, token.end, frozenset({"area.districts"}))
        else:
            made.append(token)
    return made


def _leads(token: Token) -> bool:
    return token.time is not None or not token.roles.isdisjoint({"link.filler", "link.of_which"})


@cache
def _told_of_all() -> tuple[str, ...]:
    """What tells right after several places that it is of all of them: 各, 合计, 占, 建成."""
    deeds = (word for word in word_list("zh", "deeds.done") if len(word) > 1)
    return (*word_list("zh", "area.each"), *deeds, *new_words())


_TWO = 3  # pieces: two places and what joins them
