"""How far an English sentence has been read, and what it has said."""

from __future__ import annotations

import attrs

from shandong_econ.parsing.english.asides import Aside
from shandong_econ.parsing.english.other_side import OtherSide
from shandong_econ.parsing.english.said import Said
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene


@attrs.define
class Progress:
    """The words of a sentence, the scene in which they stand, and the figures that were read of them so far.

    `records` are the times of records by where their figures begin, and `asides` what repeats figures, each with that;
    `other` is the place of which the last figure was, where it was set beside the subject.
    """

    tokens: list[Token]
    words: Words
    scene: Scene
    records: dict[int, Time] = attrs.field(factory=dict)
    done: list[Reading] = attrs.field(factory=list)
    asides: list[tuple[Aside, Reading]] = attrs.field(factory=list)
    other: OtherSide | None = None
    said: Said = attrs.field(factory=Said)
