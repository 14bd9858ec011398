"""Parts of what was told: "of which 130 million came from new energy", "of this, 12 percent was spent on schools"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.tokens import Token

LONGEST_OPENING = 4  # pieces of "of the total amount"
LEAST_OPENING = 3  # words of "of the total"
LONGEST_VERB = 3  # pieces of "was spent on"


def opens_part(tokens: Sequence[Token]) -> int:
    """The place after words that lead straight to a part of what was told, or 0 where others stand between."""
    stop = len(tokens)
    while stop and (is_light(tokens[stop - 1]) or tokens[stop - 1].mark == ","):
        stop -= 1
    if stop and "link.of_which" in tokens[stop - 1].roles:
        return stop
    opening = " ".join(token.word for token in tokens[:LONGEST_OPENING] if not token.mark)
    return len(tokens) if 0 < len(tokens) <= LONGEST_OPENING + 1 and opening in word_set("parts.openings") else 0


def opens_with_whole(tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins with all of what was told before: "Of the total, | wind power was", "the rest"."""
    comma = next((n for n, token in enumerate(tokens) if token.mark or token.time or token.figure), 0)
    opening = " ".join(token.word for token in tokens[:comma]).split()
    short = {" ".join(opening), " ".join(opening[:LEAST_OPENING])}  # "of the total | power generated,"
    rest = {tokens[0].word, " ".join(token.word for token in tokens[:2])}
    whole = tokens[comma].mark == "," and not short.isdisjoint(word_set("parts.openings"))
    return whole or not rest.isdisjoint(word_set("some_of.rest"))


def among(words: Words, tokens: Sequence[Token]) -> str:
    """Those of whom a number counts some: "among | the listed projects |, 1,406 are under way", or ""."""
    stop = len(tokens)
    while stop and (is_light(tokens[stop - 1]) or tokens[stop - 1].mark == ","):
        stop -= 1
    begin = max((n + 1 for n, token in enumerate(tokens[:stop]) if token.mark or "link.list" in token.roles), default=0)
    part = tokens[begin:stop]
    if len(part) < len(("of", "them")) or part[0].word not in word_set("whole.of"):
        return ""
    timed = next((n for n in range(len(part)) if part[n].time is not None), None)
    part = part[:timed] if timed == len(part) - 1 else part  # "of the trade | in 2023"
    if any(token.time is not None or is_verb(token) for token in part):
        return ""
    phrase = words.phrase(core(part))
    return "" if phrase.lower() in word_set("pronoun.same") or not phrase else phrase


def is_of_whole(tokens: Sequence[Token], first: int, lead: Sequence[Token], trail: Sequence[Token]) -> bool:
    """Whether an amount is a part of one told: "of the 5 billion borrowed, 3 | related to loans", "the remaining 2"."""
    rest = next((token for token in reversed(lead) if not (is_light(token) or token.mark)), None)
    remains = rest is not None and rest.word in word_set("some_of.more")
    begin = max((n + 1 for n, token in enumerate(tokens[:first]) if token.mark == ":"), default=0)
    opening = tokens[begin : next((n for n in range(begin, first) if tokens[n].mark == ","), begin)]
    opens = any(token.figure is not None for token in opening) and opening[0].word in word_set("whole.of")
    told = len(trail) > 1 and trail[0].word in word_set("passive.be") and is_participle(trail[1].word)
    return (remains or opens) and not (told and not any("link.preposition" in one.roles for one in trail[2:3]))


def part_named(words: Words, trail: Sequence[Token]) -> str:
    """What a part is said to be, to have come from or to have gone to."""
    opening = [token for token in trail[:LONGEST_VERB] if not token.mark]
    for n in range(len(opening), 0, -1):
        if " ".join(token.word for token in opening[:n]) in word_set("some_of.goes"):
            return "" if n < len(trail) and is_change(trail[n]) else words.until_break(trail[n:])
    return ""
