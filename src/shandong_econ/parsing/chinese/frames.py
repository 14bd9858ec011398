"""Time and place in a Chinese clause, and what a clause without figures says of those that follow."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import attrs

from shandong_econ.lexicon.concepts import is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area, Status
from shandong_econ.parsing.chinese.clause import Clause, is_listed, parted, run_of_words
from shandong_econ.parsing.chinese.clues import is_joint, side_of
from shandong_econ.parsing.chinese.sorting import Sorted, sort_words
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.places import home_called, place
from shandong_econ.parsing.finding.series import NO_SERIES, name_series
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.days import TAKES_UP
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.readings import Subject

LONGEST_ZONE = 6  # characters of a zone's name after that of its city
NATION, GROUP = "100000", "X-"  # codes of the nation, and of groups of areas
LONGEST_UNTIL = 3  # characters
LONGEST_COPULA = 2  # characters
_NO_FIGURE = Figure(0, 0, 0, Decimal(1))


def move(clause: Clause, found: Sorted, lead: Sequence[Token], *, ranks: bool = False) -> None:
    """Goes on to the status, the time and the place that these words tell, but not to what a rank or a share is in."""
    scene = clause.scene
    for token in lead:
        if "status.target" in token.roles:
            scene.plan(Status.T)
            if clause.source.startswith(word_list("zh", "announces.words"), token.end):
                scene.announce(Status.T)
        elif "status.forecast" in token.roles:
            scene.plan(Status.F)
    times = found.clues.times
    heads = clause.opens and not clause.done and Says.FROM not in found.clues.says
    for n, time in enumerate(times):
        narrows = time.form == "year" and n + 1 < len(times)  # 今年全省园区前三季度…: the first is not headed by
        _go_to(clause, time, heads=heads and not narrows)
    area = _area_of(clause, found)
    within = (ranks and not _owns_subject(found.area, lead)) or _is_whole(found.area, lead)
    if _is_predicate(clause, found.area):
        area = None
    if area is not None and not (within and _holds(area, scene.place())):
        scene.area = area
        if found.area is not None and LOCAL in found.area.areas:
            scene.last_town = area


def _owns_subject(token: Token | None, lead: Sequence[Token]) -> bool:
    """Whether a place is that of the subject of a rank, not of the field: 全国海带产量居世界第1位."""
    n = next((n for n, piece in enumerate(lead) if piece is token), len(lead))
    rest = lead[n + 1 :]
    leads = n == 0 or "area.at" not in lead[n - 1].roles
    return leads and bool(rest) and rest[0].is_words and any("rank.verb" in piece.roles for piece in rest[1:])


def _is_whole(token: Token | None, lead: Sequence[Token]) -> bool:
    """Whether a place is that of a whole: 在全国的占比."""
    n = next((n for n, piece in enumerate(lead) if piece is token), len(lead))
    return n + 2 < len(lead) and "link.joins" in lead[n + 1].roles and "rate.share" in lead[n + 2].roles


def _is_predicate(clause: Clause, token: Token | None) -> bool:
    """Whether a place is in what something is said to be: 是全国5个粮食调出大省之一."""
    if token is None:
        return False
    return clause.source.endswith(word_list("zh", "copula.words"), max(0, token.start - LONGEST_COPULA), token.start)


def _area_of(clause: Clause, found: Sorted) -> Area | None:
    """The place that these words name, or point to as that of the report."""
    scene, token = clause.scene, found.area
    if token is not None and LOCAL in token.areas:
        return place(token.areas, scene.home, clause.words([token]))
    if token is not None and not _is_part_of_name(clause, token):
        return _zone(clause, token) or place(token.areas, scene.home, clause.words([token]))
    if found.home is not None and "area.town" in found.home.roles:
        return scene.last_town
    return None if found.home is None else home_called(clause.words([found.home]), scene.home)


def _is_part_of_name(clause: Clause, token: Token) -> bool:
    """Whether the nation's name begins a firm's, as in 中国移动, or that of a part of it."""
    return token.areas[0] == NATION and clause.source.startswith(word_list("zh", "area.after_nation"), token.end)


def _holds(area: Area, inner: Area | None) -> bool:
    """Whether a rank or share told with this area is one in it: 居全国第3位, 在中部地区增速第1, 在全国的占比."""
    if area.code is None or inner is None or inner.code is None:
        return False
    return is_wider(area.code, inner.code) or area.code.startswith(GROUP)


def _zone(clause: Clause, token: Token) -> Area | None:
    """A zone without a code whose name begins with a place's: 青岛西海岸新区, 深圳前海."""
    rest = clause.source[token.end : token.end + LONGEST_ZONE + 3]
    name = next((name for name in word_list("zh", "area.districts") if rest.startswith(name)), "")
    if not name:
        cuts = [cut + len(end) for end in word_list("zh", "area.zone") if 0 < (cut := rest.find(end)) <= LONGEST_ZONE]
        name = rest[: min(cuts)] if cuts else ""
    if not name.isalpha():  # it would take in a mark or a number
        return None
    return Area(None, None, clause.words([token]) + name)


def _go_to(clause: Clause, time: Time, *, heads: bool) -> None:
    scene = clause.scene
    calendar, current = scene.calendar, scene.period
    if clause.source.endswith(word_list("zh", "until.date"), max(0, time.start - LONGEST_UNTIL), time.start):
        time = attrs.evolve(time, groups={**time.groups, "end": time.groups.get("end") or "until"})  # 截至6月: its end
    if time.form == "years_back":
        current = scene.document_period
    if scene.status is not Status.A:  # what is planned lies ahead
        calendar = attrs.evolve(calendar, report_year=calendar.this_year)
        current = None if time.form == "year" else current
    taken_up = time.form in TAKES_UP
    period = scene.days.taken_up(time) if taken_up else resolve(time, calendar, current)
    if period is None or time.form == "unknown":
        return
    scene.days.note(time, period)
    if taken_up:
        scene.period, scene.said_time = period, True
        return
    if clause.source.startswith(word_list("zh", "until.instant"), time.end):
        scene.document_period = scene.paragraph_period = period  # what a census counts is of one moment
    elif time.form == "day" and not clause.source[max(0, time.start - 2) : time.start].endswith(
        word_list("zh", "until.words")
    ):
        return  # the day of an event
    if time.form == "years_ahead":
        scene.plan(Status.T)
    if heads and time.form not in ("same_month", "year_to_date"):
        scene.head_paragraph(period, time)
    scene.go_to(period)


def set_topic(clause: Clause, tokens: list[Token]) -> None:
    """A clause without a figure tells what, when and where the next are about."""
    scene = clause.scene
    found = sort_words(tokens, _NO_FIGURE, None)
    in_town = found.area is not None and LOCAL in found.area.areas and scene.section_area is None
    if found.area is not None and (
        _is_other_side(tokens, found.area) or not (in_town or _is_frame(clause, found.area))
    ):
        found.area = None
    if clause.source.startswith(word_list("zh", "announces.words"), tokens[-1].end) and clause.words(tokens).endswith(
        word_list("zh", "heading.plan")
    ):
        scene.announce(Status.T)
    move(clause, found, tokens)
    if found.area is not None and ((scene.opens and clause.opens) or in_town):
        scene.paragraph_area = scene.area
    scene.topic_times = found.clues.times
    scene.topics = _topics(clause, tokens, found) or scene.topics
    _set_comparison(clause, tokens, found)
    if found.clues.base is not None and ("comparison.than" in tokens[-1].roles or tokens[-1].time is not None):
        scene.base_time = found.clues.base  # 与2019年相比， but not 涨幅与上半年相同，
    if clause.source.startswith(word_list("zh", "cause.words"), tokens[0].start):
        return  # 受价格回落影响: a cause is not what is told of
    for token in found.subject:
        if token.naming is not None and (series := name_series(clause.words([token]), scene.base)) is not NO_SERIES:
            scene.subject = scene.topic = Subject(clause.words([token]), series)
            scene.base = series.base or scene.base
            return


def _topics(clause: Clause, tokens: list[Token], found: Sorted) -> list[list[str]]:
    """What a clause without figures lists for those after it, as it may be parted: A、B及C等产品增势较好, A快于B."""
    side = next((n for n, token in enumerate(tokens) if side_of(token)), None)
    if side is not None:
        two = [clause.words(run_of_words(tokens[first:])) for first in (_first_words(tokens), side + 1)]
        return [two] if all(two) else []
    lists = []
    for parts in (is_joint, is_listed):
        items = [clause.words(item) for item in parted(found.subject, parts)]
        if len(items) > 1:
            end = next((cut for end in word_list("zh", "list.ends") if (cut := items[-1].rfind(end)) > 0), None)
            lists.append([*items[:-1], items[-1][:end]])
    return lists


def _first_words(tokens: Sequence[Token]) -> int:
    return next((n for n, token in enumerate(tokens) if token.is_words), 0)


def _set_comparison(clause: Clause, tokens: list[Token], found: Sorted) -> None:
    """从环比看, 同比， and the like say what the growths after them are measured against."""
    frame = next((c for t in tokens if "link.frame" in t.roles and (c := comparison_of(t)) is not None), None)
    if frame is None and not any(t.is_words for t in found.subject):
        frame = found.clues.comparison
    if frame is not None:
        clause.scene.kept = None
    clause.scene.comparison = frame or clause.scene.comparison
    clause.scene.frame = frame or clause.scene.frame


def _is_other_side(tokens: Sequence[Token], area: Token) -> bool:
    """Whether a place is only compared with: 显著快于全国, 跑在全国前列."""
    before = tokens[: next((n for n, token in enumerate(tokens) if token is area), 0)]
    return any(side_of(token) or "comparison.than" in token.roles for token in before)


def _is_frame(clause: Clause, token: Token) -> bool:
    """Whether a place frames what follows: 在寿光，, 在山东寿光，, or a place alone."""
    i = clause.tokens.index(token)
    while i and clause.tokens[i - 1].areas:
        i -= 1
    before = clause.before(i)
    if before is not None and ("area.at" in before.roles or clause.source[before.end - 1 : before.end] in _at_words()):
        return True
    return not any(t.is_words for t in clause.tokens)


@cache
def _at_words() -> tuple[str, ...]:
    return tuple(word for word in word_list("zh", "area.at") if len(word) == 1)
