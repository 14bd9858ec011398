"""Whether a figure is a result, a forecast or a target."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.model import Period, Status
from shandong_econ.parsing.clauses import Clause
from shandong_econ.parsing.context.comparisons import MOVED
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AHEAD, FILL, FORECAST, GOAL, NAME, RATE, SEMI, TARGET, THAN, TO, WORD
from shandong_econ.parsing.grammar.shapes import grammar

if TYPE_CHECKING:
    from shandong_econ.parsing.context.state import Context
    from shandong_econ.parsing.context.times import Times

_LEAD = 40  # characters of a paragraph before its colon


class Plans(NamedTuple):
    """What was told so far: by the section, its sentence."""

    section: Status = Status.A
    sentence: Status | None = None

    @property
    def current(self) -> Status:
        """What the next figure is, if nothing more is said of it."""
        return self.sentence or self.section

    def begins(self, paragraph: str) -> Plans:
        """The plans as a paragraph begins: words before a colon that name the goals head all that follows."""
        lead, colon, _ = paragraph[:_LEAD].partition(":")
        planned = heads_plans(lead, "zh") if colon else None
        return self if planned is None else self._replace(section=Status.T if planned else Status.A)

    def hears(self, clause: Clause, language: str) -> Plans:
        """The plans after a clause: a word of planning holds to the end of its sentence."""
        if clause.mark == SEMI and self.sentence is not None:
            return self._replace(sentence=None)
        planned = TARGET in clause.classes
        if planned and language == "zh" and FORECAST in clause.classes.partition(TARGET)[0]:
            planned = False  # 预计今年将
        if planned:
            return self._replace(sentence=Status.T)
        return self._replace(sentence=Status.F) if FORECAST in clause.classes else self


def status_of(frame: Frame, period: Period | None, context: Context) -> Status:
    """A figure is what the words before it make it; a time that is over makes a result of it, one ahead a target."""
    own, plans, times = frame.own.classes, context.plans, context.times
    is_goal = GOAL in own and FILL not in own.partition(GOAL)[0]  # 已完成建设任务
    if "goal" in (*frame.words, frame.side) or is_goal or (GOAL in frame.sentence.classes and _is_of_goal(frame)):
        return Status.T
    if TARGET in frame.inner or THAN + TARGET in own or (frame.inner and _aims(frame)):
        return Status.T
    if FORECAST in frame.inner:
        return Status.F
    if frame.side == "old":
        return Status.A
    just = context.subjects.just
    if plans.sentence is None and just is not None and just.status is Status.T and _goes_on(frame):
        return Status.T  # how much it is to rise, to what was just said that it is to be
    told = plans.sentence or plans.section
    if told is Status.T and plans.sentence is None and _is_there(frame):
        return Status.A
    if told is Status.A:
        will_be = AHEAD in own + frame.inner
        to_be = will_be or (frame.language == "en" and own[-1:] == TO)  # revenue to increase 5 percent
        may_be_planned = period is not None and not (will_be and frame.measure == "growth")
        if may_be_planned and (times.calendar.is_to_come(period) or (to_be and times.calendar.is_ahead(period))):
            return Status.T
        foreseen = frame.language == "en" and (will_be or _may_be(frame, context))
        if foreseen and not (times.calendar.is_gone(period) and _is_dated(frame, times)):
            return Status.F
    if told is Status.T and times.calendar.is_gone(period):
        return Status.A if _is_dated(frame, times) else told
    return told


def _is_of_goal(frame: Frame) -> bool:
    """Whether the noun of a figure is one of a goal: a 7 percent growth target."""
    return frame.language == "en" and _NAMED_GOAL.match(frame.sentence.classes, frame.at + 1) is not None


_NAMED_GOAL = re.compile(f"[{RATE}{NAME}{WORD}]{{1,3}}{GOAL}")


def _is_there(frame: Frame) -> bool:
    """Whether its clause says that there is so much now, also where a section is on plans: 全市现有企业7000家."""
    return holds_any(frame.sentence.text[frame.own.start : frame.start], frame.language, "tense.now")


def _goes_on(frame: Frame) -> bool:
    """Whether a figure only says how much what was just told moves."""
    return frame.measure in MOVED and not frame.own.phrases


def _is_dated(frame: Frame, times: Times) -> bool:
    """Whether its sentence or section tells its time, which may be over, and no other before it."""
    return bool(frame.tail and frame.tail.times) or (times.sentence or times.foreseen or times.section) is not None


def _aims(frame: Frame) -> bool:
    """Whether a word between what moves and its figure also says that it is aimed at: 增长目标定在."""
    for one in frame.sentence.tokens[frame.at - len(frame.inner) : frame.at]:
        if type(one.what) is frozenset and "status.target" in one.what:
            return True
    return False


def _may_be(frame: Frame, context: Context) -> bool:
    """Whether something only could rise or fall by so much, or goes on a list of what will be, without a verb."""
    just = context.subjects.just
    if just is not None and just.status is Status.F and context.plans.sentence is None:
        return not grammar("en").verbs & {*frame.own.classes, *frame.inner}
    moves = [frame.words[slot][0] for slot in _MOVES & frame.words.keys()]
    return bool(moves) and frame.sentence.text.endswith(word_list("en", "tense.moving"), 0, min(moves))


_MOVES = frozenset(("up", "down", "now.up", "now.down"))
"""The slots of what tells that something moves."""


def heads_plans(line: str, language: str) -> bool | None:
    """Whether a heading is on plans (True), on what was done (False), or on neither."""
    if holds_any(line, language, "heading.review"):
        return False
    return True if holds_any(line, language, "heading.plan") else None
