"""All that was told up to a place in a text: a frozen value that each clause and each figure gives anew."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.parsing.clauses import Clause
from shandong_econ.parsing.context.comparisons import Comparisons
from shandong_econ.parsing.context.places import Places
from shandong_econ.parsing.context.plans import Plans
from shandong_econ.parsing.context.subjects import Subjects
from shandong_econ.parsing.context.times import Times
from shandong_econ.parsing.context.told import Reading


@attrs.frozen
class Context:
    """What was told of time, place, subject, comparison and plans, and how the next words stand to it."""

    times: Times
    places: Places = Places()
    subjects: Subjects = Subjects()
    comparisons: Comparisons = Comparisons()
    plans: Plans = Plans()
    opens: bool = True
    """Whether no figure of the sentence has been told yet."""
    opens_paragraph: bool = True

    def hears(self, text: str, zone: Sequence[Clause]) -> Context:
        """The context after the clauses before a figure, or at the end of a sentence."""
        context = attrs.evolve(self, comparisons=attrs.evolve(self.comparisons, heard=None))
        for n, clause in enumerate(zone):
            opens = self.opens and not any(one.phrases for one in zone[:n])
            context = attrs.evolve(
                context,
                times=context.times.hears(clause, opens=opens),
                places=context.places.hears(
                    text, clause, opens=opens, opens_paragraph=opens and self.opens_paragraph, headed=False
                ),
                comparisons=context.comparisons.hears(clause, opens=opens),
                plans=context.plans.hears(text, clause),
            )
        return context

    def after(self, readings: Sequence[Reading]) -> Context:
        """The context after the figures that one shape took."""
        comparisons = self.comparisons
        for one in readings:
            comparisons = comparisons.after(one)
        return attrs.evolve(self, subjects=self.subjects.after(readings), comparisons=comparisons, opens=False)

    def begins_sentence(self, *, opens_paragraph: bool) -> Context:
        """The context as a sentence begins."""
        return attrs.evolve(
            self,
            times=self.times.begins_sentence(),
            places=self.places.begins_sentence(),
            subjects=self.subjects.begins_sentence(),
            comparisons=attrs.evolve(self.comparisons, sentence=None, heard=None),
            plans=attrs.evolve(self.plans, sentence=None),
            opens=True,
            opens_paragraph=opens_paragraph,
        )

    def begins_paragraph(self, *, is_heading: bool) -> Context:
        """The context as a paragraph begins."""
        return attrs.evolve(
            self,
            times=self.times.begins_paragraph(),
            places=self.places.begins_paragraph(is_heading=is_heading),
            subjects=self.subjects.begins_paragraph(),
            comparisons=attrs.evolve(self.comparisons, paragraph=None, years_ago=None),
            plans=attrs.evolve(self.plans, paragraph=None),
        )
