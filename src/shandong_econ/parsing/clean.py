"""The text as the rules read it: as long as the original, so that every place in it is a place in the original.

Wide forms become narrow, every decimal digit an ASCII digit, so too the Chinese ones of a year (二〇二三年), every kind
of space a space, dashes that stand for a minus or a range one hyphen, and traditional characters the simplified ones of
the vocabulary. Nothing is added, removed or joined.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from shandong_econ.lexicon.tables import read_table

_KEEP = "，；？！"  # punctuation that the rules tell apart from its narrow form
_HAN = "\u3400"  # before it stands no character of Chinese
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d\u2043"
_OTHERS = {"％": "%", "﹪": "%", "∶": ":", "︰": ":", "：": ":", "（": "(", "）": ")", "～": "~", "〜": "~", "∼": "~"}
_OTHERS |= {"ſ": "s", "ı": "i", "İ": "I", "K": "K", "µ": "μ"}  # which patterns without case take for the latter
_OTHERS |= {"’": "'", "‘": "'", "ʼ": "'", "＇": "'", "￥": "¥", "―": "—", "─": "—", "﹣": "-", "\u0085": " ", "\t": " "}


@cache
def _simplified() -> Mapping[str, str]:
    """The characters of the vocabulary for the variants of them: 億 is 亿."""
    rows = read_table("zh/characters.tsv", ("character", "variants"))
    return MappingProxyType({variant: character for character, variants in rows for variant in variants})


class _Table(dict[int, int]):
    """What each character becomes, found out once a character."""

    def __missing__(self, point: int) -> int:
        char = chr(point)
        new = _OTHERS.get(char) or (_simplified().get(char, char) if char > _HAN else char)
        if new == char and char not in _KEEP:
            category = unicodedata.category(char)
            if category == "Nd":
                new = str(unicodedata.decimal(char))
            elif category == "Zs" or char in "\u200b\u200c\u200d\u2060\ufeff":
                new = " "
            elif char in _HYPHENS:
                new = "-"
            elif 0xFF01 <= point <= 0xFF5E:
                new = chr(point - 0xFEE0)
        self[point] = ord(new)
        return self[point]


_TABLE = _Table()


def clean(text: str) -> str:
    """The text with the same number of characters, in which the rules look for words and numbers.

    In lower case it is as long, and a letter that a pattern finds without regard to case is one that it names.

    >>> clean("１－５月增长４.５％")
    '1-5月增长4.5%'
    """
    cleaned = text.translate(_TABLE)
    return _YEAR.sub(lambda year: year[0].translate(_DIGITS), cleaned) if "年" in cleaned else cleaned


_YEAR = re.compile(r"(?<![一二三四五六七八九〇○零])[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
