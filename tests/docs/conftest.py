"""The site, which is built once for all tests that look at it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zlib
from collections import defaultdict
from pathlib import Path

import pytest
from tests.docs.pages import DOCS

import shandong_econ


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site, built anew, and what Sphinx warns of."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-E", "-b", "html", str(DOCS), str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(shandong_econ.__file__).parents[1])},
    )
    assert done.returncode == 0, done.stderr
    return folder, done.stderr


@pytest.fixture(scope="session")
def site(built: tuple[Path, str]) -> Path:
    """The folder of the site."""
    return built[0]


@pytest.fixture(scope="session")
def inventory(site: Path) -> dict[str, set[str]]:
    """What the site has an entry for, by kind: names of Python, options of the command line."""
    listed = zlib.decompress((site / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode("utf-8")
    found: dict[str, set[str]] = defaultdict(set)
    for name, kind in re.findall(r"^(.+?) +(\w+:\w+) +-?\d+ ", listed, re.MULTILINE):
        found[kind].add(name)
    return found
