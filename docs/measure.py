"""Measures how well the parser reads marked texts, and writes docs/explanation/how-well.md.

    python docs/measure.py SCORER NAME=FOLDER...

SCORER is a script that takes folders of marked texts and `--json`; each FOLDER holds one folder a language, `en` and
`zh`, and the page calls it NAME. The texts stay where they are: the page holds figures only.
`nox -s measure -- SCORER NAME=FOLDER...` runs it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "explanation"
PAGE = HERE / "how-well.md"
LANGUAGES = {"en": "English", "zh": "Chinese"}
FIELDS = ("amount", "unit", "measure", "comparison", "period", "area", "indicator", "qualifier", "status")


def main(scorer: str, *named: str) -> None:
    """Scores the texts of each language in each folder, and writes the page."""
    rows, fields = [], []
    for code, language in LANGUAGES.items():
        for name, _, folder in (one.partition("=") for one in named):
            found = score(scorer, Path(folder) / code)
            figures = [f"{found[level]['f1']:.3f}" for level in ("detect", "core", "full")]
            rows.append(f"| {language} | {name} | {found['documents']} | {found['figures']} | {' | '.join(figures)} |")
            right = " | ".join(f"{found['fields'][field]:.3f}" for field in FIELDS)
            fields.append(f"| {language} | {name} | {right} |")
    template = (HERE / "how-well.in.md").read_text("utf-8")
    PAGE.write_text(template.replace("{{scores}}", "\n".join(rows)).replace("{{fields}}", "\n".join(fields)), "utf-8")


def score(scorer: str, folder: Path) -> dict[str, Any]:
    """What the scorer says of the texts of a folder."""
    command = [sys.executable, scorer, str(folder), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")  # noqa: S603  # the scorer that the caller names
    found: dict[str, Any] = json.JSONDecoder().raw_decode(done.stdout)[0]
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
