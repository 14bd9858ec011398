"""Counts of some of the subject, told by the way before its verb: "private firms, 2,987 of which export, | moved"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.finding.tokens import Token


def across_count(tokens: Sequence[Token], lead: list[Token], first: int) -> list[Token]:
    """The words that lead to the figure at `first`, with the subject before such a count in the place of that."""
    at = first - len(lead) - 1
    close = next((n for n, token in enumerate(lead) if token.mark), 0)
    if not close or at < LEAST or "link.of_which" not in lead[0].roles or lead[close].mark != ",":
        return lead
    if tokens[at].figure is None or tokens[at - 1].mark != ",":
        return lead
    start = max((n + 1 for n in range(at - 1) if tokens[n].mark or tokens[n].figure is not None), default=0)
    return [*tokens[start : at - 1], *lead[close + 1 :]]


LEAST = 2  # pieces before the count: the subject and a comma
