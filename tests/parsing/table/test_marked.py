"""Documents of every kind whose tables somebody else marked, cell by cell, before they were read.

A mark has the parts of the cases; " or " holds apart what is right as well, "?" is not judged. The words of a label are
free: what is read may say more of the path.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.parsing.table.marks import read_as

import shandong_econ as se
from shandong_econ.model import Period

MARKED = Path(__file__).parent / "marked"
LABEL, PERIOD, UNIT = 1, 4, 6


def _documents() -> Iterator[Any]:
    for marks in sorted(MARKED.glob("*.toml")):
        (document,) = (one for one in MARKED.glob(f"{marks.stem}.*") if one != marks)
        yield pytest.param(document, tomllib.loads(marks.read_text(encoding="utf-8")), id=document.name)


def _wrong(mark: str, read: tuple[str, ...]) -> list[str]:
    """The parts that are not read as they are marked."""
    wanted = [part.strip() for part in mark.split(" | ")]
    return [
        f"{got} for {want}"
        for n, (want, got) in enumerate(zip(wanted, read, strict=True))
        if n != LABEL and not any(_is_same(one, got, n) for one in _options(want, n))
    ]


def _options(want: str, part: int) -> list[str]:
    """What is right: of a unit each code with the one power."""
    codes, _, power = want.rpartition(" ") if part == UNIT else (want, "", "")
    return [f"{one} {power}".strip() for one in codes.split(" or ")]


def _is_same(want: str, got: str, part: int) -> bool:
    if part == PERIOD and "-" not in (want, got):
        return want == "?" or Period.parse(want) == Period.parse(got)
    return want in ("?", got)


@pytest.mark.parametrize(("document", "marks"), [*_documents()])
def test_every_cell_of_a_marked_document_is_read_in_full(document: Path, marks: dict[str, Any]) -> None:
    """Each marked cell is an observation with all parts right, and nothing else is one."""
    report = se.read(document, area=marks.get("area"))
    read = sorted(report.observations, key=lambda one: one.span.start if one.span else -1)
    assert len(read) == len(marks["cells"])
    wrong = {mark: _wrong(mark, read_as(one)) for mark, one in zip(marks["cells"], read, strict=True)}
    assert {mark: parts for mark, parts in wrong.items() if parts} == {}
