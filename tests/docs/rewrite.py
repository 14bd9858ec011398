"""Writes into every page what its blocks print now: `nox -s outputs`, then look at the difference."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.docs.pages import named, pages, run


def rewrite(page: Path) -> int:
    """Runs a page, writes what it printed in place of what it shows, and gives how many places that were."""
    with tempfile.TemporaryDirectory() as folder:
        wrong = run(page, Path(folder))
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    for one in reversed(wrong):
        lines[one.line : one.end] = [f"\n```text\n{one.printed}```\n" if one.apart else one.printed]
    page.write_text("".join(lines), encoding="utf-8")
    return len(wrong)


if __name__ == "__main__":
    for each in [Path(name).resolve() for name in sys.argv[1:]] or pages():
        if count := rewrite(each):
            print(f"{named(each)}: {count}")
