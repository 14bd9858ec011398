"""Measures how well the parser reads marked texts, and writes docs/explanation/how-well.md.

    python docs/measure.py SCORER [NAME=FOLDER...] [NAME=FOLDER@SET...]

SCORER is a script that takes folders of marked texts and `--json`; each FOLDER holds one folder a language, `en` and
`zh`, and the page calls it NAME. With `@SET` its texts have no marks beside them: those of tests/marks are laid on
them, `tune` or `aside`. The texts stay where they are: the page holds figures only.
`nox -s measure -- SCORER NAME=FOLDER...` runs it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "explanation"
PAGE = HERE / "how-well.md"
MARKS = Path(__file__).parent.parent / "tests" / "marks"
LANGUAGES = {"en": "English", "zh": "Chinese"}
FIELDS = ("amount", "unit", "measure", "comparison", "period", "area", "indicator", "qualifier", "status")


def main(scorer: str, *named: str) -> None:
    """Scores the texts of each language in each folder, and writes the page."""
    rows, fields = [], []
    for code, language in LANGUAGES.items():
        for name, _, folder in (one.partition("=") for one in named):
            found = score_of(scorer, folder, code)
            figures = [f"{found[level]['f1']:.3f}" for level in ("detect", "core", "full")]
            rows.append(f"| {language} | {name} | {found['documents']} | {found['figures']} | {' | '.join(figures)} |")
            right = " | ".join(f"{found['fields'][field]:.3f}" for field in FIELDS)
            fields.append(f"| {language} | {name} | {right} |")
    template = (HERE / "how-well.in.md").read_text("utf-8")
    PAGE.write_text(template.replace("{{scores}}", "\n".join(rows)).replace("{{fields}}", "\n".join(fields)), "utf-8")


def score_of(scorer: str, folder: str, language: str) -> dict[str, Any]:
    """What the scorer says of the texts of a language: those of a folder with marks beside them, or those of `@SET`."""
    texts, _, marks = folder.partition("@")
    if not marks:
        return score(scorer, Path(texts) / language)
    with tempfile.TemporaryDirectory() as scratch:
        lay(MARKS / language / marks, Path(texts) / language, Path(scratch))
        return score(scorer, Path(scratch))


def lay(marks: Path, texts: Path, target: Path) -> None:
    """Puts marks and their texts side by side into a folder; a text that was not marked so ends the run."""
    for mark in sorted(marks.glob("*.json")):
        text = texts / mark.with_suffix(".txt").name
        if hashlib.sha256(text.read_bytes()).hexdigest() != json.loads(mark.read_text("utf-8"))["sha256"]:
            sys.exit(f"{text} is not the text that {mark} marks: give the folder with the texts as they were marked")
        shutil.copy(mark, target)
        shutil.copy(text, target)


def score(scorer: str, folder: Path) -> dict[str, Any]:
    """What the scorer says of the texts of a folder."""
    command = [sys.executable, scorer, str(folder), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")  # noqa: S603  # the scorer that the caller names
    found: dict[str, Any] = json.JSONDecoder().raw_decode(done.stdout)[0]
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
