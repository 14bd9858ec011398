"""Whether what is told is counted on a day, as a stock, or comes about over a time, as a flow."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.clauses import JOIN, TOTAL
from shandong_econ.parsing.finding.series import is_stock, kinds
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.told import Subject


def nature(frame: Frame, subject: Subject) -> str:
    """STOCK or FLOW by its code, else by its last words or what counts it; "" where it may be either.

    Things and people that are there are a stock, unless something was done to them: 建成, 新增.
    """
    row = kinds().get(subject.series.code or "")
    if row is not None or is_stock(subject.series):
        return "STOCK" if is_stock(subject.series) else row.kind if row is not None else ""
    label = subject.label.rpartition("(")[0] if subject.label.endswith(")") else subject.label
    unit, zh = frame.figure.unit, frame.language == "zh"
    if not zh or frame.own.has(TOTAL) or TOTAL in frame.inner:
        return ""
    if unit == "PS_VISIT" or label.endswith(word_list("zh", "flows.words")):
        return "FLOW"
    if label.endswith(word_list("zh", "stocks.words")):
        return "STOCK"
    done = (frame.own.verb is not None and not frame.own.has(JOIN)) or label.startswith(word_list("zh", "count.newly"))
    counts = unit in ("NUM", "PS", "KW") and not frame.figure.word.endswith(word_list("zh", "flows.counters"))
    return "STOCK" if counts and not done and frame.measure == "level" else ""
