"""What is left out of what is told: "rose in all but | nine | of the 38 branches", "with cars excluded, sales rose"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.openings import longest_at
from shandong_econ.parsing.finding.series import NO_SERIES, Series
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def leave_out(words: Words, lead: Sequence[Token], reading: Reading) -> None:
    """Counts those that are left out of all, and takes what is told without a part of it for no series with a code."""
    if reading.unit in COUNTED and _excepts(lead):
        reading.measure, reading.comparison, reading.sign = Measure.LEVEL, None, 1
        reading.subject = attrs.evolve(reading.subject, series=NO_SERIES)
    elif reading.subject.series.code is not None and (part := _part_left_out(words, lead)):
        told, label = reading.subject.series, f"{reading.subject.label} {part}".strip()
        if name_series_english(label, told.base).code != told.code:  # not "excluding rural households"
            reading.subject = words.scene.subject = attrs.evolve(
                reading.subject, label=label, series=Series(None, told.base, None)
            )


def _excepts(lead: Sequence[Token]) -> bool:
    """Whether words end in "all but"."""
    said = " ".join(token.word for token in lead[-LONGEST_PHRASE:]).split(" ")
    return " ".join(said[-LONGEST_PHRASE:]) in word_set("left_out.words")


LONGEST_PHRASE = 2  # words of "all but"


def _part_left_out(words: Words, lead: Sequence[Token]) -> str:
    """The words between commas that leave out a part which they name, or ""."""
    for part in _between_commas(lead):
        said = " ".join(token.word for token in part)
        opening = longest_at(f"{said} ", tuple(f"{word} " for word in word_list("en", "left_out.opens"))).strip()
        ends = part[0].word in word_set("left_out.with") and said.endswith(word_list("en", "left_out.done"))
        named = opening not in word_set("left_out.loose") or any(token.naming is not None for token in part)
        if (opening or ends) and named and word_set("left_out.no_parts").isdisjoint(said.split()):
            return words.phrase(part)
    return ""


def _between_commas(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The pieces before each comma that stand behind the mark, or the "and", before it."""
    start = 0
    for n, token in enumerate(tokens):
        if token.mark == "," and start < n:
            yield tokens[start:n]
        if token.mark or "link.list" in token.roles:
            start = n + 1
