"""Whether what is told is counted on a day, as a stock, or comes about over a time, as a flow."""

from __future__ import annotations

import re

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.series import Series, is_stock, kinds
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import JOIN, TOTAL
from shandong_econ.parsing.told import Subject


def nature(frame: Frame, subject: Subject) -> str:
    """STOCK or FLOW by its code, else by its last words or what counts it; "" where it may be either.

    Things and people that are there are a stock, unless something was done to them: 建成, 新增.
    """
    coded = by_code(subject.series)
    if coded is not None:
        return coded
    label, unit, zh = subject.label, frame.figure.unit, frame.language == "zh"
    if not zh or TOTAL in frame.own.classes + frame.inner:
        return ""
    if named := "FLOW" if unit == "PS_VISIT" else by_ending(label):
        return named
    newly = label.startswith(word_list("zh", "count.newly"))
    done = newly or (frame.own.verb is not None and JOIN not in frame.own.classes)
    counts = unit in ("NUM", "PS", "KW") and not frame.figure.word.endswith(word_list("zh", "flows.counters"))
    return "STOCK" if counts and not done and frame.measure == "level" else ""


def by_code(series: Series) -> str | None:
    """STOCK or FLOW by the code of a series, None without one."""
    if is_stock(series):
        return "STOCK"
    row = kinds().get(series.code or "")
    return None if row is None else row.kind


def sums_up(frame: Frame, subject: Subject) -> bool:
    """Whether what is told is a flow, by its nature or, in English, by the noun of its label: sales of shops."""
    if frame.language == "zh" or subject.series.code is not None:
        return nature(frame, subject) == "FLOW"
    if frame.figure.unit is None:
        return False  # a number of things is not what their label sums up
    head = _LINK.split(subject.label.lower(), maxsplit=1)[0]
    return head.rpartition(" ")[2] in word_list("en", "flows.words")


_LINK = re.compile(" (?:of|in|by|for|with|to|from) ")


def by_ending(label: str) -> str:
    """STOCK or FLOW by the last words of a Chinese label, "" where they leave it open."""
    endings = {"FLOW": word_list("zh", "flows.words"), "STOCK": word_list("zh", "stocks.words")}
    return next((kind for kind, words in endings.items() if label.endswith(words)), "")
