"""A text as it came and as it is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from shandong_econ.grids import Grid
from shandong_econ.model import Language
from shandong_econ.parsing.clean import clean
from shandong_econ.parsing.split import Paragraph, language_of, paragraphs


class Source(NamedTuple):
    """A text as it came and as it is read: cleaned, in lower case, and cut into paragraphs of a language each.

    `tables` are the tables in it, whose rows and captions are no paragraphs; `lines` are paragraphs and captions.
    """

    text: str
    cleaned: str
    lower: str
    language: Language
    paragraphs: list[Paragraph]
    tables: Sequence[Grid] = ()
    lines: Sequence[Paragraph] = ()

    @classmethod
    def of(cls, text: str, language: Language | None, tables: Sequence[Grid] = ()) -> Source:
        """A text got ready; its language is found where `language` is None, English where it has none."""
        cleaned = clean(text)
        main = language or language_of(cleaned) or "en"
        tongues = [(start, end, language_of(cleaned[start:end]) or main) for start, end in paragraphs(cleaned)]
        bodies = _without(tongues, [(grid.span.start, grid.span.end) for grid in tables])
        over = [(span.start, span.end) for grid in tables for span in (grid.caption, *grid.above) if span is not None]
        return cls(text, cleaned, cleaned.lower(), main, _without(bodies, sorted(over)), tables, bodies)


def _without(paragraphs: Sequence[Paragraph], taken: Sequence[tuple[int, int]]) -> list[Paragraph]:
    """The paragraphs that do not lie in any of the stretches, which are in order."""
    if not taken:
        return list(paragraphs)
    left, at = [], 0
    for start, end, language in paragraphs:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at == len(taken) or end <= taken[at][0]:
            left.append((start, end, language))
    return left
