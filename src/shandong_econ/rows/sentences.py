"""The sentences of a text, for showing and searching; what the parser takes for one is its own matter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from shandong_econ.model import Span

SENTENCE_END = re.compile(
    r"[。！？!?]+[”’」』\"')）]*"
    r"|(?<![A-Z])\.[”\"')]*(?=\s+[A-Z“\"(])"  # not the points of U.S., nor that of 4.5
    r"|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+"
)
"""Where a sentence ends, with the quotation marks and brackets that close there, or a line."""


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text in their order, without the space around them.

    >>> text = "山东增长4.5%。U.S. sales rose. Coal fell"
    >>> [span.cut(text) for span in sentences(text)]
    ['山东增长4.5%。', 'U.S. sales rose.', 'Coal fell']
    """
    start = 0
    for end in [*(match.end() for match in SENTENCE_END.finditer(text)), len(text)]:
        piece = text[start:end]
        if stripped := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            yield Span(first, first + len(stripped))
        start = end


def sentence_at(found: Sequence[Span], place: Span | None) -> int | None:
    """Which of the sentences a place begins in, counted from 0; None if in none."""
    if place is None:
        return None
    index = bisect_right(found, place.start, key=lambda span: span.start) - 1
    return index if index >= 0 and place.start < found[index].end else None
