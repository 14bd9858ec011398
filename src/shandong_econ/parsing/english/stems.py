"""A line that ends with a verb and a colon, of which each item under it tells the end: "output fell by:", "2%"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import is_light, tells, word_set
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.scene import Scene


def note_stem(scene: Scene, tokens: Sequence[Token]) -> None:
    """Remembers a sentence without a figure that breaks off behind its verb."""
    told = list(tokens[:-1])
    verb = next((token for token in reversed(told) if token.word not in word_set("told.by_only")), None)
    breaks_off = verb is not None and tokens[-1].mark == ":" and verb.naming is None and tells(verb)
    scene.stem = told if breaks_off else []


def with_stem(scene: Scene, tokens: list[Token]) -> list[Token]:
    """The pieces of an item behind those of the line over it, where a figure opens the item."""
    first = next(
        (token for token in tokens if not is_light(token) and token.word not in word_set("told.by_only")), None
    )
    goes_on = scene.position.opens_paragraph and first is not None and first.figure is not None
    return [*scene.stem, *tokens] if goes_on else tokens
