"""A folder to write to, and plugins to install, for the tests of files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.api.samples import Install
from tests.distributions import site


@pytest.fixture
def install(tmp_path: Path) -> Iterator[Install]:
    with site(tmp_path / "site") as function:
        yield function


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"
