"""How much something moved, told after a pause: "output fell sharply, in May too, by" 3 percent."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import is_change, is_minor, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token, has_role


def without_pause(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words with the verb right before the "by" that a comma parts from it; times that stood between come first."""
    at = pause_before_by(tokens)
    if at and tokens[at - 1].word in word_set("price.told"):
        return [*tokens[:at], *tokens[at + 1 :]]  # "fish was cheaper, | by 1.4 percent"
    verb = last_change(tokens[:at]) if at else None
    if at is None or verb is None:
        return tokens
    times = [token for token in tokens[verb + 1 : at] if token.time is not None]
    return [*tokens[:verb], *times, tokens[verb], *tokens[at + 1 :]]


def pause_before_by(tokens: Sequence[Token]) -> int | None:
    """The place of a comma after which only "by" leads to a figure."""
    at = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n].mark), None)
    if at is None or tokens[at].mark != "," or not all(map(is_minor, tokens[at + 1 :])):
        return None
    return at if has_role(tokens[at + 1 :], "link.by") else None


def last_change(tokens: Sequence[Token]) -> int | None:
    """The place of the last verb that tells of a rise or a fall in a clause, if no other verb comes after it."""
    for n in range(len(tokens) - 1, 0, -1):
        token = tokens[n]
        if token.mark and token.mark != ",":
            return None
        if is_change(token) and token.naming is None:
            return n
        if is_verb(token):
            return None
    return None
