"""A group of English figures read: what each of them measures, of when and where, and compared with what."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area, Comparison, Measure, Period, Status
from shandong_econ.parsing.english.apart import with_apart
from shandong_econ.parsing.english.averages import average, comes_each_year
from shandong_econ.parsing.english.back_then import opens_back_then, tell_back_then, was_back_then
from shandong_econ.parsing.english.balances import turn_deficit
from shandong_econ.parsing.english.bases import date_by_base
from shandong_econ.parsing.english.brackets import names_place_inside
from shandong_econ.parsing.english.carrying import carry, gets_to
from shandong_econ.parsing.english.denominators import named_for_one
from shandong_econ.parsing.english.divisions_told_of import note_told_of_divisions
from shandong_econ.parsing.english.firms import leave_firm
from shandong_econ.parsing.english.going_on import go_on_from
from shandong_econ.parsing.english.groups import Group
from shandong_econ.parsing.english.improvements import turn_sign
from shandong_econ.parsing.english.kinds_counted import tells_of_which
from shandong_econ.parsing.english.left_out import leave_out
from shandong_econ.parsing.english.looking_back import compare_with_looked_back, is_told_from, look_back
from shandong_econ.parsing.english.noting_deeds import note_deed
from shandong_econ.parsing.english.one_after_another import compare_in_turn
from shandong_econ.parsing.english.other_side import is_set_against
from shandong_econ.parsing.english.people_compared import take_ratio_of_people
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.place_grows import place_grew, place_grows, place_posted
from shandong_econ.parsing.english.plans import date_goal, date_plan, is_goal, led_by_goal, was_goal
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.ranks import end_streak
from shandong_econ.parsing.english.records import period_of_record
from shandong_econ.parsing.english.revisions import date_revision, note_grown
from shandong_econ.parsing.english.scenes import leave_usual_base
from shandong_econ.parsing.english.surroundings import Surroundings, look_around
from shandong_econ.parsing.english.times import looks_back, month_of, quarter_to
from shandong_econ.parsing.english.topics import head_before_colon
from shandong_econ.parsing.english.units import diffuses, name_unit
from shandong_econ.parsing.english.usual import (
    compare_as_told,
    compare_in_frame,
    compare_in_pairs,
    compare_with_same_side,
)
from shandong_econ.parsing.english.whereabouts import move, subjects
from shandong_econ.parsing.english.wholes import flow_of, tells_whole
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.carried.comparing import OF_LENGTH
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.lengths import QUARTER
from shandong_econ.parsing.resolving.measures import measure
from shandong_econ.parsing.resolving.moves_between import MOVES
from shandong_econ.parsing.resolving.over import SHORT
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT


def read_group(sentence: Progress, pieces: Pieces, lead: list[Token], group: Group, trail: list[Token]) -> None:
    """Adds to what is done of a sentence a group of figures, between the words that lead to it and trail it."""
    around, before = look_around(sentence, group, lead, trail), sentence.scene.places.area
    own, of_which = sentence.scene.subject, bool(sentence.done) and tells_of_which(sentence.tokens, group)
    around.clues.says -= {Says.FROM} if of_which else set()
    _move_to(sentence, pieces, around)
    telling = _telling(sentence, pieces, around)
    last = [*sentence.scene.recent, *sentence.done][-1:]
    placed = subjects(sentence, around.clues, around.figures[-1:] if group.is_range else around.figures, around.lead)
    placed = placed * len(around.figures) if group.is_range else placed
    for figure, (subject, period, area) in zip(around.figures, placed, strict=True):
        reading = _measure(sentence, around, figure, subject)
        _place(sentence.scene, around, telling, reading, period, area)
        date_revision(reading, around.clues, sentence.done, told=telling.told)
        _compare(sentence, around, reading, period, backward=figure in telling.backward)
        _plan(sentence, around, telling, reading, period)
        sentence.scene.diffuses = diffuses(reading.subject, sentence.scene)
        note_grown(sentence.scene, reading)
        if Says.FROM in around.clues.says and figure in telling.backward:  # "from 3 billion in 2012 to 8 in 2021, up"
            sentence.scene.times.came_from = reading.period if telling.told or is_told_from(sentence, reading) else None
        sentence.done.append(reading)
        compare_in_turn(sentence.scene, sentence.done)
        if not looks_back(around.clues):
            sentence.said.main = reading
    if tells_whole(lead, next(iter(last), None)):
        sentence.scene.places.area, sentence.scene.subject = before, own
    inside = around.clues.in_brackets and names_place_inside(lead)  # "output was up by 3 percent (UK: 2 percent)"
    apart = len({area for _, _, area in placed}) > 1  # "in Gansu and Xinjiang they were 33 and 29 percent"
    if inside or apart or is_set_against(sentence.tokens[: group.first]):
        sentence.scene.places.area = before
    if around.figures[-1].unit in COUNTED:
        note_told_of_divisions(sentence.words, around.trail)
    met = any(one.status is Status.A and one.subject == sentence.done[-1].subject for one in last)
    go_on_from(sentence, pieces, around, told=telling.told, missed=telling.goal and met)
    sentence.scene.kinds_counted = reading.subject if of_which else None
    if of_which or (around.other is not None and around.other.is_series):
        sentence.scene.subject = own


def _move_to(sentence: Progress, pieces: Pieces, around: Surroundings) -> None:
    """Moves the scene to where and when the figures of a group are, with what was said before and goes for them."""
    scene, clues, figures, lead = sentence.scene, around.clues, around.figures, around.lead
    unit = figures[-1].unit
    if sentence.done:
        leave_firm(scene, sentence.words.source, lead)
    if around.other is None:
        head_before_colon(sentence, lead)
    note_deed(sentence, lead, around.trail, figures[-1])
    carry(sentence, pieces, around.group, clues, figures, lead)
    compare_in_frame(scene, clues)
    reached = Says.GOAL in clues.says and unit in PERCENT
    move(sentence, clues, lead, [] if reached else around.trail)  # "59 percent of the target" is no target
    date_by_base(scene, clues)
    if clues.met and Says.SHARE in clues.says:
        scene.plans.status = Status.A  # what was met is no plan any more
    alone = not sentence.done and (scene.position.opens_paragraph or scene.subject is NO_SUBJECT)
    plans = scene.plans.status is not Status.A and place_grows(lead)
    grew = place_grew(lead) or place_posted(lead, around.trail)
    if unit in PERCENT and (plans or (alone and grew)):
        clues.words = word_list("en", "growth_nouns.of_all")[0]  # "the city aims to grow by 5 percent"


@attrs.frozen
class _Telling:
    """How a group is told: whether with a time, as a goal or beside one, of another time, by what it got to.

    `backward` are those of its figures that are of the time before.
    """

    told: bool
    backward: list[Figure]
    goal: bool
    then: Comparison | None
    change: Reading | None


def _telling(sentence: Progress, pieces: Pieces, around: Surroundings) -> _Telling:
    clues, figures, group = around.clues, around.figures, around.group
    told = bool(clues.times or clues.own_time or clues.aside_time)
    goal = (led_by_goal(sentence.tokens[: group.first]) or was_goal(around.trail)) and not clues.met
    return _Telling(
        told=told,
        # of "from 36 to 31" only the first
        backward=figures[:1] if pieces.word(group.first + 1) == "to" else figures,
        goal=goal,
        then=opens_back_then(around.lead),
        change=gets_to(sentence, around.lead, told=told),
    )


def _measure(sentence: Progress, around: Surroundings, figure: Figure, subject: Subject) -> Reading:
    """What a figure measures, without its time and place."""
    scene, clues = sentence.scene, around.clues
    name_unit(figure, clues, subject, scene, near=bool(sentence.done))
    if (told_so := named_for_one(subject, figure.unit)) is not subject:
        scene.subject = subject = told_so
    reading = measure(figure, clues, with_apart(clues, subject), scene)
    turn_sign(around.lead, around.trail, reading, sentence.done)
    leave_out(sentence.words, around.lead, reading)
    turn_deficit(clues, reading)
    take_ratio_of_people(scene, reading)
    if reading.measure is Measure.SHARE and (flow := flow_of(reading.relative_to or "")):
        scene.base = flow  # "cars made up 4 percent of its exports. Furniture fell"
    return reading


def _place(
    scene: Scene, around: Surroundings, telling: _Telling, reading: Reading, period: Period | None, area: Area | None
) -> None:
    """Gives a figure its time and its place."""
    reading.period, reading.told = period, telling.told or around.record is not None
    reading.told_base = around.stated or around.clues.base is not None
    if (
        telling.told
        and reading.status is Status.T
        and scene.plans.is_among_goals()
        and scene.times.calendar.is_gone(period)
    ):
        reading.status = Status.A  # beside this year's goals, "(2022: 9.2 percent)"
    if telling.change is not None:
        reading.period, reading.status = telling.change.period, telling.change.status
    reading.area = area if around.other is None or around.other.is_series else around.other.area


def _compare(
    sentence: Progress, around: Surroundings, reading: Reading, period: Period | None, *, backward: bool
) -> None:
    """Gives a figure what it is compared with; `backward` is whether it is of the time before."""
    scene, clues, stated = sentence.scene, around.clues, around.stated
    _date_by_comparison(scene, around, reading)
    period = reading.period if clues.revised else period
    if clues.comparison is Comparison.MONTH_ON_MONTH and reading.comparison is not None and period is not None:
        reading.comparison = clues.comparison
        month = period if reading.told and period.months != QUARTER else month_of(period)
        reading.period = month if around.record is None else reading.period
    compare_with_looked_back(sentence, clues, reading, stated=stated)
    compare_as_told(scene, sentence.done, clues, reading)
    compare_in_pairs(scene, sentence.done, reading)
    compare_with_same_side(sentence.done, clues, reading)
    leave_usual_base(sentence, reading, stated=stated)
    average(clues, [*around.lead, *around.trail[:1]], reading, sentence)
    if looks_back(clues) and backward:
        look_back(sentence, clues, reading, stated=stated)


def _date_by_comparison(scene: Scene, around: Surroundings, reading: Reading) -> None:
    """Gives a record its own time and the comparison of what beat it, and a growth over a quarter that quarter."""
    if around.record is not None:
        reading.period = period_of_record(scene, around.record)
        if scene.recent and scene.recent[-1].measure is reading.measure:
            reading.comparison = scene.recent[-1].comparison
    if around.clues.own_time is not None and not around.stated and reading.comparison in SHORT and reading.period:
        reading.comparison = OF_LENGTH.get(reading.period.months or 0, reading.comparison)
    own = around.stated and around.record is None and not (reading.measure is Measure.GROWTH and is_abroad(scene))
    moved = around.clues.base is not None and around.clues.base.form in MOVES  # "between March and June": of a quarter
    of_month = reading.base is not None and reading.base.months == 1 and not moved
    if reading.comparison is Comparison.QUARTER_ON_QUARTER and not (own or of_month):
        reading.period = quarter_to(reading.period)


def _plans_on(sentence: Progress, reading: Reading) -> bool:
    """Whether an amount is planned in the sentence that told of a time gone by, and of no other."""
    last = sentence.done[-1] if sentence.done else None
    if last is None or reading.status is not Status.T or last.status is not Status.A or reading.period is None:
        return False
    gone = sentence.scene.times.is_of_year(reading.period) and reading.period == last.period
    return gone and last.told and reading.measure is Measure.LEVEL


def _plan(sentence: Progress, around: Surroundings, telling: _Telling, reading: Reading, period: Period | None) -> None:
    """Takes a figure for a goal or of a time gone by, where the words around it say so."""
    scene = sentence.scene
    if reading.measure is Measure.STREAK:
        end_streak(reading, around.lead, None if telling.told else period)
    date_plan(scene, reading, around.lead, looks_back=looks_back(around.clues))
    if not telling.told and _plans_on(sentence, reading):
        reading.period = None  # "it took on 90 people in the first quarter and plans to spend" 2 billion
    if not telling.told and comes_each_year(reading, around.trail):
        reading.status, reading.period = Status.F, None  # "the mill should yield 30,000 tons of paper a year"
    if then := telling.then or was_back_then(around.clues, around.lead, around.trail, reading.measure):
        tell_back_then(scene, reading, then)
    if Says.GOAL in around.clues.says and reading.measure is Measure.LEVEL:
        reading.status, reading.period = Status.T, None if period is None else Period.of(period.year)
    elif (is_goal(around.trail) or telling.goal) and reading.measure is not Measure.ACHIEVEMENT:
        reading.status = Status.T
        if telling.goal and not telling.told and reading.measure is Measure.GROWTH and period is not None:
            reading.period = Period.of(period.year) if reading.period == period else reading.period  # it is for a year
    date_goal(scene, reading)
