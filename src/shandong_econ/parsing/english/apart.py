"""What a series takes in or leaves out, told behind its growth: "pay rose by 1.8% including bonuses"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.parsing.english.listed_words import places_of
from shandong_econ.parsing.english.word_kinds import is_plain, tells, word_set
from shandong_econ.parsing.english.words import Words, lists_on
from shandong_econ.parsing.finding.series import Series
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.unit_classes import PERCENT

LONGEST = 5  # pieces: "excluding", and the nouns of what is left out


def end_of_apart(tokens: Sequence[Token]) -> int:
    """Where that ends with which some words behind a growth begin, or 0 where they tell nothing like it."""
    if not tokens or tokens[0].word not in word_set("aside.leaving_out"):
        return 0
    end = next((n for n, token in enumerate(tokens) if n and not is_plain(token, or_named=True)), len(tokens))
    stops = end == len(tokens) or bool(tokens[end].mark) or comparison_of(tokens[end]) is not None
    return end if 1 < end <= LONGEST and (stops or "link.list" in tokens[end].roles) else 0


def without_apart_before(lead: list[Token]) -> list[Token]:
    """The words behind a figure without what it leaves out: "12.2% of the total, excluding fuel, | compared with"."""
    end = 1 + end_of_apart(lead[1:]) if lead and lead[0].mark == "," else 0
    return lead[end:] if 1 < end < len(lead) and lead[end].mark == "," else lead


def with_left_out(tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence with what is left out as one before a verb: "excluding food, fuel and"."""
    tokens = _without_commas(_without_note(tokens))
    n = next(iter(places_of(tokens, "aside.excluding")), 0)
    comma = next((k for k in range(n + 1, len(tokens)) if not is_plain(tokens[k], or_named=True)), 0)
    if not n or not comma or tokens[comma].mark != "," or not lists_on(tokens[comma + 1 :]):
        return tokens
    link = next((k for k in range(comma, len(tokens)) if "link.list" in tokens[k].roles), comma)
    end = next((k for k in range(link + 1, len(tokens)) if not is_plain(tokens[k], or_named=True)), len(tokens))
    if end == len(tokens) or not tells(tokens[end]):
        return tokens
    told = " ".join(token.word for token in tokens[n:end])
    return [*tokens[:n], Token(tokens[n].start, tokens[end - 1].end, word=told), *tokens[end:]]


def with_brackets_in_name(tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence with a name and the bracket that tells its extent as one: "pay (excluding bonuses)"."""
    for n, opening in enumerate(tokens[1:-LEAST_INSIDE], 1):
        end = next((k for k in range(n, len(tokens)) if tokens[k].mark == ")"), n) if opening.mark == "(" else n
        inner = tokens[n + 1 : end]
        opens = bool(inner) and tokens[n + 1].word in word_set("aside.leaving_out") | word_set("aside.excepting")
        before = tokens[n - 1]
        if opens and all(map(_is_left_out, inner[1:])) and not (before.mark or before.figure or before.time):
            if any(one.word.partition(" ")[0] in word_set("aside.core") for one in tokens[max(0, n - 2) : n]):
                return [*tokens[:n], *tokens[end + 1 :]]  # "core inflation (excluding food)", which only says again
            told = " ".join(one.word for one in tokens[n - 1 : end + 1])
            named = Token(before.start, tokens[end].end, word=told)
            return [*tokens[: n - 1], named, *with_brackets_in_name(tokens[end + 1 :])]
    return tokens


def _without_note(tokens: list[Token]) -> list[Token]:
    """The pieces without the note in a bracket that all of the text leaves so much out: "..., the same below)"."""
    for comma, token in enumerate(tokens):
        end = next((n for n in range(comma, len(tokens)) if tokens[n].mark == ")"), 0) if token.mark == "," else 0
        if end and " ".join(one.word for one in tokens[comma + 1 : end]) in word_set("aside.same"):
            return [*tokens[:comma], *_without_note(tokens[end:])]
    return tokens


def _is_left_out(token: Token) -> bool:
    """Whether a word can stand among the nouns of what is left out: "both food, drink and the Bank of England"."""
    joins = token.mark == "," or bool(token.areas) or not _INSIDE.isdisjoint(token.roles)
    return joins or is_plain(token, or_named=True) or token.word in word_set("aside.joining")


LEAST_INSIDE = 3  # pieces of "excluding bonuses)"


def _without_commas(tokens: list[Token]) -> list[Token]:
    """The pieces without the commas around what is left out right behind a noun: "imports, | except of oil, | rose"."""
    for n in places_of(tokens, "aside.excepting"):
        near = tokens[n + 1 : n + LONGEST + 1]
        end = next((n + 1 + k for k, token in enumerate(near) if token.mark), 0)
        between = n > 1 and end and tokens[n - 1].mark == tokens[end].mark == "," and end + 1 < len(tokens)
        names = all(
            is_plain(token, or_named=True) or not _INSIDE.isdisjoint(token.roles) for token in tokens[n + 1 : end]
        )
        goes_on = between and (tells(tokens[end + 1]) or tokens[end + 1].word in word_set("relative.words"))
        if goes_on and names and is_plain(tokens[n - 2], or_named=True):
            told = " ".join(token.word for token in tokens[n:end])
            left_out = Token(tokens[n].start, tokens[end - 1].end, word=told)
            return [*tokens[: n - 1], left_out, *tokens[end + tells(tokens[end + 1]) :]]
    return tokens


_INSIDE = frozenset({"share.of", "link.list"})  # among the nouns of what is left out


def without_apart(words: Words, clues: Clues, tokens: Sequence[Token], unit: str | None) -> Sequence[Token]:
    """The words behind a growth without those that tell what its series takes in, which go into the clues."""
    end = end_of_apart(tokens) if unit in PERCENT else 0
    clues.apart = words.phrase(tokens[:end])
    return tokens[end:]


def with_apart(clues: Clues, subject: Subject) -> Subject:
    """The subject with what it takes in or leaves out, which makes another series of it."""
    if not clues.apart:
        return subject
    return attrs.evolve(subject, label=f"{subject.label} {clues.apart}", series=Series(None, subject.series.base, None))
