"""What stands before a figure where a machine kept the order of Chinese, put behind it, where English has it.

"Growth was higher than the national average of 0.3 points" is "growth was 0.3 points higher than the average".
"""

from __future__ import annotations

from shandong_econ.parsing.english.words import is_verb
from shandong_econ.parsing.finding.tokens import Token

_DEGREES = frozenset({"change.more", "change.less"})


def in_order(lead: list[Token], figure: Token, trail: list[Token]) -> tuple[list[Token], list[Token]]:
    """The words before and behind a figure; a comparison with another place that leads to points goes behind them."""
    if figure.figure is None or figure.figure.unit != "PPT":
        return lead, trail
    at = next((n for n in range(len(lead) - 2, -1, -1) if _compares(lead[n], lead[n + 1])), None)
    if at is None or not any(_is_place(token) for token in lead[at + 2 :]):
        return lead, trail
    told = lead[at:]
    if any(token.mark or token.figure is not None or token.time is not None or is_verb(token) for token in told):
        return lead, trail
    stop = max(n for n, token in enumerate(told) if _is_place(token)) + 1
    links = [n for n in range(stop, len(told)) if told[n].word in ("of", "by")]
    if any(told[n].word == "by" for n in links):
        return lead, trail  # as English has it too: "higher than the average by 3 points"
    stop = links[-1] if links else len(told)
    return [*lead[:at], *told[stop + 1 :]], [*told[:stop], *trail]


def _compares(degree: Token, than: Token) -> bool:
    return not _DEGREES.isdisjoint(degree.roles) and "comparison.than" in than.roles


def _is_place(token: Token) -> bool:
    return bool(token.areas) or any(role.startswith("area.") for role in token.roles)
