"""What goes on over sentences, and what is there and of no time told before: "9,000 families grow tea"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from shandong_econ.model import Comparison, Measure, Period, Status
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.role_classes import AHEAD
from shandong_econ.parsing.english.verb_forms import irregular_pasts, is_participle
from shandong_econ.parsing.english.word_kinds import is_light, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import LAND, LENGTHS


def tells_perfect(tokens: Sequence[Token]) -> bool:
    """Whether words tell what has been done: "has been cut", "have already risen"."""
    perfect = word_set("acting.perfect")
    told = [token for token in tokens if not is_light(token) or token.word in perfect]
    return any(one.word in perfect and is_participle(two.word.partition(" ")[0]) for one, two in pairwise(told))


def leave_usual_base(sentence: Progress, reading: Reading, *, stated: bool) -> None:
    """Takes the base that goes without saying from what news without a time tell to have been brought about.

    "Costs have been cut by 22 percent" is over no year, unless a growth over one was told of just before.
    """
    if reading.measure is not Measure.GROWTH or stated or reading.subject.series.code is not None:
        return
    if sentence.scene.position.in_report or is_abroad(sentence.scene) or reading.comparison is not _YEAR:
        return
    dated = any(token.time is not None or comparison_of(token) is _YEAR for token in sentence.tokens)
    if not dated and tells_perfect([token for token in sentence.tokens if token.start < reading.figure.end]):
        reading.comparison = None


_YEAR = Comparison.YEAR_ON_YEAR


def compare_anew(scene: Scene, tokens: Sequence[Token]) -> None:
    """Leaves what the paragraph before compared with, where one opens with a time of its own."""
    if scene.position.opens_paragraph and any(token.time is not None for token in tokens):
        scene.comparing.comparison = None


def goes_on_about_figure(tokens: Sequence[Token]) -> bool:
    """Whether a sentence that tells no time is about the figure before it: "the output figure made up", "that was"."""
    dated = any(token.time is not None or not token.roles.isdisjoint(AHEAD) for token in tokens)
    return not dated and opens_with_figure(tokens)


def opens_with_figure(tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with the figure before it: "the number was"."""
    said: list[str] = []
    for token, following in pairwise(tokens[:LONGEST_BACK]):
        said += [] if token.naming is not None else [token.word]
        if is_verb(following) and " ".join(said) in word_set("recall.figures"):
            return True
    return False


def stay_on_day(scene: Scene, told: Sequence[Reading]) -> None:
    """Stays on the day of what was `told` before, of which a part is told: "1,200 came on May 3. Of them, 300"."""
    counted = (scene.times.stock_day, scene.times.days.counted_at)  # at the end of a month or a year
    days = (one.period for one in reversed(told) if one.told and one.period is not None and one.period not in counted)
    if day := next((day for day in days if day.first is not None and day.first == day.last), None):
        scene.times.period = scene.times.event_day = day


LONGEST_BACK = 5  # pieces of "the output figure made up"


def leave_time_of_scene(sentence: Progress) -> None:
    """Takes the time told before from what a sentence in the present counts, unless it was counted on that day."""
    position = sentence.scene.position
    if position.in_report or position.is_title or is_abroad(sentence.scene) or not _tells_present(sentence.tokens):
        return
    counts = any(one.measure is Measure.SHARE or one.unit in _THERE for one in sentence.done[:1])
    times = sentence.scene.times
    carried = None if times.paragraph_period or times.document_period else times.month_end()
    if counts and all(_is_there(reading, carried) for reading in sentence.done):
        for reading in sentence.done:
            reading.period = None
        times.stock_day = None if carried else times.stock_day


def _is_there(reading: Reading, carried: Period | None) -> bool:
    """Whether a figure is how much of something there is, or a part of it, in news on a longer time.

    Or on a day that is only `carried` on from before.
    """
    period, told = reading.period, reading.measure in _STANDS and reading.subject.series.code is None
    return reading.status is Status.A and told and (period in (None, carried) or period.last_day() != period)


_STANDS = frozenset({Measure.LEVEL, Measure.SHARE})


_THERE = {"NUM", "PS", "SQM", "SQKM"} | LAND | LENGTHS
"""Units in which news count what there is, at the head of a sentence."""

_OPENING = 2  # pieces of "six of them"


def _tells_present(tokens: Sequence[Token]) -> bool:
    """Whether a sentence names no time and goes back to none, with no verb of what was or has been."""
    if any("link.of_which" in one.roles or one.word in word_set("owner.many") for one in tokens[:_OPENING]):
        return False
    if tells_perfect(tokens):
        return False
    words = (word for token in tokens if token.naming is None for word in token.word.split())
    return all(token.time is None for token in tokens) and not any(w.endswith("ed") or w in _pasts() for w in words)


@cache
def _pasts() -> frozenset[str]:
    """The verbs of which the form is, or can be, one of the past and does not tell it by its end."""
    lists = ("tense.past", "acting.irregular", "acting.plain_pasts", "acting.participles")
    return irregular_pasts().union(*map(word_set, lists))
