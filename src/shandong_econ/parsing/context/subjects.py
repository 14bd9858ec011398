"""What is measured: the subjects told so far, and the words of a clause that name one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from shandong_econ.lexicon.words import word_list, word_table
from shandong_econ.model import Measure
from shandong_econ.parsing.clauses import Phrase
from shandong_econ.parsing.finding.series import NO_SERIES, WHOLES, Series, is_total
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AREA, OF_WHICH
from shandong_econ.parsing.naming import named
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT
from shandong_econ.parsing.told import Reading, Subject

if TYPE_CHECKING:
    from shandong_econ.parsing.context.state import Context


class Subjects(NamedTuple):
    """The subjects told so far.

    `current` is the last; `main` the last that was no part of another (其中); `base` the concept of the series told, of
    which a part may be named alone; `owner` those who were counted last and may have what is told next.
    """

    current: Subject = Subject()
    main: Subject = Subject()
    base: str | None = None
    owner: str = ""
    unit: str | None = None
    """The unit in which the last amount was told that has a word for its unit."""
    last: Reading | None = None
    just: Reading | None = None
    """The figure that the sentence told last."""
    sentence: tuple[Reading, ...] = ()
    before: tuple[Reading, ...] = ()
    """What the sentence before told."""
    listed: str = ""
    """The last list that the sentence before told behind its figures."""
    topic: Subject | None = None
    """The series that the sentence before began with, if that told no figure."""

    def after(self, readings: Sequence[Reading]) -> Subjects:
        """The subjects after the figures that one shape took."""
        last = readings[-1]
        subject, told = last.subject, self.sentence[-_RECENT:] + tuple(readings)
        goes_on = self.current is not self.main and subject.label == self.current.label and not last.frame.own.phrases
        main = self.main if last.frame.parts or goes_on else subject
        base = subject.series.base if subject.series.base is not None and not last.frame.parts else self.base
        if last.frame.language == "en" and last.unit in COUNTED and last.measure is Measure.LEVEL:
            base = self.base  # those counted leave open what is told of them next
        owner = self.owner
        if last.unit == "NUM" and subject.label.endswith(word_list(last.frame.language, "goes_on.owners")):
            owner = subject.label.removeprefix(word_list(last.frame.language, "count.new")[0])
        unit = self.unit
        for one in readings:
            if one.measure in _AMOUNTS:
                unit = self.unit if one.figure.unit is None or one.figure.unit in IN_PERCENT else one.figure.unit
        return Subjects(subject, main, base, owner, unit, last, last, told, self.before)

    def begins_sentence(self) -> Subjects:
        """The subjects as a sentence begins: what was last told as a part gives way to its whole."""
        if self.current is self.main and not self.sentence:
            return self
        alike = not self.sentence or self.sentence[0].subject.series is self.main.series
        main = self.main if alike or self.sentence[0].frame.language == "zh" else self._topic()
        return Subjects(main, main, self.base, self.owner, self.unit, self.last, None, (), self.sentence, self.listed)

    def _topic(self) -> Subject:
        """The whole of which a sentence told several, else the last of them; of parts without their whole, none."""
        told = several(self.sentence)
        if len(told) <= 1:
            return self.main
        bases = [(one.base, WHOLES.get(one.base)) for one in told]
        for whole in (one.subject for one in (*self.before, *self.sentence) if one.subject.series.code is not None):
            if is_total(whole.series.breakdown) and all(whole.series.base in one for one in bases):
                return whole
        are_parts = len({whole or base for base, whole in bases}) == 1
        return self.main._replace(series=NO_SERIES) if are_parts else self.main

    def begins_paragraph(self) -> Subjects:
        """The subjects as a paragraph begins."""
        return self._replace(owner="") if self.owner else self


def several(told: Sequence[Reading]) -> set[Series]:
    """The series with codes that were told, but for those told as parts."""
    return {one.subject.series for one in told if one.subject.series.code is not None and not one.frame.parts}


_RECENT = 100  # figures of a sentence that are remembered: one of more is no prose
_AMOUNTS = frozenset((Measure.LEVEL, Measure.CHANGE, Measure.GAP))

Choice = tuple[Subject, ...]


def run_of(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The list of phrases that ends with the last, or that alone."""
    run = list(phrases[-1:])
    for one in reversed(phrases[:-1]):
        if not run or not run[0].listed:
            break
        run.insert(0, one)
    return run


def text_of(frame: Frame, one: Phrase) -> str:
    """The words of a noun phrase."""
    return frame.sentence.text[one.start : one.end]


def words_before(frame: Frame) -> str:
    """The last noun phrase before a figure in its clause, "" if there is none."""
    phrases = frame.own.phrases
    return text_of(frame, phrases[-1]) if phrases else ""


def place_of(frame: Frame) -> tuple[int, int]:
    """Where that noun phrase stands; of a figure without one, where its shape does."""
    phrases = frame.own.phrases
    return (phrases[-1].start, phrases[-1].end) if phrases else (frame.start, frame.end)


def base_told(frame: Frame, context: Context) -> str | None:
    """The concept of the whole that a share or a contribution is of, which is that of its part too, else the last."""
    first, end = frame.slots.get("whole", (0, 0)) if frame.measure in OF_WHOLES else (0, 0)
    while first < end and frame.sentence.classes[first] == AREA:
        first += 1  # 全县经济
    whole = frame.sentence.said(first, end) if first < end else ""
    return (name_series(whole, None).base if whole else None) or context.subjects.base


OF_WHOLES = ("share", "contribution", "contribution_rate")


def name_of(frame: Frame, start: int, end: int, context: Context, deed: int | None = None) -> Subject | None:
    """What a stretch of the sentence names, with the verb before it in its label."""
    text = frame.sentence.text
    name = text[start:end]
    told = start if deed is None else deed
    counts = frame.figure.unit in COUNTED and OF_WHICH not in frame.own.classes
    base = None if counts else base_told(frame, context)
    if base and context.subjects.current.series.code is None and name in word_list("zh", "bare.of_any"):
        base = None
    subject = named(frame.language, name, text[told:end], base)
    if subject is None:
        return None
    series = subject.series
    alone = base != series.base and f"{base} {name}" not in word_table("zh", "in_short")
    if alone and frame.measure in ("level", "change") and name in word_list("zh", "bare.of_projects"):
        series = NO_SERIES
    return Subject(subject.label, series, told, end)
