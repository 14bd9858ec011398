"""Counts told by the way before the verb of their subject: "private firms, 2,987 of which export, | moved"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import is_verb
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def across_count(tokens: Sequence[Token], lead: list[Token], first: int) -> list[Token]:
    """The words that lead to the figure at `first`, with the subject before such a count in the place of that.

    The count is of some of the subject, or in brackets of its kinds: "sales of fruit (toys, nuts, 2 kinds) | were".
    """
    at = first - len(lead) - 1
    close = next((n for n, token in enumerate(lead) if token.mark), 0)
    if lead and lead[0].mark == ")":
        opening = max((n for n in range(first) if tokens[n].mark == "("), default=0)
        return _across_bracket(tokens[:opening], tokens[opening:first], lead)
    if not close or at < LEAST or "link.of_which" not in lead[0].roles or lead[close].mark != ",":
        return lead
    if tokens[at].figure is None or tokens[at - 1].mark != ",":
        return lead
    return [*_opened_last(tokens[: at - 1]), *lead[close + 1 :]]


LEAST = 2  # pieces before the count: the subject and a comma


def _across_bracket(before: Sequence[Token], inside: Sequence[Token], lead: list[Token]) -> list[Token]:
    subject = _opened_last(before)
    figures = [token.figure for token in inside if token.figure is not None]
    counts = bool(figures) and all(one.unit in COUNTED | {None} and not one.power for one in figures)
    goes_on = len(lead) > 1 and not lead[1].mark and subject and not any(map(is_verb, subject))
    return [*subject, *lead[1:]] if counts and goes_on else lead


def _opened_last(tokens: Sequence[Token]) -> Sequence[Token]:
    """The last of some words, behind all marks and figures."""
    return tokens[max((n + 1 for n, token in enumerate(tokens) if token.mark or token.figure is not None), default=0) :]
