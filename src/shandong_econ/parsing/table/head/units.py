"""The units that a head tells: in brackets, behind a comma, as a sign, or as all that it says."""

from __future__ import annotations

import re

from shandong_econ.parsing.finding.times import find_times
from shandong_econ.parsing.resolving.unit_classes import COUNTED
from shandong_econ.parsing.table.head.compared import compared_in
from shandong_econ.parsing.table.head.words import HeadWords
from shandong_econ.parsing.table.units import Measured, units_among, units_of

_BRACKET = re.compile(r"\(([^()]*)\)")
_PARTS = re.compile(r"[^,;，；()]+")
_PERCENT = re.compile(r"[±+\-/ ]{0,9}([%‰]|个?百分点)[\s\0]{0,60}\Z")
_PLUS_MINUS = re.compile(r"[±]|\+/?-")
_SIGNS = "±+-/ "
_AFTER_COMMA = re.compile(r"[,，:、/]([^,，:、/()]{1,40})\Z")
_NAMED = COUNTED | {"PKM", "TKM"}  # units that are names too: households, ton-kilometers


def units_in_head(words: HeadWords, language: str, *, is_beside: bool) -> tuple[tuple[Measured, ...], bool]:
    """The units that a head gives, and whether a plus with a minus says that it is of growth.

    What was read is blotted out. What the head compares with gives none: m/m. Beside a row a word for things counted is
    a name: households.
    """
    compared = compared_in(words.left, language)
    if compared is None:
        return _units_in(words, language, is_beside=is_beside)
    kept = words.left[compared.start : compared.end]
    words.take(compared.start, compared.end)
    found = _units_in(words, language, is_beside=is_beside)
    words.left = words.left[: compared.start] + kept + words.left[compared.end :]
    return found


def _units_in(words: HeadWords, language: str, *, is_beside: bool) -> tuple[tuple[Measured, ...], bool]:
    units, signed = _in_brackets(words, language)
    percent = _PERCENT.search(words.left)
    if not units and percent is not None:
        units, signed = units_of(percent[1], language), signed or _PLUS_MINUS.search(percent[0]) is not None
        words.take(*percent.span())
    comma = _AFTER_COMMA.search(words.left)
    if not units and comma is not None and (units := units_of(comma[1].strip("\0 "), language)):
        words.take(*comma.span())
    if not words.bare.strip(_SIGNS) and _PLUS_MINUS.search(words.left) is not None:
        signed = True
        words.take(0, len(words.left))
    if not units and words.is_of_program:
        units = _at_end(words, language)
    return units or _alone(words, language, is_beside=is_beside), signed


def _in_brackets(words: HeadWords, language: str) -> tuple[tuple[Measured, ...], bool]:
    """The units in brackets, alone or with what is said of all: 100 million yuan, at current prices; %, y-o-y."""
    units: tuple[Measured, ...] = ()
    signed = False
    for match in list(_BRACKET.finditer(words.left)):
        told = units_of(_PLUS_MINUS.sub("", match[1]).strip("\0 "), language)
        if told or not match[1].strip(_SIGNS):
            units, signed = told or units, signed or _PLUS_MINUS.search(match[1]) is not None
            words.take(*match.span())
        elif not units and (among := units_among(match[1], language)):
            units = among
            for part in _PARTS.finditer(words.left, *match.span(1)):
                if not find_times(part[0], language, 0, len(part[0])):
                    words.take(*part.span())
    return units, signed


def _at_end(words: HeadWords, language: str) -> tuple[Measured, ...]:
    """The unit that the last words of a program's name give, the longest that is one."""
    starts = [n + 1 for n, sign in enumerate(words.left) if sign == " "]
    for start in starts:
        if told := units_of(words.left[start:], language):
            words.take(start, len(words.left))
            return told
    return ()


def _alone(words: HeadWords, language: str, *, is_beside: bool) -> tuple[Measured, ...]:
    """The units that all that is left gives, but for a name beside a row."""
    bare = words.bare
    units = units_of(bare, language)
    if not units or (is_beside and units[0].power == 0 and units[0].code in _NAMED):
        return ()
    words.take(0, len(words.left))
    return units
