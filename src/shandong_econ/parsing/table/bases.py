"""What an index is of 100 in, as heads and captions tell it: 上年=100, 以2020年为100, previous year = 100."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Period
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.table.words import says

_YEAR = re.compile(r"((?:19|20)\d\d)年?")


def hundred_in(words: str) -> re.Match[str] | None:
    """The words, the first of all that fit, that tell what is 100; what it is, is the group `what`.

    >>> hundred_in("居民消费价格指数以上年为100")["what"], hundred_in("合计=100")["what"], hundred_in("100公里")
    ('上年', '合计', None)
    """
    if "100" not in words and "%" not in words:
        return None
    return next((found for pattern in _patterns() if (found := pattern.search(words))), None)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    both = [*word_list("zh", "table.is_100"), *word_list("en", "table.is_100")]
    leads, is_100, of = (either(tuple(words)) for words in (_leads(), ["=", ":", *both], word_list("zh", "table.of")))
    times = either(_times("zh") + _times("en"))
    equals = rf" ?(?:{is_100}) ?100(?:\.0)? ?%?\)?"
    percent = rf"(?:{either(word_list('zh', 'table.percent_of'))})(?P<what>{either(_times('zh'))})(?:{of})?(?=\(?%)"
    return (
        re.compile(rf"\(?(?:{leads})?(?P<what>{times}|{_YEAR.pattern})[^()=,\d]{{0,4}}?{equals}", re.I),
        re.compile(rf"\(?(?:{leads})(?P<what>(?:(?!{leads})[^()=,]){{2,40}}?){equals}", re.I),
        re.compile(r"\(?(?P<what>[^()=,]{2,40}?) ?= ?100(?:\.0)? ?%?\)?"),
        re.compile(percent),  # an index told as a percentage of another time: 为上年%
    )


def _leads() -> list[str]:
    return [*word_list("zh", "table.with_100"), *word_list("en", "table.with_100")]


def _times(language: str) -> tuple[str, ...]:
    return word_list(language, "table.year_is_100") + word_list(language, "table.month_is_100")


def base_of(index: str, period: Period | None) -> Period | None:
    """The period in which an index of a period is 100: 上年同月, 2020年."""
    bare = index.lower().removeprefix("the ").strip()
    if says(bare, "year_is_100"):
        return None if period is None or period.year is None else period.in_year(period.year - 1)
    if says(bare, "month_is_100"):
        return None if period is None else period.last_month().preceding()
    year = _YEAR.fullmatch(bare)
    return None if year is None else Period.of(int(year[1]))
