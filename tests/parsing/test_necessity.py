"""Leaving out finds what is idle and leaves alone what is not, so that the session `necessity` can fail."""

from __future__ import annotations

from functools import cache

import pytest
from tests.parsing import necessity

from shandong_econ.lexicon.folders import read_toml
from shandong_econ.parsing import reading
from shandong_econ.parsing.context.principles import TABLES
from shandong_econ.parsing.grammar.shapes import Grammar, grammar

TOLD: list[necessity.Text] = [("2022年1—5月，山东省出口5000亿元，增长4.5%。", {"language": "zh"})]


def test_a_shape_without_need_is_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shape that comes to a grammar which has it already is named idle, and it alone."""
    data = read_toml("zh/shapes.toml")
    (needed,) = [row for row in data["shape"] if row["name"] == "growth"]
    more = {**data, "shape": [*data["shape"], {**needed, "name": "growth again"}]}
    monkeypatch.setattr("shandong_econ.parsing.grammar.shapes.read_toml", lambda name: more)

    @cache
    def longer(language: str, without: frozenset[str] = frozenset()) -> Grammar:
        return grammar.__wrapped__(language, without)

    monkeypatch.setattr(necessity, "grammar", longer)
    monkeypatch.setattr(reading, "grammar", longer)
    tried = [shape for shape in longer("zh").shapes if shape.name in ("level", "growth again")]
    assert list(necessity.idle_shapes("zh", tried, TOLD)) == ["zh: shape growth again"]


def test_a_principle_without_need_is_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """A principle that never tells anything is named idle, one by which a text is read is not."""

    def silent(*_: object) -> None:
        """Tells nothing."""

    monkeypatch.setitem(TABLES["When"], "zh", (silent, *TABLES["When"]["zh"]))
    found = set(necessity.idle_principles("zh", TOLD))
    assert "zh: When: silent" in found
    assert "zh: What is measured: of_its_phrase" not in found
