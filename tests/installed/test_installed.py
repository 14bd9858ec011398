"""What can differ in an installation from the source: its files, its entry points, its command, its tracebacks.

The session `build` of nox runs these tests, and the cases of the reader with them, on the wheel that pip installed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest

import shandong_econ as se

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "shandong_econ"
INSTALLED = Path(se.__file__).parent


def files(package: Path) -> dict[str, bytes]:
    """Every file of the package but bytecode."""
    found = (path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(package).as_posix(): path.read_bytes() for path in found}


def test_the_source_is_installed() -> None:
    """What is imported here is no clone, and has the files of the source as they are written."""
    assert INSTALLED.is_relative_to(sysconfig.get_path("purelib"))
    installed, written = files(INSTALLED), files(SOURCE)
    assert set(installed) == set(written)
    assert [name for name, data in installed.items() if data != written[name]] == []


def test_entry_points_are_those_of_the_project() -> None:
    """The command and the strategies for hypothesis are announced as pyproject.toml says, and can be loaded."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {"console_scripts": project["scripts"], **project["entry-points"]}
    given = distribution("shandong-econ").entry_points
    assert {(each.group, each.name, each.value) for each in given} == {
        (group, name, value) for group, entries in wanted.items() for name, value in entries.items()
    }
    assert [each.name for each in given if each.load() is None] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_command_reads_and_writes(language: str, tmp_path: Path) -> None:
    """The command that pip has made reads a bulletin into the figures that the library gives."""
    command = shutil.which("shandong-econ", path=sysconfig.get_path("scripts"))
    assert command is not None
    bulletin = ROOT / "examples" / f"shandong-2022-05.{language}.txt"
    subprocess.run([command, "export", str(bulletin), "-o", "bulletin.json"], cwd=tmp_path, check=True)
    assert se.read(tmp_path / "bulletin.json") == se.read(bulletin)


def test_a_traceback_shows_the_lines_of_the_source(tmp_path: Path) -> None:
    """Each line of the library in a traceback is the line that stands there in the source."""
    program = "import shandong_econ as se; se.read('figures.txt', format='no such format')"
    run = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True)
    shown = re.findall(rf'File "{re.escape(str(INSTALLED))}/(.+)", line (\d+), in .+\n +(.+)', run.stderr)
    assert shown, run.stderr
    for name, line, code in shown:
        assert code == (SOURCE / name).read_text("utf-8").splitlines()[int(line) - 1].strip()
