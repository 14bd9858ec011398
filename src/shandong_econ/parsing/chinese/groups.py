"""The figures of a Chinese clause in groups: one figure, or the figures of one list, with the words that they share."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure, Status
from shandong_econ.parsing.chinese.bases import (
    end_of_change,
    ends_with,
    period_of_base_amount,
    remember_base,
    start_of_change,
)
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import is_than
from shandong_econ.parsing.chinese.counted import total_of
from shandong_econ.parsing.chinese.frames import accumulate, go_back, move, standing
from shandong_econ.parsing.chinese.grouping import Group
from shandong_econ.parsing.chinese.inherited import clues_inside, go_on_from, share_units, tells_where_it_ended
from shandong_econ.parsing.chinese.list_items import About
from shandong_econ.parsing.chinese.lists import subjects_of_list
from shandong_econ.parsing.chinese.moved_things import take_thing_moved
from shandong_econ.parsing.chinese.ranges import bound
from shandong_econ.parsing.chinese.shares import look_after
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.chinese.sorting import sort_words
from shandong_econ.parsing.chinese.subjects import subject_of
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.comparing import period_of_base
from shandong_econ.parsing.resolving.completing import complete
from shandong_econ.parsing.resolving.measures import measure
from shandong_econ.parsing.resolving.over import keep_comparing
from shandong_econ.parsing.resolving.ratios import three_industries
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.unit_classes import PERCENT

_WHOLE = 100  # percent
REMEMBERED = 8  # readings that later words may take up


def read_group(clause: Clause, lead: list[Token], group: Group) -> int:
    """Reads the figures of a group after the words that lead to them; gives how many pieces after it were used up."""
    scene, figures = clause.scene, group.figures
    share_units(figures)
    found = sort_words(
        lead, figures[0], figures[-1].unit, than=bool(scene.comparing.other_side or scene.comparing.base_time)
    )
    clues = found.clues
    clues.relative = clause.words(found.relative) or (scene.comparing.other_side if clues.side else "")
    clues.goal = next((clause.words([t]) for t in lead if "achievement.goal" in t.roles), "")
    clues.carries_on = not found.subject and not clues.verb and not clues.says
    carries_on = not found.subject and not clues.verb and clues.says <= {Says.FROM}
    if scene.tells_share and carries_on and not clues.noun and not clues.side and figures[0].unit in PERCENT:
        clues.says.add(Says.SHARE_NOUN)  # 占比过半，达50.6%
    scene.tells_share = False
    go_on_from(clause, clues)
    if (clues.verb or clues.noun) and clues.comparison is None and clues.base is None:
        clues.base = scene.comparing.base_time
    look_after(clause, found, group.end, figures[-1])
    if figures[0].unit == "RO" and not clues.verb and clues.times:
        clues.base = clues.times.pop()
    _take_other_as_whole(clause, lead, found, figures[0])
    _take_whole_done(clause, lead, found, figures[0])
    take_thing_moved(clause, found, lead, figures[-1])
    kept = standing(scene, lead)
    move(clause, found, lead, ranks=figures[0].ordinal)
    if found.total and not clues.times and figures[-1].unit in PERCENT:
        accumulate(scene)
    ends = group.range_ends(clause)
    abouts, used = _abouts(clause, found, group, ends)
    years = None if _tells_years(clause, lead) else scene.times.years
    of_base = period_of_base_amount(clause, lead, clues, group.end) if len(figures) == 1 else None
    for n, ((inner, _), figure, (subject, period, area)) in enumerate(zip(group.members, figures, abouts, strict=True)):
        own = clues if not inner else clues_inside(clues, inner, figure)
        if found.respectively and len(found.others) == len(figures) > 1:
            own = _compared_with(clause, own, found.others[n])
        if found.respectively and own.qualifier is None:
            own = attrs.evolve(own, qualifier=clues.qualifier)  # 分别突破3万亿元、3.5万亿元
        totals = found.total and found.respectively  # 累计分别达到650家、1200家
        totals = totals or tells_where_it_ended(inner)
        if totals and n not in ends:  # the 至 of a range leads nowhere
            subject = total_of(clause, subject, figure)
        reading = measure(figure, own, subject, scene)
        if reading.measure is Measure.LEVEL and subject.label.endswith(word_list("zh", "deficit.words")):
            reading.sign = -1
        if found.moved_by is not None and _improves(clause.words([found.moved_by]), subject.label):
            reading.sign = -1
        reading.period, reading.area, reading.group = of_base or period, area, figures[0].start
        keep_comparing(scene, own, reading)
        if scene.main_subject is None:
            scene.main_subject, scene.times.main_period = subject, reading.period
            scene.first_subject = scene.first_subject or subject
        lasts = found.total or _lasts(clause, lead)
        reached = _tells_reach(clause, lead, reading.subject.label)
        complete(
            scene,
            reading,
            told=bool(clues.times),
            name=name_series,
            totals=lasts,
            reached=reached,
            whole=clues.relative,
        )
        if reading.comparison is Comparison.ANNUAL_AVERAGE and ends_with(years, reading.period):
            reading.period = years
        clause.done.append(reading)
    read = clause.done[-len(figures) :]
    for n in ends:
        bound(read[n - 1], read[n])
    if (start := start_of_change(clause, clues, group.end, read[-1].period, is_ratio=group.is_ratio)) is not None:
        for reading in read:
            reading.period = start
            reading.status = Status.A if scene.times.is_over(start) else reading.status  # 由38%提高到42%, of a plan
    elif clause.led_to is not None and not clues.times:
        for reading in read:
            reading.period = clause.led_to if reading.measure is Measure.LEVEL else reading.period
    clause.led_to = end_of_change(clues, kept.period)
    if Says.FROM in clues.says:
        scene.times.came_from = read[-1].period
    remember_base(clause, read)
    if group.is_ratio:
        three_industries(clause.done[-3:])
    elif group.is_pair:
        shares = sum(reading.figure.value for reading in read) == _WHOLE  # 养殖与捕捞产量之比为88:12
        for reading in read:
            reading.be(Measure.SHARE if shares else Measure.RATIO, "ratio of two")
            reading.unit = "PT" if shares else "RO"
        if shares and found.relative:
            clause.done[-1].subject = Subject(clause.words(found.relative))
    if (Says.FROM in clues.says and clues.times) or _in_brackets(clause, lead, group.end):
        go_back(scene, kept)
    scene.recent = (scene.recent + clause.done[-len(figures) :])[-REMEMBERED:]
    return used


def _in_brackets(clause: Clause, lead: list[Token], following: int) -> bool:
    """Whether a figure stands in brackets, after which the text goes back to where it was: 下降4.1%(上月为上涨3.6%)."""
    closed = following < len(clause.tokens) and clause.tokens[following].mark == ")"
    return closed and bool(lead) and lead[0].mark == "("


def _compared_with(clause: Clause, clues: Clues, other: Time | list[Token]) -> Clues:
    """The clues of one of several figures, each with another base or side: 比上半年、全国分别高0.1个和2.7个百分点."""
    if isinstance(other, Time):
        return attrs.evolve(clues, base=other, relative="")
    return attrs.evolve(clues, base=None, comparison=None, relative=clause.words(other))


def _improves(verb: str, label: str) -> bool:
    """Whether what is the better the less there is of it is said to have got better: PM2.5平均浓度改善15.2%."""
    return verb in word_list("zh", "improved.words") and any(word in label for word in word_list("zh", "improved.less"))


def _lasts(clause: Clause, lead: list[Token]) -> bool:
    """Whether the words say how it was all the time: 始终稳定在, 年均."""
    return any(
        clause.words([t]) in word_list("zh", "review.lasting") or "comparison.annual_average" in t.roles for t in lead
    )


def _tells_reach(clause: Clause, lead: list[Token], label: str) -> bool:
    """Whether the words tell where something got to that does not add up: 装机突破1亿千瓦, not 投资突破1亿元."""
    reached = any(clause.words([token]) in word_list("zh", "review.reached") for token in lead)
    before = clause.scene.recent[-1] if clause.scene.recent else None
    if before is not None and any("link.of_which" in token.roles for token in lead):
        reached = reached or before.period != clause.scene.times.document_period  # 铁路营运里程达5223公里，其中高铁…
    return reached and not any(word in label for word in word_list("zh", "review.added"))


def _tells_years(clause: Clause, lead: list[Token]) -> bool:
    """Whether an average says itself of how many years it is: 两年平均."""
    averages = (token for token in lead if "comparison.annual_average" in token.roles)
    return any(clause.words([token]).startswith(word_list("zh", "place.counted")) for token in averages)


def _take_other_as_whole(clause: Clause, lead: list[Token], found: Sorted, figure: Figure) -> None:
    """Notes that a figure is of what another period or place had: 恢复到2019年同期的75.4%, 是全国平均水平的2.1倍."""
    other = lead[-2] if len(lead) > 1 and "link.joins" in lead[-1].roles else None
    if other is not None and figure.unit == "RO" and (other.areas or "gap.sides" in other.roles):
        found.clues.relative = found.clues.relative or clause.words([other])
        found.subject = [token for token in found.subject if token is not other]
    time, clues = None if other is None else other.time, found.clues
    if other is None or figure.unit not in PERCENT or clues.verb or clues.noun or clues.says:
        return
    if time is None and clause.words(lead[:1]) in word_list("zh", "copula.multiples"):
        clues.says.add(Says.OF_OTHER)  # 中位数…，是平均数的86.1%
        clues.relative, found.subject = clause.words(lead[1:-1]), []
    if time is None:
        return
    clues.base = time
    clues.times = [other for other in clues.times if other is not time]
    clues.says.add(Says.OF_OTHER)


def _take_whole_done(clause: Clause, lead: list[Token], found: Sorted, figure: Figure) -> None:
    """Notes that a percentage tells how much is done of what there is to do: 完成应收面积的86.2%."""
    done = next((n for n, token in enumerate(lead) if clause.words([token]) in word_list("zh", "done.of")), None)
    if done is None or "link.joins" not in lead[-1].roles or figure.unit not in PERCENT or found.clues.says:
        return
    whole = [token for token in found.subject if token.start > lead[done].start]
    if whole and not found.clues.verb:
        found.clues.says.add(Says.GOAL)
        found.clues.relative = found.clues.goal = clause.words(whole)
        found.subject = [token for token in found.subject if token.start < lead[done].start]


def read_other_side(clause: Clause, lead: list[Token], group: Group) -> int | None:
    """Reads the rate of the other side of a gap, 比全国(6.7%)高…, and takes its parenthesis out of the lead.

    The place after it, or None where it is no such rate.
    """
    end = clause.tokens[group.end] if group.end < len(clause.tokens) else None
    if not lead or lead[-1].mark != "(" or end is None or end.mark != ")":
        return None
    than = next((n for n in range(len(lead)) if is_than(lead, n)), None)
    if than is None:
        return None
    scene, lead_in = clause.scene, lead[:-1]
    other = next((token for token in lead_in[than:] if token.areas or "gap.sides" in token.roles), None)
    of_then = next((token.time for token in lead_in[than:] if token.time is not None), None)
    subject, _ = subject_of(clause, sort_words(lead_in[:than], group.figures[0], "PT"), group.figures[0], group.end)
    reading = measure(group.figures[0], Clues(noun=1), subject, scene)
    reading.period = (
        scene.when() if of_then is None else period_of_base(of_then, scene.times.calendar, scene.times.period)
    )
    reading.area = scene.place()
    if other is not None and other.areas:
        reading.area = place(other.areas, scene.places.home, clause.words([other]))
    complete(scene, reading, told=False, name=name_series)
    clause.done.append(reading)
    lead.pop()
    return group.end + 1


def _abouts(clause: Clause, found: Sorted, group: Group, ends: list[int]) -> tuple[list[About], int]:
    """What each figure is about; the two of a range are about one thing."""
    figures = group.figures
    listed = None
    if not _of_several_wholes(group):
        listed = subjects_of_list(clause, found, [figure for n, figure in enumerate(figures) if n not in ends])
    if listed is not None:
        for n in ends:
            listed.insert(n, listed[n - 1])
        return listed, 0
    subject, used = subject_of(clause, found, figures[-1], group.end)
    return [(subject, clause.scene.when(), clause.scene.place())] * len(figures), max(used, found.used)


def _of_several_wholes(group: Group) -> bool:
    """Whether one thing is told as a part of several: 分别占全国的50%和全球的40%."""
    inner = [token for words, _ in group.members[1:] for token in words]
    joined = any("link.joins" in token.roles for token in inner)
    return joined and any(token.areas or token.roles & _WHOLES for token in inner)


_WHOLES = frozenset({"area.world", "area.home", "gap.sides"})
