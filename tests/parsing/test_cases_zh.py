"""The Chinese reader gives every figure of the corpus, with all that the words around it say of it."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

from shandong_econ import Observation, parse

CORPUS = Path(__file__).with_name("cases_zh.toml")
FAMILIES = 101


class Case(TypedDict):
    """A text with what a reader is told beside it, and the rows that it must give."""

    text: str
    rows: list[str]
    pattern: NotRequired[str]
    about: NotRequired[str]
    published: NotRequired[date]
    area: NotRequired[str]
    notes: NotRequired[list[str]]
    cannot: NotRequired[str]


def cases() -> list[Case]:
    found: list[Case] = tomllib.loads(CORPUS.read_text("utf-8"))["case"]
    return found


def name(case: Case) -> str:
    return f"{case.get('pattern') or case.get('about')}: {case['text'][:24]}"


def written(one: Observation, expected: str, home: str | None) -> str:
    """An observation in the notation of the corpus, with the words of its label that `expected` asks for."""
    asked = re.match("「(.+?)」", expected)
    label = one.label or ""
    series = one.indicator.code if one.indicator else f"「{asked[1] if asked and asked[1] in label else label}」"
    area = one.area and (one.area.code or one.area.name or one.area.name_zh)
    value = f"{one.value}e{one.unit_mult}" if one.unit_mult else str(one.value)
    parts = [
        series,
        "" if area == home else (area or "nowhere"),
        str(one.period or "-"),
        "|",
        value,
        (one.unit and one.unit.code) or "-",
        "" if one.measure == "level" else one.measure.value,
        one.comparison.value if one.comparison else "",
        "" if one.qualifier == "EQ" else one.qualifier.value,
        "" if one.status == "A" else one.status.value,
        f"@{one.entity}" if one.entity else "",
    ]
    return " ".join(part for part in parts if part)


def read(case: Case) -> tuple[list[str], list[str]]:
    """The rows and the codes of the notes that the reader gives."""
    report = parse(case["text"], language="zh", published=case.get("published"), area=case.get("area"))
    home = case.get("area") or (report.area and report.area.code)
    expected = [*case["rows"], *[""] * len(report.observations)]
    rows = [written(one, row, home) for one, row in zip(report.observations, expected, strict=False)]
    return rows, [note.code for note in report.notes]


@pytest.mark.parametrize("case", [case for case in cases() if "cannot" not in case], ids=name)
def test_case(case: Case) -> None:
    """A text gives its rows, in order, and no others."""
    rows, notes = read(case)
    assert rows == case["rows"]
    assert set(case.get("notes", ())) <= set(notes)


@pytest.mark.parametrize("case", [case for case in cases() if "cannot" in case], ids=name)
def test_what_cannot_be_read_yet(case: Case) -> None:
    """A case that is said to be beyond the reader is so still; once it is not, its `cannot` goes."""
    assert read(case)[0] != case["rows"]


def test_every_family_has_a_case() -> None:
    """Every pattern family of the domain tables has a case, and few are beyond the reader."""
    families = {case["pattern"] for case in cases() if "pattern" in case}
    assert families == {f"ZH{number:03}" for number in range(1, FAMILIES + 1)}
    assert sum("cannot" in case for case in cases()) <= 5
