"""Counts that only tell of which kinds those are that were counted before, or from where: "300 firms from 12 lands"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.groups import Group
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token, qualifier_of
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def tells_of_which(tokens: Sequence[Token], group: Group) -> bool:
    """Whether a count behind another is no more than that, and a growth of the other comes next: "..., up 5%"."""
    first, end, figure = group.first, group.last + 1, group.figures[-1].figure
    led = next((n for n in reversed(range(first)) if qualifier_of(tokens[n]) is None), 0)
    named = led > 1 and tokens[led].word in word_set("back.of_which") and not is_verb(tokens[led - 1])
    if not named or figure is None or figure.unit not in COUNTED | {None}:
        return False
    comma = next((n for n in range(end, len(tokens)) if tokens[n].mark), len(tokens))
    grows = [token for token in tokens[comma + 1 : comma + 3] if not is_light(token)]
    plain = not any(token.figure is not None or is_verb(token) for token in tokens[end:comma])
    return plain and bool(grows) and tokens[comma].mark == "," and is_change(grows[0])
