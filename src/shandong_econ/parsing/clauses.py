"""The words between figures, parted into clauses: the noun phrases, places and times of each, before any is understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.series import Naming
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.grammar.classes import (
    AREA,
    CLASSES,
    CLOSE,
    COMMA,
    NAME,
    OPEN,
    SEMI,
    STOP,
    TIME,
    VERB,
    WORD,
)
from shandong_econ.parsing.holders import Holder, holder_at
from shandong_econ.parsing.lexing.tokens import Sentence, Token

THAN, COMPARE, JOIN, AND, SIDE, OF_WHICH = (
    CLASSES[name] for name in ("THAN", "COMPARE", "JOIN", "AND", "SIDE", "OF_WHICH")
)
FILL, TOTAL, HIGHER, LOWER, AT = (CLASSES[name] for name in ("FILL", "TOTAL", "HIGHER", "LOWER", "AT"))
_NOUNS = frozenset((NAME, WORD, SIDE))
_INSIDE = frozenset("udwnelLRrTkmsv")  # classes that a noun may have before its last word: 下降 in 下降幅度
_AFTER = frozenset((VERB, HIGHER, LOWER))  # ... and behind its first


class Phrase(NamedTuple):
    """A noun phrase, by the characters where it begins and ends.

    `first` and `stop` are its tokens. `named` is where the last series that the lexicon knows in it ends, `verb` where the last verb in it ends, both 0
    if there is none; `deed` is where its label begins with the verb before it, `listed` whether it goes on a list, and
    `owned` whether only fillers stand between it and the phrase before: 童车产业 + 实现 + 营业收入.
    """

    start: int
    end: int
    named: int
    verb: int
    deed: int
    listed: bool
    owned: bool
    is_base: bool
    first: int = 0
    stop: int = 0
    lead: str = ""
    """The class of the word before it in its sentence."""


class Place(NamedTuple):
    """A place as it is named, and whether it goes on a list of them."""

    token: Token
    listed: bool
    partner: bool = False
    """Whether something goes to it or comes from it: a partner of trade, if it lies elsewhere."""


class When(NamedTuple):
    """A time as it is told: whether after a noun of its clause, as a base (比…), as the day up to which is counted."""

    time: Time
    start: int
    end: int
    inside: bool
    is_base: bool
    is_limit: bool


class Clause(NamedTuple):
    """A stretch of a sentence between two commas, or between a comma and a figure."""

    start: int
    end: int
    classes: str
    phrases: tuple[Phrase, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[When, ...] = ()
    verb: tuple[int, int] | None = None
    comparison: Token | None = None
    holder: Holder | None = None
    mark: str = ""

    def has(self, cls: str) -> bool:
        """Whether it has a word of a class."""
        return cls in self.classes


def clauses(sentence: Sentence, first: int, end: int) -> list[Clause]:
    """The clauses of the tokens from one up to another; the last is the one that goes on at `end`, and may be empty."""
    found: list[Clause] = []
    at = first
    for n in range(first, end):
        if sentence.classes[n] in _ENDS:
            found.append(_clause(sentence, at, n, sentence.classes[n]))
            at = n + 1
    found.append(_clause(sentence, at, end, ""))
    return found


_ENDS = frozenset((COMMA, SEMI, STOP))


def _clause(sentence: Sentence, first: int, end: int, mark: str) -> Clause:
    string, tokens = sentence.classes, sentence.tokens
    if first == end:
        at = tokens[first].start if first < len(tokens) else sentence.end
        return Clause(at, at, "", mark=mark)
    phrases: list[Phrase] = []
    places: list[Place] = []
    times: list[When] = []
    verb: tuple[int, int] | None = None
    comparison: Token | None = None
    beside: list[Place] = []
    n = first
    while n < end:
        cls = string[n]
        if cls == OPEN and (closed := string.find(CLOSE, n, end)) > 0:
            beside = [Place(tokens[k], listed=False) for k in range(n, closed) if string[k] == AREA]
            times.extend(_when(sentence, k, first, bool(phrases)) for k in range(n, closed) if string[k] == TIME)
            n = closed + 1
            continue
        if cls in (WORD, NAME) and not phrases and verb is None and (where := _leads_to_place(sentence, n, end)):
            places.extend([Place(tokens[n], listed=False)] if where == AREA else [])
            n += 1
            continue
        if cls == WORD and (_is_adverb(tokens[n]) or _only_leads(sentence, n, end)):
            n += 1
            continue
        if cls in _NOUNS or (cls == AREA and _opens_noun(sentence, n, first, bool(verb or phrases))):
            stop = _phrase_end(sentence, n, end)
            phrases.append(_phrase(sentence, first, n, stop, verb, phrases))
            n = stop
            continue
        token = tokens[n]
        if cls == VERB:
            verb = (verb[0] if verb and verb[1] == token.start else token.start, token.end)
        elif cls == AREA:
            places.append(Place(token, n > first and string[n - 1] == AND))
        elif cls == TIME and not sentence.text.startswith(word_list("zh", "until.before"), token.end):
            times.append(_when(sentence, n, first, bool(phrases)))
        elif cls == COMPARE:
            comparison = token
        n += 1
    places = places or beside
    if places and phrases and places[-1].token.end == phrases[-1].start and _is_end_of_list(sentence.text, phrases[-1]):
        places, phrases = [], phrases[:-1]  # 在北京、上海等28个地区: only some of those that are counted
    holder = _holder(sentence.text, phrases, places)
    return Clause(
        tokens[first].start,
        tokens[end - 1].end,
        string[first:end],
        tuple(phrases),
        tuple(places),
        tuple(times),
        verb,
        comparison,
        holder,
        mark,
    )


def _holder(text: str, phrases: list[Phrase], places: Sequence[Place]) -> Holder | None:
    """The firm or place that a phrase begins with; what is left of the phrase is what is told of it."""
    for n, phrase in enumerate(phrases):
        placed = next((one.token.start for one in places if one.token.end == phrase.start and _is_named(one)), None)
        if phrase.is_base or (found := holder_at(text, phrase.start, phrase.end, placed)) is None:
            continue
        rest = _without_joint(text, found.end, phrase.end)
        phrases[n : n + 1] = [phrase._replace(start=rest, deed=rest)] if rest < phrase.end else []
        return found
    return None


def _is_named(one: Place) -> bool:
    """Whether a place is told by its name: 全省 only points."""
    return not isinstance(one.token.what, frozenset) or not one.token.what.isdisjoint(_BY_NAME)


_BY_NAME = frozenset({"area.districts", "area.local"})


def _is_end_of_list(text: str, phrase: Phrase) -> bool:
    return text[phrase.start : phrase.end] in word_list("zh", "list.ends")


def _without_joint(text: str, start: int, end: int) -> int:
    return start + 1 if start < end and text.startswith(word_list("zh", "link.joins"), start) else start


def _opens_noun(sentence: Sentence, n: int, first: int, told: bool) -> bool:
    """Whether a place begins what is named and is not where: after a verb or a noun and in no list, or of an office."""
    if sentence.text.startswith(word_list("zh", "area.agencies"), sentence.tokens[n].end):
        return True
    before = sentence.classes[max(first, n - 2) : n]
    if before[-1:] in _GOVERN:
        return True
    return told and not before.endswith((AT, AREA, AREA + AND))


_GOVERN = frozenset(CLASSES[name] for name in ("PULL", "PULL_DOWN", "UP", "DOWN", "TOWARD", "FROM"))
"""What a place right after it belongs to: 推动万州…, 对美国."""


def _leads_to_place(sentence: Sentence, n: int, end: int) -> str:
    """Whether a word at the head of a clause only leads to a place (以南通为例), or is a country of which is told."""
    string, token = sentence.classes, sentence.tokens[n]
    if n + 1 >= end:
        return ""
    if string[n] == WORD:
        word = sentence.text[token.start : token.end]
        leads = word in word_list("zh", "place.before") and word not in word_list("zh", "place.toward")
        return WORD if leads and string[n + 1] == AREA else ""
    partner = isinstance(token.what, Naming) and (token.what.breakdown or "").startswith(_PARTNERS)
    partner = partner and not sentence.text.startswith(word_list("zh", "place.toward"), token.start)
    return AREA if partner and string[n + 1] in _NOUNS and not _is_traded_with(sentence, n, end) else ""


_PARTNERS = "PARTNER:"


def _is_traded_with(sentence: Sentence, n: int, end: int) -> bool:
    """Whether what is told of a country is the trade with it: 日本进口."""
    token = sentence.tokens[_phrase_end(sentence, n, end) - 1]
    return name_series(sentence.text[sentence.tokens[n].start : token.end], None).base in word_list("zh", "trade.bases")


def _phrase_end(sentence: Sentence, n: int, end: int) -> int:
    """Where the noun phrase ends that begins at a token."""
    string, tokens, first = sentence.classes, sentence.tokens, n
    n += 1
    while n < end:
        cls = string[n]
        if cls == OPEN and (closed := string.find(CLOSE, n, end - 1)) > 0 and string[closed + 1] in _NOUNS | _AFTER:
            n = closed + 1
            continue
        noun_next = n + 1 < end and string[n + 1] in _NOUNS
        goes_on = cls in _NOUNS or cls == JOIN or cls in _AFTER or (cls in _INSIDE and noun_next)
        if not goes_on and not (cls == AREA and string[n - 1] in (JOIN, WORD) and noun_next):
            break
        n += 1
    while n - 1 > first and string[n - 1] == WORD and _is_adverb(tokens[n - 1]):
        n -= 1
    return n


def _only_leads(sentence: Sentence, n: int, end: int) -> bool:
    """Whether a word of one character leads to no noun: 以642.3亿元."""
    token = sentence.tokens[n]
    if token.end - token.start > 1 or (n + 1 < end and sentence.classes[n + 1] in _NOUNS):
        return False
    return sentence.text[token.start] in word_list("zh", "place.before")


def _is_adverb(token: Token) -> bool:
    """Whether a word of one character only goes with what is done: 将, 已, 再."""
    return token.end - token.start == 1 and isinstance(token.what, frozenset) and not token.what.isdisjoint(_ADVERBS)


_ADVERBS = frozenset({"link.filler", "status.target", "change.to"})


def _phrase(
    sentence: Sentence, first: int, n: int, end: int, verb: tuple[int, int] | None, before: Sequence[Phrase]
) -> Phrase:
    string, tokens = sentence.classes, sentence.tokens
    inner = range(n, end)
    named = next((tokens[k].end for k in reversed(inner) if string[k] == NAME), 0)
    own_verb = next((tokens[k].end for k in reversed(inner) if string[k] == VERB), 0)
    start = tokens[n].start
    previous = string[n - 1] if n > first else ""
    owned = previous in (FILL, TOTAL) and bool(before) and before[-1].end == tokens[n - 1].start
    deed = verb[0] if verb is not None and verb[1] == start else start
    return Phrase(start, tokens[end - 1].end, named, own_verb, deed, previous == AND, owned, previous == THAN)


def _when(sentence: Sentence, n: int, first: int, inside: bool) -> When:
    token = sentence.tokens[n]
    before = sentence.tokens[n - 1] if n > first else None
    limit = before is not None and sentence.text.startswith(word_list("zh", "until.date"), before.start)
    is_base = n > 0 and sentence.classes[n - 1] in (THAN, COMPARE)
    return When(token.what, token.start, token.end, inside, is_base, limit)
