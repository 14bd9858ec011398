"""How long something goes on: "our workers will be busy | until the spring of 2025" tells when no figure is."""

from __future__ import annotations

from shandong_econ.parsing.english.listed_words import places_of
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.scene import Scene

LONGEST = 5  # pieces from the word to the end of its time: "until | the | spring | of | 2025"


def without_ends(scene: Scene, tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence without the times, still to come, until which something goes on."""
    for n in reversed(places_of(tokens, "lasting.until")):
        if n == 0 or tokens[n - 1].mark or (stop := _stop(scene, tokens, n)) is None:
            continue
        tokens = [*tokens[:n], *tokens[stop:]]
    return tokens


def _stop(scene: Scene, tokens: list[Token], n: int) -> int | None:
    """The place behind the time that a word leads to, if that is not over when the text is published."""
    at = next((k for k in range(n + 1, min(n + LONGEST, len(tokens))) if tokens[k].time is not None), None)
    if at is None or any(token.mark or token.figure is not None for token in tokens[n:at]):
        return None
    time, day = tokens[at].time, scene.times.calendar.published
    period = None if time is None else resolve(time, scene.times.calendar, scene.times.period)
    last = None if period is None else period.last
    return at + 1 if last is not None and day is not None and last > day else None
