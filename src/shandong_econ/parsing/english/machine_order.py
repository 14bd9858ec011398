"""What stands before a figure where a machine kept the order of Chinese, put behind it, where English has it.

"Growth was higher than the national average of 0.3 points" is "growth was 0.3 points higher than the average",
"over May to speed up 0.3 points" is "sped up 0.3 points over May", and "received tourists 3 million" received so many.
"""

from __future__ import annotations

from shandong_econ.parsing.english.listed_words import places_of
from shandong_econ.parsing.english.role_classes import COMPARES, MORE
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_plain, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token, comparison_of, is_of_place, qualifier_of
from shandong_econ.parsing.resolving.unit_classes import COUNTED, WEIGHTS


def with_chain(tokens: list[Token], *, goes_on: bool) -> list[Token]:
    """The pieces of a sentence with "the chain" before a move as what the Chinese has: "and | month on month | fell".

    `goes_on` is whether they go on with a sentence behind a semicolon.
    """
    for n in reversed(places_of(tokens, "machine.chain")):
        moves = n + 1 < len(tokens) and is_change(tokens[n + 1]) and is_verb(tokens[n + 1])
        opens = goes_on if n == 1 else n > 1 and (tokens[n - 2].mark or "link.list" in tokens[n - 2].roles)
        if moves and opens and n and tokens[n - 1].word in word_set("over.articles"):
            start, end = tokens[n - 1].start, tokens[n].end
            tokens[n - 1 : n + 1] = [Token(start, end, frozenset({"comparison.month_on_month"}), word=tokens[n].word)]
    return tokens


def in_order(lead: list[Token], figure: Token, trail: list[Token]) -> tuple[list[Token], list[Token]]:
    """The words before and behind a figure; what points are compared with goes behind them, and what is counted."""
    if figure.figure is not None and figure.figure.unit in COUNTED | WEIGHTS and figure.figure.word:
        return _thing_behind(lead, trail)
    if figure.figure is None or figure.figure.unit != "PPT":
        return lead, trail
    at = next((n for n in range(len(lead) - 2, -1, -1) if _compares(lead[n], lead[n + 1])), None)
    if at is not None and any(map(is_of_place, lead[at + 2 :])):
        return _place_behind(lead, at, trail)
    return _time_behind(lead, trail)


def _place_behind(lead: list[Token], at: int, trail: list[Token]) -> tuple[list[Token], list[Token]]:
    """The words with the comparison with another place that begins at a piece of the lead put behind the figure."""
    told = lead[at:]
    if any(token.mark or token.figure is not None or token.time is not None for token in told):
        return lead, trail
    stop = max(n for n, token in enumerate(told) if is_of_place(token)) + 1
    links = [n for n in range(stop, len(told)) if told[n].word == "of"]
    if any(map(is_verb, told[1:])) or any(token.word == "by" for token in told[stop:]):
        return lead, trail  # as English has it too: "higher than the average by 3 points"
    hedged = next((n for n in range(stop, len(told)) if qualifier_of(told[n]) is not None), len(told))
    stop = links[-1] if links else hedged
    return [*lead[:at], *told[stop + len(links[-1:]) :]], [*told[:stop], *trail]


def _time_behind(lead: list[Token], trail: list[Token]) -> tuple[list[Token], list[Token]]:
    """The words with the time over which something is said "to" move put behind the figure: "over May | to rise"."""
    to = next((n for n in range(len(lead) - 2, 0, -1) if lead[n].word == "to"), None)
    if to is None or any(token.mark or token.time is not None for token in lead[to:]):
        return lead, trail
    at = to - 1 if comparison_of(lead[to - 1]) is not None else to - 2
    if at < 0 or not (at == to - 1 or (lead[to - 1].time is not None and not COMPARES.isdisjoint(lead[at].roles))):
        return lead, trail
    return [*lead[:at], *lead[to + 1 :]], [*lead[at:to], *trail]


def _thing_behind(lead: list[Token], trail: list[Token]) -> tuple[list[Token], list[Token]]:
    """The words with the name of what was dealt with put behind the number: "received | tourists | 3 million"."""
    at = len(lead)
    while at and (lead[at - 1].naming is not None or is_plain(lead[at - 1])):
        at -= 1
    acts = 1 < at < len(lead) and is_verb(lead[at - 1]) and not (is_change(lead[at - 1]) or is_light(lead[at - 1]))
    names = acts and (lead[-1].naming is not None or lead[-1].word.endswith("s"))  # not "turned | round"
    return (lead[:at], [*lead[at:], *trail]) if names else (lead, trail)


def _compares(degree: Token, than: Token) -> bool:
    return not MORE.isdisjoint(degree.roles) and "comparison.than" in than.roles
