"""What an index is of 100 in, as heads and captions tell it: 上年=100, 以2020年为100, previous year = 100."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.words import either, word_list
from shandong_econ.model import Period
from shandong_econ.parsing.table.words import says

_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_EQUALS = re.compile(r"\(?(?P<what>[^()=,]{2,40}?) ?= ?100(?:\.0)? ?%?\)?")  # whatever it is: 合计=100


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
    lead = rf"\(?(?:(?P<part>{part})|{leads})?(?:\bthe )?(?P<what>{year}|{month}|{_YEAR.pattern})"
    equal = rf"[^()=,，\d]{{0,4}}? ?(?:[=:]|{is_100}) ?100(?:\.0)? ?%?\)?"
    return re.compile(rf"{lead}(?(part)(?:{of})?(?=\(?%)|{equal})", re.I)


def base_of(index: str, period: Period | None) -> Period | None:
    """The period in which an index of a period is 100: 上年同月, 2020年."""
    bare = index.lower().removeprefix("the ").strip()
    if says(bare, "year_is_100"):
        return year_before(period)
    if says(bare, "month_is_100"):
        return None if period is None else period.last_month().preceding()
    year = _YEAR.fullmatch(bare)
    return None if year is None else Period.of(int(year[1]))


def year_before(period: Period | None) -> Period | None:
    """The same stretch of days of the year before, None if the year is not known."""
    return None if period is None or period.year_is_open else period.in_year(period.first_year - 1)
