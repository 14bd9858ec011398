"""Which place a figure is about, of those that were told: the first of a few principles that knows one."""

from __future__ import annotations

from collections.abc import Callable

from shandong_econ.lexicon.concepts import is_wider
from shandong_econ.parsing.context.passing import Where
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.told import Subject, Told


def behind_it(frame: Frame, subject: Subject, context: Context) -> Where | None:
    """A place that is told behind a figure in its clause is the figure's."""
    if frame.measure in ("rank", "share", "streak") or frame.tail is None:
        return None
    for one in frame.tail.places:
        area = context.places.area_at(frame.sentence.text, one.token)
        if area is not None:
            return Told(area, one.token.start, one.token.end)
    return None


def dealt_out(frame: Frame, subject: Subject, context: Context) -> Where | None:
    """As many places as figures are told before them: each figure is of its own, in order."""
    listed = context.places.listed
    return listed[frame.n] if len(listed) == frame.of > 1 and not frame.is_range else None


def of_the_side(frame: Frame, subject: Subject, context: Context) -> Where | None:
    """The rate that is told of another place, which a figure is compared with, is that place's."""
    start, end = frame.words["side"]
    area = context.places.climbs(frame.said("side"))
    return None if area is None else Told(area, start, end)


def that_is_ranked(frame: Frame, subject: Subject, context: Context) -> Where | None:
    """The place right before a rank has it, but for a wider one, in which it is: 南京第二, 总量全省第三."""
    token = frame.sentence.tokens[frame.slots["who"][0]]
    area = context.places.area_at(frame.sentence.text, token) if isinstance(token.what, tuple) else None
    around = context.places.current
    if area is None or (around is not None and is_wider(area.code or "", around.value.code or "")):
        return None
    return Told(area, token.start, token.end)


def of_several(frame: Frame, subject: Subject, context: Context) -> Where | None:
    """One figure, or a range, told of several places is of all of them together."""
    places = context.places
    if places.together is None or not places.listed[1:]:
        return None
    return places.together if frame.of == 1 or (frame.of == _BOUNDS and frame.is_range) else None


_BOUNDS = 2  # figures of a range


def of_its_subject(frame: Frame, subject: Subject, context: Context) -> Where | None:
    """What is told again of several subjects is of the place of each, if its own clause names none."""
    return None if frame.own.places and frame.language == "zh" else subject.area


def told_last(frame: Frame, subject: Subject, context: Context) -> Where | None:
    """A place told for a sentence holds for its parts; else its paragraph's, its section's or the text's does."""
    return context.places.current


CHINESE: tuple[Callable[[Frame, Subject, Context], Where | None], ...] = (
    dealt_out,
    of_the_side,
    that_is_ranked,
    of_several,
    of_its_subject,
    told_last,
)
"""Which area a figure is about: the first of these that tells one."""
ENGLISH: tuple[Callable[[Frame, Subject, Context], Where | None], ...] = (
    behind_it,
    dealt_out,
    of_several,
    of_its_subject,
    told_last,
)
"""... in English, where a place can stand behind its figure."""
