"""Nouns that name a base and nothing of whom it is, 营业收入, and what a label says before its noun."""

from __future__ import annotations

from functools import lru_cache

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.parsing.finding.series import Naming, namings
from shandong_econ.parsing.resolving.readings import Subject


@lru_cache(maxsize=4096)
def is_bare(words: str) -> bool:
    """Whether a phrase is no more than the name of a base, 营业收入, 全年出栏: 规上工业增加值 is that of all."""
    if words.startswith(word_list("zh", "strip.firms")):
        return False
    return any(_base(words, before) for before in ("", *word_list("zh", "strip.before")))


@lru_cache(maxsize=4096)
def owner_of(label: str) -> str:
    """What a label says before the noun for what is measured: 汽车业 of 汽车业增加值, 牛 of 牛存栏."""
    known = namings("zh")
    for cut in range(len(label) - 1):
        noun = known.get(label[cut:])
        if noun is not None and noun.base is not None:
            return label[:cut]
    return ""


@lru_cache(maxsize=4096)
def tells_investment(words: str) -> bool:
    """Whether a noun is what is invested in the projects told before: 年度计划完成投资."""
    known = words in word_list("zh", "project.investment")
    times = (word for word in word_list("zh", "project.in_time") if words.startswith(word))
    return known or any(tells_investment(words.removeprefix(word)) for word in times)


def is_held(subject: Subject) -> bool:
    """Whether it is of some firms or of a branch by its words."""
    return holds_any(subject.label, "zh", "goes_on.holders")


def _base(words: str, before: str) -> str | None:
    naming: Naming | None = namings("zh").get(words.removeprefix(before)) if words.startswith(before) else None
    return None if naming is None else naming.base
