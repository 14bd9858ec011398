"""The classes of tokens that the grammar knows: one character each, so that a sentence is a string of them.

A word has the class of what it does in a sentence; which words do what is data of each language (classes.toml).
Figures are told apart by their unit, since that decides most of what can be said with them. Those from IN on only some
languages have words for.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PCT, PTS, FOLD, QTY, BARE, ORDINAL, RATIO, TIME = "%", "p", "X", "q", "0", "#", "=", "t"
NAME, WORD, AREA, VERB = "N", "W", "a", "v"
COMMA, SEMI, STOP, COLON, OPEN, CLOSE, RANGE, BREAK = ",", ";", ".", ":", "(", ")", "~", "]"
UP, DOWN, NARROW, WIDEN, ENDS, TO, FROM, THAN = "u", "d", "n", "w", "e", "V", "x", "b"
COMPARE, OF_WHICH, RESPECT, RATE = "c", "i", "y", "r"
DECLINE, SHARE, OF, PULL, PULL_DOWN, EFFECT, C_RATE, TOWARD = "R", "s", "o", "l", "L", "m", "k", "D"
ABOVE, BELOW, HIGHER = "g", "h", "G"
LOWER, DONE_RATE, GOAL, TARGET, FORECAST, STREAK, RANKED, HEDGE = "H", "f", "F", "T", "P", "S", "K", "Q"
AND, JOIN, EXCEPT = "&", "j", "E"
SIDE, AT, TOTAL, FILL = "I", "@", "C", "z"
IN, FIRM, ING, IS, BY, WITH, ITS, IT = "^", "+", "O", "J", "B", "Y", "Z", "$"
THAT_OF, BUT, SAY, OR, BETWEEN, WORTH = "{", "|", '"', "/", "<", "U"
BEST, AHEAD, PER, YEARLY, FLAT, DOUBLED, MORE, FEWER = "*", "M", "1", "2", "3", "4", "5", "6"
SOURCE, GIVEN = "7", "8"

CLASSES: Mapping[str, str] = MappingProxyType({name: one for name, one in globals().items() if name.isupper()})
"""The name of each class with its character."""


def one_of(names: str) -> frozenset[str]:
    """The classes of some names, to ask whether one is among them.

    >>> sorted(one_of("UP DOWN"))
    ['d', 'u']
    """
    return frozenset(CLASSES[name] for name in names.split())


FIGURES = one_of("PCT PTS FOLD QTY BARE ORDINAL RATIO")
TOLD_IN_WORDS = one_of("FLAT DOUBLED")
"""What tells a figure without a number, where a shape takes it: unchanged, doubled."""
PARTS_CLAUSES = one_of("COMMA SEMI STOP")
MOVES, GROWTHS = one_of("UP DOWN"), one_of("RATE DECLINE")
"""Verbs of a change, and its nouns."""
ACTS, DOES = one_of("VERB ING"), one_of("IS VERB")
"""What somebody does, with a verb that says how it goes on, and with one that gives a number."""
