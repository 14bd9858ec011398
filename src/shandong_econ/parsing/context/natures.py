"""Whether what is told is counted on a day, as a stock, or comes about over a time, as a flow."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.clauses import JOIN, TOTAL
from shandong_econ.parsing.finding.series import Series, is_stock, kinds
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.told import Subject


def nature(frame: Frame, subject: Subject) -> str:
    """STOCK or FLOW by its code, else by its last words or what counts it; "" where it may be either.

    Things and people that are there are a stock, unless something was done to them: 建成, 新增.
    """
    coded = _by_code(subject.series)
    if coded is not None:
        return coded
    label, unit, zh = subject.label, frame.figure.unit, frame.language == "zh"
    if not zh or TOTAL in frame.own.classes + frame.inner:
        return ""
    if named := "FLOW" if unit == "PS_VISIT" else _by_ending(label):
        return named
    newly = label.startswith(word_list("zh", "count.newly"))
    done = newly or (frame.own.verb is not None and JOIN not in frame.own.classes)
    counts = unit in ("NUM", "PS", "KW") and not frame.figure.word.endswith(word_list("zh", "flows.counters"))
    return "STOCK" if counts and not done and frame.measure == "level" else ""


def nature_of(subject: Subject, language: str) -> str:
    """STOCK or FLOW by the code or the last words of what is told, whatever tells it; "" where it may be either."""
    coded = _by_code(subject.series)
    return coded if coded is not None else _by_ending(subject.label) if language == "zh" else ""


def _by_code(series: Series) -> str | None:
    if is_stock(series):
        return "STOCK"
    row = kinds().get(series.code or "")
    return None if row is None else row.kind


def _by_ending(label: str) -> str:
    endings = {"FLOW": word_list("zh", "flows.words"), "STOCK": word_list("zh", "stocks.words")}
    bare = label.rpartition("(")[0] if label.endswith(")") else label
    return next((kind for kind, words in endings.items() if bare.endswith(words)), "")
