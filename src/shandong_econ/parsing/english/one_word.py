"""Pieces that are together one word of a sentence, whose numbers measure nothing: "aged 16 to 64", "1,000-kilovolt"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shandong_econ.parsing.account import Account
from shandong_econ.parsing.finding.tokens import Token

EndOf = Callable[[Sequence[Token], int], int]
"""Finds where what begins at a piece ends, or gives that piece where nothing begins there."""


def as_one_word(account: Account, tokens: list[Token], end_of: EndOf, reason: str, *, glue: str = " ") -> list[Token]:
    """The pieces of a sentence with all that has an end as one word, its numbers accounted for by the reason."""
    kept: list[Token] = []
    n = 0
    while n < len(tokens):
        end = end_of(tokens, n)
        if end > n:
            for token in tokens[n:end]:
                account.judge(reason, token)
            said = glue.join(token.word for token in tokens[n:end])
            kept.append(Token(tokens[n].start, tokens[end - 1].end, word=said))
        else:
            kept.append(tokens[n])
        n = max(end, n + 1)
    return kept
