"""Measures how well the parser reads marked texts, and writes docs/explanation/how-well.md.

    python docs/measure.py SCORER [NAME=FOLDER...] [NAME=FOLDER@SET...]

SCORER is a script that takes folders of marked texts and `--json`; each FOLDER holds one folder a language, `en` and
`zh`, and the page calls it NAME. With `@SET` its texts have no marks beside them: those of tests/marks are laid on
them, as `tune` or `aside`. The texts stay where they are: the page holds figures only, and keeps the rows of texts
that are not given.
`nox -s measure -- SCORER NAME=FOLDER...` runs it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import shandong_econ as se

HERE = Path(__file__).parent / "explanation"
PAGE = HERE / "how-well.md"
MARKS = Path(__file__).parent.parent / "tests" / "marks"
LANGUAGES = {"en": "English", "zh": "Chinese"}
FIELDS = ("amount", "unit", "measure", "comparison", "period", "area", "indicator", "qualifier", "status")


def main(scorer: str, *named: str) -> None:
    """Scores the texts of each language in each folder, and writes the page."""
    rows, fields, grounds, opens = tables = last_time()
    measured: set[str] = set()
    for code, language in LANGUAGES.items():
        for name, _, folder in (one.partition("=") for one in named):
            if not _has(folder, code):
                continue
            found = score_of(scorer, folder, code)
            figures = [f"{found[level]['f1']:.3f}" for level in ("detect", "core", "full")]
            of = f"| {language} | {name} |"
            measured.add(of)
            rows[of] = f"{of} {found['documents']} | {found['figures']} | {' | '.join(figures)} |"
            right = [f"{found['fields'][field]:.3f}" for field in FIELDS]
            fields[of] = f"{of} {' | '.join(right)} |"
            judged = list(judged_figures(scorer, folder, code))
            grounds[of] = f"{of} {worth_of_grounds(judged)} |"
            opens[of] = f"{of} {left_open(judged)} |"
    page = (HERE / "how-well.in.md").read_text("utf-8").replace("{{tables}}", "\n".join(of_tables()))
    for asked, lines in zip(("scores", "fields", "grounds", "open"), tables, strict=True):
        page = page.replace(f"{{{{{asked}}}}}", "\n".join(lines.values()))
    kept = ", ".join(of.strip("| ").replace(" | ", " ") for of in rows if of not in measured)
    page = page.replace("{{kept}}", kept and f" Not at hand the last time, so that their rows are older: {kept}.")
    PAGE.write_text(page, "utf-8")


def of_tables() -> Iterator[str]:
    """The rows on the marked tables of the project, which are always at hand."""
    sys.path.insert(0, str(HERE.parent.parent))
    from tests.tables.scoring import score

    for code, language in LANGUAGES.items():
        for which, name in (("tune", "practice"), ("aside", "set aside")):
            told = score(which, code)
            counts = (told.tables, told.cells, f"{told.right / told.cells:.3f}", f"{told.wrong / told.cells:.3f}")
            yield f"| {language} | {name} | {' | '.join(map(str, counts))} |"


def last_time() -> list[dict[str, str]]:
    """The rows of each table of the page, by the cells that begin them: texts that are not at hand keep theirs."""
    _, *tables = re.split(r"^\|---.*\n", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    rows = ([line for line in table.partition("\n\n")[0].splitlines() if line[:1] == "|"] for table in tables)
    told = [{" | ".join(line.split(" | ")[:2]) + " |": line for line in lines} for lines in rows]
    return told[:4]  # those of tables are always at hand


def _has(folder: str, language: str) -> bool:
    """Whether there are marks of texts of a language: communiques are marked in Chinese alone."""
    texts, _, marks = folder.partition("@")
    return (MARKS / language / marks if marks else Path(texts) / language).is_dir()


def score_of(scorer: str, folder: str, language: str) -> dict[str, Any]:
    """What the scorer says of the texts of a language."""
    with marked(folder, language) as texts:
        return score(scorer, texts)


@contextmanager
def marked(folder: str, language: str) -> Iterator[Path]:
    """A folder with marks beside the texts of a language: as it is, or for `@SET` made of the marks that are kept."""
    texts, _, marks = folder.partition("@")
    if not marks:
        yield Path(texts) / language
        return
    with tempfile.TemporaryDirectory() as scratch:
        lay(MARKS / language / marks, Path(texts) / language, Path(scratch))
        yield Path(scratch)


Judged = tuple[dict[str, Any], se.Observation, dict[str, bool | None]]


def judged_figures(scorer: str, folder: str, language: str) -> Iterator[Judged]:
    """The figures that were found, each with its mark and with what the scorer says of its fields."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    assert spec is not None
    assert spec.loader is not None
    judges = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(judges)
    with marked(folder, language) as texts:
        for mark in sorted(texts.glob("*.json")):
            told = json.loads(mark.read_text("utf-8"))
            day = told.get("published") and date.fromisoformat(told["published"])
            text = mark.with_suffix(".txt").read_bytes().decode("utf-8")
            figures = se.parse(text, language=language, published=day, area=told.get("area")).observations
            for n, k in judges.match(told["observations"], list(figures))[0]:
                row, figure = told["observations"][n], figures[k]
                yield row, figure, judges.judge(row, figure, language)


def worth_of_grounds(judged: Sequence[Judged]) -> str:
    """What part of the figures is right in full whose grounds are all stated or in a heading, and of the others."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    for _, figure, fields in judged:
        own = figure.grounds is not None and figure.grounds.are_own
        right[own].append(bool(fields["full"]))
    sure, others = (f"{sum(one) / len(one):.3f}" if one else "-" for one in (right[True], right[False]))
    return f"{sure} | {len(right[True])} | {others}"


def left_open(judged: Sequence[Judged]) -> str:
    """Of the figures whose time, and whose place, nobody can know from the text, the part for which none is told."""
    cells = []
    for field in ("period", "area"):
        unknown = [getattr(figure, field) is None for row, figure, _ in judged if row.get(field) is None]
        cells.append(f"{sum(unknown) / len(unknown):.3f} | {len(unknown)}" if unknown else "- | 0")
    return " | ".join(cells)


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
