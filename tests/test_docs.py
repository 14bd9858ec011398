"""The Python blocks of README and docs are run as they stand, page by page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("README*.md"), *ROOT.glob("docs/*.md")])


def python_blocks(page: Path) -> list[tuple[int, str]]:
    """Each ```python block of a page, with the line that it begins on."""
    return [
        (token.map[0] + 1, token.content)
        for token in MarkdownIt().parse(page.read_text(encoding="utf-8"))
        if token.type == "fence" and token.info.strip() == "python" and token.map is not None
    ]


WITH_BLOCKS = [page for page in PAGES if python_blocks(page)]


@pytest.mark.parametrize("page", WITH_BLOCKS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every block runs after the blocks above it, in one namespace, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, Any] = {"__name__": page.stem}
    for line, block in python_blocks(page):
        # The empty lines above give a traceback the page's own line numbers.
        exec(compile("\n" * line + block, str(page), "exec"), namespace)


def test_the_pages_that_teach_have_blocks() -> None:
    """The pages that show how to do a thing are among those that are run."""
    names = {page.name for page in WITH_BLOCKS}
    assert names >= {"README.md", "README.zh.md", "tutorial.md", "how-to-exporter.md", "how-to-word.md"}
