"""Counts the calls that reading a figure costs, so that the cost cannot creep: calls are the same on every machine.

    python -m tests.parsing.calls [--keep]

The workloads are the example bulletins and the texts of the corpus, one after another, up to 50 and to 400 kB, in both
languages. What they cost is held against calls.toml, with a tolerance; `--keep` writes that file anew. `nox -s calls`.
"""

from __future__ import annotations

import sys
import tomllib
from itertools import chain, cycle
from pathlib import Path
from types import FrameType
from typing import Any

from tests.parsing.corpus import cases

from shandong_econ import Language, parse
from shandong_econ.parsing.grammar.shapes import grammar

KEPT = Path(__file__).with_name("calls.toml")
EXAMPLES = Path(__file__).parents[2] / "examples"
SIZES = (50_000, 400_000)
TOLERANCE = 1.03
"""How many times the kept cost is still no creep."""
LINEAR = 1.1
"""How many times as much a figure of a long text may cost as one of a short text."""


def workload(language: Language, size: int) -> str:
    """The bulletins and the cases of a language, again and again, up to so many bytes of UTF-8."""
    bulletins = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob(f"*.{language}.txt"))]
    taken: list[str] = []
    length = 0
    for text in cycle(list(chain(bulletins, (case["text"] for case in cases(language))))):
        length += len(text.encode()) + 1
        if length > size:
            return "\n".join(taken)
        taken.append(text)
    raise AssertionError("a cycle does not end")


def calls_a_figure(language: Language, size: int) -> float:
    """How many functions are called for each figure of a workload, in Python and in C, once all tables are read.

    The examples of all shapes are read before, since each is compiled when it is first found, and the short workload:
    neither counts what is kept in mind of the tables and of names.
    """
    text = workload(language, size)
    for read_before in ("\n".join(shape.example for shape in grammar(language).shapes), workload(language, min(SIZES))):
        parse(read_before, language=language)
    counted = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        report = parse(text, language=language)
    finally:
        sys.setprofile(None)
    return counted / len(report.observations)


def main(*options: str) -> int:
    """Prints what each workload costs; 1 if that is more than was kept, or more a figure in a long text."""
    found = {f"{language}-{size}": calls_a_figure(language, size) for language in ("zh", "en") for size in SIZES}
    for name, cost in found.items():
        sys.stdout.write(f"{name}: {cost:.0f} calls a figure\n")
    if "--keep" in options:
        KEPT.write_text("".join(f"{name} = {cost:.0f}\n" for name, cost in found.items()), "utf-8")
    kept = tomllib.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    if unknown := found.keys() - kept.keys():
        sys.stdout.write(f"nothing is kept of {', '.join(sorted(unknown))}: run with --keep\n")
        return 1
    crept = [f"{name}: {kept[name]} kept" for name, cost in found.items() if cost > kept[name] * TOLERANCE]
    short, long = SIZES
    crept += [
        f"{language}: {found[f'{language}-{long}'] / found[f'{language}-{short}']:.2f} times as many in a long text"
        for language in ("zh", "en")
        if found[f"{language}-{long}"] > found[f"{language}-{short}"] * LINEAR
    ]
    sys.stdout.write("".join(f"crept: {one}\n" for one in crept))
    return 1 if crept else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
