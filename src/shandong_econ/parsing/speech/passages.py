"""A paragraph as the search for speech sees it: sentences, quotations, and what was found to be said in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from shandong_econ.parsing.speech.quotations import Quotation
from shandong_econ.parsing.speech.speakers import Mention, Place
from shandong_econ.parsing.split import LONGEST_SENTENCE, sentences

_FULL_STOPS = " 。.;；,，"


class Passage(NamedTuple):
    """The paragraph from `start` to `end`; `hushed` is the whole text with the words of quotations blotted out."""

    text: str
    hushed: str
    start: int
    end: int
    language: str
    quotations: tuple[Quotation, ...]

    def sentences(self) -> list[Place]:
        """Where its sentences stand, semicolons and all, but for those that are too long to be prose."""
        found: list[Place] = []
        for start, end, opens in sentences(self.hushed, self.start, self.end, self.language):
            if opens or not found or end - found[-1][0] > LONGEST_SENTENCE:
                found.append((start, end))
            else:
                found[-1] = (found[-1][0], end)
        return [(self.past_spaces(start, end), end) for start, end in found]

    def past_spaces(self, start: int, end: int) -> int:
        """The first place from `start` that is no space."""
        while start < end and self.hushed[start].isspace():
            start += 1
        return start

    def back(self, start: int, at: int) -> int:
        """The place after the last character before `at` that is no space."""
        while at > start and self.hushed[at - 1].isspace():
            at -= 1
        return at

    def trimmed(self, start: int, end: int) -> Place:
        """A stretch without the space and commas around it and the full stop at its end."""
        while start < end and (self.hushed[start].isspace() or self.hushed[start] in ",，"):
            start += 1
        while end > start and (self.hushed[end - 1] in _FULL_STOPS or self.hushed[end - 1].isspace()):
            end -= 1
        return start, end

    def quotation_before(self, at: int, between: str) -> Quotation | None:
        """The quotation that ends before `at` with nothing but space and marks from `between` after it."""
        end = at
        while end > self.start and (self.hushed[end - 1].isspace() or self.hushed[end - 1] in between):
            end -= 1
        index = bisect_left(self.quotations, end, key=lambda quotation: quotation.end)
        return self.quotations[index] if index < len(self.quotations) and self.quotations[index].end == end else None

    def quotation_at(self, at: int) -> Quotation | None:
        """The quotation that opens at this place."""
        index = bisect_left(self.quotations, at, key=lambda quotation: quotation.start)
        return self.quotations[index] if index < len(self.quotations) and self.quotations[index].start == at else None


class Attribution(NamedTuple):
    """Words that say who said what: the quotations and the clause that the speaker is given, and where it all ends.

    `until` is None where the rest of the sentence is taken. `goes_on` tells whether the next sentences may go on with
    the speech without naming the speaker again.
    """

    speaker: Mention | None
    quotations: Sequence[Quotation] = ()
    clause: Place | None = None
    goes_on: bool = False
    is_promise: bool = False
    until: int | None = None


def reported(passage: Passage, speaker: Mention | None, start: int, end: int) -> Attribution | None:
    """What a speaker is said to tell in a stretch of a sentence; None of nobody or of nothing."""
    clause = passage.trimmed(start, end)
    return Attribution(speaker, clause=clause) if speaker is not None and clause[0] < clause[1] else None
