"""Numbers of a list or a range of which only the last has its unit printed: 5-6亿元, 4.6个和2.3个百分点."""

from __future__ import annotations

import re

import attrs

from shandong_econ.lexicon.concepts import MONEY
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.grammar.classes import (
    AND,
    BARE,
    BEST,
    FIGURES,
    HEDGE,
    ORDINAL,
    PTS,
    QTY,
    THAT_OF,
    WORD,
    one_of,
)
from shandong_econ.parsing.grammar.patterns import Compiler
from shandong_econ.parsing.lexing.tokens import Token
from shandong_econ.parsing.resolving.unit_classes import COUNTED

_JOINTS = one_of("RANGE AND TO")
_WITH_UNIT = one_of("PCT PTS FOLD QTY")


def share_units(string: str, tokens: list[Token]) -> str:
    """The classes where each number of a run has the class of the one after it, and the tokens have its unit too.

    Only a number without a unit, or with one of things alone, has that of the next.
    """
    if _JOINTS.isdisjoint(string):
        return string
    classes = list(string)
    for n in range(len(classes) - 2):
        if classes[n] == ORDINAL and classes[n + 1] == AND and classes[n + 2] in (BARE, QTY):
            after = tokens[n + 2].what
            if after.word in word_list("zh", "rank.after") or (not after.word and after.unit is None):
                classes[n + 2] = ORDINAL  # 第2、1、3位
                tokens[n + 2] = tokens[n + 2]._replace(what=attrs.evolve(after, ordinal=True, unit=None))
    for n in range(len(classes) - 3, -1, -1):
        if classes[n] not in (BARE, QTY) or classes[n + 2] not in _WITH_UNIT or classes[n + 1] not in _JOINTS:
            continue
        figure, after = tokens[n].what, tokens[n + 2].what
        of_things = figure.word in word_list("zh", "list.of_things") and classes[n + 2] == PTS
        if figure.ordinal or not ((figure.unit is None and not figure.word) or of_things):
            continue
        classes[n] = classes[n + 2]
        power = figure.power or (after.power if after.unit is not None else 0)
        tokens[n] = tokens[n]._replace(what=attrs.evolve(figure, unit=after.unit, word=after.word, power=power))
    return "".join(classes)


_TOLD = {"hedge": "HEDGE/ABOVE/BELOW/HIGHER/LOWER", "unit": "PCT/PTS/FOLD/QTY", "comma": "COMMA/AND+|OR"}
_LISTED = re.compile(
    Compiler(_TOLD).compiled(
        "((?<=BARE COMMA)|(?!BARE COMMA hedge* unit)) BARE (?=(comma hedge* BARE)* comma hedge* unit)"
        "|BARE (?=RANGE unit|RANGE BARE)|(?<=FROM) BARE (?=(IN? TIME/COMPARE)? TO hedge* unit)"
    )
)


def share_units_english(string: str, tokens: list[Token]) -> tuple[str, list[Token]]:
    """Numbers of a list or range without a unit have that of the next that has one: 5, 6 and 7 percent.

    Two numbers with nothing but a comma between them are no list: "reached 12, 5 percent more than in May".
    """
    if BARE not in string:
        return string, tokens
    for found in reversed(list(_LISTED.finditer(string))):
        n = found.start()
        m = n + 1
        while string[m] not in FIGURES:
            m += 1
        one, other = tokens[n].what, tokens[m].what
        if other.unit is None and not other.power:
            continue
        figure = attrs.evolve(one, unit=other.unit, power=one.power or other.power)
        tokens[n] = tokens[n]._replace(what=figure)
        string = string[:n] + string[m] + string[n + 1 :]
    return string, tokens


_MADE_OF = {
    "noun": "NAME/WORD/AREA++",
    "item": "(?>noun (JOIN/WITH/TO noun)*+ (OPEN noun CLOSE)?+)",
    "list": "(item AND+)+ item",
}
LIST = re.compile(Compiler(_MADE_OF).compiled("list"))
"""The items of an English list."""
_COUNTED = re.compile(
    Compiler(_MADE_OF, []).compiled(
        "before:list COMMA ITS? BARE (?=BEST/HEDGE* noun)"
        "|((?<=ITS/AREA) BARE|BARE (?=BEST/HEDGE)) (?=BEST/HEDGE* item (IN TIME)? AND/IS behind:list)"
        "|BARE (?=BEST/HEDGE* noun JOIN of:list)"
    )
)
"""A list, and behind or before it how many it has: Kenya and Chad, its two markets; three branches of …, … and …."""

_SIZED = re.compile(Compiler({}).compiled("((?<=NAME/WORD) WITH|THAT_OF) (NAME/WORD/OF/JOIN/VERB/ING/HEDGE){1,8} QTY"))
"""Of which size those are who are counted or told of: enterprises with annual revenue of 20 million yuan or more."""
_OF_SOME = re.compile(
    Compiler({"things": "NAME/WORD* FILL/TO* QTY", "range": "QTY TO/RANGE QTY"}).compiled(
        "(ABOVE/BELOW/HEDGE QTY|range WORD?) (?=JOIN things)|range (?=NAME/WORD things)"
        "|(?<=AT/RANKED AREA/SIDE) QTY (?=NAME/WORD+ RANKED? ORDINAL)"
    )
)
"""The bounds of those who are counted in Chinese, and among how many something is placed.

进出口超10亿元的企业58家, 50万人至100万人之间的有4个, 5亿—10亿元项目58个; 在全省11个设区市中列第8位.
"""


def without_sizes(string: str, tokens: list[Token], passed: list[tuple[int, int, str]]) -> str:
    """The classes where the least or the most money that some have who are told of is a word."""
    for found in _SIZED.finditer(string):
        n = found.end() - 1
        bound = tokens[n].what.hedge in _BOUNDS or (found[0][0] == THAT_OF and HEDGE in found[0])
        if bound and tokens[n].what.unit in MONEY:
            passed.append((tokens[n].start, tokens[n].end, "threshold"))
            string = f"{string[:n]}{WORD}{string[n + 1 :]}"
    return string


def without_bounds(string: str, tokens: list[Token], passed: list[tuple[int, int, str]]) -> str:
    """The classes where the bounds of those who are counted, and how many something is placed among, are words."""
    for found in _OF_SOME.finditer(string):
        amounts = [n for n in range(*found.span()) if string[n] == QTY]
        n = next(n for n in range(found.end(), len(string)) if string[n] in (QTY, ORDINAL))
        unit, is_count = tokens[n].what.unit, string[n] == QTY
        if is_count and (unit not in COUNTED or unit == tokens[amounts[-1]].what.unit):
            continue
        passed.extend((tokens[n].start, tokens[n].end, "threshold" if is_count else "scope") for n in amounts)
        string = f"{string[: found.start()]}{WORD * (found.end() - found.start())}{string[found.end() :]}"
    return string


_BOUNDS = frozenset({"GE", "LE"})
_ANDS = re.compile(f"{AND}+")


def without_counts(string: str, tokens: list[Token], passed: list[tuple[int, int, str]]) -> str:
    """The classes where a number that only says how many a list names is a word; three markets may be all there are."""
    for found in _COUNTED.finditer(string):
        n = found.end() - 1
        if tokens[n].what.value == len(_ANDS.split(found[1] or found[2] or found[3])):
            passed.append((tokens[n].start, tokens[n].end, "name"))
            string = f"{string[:n]}{BEST}{string[n + 1 :]}"
    return string
