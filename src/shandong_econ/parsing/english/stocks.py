"""When stocks are counted that tell no day of their own: on the day on which the text has counted others."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Period, Status
from shandong_econ.parsing.english.asides import MONEY
from shandong_econ.parsing.english.words import Words, word_set
from shandong_econ.parsing.finding.series import is_stock, kinds
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.measures import PERCENT
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene


def date_stock(scene: Scene, reading: Reading) -> None:
    """Gives a stock in a text on the months up to a day that day, if others were counted on it."""
    day, period = scene.stock_day, reading.period
    if day is None or period is None or reading.status is not Status.A or not _counts_what_there_is(reading.subject):
        return
    if period != day and period.last_day() == day:
        reading.period = day


def date_flow(words: Words, tokens: Sequence[Token], reading: Reading) -> None:
    """Gives what was done by a day the part of the year up to it: "by the end of July output had reached" it."""
    day = reading.period
    if day is None or day.year is None or day.last_day() != day or reading.status is not Status.A:
        return
    code = reading.subject.series.code
    done = code is not None and kinds()[code].kind == "FLOW" and kinds()[code].unit not in PERCENT
    if code is None and reading.unit in MONEY and day != Period.of(day.year).last_day():
        done = any(token.naming is None and words.word(token) in word_set("stock.deeds") for token in tokens)
    if done and day == day.last_month().last_day():
        reading.period = Period.of(day.year, 1, months=1).through(day)


def leave_day(words: Words, tokens: Sequence[Token]) -> None:
    """Goes on about the time up to a day of stocks where a sentence tells what was done: "they realized" 5 billion."""
    scene = words.scene
    day = scene.period
    if day is None or day != scene.stock_day or scene.status is not Status.A:
        return
    if any(token.time is not None for token in tokens):
        return
    if any(token.naming is None and words.word(token) in word_set("stock.deeds") for token in tokens):
        scene.period = scene.paragraph_period = scene.flow_until(day)


def _counts_what_there_is(subject: Subject) -> bool:
    """Whether a series counts what there is, not what was done: loans outstanding, people, herds, capacity."""
    words, is_coded = frozenset(subject.label.lower().split()), subject.series.code is not None
    if not words.isdisjoint(word_set("stock.flows")):
        return False
    return (is_coded and is_stock(subject.series)) or not words.isdisjoint(word_set("stock.words"))
