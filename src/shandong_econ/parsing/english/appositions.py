"""What is said of a subject between two commas before its verb: "CPIH, the measure that includes housing, rose"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.words import core, is_change, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token


def without_apposition(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before a verb without the clause between commas that ends them, in which other commas may stand."""
    if not tokens or tokens[-1].mark != ",":
        return tokens
    for n in range(1, len(tokens) - 1):
        if tokens[n].mark == "," and _opens(tokens, n + 1) and _is_subject(tokens[:n]):
            return tokens[:n]
    return tokens


def _opens(tokens: Sequence[Token], n: int) -> bool:
    """Whether a relative clause begins at a place, or a noun phrase of which one tells."""
    if tokens[n].word not in word_set("aside.first"):
        return False
    stop = next((k for k in range(n, len(tokens)) if tokens[k].mark), len(tokens))
    return any(token.word in word_set("relative.that") for token in tokens[n + 2 : stop])


def _is_subject(tokens: Sequence[Token]) -> bool:
    """Whether words can be what the verb is of: they name something, and no verb or mark stands among them."""
    begin = max((n + 1 for n, token in enumerate(tokens) if token.mark or "link.list" in token.roles), default=0)
    inner = core(tokens[begin:])
    if not inner or "link.preposition" in tokens[begin].roles or "link.frame" in tokens[begin].roles:
        return False
    return not any(
        (is_verb(token) and not is_change(token)) or token.word in word_set("clause.words") for token in inner
    )
