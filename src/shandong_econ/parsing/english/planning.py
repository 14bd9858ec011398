"""Whether what is read next is a plan, a forecast or a result, by the words around it and what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from shandong_econ.model import Status
from shandong_econ.parsing.english.plans import (
    headline_plan,
    leads_to_planned,
    led_by_goal,
    outlook,
    plans_of,
)
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.scenes import tells_perfect
from shandong_econ.parsing.english.tenses import is_past, tells_past
from shandong_econ.parsing.english.unlisted_verbs import leads_to_figure
from shandong_econ.parsing.english.with_clauses import is_had
from shandong_econ.parsing.english.word_kinds import is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def _is_now(tokens: Sequence[Token]) -> bool:
    """Whether what is estimated is there: "it is estimated to be" 2% below its peak, as releases abroad tell it."""
    pairs = (f"{one.word} {two.word}" for one, two in pairwise(tokens))
    return not word_set("ahead.estimates").isdisjoint(pairs)


def take_plan(sentence: Progress, clues: Clues, lead: list[Token], trail: list[Token]) -> None:
    """Takes what is read next for a plan or a forecast where the words say so, for a result where they tell one."""
    scene = sentence.scene
    told = any(map(is_verb, lead)) or leads_to_figure(lead, len(lead) - 1) or is_had(lead)
    part = not lead and any(one.unit in COUNTED for one in sentence.done[-1:])  # "33 of the | 38 projects planned"
    own = [] if part or any("change.more" in t.roles or "change.less" in t.roles for t in trail) else trail
    planned = bool(sentence.done) and sentence.done[-1].status is Status.T  # "it will build 3, and ... will exceed 5"
    in_plan = planned or scene.plans.section_status is Status.T
    said = lead if told else [*lead, *own[:1]]
    plans = plans_of(lead if told else [*lead, *own], in_plan=in_plan)
    if is_abroad(scene) and plans == [Status.F] and _is_now(lead):
        plans = []
    if leads_to_planned(lead) or (not sentence.done and led_by_goal(lead)):
        plans.append(Status.T)  # "the city plans 40 parks", "it sticks to its annual target of 6 percent"
    behind = None if clues.own_time is None else resolve(clues.own_time, scene.times.calendar, scene.times.period)
    for status in plans:
        scene.plan(status, behind)
    if not plans and scene.position.is_title and not told and (headline := headline_plan(lead)):
        scene.plan(headline)
    elif not plans and (ahead := outlook(lead)):
        goes_on = not scene.position.opens and scene.recent and scene.recent[-1].status is Status.T
        scene.plan(Status.T if goes_on or planned else ahead)  # "GDP to grow by 6 percent; income to increase by 5"
    elif not plans and scene.times.is_over(scene.times.period) and tells_past(sentence.tokens):
        scene.plans.status = Status.A  # among the goals of this year too
    elif not plans and planned and tells_perfect([*lead, *trail]):
        scene.plans.status = Status.A  # "it plans to build 20 schools, and 15 | have been completed"
    elif not plans and any(is_verb(t) and is_past(t.word) for t in said):
        scene.plans.status = scene.plans.paragraph_status or scene.plans.section_status
