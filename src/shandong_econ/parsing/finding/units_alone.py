"""Units that stand alone, as over the numbers of a table or a chart, though a round amount is printed in them."""

from __future__ import annotations

import re

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.figures import Figure

_ROUND = re.compile(r"10*|(?:1,000|10,000|100,000)")
_REACH = 12  # characters before a unit in which it is said that it is one


def is_unit_alone(text: str, figure: Figure, language: str) -> bool:
    """Whether a round amount is only the unit of numbers elsewhere: it fills a bracket, a line, or the end of a head.

    100 million yuan; GDP (100 million yuan); GDP by city, in 10,000 tons.
    """
    after = text[figure.end : figure.end + 1]
    if figure.unit is None or figure.is_word or after not in _ENDS:
        return False
    if _ROUND.fullmatch(text[figure.start : figure.number_end]) is None:
        return False
    first = text.rfind("\n", 0, figure.start) + 1
    before = text[max(first, figure.start - figure.lead - _REACH) : figure.start - figure.lead].rstrip().lower()
    said = before.endswith(word_list(language, "unit.lines"))
    if after in _CLOSE:
        return said or before[-1:] in _OPEN
    return said or not before or before.endswith(word_list(language, "unit.in_heads"))


_OPEN, _CLOSE = ("(", "["), (")", "]")
_ENDS = frozenset((*_CLOSE, "\n", ""))
