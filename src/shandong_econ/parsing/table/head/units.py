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
_PERCENT = re.compile(r"[±+\-/ ]{0,9}([%‰]|个?百分点)\s{0,9}\Z")
_PERCENT_LEADS = re.compile(r"[\s\0]*%(?= \D)")  # % over the same period
_PLUS_MINUS = re.compile(r"[±]|\+/?-")
_SIGNS = "±+-/ "
_AFTER_COMMA = re.compile(r"[,，:、/]([^,，:、/()]{1,40})\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAMED = COUNTED | {"PKM", "TKM"}  # units that are names too: households, ton-kilometers


def units_in_head(words: HeadWords, language: str, *, is_beside: bool) -> tuple[tuple[Measured, ...], bool]:
    """The units that a head gives, and whether a plus with a minus says that it is of growth.

    What was read is blotted out. Beside a row a word for things counted is a name: households.
    """
    units, signed = _in_brackets(words, language)
    percent = _PERCENT.search(words.left)
    if not units and percent is not None:
        units, signed = units_of(percent[1], language), signed or _PLUS_MINUS.search(percent[0]) is not None
        words.take(*percent.span())
    leading = _PERCENT_LEADS.match(words.left)
    if not units and leading is not None and compared_in(words.left, language) is not None:
        units = units_of("%", language)
        words.take(*leading.span())
    comma, compared = _AFTER_COMMA.search(words.left), compared_in(words.left, language)
    if compared is not None and comma is not None and compared.start <= comma.start() < compared.end:
        comma = None  # no millions: m/m
    if not units and comma is not None and (told := _beside_comparison(comma[1], language)):
        units = told
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
        told = units_of(_PLUS_MINUS.sub("", match[1]), language)
        if told or not match[1].strip(_SIGNS):
            units, signed = told or units, signed or _PLUS_MINUS.search(match[1]) is not None
            words.take(*match.span())
        elif not units and (among := units_among(match[1], language)):
            units = among
            for part in _PARTS.finditer(words.left, *match.span(1)):
                if compared_in(part[0], language) is None and not find_times(part[0], language, 0, len(part[0])):
                    words.take(*part.span())
    return units, signed


def _beside_comparison(words: str, language: str) -> tuple[Measured, ...]:
    """The units of some words, which may say too with what is compared: % y-o-y."""
    said = compared_in(words, language)
    return units_of(words if said is None else f"{words[: said.start]}{words[said.end :]}".strip(), language)


def _at_end(words: HeadWords, language: str) -> tuple[Measured, ...]:
    """The unit that the last words of a program's name give, the longest that is one."""
    starts = [n + 1 for n, sign in enumerate(words.left) if sign == " "]
    for start in starts:
        if told := units_of(words.left[start:], language):
            words.take(start, len(words.left))
            return told
    return ()


def _alone(words: HeadWords, language: str, *, is_beside: bool) -> tuple[Measured, ...]:
    """The units that all that is left gives, but for a year, a comparison (m/m) and, beside a row, a name."""
    bare = words.bare
    if _YEAR.fullmatch(bare) or compared_in(bare, language) is not None:
        return ()
    units = units_of(bare, language)
    if not units or (is_beside and units[0].power == 0 and units[0].code in _NAMED):
        return ()
    words.take(0, len(words.left))
    return units
