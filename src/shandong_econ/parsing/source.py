"""A text as it came and as it is read."""

from __future__ import annotations

import attrs

from shandong_econ.parsing.clean import clean, in_lower_case
from shandong_econ.parsing.split import language_of, paragraphs


@attrs.frozen
class Source:
    """A text as it came and as it is read: cleaned, in lower case, and cut into paragraphs of a language each."""

    text: str
    cleaned: str
    lower: str
    language: str
    paragraphs: list[tuple[int, int, str]]

    @classmethod
    def of(cls, text: str, language: str | None) -> Source:
        """A text got ready; its language is found where `language` is None, English where it has none."""
        cleaned = clean(text)
        main = language or language_of(cleaned) or "en"
        tongues = [(start, end, language_of(cleaned[start:end]) or main) for start, end in paragraphs(cleaned)]
        return cls(text, cleaned, in_lower_case(cleaned), main, tongues)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each paragraph begins and ends."""
        return [(start, end) for start, end, _ in self.paragraphs]
