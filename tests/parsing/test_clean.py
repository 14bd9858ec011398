"""The cleaned text has the same characters at the same places, in the forms that the rules know."""

from __future__ import annotations

import unicodedata

from hypothesis import given

from shandong_econ.parsing.clean import clean
from shandong_econ.parsing.split import paragraphs, sentences
from shandong_econ.testing import strategies


@given(strategies.texts())
def test_nothing_moves(text: str) -> None:
    """Cleaning and lowering keep the length, so that a place in one is a place in the other; once is enough."""
    cleaned = clean(text)
    assert len(cleaned) == len(text) == len(cleaned.lower())
    assert clean(cleaned) == cleaned


@given(strategies.texts())
def test_every_digit_is_a_digit(text: str) -> None:
    """A decimal digit of any script is its ASCII digit afterwards, and nothing else becomes one."""
    for before, after in zip(text, clean(text), strict=True):
        assert after.isdecimal() == (unicodedata.category(before) == "Nd")
        assert not after.isdecimal() or int(after) == unicodedata.decimal(before)


@given(strategies.texts())
def test_paragraphs_and_sentences_hold_every_word(text: str) -> None:
    """What is not space, a bullet or a line end is in exactly one sentence of one paragraph."""
    for language in ("en", "zh"):
        end = 0
        for start, stop in paragraphs(text):
            assert end <= start < stop
            at = start
            for first, last, _ in sentences(text, start, stop, language):
                assert first == at < last
                at = last
            assert at == stop
            end = stop
