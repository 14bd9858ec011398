"""The words before a figure cut at their verbs, without who speaks, what is outdone and what only says what one is."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.gaps import gap_of
from shandong_econ.parsing.english.role_classes import FORESEEN
from shandong_econ.parsing.english.seeming import is_particle
from shandong_econ.parsing.english.unlisted_verbs import acts
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import core
from shandong_econ.parsing.finding.tokens import Token, qualifier_of


def at_verbs(tokens: Sequence[Token]) -> list[list[Token]]:
    """The words between the verbs, from the last one on that only tells who speaks."""
    parts: list[list[Token]] = [[]]
    for n, token in enumerate(tokens):
        if token.word in word_set("speech.verbs"):
            parts = [[]]  # "he said output"
        elif _outdoes(tokens, n) and core(parts[-1]):
            break  # "they outran total sales with a growth of"
        elif cuts(tokens, n):
            if core(parts[-1]) and _tells_what_it_is(parts[-1], tokens[n:]):
                break  # "banks were the weak spot, with"
            parts.append([])
        elif not parts[-1] and is_particle(tokens, n) and acts(tokens, n - 1):
            continue  # "rang | up | exports of"
        else:
            parts[-1].append(token)
    return parts


def _outdoes(tokens: Sequence[Token], n: int) -> bool:
    """Whether a verb stands at a place of which the object is what the subject is ahead of or behind."""
    token = tokens[n]
    done = token.naming is None and not token.word.endswith(word_list("en", "acting.present"))
    return bool(gap_of(token)) and done and n + 1 < len(tokens) and " " not in token.word


def _tells_what_it_is(subject: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether a "was the" and what follows only say what the subject is, not which is "the largest"."""
    if rest[0].word not in word_set("passive.be") or len(rest) < len(("was", "the", "spot")):
        return False
    if rest[2].word in word_set("said_to_be.sole"):
        return True  # "banks were the only industry to"
    if rest[1].word not in word_set("aside.first") or any(token.naming is not None for token in rest):
        return False
    return word_set("degree.words").isdisjoint(token.word for token in subject)


_TO = ("to", "will")  # "hopes to", "will"
_SOURCES = frozenset({"link.source", "contribution.source"})  # "the fall | was driven by | exports"


def cuts(tokens: Sequence[Token], n: int) -> bool:
    """Whether a verb stands at a place, between what it is said of and its object."""
    token = tokens[n]
    if token.word in word_set("size.worth") and n + 1 < len(tokens) and tokens[n + 1].figure is not None:
        return False  # "those worth 100 million yuan and above"
    if not n and token.word in word_set("acting.imperatives"):
        return True  # "bring in foreign trade of"
    led = n > 0 and tokens[n - 1].word.endswith(_TO)
    if led and ("change.act" in token.roles or (is_plain(token) and not FORESEEN.isdisjoint(tokens[n - 1].roles))):
        return True  # "the city wants to bring | the ratio below", "hopes to push | exports up"
    if n and token.word in word_set("participle.deeds") and tokens[n - 1].word in word_set("participle.after"):
        return False
    if n > 1 and tokens[n - 1].word in word_set("relative.words") and not tokens[n - 2].mark:
        return False  # "the proportion of people who | were in work"
    if (
        not token.roles.isdisjoint(_SOURCES)
        or (is_verb(token) and not is_change(token))
        or not FORESEEN.isdisjoint(token.roles)
        or acts(tokens, n)
        or _gets(tokens, n)
    ):
        return True
    if gap_of(token) and token.naming is None and n + 1 == len(tokens):
        return True  # "exports lagged behind" with an increase
    return not n and qualifier_of(token) is not None and leads_off(tokens[1:])  # "passed through"


def _gets(tokens: Sequence[Token], n: int) -> bool:
    """Whether a rise is only that something came to have a series: "the sector | gained | an added value of"."""
    if not n or not is_change(tokens[n]) or n + 2 >= len(tokens):
        return False
    article, thing = tokens[n + 1 : n + 3]
    names = thing.naming is not None or "noun.words" in thing.roles
    done = tokens[n].word.endswith(word_list("en", "acting.past"))
    return done and article.word in word_set("acting.articles") and names and not is_change(thing)


def leads_off(part: Sequence[Token]) -> bool:
    """Whether the words after a verb begin with where, how or why: "through the ports of"."""
    return bool(part) and part[0].naming is None and part[0].word in word_set("acting.leads_off")
