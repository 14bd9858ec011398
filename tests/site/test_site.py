"""Nobody is shut out of the site. That it is built without a warning is asked by the session `docs` itself."""

from __future__ import annotations

import re
from pathlib import Path

from tests.docs.pages import DOCS
from tests.site.reading import seen

import shandong_econ as se


def test_every_picture_has_words(site: Path) -> None:
    """Who does not see a picture can read what it shows."""
    pictures = [each for page in site.rglob("*.html") for each in seen(page).pictures]
    ours = [each for each in pictures if "_images/" in (each["src"] or "")]
    assert len({each["src"] for each in ours}) >= 7
    assert [each["src"] for each in ours if len((each.get("alt") or "").split()) < 5] == []


def test_the_glossary_has_the_values_of_the_measure() -> None:
    """Each kind of number is explained among the terms of the field."""
    glossary = (DOCS / "reference" / "glossary.md").read_text(encoding="utf-8").lower()
    assert [each for each in se.Measure if not re.search(rf"\b{each.replace('_', ' ')}\b", glossary)] == []
