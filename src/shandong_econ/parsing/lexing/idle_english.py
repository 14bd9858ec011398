"""English numbers that measure nothing: they number a paragraph or a thing, tell the hour, or stand in a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.folders import read_toml
from shandong_econ.lexicon.words import either, word_list
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.number_words import MULTIPLES
from shandong_econ.parsing.grammar.classes import BARE


def is_idle(text: str, lower: str, figure: Figure, cls: str, words: Sequence[tuple[int, int]], i: int) -> bool:
    """Whether a number measures nothing; `cls` is its class, and `words[i]` the word with which it begins."""
    before = lower[slice(*words[i - 1])] if i else ""
    if before in (".", ":") and i > 1:
        before = lower[slice(*words[i - 2])]  # No. 27, Notes: 1.
    if figure.endless or before == "=" or (before == "[" and lower[figure.end : figure.end + 1] == "]"):
        return True
    if i and figure.is_word and text[figure.start].isupper() and text[figure.end + 1 : figure.end + 2].isupper():
        return True  # the Ten Thousand Mu Field
    if figure.is_word and before in word_list("en", "numeral.vague") and lower.startswith(_multiples(), figure.start):
        return True  # several hundred, a couple of dozen
    if before in _words("inside") and lengths_of_time().match(lower, figure.start) is not None:
        return True
    return cls == BARE and (
        before in _words("numbered")
        or ((numbering := _NUMBERING.match(text, words[0][0])) is not None and figure.start < numbering.end())
        or text[figure.start - 1 : figure.start] in _QUOTES
        or _JOINED.match(text, figure.number_end) is not None
        or _tells_hour(text, figure)
        or (before == "," and lower.startswith(_behind_age(), figure.end))
        or (figure.is_word and figure.value == 1 and not figure.power)
        or _plan().match(lower, figure.start) is not None
    )


def lists_on(text: str, figure: Figure, passed: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a number goes on with one that measures nothing: see tables 7 and 45."""
    linked = bool(passed) and text[passed[-1][1] : figure.start].strip() in word_list("en", "link.list")
    return linked and not figure.power and not text[figure.end + 1 : figure.end + 2].isalpha()


_NUMBERING = re.compile(r"\d{1,2}(?:[-–.]\d{1,2}){1,2} +(?=[A-Z])")
"""What numbers the heading that it opens: "7-6 Output of Coal"."""
_QUOTES = frozenset("“”\"'")
_JOINED = re.compile(r"-(?!plus\b|odd\b|some\b)[A-Za-z]{2}|\.[A-Z]")  # 12-inch wafers, 600884.SH


@cache
def _behind_age() -> tuple[str, ...]:
    """What stands behind how old somebody is, put in between two commas: Li Na, 56, a welder."""
    return tuple(f", {article} " for article in word_list("en", "articles.words"))


def _tells_hour(text: str, figure: Figure) -> bool:
    """Whether it is part of a time of day: 8:30 am, 16:47:30+08:00."""
    return (
        _HOUR_HEAD.match(text, figure.start) is not None
        or _HOUR_TAIL.search(text[max(0, figure.start - _HOUR) : figure.number_end]) is not None
    )


_HOUR_HEAD = re.compile(r"\+?[0-2]?\d:[0-5]\d(?![\d:.])")
_HOUR = 4  # characters before the minutes: +08:
_HOUR_TAIL = re.compile(r"(?<![\d:.])\+?[0-2]?\d:[0-5]\d\Z")


@cache
def _multiples() -> tuple[str, ...]:
    return tuple(word for role in MULTIPLES.values() for word in word_list("en", role))


@cache
def lengths_of_time() -> re.Pattern[str]:
    """A number of days, months or years, and the word for them, which compares none with itself: 2 year on year."""
    against = either(word_list("en", "numeral.against"))
    return re.compile(rf"[\w.,]+?[ -]({either(_words('lengths'))})\b(?![ -](?:{against})[ -]\1\b)")


@cache
def _plan() -> re.Pattern[str]:
    """A number that only says how long a plan or its like is: a five year plan."""
    return re.compile(rf"[\w.,]+?[ -](?:{either(_words('lengths'))}) (?:{either(_words('long'))})\b")


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(read_toml("en/classes.toml")["idle"][part])
