"""A cell of words holds every spelling that its alternatives make, and each once."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shandong_econ.errors import LexiconError
from shandong_econ.lexicon.concepts import series_words
from shandong_econ.lexicon.spellings import spellings

PLAIN = st.text("ab c农业()（）,%", min_size=1, max_size=4)
CHOICES = st.lists(PLAIN | st.just(""), min_size=1, max_size=3)


@given(st.lists(PLAIN, min_size=1, max_size=3))
def test_words_without_alternatives_are_as_written(words: list[str]) -> None:
    """Words parted by semicolons are the spellings, in order."""
    assert list(spellings(";".join(words))) == words


@given(PLAIN, CHOICES, PLAIN, CHOICES)
def test_alternatives_multiply(head: str, first: list[str], middle: str, second: list[str]) -> None:
    """Each alternative of one place goes with each of the other, the last place changing fastest."""
    cell = f"{head}[{'|'.join(first)}]{middle}[{'|'.join(second)}]"
    assert list(spellings(cell)) == [head + one + middle + other for one in first for other in second]


@pytest.mark.parametrize("cell", ["a[b", "a]b", "a|b", "[a|[b|c]]", "[a;b]", "x;[a", "a;;b", "[a|]", ";"])
def test_a_slip_is_refused(cell: str) -> None:
    """A bracket or a bar alone, brackets in brackets, and a spelling of nothing."""
    with pytest.raises(LexiconError, match=r"has a mark alone|has a spelling of nothing"):
        spellings(cell)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_name_of_a_series_comes_twice(language: str) -> None:
    """A name stands for one target once only, however its alternatives are written."""
    told = Counter((word, *named) for words, *named in series_words(language) for word in words)
    assert [row for row, times in told.items() if times > 1] == []
