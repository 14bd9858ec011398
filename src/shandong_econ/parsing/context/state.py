"""All that was told up to a place in a text: a frozen value that each clause and each figure gives anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Period, Status
from shandong_econ.parsing.clauses import Clause
from shandong_econ.parsing.context.comparisons import Comparisons
from shandong_econ.parsing.context.places import Places
from shandong_econ.parsing.context.plans import Plans
from shandong_econ.parsing.context.subjects import Subjects
from shandong_econ.parsing.context.times import Times
from shandong_econ.parsing.grammar.classes import FILL, FORECAST, OF_WHICH, SEMI, TARGET, THAN
from shandong_econ.parsing.lexing.tokens import Sentence
from shandong_econ.parsing.told import Reading, Told


class Context(NamedTuple):
    """What was told of time, place, subject, comparison and plans, and how the next words stand to it."""

    times: Times
    places: Places = Places()
    subjects: Subjects = Subjects()
    comparisons: Comparisons = Comparisons()
    plans: Plans = Plans()
    opens: bool = True
    """Whether no figure of the sentence has been told yet."""
    opens_paragraph: bool = True
    heard: tuple[tuple[Sentence, Sequence[Clause]], ...] = ()
    """What this sentence and the one before it begin with."""

    def hears(self, sentence: Sentence, zone: Sequence[Clause]) -> Context:
        """The context after the clauses before a figure, or at the end of a sentence."""
        times, places, comparisons, plans = self.times, self.places, self.comparisons, self.plans
        is_new = not self.heard or self.heard[-1][0] is not sentence
        heard = (*self.heard[-1:], (sentence, zone)) if is_new else self.heard
        if comparisons.heard is not None:
            comparisons = comparisons._replace(heard=None)
        opens = still_opens = self.opens
        if opens and self.opens_paragraph and places.scene is not None:
            first = zone[0]
            if first.times and not first.places and first.holder is None:
                places = places._replace(scene=None)  # with a time alone a paragraph leaves the scene of those before
        behind_topic = False
        for clause in zone:
            leads = opens or behind_topic
            if clause.times or times.listed or (clause.mark and times.clause is not None):
                times = times.hears(clause, opens=leads)
            if clause.places or clause.phrases or clause.holder or OF_WHICH in clause.classes:
                heads = opens and self.opens_paragraph
                places = places.hears(sentence.text, clause, opens=opens, leads=leads, opens_paragraph=heads)
            if clause.comparison is not None:
                comparisons = comparisons.hears(clause, opens=opens)
            elif opens and THAN in clause.classes:
                comparisons = comparisons.holds_against(clause)
            if TARGET in clause.classes or FORECAST in clause.classes or clause.mark == SEMI:
                plans = plans.hears(clause, sentence.language)
            if clause.mark == SEMI:
                opens = still_opens = False
            elif opens and clause.phrases and clause.classes[-1] != FILL:  # 记者从国家能源集团获悉 tells no more
                opens = sentence.text.endswith(word_list("zh", "event.told"), clause.start, clause.end)
                behind_topic = sentence.text.endswith(word_list("zh", "event.topics"), clause.start, clause.end)
        return Context(times, places, self.subjects, comparisons, plans, still_opens, self.opens_paragraph, heard)

    def after(self, readings: Sequence[Reading]) -> Context:
        """The context after the figures that one shape took."""
        comparisons = self.comparisons
        for one in readings:
            if one.comparison is not None:
                comparisons = comparisons.after(one.comparison, one.measure, one.subject.series.base)
        last = readings[-1].frame
        times, tail = self.times, None if last.side in ("old", "other") else last.tail  # what was before is a base
        if tail is not None and tail.times:
            times = times.hears_tail(tail, opens=self.opens_paragraph)
        subjects, where = self.subjects.after(readings), readings[-1].subject.area or readings[0].subject.area
        places = self.places
        if "who" in last.slots:
            places = places._replace(sentence=readings[-1].area)
        if where is not None and last.language == "en" and where.start < last.figure.start:
            heads = where if self.opens_paragraph and self.opens else places.paragraph
            places = places._replace(sentence=where, paragraph=heads)  # in the part of it that its shape took
        told = times, places, subjects, comparisons, self.plans
        return Context(*told, opens=False, opens_paragraph=self.opens_paragraph, heard=self.heard)

    def begins_sentence(self, *, opens_paragraph: bool) -> Context:
        """The context as a sentence begins."""
        comparisons, plans = self.comparisons, self.plans
        if comparisons.sentence or comparisons.heard or comparisons.base:
            comparisons = comparisons._replace(sentence=None, heard=None, base=None)
        plans = plans if plans.sentence is None else plans._replace(sentence=None)
        times = self.times.begins_sentence(told=not self.opens)
        told = times, self.places.begins_sentence(), self.subjects.begins_sentence()
        return Context(*told, comparisons, plans, opens=True, opens_paragraph=opens_paragraph, heard=self.heard)

    def begins_plans(self, paragraph: str) -> Context:
        """The context as a paragraph begins: after a review of a year, plans are for this one."""
        plans, times = self.plans.begins(paragraph), self.times
        told = times.section or times.document
        if plans.section is Status.T and told is not None and times.calendar.is_gone(told.value):
            times = times._replace(section=Told(Period.of(times.calendar.this_year)))
        return self if plans is self.plans and times is self.times else self._replace(plans=plans, times=times)

    def begins_paragraph(self, *, opens_section: bool) -> Context:
        """The context as a paragraph begins."""
        comparisons = self.comparisons
        if comparisons.paragraph is not None or comparisons.stated is not None:
            comparisons = comparisons._replace(paragraph=None, stated=None, grown=None)
        places = self.places.begins_paragraph(opens_section=opens_section)
        told = self.times.begins_paragraph(), places, self.subjects.begins_paragraph()
        return Context(*told, comparisons, self.plans, self.opens, self.opens_paragraph, self.heard)
