"""The promises that the project makes outside its code: README, .ci/run, CHANGELOG."""

from __future__ import annotations

import itertools
import os
import re
import tomllib
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[1]


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    tokens = MarkdownIt().parse((ROOT / page).read_text(encoding="utf-8"))
    return [token.content for token in tokens if token.type == "fence" and token.info.strip() == language]


def test_set_up_is_two_lines() -> None:
    """The first two sh blocks of the README are one line each: use, and test."""
    use, test = blocks("README.md", "sh")[:2]
    assert use.count("\n") == test.count("\n") == 1
    assert "report.xlsx" in use
    assert "nox" in test


def test_ci_runs_the_readme() -> None:
    """`.ci/run` can be executed, and takes its line from the README's second sh block, not from a copy."""
    script = ROOT / ".ci" / "run"
    text = script.read_text(encoding="utf-8")
    assert os.access(script, os.X_OK)
    assert "README.md" in text
    assert "block == 2" in text
    assert "pip install" not in text


def test_every_session_of_nox_is_told() -> None:
    """The README's line runs lint, types and tests; CONTRIBUTING tells each session that `nox -t more` runs after."""
    nox = (ROOT / "noxfile.py").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\w+)` \|", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(told) == sorted(re.findall(r'^@nox.session\(tags=\["more"\].*\)\ndef (\w+)', nox, re.MULTILINE))
    assert 'nox.options.sessions = ["lint", "types", "tests"]' in nox
    assert "nox -t more" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_both_readmes_show_the_same_code() -> None:
    """README.md and README.zh.md carry the same commands, the same Python, and the same output."""
    for language in ("sh", "python", "console", "text"):
        assert blocks("README.md", language) == blocks("README.zh.md", language) != []


def test_links_of_the_pages_beside_the_docs_lead_somewhere() -> None:
    """README, CONTRIBUTING and CHANGELOG link to files that are there; Sphinx looks after the pages in docs."""
    for page in ROOT.glob("*.md"):
        links = re.findall(r"\]\((?!https:)([^)#]+)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (ROOT / link).exists()] == [], page.name


def test_every_requirement_is_a_floor() -> None:
    """What the library asks for is a name with its lowest version and no more: `nox -s lowest` installs just that."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *itertools.chain(*project["optional-dependencies"].values())]
    assert [each for each in asked if not re.fullmatch(r"[\w.-]+>=[\d.]+", each)] == []


def test_what_is_dangerous_is_below_the_floors() -> None:
    """The page on security tells each floor that was raised for a reason as it stands in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = set(itertools.chain(*project["optional-dependencies"].values()))
    told = re.findall(r"^\| `(.+?)` \|", (ROOT / "SECURITY.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert told
    assert set(told) <= asked


def test_changelog_is_open() -> None:
    """The changelog begins with what is not yet released."""
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "[Unreleased]"


def test_example_bulletins_stand_in_both_languages() -> None:
    """Each example bulletin has its counterpart in the other language."""
    names = {path.name for path in (ROOT / "examples").glob("*.txt")}
    assert names
    assert {name.replace(".en.", ".zh.") for name in names} == {name for name in names if ".zh." in name}
