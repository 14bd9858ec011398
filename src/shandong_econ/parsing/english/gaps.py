"""Words that set a figure beside another one: what something outpaces or trails, and the points by which it does."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Comparison
from shandong_econ.parsing.english.words import Words, core, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Clues, Says


def gap_of(token: Token) -> int:
    """The side on which a verb such as "outpacing" puts its subject, or 0 for other words."""
    return ("gap.above" in token.roles) - ("gap.below" in token.roles)


def without_effect(words: Words, clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before "dragging" or "outpacing": what comes after is what is moved, or what is left behind."""
    for n, token in enumerate(tokens):
        if token.naming is not None:
            continue
        side = gap_of(token)
        lifts = token.word in word_set("lifts.words")
        if side or lifts or "contribution.verb" in token.roles:
            clues.relative = words.phrase(core(tokens[n + 1 :]))
            if side:
                clues.side = side
            else:
                clues.says.add(Says.CONTRIBUTION)
            if "contribution.negative" in token.roles:
                clues.verb = -1
            return tokens[:n]
    return tokens


def without_outdone(clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before "beating | last year's holiday | by" a percentage, which is a growth over what was beaten."""
    last = len(tokens) - 1
    if last < 1 or tokens[last].word != "by":
        return tokens
    for n in range(last - 1, -1, -1):
        token = tokens[n]
        if token.mark:
            return tokens
        if gap_of(token) and token.naming is None:
            beaten = tokens[n + 1 : last]
            comparison = next((found for t in beaten if (found := comparison_of(t)) is not None), None)
            time = next((t.time for t in beaten if t.time is not None), None)
            if comparison is None and time is None:
                return tokens
            if time is not None and time.form == "year" and time.groups.get("relative"):
                comparison, time = Comparison.YEAR_ON_YEAR, None  # "last year's holiday"
            clues.verb, clues.comparison, clues.base = gap_of(token), clues.comparison or comparison, time
            return [*tokens[:n], tokens[last]]
    return tokens


def without_pace_before(clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without those that tell whence points are counted: "quickening | from the rise in May | by"."""
    last = len(tokens) - 1
    if last < 0 or tokens[last].word != "by":
        return tokens
    start = next((n for n in range(last, 0, -1) if tokens[n].mark or tokens[n].word == "from"), 0)
    time = next((token.time for token in tokens[start:last] if token.time is not None), None)
    if not start or tokens[start].mark or time is None or not is_verb(tokens[start - 1]):
        return tokens
    clues.base = clues.base or time
    return [*tokens[:start], tokens[last]]
