"""Counts how many cells of marked tables are read right in all their parts.

    python -m tests.tables.scoring

A cell is right if its value, code, area, period, measure, comparison, unit and power are those that were marked.
"""

from __future__ import annotations

import sys
import tomllib
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from tests.parsing.table.marks import marked, read_as

from shandong_econ import Language, Observation, parse

SETS = Path(__file__).parent
LABEL, AREA, UNKNOWN = 1, 3, "?"


class Score(NamedTuple):
    """How many tables and cells were marked, how many cells are right, how many are given otherwise, how many more."""

    tables: int
    cells: int
    right: int
    wrong: int
    more: int


def score(which: str, language: Language) -> Score:
    """The score of a set of tables in a language."""
    tables = tomllib.loads((SETS / which / f"{language}.toml").read_text("utf-8"))
    counts = [_counted(table, language) for table in tables.values()]
    return Score(len(tables), *map(sum, zip(*counts, strict=True)))


def _counted(table: dict[str, Any], language: Language) -> tuple[int, int, int, int]:
    told = parse(table["text"].strip("\n"), language=language, area=table.get("area")).observations
    wanted, found = [*marked(table["cells"])], [read_as(one) for one in told]
    matcher = SequenceMatcher(None, [one[0] for one in wanted], [one[0] for one in found], autojunk=False)
    pairs = [(a + n, b + n) for a, b, size in matcher.get_matching_blocks() for n in range(size)]
    right = sum(_is_right(wanted[a], found[b], told[b]) for a, b in pairs)
    return len(wanted), right, len(pairs) - right, len(found) - len(pairs)


def _is_right(wanted: tuple[str, ...], found: tuple[str, ...], told: Observation) -> bool:
    names = {found[AREA], told.area and told.area.name_zh, told.area and told.area.name}
    return all(n == LABEL or one in (UNKNOWN, found[n]) or (n == AREA and one in names) for n, one in enumerate(wanted))


def main() -> int:
    """Prints the score of each set."""
    for which in ("tune", "aside"):
        for language in ("zh", "en"):
            told = score(which, language)
            sys.stdout.write(f"{which} {language}: {told} {told.right / told.cells:.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
