"""What is told to have been moved before the number that says by how much: 缩短办理时间50%, 扩大出口12%."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.sorted_words import Sorted, only_hedges
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def take_thing_moved(clause: Clause, found: Sorted, lead: Sequence[Token], figure: Figure) -> None:
    """Notes that a percentage is what a thing named before it rose or fell by; a rate in percent is its own level."""
    clues, verb = found.clues, found.moved_by
    if figure.unit not in PERCENT or verb is None or not found.subject or clues.verb or clues.noun or clues.says:
        return
    thing = [token for token in lead if token.start >= verb.end]
    while thing and only_hedges(thing[-1]):
        thing = thing[:-1]
    words = clause.words(thing)
    is_rate = words.endswith((*word_list("zh", "rates.words"), *word_list("zh", "rate.share")))
    if thing and all(token.is_words for token in thing) and thing[0].start == verb.end and not is_rate:
        clues.verb = 1 if "change.up" in verb.roles else -1
