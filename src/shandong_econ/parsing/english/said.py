"""What an English sentence has said that later figures of it leave out."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.model import Comparison, Period
from shandong_econ.parsing.english.deeds import Done
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Mention, Reading, Subject


@attrs.define
class Said:
    """What the sentence has said that later figures leave out: the whole of a count, what a "that" relates to.

    `done` is what a verb beside the figure that is read names, `agent` who did what was told last and `verb` by which
    verb, `looked_back` the comparison and the base of an amount of another time, `owner` who moved what was
    measured, `counts_doer` whether those were counted who do what is told, `head` what a clause is about that begins
    with "of", `clause` the words around the last amount, `stated` whether the figure before told what it is compared
    with, `main` the last that is not of an earlier time by the way ("after a fall of 3 percent in May"), `owned` what
    those who were counted last own, their sales, and the sign of a growth of those,
    `in_parts` whether the last figure was a part "of which" the sentence tells,
    `there` whether things are counted that there are, not that were made,
    `each` the two of whom it tells one after the other,
    `unnamed` the figures with which it opens by the way, before it names what they are of.
    """

    part_of: Subject | None = None
    antecedent: str = ""
    inside: bool = False
    is_part: bool = False
    goes_back: bool = False
    comparison: Comparison | None = None
    looked_back: tuple[Comparison, Period | None] | None = None
    doer: str = ""
    counts_doer: bool = False
    owner: str = ""
    head: str = ""
    compared: Sequence[Subject] = ()
    done: Done | None = None
    agent: str = ""
    clause: Sequence[Token] = ()
    verb: Sequence[Token] = ()
    main: Reading | None = None
    stated: bool = False
    owned: tuple[str, int] = ("", 0)
    in_parts: bool = False
    there: bool = False
    each: Sequence[Mention] = ()
    unnamed: Sequence[Reading] = ()
