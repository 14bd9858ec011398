"""Stretches of a sentence that say nothing of what is measured: footnotes, ways of calculation, what a unit is."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.words import either, word_list

LONGEST_UNIT = 24  # characters


@cache
def asides() -> re.Pattern[str]:
    """The stretches of Chinese text that a reader skips: [3], 按年平均汇率折算为."""
    return re.compile("|".join((*word_list("zh", "aside.notes"), *word_list("zh", "aside.bases"))))


@cache
def conversions() -> re.Pattern[str]:
    """A bracket that only tells how much a unit is, or its short name: "(1 mu = 0.067 hectares)", "(kWh)"."""
    unit, equals = either(word_list("en", "aside.unit")), either(word_list("en", "aside.equals"))
    told = rf"(?:{unit})[^()\d]{{1,{LONGEST_UNIT}}}?(?:{equals})[^()]*"
    return re.compile(rf"\((?:{told}|{either(word_list('en', 'aside.short_units'))})\)", re.IGNORECASE)
