"""Leaves out each shape and each principle in turn: one without which nothing changes is idle, and has to go.

    python -m tests.parsing.necessity [zh] [en]

What may change is a shape's own example, a case of the corpus, or an example bulletin of the repository. Ends with 1,
and names the idle ones, if there are any. `nox -s necessity` runs it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from tests.parsing.corpus import cases

from shandong_econ import parse
from shandong_econ.model import Report
from shandong_econ.parsing import reading
from shandong_econ.parsing.context.principles import TABLES
from shandong_econ.parsing.grammar.shapes import Shape, grammar

LANGUAGES = ("zh", "en")
EXAMPLES = Path(__file__).parents[2] / "examples"

Text = tuple[str, dict[str, Any]]


def texts(language: str) -> list[Text]:
    """What is read: the examples of shapes, the cases and the bulletins of a language."""
    own = [(shape.example, {"language": language}) for shape in grammar(language).shapes]
    told = [
        (case["text"], {"language": language, "published": case.get("published"), "area": case.get("area")})
        for case in cases(language)
    ]
    bulletins = [(path.read_text("utf-8"), {"language": language}) for path in EXAMPLES.glob(f"*.{language}.txt")]
    return [*own, *told, *bulletins]


def read(text: Text) -> Report | str:
    """What is read of a text, or the name of the error that ends it: a table may have no last resort."""
    try:
        return parse(text[0], **text[1])
    except (StopIteration, RuntimeError) as error:
        return type(error).__name__


def idle(language: str) -> Iterator[str]:
    """The shapes and principles without which every text of a language is read as with them."""
    told = texts(language)
    yield from idle_shapes(language, grammar(language).shapes, told)
    yield from idle_principles(language, told)


def idle_shapes(language: str, shapes: Sequence[Shape], told: Sequence[Text]) -> Iterator[str]:
    """Those of some shapes of a language without which these texts are read as with them."""
    whole = [read(one) for one in told]
    for shape in shapes:
        own_first = sorted(range(len(told)), key=lambda n, own=shape.example: told[n][0] != own)  # type: ignore[misc]
        with without_shape(shape.name):
            if not changes(told, whole, own_first):
                yield f"{language}: shape {shape.name}"


def idle_principles(language: str, told: Sequence[Text]) -> Iterator[str]:
    """The principles of a language without which these texts are read as with them."""
    whole = [read(one) for one in told]
    for question, table in TABLES.items():
        for one in table[language]:
            with without_principle(table, language, one):
                if not changes(told, whole, range(len(told))):
                    yield f"{language}: {question}: {one.__name__}"


def changes(told: Sequence[Text], whole: Sequence[Report | str], order: Sequence[int]) -> bool:
    """Whether any text is read in another way than before."""
    return any(read(told[n]) != whole[n] for n in order)


@contextmanager
def without_shape(name: str) -> Iterator[None]:
    """Reads by a grammar without one shape."""
    with mock.patch.object(reading, "grammar", partial(grammar, without=frozenset({name}))):
        yield


@contextmanager
def without_principle(table: dict[str, tuple[Any, ...]], language: str, one: Any) -> Iterator[None]:
    """Reads without one principle of a table."""
    with mock.patch.dict(table, {language: tuple(other for other in table[language] if other is not one)}):
        yield


def main(languages: Sequence[str]) -> int:
    """Prints the idle ones; 1 if there are any."""
    found = [name for language in languages or LANGUAGES for name in idle(language)]
    sys.stdout.write("".join(f"idle: {name}\n" for name in found) or "none is idle\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
