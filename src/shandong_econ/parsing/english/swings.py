"""From which result a firm or a balance turned to another: "swung from a profit of 3 million yuan to a loss"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.word_kinds import is_minor, is_plain, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.tokens import Token


def is_result(words: str) -> bool:
    """Whether words name a result that has an opposite: "net profit", "trade deficit"."""
    return words.lower().rpartition(" ")[2] in word_set("results.words")


def swung_from(words: Words, tokens: Sequence[Token]) -> str:
    """The result of which an amount is that something turned from, or ""."""
    at = next((n for n in reversed(range(len(tokens))) if tokens[n].word == "from"), None)
    if at is None:
        return ""
    noun = [token for token in tokens[at + 1 :] if not is_minor(token)]
    result = words.phrase(core(noun)) if all(is_plain(token, or_named=True) for token in noun) else ""
    return result if is_result(result) else ""
