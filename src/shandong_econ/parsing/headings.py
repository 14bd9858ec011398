"""Which paragraphs are headings: lines that are no sentences."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.words import word_list

_LONGEST = {"en": 60, "zh": 60}  # characters
LONGEST_TITLE = {"en": 180, "zh": 80}
"""Characters of the longest title, by its language."""
_STOPS = re.compile(r"[。！？!?；;]|[.](?=\s|$)")
_GOES_ON = frozenset("。.;；，,")


def is_heading(text: str, start: int, end: int, language: str, *, is_title: bool) -> bool:
    """Whether a paragraph of cleaned text heads what follows, but for a bracket at its end; a title may be long."""
    if text[end - 1] == ")" and (opened := text.rfind("(", start, end)) > start:
        end = opened
    numbered = numbering().match(text, start, end)
    longest = (LONGEST_TITLE if is_title else _LONGEST)[language]
    body = start if numbered is None else numbered.end()
    return end - start <= longest and text[end - 1] not in _GOES_ON and not _STOPS.search(text, body, end - 1)


_NUMBERS = frozenset("(0123456789IVX零一二三四五六七八九十")
"""What a number of a list can begin with: asked before the pattern is, since few sentences bear one."""


@cache
def numbering() -> re.Pattern[str]:
    """What numbers a paragraph, a heading or a section: 一、, (一), 1., II."""
    digits = "".join(word_list("zh", "numeral.digits") + word_list("zh", "numeral.powers")[:1])
    return re.compile(rf"\(?(?:[{digits}]+[、)]|(?:\d{{1,2}}|[IVX]{{1,5}})[.)、])")


def numbering_end(text: str, start: int, end: int) -> int:
    """Where a sentence goes on behind the number that it bears in a list: 1.进出口…, but not 1、2月 or 一、二季度."""
    numbered = numbering().match(text, start, end) if text[start] in _NUMBERS else None
    if numbered is None:
        return start
    after = numbered.end()
    while text.startswith((" ", "、"), after, end):
        after += 1
    return start if after == end or text[after].isnumeric() else after
