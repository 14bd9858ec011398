"""The wheel is the source: nothing is left out of it, and nothing is written anew for it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hatchling.build import build_wheel

ROOT = Path(__file__).parents[1]


def test_the_wheel_is_the_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel has every file of the package as it is written, and none beside them but what tells of itself."""
    monkeypatch.chdir(ROOT)
    with zipfile.ZipFile(tmp_path / build_wheel(str(tmp_path))) as wheel:
        carried = {name: wheel.read(name) for name in wheel.namelist() if ".dist-info/" not in name}
    source = ROOT / "src"
    written = {
        path.relative_to(source).as_posix(): path.read_bytes()
        for path in (source / "shandong_econ").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert set(carried) == set(written)
    assert [name for name, data in carried.items() if data != written[name]] == []
