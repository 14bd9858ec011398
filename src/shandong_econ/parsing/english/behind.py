"""What stands behind a figure: "of it", "were newly registered", "a year"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.words import Words, word_set
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token


def after_of_it(trail: Sequence[Token]) -> Sequence[Token]:
    """The words after "of it" or "of them" behind a share, none where it is of something else."""
    for n in (1, 2):
        if " ".join(token.word for token in trail[:n]) in word_set("back.of_it"):
            return trail[n:]
    return ()


def is_new(words: Words, trail: Sequence[Token]) -> bool:
    """Whether what was counted is said to be new: "were newly registered"."""
    near = any(token.word.split(" ")[0] in word_set("newly.words") for token in trail[1:3])
    return near and name_series_english(f"new {words.scene.subject.label}", None).code is not None


def is_yearly(trail: Sequence[Token]) -> bool:
    """Whether "a year" follows a figure."""
    return any(" ".join(t.word for t in trail[:n]) in word_set("averaging.yearly") for n in (1, 2))
