"""What contributes to a growth, where the words name it between the two: "the contribution of services to growth"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.parsing.english.percent_of import grows
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_minor, is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says

_CONTRIBUTIONS = frozenset({"contribution.rate", "contribution.noun"})


def contributor(words: Words, clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """What contributes, in "the contribution of services to growth was 60 percent" and "its contribution to it"."""
    n, to = _from_to(tokens)
    if not to or clues.verb or any(map(_leaves, tokens[n:])) or _only_said_to_be(tokens, n):
        return tokens
    clues.says.add(Says.CONTRIBUTION_RATE)
    named = core(tokens[n + 1 : to])
    end = 0 if named else _end_of_growth(tokens, to)
    clues.relative = words.phrase(core(tokens[to + 1 : end or len(tokens)]))
    return tokens[end + 1 :] if end else named or tokens[:n]


def _end_of_growth(tokens: Sequence[Token], to: int) -> int:
    """Where what contributes is named behind the growth of all: "the contribution to GDP growth | of farming was"."""
    at = next((n for n in range(to + 2, len(tokens)) if "link.by" in tokens[n].roles), 0)
    naming = tokens[at - 1].naming
    whole = naming is not None and naming.breakdown in (None, "_T")  # not "to the growth of GDP"
    by_name = tokens[at - 1].word.rpartition(" ")[2] in word_set("growth_nouns.words")
    return at if at and whole and by_name and core(tokens[at + 1 :]) else 0


def _only_said_to_be(tokens: Sequence[Token], n: int) -> bool:
    """Whether a clause behind a comma tells the part of what adds to a whole: "tea is a contributor to GDP, with"."""
    return tokens[-1].mark == "," and any(is_verb(token) for token in tokens[:n]) and not grows(tokens[n + 1 :])


def with_rate_named(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words with a noun for what a clause tells: "the rates at which farms contributed to growth"."""
    verb = next((n for n, token in enumerate(tokens) if token.word in word_set("lifts.words")), 0)
    which = next((n for n, token in enumerate(tokens[:verb]) if token.word in word_set("relative.words")), 0)
    if which < len(("rates", "at")) or tokens[which - 2].word not in word_set("lifts.rates"):
        return tokens
    rate = attrs.evolve(tokens[which - 2], roles=_RATE)
    return [
        *tokens[: which - 2],
        rate,
        *tokens[which + 1 : verb],
        attrs.evolve(tokens[verb], roles=_TO),
        *tokens[verb + 1 :],
    ]


_RATE, _TO = frozenset({"contribution.rate"}), frozenset({"link.to"})


def hear_contribution(clues: Clues, tokens: Sequence[Token]) -> None:
    """Takes a percentage right behind "a contribution of" for a part of the growth that was told."""
    said = next((token for token in reversed(tokens) if not is_light(token)), None)
    if said is not None and said.naming is None and "contribution.noun" in said.roles:
        clues.says.add(Says.CONTRIBUTION_RATE)


def after_contribution(tokens: Sequence[Token], unit: str | None, behind: Sequence[Token]) -> list[Token]:
    """The words for what added points and when, where they follow: "the main contributor was | paper".

    Or where they follow the points, in words `behind` those: "the main contribution, 0.3 points, came from | paper".
    Nothing where no contribution is told of so.
    """
    if len(behind) > 1 and behind[0].mark == "," and tokens and tokens[-1].mark == "," and _tells_who(behind[1]):
        stop = next((n for n, token in enumerate(behind) if n > 1 and token.mark), len(behind))
        tokens = [*tokens[:-1], *behind[1:stop]]
    at = next((n for n, t in enumerate(tokens) if "contribution.noun" in t.roles and t.naming is None), None)
    if unit != "PPT" or at is None:
        return []
    verb = next((n for n, token in enumerate(tokens) if n > at and _tells_who(token)), len(tokens))
    rest = list(tokens[verb + 1 :])
    named = core(rest)
    times = [token for token in tokens[:verb] if token.time is not None]
    return [*times, *rest] if named and is_plain(named[0], or_named=True) else []


def _tells_who(token: Token) -> bool:
    return "link.source" in token.roles or token.word in word_set("passive.be")


def _leaves(token: Token) -> bool:
    """Whether what comes next is no more of what contributes: "growth came from finance, where output was"."""
    return bool(token.mark and token.mark != ",") or token.word in word_set("relative.where")


def without_growth_contributed_to(words: Words, clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without the bare growth that something contributes to, which would be taken for a rise of it."""
    n, to = _from_to(tokens)
    stop = next(
        (k for k in range(to + 1, len(tokens)) if not (is_change(tokens[k]) or is_light(tokens[k]))), len(tokens)
    )
    moved = to and any(map(is_change, tokens[to + 1 : stop]))
    if not moved or not all(is_verb(token) or is_minor(token) or token.mark == ":" for token in tokens[stop:]):
        return tokens
    words.scene.base = None  # growth is that of the whole economy, whatever was spoken of before
    clues.says.add(Says.CONTRIBUTION_RATE)
    clues.relative = words.phrase(tokens[to + 1 : stop])
    return [*tokens[:n], *core(tokens[n + 1 : to]), *tokens[stop:]]


def _from_to(tokens: Sequence[Token]) -> tuple[int, int]:
    """The places of the contribution and of the "to" after it; 0 where there is none."""
    n = next((n for n, t in enumerate(tokens) if t.naming is None and not t.roles.isdisjoint(_CONTRIBUTIONS)), None)
    to = None if n is None else next((k for k, t in enumerate(tokens[n:], n) if "link.to" in t.roles), None)
    return (0, 0) if n is None or to is None else (n, to)
