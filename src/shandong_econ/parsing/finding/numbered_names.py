"""Names and classes that have a number in them: 92号汽油, 世界500强, 一二类苗, 三孔景区, 0-14岁."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.words import either, word_list

_NUMERAL = "一二三四五六七八九十"


@cache
def numbered_names() -> re.Pattern[str]:
    """The names with numbers of a Chinese text."""
    shapes = rf"(?=[\d{_NUMERAL}])(?:{'|'.join(_shapes())})"
    return re.compile(
        "|".join(
            f"(?:{p})" for p in (*word_list("zh", "age.classes"), either(word_list("zh", "numbered.names")), shapes)
        )
    )


def _shapes() -> tuple[str, ...]:
    kinds, classes = either(word_list("zh", "numbered.kinds")), either(word_list("zh", "numbered.classes"))
    sights, counters = either(word_list("zh", "numbered.sights")), "".join(word_list("zh", "numbered.counters"))
    return (
        rf"(?<![\d.])\d{{1,3}}[号#](?={kinds})",
        r"(?<![\d.])\d{1,4}强(?![\d])",
        rf"(?<![第{_NUMERAL}、])[一二三四]、?[二三四](?:、?[三四])?(?={classes})",
        rf"(?<![\d第{_NUMERAL}百千万亿余多几])[三五七八九]([^\W\d{counters}][^\W\d]{{0,2}})?(?={sights})(?<![{_NUMERAL}])",
    )
