"""Growth of which nothing is named: that of the whole economy, where it is planned, a target, or told as such."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Status
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.subjects import Choice
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AREA, GOAL, IN, JOIN, RATE, one_of
from shandong_econ.parsing.resolving.unit_classes import IN_PERCENT
from shandong_econ.parsing.told import Subject

_NAMES = one_of("NAME WORD ING")


def of_the_economy(run: Sequence[Frame], context: Context) -> Choice | None:
    """A growth that is planned or expected of nothing else is that of the whole economy."""
    frame = run[0]
    ahead = context.plans.current is not Status.A or "goal" in frame.words
    if frame.measure != "growth" or not ahead or RATE not in frame.inner:
        return None
    return (_of_all(frame),)


def _of_all(frame: Frame) -> Subject:
    """The growth of the whole economy."""
    (growth,) = word_list("en", "growth_nouns.of_all")
    return Subject(growth, name_series_english(growth, None), frame.start, frame.end)


def of_growth_itself(run: Sequence[Frame], context: Context) -> Choice | None:
    """Growth that is said to be of nothing, where no series was told of, is that of the whole economy."""
    frame, classes = run[0], run[0].sentence.classes
    if frame.measure == "growth" and RATE in classes and _is_target(frame):
        return (_of_all(frame),)
    if RATE not in classes[: frame.at]:
        return None
    at = classes.rfind(RATE, max(classes.find(frame.own.classes), 0), frame.at)
    alone = at >= 0 and frame.sentence.said(at, at + 1).lower() in word_list("en", "growth_nouns.alone")
    whose = classes[at + 1 : at + 2] == JOIN or (classes[at + 1 : at + 2] == IN and classes[at + 2 : at + 3] != AREA)
    if not alone or classes[at - 1 : at] in _NAMES or whose:
        return None
    told = _of_all(frame)._replace(label=frame.sentence.said(at, at + 1))
    row = kinds().get(context.subjects.current.series.code or "")
    if context.subjects.base not in (None, told.series.base) and (row is None or row.unit not in IN_PERCENT):
        return None  # of a rate, growth is none
    return (told,)


def _is_target(frame: Frame) -> bool:
    """Whether a growth is a goal that names nothing: a 7 percent growth target."""
    classes, up = frame.sentence.classes, frame.slots.get("goal") or frame.slots.get("up")
    if up is None or classes[up[0]] != RATE or classes[up[0] - 1 : up[0]] in _NAMES:
        return False
    return "goal" in frame.slots or classes[up[1] : up[1] + 1] == GOAL
