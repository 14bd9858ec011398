"""The words of a page that sums a report up: `digest.toml` of each language of the lexicon."""

from __future__ import annotations

from functools import cache

from shandong_econ.model import Report
from shandong_econ.saying.phrases import Phrases, read_phrases

_SECTIONS = ("page", "heading", "time", "against", "against_in_words", "status", "unit", "over_time", "measure")


@cache
def words(language: str) -> Phrases:
    """The words of a language, "en" or "zh"; LexiconError where a section is missing."""
    return read_phrases(language, "digest.toml", _SECTIONS)


def language_of(report: Report) -> str:
    """The language in which a page speaks of a report: its own, or English where that is not known."""
    return report.language or "en"
