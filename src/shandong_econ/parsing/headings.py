"""Which paragraphs are headings: lines that are no sentences."""

from __future__ import annotations

import re

_LONGEST = {"en": 60, "zh": 60}  # characters
LONGEST_TITLE = {"en": 180, "zh": 80}
"""Characters of the longest title, by its language."""
_STOPS = re.compile(r"[。！？!?；;]|[.](?=\s|$)")
_NUMBERING = re.compile(r"(?:\d{1,2}|[IVX]{1,5})\. ")
_GOES_ON = frozenset("。.;；，,")


def is_heading(text: str, start: int, end: int, language: str, *, is_title: bool) -> bool:
    """Whether a paragraph of cleaned text heads what follows, but for a bracket at its end; a title may be long."""
    if text[end - 1] == ")" and (opened := text.rfind("(", start, end)) > start:
        end = opened
    numbered = _NUMBERING.match(text, start, end)
    longest = (LONGEST_TITLE if is_title else _LONGEST)[language]
    body = start if numbered is None else numbered.end()
    return end - start <= longest and text[end - 1] not in _GOES_ON and not _STOPS.search(text, body, end - 1)
