"""The words before and after a figure in English, sorted into clues."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.concepts import areas
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area, Comparison, Qualifier
from shandong_econ.parsing.clues import Clues, Says
from shandong_econ.parsing.periods import base_of
from shandong_econ.parsing.places import place
from shandong_econ.parsing.series_english import name_series_english
from shandong_econ.parsing.tokens import Token

COMPARISONS = tuple(c for c in Comparison if c is not Comparison.SINCE)
_MINOR = frozenset(
    "link.filler link.preposition link.to link.by link.from link.but status.target status.forecast area.home area.nation "
    "comparison.other_period comparison.than link.respectively link.of_which link.that_of".split()
)
_VERBS = frozenset(
    "level.verb change.up change.down share.verb contribution.verb change.narrow change.widen rank.verb".split()
)
_CLAUSE_WORDS = frozenset("that while whereas but when although though as because if since".split())
_AND = re.compile(r",? and |, ")
_SAYS = {
    "share.verb": Says.SHARE,
    "share.noun": Says.SHARE_NOUN,
    "contribution.verb": Says.CONTRIBUTION,
    "contribution.rate": Says.CONTRIBUTION_RATE,
    "achievement.goal": Says.GOAL,
    "change.narrow": Says.NARROW,
    "change.widen": Says.WIDEN,
    "level.verb": Says.LEVEL_VERB,
    "streak.word": Says.STREAK,
    "rank.verb": Says.RANK,
}


def comparison_of(token: Token) -> Comparison | None:
    """The comparison that a phrase such as "year on year" makes."""
    if not token.roles:
        return None
    return next((c for c in COMPARISONS if f"comparison.{c.value}" in token.roles), None)


def qualifier_of(token: Token) -> Qualifier | None:
    """The qualifier that a phrase such as "more than" is."""
    if not token.roles:
        return None
    return next((code for code in Qualifier if f"qualifier.{code.value}" in token.roles), None)


def is_change(token: Token) -> bool:
    """Whether the word tells of a rise or a fall."""
    return "change.up" in token.roles or "change.down" in token.roles


def is_minor(token: Token) -> bool:
    """Whether a word says nothing of the subject where it stands at an end of a noun phrase."""
    return token.naming is None and not token.areas and not _MINOR.isdisjoint(token.roles)


def is_verb(token: Token) -> bool:
    """Whether the word can be the verb between a subject and its figure."""
    return token.naming is None and not token.areas and not _VERBS.isdisjoint(token.roles)


def is_light(token: Token) -> bool:
    """Whether a word may stand between "to" and a figure."""
    return qualifier_of(token) is not None or "link.filler" in token.roles


class Words:
    """The words of one sentence: cuts phrases out of it and sorts what stands around a figure."""

    __slots__ = ("base", "home", "lower", "relative_clause", "source")

    def __init__(self, lower: str, source: str, base: str | None, home: Area | None) -> None:
        """Looks at `lower` and cuts out of `source`; `base` and `home` are those of the scene."""
        self.lower = lower
        self.source = source
        self.base = base
        self.home = home
        self.relative_clause: list[Token] = []

    def word(self, token: Token) -> str:
        """The word in lower case."""
        return self.lower[token.start : token.end]

    def phrase(self, tokens: list[Token]) -> str:
        """The words of these pieces, without times, with one space between."""
        return " ".join(self.source[t.start : t.end] for t in tokens if t.time is None)

    # ------------------------------------------------------------------ before

    def before(self, tokens: list[Token], count: int, unit: str | None) -> Clues:
        """The clues of the words that lead to a group of `count` figures."""
        clues = Clues()
        n = len(tokens)
        while n and self.take(clues, tokens[n - 1]):
            n -= 1
        rest = tokens[:n]
        for token in rest:
            self.look_at(clues, token)
        clues.area = self.area(rest)
        self.noun_phrase(clues, self.without_effect(clues, rest) if unit == "PPT" else rest, count)
        clues.also = bool(tokens) and self.word(tokens[-1]) == "or"
        clues.carries_on = not clues.words and not clues.says - {Says.FROM} and not clues.verb
        return clues

    def take(self, clues: Clues, token: Token) -> bool:
        """Takes a word between the noun phrase and the figure into the clues; False for a word of the noun phrase."""
        if token.time is not None:
            clues.times.insert(0, token.time)
            return True
        roles = token.roles
        if token.mark or not roles or token.naming is not None or token.areas:
            return False
        qualifier = qualifier_of(token)
        if qualifier is not None and (clues.qualifier is None or not is_verb(token)) and not clues.verb:
            clues.qualifier = clues.qualifier or qualifier
            return True
        comparison = comparison_of(token)
        if comparison is not None:
            clues.comparison = clues.comparison or comparison
        elif not (
            is_verb(token)
            or is_minor(token)
            or "achievement.goal" in roles
            or "contribution.rate" in roles
            or "share.noun" in roles
            or "change.fall_noun" in roles
            or "link.list" in roles
        ):
            return False
        word = self.word(token)
        if word == "and" and not clues.verb and Says.LEVEL_VERB in clues.says:
            return False
        if is_change(token) and not clues.verb and comparison is None:
            clues.verb = 1 if "change.up" in roles else -1
            if "change.fall_noun" in roles and Says.NARROW in clues.says:
                clues.noun = -1
        elif "change.fall_noun" in roles:
            clues.noun = -1
        if not clues.verb and not clues.says and word in ("to", "to reach", "at", "into"):
            clues.is_to = True
        if word == "from" and not clues.verb:
            clues.says.add(Says.FROM)
        if "comparison.other_period" in roles and word != "from":
            clues.other_period = True
        for role, says in _SAYS.items():
            if role in roles:
                clues.says.add(says)
        if "contribution.negative" in roles:
            clues.verb = -1
        return True

    def look_at(self, clues: Clues, token: Token) -> None:
        """Takes from a word of the noun phrase what it says of time, place and plans."""
        if token.time is not None:
            clues.times.append(token.time)
        clues.comparison = clues.comparison or comparison_of(token)
        if "per.day" in token.roles:
            clues.says.add(Says.PER)

    def area(self, tokens: list[Token]) -> Area | None:
        """The place that the words before a verb are about: not a partner of trade, and not one in a relative clause."""
        found: list[Token] = []
        partner = False
        for n, token in enumerate(tokens):
            word = self.word(token)
            if token.areas:
                if not partner:
                    found.append(token)
                continue
            if word in ("with", "to", "from", "surrounds"):
                partner = True
            elif not (token.mark == "," or "link.list" in token.roles):
                partner = False
            if found and word in ("that", "which", "who"):
                break
        if not found:
            nation = any("area.nation" in t.roles for t in tokens)
            return areas()["100000"] if nation else None
        best = found[0]
        for token in found[1:]:
            if _is_wider(best.areas[0], token.areas[0]):
                best = token
        return self.zone(best) or place(best.areas, self.home, self.source[best.start : best.end])

    def zone(self, token: Token) -> Area | None:
        """A zone without a code whose name begins with a place's: Xiong'an New Area."""
        rest = self.source[token.end : token.end + 40]
        suffix = next((s for s in word_list("en", "zone.words") if rest.startswith(f" {s}")), None)
        return None if suffix is None else Area(None, f"{self.source[token.start : token.end]} {suffix}")

    def without_effect(self, clues: Clues, tokens: list[Token]) -> list[Token]:
        """The words before "dragging", "contributing": what comes after is what is moved."""
        for n, token in enumerate(tokens):
            if "contribution.verb" in token.roles and token.naming is None:
                clues.relative = self.phrase(self.core(tokens[n + 1 :]))
                clues.says.add(Says.CONTRIBUTION)
                if "contribution.negative" in token.roles:
                    clues.verb = -1
                return tokens[:n]
        return tokens

    def noun_phrase(self, clues: Clues, tokens: list[Token], count: int) -> None:
        """Finds the subject of a group of figures among the words before its verb."""
        chunks = self.chunks(tokens)
        if not chunks:
            return
        if count > 1 and len(listed := self.listed(chunks, count)) == count:
            clues.items = listed
        if count == 1 and len(chunks) > 1:
            whole = self.phrase([t for chunk in chunks for t in chunk])
            if name_series_english(whole, self.base).code is None:
                named = [c for c in chunks if name_series_english(self.phrase(c), self.base).code is not None]
                kept = [c for c in chunks if not self.is_aside(c)] or chunks
                chunks = named[-1:] or kept[-1:]
        tokens = [t for chunk in chunks for t in chunk]
        clues.words, clues.noun = self.subject_or_object(tokens, clues.noun)
        clues.noun = clues.noun or self.noun_inside(clues.words)
        if self.relative_clause:
            clues.main = self.subject_or_object(self.relative_clause, 0)[0]

    def chunks(self, tokens: list[Token]) -> list[list[Token]]:
        """The words before a verb, cut at commas, without what only frames or relates."""
        start = 0
        self.relative_clause = []
        for n, token in enumerate(tokens):
            if (token.mark and token.mark != ",") or self.word(token) in _CLAUSE_WORDS:
                if self.word(token) == "that" and n > 1 and not is_verb(tokens[n - 1]):
                    self.relative_clause = self.core([t for t in tokens[start:n] if not t.mark])
                start = n + 1
        parts: list[list[Token]] = [[]]
        for token in tokens[start:]:
            if token.mark == ",":
                parts.append([])
            else:
                parts[-1].append(token)
        chunks = []
        for n, part in enumerate(parts):
            if part and self.word(part[0]) in ("which", "who", "where", "whose"):
                if n + 1 == len(parts) and len(part) > 1:
                    chunks = [part[1:]]
                continue
            chunk = self.core(part)
            if not chunk or (n + 1 < len(parts) and "link.preposition" in part[0].roles and n == 0):
                continue
            chunks.append(chunk)
        return chunks

    def listed(self, chunks: list[list[Token]], count: int) -> list[str]:
        """The parts of a list of `count` items."""
        items: list[list[Token]] = []
        for chunk in chunks:
            items.append([])
            for token in chunk:
                if "link.list" in token.roles:
                    items.append([])
                else:
                    items[-1].append(token)
        found = [phrase for item in items if (phrase := self.phrase(self.core(item)))]
        return found if len(found) == count else [part for phrase in found for part in _AND.split(phrase)]

    def is_aside(self, chunk: list[Token]) -> bool:
        """Whether a part between commas says something by the way: an apposition begins with an article."""
        return self.word(chunk[0]) in ("a", "an") or (
            len(chunk) > 1 and self.word(chunk[-1]) in ("included", "excluded")
        )

    def core(self, chunk: list[Token]) -> list[Token]:
        """A noun phrase without what may be left off at its ends."""
        start, end = 0, len(chunk)
        while start < end and (
            is_minor(chunk[start])
            or chunk[start].time
            or comparison_of(chunk[start])
            or "link.list" in chunk[start].roles
            or chunk[start].mark
        ):
            start += 1
        while end > start and (
            is_minor(chunk[end - 1])
            or chunk[end - 1].time
            or comparison_of(chunk[end - 1])
            or "link.list" in chunk[end - 1].roles
            or chunk[end - 1].mark
        ):
            end -= 1
        return chunk[start:end]

    def subject_or_object(self, tokens: list[Token], noun: int) -> tuple[str, int]:
        """The noun phrase that names the series: before a verb or after it, and whether it speaks of growth or decline."""
        parts: list[list[Token]] = [[]]
        for token in tokens:
            if is_verb(token) and not is_change(token):
                parts.append([])
            else:
                parts[-1].append(token)
        found = [(self.bare(part, noun)) for part in parts]
        found = [(words, sign) for words, sign in found if words]
        if not found:
            return "", self.bare(tokens, noun)[1]
        for words, sign in reversed(found):
            if name_series_english(words, self.base).base is not None:
                return words, sign
        return found[-1]

    def noun_inside(self, words: str) -> int:
        """The sign that a name of a series itself gives: "economic growth", "rise in consumer prices"."""
        pieces = words.lower().split()
        for word in (pieces[0], pieces[-1]) if pieces else ():
            if word in growth_nouns():
                return 1
        return 0

    def bare(self, part: list[Token], noun: int) -> tuple[str, int]:
        """A noun phrase without "growth of", "the decline in" and the like, and the sign that these give."""
        part = self.core(part)
        while part and is_change(part[0]) and part[0].naming is None:
            noun = -1 if "change.fall_noun" in part[0].roles else noun or 1
            part = self.core(part[1:])
        while part and is_change(part[-1]) and part[-1].naming is None:
            noun = -1 if "change.fall_noun" in part[-1].roles else noun or 1
            part = self.core(part[:-1])
        return self.phrase(part), noun

    # ------------------------------------------------------------------ after

    def after(self, clues: Clues, trail: list[Token]) -> None:
        """Adds the clues of the words that follow a group of figures."""
        than = False
        opening = True
        stop = next((n for n, token in enumerate(trail) if token.mark), len(trail))
        trail = trail[:stop]
        for n, token in enumerate(trail):
            roles, word = token.roles, self.word(token)
            comparison = comparison_of(token)
            if comparison is not None:
                clues.comparison = comparison
            elif token.time is not None:
                self.take_time(clues, token, than)
            elif "change.more" in roles or "change.less" in roles:
                clues.side = clues.side or (1 if "change.more" in roles else -1)
                than = True
                clues.relative = clues.relative or self.until(trail[n + 1 :])
                self.says(clues, token)
            elif "comparison.than" in roles:
                than = True
                clues.relative = clues.relative or self.until(trail[n + 1 :])
            elif is_change(token) and opening:
                self.says(clues, token)
                clues.verb = clues.verb or (1 if "change.up" in roles else -1)
                clues.is_to = False
            elif word in ("of", "out of") and opening:
                clues.relative = self.until(trail[n + 1 :])
                self.take_of(clues, trail[n + 1 :])
            elif word in ("in", "for", "on") and not clues.within:
                clues.within = self.until(trail[n + 1 :])
            elif word in ("to",) and not clues.relative:
                clues.relative = self.until(trail[n + 1 :])
            elif token.areas and 0 < n < 3 and self.word(trail[n - 1]) == "in" and clues.area is None and not than:
                clues.area = place(token.areas, self.home, self.source[token.start : token.end])
            elif "streak.word" in roles or "change.narrow" in roles or "change.widen" in roles:
                self.says(clues, token)
            if (
                n == 0
                and not token.mark
                and token.time is None
                and token.figure is None
                and (not roles or token.naming is not None or token.areas)
            ):
                clues.counted = self.counted(trail)
            opening = opening and ("link.filler" in roles or "link.by" in roles)
        if not clues.counted and trail and self.word(trail[0]) == "of":
            clues.counted = self.counted(trail[1:])

    def take_time(self, clues: Clues, token: Token, than: bool) -> None:
        assert token.time is not None
        if base_of(token.time) is not None:
            clues.base = clues.own_time = token.time
        elif than or token.time.is_base_only:
            clues.base = clues.base or token.time
        elif clues.own_time is None:
            clues.own_time = token.time

    def take_of(self, clues: Clues, rest: list[Token]) -> None:
        """ "percent of" makes a share, unless it is of a goal or of growth."""
        for token in rest:
            if token.mark or token.figure is not None:
                break
            if "achievement.goal" in token.roles:
                clues.says.add(Says.GOAL)
                clues.goal = self.word(token)
                return
            if is_change(token) and Says.CONTRIBUTION in clues.says:
                clues.says.add(Says.CONTRIBUTION_RATE)
                return
        if not clues.verb or clues.is_to:
            clues.says.add(Says.SHARE)

    def says(self, clues: Clues, token: Token) -> None:
        for role, says in _SAYS.items():
            if role in token.roles:
                clues.says.add(says)

    def until(self, tokens: list[Token]) -> str:
        """The noun phrase that begins here."""
        part: list[Token] = []
        for token in tokens:
            if (
                token.mark
                or token.time
                or token.figure
                or comparison_of(token)
                or (part and is_verb(token) and not is_change(token))
            ):
                break
            if part and token.naming is None and ("link.but" in token.roles):
                break
            part.append(token)
        return self.phrase(self.core(part))

    def counted(self, tokens: list[Token]) -> str:
        """The nouns that follow a number at once: what it counts."""
        part: list[Token] = []
        for token in tokens:
            if token.mark or token.time or token.figure or comparison_of(token):
                break
            stops = is_verb(token) or not {
                "link.but",
                "link.list",
                "link.preposition",
                "change.more",
                "change.less",
            }.isdisjoint(token.roles)
            if token.naming is None and not token.areas and stops:
                break
            part.append(token)
        return self.phrase(self.core(part))


def _is_wider(code: str, other: str) -> bool:
    """Whether an area holds another: 370000 holds 370100."""
    return code != other and (code == "100000" or other.startswith(code.rstrip("0")))


@cache
def pronouns() -> frozenset[str]:
    """The noun phrases that stand for what was named before."""
    return frozenset(word_list("en", "pronoun.same"))


@cache
def growth_nouns() -> frozenset[str]:
    """The nouns that tell of growth at either end of the name of a series."""
    return frozenset(word_list("en", "growth_nouns.words"))


@cache
def people() -> frozenset[str]:
    """The nouns that count persons."""
    return frozenset(word_list("en", "people.words"))
