"""The figures of a Chinese clause in groups: one figure, or the figures of one list, with the words that they share."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.model import Measure, Period, Status
from shandong_econ.parsing.chinese.bases import period_of_base_amount
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.counted import total_of
from shandong_econ.parsing.chinese.frames import accumulate, go_back, move, standing
from shandong_econ.parsing.chinese.grouping import Group
from shandong_econ.parsing.chinese.inherited import clues_inside, share_units, tells_where_it_ended
from shandong_econ.parsing.chinese.leads import look_around
from shandong_econ.parsing.chinese.list_items import About
from shandong_econ.parsing.chinese.lists import subjects_of_list
from shandong_econ.parsing.chinese.orders import count_streak
from shandong_econ.parsing.chinese.relating import relate
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.chinese.subjects import subject_of
from shandong_econ.parsing.chinese.unsaid_units import take_head
from shandong_econ.parsing.chinese.wholes_of_parts import mend_whole
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, has_role, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.completing import complete
from shandong_econ.parsing.resolving.measures import measure
from shandong_econ.parsing.resolving.over import keep_comparing
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.several_years import date_average, is_of_years, years_of
from shandong_econ.parsing.resolving.unit_classes import PERCENT

REMEMBERED = 8  # readings that later words may take up


def read_group(clause: Clause, lead: list[Token], group: Group) -> int:
    """Reads the figures of a group after the words that lead to them; gives how many pieces after it were used up."""
    scene, figures = clause.scene, group.figures
    share_units(figures, ranks=bool(lead) and "rank.verb" in lead[-1].roles)
    found = look_around(clause, lead, group)
    kept = standing(scene, lead)
    move(clause, found, lead, ranks=figures[0].ordinal)
    if found.total and not found.clues.times and figures[-1].unit in PERCENT:
        accumulate(scene)
    abouts, used = _abouts(clause, found, group)
    of_base = period_of_base_amount(clause, lead, found.clues, group.end) if len(figures) == 1 else None
    goes_back = Says.FROM in found.clues.says and bool(found.clues.times)  # 由上月下降3.5%转为下降4.4%
    for n, (subject, period, area) in enumerate(abouts):
        subject = _all_told(clause, found, group, n, subject)
        own = _clues_of(clause, found, group, n)
        count_streak(figures[n], period)
        reading = measure(figures[n], own, subject, scene)
        if has_role(lead, "comparison.edition") and reading.comparison is not None:
            scene.comparing.comparison = reading.comparison  # 比上届增长8%；…，增长5%
        if reading.base is not None and period in years_of(scene.when(), len(abouts)):
            reading.comparison, reading.base = scene.usual_comparison(), None  # each year over the one before
        reading.sign = -1 if _is_less(clause, found, reading) else reading.sign
        reading.period, reading.area, reading.group = of_base or period, area, figures[0].start
        keep_comparing(scene, own, reading)
        _settle(clause, lead, found, reading, kept.period if goes_back or of_base else period)
        reading.status = Status.T if _is_goal(clause, lead, group.end) else reading.status
        clause.done.append(reading)
    read = clause.done[-len(figures) :]
    relate(clause, group, found, read, kept.period)
    if scene.grown is None:
        scene.grown = next((one.subject for one in read if one.measure is Measure.GROWTH), None)
    if _in_brackets(clause, lead, group.end):
        go_back(scene, kept)
    elif goes_back:
        go_back(scene, attrs.evolve(kept, area=scene.places.area))
    scene.recent = (scene.recent + read)[-REMEMBERED:]
    return used


def _is_goal(clause: Clause, lead: list[Token], following: int) -> bool:
    """Whether a figure beside that of what came is what was to be reached: 超额完成5万人的年度计划, 计划增长6%."""
    rest = [token for token in clause.following(following)[:4] if qualifier_of(token) is None]
    joined = len(rest) > 1 and "link.joins" in rest[0].roles
    planned = clause.words(lead[-2:-1]) in word_list("zh", "plan.between") and "change.up" in lead[-1].roles
    return planned or (joined and has_role(rest[1:3], "achievement.goal"))


def _clues_of(clause: Clause, found: Sorted, group: Group, n: int) -> Clues:
    """What is said of one figure of a group: of the first by the words before it, of the others by their own too."""
    inner, clues = group.members[n][0], found.clues
    own = clues_inside(clues, inner, group.figures[n]) if inner else clues
    if found.respectively and len(found.others) == len(group.figures) > 1:
        own = _compared_with(clause, own, found.others[n])
    wholes = [token for token in inner if token.areas or token.roles & _WHOLES]
    if n and wholes and Says.SHARE in clues.says:
        own = attrs.evolve(own, relative=clause.words(wholes))  # 占全国的80%、全球的60%
    if found.respectively and own.qualifier is None:
        own = attrs.evolve(own, qualifier=clues.qualifier)  # 分别突破3万亿元、3.5万亿元
    return own


def _all_told(clause: Clause, found: Sorted, group: Group, n: int, subject: Subject) -> Subject:
    """The subject of a figure, or all of it where that is counted: 累计分别达到650家、1200家."""
    totals = (found.total and found.respectively) or tells_where_it_ended(group.members[n][0])
    if not totals or n in group.range_ends(clause):  # the 至 of a range leads nowhere
        return subject
    return total_of(clause, subject, group.figures[n])


def _is_less(clause: Clause, found: Sorted, reading: Reading) -> bool:
    """Whether the words make a number one below nought: a deficit, or pollution that got better."""
    label, verb = reading.subject.label, found.moved_by
    deficit = reading.measure is Measure.LEVEL and label.endswith(word_list("zh", "deficit.words"))
    return deficit or (verb is not None and _improves(clause.word(verb), label))


def _settle(clause: Clause, lead: list[Token], found: Sorted, reading: Reading, main: Period | None) -> None:
    """Gives a figure what its scene knows, and the scene what the sentence is about, which is of the period `main`."""
    scene, years = clause.scene, None if _tells_years(clause, lead) else clause.scene.times.years
    beside = reading.subject.label.endswith(word_list("zh", "counted.beside"))  # 两座城市之外
    if scene.main_subject is None and not beside:
        stands = reading.measure is Measure.RANK and is_of_years(main)  # 十年来…成为第一大产业，2021年…；…
        scene.main_subject, scene.times.main_period = reading.subject, None if stands else main
        scene.first_subject = scene.first_subject or reading.subject
    counts_all = scene.times.years is not None and _counts_all(clause, lead)
    complete(
        scene,
        reading,
        told=bool(found.clues.times),
        name=name_series,
        totals=(found.total and not counts_all) or _lasts(clause, lead),
        reached=counts_all or _tells_reach(clause, lead, reading.subject.label),
        whole=found.clues.relative,
    )
    mend_whole(scene, reading)
    date_average(scene, reading, years)


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
    return verb in word_list("zh", "improved.words") and holds_any(label, "zh", "improved.less")


def _counts_all(clause: Clause, lead: list[Token]) -> bool:
    """Whether the words count all there are, after new ones, and not what came together: 新增12户，总数达31户."""
    stands = word_list("zh", "totals.stands")
    return any(clause.source.startswith(stands, token.start) for token in lead)


def _lasts(clause: Clause, lead: list[Token]) -> bool:
    """Whether the words say how it was all the time: 始终稳定在, 年均."""
    lasting = word_list("zh", "review.lasting")
    return any("comparison.annual_average" in token.roles or clause.word(token) in lasting for token in lead)


def _tells_reach(clause: Clause, lead: list[Token], label: str) -> bool:
    """Whether the words tell where something got to that does not add up: 装机突破1亿千瓦, not 投资突破1亿元."""
    words = word_list("zh", "review.reached")
    reached = any(clause.word(token) in words for token in lead)
    before = clause.scene.last
    if before is not None and has_role(lead, "link.of_which"):
        reached = reached or before.period != clause.scene.times.document_period  # 铁路营运里程达5223公里，其中高铁…
    return reached and not holds_any(label, "zh", "review.added")


def _tells_years(clause: Clause, lead: list[Token]) -> bool:
    """Whether an average says itself of how many years it is: 两年平均."""
    averages = (token for token in lead if "comparison.annual_average" in token.roles)
    return any(clause.word(token).startswith(word_list("zh", "place.counted")) for token in averages)


def _abouts(clause: Clause, found: Sorted, group: Group) -> tuple[list[About], int]:
    """What each figure is about; the two of a range are about one thing."""
    figures, ends, listed = group.figures, group.range_ends(clause), None
    if not _of_several_wholes(group):
        listed = subjects_of_list(clause, found, [figure for n, figure in enumerate(figures) if n not in ends])
    if listed is not None:
        for n in ends:
            listed.insert(n, listed[n - 1])
        for figure, (subject, _, _) in zip(figures, listed, strict=True):
            take_head(clause, figure, subject.label)
        return listed, 0
    unit = figures[-1].unit
    subject, used = subject_of(clause, found, figures[-1], group.end)
    for figure in figures[:-1]:
        figure.unit = figures[-1].unit if figure.unit == unit else figure.unit  # 每人每月780元、526元
    return [(subject, clause.scene.when(), clause.scene.place())] * len(figures), max(used, found.used)


def _of_several_wholes(group: Group) -> bool:
    """Whether one thing is told as a part of several: 分别占全国的50%和全球的40%."""
    inner = [token for words, _ in group.members[1:] for token in words]
    joined = has_role(inner, "link.joins")
    return joined and any(token.areas or token.roles & _WHOLES for token in inner)


_WHOLES = frozenset({"area.world", "area.home", "gap.sides"})
