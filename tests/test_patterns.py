"""No pattern of the package takes more than time in proportion to what it is tried on."""

from __future__ import annotations

import collections
import random
import re
import time
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from tests.patterns import Asked, every_pattern, patterns_of

DOUBLING = 2.5  # times as long may twice the text take
FEW = [round(8 * 1.25**n) for n in range(19)]  # characters, so close that what tries all ways is found before it hangs
MANY = (768,)
UNITS = 60  # a pattern
LONGEST = 24  # characters of a unit
HANGS, STEEP = 0.002, 6  # seconds, and times as many as for the text before, that only what tries all ways can take
UNSURE = 0.0003  # seconds, below which no growth is seen
SURE = (1_000, 1_000, 2_000)  # characters, at each of which twice as many must take too long
TOO_LONG = 0.5  # seconds, which no text so short may take
REPEATS = 4

COMMON = (
    "a", "Ab", "Ab ", "ab ", "ab, ", "ab; ", "Ab. ", "1", "1,", " ", ",", ", ", ".", ";", "; ", "-", "'", '"', "“", "”",
    "(", ")", "、", "。", "一", "市", "%", "\n", "\r", "<", "\\",
)  # fmt: skip
_ESCAPES = re.compile(r"\\[A-Za-z]|\(\?(?:P<\w+>|<?[=!:]|[-a-z]+:)|\{\d*,?\d*\}")
_WRITTEN = re.compile(r"[^\W\d_]+ ?|[^\w\s\\[\](){}|?*+^$]+")

HANDED_ON = {"shandong_econ.model.concepts": "to `_coded`, which matches codes from their beginning"}
"""Modules whose patterns are used where no name tells how, and are never searched for."""
LEAST = 300  # patterns: there are more

Trial = tuple[str, str, str]
"""What a text begins with, what is repeated in it, and what it ends with."""


def trials(pattern: str, drawn: random.Random) -> Iterator[Trial]:
    """Texts of one repeated unit each: of what the pattern has, in its order or in any, and of common characters."""
    own = _WRITTEN.findall(_ESCAPES.sub(" ", pattern)) or [""]
    marks = sorted({char for word in own for char in word if not char.isalnum()})
    atoms = [*drawn.sample(own, min(len(own), UNITS)), *marks, *COMMON]
    for _ in range(UNITS):
        count, first = drawn.choice((1, 1, 1, 2, 3, 4)), drawn.randrange(len(own))
        some = drawn.choice((own[first : first + count], drawn.choices(atoms, k=count), drawn.choices(atoms, k=count)))
        ends = ("", "\0", drawn.choice(atoms), some[0])
        yield drawn.choice(ends), "".join(some)[:LONGEST] or "a", drawn.choice(ends)


def seconds(asked: Asked, trial: Trial, size: int) -> float:
    """The time of this thread that a pattern takes for a text of so many characters."""
    lead, unit, tail = trial
    text: Any = lead + unit * max(1, size // len(unit)) + tail
    if isinstance(asked.pattern.pattern, bytes):
        text = text.encode("utf-8", "replace")
    begun = time.thread_time()
    if asked.searches:
        collections.deque(asked.pattern.finditer(text), maxlen=0)
    else:
        asked.pattern.match(text)
    return time.thread_time() - begun


def grows(asked: Asked, trial: Trial) -> bool:
    """Whether a pattern takes ever longer for each character: looked at once, and in doubt again."""
    last = 0.0
    for size in (*FEW, *MANY):
        now = seconds(asked, trial, size)
        steep = max(HANGS, last * STEEP)
        if now > TOO_LONG or (now > steep and min(seconds(asked, trial, size) for _ in range(2)) > steep):
            return True
        last = now
    once, twice = (seconds(asked, trial, size) for size in (SURE[0], 2 * SURE[0]))
    return twice > UNSURE and twice > once * DOUBLING and all(_doubles(asked, trial, size) for size in SURE)


def _doubles(asked: Asked, trial: Trial, size: int) -> bool:
    """Whether twice so many characters take too long, by the least times of some, each beside the other."""
    times = [(seconds(asked, trial, size), seconds(asked, trial, 2 * size)) for _ in range(REPEATS)]
    return min(twice for _, twice in times) > DOUBLING * min(once for once, _ in times)


def slow(asked: Asked) -> Trial | None:
    """A text for which a pattern takes ever longer, of those that are drawn for it, the same on every run."""
    source = asked.pattern.pattern
    written = source.decode("latin-1") if isinstance(source, bytes) else source
    return next((trial for trial in trials(written, random.Random(ascii(source))) if grows(asked, trial)), None)


@pytest.mark.no_cover  # times are taken
def test_every_pattern_takes_time_in_proportion() -> None:
    """Each place of the sources that asks for a pattern is seen, and twice the text takes none of them much longer."""
    every, missing = every_pattern()
    assert missing == []
    assert len(every) > LEAST
    tried = [attrs.evolve(one, searches=False) if one.place.split(":")[0] in HANDED_ON else one for one in every]
    found = {one.place: (one.pattern.pattern, trial) for one in tried if (trial := slow(one)) is not None}
    assert found == {}


def test_no_pattern_hangs_on_the_hash_seed() -> None:
    """A pattern made of a set is the same in every process: an unsorted "^" had come first and turned one round."""
    assert patterns_of("1") == patterns_of("9")


@pytest.mark.no_cover  # times are taken
@pytest.mark.parametrize(
    ("pattern", "searches"),
    [
        (r"(?:[^;.\d]{1,80};\s*)*and\b", False),
        (r"(?:[.!?]+[”\"')\]]*(?=\s)|[;；。])\s*", True),
        (rb"\s*(?:<!--.*?-->\s*)*<(?:html|body)\b", False),
        (r"\s*[(（]([^()（）]{1,20})[)）]\s*\Z", True),
        (r"\b[A-Z][\w'’-]+ (?:(?:[A-Z][\w'’-]+|and) ){0,4}(?:Area|Zone)\b", True),
    ],
)
def test_what_grows_is_found(pattern: Any, searches: bool) -> None:
    """Patterns that the package once had, and that take ever longer, are found out by what is drawn for them."""
    assert slow(Asked("once", re.compile(pattern, re.DOTALL), searches)) is not None
