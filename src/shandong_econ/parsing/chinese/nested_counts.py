"""Counts that stand one in another, the first of which counts the classes of what the next does: 6大类100多个产品."""

from __future__ import annotations

from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.nouns import counted_run
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.resolving.readings import Subject


def thing_of_classes(clause: Clause, following: int, figure: Figure) -> Subject | None:
    """What the number right after a bare count of classes counts, which the classes are of."""
    token = clause.tokens[following] if following < len(clause.tokens) else None
    if figure.unit != "NUM" or token is None or token.figure is None or token.figure.unit != "NUM":
        return None
    if figure.ordinal or token.figure.ordinal or token.start != figure.end:
        return None
    run = counted_run(clause, following + 1, token.figure)
    return Subject(clause.words(run)) if run else None
