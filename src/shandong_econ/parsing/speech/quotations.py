"""Where a text has quotation marks: what stands between them, and the text with it hushed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_MARKS = re.compile('[“”"「」『』]')
_CLOSED_BY = {"“": "”", "「": "」", "『": "』"}
CLOSING = frozenset('”」』"')
_ENDS = frozenset("。！？!?.…，,;；")  # what a writer puts before the closing mark where the words are a speaker's
HUSHED = "\uffff"


class Quotation(NamedTuple):
    """Words between quotation marks: `text[start:end]` has the marks, `text[first:last]` the words alone."""

    start: int
    end: int
    first: int
    last: int

    def is_closed_as_speech(self, text: str) -> bool:
        """Whether punctuation stands before the closing mark, as after what somebody said."""
        return self.first < self.last and text[self.last - 1] in _ENDS


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """The outermost quotations of each paragraph.

    One without a closing mark, after which the next paragraph opens with a mark too, ends with its paragraph.
    """
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        mark = _MARKS.search(text, start, end)
        if mark is None:
            continue
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        runs_on = following is not None and text[following] == text[start] and text[start] in _CLOSED_BY
        found.extend(_in_paragraph(text, mark.start(), end, start if runs_on else None))
    return found


def _in_paragraph(text: str, start: int, end: int, runs_on_from: int | None) -> list[Quotation]:
    found: list[Quotation] = []
    open_marks: list[int] = []
    waiting = dict.fromkeys(("”", "」", "』", '"'), 0)
    for match in _MARKS.finditer(text, start, end):
        at, mark = match.start(), match[0]
        if mark in _CLOSED_BY:
            open_marks.append(at)
            waiting[_CLOSED_BY[mark]] += 1
        elif waiting[mark]:
            opened = _close(text, mark, open_marks, waiting)
            while found and found[-1].start > opened:
                found.pop()
            found.append(Quotation(opened, at + 1, opened + 1, at))
        elif mark == '"' and _can_open(text, at, end):
            open_marks.append(at)
            waiting[mark] += 1
    if runs_on_from is not None and open_marks and open_marks[0] == runs_on_from:
        return [Quotation(runs_on_from, end, runs_on_from + 1, end)]
    return found


def _close(text: str, mark: str, open_marks: list[int], waiting: dict[str, int]) -> int:
    """Where the last open mark of this kind stands; those opened after it and never closed are forgotten."""
    while True:
        at = open_marks.pop()
        closing = _CLOSED_BY.get(text[at], text[at])
        waiting[closing] -= 1
        if closing == mark:
            return at


def _can_open(text: str, at: int, end: int) -> bool:
    """Whether a straight mark opens: something follows it at once, and it is no sign of inches or seconds."""
    return (
        at + 1 < end and not text[at + 1].isspace() and not (at and text[at - 1].isascii() and text[at - 1].isalnum())
    )


def hush(text: str, quotations: Iterable[Quotation]) -> str:
    """The text, character for character, with the quoted words blotted out but for the mark that ends them."""
    parts: list[str] = []
    at = 0
    for quotation in quotations:
        last = quotation.last - 1 if quotation.is_closed_as_speech(text) else quotation.last
        parts += (text[at : quotation.first], HUSHED * (last - quotation.first))
        at = last
    return "".join((*parts, text[at:])) if parts else text
