"""Status, time and place that the words before a Chinese figure tell."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.concepts import NATION
from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.model import Area, Period, Status
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.chinese.times import go_to_time
from shandong_econ.parsing.chinese.whereabouts import (
    area_named,
    heads_within,
    holds_area,
    is_in_predicate,
    is_of_whole,
    is_origin,
    note_places,
    owns_subject,
    place_of_event,
    place_pointed_to,
)
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.openings import first_at
from shandong_econ.parsing.finding.tokens import Token, has_role, index_of
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.reach_of_times import go_to
from shandong_econ.parsing.resolving.scene import Scene


def move(clause: Clause, found: Sorted, lead: Sequence[Token], *, ranks: bool = False) -> None:
    """Goes on to the status, the time and the place that these words tell, but not to what a rank or a share is in."""
    scene = clause.scene
    if _must(clause, lead):
        scene.plans.announce(Status.T)
    expected = has_role(lead, "status.forecast")
    if scene.plans.is_estimated and found.subject and not clause.done:
        scene.plans.status = Status.A  # 预计研发投入强度达到3.2%，技术合同成交额突破…
    _note_plans(clause, lead, expected=expected)
    planned = has_role(lead, "status.target")
    heads = clause.opens and not clause.done and Says.FROM not in found.clues.says
    times = found.clues.times
    for n, time in enumerate(times):
        narrows = time.form == "year" and n + 1 < len(times)  # 今年全省园区前三季度…: the first is not headed by
        go_to_time(clause, time, heads=heads and not narrows)
        scene.look_back(planned=planned, now=time.form == "now")
        gone = scene.times.period is not None and scene.times.is_of_year(scene.times.period)
        if scene.plans.status is Status.F and gone and not expected:
            scene.plans.status = Status.A  # 预计产量…，去年产值…
    if not times:
        _come_to_now(clause, lead)
        _leave_time(clause, lead)
    note_places(clause, lead)
    area = area_named(clause, found) or place_pointed_to(clause, lead)
    if area is None and (area := place_of_event(clause, lead)) is not None:
        scene.places.paragraph_area = area
    begins = not clause.source[scene.position.sentence_start : clause.tokens[0].start].strip()
    if area is None and found.home is None and begins and _tells_once(clause, lead):
        area = scene.places.previous_area  # 项目建成后，每年可…: where the project is
    within = (ranks and not owns_subject(found.area, lead)) or is_of_whole(found.area or found.home, lead)
    if is_in_predicate(clause, found.area) or is_origin(clause, found.area):
        area = None
    spread = (
        area is not None and area.code == NATION and scene.owners.entity is not None
    )  # a firm's shops in all the nation
    leads = heads_within(clause, found.area) or (bool(found.several) and clause.early)
    if area is not None and not spread and not (within and holds_area(area, scene.place())):
        scene.places.area = area
        first = scene.position.opens_paragraph or not scene.recent  # 重大项目加快推进。川渝两地…
        if first and scene.places.section_area is None and leads:
            scene.places.paragraph_area = area
        if found.area is not None and LOCAL in found.area.areas:
            scene.places.last_town = area
        elif _goes_wider(clause, found, area):
            scene.places.paragraph_area = area


def _come_to_now(clause: Clause, lead: Sequence[Token]) -> None:
    """Goes on about the day of a story that has told of a year long gone, where something is so now: 现有工人420名."""
    told, day = clause.scene.times.period, clause.scene.times.calendar.published
    if day is None or told is None or told.last is None or told.last.year >= day.year - 1:
        return
    if any(clause.source.startswith(word_list("zh", "until.now"), token.start) for token in lead):
        go_to(clause.scene, Period(day, day))


def _leave_time(clause: Clause, lead: Sequence[Token]) -> None:
    """Goes on about no time where something will be so once it is there: 建成后年产烯烃90万吨."""
    if clause.scene.times.sentence_period is None and _tells_once(clause, lead):
        clause.scene.times.period = None


def _tells_once(clause: Clause, lead: Sequence[Token]) -> bool:
    return bool(lead) and holds_any(clause.source[lead[0].start : lead[-1].end], "zh", "once.words")


def _goes_wider(clause: Clause, found: Sorted, area: Area) -> bool:
    """Whether a sentence goes on, after a place in it, about all of the area: 西寨村的变化…。全区种植…。去年，…."""
    told = clause.scene.places.paragraph_area
    heads = found.home is not None and clause.opens and not clause.done and clause.scene.position.opens
    return heads and told is not None and told.code is None and area.code is not None


def _note_plans(clause: Clause, lead: Sequence[Token], *, expected: bool) -> None:
    """Goes on to what is planned or expected, or back to what is."""
    scene = clause.scene
    looks_ahead = scene.plans.status is not Status.A and not scene.plans.is_among_goals()
    if looks_ahead and not expected and _is_over(clause, lead):
        scene.plans.status = Status.A  # 预计降水偏少，各地已调度抗旱水源…; 预计产量…；拥有加工企业478家
    for n, token in enumerate(lead):
        if (expected or scene.plans.status is Status.F) and clause.word(token) in word_list("zh", "plan.weak"):
            continue  # 预计将达到
        is_target = "status.target" in token.roles
        if is_target and _is_result(clause, token):
            continue
        if is_target or _is_between(clause, token) or _plans(clause, lead, n):
            scene.plan(Status.T)
            if clause.source.startswith(word_list("zh", "announces.words"), token.end):
                scene.plans.announce(Status.T)
        elif "status.forecast" in token.roles and not (scene.plans.status is Status.T and _lies_ahead(clause, token)):
            following = lead[n + 1] if n + 1 < len(lead) else None
            frames = token is clause.tokens[-1] or (following is not None and following.time is not None)
            heads = clause.early and scene.position.opens and token is clause.tokens[0]
            frames |= heads and clause.word(token) in word_list("zh", "plan.estimates")  # 预计生产总值增长…，投资增长…
            scene.plans.expect(all_sentence=frames)


def _lies_ahead(clause: Clause, token: Token) -> bool:
    """Whether it only says that something lies ahead: 根据规划，产量将达到130万辆."""
    return clause.source.startswith(word_list("zh", "plan.ahead"), token.start)


def _plans(clause: Clause, lead: Sequence[Token], n: int) -> bool:
    """Whether 计划 is what somebody does: 安徽计划新开工项目3000个, but not 年度投资计划完成62%."""
    before, start = lead[n - 1] if n else None, lead[n].start
    verb = first_at(clause.source, word_list("zh", "plan.verbs"), start)
    if not verb:
        return False
    if _tells_years(clause, lead[n + 1 :]):
        return True
    does = clause.source.startswith(word_list("zh", "plan.deeds"), start + len(verb))
    return does and (before is None or before.end < start or not before.is_words) and not (n == 0 and clause.done)


def _tells_years(clause: Clause, rest: Sequence[Token]) -> bool:
    """Whether it is told in how many years something is to be done: 计划三年内引进…, 打算用5年建成…."""
    rest = rest[1:] if clause.words(rest[:1]) in word_list("zh", "plan.uses") else rest
    return bool(rest) and (rest[0].time is not None or (rest[0].figure is not None and rest[0].figure.unit == "YEARS"))


def _must(clause: Clause, lead: Sequence[Token]) -> bool:
    """Whether a clause begins with what is to be done: 今年要坚决扛稳粮食安全责任."""
    start = next((t.start for t in lead if t.time is None and "link.filler" not in t.roles), None)
    if start is None or clause.done:
        return False
    must = first_at(clause.source, word_list("zh", "plan.musts"), start)
    if not must:
        return False
    return any(
        clause.source.startswith(word_list("zh", deeds), start + len(must)) for deeds in ("plan.firmly", "plan.deeds")
    )


def _is_over(clause: Clause, lead: Sequence[Token]) -> bool:
    over = word_list("zh", "plan.over")
    return any(clause.word(token) in over or (token.is_words and over[0] in clause.word(token)) for token in lead)


def _is_result(clause: Clause, token: Token) -> bool:
    """Whether something was kept so in a year gone by: 过去一年，失业率控制在5.5%以内."""
    scene = clause.scene
    if "status.target" not in token.roles:
        return False
    over = scene.times.is_over(scene.times.period) and Status.T not in (
        scene.plans.section_status,
        scene.plans.paragraph_status,
    )
    return over and clause.word(token) in word_list("zh", "plan.kept")


def _is_between(clause: Clause, token: Token) -> bool:
    """Whether it says between two nouns that what is told is planned: 生猪 + 计划 + 出栏."""
    if clause.word(token) not in word_list("zh", "plan.between"):
        return False
    n = index_of(clause.tokens, token)
    around = (clause.before(n), clause.after(n))
    return all(piece is not None and piece.is_words for piece in around)


@attrs.frozen
class Standing:
    """What a scene goes back to after an amount that something came from, 由上年末的64.2%提高到68%, or in brackets."""

    period: Period | None
    status: Status
    stock_day: Period | None
    counted_at: Period | None
    area: Area | None


def standing(scene: Scene, lead: Sequence[Token]) -> Standing:
    """Where a scene stands before the words of a figure move it, with what they say is planned or expected."""
    said = ((role, status) for token in lead for role, status in _STATUSES.items() if role in token.roles)
    status = next((status for _, status in said), scene.plans.status)
    return Standing(scene.times.period, status, scene.times.stock_day, scene.times.days.counted_at, scene.places.area)


_STATUSES = {"status.target": Status.T, "status.forecast": Status.F}


def go_back(scene: Scene, to: Standing) -> None:
    """Goes back to where the scene stood."""
    scene.times.period, scene.plans.status, scene.times.stock_day, scene.times.days.counted_at, scene.places.area = (
        attrs.astuple(to, recurse=False)
    )


def accumulate(scene: Scene) -> None:
    """Goes from a month to the year up to its end: 累计增长1.6%，当月增长8.2%；…累计增长3.0%."""
    month, told = scene.times.period, scene.times.document_period
    if month is None or month.months != 1:
        return
    ends_with_it = told is not None and told != month and told.last_day() == month.last_day()
    go_to(scene, told if told is not None and ends_with_it else Period.of(month.year, 1, months=1).through(month))
