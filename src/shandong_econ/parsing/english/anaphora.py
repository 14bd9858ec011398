"""Which items of the list before a phrase such as "the former" or "the first two" goes back to."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.resolving.readings import Reading


def side_of(subjects: Sequence[str]) -> int:
    """-1 where the last of the subjects goes back to the first of two things, 1 where to the last, 0 otherwise."""
    bare = " ".join(w for w in "".join(subjects[-1:]).lower().split() if w not in word_set("pronoun.articles"))
    return (bare in word_set("back.last")) - (bare in word_set("back.first"))


def gone_back_to(words: str, listed: Sequence[Reading], count: int) -> Sequence[Reading]:
    """The `count` figures of the list before for whose subjects these words stand, if they stand for any."""
    bare = " ".join(w for w in words.lower().split() if w not in word_set("pronoun.articles"))
    if not bare or len(listed) < max(2, count):
        return ()
    if bare in word_set("back.first"):
        return listed[:count]
    if bare in word_set("back.last"):
        return listed[-count:]
    return listed if bare in word_set("back.all") and len(listed) == count else ()


def told_last(recent: Sequence[Reading], count: int) -> Sequence[Reading]:
    """The figures that told last of `count` things, each of which may have several."""
    found: list[Reading] = []
    for reading in reversed(recent):
        if all(reading.subject != one.subject or reading.area != one.area for one in found):
            found.append(reading)
        if len(found) == count:
            break
    return found[::-1]
