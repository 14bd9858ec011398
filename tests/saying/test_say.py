"""Law 3: what `say` says of a report is read as that report; and what it cannot say it refuses."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests import strategies
from tests.saying import sayable

import shandong_econ as se
from shandong_econ.saying import say

LANGUAGES = ("en", "zh")


def facts(figure: se.Observation) -> se.Observation:
    """A figure without what prose leaves out: label, place in the text, words for the other side, implied base, speaker."""
    base = figure.base if figure.comparison is se.Comparison.SINCE else None
    return attrs.evolve(figure, label=None, span=None, relative_to=None, base=base, speaker=None)


def read_back(report: se.Report, language: str) -> list[se.Observation]:
    """The figures that the reader finds in what is said of a report."""
    said = say(report, language=language)
    read = se.parse(said, language=language, published=report.published, area=report.area)
    return [facts(figure) for figure in read.observations]


Excluded = Callable[[se.Observation, bool], bool]
KNOWN: dict[str, dict[str, Excluded]] = {"en": {}, "zh": {}}
"""What is said as bulletins say it and not yet read so, by name: each takes a figure and whether it opens its sentence."""


def known(language: str, name: str) -> Callable[[Excluded], Excluded]:
    def keep(excluded: Excluded) -> Excluded:
        KNOWN[language][name] = excluded
        return excluded

    return keep


def is_known(report: se.Report, language: str) -> bool:
    """Whether a report has a figure whose sentence is not yet read."""
    pairs = list(zip(report.observations, sayable.first_of_sentence(report), strict=True))
    return any(excluded(figure, first) for excluded in KNOWN[language].values() for figure, first in pairs)


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.data())
def test_law_3_say_and_read(language: str, data: st.DataObject) -> None:
    """What is said of a report is read as its figures, but for labels, spans, the other side's words, implied bases, speakers."""
    report = data.draw(sayable.reports(language))
    assume(not is_known(report, language))
    assert read_back(report, language) == [facts(figure) for figure in report.observations]
