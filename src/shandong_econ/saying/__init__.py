"""A report into prose: the figures as a bulletin in English or Chinese would tell them, so that they can be read back.

What a sentence leaves unsaid, a reader has to guess; so each names its own area and period. Nothing is said of which it
is not certain, from the words alone, how it is read: `say` never asks the reader.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from shandong_econ.errors import UnsayableError
from shandong_econ.model import Area, Observation, Period, Report, Status
from shandong_econ.saying import chinese, english
from shandong_econ.saying.naming import area_name
from shandong_econ.saying.order import check_order, sentences
from shandong_econ.saying.phrases import phrases

__all__ = ["say"]


class Tongue(Protocol):
    """What each language does in its own way; its module is one."""

    def title(self, name: str, when: str) -> str:
        """The line above a bulletin on an area; both words may be empty."""

    def when(self, figure: Observation, period: Period) -> str:
        """The period as a title has it."""

    def sentence(self, figures: Sequence[Observation], home: Area | None) -> str:
        """The sentence that says figures of one series, place and time, in their order."""


_TONGUES: Mapping[str, Tongue] = {"en": english, "zh": chinese}


def say(report: Report, *, language: str | None = None) -> str:
    """The figures of a report as a bulletin; see the front door."""
    tongue = _TONGUES.get(language or report.language or "")
    if tongue is None:
        raise UnsayableError(f"the language is {language or report.language!r}: give 'en' or 'zh'")
    check_order(report)
    groups = list(sentences(report.observations))
    said = [tongue.sentence(group, report.area) for group in groups]
    return "\n\n".join([_title(report, language or report.language or ""), *said]) + "\n"


def _title(report: Report, language: str) -> str:
    """The line above: the report's area, and the time where it is the same for all figures and all are results."""
    tongue, figures = _TONGUES[language], report.observations
    name = None if report.area is None else area_name(report.area, phrases(language))
    times = {figure.period for figure in figures}
    period = next(iter(times)) if len(times) == 1 and all(f.status is Status.A for f in figures) else None
    return tongue.title(name or "", "" if period is None else tongue.when(figures[0], period))
