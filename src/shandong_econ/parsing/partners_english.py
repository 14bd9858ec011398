"""Whether an English place is one that something goes to or comes from."""

from __future__ import annotations

import re

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.grammar.classes import (
    AND,
    AREA,
    FROM,
    JOIN,
    NAME,
    THAT_OF,
    one_of,
)
from shandong_econ.parsing.grammar.patterns import Compiler
from shandong_econ.parsing.lexing.tokens import Sentence


def is_partner(sentence: Sentence, n: int) -> bool:
    """Whether a place, or the list that it stands in, is one that something goes to or comes from."""
    string, is_abroad = sentence.classes, not isinstance(sentence.tokens[n].what, tuple)
    n = next(_LIST_BEFORE.finditer(string, 0, n)).start() if string[n - 1 : n] == AND else n
    is_led = n > 1 and string[n - 1] in TO_OR_FROM and (string[n - 2] == NAME or string[n - 4 : n - 1] == _OF_PLACE)
    first = n - (string[n - 1 : n] == THAT_OF)  # that with ASEAN
    told = is_abroad and (string[n] == NAME or first < n)
    if (
        is_led
        and string[n - 1] == FROM
        and sentence.said(n - 2, n - 1).lower().endswith(word_list("en", "link.outward"))
    ):
        return False  # exports from Ningbo
    return is_led or (told and any(link in sentence.said(first, n + 1) for link in word_list("en", "link.partners")))


_LIST_BEFORE = re.compile(
    Compiler({"item": "AREA/NAME (OPEN NAME/WORD/AREA* CLOSE)? AND+"}).compiled(
        "((AREA AND)? BEST/HEDGE/ITS* NAME/WORD+ AND)? item*"
    )
    + "$"
)
"""The items before one, and what says which they are: with its top markets, ASEAN (A), the EU (E) and Japan."""
_OF_PLACE = NAME + JOIN + AREA
TO_OR_FROM = one_of("TO FROM WITH TOWARD")
