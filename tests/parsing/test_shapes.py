"""Every shape of the grammar reads its own example, and nothing in it but what it says it gives."""

from __future__ import annotations

import pytest

from shandong_econ.model import Language
from shandong_econ.parsing import explain
from shandong_econ.parsing.grammar.shapes import Shape, grammar

SHAPES = [(language, shape) for language in ("zh", "en") for shape in grammar(language).shapes]


def given(language: Language, example: str) -> tuple[list[str], list[str]]:
    """What is read of an example, each figure as measure, value and unit, and the shapes that read it."""
    report, traced = explain(example, language=language)
    figures = [f"{o.measure.value} {o.value} {o.unit.code if o.unit else '-'}" for o in report.observations]
    return figures, [one.what.removeprefix("figure: ") for one in traced if one.what.startswith("figure: ")]


@pytest.mark.parametrize(("language", "shape"), SHAPES, ids=lambda one: getattr(one, "name", one))
def test_a_shape_reads_its_example(language: Language, shape: Shape) -> None:
    """A shape gives the figures that its entry names, and takes at least one of them itself."""
    figures, names = given(language, shape.example)
    assert figures == list(shape.gives)
    assert shape.name in names


def test_names_of_shapes_are_one_each() -> None:
    """No two shapes of a language have one name: by it each is switched off."""
    for language in ("zh", "en"):
        names = [shape.name for shape in grammar(language).shapes]
        assert len(names) == len(set(names))
