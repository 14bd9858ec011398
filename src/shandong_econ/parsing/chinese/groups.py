"""The figures of a Chinese clause in groups: one figure, or the figures of one list, with the words that they share."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure, Qualifier
from shandong_econ.parsing.chinese.bases import (
    end_of_change,
    ends_with,
    period_of_base_amount,
    remember_base,
    start_of_change,
)
from shandong_econ.parsing.chinese.clause import Clause, may_stand_inside
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.chinese.frames import accumulate, go_back, move, standing
from shandong_econ.parsing.chinese.lists import About, subjects_of_list
from shandong_econ.parsing.chinese.moved_things import take_thing_moved
from shandong_econ.parsing.chinese.numbers import measures
from shandong_econ.parsing.chinese.ranges import bound, joins_range, range_end
from shandong_econ.parsing.chinese.shares import look_after
from shandong_econ.parsing.chinese.sorting import Sorted, sort_words
from shandong_econ.parsing.chinese.subjects import subject_of, total_of
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.series import name_series
from shandong_econ.parsing.finding.tokens import Token, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.comparing import period_of_base
from shandong_econ.parsing.resolving.completing import complete
from shandong_econ.parsing.resolving.measures import measure
from shandong_econ.parsing.resolving.over import keep_comparing
from shandong_econ.parsing.resolving.ratios import three_industries
from shandong_econ.parsing.resolving.unit_classes import PERCENT

_LEADS_ON = frozenset({Says.FROM, Says.STREAK})
RELATIVE = PERCENT | {"PPT", "RO"}
REMEMBERED = 8  # readings that later words may take up


@attrs.define
class Group:
    """The figures of one list, each with the words between it and the one before, and the piece that follows them."""

    members: list[tuple[list[Token], Token]]
    end: int

    @property
    def figures(self) -> list[Figure]:
        """The numbers of the group."""
        return [token.figure for _, token in self.members if token.figure is not None]

    def range_ends(self, clause: Clause) -> list[int]:
        """Which of the figures end a range that the figure before begins."""
        return [n for n, (inner, _) in enumerate(self.members) if n and joins_range(clause, inner)]

    @property
    def is_ratio(self) -> bool:
        """Whether it is three numbers with colons between."""
        return len(self.members) == 3 and any(token.mark == ":" for token in self.members[1][0])


def group_at(clause: Clause, i: int) -> Group:
    """The group that begins with the figure at piece i."""
    tokens = clause.tokens
    members: list[tuple[list[Token], Token]] = [([], tokens[i])]
    j = i + 1
    while (k := _next_in_list(clause, j)) is not None:
        members.append((tokens[j:k], tokens[k]))
        j = k + 1
    while j < len(tokens) and "qualifier.after" in tokens[j].roles:
        j += 1
    return Group(members, _past_dimension(clause, j))


def _past_dimension(clause: Clause, j: int) -> int:
    """The place after what a length is, where that leads to the thing which has it: 50公里长的长廊."""
    figure, following = clause.tokens[j - 1].figure, clause.tokens[j : j + 2]
    is_length = figure is not None and figure.unit in _LENGTHS and len(following) == len(("长", "的"))
    if (
        is_length
        and "link.joins" in following[1].roles
        and clause.words(following[:1]) in word_list("zh", "gap.dimensions")
    ):
        return j + len(following)
    return j


_LENGTHS = frozenset({"KM", "M"})


def _next_in_list(clause: Clause, j: int) -> int | None:
    tokens = clause.tokens
    if (end := range_end(clause, j - 1)) is not None and measures(clause, end):
        return end
    joined = False
    while j < len(tokens) and tokens[j].figure is None:
        if tokens[j].mark == ":" or is_joint(tokens[j]):
            joined = True
        elif not may_stand_inside(tokens[j]):
            return None
        j += 1
    return j if joined and j < len(tokens) and measures(clause, j) else None


def read_group(clause: Clause, lead: list[Token], group: Group) -> int:
    """Reads the figures of a group after the words that lead to them; gives how many pieces after it were used up."""
    scene, figures = clause.scene, group.figures
    _inherit(figures)
    found = sort_words(lead, figures[0], figures[-1].unit)
    clues = found.clues
    clues.relative = clause.words(found.relative)
    clues.goal = next((clause.words([t]) for t in lead if "achievement.goal" in t.roles), "")
    clues.carries_on = not found.subject and not clues.verb and not clues.says
    carries_on = not found.subject and not clues.verb and clues.says <= {Says.FROM}
    if scene.tells_share and carries_on and not clues.noun and not clues.side and figures[0].unit in PERCENT:
        clues.says.add(Says.SHARE_NOUN)  # 占比过半，达50.6%
    scene.tells_share = False
    _go_on_from(clause, clues)
    if (clues.verb or clues.noun) and clues.comparison is None and clues.base is None:
        clues.base = scene.base_time
    look_after(clause, found, group.end, figures[-1])
    if figures[0].unit == "RO" and not clues.verb and clues.times:
        clues.base = clues.times.pop()
    _take_period_as_whole(lead, clues, figures[0])
    _take_whole_done(clause, lead, found, figures[0])
    take_thing_moved(clause, found, lead, figures[-1])
    kept = standing(scene, lead)
    move(clause, found, lead, ranks=figures[0].ordinal)
    if found.total and not clues.times and figures[-1].unit in PERCENT:
        accumulate(scene)
    ends = group.range_ends(clause)
    abouts, used = _abouts(clause, found, group, ends)
    if len(figures) == 1 and found.subject and not found.respectively:
        scene.topics = []  # what is told of one thing is not of those listed before
    years = None if _tells_years(clause, lead) else scene.years
    of_base = period_of_base_amount(clause, lead, clues, group.end) if len(figures) == 1 else None
    for n, ((inner, _), figure, (subject, period, area)) in enumerate(zip(group.members, figures, abouts, strict=True)):
        own = clues if not inner else _clues_inside(clues, inner, figure)
        if found.respectively and len(clues.bases) == len(figures) > 1:
            own = attrs.evolve(own, base=clues.bases[n])
        totals = found.total and found.respectively  # 累计分别达到650家、1200家
        if totals or any("count.total" in token.roles for token in inner) or _tells_where_it_ended(inner):
            subject = total_of(clause, subject, figure)
        reading = measure(figure, own, subject, scene)
        if reading.measure is Measure.LEVEL and subject.label.endswith(word_list("zh", "deficit.words")):
            reading.sign = -1
        reading.period, reading.area, reading.group = of_base or period, area, figures[0].start
        keep_comparing(scene, own, reading)
        if scene.main_subject is None:
            scene.main_subject, scene.main_period = subject, reading.period
            scene.first_subject = scene.first_subject or subject
        complete(scene, reading, told=bool(clues.times), name=name_series, totals=found.total or _lasts(clause, lead))
        if reading.comparison is Comparison.ANNUAL_AVERAGE and ends_with(years, reading.period):
            reading.period = years
        clause.done.append(reading)
    read = clause.done[-len(figures) :]
    for n in ends:
        bound(read[n - 1], read[n])
    if (start := start_of_change(clause, clues, group.end, is_ratio=group.is_ratio)) is not None:
        for reading in read:
            reading.period = start
    elif clause.led_to is not None and not clues.times:
        for reading in read:
            reading.period = clause.led_to if reading.measure is Measure.LEVEL else reading.period
    clause.led_to = end_of_change(clues, kept.period)
    if Says.FROM in clues.says:
        scene.came_from = read[-1].period
    remember_base(clause, read)
    if group.is_ratio:
        three_industries(clause.done[-3:])
    if Says.FROM in clues.says and clues.times:
        go_back(scene, kept)
    scene.recent = (scene.recent + clause.done[-len(figures) :])[-REMEMBERED:]
    return used


def _lasts(clause: Clause, lead: list[Token]) -> bool:
    """Whether the words say how it was all the time: 始终稳定在, 年均."""
    return any(
        clause.words([t]) in word_list("zh", "review.lasting") or "comparison.annual_average" in t.roles for t in lead
    )


def _tells_years(clause: Clause, lead: list[Token]) -> bool:
    """Whether an average says itself of how many years it is: 两年平均."""
    averages = (token for token in lead if "comparison.annual_average" in token.roles)
    return any(clause.words([token]).startswith(word_list("zh", "place.counted")) for token in averages)


def _take_period_as_whole(lead: list[Token], clues: Clues, figure: Figure) -> None:
    """Notes that a percentage is of what another period had: 恢复到2019年同期的75.4%."""
    time = lead[-2].time if len(lead) > 1 and "link.joins" in lead[-1].roles else None
    if time is None or figure.unit not in PERCENT or clues.verb or clues.noun or clues.says:
        return
    clues.base = time
    clues.times = [other for other in clues.times if other is not time]
    clues.says.add(Says.OF_PERIOD)


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
    than = next((n for n, token in enumerate(lead) if "comparison.than" in token.roles), None)
    if than is None:
        return None
    scene, lead_in = clause.scene, lead[:-1]
    other = next((token for token in lead_in[than:] if token.areas or "gap.sides" in token.roles), None)
    of_then = next((token.time for token in lead_in[than:] if token.time is not None), None)
    subject, _ = subject_of(clause, sort_words(lead_in[:than], group.figures[0], "PT"), group.figures[0], group.end)
    reading = measure(group.figures[0], Clues(noun=1), subject, scene)
    reading.period = scene.when() if of_then is None else period_of_base(of_then, scene.calendar, scene.period)
    reading.area = scene.place()
    if other is not None and other.areas:
        reading.area = place(other.areas, scene.home, clause.words([other]))
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


def _inherit(figures: list[Figure]) -> None:
    """Gives the numbers of a list what only its first or its last one has: 第2、1和3位, 增长5、6和7个百分点."""
    first, last = figures[0], figures[-1]
    if first.ordinal:
        for figure in figures[1:]:
            figure.ordinal, figure.unit = True, None
    for figure in figures[:-1]:
        if figure.unit is None or (last.unit == "PPT" and figure.unit == "NUM"):
            figure.unit, figure.word = last.unit, last.word
            figure.power = figure.power or last.power


def _go_on_from(clause: Clause, clues: Clues) -> None:
    """In 环比由…转为… and 增速连续…保持在…, what was said before the first figure holds for the second."""
    start = clause.led_from
    clause.led_from = clues if not clues.says.isdisjoint(_LEADS_ON) else None
    if start is None or clues.comparison is not None or clues.base is not None:
        return
    clues.comparison = start.comparison
    clues.base = start.base if Says.FROM not in start.says else None
    clues.noun = clues.noun or start.noun
    clues.side = clues.side or start.side
    clues.relative = clues.relative or start.relative
    clues.says |= start.says - _LEADS_ON


def _tells_where_it_ended(inner: list[Token]) -> bool:
    """Whether a further number is what a change has led to: 增加12万亩、达到860万亩."""
    return any("change.to" in t.roles or (q := qualifier_of(t)) is Qualifier.GT or q is Qualifier.NEARLY for t in inner)


def _clues_inside(clues: Clues, inner: list[Token], figure: Figure) -> Clues:
    """The clues of a further figure of a list: its own words where it has any, else those of the list."""
    own = sort_words(inner, figure, figure.unit).clues
    if figure.unit not in RELATIVE and not own.verb and _tells_where_it_ended(inner):
        return attrs.evolve(clues, verb=0, noun=0, side=0, comparison=None, base=None, qualifier=own.qualifier)
    if figure.unit in PERCENT and Says.SHARE_NOUN in clues.says and not own.verb and _tells_where_it_ended(inner):
        return attrs.evolve(clues, is_to=True, qualifier=own.qualifier)  # 占比提高1.2个百分点、达61%
    if not (own.verb or own.comparison or own.noun or own.base or own.side or own.says):
        return attrs.evolve(clues, qualifier=own.qualifier)
    return attrs.evolve(
        clues,
        verb=own.verb or (0 if own.says else clues.verb),
        is_to=own.is_to if own.verb else clues.is_to,
        side=own.side,
        comparison=own.comparison or (None if own.base or own.side else clues.comparison),
        base=own.base or (None if own.comparison else clues.base),
        qualifier=own.qualifier,
        says=clues.says | own.says,
        relative=own.relative or clues.relative,
    )
