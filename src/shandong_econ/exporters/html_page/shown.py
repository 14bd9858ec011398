"""What a section of a page shows, and whether it still shows what its data says."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from shandong_econ.rows import seal_of

_TAG = re.compile(r"<[^<>]*>")
_CONTROLS = (("<form", "</form>"), ("<aside", "</aside>"))
"""What the script fills, from a tag at the head of a line to the end: a page saved by a browser has that in it."""


def cut_lines(parts: Iterable[str]) -> list[str]:
    """The lines of some HTML as a reader of the file finds them: the texts in it have line feeds of their own."""
    return [line for part in parts for line in part.split("\n")]


def shown_words(lines: Iterable[str]) -> list[str]:
    """What each line of HTML shows, whatever its tags are and however its words are spaced; controls show nothing."""
    shown = []
    end = ""
    for line in lines:
        end = end or next((close for begin, close in _CONTROLS if line.startswith(begin)), "")
        shown.append("" if end else " ".join(html.unescape(_TAG.sub(" ", line)).split()))
        if end and end in line:
            end = ""
    return shown


def seal_of_shown(lines: Iterable[str]) -> str:
    """The seal of what is shown, however its words are spaced."""
    return seal_of([" ".join(filter(None, shown_words(lines)))])


def first_difference(found: Iterable[str], right: Iterable[str]) -> tuple[int, str, str] | None:
    """The first line, from 0, that shows other than it should, with what it shows and what it should; None if none."""
    theirs, ours = shown_words(found), shown_words(right)
    longest = max(len(theirs), len(ours))
    theirs += [""] * (longest - len(theirs))
    ours += [""] * (longest - len(ours))
    return next(((at, one, two) for at, (one, two) in enumerate(zip(theirs, ours, strict=True)) if one != two), None)
