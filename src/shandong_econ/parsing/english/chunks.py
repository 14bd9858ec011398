"""The words before a verb, cut at their commas, without what only frames, relates or is said by the way."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.appositions import without_apposition
from shandong_econ.parsing.english.by_the_way import (
    LONGEST_PART,
    ends_by_the_way,
    is_aside,
    is_by_the_way,
    without_participle,
)
from shandong_econ.parsing.english.listed_words import has_word, places_of
from shandong_econ.parsing.english.names_in_brackets import with_names
from shandong_econ.parsing.english.unlisted_verbs import acts
from shandong_econ.parsing.english.who_says import is_said, opens_what_is_told, without_speaker
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.levels import LEVELS


def chunks_of(words: Words, tokens: Sequence[Token]) -> tuple[list[list[Token]], list[Token]]:
    """The words before a verb, cut at commas, without what only frames or relates; and what a "that" relates to."""
    while tokens and tokens[-1].mark in (":", "—"):  # "the price hardly moved: from 2.4 to 2.5 yuan"
        tokens = tokens[:-1]
    tokens = _with_list_joined(tokens)
    tokens = _without_reason(without_speaker(without_apposition(without_brackets(with_names(words, tokens)))))
    goes_on = bool(tokens) and tokens[0].mark == ","
    start, antecedent = _last_clause(tokens)
    parts = _without_selves(_at_commas(tokens[start + _opens_within(tokens[start:]) :]))
    parts = _without_what_it_is(parts)
    if ends_by_the_way(words, parts):
        parts = parts[:-2]  # "manufacturing, the largest part, rose", "tea, mainly to Russia, sold"
    chunks: list[list[Token]] = []
    for n, part in enumerate(parts):
        last = n + 1 == len(parts)
        if part and part[0].word in word_set("relative.words"):
            if last and len(part) > 1:
                if chunks and not _is_number_of(part):
                    owner = _owner(part, chunks)
                    antecedent = antecedent or owner  # "sugar, whose output grew 5 percent, made up"
                    chunks = [[*owner, *part[1:]]]
                chunks = chunks or [part[1:]]
        elif not last and is_by_the_way(words, parts, n, chunks, goes_on=goes_on):
            continue
        elif chunk := core(without_participle(part) if n or goes_on else _without_span(part)):
            lists = n > 1 and "link.list" in part[0].roles  # "farming, forestry, and fishery"
            chunks.append([part[0], *chunk] if lists else chunk)
    told = words.phrase(chunks[0]).lower() if len(chunks) == 1 and len(parts) > 1 else ""
    alone = bool(parts[0]) and (
        (not chunks and len(parts) > 1 and not parts[-1]) or told in word_set("frame.goes_back")
    )
    if alone and parts[0][0].word in word_set("frame.of_parts") and any(t.naming is not None for t in parts[0]):
        chunks = [core(parts[0])]  # "for rural residents, it was" 18,672 yuan, or nothing but the amount
    return chunks, antecedent


def _without_what_it_is(parts: list[list[Token]]) -> list[list[Token]]:
    """The parts without what is said of a subject between it and its verb: "tea, the county's pride, saw its sales"."""
    if len(parts) < len(("subject", "said", "does")):
        return parts
    *before, subject, said, does = parts
    opens = bool(said and does) and said[0].word in word_set("aside.first") | word_set("owner.pronouns")
    apart = opens and core(subject) and is_verb(does[0]) and not is_change(does[0])
    return [*before, [*subject, *does]] if apart and not any(map(is_verb, [*subject, *said])) else parts


def _opens_within(tokens: Sequence[Token]) -> int:
    """How many words only open a clause with what was told before, of which it names a part: "within it | mining"."""
    back = tokens[1:2] and "link.preposition" in tokens[0].roles and tokens[1].word in word_set("pronoun.subjects")
    return 2 if back and core(tokens[2:]) and tokens[2].mark != "," else 0


def _with_list_joined(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words with a comma for a dash between so many things and their list: "its two largest buyers - A and B"."""
    at = next((n for n, token in enumerate(tokens) if token.mark == "—"), 0)
    if not at:
        return tokens
    counts = any(token.figure is not None for token in tokens[max(0, at - LONGEST_PART) : at])
    lists = has_role(tokens[at:], "link.list")
    return [*tokens[:at], attrs.evolve(tokens[at], mark=","), *tokens[at + 1 :]] if counts and lists else tokens


def _last_clause(tokens: Sequence[Token]) -> tuple[int, list[Token]]:
    """Where the last clause of some words begins, and what its "that", or its participle, relates to."""
    start = _past_since(tokens)
    antecedent: list[Token] = []
    for n, token in enumerate(tokens[start:], start):
        if token.word in word_set("aside.as") and n and tokens[n - 1].mark and any(t.mark for t in tokens[n:]):
            continue  # ", as suggested by the survey,"
        if token.word in word_set("clause.words") and _stands_apart(tokens, n):
            continue  # "trade with Japan, though, fell"
        if (token.mark and token.mark != ",") or token.word in word_set("clause.words") or _relates(tokens, n):
            if token.word == "that" and n > 1 and not is_verb(tokens[n - 1]):
                antecedent = _without_asides(tokens[start:n])
                told = opens_what_is_told(tokens[start : n + 1], n - start)
                tells = told or any(one.word in word_set("tellers.heads") for one in antecedent[-1:])
                antecedent = [] if tells else antecedent  # "by what the customs house gave out"
            start = n + 1
        elif token.mark == "," and _tells_apart(tokens[start : n + 2]) and not _lists_on(tokens[start:n]):
            start = n + 1  # "we have opened the figures for revision, | and growth has been"
        elif token.mark and tells_why(tokens, n) and core(tokens[start:n]) and not any(map(is_verb, tokens[start:n])):
            antecedent, start = _without_asides(tokens[start:n]), n + 1  # "output, hit by a fall of | 3% in May, rose"
        elif token.word in word_set("speech.verbs") and is_said(tokens, n):
            start = n + 1  # "the head of the office, said | private firms were"
    while start < len(tokens) and tokens[start].mark:
        start += 1
    return start, antecedent


def _past_since(tokens: Sequence[Token]) -> int:
    """Where what is told begins behind a clause of its start: "Since the line was opened in 2012, | it has"."""
    comma = next((n for n, token in enumerate(tokens) if token.mark), 0)
    since = has_word(tokens[:1], "told.since") and any(token.time is not None for token in tokens[:comma])
    told = since and any(map(is_verb, tokens[:comma]))
    return comma + 1 if told and tokens[comma].mark == "," else 0


def _without_span(part: Sequence[Token]) -> Sequence[Token]:
    """A noun phrase without the years that frame it and have no date: "over the five years, or years | GDP"."""
    at = next((n + 1 for n in places_of(part, "streaks.spans")), 0)
    framed = 0 < at < len(part) and "link.preposition" in part[0].roles
    return part[at:] if framed and not any(one.naming is not None for one in part[:at]) else part


def _stands_apart(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word stands alone between commas, where it opens no clause."""
    return 0 < n < len(tokens) - 1 and tokens[n - 1].mark == tokens[n + 1].mark == ","


def _tells_apart(clause: Sequence[Token]) -> bool:
    """Whether a clause before a comma and an "and" has its own subject and verb."""
    if "link.list" not in clause[-1].roles or has_word(clause, "relative.words"):
        return False
    return any(n and (is_verb(token) or acts(clause, n)) for n, token in enumerate(clause[:-2]))


def _lists_on(clause: Sequence[Token]) -> bool:
    """Whether a clause goes over to a list before its last item: "all was well, output of tea, silk, | and"."""
    parts: list[list[Token]] = [[], [], *_at_commas(clause)]
    *before, head, item = parts
    listed = all(part and "link.preposition" not in part[0].roles for part in (head, item))
    return any(before) and listed and len(item) <= LONGEST_PART and not any(map(is_verb, [*head, *item]))


def _owner(part: Sequence[Token], chunks: Sequence[list[Token]]) -> list[Token]:
    """Whose the series is that "whose" leads to, unless a place's."""
    if part[0].word not in word_set("relative.whose"):
        return []
    near = chunks[-1][-2:]  # "in Yunnan province"
    return [] if any(token.areas or not LEVELS.isdisjoint(token.roles) for token in near) else chunks[-1]


def _is_number_of(part: Sequence[Token]) -> bool:
    """Whether a clause tells only how many they are that stand before it: "part-time workers, whose number"."""
    said = " ".join(token.word for token in part[1:])
    return part[0].word in word_set("relative.whose") and said in word_set("pronoun.same")


def tells_why(tokens: Sequence[Token], n: int) -> bool:
    """Whether a comma opens a clause with a participle that tells what made the subject move: ", helped by"."""
    words = " ".join(token.word for token in tokens[n + 1 : n + 3]).split(" ")[:2]
    agent = n + 3 < len(tokens) and len(words) > 1 and words[1] in word_set("acting.agents")
    agent = agent and "link.frame" not in tokens[n + 1].roles  # not ", measured by output per hour,"
    return agent and (words[0].endswith(word_list("en", "acting.past")) or words[0] in word_set("relative.participles"))


def _relates(tokens: Sequence[Token], n: int) -> bool:
    """Whether a clause of its own begins with a relative pronoun behind a preposition: "a year in which GDP"."""
    if n < LEAST_BEFORE or tokens[n].word not in word_set("relative.words") or tokens[n - 2].mark:
        return False
    return "link.preposition" in tokens[n - 1].roles


LEAST_BEFORE = 2  # pieces: what it relates to, and the preposition


def _without_reason(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before a "because" that only says which are meant: "the number | because they found no job"."""
    at = max(places_of(tokens, "clause.reasons"), default=0)
    inside = at and core(tokens[:at]) and not any(token.mark for token in tokens[at - 1 :])
    return tokens[:at] if inside else tokens


def _without_selves(parts: list[list[Token]]) -> list[list[Token]]:
    """The parts but those that only turn back to the subject: "pork, by itself, accounted for"."""
    kept = [part for part in parts if not _is_self(part)]
    if len(kept) == len(parts):
        return parts
    return [part for part in kept if part] or parts


def _is_self(part: Sequence[Token]) -> bool:
    """Whether a part says no more than "by itself", which "Wuming alone" does."""
    return 0 < len(part) <= len(("by", "itself")) and part[-1].word in word_set("pronoun.selves")


_OPEN, _CLOSE = frozenset("(["), frozenset(")]")


def without_brackets(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without what stands in brackets among them."""
    if not any(token.mark in _OPEN for token in tokens):
        return tokens
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.mark in _OPEN
        if not depth:
            kept.append(token)
        depth -= token.mark in _CLOSE and depth > 0
    return kept if not depth else tokens


def _at_commas(tokens: Sequence[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.mark == ",":
            parts.append([])
        elif not token.mark:
            parts[-1].append(token)
    return parts


def _without_asides(tokens: Sequence[Token]) -> list[Token]:
    parts = _at_commas(tokens)
    while len(parts) > 1 and (not parts[-1] or is_aside(parts[-1])):
        parts.pop()
    return core([token for part in parts for token in part])
