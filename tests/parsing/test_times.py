"""Expressions of time are found wherever one of their rules fits."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from shandong_econ.errors import LexiconError
from shandong_econ.lexicon.words import time_begin, time_rules
from shandong_econ.parsing.finding import times
from shandong_econ.parsing.finding.times import find_times

LOOKS_AROUND = re.compile(r"\(\?(?:<[=!]|[=!])[^()]*(?:\([^()]*\)[^()]*)*\)")
RULES = [(language, form, pattern) for language in ("en", "zh") for form, pattern in time_rules(language)]


@pytest.mark.parametrize(("language", "form", "pattern"), RULES)
@settings(max_examples=settings().max_examples * 2 // 5)  # there are many rules
@given(data=st.data())
def test_every_rule_is_tried_where_it_fits(language: str, form: str, pattern: str, data: st.DataObject) -> None:
    """What a rule for time matches, the pattern for where an expression can begin lets in."""
    rule = re.compile(LOOKS_AROUND.sub("", pattern), re.IGNORECASE | re.ASCII if language == "en" else re.IGNORECASE)
    written = data.draw(st.from_regex(rule, fullmatch=True))
    assume(rule.match(written))
    assert re.match(time_begin(language), written, re.IGNORECASE), (form, written)


@pytest.mark.parametrize("written", ["At the end of June", "at the end of June", "By Year-End", "THE FIRST HALF"])
def test_case_does_not_matter(written: str) -> None:
    """An expression of time is one at the head of a sentence and in a title too."""
    assert [(time.start, time.end) for time in find_times(written, "en", 0, len(written))] == [(0, len(written))]


def test_a_slip_in_a_rule_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who adds a rule that is no pattern hears in which file, where in it, and what to do."""
    monkeypatch.setattr(times, "time_rules", lambda _: (("day", r"on the \d+"), ("month", r"in (?P<m>[a-z+")))
    monkeypatch.setattr(times, "time_begin", lambda _: "")
    with pytest.raises(LexiconError, match=r"xx/periods\.toml: .* at '\[a-z\+.*: mend the pattern"):
        find_times("in May", "xx", 0, len("in May"))
