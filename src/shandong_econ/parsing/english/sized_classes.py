"""Those that are told apart by an amount, as one noun phrase: "projects | worth over 100 million yuan"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from shandong_econ.parsing.account import Account
from shandong_econ.parsing.english.one_word import as_one_word
from shandong_econ.parsing.english.word_kinds import is_plain, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token, qualifier_of
from shandong_econ.parsing.resolving.unit_classes import MONEY

LONGEST = 7  # pieces of "with a planned total investment of over"
BEFORE = 4  # ... and between a number and what it counts
LEAST_OF_ALL = 20_000_000  # what several are worth together is more than this for each
LARGEST_CLASS = 5_000_000_000  # ... and than this, where they are not counted


def with_sized_classes(account: Account, tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence with what tells those apart that are so large as one word."""
    return as_one_word(account, tokens, _end_of_size, "threshold")


def _end_of_size(tokens: Sequence[Token], n: int) -> int:
    """Where what begins at a piece ends if it tells how large those before it are, or that piece."""
    if not n or tokens[n - 1].word.rpartition(" ")[2] not in word_set("size.classes"):
        return n
    at = next((k for k in range(n, min(n + LONGEST + 1, len(tokens))) if tokens[k].figure is not None), 0)
    figure = tokens[at].figure if at else None
    if figure is None or figure.unit not in MONEY:
        return n
    end = _end_of_open(tokens, at + 1)
    if _is_aside(tokens, n, end):
        return n
    hedged = qualifier_of(tokens[at - 1]) is not None or tokens[at - 1].word in word_set("size.exceeding")
    over = at == n + 1 and tokens[n].word in word_set("size.exceeding")  # but "projects | exceeded 5 billion yuan"
    opens = over or (tokens[n].word in word_set("size.by_amount") and at < n + LONGEST // 2)
    if not (hedged or end > at + 1) or not (opens or _has_series(tokens[n:at])):
        return n
    each = any(token.word in word_set("each.words") for token in tokens[n:end])
    return end if each or not _is_of_all(tokens, n, figure) else n


def _is_aside(tokens: Sequence[Token], n: int, end: int) -> bool:
    """Whether a size is told by the way, or in two currencies, so that it stays apart."""
    before = next((token.mark for token in reversed(tokens[:n]) if token.mark), "")
    return before in _OPEN or (end < len(tokens) and tokens[end].mark in _OPEN)


_OPEN = frozenset({"(", "—", "–"})


def _end_of_open(tokens: Sequence[Token], n: int) -> int:
    """Where "or more" or "each" behind an amount ends."""
    words = [token.word for token in tokens[n : n + 2]]
    if len(words) > 1 and words[0] in word_set("size.after") and words[1] in word_set("size.open"):
        n += 2
    return n + (n < len(tokens) and tokens[n].word in word_set("each.words"))


def _has_series(tokens: Sequence[Token]) -> bool:
    """Whether pieces tell of a series of those before them: "with a planned investment of over"."""
    if tokens[0].word not in word_set("size.with"):
        return False
    return all(
        is_plain(token, or_named=True)
        or token.word in word_set("size.between_words")
        or qualifier_of(token) is not None
        or token.word in word_set("size.exceeding")
        for token in tokens[1:]
    )


def _is_of_all(tokens: Sequence[Token], n: int, figure: Figure) -> bool:
    """Whether an amount can be that of all that are counted before it, together."""
    before = range(n - 2, max(-1, n - 2 - BEFORE), -1)
    at = next((k for k in before if tokens[k].mark or tokens[k].figure is not None), None)
    count = tokens[at].figure if at is not None else None
    money = Decimal(figure.value).scaleb(figure.power)
    if count is None or count.unit is not None or count.ordinal:
        together = any(token.word in word_set("size.together") for token in tokens[n:])
        return together and money > LARGEST_CLASS
    return money > Decimal(count.value).scaleb(count.power) * LEAST_OF_ALL
