"""The site as the session `docs` of nox has built it, for all tests that look at it."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from pathlib import Path

import pytest
from tests.docs.pages import DOCS


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the site."""
    folder = DOCS / "_build" / "html"
    assert folder.is_dir(), "there is no site: nox -s docs builds it, and runs these tests"
    return folder


@pytest.fixture(scope="session")
def inventory(site: Path) -> dict[str, set[str]]:
    """What the site has an entry for, by kind: names of Python, options of the command line."""
    listed = zlib.decompress((site / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode("utf-8")
    found: dict[str, set[str]] = defaultdict(set)
    for name, kind in re.findall(r"^(.+?) +(\w+:\w+) +-?\d+ ", listed, re.MULTILINE):
        found[kind].add(name)
    return found
