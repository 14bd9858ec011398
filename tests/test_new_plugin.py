"""`shandong-econ new-plugin` makes a plugin that works, and never touches what is there."""

from __future__ import annotations

import ast
import shlex
import tomllib
from pathlib import Path

import pytest
from tests.distributions import site

import shandong_econ as se
from shandong_econ.cli import main
from shandong_econ.testing import check_exporter


def contents(folder: Path) -> dict[str, str]:
    """Every file below a folder, and its text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def test_what_is_made_holds_the_contract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installed, the new format is to be had by its name, and holds all that a plugin is held to."""
    monkeypatch.chdir(tmp_path)
    assert main(["new-plugin", "my-tally2"]) == 0
    made = contents(tmp_path / "shandong-econ-my-tally2")
    project = tomllib.loads(made["pyproject.toml"])["project"]
    assert project["name"] == "shandong-econ-my-tally2"
    code = made["src/shandong_econ_my_tally2/__init__.py"]
    (name, module), *_ = project["entry-points"]["shandong_econ"].items()
    with site(tmp_path / "site") as install:
        install("shandong-econ-my-tally2", code, entry_points=f"[shandong_econ]\n{name} = {module}\n")
        check_exporter(se.formats()["my-tally2"], distribution="shandong-econ-my-tally2")


def test_its_test_is_three_lines_of_code(tmp_path: Path) -> None:
    """The test of a new plugin is two imports and the contract, and no word of the template is left open."""
    assert main(["new-plugin", "tally", str(tmp_path / "deep" / "tally")]) == 0
    made = contents(tmp_path / "deep" / "tally")
    assert sorted(made) == ["README.md", "pyproject.toml", "src/shandong_econ_tally/__init__.py", "tests/test_tally.py"]
    assert [line for line in made["tests/test_tally.py"].splitlines() if line] == [
        "from shandong_econ.testing import exporter_contract",
        "from shandong_econ_tally import TallyFormat",
        'test_tally = exporter_contract(TallyFormat(), distribution="shandong-econ-tally")',
    ]
    assert [name for name, text in made.items() if "$" in text] == []


def test_what_comes_next_is_a_line_for_a_shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is one word of the line, whatever blanks and quotation marks its name has."""
    target = tmp_path / "it's a 空格 $HOME"
    assert main(["new-plugin", "tally", str(target)]) == 0
    assert shlex.split(capsys.readouterr().out.partition("Next: ")[2])[:2] == ["cd", str(target)]


@pytest.mark.parametrize("name", ["report", "exporter", "iterable", "iterator", "callable", "binary-io"])
def test_the_class_hides_nothing_that_its_module_imports(name: str, tmp_path: Path) -> None:
    """Whatever the format is called, each name of the module is bound once."""
    assert main(["new-plugin", name, str(tmp_path / "plugin")]) == 0
    (code,) = (text for path, text in contents(tmp_path / "plugin").items() if path.startswith("src/"))
    bound = [
        (alias.asname or alias.name) if isinstance(node, ast.ImportFrom) else node.name
        for node in ast.parse(code).body
        if isinstance(node, ast.ImportFrom | ast.ClassDef | ast.FunctionDef)
        for alias in getattr(node, "names", [ast.alias("")])
    ]
    assert len(bound) == len(set(bound))


@pytest.mark.parametrize("there", ["file", "folder", "full folder"])
def test_what_is_there_stays(there: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file or a folder at the place, even an empty one, is left alone, and named."""
    target = tmp_path / "tally"
    if there == "file":
        target.write_text("mine")
    else:
        target.mkdir()
    if there == "full folder":
        (target / "pyproject.toml").write_text("mine")
    before = contents(tmp_path)
    assert main(["new-plugin", "tally", str(target)]) == 2
    assert "is there already: give another folder" in capsys.readouterr().err
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("csv", "there is a format csv already"),
        ("md", "there is a format md already"),
        ("tab", "files of .tab are read as documents"),
        ("docx", "files of .docx are read as documents"),
        ("text", "files of .text are read as documents"),
        ("Tab", "'Tab' is no name of a format"),
        ("tab-", "'tab-' is no name"),
        ("../tab", "'../tab' is no name"),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    name: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that a format has, or that none can have, is refused with what to give, and nothing is made."""
    monkeypatch.chdir(tmp_path)
    assert main(["new-plugin", name]) == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the system says is told with the place, and the status is 1."""
    (tmp_path / "file").touch()
    assert main(["new-plugin", "tally", str(tmp_path / "file" / "tally")]) == 1
    assert "cannot be written: Not a directory" in capsys.readouterr().err
