"""The classes of tokens that the grammar knows: one character each, so that a sentence is a string of them.

A word has the class of what it does in a sentence; which words do what is data of each language (classes.toml).
Figures are told apart by their unit, since that decides most of what can be said with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_TABLE = r"""
    PCT %  PTS p  FOLD X  QTY q  BARE 0  ORDINAL #  RATIO =  TIME t  NAME N  WORD W  AREA a  VERB v
    COMMA ,  SEMI ;  STOP .  COLON :  OPEN (  CLOSE )  RANGE ~  BREAK ]
    UP u  DOWN d  NARROW n  WIDEN w  ENDS e  TO V  FROM x  THAN b  COMPARE c  OF_WHICH i  RESPECT y  RATE r
    DECLINE R  SHARE s  OF o  PULL l  PULL_DOWN L  EFFECT m  C_RATE k  TOWARD D  ABOVE g  BELOW h  HIGHER G
    LOWER H  DONE_RATE f  GOAL F  TARGET T  FORECAST P  STREAK S  RANKED K  HEDGE Q  AND &  JOIN j  EXCEPT E
    SIDE I  AT @  TOTAL C  FILL z
    IN ^  FIRM +  ING O  IS J  BY B  WITH Y  ITS Z  IT $  THAT_OF {  BUT |  SAY "  OR /  BETWEEN <  WORTH U
    BEST *  AHEAD M  PER 1  YEARLY 2  FLAT 3  DOUBLED 4  MORE 5  FEWER 6  SOURCE 7  GIVEN 8
"""
_WORDS = _TABLE.split()
CLASSES: Mapping[str, str] = MappingProxyType(dict(zip(_WORDS[::2], _WORDS[1::2], strict=True)))
"""The name of each class with its character; those from IN on only some languages have words for."""

PCT, PTS, FOLD, QTY = (CLASSES[name] for name in ("PCT", "PTS", "FOLD", "QTY"))
BARE, ORDINAL, RATIO = (CLASSES[name] for name in ("BARE", "ORDINAL", "RATIO"))
FIGURES = frozenset((PCT, PTS, FOLD, QTY, BARE, ORDINAL, RATIO))
TOLD_IN_WORDS = frozenset((CLASSES["FLAT"], CLASSES["DOUBLED"]))
"""What tells a figure without a number, where a shape takes it: unchanged, doubled."""
TIME, NAME, WORD, AREA, VERB = (CLASSES[name] for name in ("TIME", "NAME", "WORD", "AREA", "VERB"))
COMMA, SEMI, STOP, COLON = (CLASSES[name] for name in ("COMMA", "SEMI", "STOP", "COLON"))
OPEN, CLOSE, RANGE, BREAK = (CLASSES[name] for name in ("OPEN", "CLOSE", "RANGE", "BREAK"))
