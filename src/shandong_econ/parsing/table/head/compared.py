"""The words of a head that tell with what its figures are compared: over last month, 比上年末, 上年=100."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from shandong_econ.lexicon.words import either, linked, roles, word_list
from shandong_econ.model import Comparison
from shandong_econ.parsing.finding.times import Time, find_times
from shandong_econ.parsing.frames import comparison_in

YEAR_NAMED = re.compile(r"((?:19|20)\d\d)年?")
"""A year by which an index is told to be 100."""
_EQUALS = re.compile(r"\(?(?P<what>[^()=,]{2,40}?) ?= ?100(?:\.0)? ?%?\)?")  # whatever it is: 合计=100


class Compared(NamedTuple):
    """What a head compares with, by the words from `start` to `end` of it."""

    comparison: Comparison
    start: int
    end: int
    base: Time | None = None


def compared_in(words: str, language: str) -> Compared | None:
    """The words of a head that say with what its figures are compared."""
    for time in find_times(words.replace("\0", " "), language, 0, len(words)):
        lead = _than(language).search(words[: time.start])
        if lead is not None and (time.names_year is not None or time.is_point or time.form == "previous"):
            of_what = _of_that(language).match(words, time.end)  # over 2022 outturn
            return Compared(Comparison.SINCE, lead.start(), time.end if of_what is None else of_what.end(), time)
        framed = _framed().match(words, time.start - 1) if time.start else None
        if framed is not None and framed["time"] == words[time.start : time.end]:
            return Compared(Comparison.SINCE, framed.start(), framed.end(), time)
    match = _compared(language).search(words)
    if match is None:
        return None
    if match.lastgroup is None:
        return Compared(_comparisons(language)[match[0].lower()], *match.span())
    told = _BEFORE.get(match.lastgroup) or Comparison(match.lastgroup)
    return Compared(told, *match.span())


_BEFORE = {
    "same": Comparison.YEAR_ON_YEAR,
    "year": Comparison.YEAR_ON_YEAR,
    "month": Comparison.MONTH_ON_MONTH,
    "quarter": Comparison.QUARTER_ON_QUARTER,
}


@cache
def _comparisons(language: str) -> dict[str, Comparison]:
    found: dict[str, Comparison] = {}
    for word, told in roles(language).items():
        if any(role.startswith("comparison.") for role in told) and "comparison.than" not in told:
            in_short = word.lower().replace(" the ", " ")  # heads leave articles out
            found[word.lower()] = found[in_short] = comparison_in(frozenset(told))
    if language == "en":
        for key, comparison in _OWN.items():
            found |= dict.fromkeys(word_list(language, f"table.{key}"), comparison)
    return {word: one for word, one in found.items() if one is not Comparison.SINCE}


_OWN = {
    "compared": Comparison.YEAR_ON_YEAR,
    "compared_month": Comparison.MONTH_ON_MONTH,
    "compared_start": Comparison.SINCE_START_OF_YEAR,
    "compared_average": Comparison.ANNUAL_AVERAGE,
}


@cache
def _compared(language: str) -> re.Pattern[str]:
    words = either(_comparisons(language))
    than, ago = (either(word_list("en", f"table.{role}")) for role in ("than", "ago"))
    same = r"(?:same|corresponding) (?:period|month|quarter)s?(?: (?:of|in))?"
    same = rf"(?:{than}) (?:the )?{same}(?: the)? (?:{ago}) year"
    before = rf"(?:{than}) (?:the )?(?:{ago}) (?:(?P<year>year)|(?P<month>month)|(?P<quarter>quarter))(?!-)"
    english = rf"\b(?:{linked(language, leave='since')}|(?P<same>{same})|{words}|{before})(?!\w)"
    return re.compile(english if language == "en" else rf"(?<!\d)(?:{words})", re.I)


@cache
def _than(language: str) -> re.Pattern[str]:
    words = either(word_list(language, "table.than") + word_list(language, "comparison.than"))
    return re.compile(rf"\b(?:{words}) \Z" if language == "en" else rf"(?:{words})\Z", re.I)


@cache
def _of_that(language: str) -> re.Pattern[str]:
    """What is said of a time that is compared with, and adds nothing: the outturn of 2022."""
    return re.compile(rf" (?:{either(word_list('en', 'table.of_that'))})\b" if language == "en" else r"(?!)", re.I)


@cache
def _framed() -> re.Pattern[str]:
    """A time between the words that compare with it: 与1-10月相比."""
    leads, ends = either(word_list("zh", "table.compared_with")), either(word_list("zh", "table.compared_end"))
    return re.compile(rf"(?:{leads})(?P<time>.+?)(?:{ends})")


def hundred_in(words: str) -> re.Match[str] | None:
    """The words that tell what is 100; what it is, is the group `what`.

    >>> hundred_in("居民消费价格指数以上年为100")["what"], hundred_in("合计=100")["what"], hundred_in("100公里")
    ('上年', '合计', None)
    """
    return _of_time().search(words) or _EQUALS.search(words)


def turned_in(words: str) -> re.Match[str] | None:
    """The words that tell of which year indices are that are 100 in each of others, which other heads name.

    >>> turned_in("Index (2016 as Percentage of the Following Years)")["year"], turned_in("2009为以下各年%")["year"]
    ('2016', '2009')
    """
    return _turned().search(words)


@cache
def _turned() -> re.Pattern[str]:
    words = either(word for tongue in ("zh", "en") for word in word_list(tongue, "table.of_following"))
    return re.compile(rf"\(?(?P<year>(?:19|20)\d\d)年? ?(?:{words}) ?%?\)?", re.I)


@cache
def _of_time() -> re.Pattern[str]:
    """A time with which an index is 100, or of which it is told as a percentage: 为上年%."""
    leads, is_100, year, month = (
        either(word for tongue in ("zh", "en") for word in word_list(tongue, f"table.{role}"))
        for role in ("with_100", "is_100", "year_is_100", "month_is_100")
    )
    part, of = either(word_list("zh", "table.percent_of")), either(word_list("zh", "table.of"))
    lead = rf"\(?(?:(?P<part>{part})|{leads})?(?:\bthe )?(?P<what>{year}|{month}|{YEAR_NAMED.pattern})"
    equal = rf"[^()=,，\d]{{0,4}}? ?(?:[=:]|{is_100}) ?100(?:\.0)? ?%?\)?"
    return re.compile(rf"{lead}(?(part)(?:{of})?(?=\(?%)|{equal})", re.I)
