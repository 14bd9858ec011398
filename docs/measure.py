"""Measures how well the parser reads marked texts, and writes docs/how-well.md.

    python docs/measure.py SCORER FOLDER

SCORER is a script that takes folders of marked texts and `--json`; FOLDER holds one folder a language, `en` and `zh`.
The texts stay where they are: the page holds figures only. `nox -s measure -- SCORER FOLDER` runs it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGE = HERE / "how-well.md"
SET_ASIDE = frozenset((HERE / "set-aside.txt").read_text("utf-8").split())
LANGUAGES = {"en": "English", "zh": "Chinese"}
PARTS = {"development": "read while the rules were written", "set aside": "looked at only by their score"}
FIELDS = ("amount", "unit", "measure", "comparison", "period", "area", "indicator", "qualifier", "status")


def main(scorer: str, folder: str) -> None:
    """Scores each part of the texts of each language, and writes the page."""
    rows, fields = [], []
    for code, language in LANGUAGES.items():
        for part in PARTS:
            found = score(scorer, Path(folder) / code, set_aside=part == "set aside")
            figures = [f"{found[level]['f1']:.3f}" for level in ("detect", "core", "full")]
            rows.append(f"| {language} | {part} | {found['documents']} | {found['figures']} | {' | '.join(figures)} |")
            right = " | ".join(f"{found['fields'][name]:.3f}" for name in FIELDS)
            fields.append(f"| {language} | {part} | {right} |")
    template = (HERE / "how-well.in.md").read_text("utf-8")
    PAGE.write_text(template.replace("{{scores}}", "\n".join(rows)).replace("{{fields}}", "\n".join(fields)), "utf-8")


def score(scorer: str, folder: Path, *, set_aside: bool) -> dict[str, Any]:
    """What the scorer says of the texts of a folder that are set aside, or of the others."""
    with tempfile.TemporaryDirectory() as scratch:
        for mark in sorted(folder.glob("*.json")):
            if (mark.stem in SET_ASIDE) is set_aside:
                for file in (mark, mark.with_suffix(".txt")):
                    shutil.copy2(file, scratch)
        command = [sys.executable, scorer, scratch, "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")  # noqa: S603  # the scorer that the caller names
    found: dict[str, Any] = json.JSONDecoder().raw_decode(done.stdout)[0]
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
