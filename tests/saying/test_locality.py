"""Law 5: two texts that name their own areas, periods and subjects, parsed as one, give the observations of each."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.saying import sayable
from tests.saying.kinds import figures, periods
from tests.saying.test_say import LANGUAGES, facts

import shandong_econ as se

PUBLISHED = date(2031, 2, 1)


@st.composite
def named_reports(draw: st.DrawFn, language: se.Language) -> se.Report:
    """Reports of results whose every topic has a place that has a name, and a time that has a year."""
    found: list[se.Observation] = []
    for _ in range(draw(st.integers(1, 3))):
        area = draw(st.sampled_from(sayable.sayable_areas(language)))
        period = draw(periods(is_open=False).filter(lambda one: one.first_year < PUBLISHED.year))
        topic = draw(sayable.topics(language, area, period, (se.Status.A,)))
        found.extend(draw(st.lists(figures(topic, language), min_size=1, max_size=3)))
    return se.Report(language=language, area=se.areas()["370000"], observations=found)


def read(text: str, language: se.Language) -> list[se.Observation]:
    """The figures of a text, without what depends on its words only."""
    return [facts(one) for one in se.parse(text, language=language, published=PUBLISHED).observations]


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.data())
def test_law_5_locality(language: se.Language, data: st.DataObject) -> None:
    """What stands before a text that names its own places, times and subjects does not change what is read in it."""
    reports = [data.draw(named_reports(language)) for _ in range(2)]
    texts = [se.say(report, language=language) for report in reports]
    assert read("\n\n".join(texts), language) == [one for text in texts for one in read(text, language)]
