"""The classes of size or age that heads tell by numbers alone: 10-49, 250+, ≥65, <10."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.words import either, word_lists

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
_YEARS = re.compile(r"(?:19|20)\d\d\b.*(?:\d\d){1,2}")  # 2016-2020, 2016-20


def is_size(words: str) -> bool:
    """Whether words are a class of size: two numbers, or one that bounds it.

    >>> [word for word in ("10-49", "250+", "≥65", "2016-2020", "250") if is_size(word)]
    ['10-49', '250+', '≥65']
    """
    return _size().fullmatch(words) is not None and _YEARS.fullmatch(words) is None


@cache
def _size() -> re.Pattern[str]:
    signs = (word for words in word_lists("en", "table_hedges").values() for word in words if not word[0].isalpha())
    return re.compile(rf"(?:{either(signs)}) ?(?:{_NUMBER})|(?:{_NUMBER})(?: ?\+| ?[-–—~～] ?(?:{_NUMBER}))")
