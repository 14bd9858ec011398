"""What a growth that does not say so is over: as its heading says, or as told just before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure
from shandong_econ.parsing.english.bases import link_of_base
from shandong_econ.parsing.english.times import quarter_to
from shandong_econ.parsing.english.word_kinds import is_change, says_nothing, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.series import families, is_stock
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.comparing import by_base, period_of_base
from shandong_econ.parsing.resolving.moves_between import MOVES
from shandong_econ.parsing.resolving.over import GOES_ON, MOVED, SHORT
from shandong_econ.parsing.resolving.percent_moves import TOLD_AGAIN
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import RATES


def frame_with(words: Words, tokens: Sequence[Token]) -> None:
    """Takes what opens a sentence for what all of it is compared with: "Compared with the start of the year, ..."."""
    scene = words.scene
    opening = tokens[0].time if tokens else None
    if opening is not None and opening.form in MOVES:
        scene.comparing.base_time = opening  # "between May and June petrol fell ...; diesel rose ..."
        if _only_counts(tokens):
            compare_next(scene, over_move(scene, opening))  # "..., six of the ten groups rose. Petrol fell by 2%"
        return
    if is_abroad(scene) and (over := _told_of_move(tokens)) in SHORT:
        scene.comparing.frame = over
        if over is Comparison.QUARTER_ON_QUARTER:
            scene.times.period = quarter_to(scene.times.period)
        return
    comma = next((n for n, token in enumerate(tokens) if token.mark or token.figure is not None), 0)
    head = tokens[:comma]
    if not head or tokens[comma].mark != ",":
        return
    comparison = next((found for token in head if (found := comparison_of(token)) is not None), None)
    at = next((n for n, t in enumerate(head) if t.time is not None and _is_base(t.time, head[:n])), None)
    time, link = (None, None) if at is None else (head[at].time, link_of_base(head[:at]))
    rest = head if link is None or at is None else [*head[:link], *head[at:]]
    if (comparison or time) and all(says_nothing(token) or _leads(token) for token in rest):
        scene.comparing.frame, scene.comparing.base_time = comparison, time
        if scene.comparing.by_preceding and _only_counts(tokens):
            compare_next(scene, comparison or _over_base(scene, rest, time))
        if comparison is not None and scene.position.opens_paragraph and (prices := _prices_told(scene, tokens)):
            head_with(scene, comparison, prices)  # a release on prices tells the months first, then the years


def _only_counts(tokens: Sequence[Token]) -> bool:
    """Whether a sentence has no figure but counts: ", six of the ten groups rose"."""
    return all(token.figure is None or token.figure.unit is None for token in tokens)


def _over_base(scene: Scene, head: Sequence[Token], base: Time | None) -> Comparison | None:
    """What is over a time with which a sentence opens: "in May compared with April", "compared with a year ago"."""
    told = next((token.time for token in head if token.time not in (None, base)), None)
    period = scene.times.period if told is None else resolve(told, scene.times.calendar, scene.times.period)
    return None if base is None else by_base(period_of_base(base, scene.times.calendar, period), base, period)


def _told_of_move(tokens: Sequence[Token]) -> Comparison | None:
    """What a move is over of which a sentence tells why it was: "the three-monthly rise in mining is due to"."""
    told = [token for token in tokens[:LONGEST_HEAD] if "link.filler" not in token.roles]
    behind = next((token for token in told[1:] if not is_change(token)), None)
    return None if behind is None or "link.preposition" not in behind.roles else comparison_of(told[0])


LONGEST_HEAD = 4  # pieces of "the three-monthly rise in"


def _prices_told(scene: Scene, tokens: Sequence[Token]) -> str:
    """The base of the prices that a sentence names, or of which the text was telling."""
    bases = (*(token.naming.base for token in tokens if token.naming is not None), scene.base)
    return next((base for base in bases if base is not None and families().get(base) == "prices"), "")


def _is_base(time: Time, before: Sequence[Token]) -> bool:
    """Whether a time tells from when something moved: "compared with May", "between May and June"."""
    return time.form in MOVES or link_of_base(before) is not None


def _leads(token: Token) -> bool:
    return token.word in word_set("base.before")


def over_move(scene: Scene, base: Time | None) -> Comparison | None:
    """What a move without a growth is over, by its two ends: "output was flat between May and June"."""
    if base is None or base.form not in MOVES:
        return None
    reached = resolve(base, scene.times.calendar)
    return by_base(period_of_base(base, scene.times.calendar, reached), base, reached)


def compare_in_frame(scene: Scene, clues: Clues) -> None:
    """Gives a growth or a change that tells no base that with which its sentence opened."""
    if (clues.verb or clues.noun or clues.side) and clues.comparison is None and clues.base is None:
        clues.comparison, clues.base = scene.comparing.frame, scene.comparing.base_time


def compare_as_told(scene: Scene, before: Sequence[Reading], clues: Clues, reading: Reading) -> None:
    """Measures a change that tells no base against that of the change of another series, or another place, before it.

    Changes of diffusion indices are told month by month all through a paragraph.
    """
    if reading.measure is not Measure.CHANGE or reading.comparison is not None or clues.base is not None:
        return
    amount = reading.unit not in RATES or reading.subject.series.base == _OF_PEOPLE or reading.relative_to == "share"
    if amount and not (clues.side or clues.revised) and all(one.measure is not Measure.CHANGE for one in before):
        _compare_as_paragraph(scene, reading)
        return
    again = any(time.form == "same_period" for time in clues.times)  # "over the same period the rate fell by"
    before = scene.recent if scene.diffuses or again or _is_elsewhere(scene, reading) else before
    last = next((one for one in reversed(before) if one.measure is Measure.CHANGE), None)
    if (
        last is not None
        and (last.unit == reading.unit or {last.unit, reading.unit} == {"IX", "PPT"})  # an index may be told in either
        and (last.subject, last.area) != (reading.subject, reading.area)
        and last.period == reading.period
        and (reading.unit in RATES or not _is_of_move([one for one in before if one.measure is Measure.CHANGE]))
    ):
        reading.comparison, reading.base = last.comparison, last.base


def _is_elsewhere(scene: Scene, reading: Reading) -> bool:
    """Whether points are those of another place by which a rate moved that was told of before in the paragraph."""
    last = next((one for one in reversed(scene.recent) if one.measure is Measure.CHANGE), None)
    if last is None or (last.unit, reading.unit) != ("PPT", "PPT"):
        return False
    return last.area != reading.area and last.subject.label.endswith(reading.subject.label)


def compare_in_pairs(scene: Scene, before: Sequence[Reading], reading: Reading) -> None:
    """Measures the second growth of a series, which tells no base, against what that of a series before was.

    "Exports rose 2 percent on the year and 3 on the month; imports fell 4 percent on the year, and 5 percent".
    """
    if reading.measure is not Measure.GROWTH or reading.told_base or not before or not _is_first(before[-1], reading):
        return
    for second, first in pairwise(reversed([*scene.recent, *before[:-1]])):
        if _is_first(first, second) and second.comparison in SHORT:
            reading.comparison, reading.base = second.comparison, second.base
            return


def compare_with_same_side(before: Sequence[Reading], clues: Clues, reading: Reading) -> None:
    """Measures what is only "lower" against what was named before: "5 percent below its peak of 2008, mining | 8"."""
    last = before[-1] if before else None
    if last is None or reading.told_base or last.comparison is not Comparison.SINCE:
        return
    if (clues.open_side or clues.elides) and last.rule == reading.rule and last.measure is reading.measure:
        reading.comparison, reading.base = last.comparison, last.base


def _is_first(one: Reading, other: Reading) -> bool:
    """Whether a growth over the year before is told of the series and the time of which another then tells."""
    alike = one.measure is other.measure is Measure.GROWTH and one.subject == other.subject
    return alike and one.period == other.period and one.told_base and one.comparison is Comparison.YEAR_ON_YEAR


def _compare_as_paragraph(scene: Scene, reading: Reading) -> None:
    """Measures an amount by which something moved against what the figure before in the paragraph was measured."""
    moved = [one for one in scene.recent if one.measure in MOVED and one.rule != TOLD_AGAIN]
    if not moved or moved[-1].comparison not in GOES_ON or not moved[-1].told_base or reading.period is None:
        return
    last = moved[-1]
    if is_stock(reading.subject.series) and not is_stock(last.subject.series):
        return  # "new loans were 30 billion more than a year before. Those to farmers rose by" 4 billion
    of_people = (last.subject.series.base, reading.subject.series.base) == ("POP_RESIDENT", _OF_PEOPLE)
    if not of_people and ((last.measure is Measure.CHANGE and last.unit != reading.unit) or _is_of_move(moved)):
        return
    if last.period == reading.period or (last.period == reading.period.last_day() and not reading.told):
        reading.comparison, reading.base, reading.told_base = last.comparison, last.base, True


def _is_of_move(moved: Sequence[Reading]) -> bool:
    """Whether the last tells how far another move goes: "up by 98 billion yuan, 21 billion more than a year before"."""
    return len({(one.subject, one.unit) for one in moved[-2:]}) < len(moved[-2:])


_OF_PEOPLE = "URBANIZATION"  # a rate that is counted at a day as people are


def go_on_comparing(scene: Scene, before: Sequence[Reading], reading: Reading, *, stated: bool) -> None:
    """Takes what the first growth of a sentence is over for that of the next ones, until a growth tells another.

    Where a text counts from the period before, it is the first of each series: "up 2 percent on the quarter and 8 on
    the year". `before` are the figures of the sentence that stand before the reading.
    """
    if scene.comparing.by_preceding:
        again = any(one.subject.label == reading.subject.label and one.measure in MOVED for one in before)
        scene.comparing.make_usual(reading, stated=stated and not again)
    elif stated and reading.measure is Measure.GROWTH and all(one.measure is not Measure.GROWTH for one in before):
        short = reading.comparison in SHORT
        scene.comparing.compares_by_the_way = short and not scene.position.opens
        scene.comparing.comparison = reading.comparison if short or scene.comparing.section_comparison else None


def head_with(scene: Scene, comparison: Comparison | None, base: str | None = None) -> None:
    """Takes what a heading, or the first word, names for what is compared below: "1. Month-on-month changes"."""
    scene.comparing.section_comparison = _telling(scene, comparison)
    scene.comparing.section_base = base


def compare_next(scene: Scene, comparison: Comparison | None) -> None:
    """Takes what a sentence without a figure names for what the next ones compare: "month on month, it looks so"."""
    scene.comparing.comparison, scene.comparing.kept = _telling(scene, comparison), None


def _telling(scene: Scene, comparison: Comparison | None) -> Comparison | None:
    """A comparison that is not what growths of the text are over anyway."""
    return comparison if comparison in SHORT or scene.comparing.by_preceding else None


def go_on_since_new_year(scene: Scene, reading: Reading) -> None:
    """Takes the growth of a stock that tells no base for one since the end of last year, as of the stock before.

    "Deposits were up 14.4 percent over the end of last year, and loans, up 18.1 percent".
    """
    if reading.measure is not Measure.GROWTH or reading.period is None or reading.period.last_day() != reading.period:
        return
    alike = (one for one in reversed(scene.recent) if one.measure is Measure.GROWTH and one.period == reading.period)
    before = next(alike, None)
    if before is not None and before.comparison is Comparison.SINCE_START_OF_YEAR:
        reading.comparison, reading.base = before.comparison, before.base


def go_on_with_index(scene: Scene, reading: Reading) -> None:
    """Takes the change of an index that tells no base for one over what the index before was compared with."""
    if reading.measure is not Measure.CHANGE or reading.comparison is not None or not _is_index(reading):
        return
    alike = (one for one in reversed(scene.recent) if one.measure is Measure.CHANGE and _is_index(one))
    before = next(alike, None)
    if before is not None:
        reading.comparison, reading.base = before.comparison, before.base


def _is_index(reading: Reading) -> bool:
    return reading.subject.series.base == "PMI" or reading.subject.label.lower().endswith(
        word_list("en", "index.words")
    )
