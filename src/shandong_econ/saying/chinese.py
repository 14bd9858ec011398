"""A figure as a Chinese bulletin says it."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Area, Measure, Observation, Period, Status
from shandong_econ.saying.amounts import amount, hedged, whole_number
from shandong_econ.saying.clauses import against, clause, related
from shandong_econ.saying.naming import area, make_one_word, series
from shandong_econ.saying.phrases import phrases
from shandong_econ.saying.refusing import unsayable
from shandong_econ.saying.times import at_head


def title(name: str, when: str) -> str:
    """The line above a bulletin on an area; both words may be empty."""
    return phrases("zh").get("title", "whole").format(area=name, when=when)


def sentence(figures: Sequence[Observation], home: Area | None) -> str:
    """The sentence that says figures of one series, place and time, in their order."""
    words = phrases("zh")
    head = figures[0]
    place, name = area(head, home, words), series(head, words)
    if make_one_word(place, name, "zh"):
        raise unsayable(head, f"{name} of {place}", "zh", "these words together name another series")
    subject = words.get("sentence", "subject").format(area=place, series=name)
    said = []
    falling = False
    for n, figure in enumerate(figures):
        falling = figure.value < 0 if figure.measure is Measure.GROWTH else falling
        said.append(_clause(figure, first=n == 0, falling=falling))
    joined = words.get("sentence", "joint").join(said)
    if head.period is None:
        return words.get("sentence", "timeless").format(subject=subject, clauses=joined)
    return words.get("sentence", "head").format(when=at_head(head, head.period, words), subject=subject, clauses=joined)


def when(figure: Observation, period: Period) -> str:
    """The period as a title has it."""
    return at_head(figure, period, phrases("zh"))


def _clause(figure: Observation, *, first: bool, falling: bool) -> str:
    words = phrases("zh")
    said = clause(figure, words, first=first, falling=falling).format(
        amount=(plain := _amount(figure)),
        figure=hedged(figure, plain, words),
        against=against(figure, words),
        of=related(figure, words),
    )
    if figure.status is Status.A:
        return said
    return words.get("sentence", "forecast" if figure.status is Status.F else "target").format(clause=said)


def _amount(figure: Observation) -> str:
    words = phrases("zh")
    if figure.measure is Measure.RANK:
        return str(whole_number(figure, words))
    if figure.measure is Measure.STREAK:
        return f"{whole_number(figure, words)}{words.get('streak', figure.unit.code if figure.unit else '')}"
    minus = "-" if figure.measure is Measure.LEVEL and figure.value < 0 else ""
    return minus + amount(figure, words, _counted(figure))


def _counted(figure: Observation) -> str | None:
    """The word that counts the things of a series, such as 家 of firms."""
    if figure.unit is None or figure.unit.code != "NUM":
        return None
    words = phrases("zh")
    name = series(figure, words)
    return next((words.get("count", end) for end in words.sections["count"] if name.endswith(end)), None)
