"""The code of README and docs is run as it stands, page by page, and what it prints is what the page shows."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from tests.docs.pages import DOCS, ROOT, blocks, named, pages, run, steps
from tests.docs.rewrite import rewrite

from shandong_econ.cli import main

PAGES = pages()
WITH_STEPS = [page for page in PAGES if steps(page)]


# README.zh.md has the code of README.md, which tests/test_project.py holds.
@pytest.mark.parametrize("page", [page for page in WITH_STEPS if page.name != "README.zh.md"], ids=named)
def test_page_runs(page: Path, tmp_path: Path) -> None:
    """Every block runs after the blocks above it, in a folder of its own, and prints what the page shows beside it."""
    wrong = run(page, tmp_path)
    told = [f"line {one.line + 1} shows\n{one.shown}\nand what is printed is\n{one.printed}" for one in wrong]
    assert wrong == [], "\n".join([*told, "nox -s outputs writes it"])


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed; nox -s r runs the pages with R")
def test_pages_with_r_are_among_those_that_run() -> None:
    """Where R is installed, its blocks are run with the pages' others."""
    assert [named(page) for page in WITH_STEPS if any(step.block.language == "r" for step in steps(page))]


def test_every_page_that_shows_how_has_blocks_that_run() -> None:
    """A tutorial or a how-to runs code, and so do the READMEs and the page that receives a newcomer."""
    teaching = [p for p in PAGES if p.parent.name in {"tutorial", "how-to"} and p.name != "index.md"]
    teaching += [ROOT / "README.md", ROOT / "README.zh.md", DOCS / "index.md"]
    assert len(teaching) > 10
    assert [named(page) for page in teaching if page not in WITH_STEPS] == []


def test_commands_of_the_library_stand_where_they_run() -> None:
    """No page shows a command of the library in a block that is not run, but for the README's lines of set-up."""
    shown = [
        f"{named(page)}, line {block.line}"
        for page in PAGES
        for block in blocks(page)
        if block.language not in {"console", "python", "text"} and re.search(r"^\s*shandong-econ ", block.content, re.M)
    ]
    assert shown == []


def test_the_set_up_line_of_the_readme_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The commands of the library in the README's first line end well, show figures and write the workbook."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    line = next(block.content for block in blocks(ROOT / "README.md") if block.language == "sh")
    called = [part.split("shandong-econ ", 1)[1] for part in line.split("&&") if "bin/shandong-econ " in part]
    assert len(called) == 3
    for arguments in called:
        words = [str(each) for word in shlex.split(arguments) for each in (sorted(Path().glob(word)) or [Path(word)])]
        assert main(words) == 0
    assert "127,000,000,000" in capsys.readouterr().out
    assert (tmp_path / "report.xlsx").stat().st_size > 1000


PAGE = """\
```python
print("up", 1 + 1)
```

```text
up 3
```

```python
print("again")
```

```console
$ echo one
two
$ true
$ echo three
three
```
"""


def test_what_a_page_shows_wrongly_is_found(tmp_path: Path) -> None:
    """A wrong output, a print that nothing shows and a command that prints something else are each found."""
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    found = [(one.line, one.shown, one.printed, one.apart) for one in run(page, tmp_path / "folder")]
    assert found == [(5, "up 3\n", "up 2\n", False), (11, "", "again\n", True), (14, "two", "one\n", False)]


def test_what_is_rewritten_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that was rewritten shows what it prints, and is not changed by writing it again."""
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    monkeypatch.setattr("tests.docs.rewrite.named", str)
    assert rewrite(page) == 3
    written = page.read_text(encoding="utf-8")
    assert run(page, tmp_path / "again") == []
    assert rewrite(page) == 0
    assert page.read_text(encoding="utf-8") == written
    assert written.count("again") == 2
