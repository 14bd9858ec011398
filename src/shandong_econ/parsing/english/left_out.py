"""How many are left out of what is told of all: "output rose in all but | nine | of the 38 branches"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.model import Measure
from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.series import NO_SERIES
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def leave_out(lead: Sequence[Token], reading: Reading) -> None:
    """Takes a number that is left out of all for a count of those of which something else is told."""
    said = " ".join(token.word for token in lead[-LONGEST_PHRASE:]).split(" ")
    if reading.unit not in COUNTED or " ".join(said[-LONGEST_PHRASE:]) not in word_set("left_out.words"):
        return
    reading.measure, reading.comparison, reading.sign = Measure.LEVEL, None, 1
    reading.subject = attrs.evolve(reading.subject, series=NO_SERIES)


LONGEST_PHRASE = 2  # words of "all but"
