"""The words between English figures, parted into clauses: phrases with their complements, places, times, asides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from shandong_econ.lexicon.concepts import NATION
from shandong_econ.lexicon.speech import speech_set
from shandong_econ.lexicon.words import by_first_letter, word_list
from shandong_econ.parsing.asides_english import CLOSES_ASIDE, emptied, is_put_in
from shandong_econ.parsing.clauses import Clause, Phrase, Place, When
from shandong_econ.parsing.compared_english import is_compared
from shandong_econ.parsing.grammar.classes import (
    ACTS,
    AHEAD,
    AND,
    AREA,
    COMPARE,
    FIGURES,
    FIRM,
    IN,
    IS,
    NAME,
    OF_WHICH,
    OPEN,
    SAY,
    SOURCE,
    THAN,
    THAT_OF,
    TIME,
    VERB,
    WORD,
    one_of,
)
from shandong_econ.parsing.grammar.shapes import Grammar, grammar
from shandong_econ.parsing.holders import Holder
from shandong_econ.parsing.lexing.tokens import Sentence, Token
from shandong_econ.parsing.partners_english import is_partner

_ENDS = one_of("COMMA SEMI STOP BUT SAY OPEN CLOSE")
LEADS = one_of("IN JOIN BY FROM WITH THAN TO TOWARD")
"""What leads a phrase that is no subject."""


def clauses_english(sentence: Sentence, first: int, end: int) -> list[Clause]:
    """The clauses of the tokens from one up to another; the last is the one that goes on at `end`, and may be empty.

    Where the sentence ends, none goes on.
    """
    found: list[Clause] = []
    string, tokens, shapes = sentence.classes, sentence.tokens, grammar(sentence.language)
    at = first
    for n in range(first, end):
        mark = string[n]
        if mark in _ENDS:
            start = tokens[n].start
            one = clause(sentence, at, n, mark, shapes) if at < n else Clause(start, start, "", mark=mark)
            may = found and mark in CLOSES_ASIDE
            put_in = may and is_put_in(sentence, found, one, string[n + 1 : n + 2], shapes.verbs)
            found.append(emptied(found, one) if put_in else one)
            at = n + 1
    if at < end:
        found.append(clause(sentence, at, end, "", shapes))
    elif end < len(tokens):
        found.append(Clause(tokens[end].start, tokens[end].start, ""))
    return found


def clause(sentence: Sentence, first: int, end: int, mark: str, shapes: Grammar) -> Clause:
    """The tokens from one up to another, of which there are some, as a clause, behind which `mark` stands."""
    string, tokens = sentence.classes, sentence.tokens
    classes = string[first:end]
    phrases: list[Phrase] = []
    places: list[Place] = []
    times: list[When] = []
    verb: tuple[int, int] | None = None
    comparison: Token | None = None
    n = first
    while n < end:
        cls = string[n]
        if cls in shapes.nouns:
            found = shapes.phrase.match(string, n, end)
            words = "" if found is None else found[0]
            if words and (cls not in _PLACED or not _PLACED.issuperset(words) or is_partner(sentence, n)):
                stop = n + len(words)
                phrases += _phrases(sentence, n, stop, shapes)
                beside = cls == AREA and is_beside(string, n, shapes.bases)
                tells_where = not beside and (AREA in words or FIRM in words)
                speaks = mark == SAY and sentence.said(stop - 1, stop).lower() in speech_set("en", "roles.words")
                if tells_where and not speaks:  # a Hong Kong trader said
                    places.extend(_places_in(sentence, n, stop))
                n = stop
                continue
        token = tokens[n]
        if cls == VERB:
            verb = (token.start, token.end)
        elif cls == AREA and not is_beside(string, n, shapes.bases):
            inside = n > first and string[n - 1] == IN
            places.append(Place(token, n > first and string[n - 1] == AND, is_partner(sentence, n), is_inside=inside))
        elif cls == TIME:
            inside = bool(phrases) or OF_WHICH in string[first:n]  # of which May rose by 6 percent
            is_base = token.what.is_base_only or is_compared(sentence, n, shapes.bases)
            times.append(When(token.what, token.start, token.end, inside, is_base, is_limit=False))
        elif cls == COMPARE:
            comparison = token
        n += 1
    if string[first] == SOURCE:  # according to customs
        phrases, places = [], []
    if SAY in string[end:] and phrases and _tells_an_event(sentence, phrases):
        phrases, places, times = [], [], []
    told = tuple(phrases), tuple(places), tuple(times)
    firm = _firm(sentence, first, end) if FIRM in classes else None
    return Clause(tokens[first].start, tokens[end - 1].end, classes, *told, verb, comparison, firm, mark)


def _tells_an_event(sentence: Sentence, phrases: Sequence[Phrase]) -> bool:
    """Whether phrases tell at which event something is said, which is neither where nor when it is so."""
    events = word_list("en", "event.words")
    tokens = (n for one in phrases for n in range(one.first, one.stop))
    return any(sentence.said(n, n + 1).lower() in events for n in tokens)


def is_beside(string: str, n: int, bases: frozenset[str]) -> bool:
    """Whether a place is only what something is compared with, or the first in: above the nation, the most in Asia."""
    before = string[:n].rstrip(IN + THAT_OF)[-1:]
    told = string[n + 1 : n + 2] in _OWN_FIGURE  # behind Jinan (1.49 trillion yuan)
    return not told and (before in bases or (before in _FIRST and string[n - 1] in _IN_FIRST))


_FIRST = one_of("BEST ORDINAL")
_IN_FIRST = one_of("IN ORDINAL")
_OWN_FIGURE = FIGURES | {OPEN}


def _firm(sentence: Sentence, first: int, end: int) -> Holder:
    """The firm that a clause names with its capitals."""
    at = sentence.classes.index(FIRM, first, end)
    while at + 1 < end and sentence.classes[at + 1] == FIRM:
        at += 1  # a group's mine
    start, stop, _ = sentence.tokens[at]
    return Holder(sentence.text[start:stop], start, stop, is_place=False)


_PLACED = one_of("AREA AND JOIN IN")
"""Of these a phrase that names nothing else tells only where."""


def _places_in(sentence: Sentence, first: int, stop: int) -> Iterator[Place]:
    """The places told inside of a phrase."""
    string = sentence.classes
    for n in range(first, stop):
        if string[n] == AREA:
            yield Place(sentence.tokens[n], n > first and string[n - 1] == AND, is_partner(sentence, n))
        elif string[n] == FIRM and _tells_where(sentence, n):
            yield Place(sentence.tokens[n], listed=False, in_name=True)


def _tells_where(sentence: Sentence, n: int) -> bool:
    """Whether the name of a firm says where it lies, as no name does that another's follows at once."""
    what = sentence.tokens[n].what
    return sentence.classes[n + 1 : n + 2] != FIRM and isinstance(what, tuple) and NATION not in what


def _phrases(sentence: Sentence, first: int, stop: int, shapes: Grammar) -> list[Phrase]:
    """The noun phrases of which a stretch of nouns is made, without the verbs that stand alone or between them."""
    string, found = sentence.classes, []
    end, begins = parted(sentence, first, stop)
    while end > first and string[end - 1] in ACTS:
        end -= 1
    if end > first:
        found.append(_phrase(sentence, first, end))
    follows = string[stop : stop + 1]
    names = follows in shapes.verbs or not ACTS.issuperset(string[begins:stop])
    if begins < stop and names and (string[stop - 1] == NAME or not only_when(sentence, begins, stop)):
        found.append(_phrase(sentence, begins, stop))
    return found


def parted(sentence: Sentence, first: int, stop: int) -> tuple[int, int]:
    """Where a stretch of nouns ends that a verb or an article parts from the last of them, and where that begins."""
    string, tokens = sentence.classes, sentence.tokens
    start = tokens[first - 1].end if first else sentence.start
    last = tokens[stop - 1].start
    parting = [*_parting().finditer(sentence.text, start, last)] if last - start > _SPACE else ()
    for said in reversed(parting):
        n = next(n for n in range(first, stop) if tokens[n].start >= said.start())
        if n and tokens[n - 1].end > said.start():
            continue  # it is part of a name
        if said["modal"]:
            return n, n + 1  # the company could supply pipes
        if n > first and string[n - 1] not in _LINKS:
            return n, n  # the police fined the owner
    if first and string[first] in ACTS | {WORD} and string[first - 1] == AHEAD:
        return first, first + 1  # it will supply pipes
    having = word_list("en", "tense.having") + word_list("en", "passive.be")
    has_done = first and string[first] == VERB and string[first - 1] == IS and stop > first + 1
    return (first, first + 1) if has_done and sentence.said(first - 1, first).lower() in having else (first, first)


@cache
def _parting() -> re.Pattern[str]:
    modals, articles = (by_first_letter(word_list("en", role)) for role in ("tense.modals", "articles.words"))
    return re.compile(rf"\b(?:(?P<modal>{modals})|{articles})\b", re.IGNORECASE)


def only_when(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether a phrase tells only when, or only how long."""
    if sentence.classes[stop - 1] == NAME:
        return False
    words, times = sentence.said(first, stop).lower(), word_list("en", "tense.times")
    return words in times or (stop - first == 1 and words.endswith(word_list("en", "tense.lengths")))


_SPACE = 1  # between two words
_LINKS = one_of("JOIN IN TO TOWARD FROM WITH AND BY RANGE")


def _phrase(sentence: Sentence, first: int, stop: int) -> Phrase:
    string, tokens = sentence.classes, sentence.tokens
    name = string.rfind(NAME, first, stop)
    named = tokens[name].end if name >= 0 else 0
    start, before = tokens[first].start, first - 1
    if before > 0 and string[before] == TIME and tokens[before].start > tokens[before - 1].end + 1:
        before -= 1  # from the 1986 crop: an article parts the time from what leads to both
    lead = string[before] if first else ""
    return Phrase(start, tokens[stop - 1].end, named, start, lead == AND, lead == THAN, first, stop, lead)
