"""A part told in words and in figures again: "more than 1 in 4 (26%) shops", "nearly half of exports (48%)"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import attrs

from shandong_econ.lexicon.words import word_lists
from shandong_econ.parsing.account import Account
from shandong_econ.parsing.english.word_kinds import is_light, is_plain, word_set
from shandong_econ.parsing.finding.tokens import Token

LONGEST = 8  # pieces between the part in words and its bracket


def with_figures_alone(account: Account, tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence with such parts in figures alone: "26% of shops", "48% of exports"."""
    n = next((n for n in range(1, len(tokens) - 2) if _is_bracket(tokens[n : n + 3])), 0)
    if not n:
        return tokens
    of, end = _begin_of_whole(tokens, n)
    first = _begin_of_part(tokens, end)
    rest = with_figures_alone(account, tokens[n + 3 :])
    if first == end:
        return [*tokens[: n + 3], *rest]
    for token in tokens[first:end]:
        account.judge("fraction", token)
    while first and is_light(tokens[first - 1]):
        first -= 1
    if not of and rest and is_plain(rest[0], or_named=True) and rest[0].word not in word_set("acts.verbs"):
        of = [attrs.evolve(tokens[n + 2], mark="", word="of", roles=_OF)]
    return [*tokens[:first], tokens[n + 1], *of, *rest]


_OF = frozenset({"share.of", "link.preposition", "link.by", "link.that_links"})


def _is_bracket(tokens: Sequence[Token]) -> bool:
    figure = tokens[1].figure
    return figure is not None and figure.unit == "PT" and (tokens[0].mark, tokens[2].mark) == ("(", ")")


def _begin_of_whole(tokens: list[Token], n: int) -> tuple[list[Token], int]:
    """What stands between the part in words and the bracket at a place, "of" what it is, and where that begins."""
    k = n
    while k > max(0, n - LONGEST) and is_plain(tokens[k - 1], or_named=True) and not _ends_part(tokens[k - 1]):
        k -= 1
    of = 0 < k < n and tokens[k - 1].word in word_set("parts.of")
    return (tokens[k - 1 : n], k - 1) if of else ([], n)


def _begin_of_part(tokens: list[Token], end: int) -> int:
    """Where a part in words begins that ends at a place: "a third", "half", "three in ten"; or that place."""
    if end and _ends_part(tokens[end - 1]):
        return end - 1
    near = tokens[max(0, end - 3) : end]
    if (
        len(near) > 1
        and near[-1].word in _cuts()
        and (near[-2].word in word_set("fraction.one") or _is_count(near[-2]))
    ):
        return end - 2
    in_all = len(near) == len(("one", "in", "ten")) and near[1].word in word_set("part.in")
    return end - 3 if in_all and all(map(_is_count, near[::2])) else end


def _ends_part(token: Token) -> bool:
    if token.figure is not None:
        return token.figure.endless or (token.figure.is_word and token.figure.unit == "PT")
    _, hyphen, cut = token.word.rpartition("-")
    return cut in (_cuts() if hyphen else word_set("cut.2"))


def _is_count(token: Token) -> bool:
    return token.figure is not None and token.figure.unit is None


@cache
def _cuts() -> frozenset[str]:
    return frozenset(word for words in word_lists("en", "cut").values() for word in words)
