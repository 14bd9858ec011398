"""The sentence that a figure was read from, and where in it the figure stands."""

from __future__ import annotations

import attrs

from shandong_econ.model import Observation, Report, Span
from shandong_econ.rows import sentence_at, sentences

LONGEST = 300
"""Characters of a sentence that are shown; of a longer one those round the figure."""
_REACH = 2 * LONGEST  # characters before and after a figure among which its sentence is looked for
_MARGIN = 40  # characters that are shown after a figure in a sentence that is cut, if there are as many


@attrs.frozen
class Sentence:
    """A sentence or the middle of a long one; `text[start:end]` is the figure in it.

    `place` is where the sentence stands in the text of the report, and `cut_before` and `cut_after` say whether more
    of it stands there before and after.
    """

    text: str
    start: int
    end: int
    place: Span
    cut_before: bool = False
    cut_after: bool = False


def sentence(report: Report, observation: Observation) -> Sentence | None:
    """The sentence of a figure, in time that does not grow with the text; None for a figure that stands nowhere in it.

    >>> from decimal import Decimal
    >>> figure = Observation(value=Decimal("4.5"), span=Span(15, 19))
    >>> told = sentence(Report(text="Coal fell. GDP 4.5% up. Prices rose."), figure)
    >>> told.text, told.text[told.start : told.end]
    ('GDP 4.5% up.', '4.5%')
    """
    span, text = observation.span, report.text
    if span is None or span.start >= min(span.end, len(text)):
        return None
    offset = max(0, span.start - _REACH)
    near = text[offset : span.start + _REACH]
    found = list(sentences(near))
    index = sentence_at(found, Span(span.start - offset, span.start - offset))
    if index is None:
        return None
    whole = Span(found[index].start + offset, found[index].end + offset)
    shown = _shown(whole, span)
    return Sentence(
        text=shown.cut(text),
        start=span.start - shown.start,
        end=min(span.end, shown.end) - shown.start,
        place=shown,
        cut_before=shown.start > whole.start or (index == 0 and offset > 0 and whole.start == offset),
        cut_after=shown.end < whole.end or (index == len(found) - 1 and whole.end == offset + len(near) < len(text)),
    )


def _shown(whole: Span, figure: Span) -> Span:
    """As much of a sentence as is shown: from its start, or else from where the figure is still in it."""
    if whole.end - whole.start <= LONGEST:
        return whole
    needed = min(figure.end + _MARGIN, figure.start + LONGEST, whole.end)
    start = max(whole.start, needed - LONGEST)
    return Span(start, min(whole.end, start + LONGEST))
