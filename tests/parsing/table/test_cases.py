"""Tables that were marked cell by cell before they were read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.parsing.table.marks import marked, read_as

from shandong_econ.parsing import parse


def _cases() -> Iterator[Any]:
    for name in ("cases_zh", "cases_en", "more_zh", "more_en", "bureaus_zh"):
        cases = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
        for title, case in cases.items():
            yield pytest.param(case, id=f"{name}-{title}")


@pytest.mark.parametrize("case", [*_cases()])
def test_every_cell_is_read_as_it_was_marked(case: dict[str, Any]) -> None:
    """A table is read cell by cell as its marks say, and nothing else is."""
    report = parse(case["text"].lstrip("\n"), area=case.get("area"))
    assert [read_as(one) for one in report.observations] == list(marked(case["cells"]))
    assert [note.span.cut(report.text) for note in report.notes if note.span] == case.get("notes", [])
