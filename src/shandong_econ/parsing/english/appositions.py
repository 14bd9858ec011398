"""What is said of a subject between two commas before its verb: "CPIH, the measure that includes housing, rose"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import core
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
    return has_word(tokens[n + 2 : stop], "relative.that")


def _is_subject(tokens: Sequence[Token]) -> bool:
    """Whether words can be what the verb is of: they name something, and no verb or mark stands among them."""
    begin = max((n + 1 for n, token in enumerate(tokens) if token.mark or "link.list" in token.roles), default=0)
    inner = core(tokens[begin:])
    if not inner or "link.preposition" in tokens[begin].roles or "link.frame" in tokens[begin].roles:
        return False
    return not any(
        (is_verb(token) and not is_change(token)) or token.word in word_set("clause.words") for token in inner
    )


def head_of_apposition(tokens: Sequence[Token], figure: int, verb: Token | None) -> list[Token]:
    """Who does what a verb tells, beside whom all of a kind were counted: "Tea, one of its 12 crops, | earned".

    `tokens` are those of the sentence, `figure` is where the count stands; nothing where it is no apposition.
    """
    before = [token for token in tokens if token.start < figure]
    comma = next((n for n in reversed(range(len(before))) if before[n].mark), 0)
    inner = before[comma + 1 :]
    if verb is None or not comma or before[comma].mark != "," or not inner or not _acts(verb):
        return []
    if any(map(is_verb, inner)):
        return []  # "in Zouping, a city under Binzhou, the revenue came to" 3 billion yuan, "up by"
    of_kind = inner[0].word in word_set("aside.first") and has_word(inner, "whole.of")
    one_of = inner[0].word.split(" ")[0] in word_set("aside.one")
    counts = any(token.figure is not None for token in before[:comma])
    return core(before[:comma]) if (of_kind or one_of) and not counts and _is_subject(before[:comma]) else []


def named_before_which(between: Sequence[Token], lead: Sequence[Token]) -> list[Token]:
    """What the words behind a figure name at their end, to which a "which" relates: "its driver was | tea, which"."""
    at = max((n + 1 for n, token in enumerate(between) if token.word in word_set("passive.be")), default=0)
    named = core(between[at:]) if at and has_word(lead[1:2], "relative.that") else []
    plain = all(is_plain(token, or_named=True) for token in named)
    return named if plain and not has_word(between[at : at + 1], "aside.first") else []


def _acts(token: Token) -> bool:
    past = not token.roles and token.word.endswith(word_list("en", "acting.past"))
    return past or is_verb(token) or is_change(token)
