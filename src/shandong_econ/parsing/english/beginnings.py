"""Years of a beginning, which are no time of a figure: ", founded by two returnees in 2011,"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.tenses import is_past
from shandong_econ.parsing.english.word_kinds import is_plain, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token


def without_beginnings(tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence in which the year of a beginning is no time: ", founded by two returnees in 2011,"."""
    kept = list(tokens)
    for n, token in enumerate(tokens):
        if token.time is None or token.time.form not in _YEARS or token.time.names_year is None or _had(tokens, n + 1):
            continue
        near = range(n - 1, max(-1, n - LONGEST_BEGINNING), -1)
        first = next((k for k in near if _begins(tokens, k) or _began(tokens, k, n)), None)
        if first is not None and not any(t.mark or t.word in word_set("split.clause") for t in tokens[first:n]):
            kept[n] = Token(token.start, token.end, word=token.word)
    return _without_since(kept)


def _without_since(tokens: list[Token]) -> list[Token]:
    """The pieces without since when something is told, between a noun and its verb: "| since the series began in"."""
    since = next((n for n, token in enumerate(tokens) if n and token.word in word_set("told.since")), 0)
    near = range(since + 2, min(since + LONGEST_BEGINNING, len(tokens) - 1))
    time = next((n for n in near if since and tokens[n].time is not None), 0)
    between = tokens[since + 1 : time]
    tells = time and is_verb(tokens[time + 1]) and not any(t.mark or t.figure is not None for t in between)
    noun = since > 0 and is_plain(tokens[since - 1], or_named=True)
    return [*tokens[:since], *tokens[time + 1 :]] if tells and noun and len(between) > 1 else tokens


_YEARS = frozenset({"year", "month"})
LONGEST_BEGINNING = 9  # pieces from "founded" to its year


def _had(tokens: Sequence[Token], n: int) -> bool:
    """Whether what something began with follows the year of its beginning: "which opened in 2017 | with 22 tenants"."""
    return has_word(tokens[n : n + 1], "split.with") and any(t.figure is not None for t in tokens[n + 1 : n + 3])


def _begins(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word tells by the way when something began: after a comma, "which" or ", a firm"."""
    if not n or _verb(tokens, n) not in word_set("calendar.beginnings"):
        return False
    before = tokens[n - 1]
    return bool(before.mark == "," or before.word in word_set("relative.that")) or _is_apposition(tokens[:n])


def _is_apposition(tokens: Sequence[Token]) -> bool:
    """Whether words end with a noun phrase that only says what the one before a comma is: ", a firm"."""
    comma = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n].mark), 0)
    said = tokens[comma + 1 :]
    return (
        comma > 0
        and len(said) > 1
        and said[0].word in word_set("acting.articles")
        and all(is_plain(one, or_named=True) for one in said[1:])
    )


def _began(tokens: Sequence[Token], n: int, time: int) -> bool:
    """Whether something is said to have begun at a time, and then how it is: "was founded in 2016 and has"."""
    opens = not n or tokens[n - 1].word in word_set("passive.be")
    if not opens or _verb(tokens, n) not in word_set("calendar.beginnings") or time + 2 >= len(tokens):
        return False
    if not n:
        return tokens[time + 1].mark == ","
    return "link.list" in tokens[time + 1].roles and not is_past(tokens[time + 2].word)


def _verb(tokens: Sequence[Token], n: int) -> str:
    return tokens[n].word if tokens[n].word != "set" else " ".join(token.word for token in tokens[n : n + 2])
