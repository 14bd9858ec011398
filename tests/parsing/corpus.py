"""The corpora of cases, one a language: texts, and the rows that the reader must give, each on one line."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict

from shandong_econ import Language, Observation, parse


class Case(TypedDict):
    """A text with what a reader is told beside it, and the rows that it must give."""

    text: str
    rows: list[str]
    pattern: NotRequired[str]
    about: NotRequired[str]
    published: NotRequired[date]
    area: NotRequired[str]
    notes: NotRequired[list[str]]


def cases(language: str, which: str = "cases") -> list[Case]:
    """Give the cases of a language in the order of its file, or those that are still `open`."""
    corpus = Path(__file__).with_name(f"{which}_{language}.toml")
    found: list[Case] = tomllib.loads(corpus.read_text("utf-8"))["case"]
    return found


def name(case: Case) -> str:
    """Name a case by its pattern, or by what it is about, and the beginning of its text."""
    return f"{case.get('pattern') or case.get('about')}: {case['text'][:40]}"


def written(one: Observation, expected: str, home: str | None) -> str:
    """Write an observation in the notation of the corpus, with the words of its label that `expected` asks for."""
    asked = re.match("「(.+?)」", expected)
    label = one.label or ""
    series = one.indicator.code if one.indicator else f"「{asked[1] if asked and asked[1] in label else label}」"
    area = one.area and (one.area.code or one.area.name or one.area.name_zh)
    parts = [
        series,
        "" if area == home else (area or "nowhere"),
        str(one.period or "-"),
        "|",
        f"{one.value}e{one.unit_mult}" if one.unit_mult else str(one.value),
        (one.unit and one.unit.code) or "-",
        "" if one.measure == "level" else one.measure.value,
        one.comparison.value if one.comparison else "",
        "" if one.qualifier == "EQ" else one.qualifier.value,
        "" if one.status == "A" else one.status.value,
        f"@{one.entity}" if one.entity else "",
    ]
    return " ".join(part for part in parts if part)


def read(case: Case, language: Language) -> tuple[list[str], set[str]]:
    """Read a case and give its rows in the notation of the corpus, and the codes of the notes."""
    report = parse(case["text"], language=language, published=case.get("published"), area=case.get("area"))
    home = case.get("area") or (report.area.code if report.area else None)
    expected = [*case["rows"], *[""] * len(report.observations)]
    rows = [written(one, row, home) for one, row in zip(report.observations, expected, strict=False)]
    return rows, {note.code for note in report.notes}
