"""The known wrongs of the reader: each is to fail, so that one which is mended is noticed, and becomes a case."""

from __future__ import annotations

import pytest
from tests.parsing.corpus import Case, cases, name, read

from shandong_econ import Language

OPEN = [(language, case) for language in ("zh", "en") for case in cases(language, "open")]


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="a known wrong: once mended, it moves to the cases")
@pytest.mark.parametrize(("language", "case"), OPEN, ids=lambda one: one if isinstance(one, str) else name(one))
def test_a_known_wrong(language: Language, case: Case) -> None:
    """A text whose figures the reader takes for others."""
    rows, notes = read(case, language)
    assert rows == case["rows"]
    assert set(case.get("notes", ())) <= notes
