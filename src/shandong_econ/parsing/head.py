"""What stands over a text: its title, its byline, where and when it was published, and headings between paragraphs."""

from __future__ import annotations

import re
from datetime import date

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.periods import Calendar, Time, find_times

LONGEST_HEADING = 60
_STOPS = re.compile(r"[。！？!?；;]|[.](?=\s|$)")


@attrs.frozen
class Heading:
    """A line that heads what follows: the time that it names, and whether it is about a plan."""

    time: Time | None
    is_plan: bool


def heading(text: str, start: int, end: int, language: str) -> Heading | None:
    """The heading that a paragraph is, or None where it is a paragraph of sentences."""
    if end - start > LONGEST_HEADING or _STOPS.search(text, start, end - 1) or text[end - 1] in "。.;；，,":
        return None
    times = [time for time in find_times(text, language, start, end) if time.form != "unknown"]
    line = text[start:end].lower()
    return Heading(times[0] if times else None, any(word in line for word in word_list(language, "heading.plan")))


_DATELINE = re.compile(r"^.{2,70}?(?:--|—|–| - )\s*")
_PLACE = re.compile(r"[A-Z][A-Z'’ .]{2,}")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the sentence begins after a dateline such as "NANJING, Oct. 25 (Xinhua) --"."""
    match = _DATELINE.match(text[start : min(end, start + 90)])
    if match is None or _PLACE.match(match[0]) is None:
        return start
    return start + match.end()
