"""What the words of an English sentence are to a figure, and phrases cut out of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.partners import leads_to_partner
from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_plain, is_verb, says_nothing, word_set
from shandong_econ.parsing.finding.tokens import Token, comparison_of, qualifier_of
from shandong_econ.parsing.resolving.scene import Scene


def core(tokens: Sequence[Token]) -> list[Token]:
    """A noun phrase without what may be left off at its ends."""
    start, end = 0, len(tokens)
    while start < end and says_nothing(tokens[start]) and not _tells_which(tokens[start:end]):
        start += 1
    while end > start and (says_nothing(tokens[end - 1]) or qualifier_of(tokens[end - 1]) is not None):
        end -= 1  # "the release shows an estimated | fall of"
    return list(tokens[start:end])


def _tells_which(tokens: Sequence[Token]) -> bool:
    """Whether a word that may be left off tells which of a kind is meant: "average earnings", "those funded by"."""
    those = tokens[0].word in word_set("participle.of_those") and is_participle("".join(t.word for t in tokens[1:2]))
    begins = those or tokens[0].word in word_set("label.begins")
    named = next((token for token in tokens[1:] if not is_light(token)), None)  # "average monthly | rent"
    return begins and named is not None and is_plain(named, or_named=True)


@attrs.frozen
class Words:
    """The text of a sentence, to cut its words and phrases from, and the scene in which they are read."""

    lower: str
    source: str
    scene: Scene

    def name(self, token: Token) -> str:
        """The word as it is written."""
        return self.source[token.start : token.end]

    def phrase(self, tokens: Iterable[Token]) -> str:
        """The words of these pieces, without times, with one space between."""
        source = self.source
        words = " ".join([source[token.start : token.end] for token in tokens if token.time is None])
        return words.replace(" ,", ",").replace(" ' ", "' ").replace(" - ", "-")

    def until(self, first: Token, last: Token) -> str:
        """The words from one piece to another, as they are written."""
        return " ".join(self.source[first.start : last.end].split())

    def until_break(self, tokens: Sequence[Token]) -> str:
        """The noun phrase that begins here."""
        part: list[Token] = []
        for n, token in enumerate(tokens):
            if token.mark == "," and part and lists_on(tokens[n + 1 : n + 1 + LONGEST_ITEM]):
                part.append(token)
                continue
            acts = is_verb(token) and not is_change(token) and not is_adjective(tokens, n)
            if _ends_phrase(token) or (part and acts):
                break
            if part and token.naming is None and "link.but" in token.roles and not leads_to_partner(tokens, n):
                break
            part.append(token)
        return self.phrase(core(part))

    def counted(self, tokens: Sequence[Token]) -> str:
        """The nouns that follow a number at once: what it counts."""
        part: list[Token] = []
        lists = False
        for n, token in enumerate(tokens):
            if token.mark == "," and part and lists_on(tokens[n + 1 : n + 1 + LONGEST_ITEM]):
                lists = True
                part.append(token)
                continue
            if "link.list" in token.roles and part and (lists or _joins_more(part[-1], tokens[n + 1 :])):
                lists = False
                part.append(token)
                continue
            if _tells_span(tokens[n : n + 2]) or (part and "link.of_which" in token.roles):
                break  # "3 million refrigerators | a year", "12 listed firms | such as"
            if _ends_phrase(token) or (part and self._acts(part[-1], token, tokens[n + 1 : n + 2])):
                break
            if token.naming is None and not token.areas and (is_verb(token) or not _STOPS.isdisjoint(token.roles)):
                break
            hedges = qualifier_of(token) is not None and token.naming is None  # "saw 6,217 trains | pass"
            if part and (hedges or token.word in word_set("pronoun.subjects")):
                break  # "in six cities | it grew"
            part.append(token)
        phrase = self.phrase(core(part))
        return phrase if any(c.isalnum() for c in phrase) else ""

    def _acts(self, noun: Token, token: Token, following: Sequence[Token]) -> bool:
        """Whether a word in no list tells what a series did: "of imports | entered through the airport"."""
        present = noun.word.endswith("s") or is_light(noun)  # "makers | sell", "estates now | receive"
        if is_plain(token) and token.word in word_set("leading_verbs.verbs") and present:
            return True
        if noun.naming is None or not is_plain(token):
            return False
        if token.word in word_set("acting.departing"):
            return True  # "freight trains | left Wuhan"
        if not token.word.endswith(word_list("en", "acting.past")):
            return False
        return not following or "link.preposition" in following[0].roles or following[0].time is not None

    def beside(self, tokens: Sequence[Token]) -> str:
        """Where things that are counted are: "outside the province", which has no noun but that of a place."""
        opens = bool(tokens) and "link.preposition" in tokens[0].roles
        stop = next((n for n, t in enumerate(tokens) if t.mark or t.figure is not None), len(tokens))
        return self.phrase(tokens[:stop]) if opens else ""

    def whole(self, tokens: Sequence[Token]) -> str:
        """What is counted and what is said of it, up to a mark: "people were newly employed in towns"."""
        stop = (n for n, t in enumerate(tokens) if t.mark or not (t.figure is None or t.figure.ordinal))
        return self.phrase(core(tokens[: next(stop, len(tokens))]))


def _tells_span(tokens: Sequence[Token]) -> bool:
    """Whether words say in how long a time so many are made or used: "a year", "per day"."""
    if any(token.naming is not None for token in tokens):
        return False
    return any(" ".join(token.word for token in tokens[:n]) in word_set("apiece.spans") for n in (1, 2))


def _joins_more(before: Token, rest: Sequence[Token]) -> bool:
    """Whether an "and" joins nouns in what is counted: "12 primary and secondary schools were built".

    After a noun in the plural it may lead on to something else: "12 firms and output rose".
    """
    stop = next((n for n, token in enumerate(rest) if not _is_noun(token)), len(rest))
    acts = bool(rest) and rest[0].word in word_set("acting.participles")  # "old orchards and | laid pipes"
    return joins_in_plural(before, rest) or (stop > 1 and not acts and not any(map(is_verb, rest)))


def joins_in_plural(before: Token, rest: Sequence[Token]) -> bool:
    """Whether an "and" joins a word in the singular to a noun in the plural: "primary | secondary schools"."""
    stop = next((n for n, token in enumerate(rest) if not _is_noun(token)), len(rest))
    last = next((n for n in range(stop) if rest[n].word.endswith("s")), None)  # "catering enterprises | monitored"
    several = last is not None and " " in " ".join(token.word for token in rest[: last + 1])
    return several and not (before.word.endswith("s") or before.word in word_set("people.words"))


def is_adjective(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word that can be a verb stands before the name of a series as an adjective: "total imports"."""
    named = n + 1 < len(tokens) and tokens[n + 1].naming is not None
    return named and tokens[n].word in word_set("adjective.words")


LONGEST_ITEM = 10  # pieces within which a list of nouns must come to its "and"


def lists_on(tokens: Sequence[Token]) -> bool:
    """Whether a list of nouns goes on after a comma: "electricity, | gas, steam and air conditioning"."""
    for n, token in enumerate(tokens):
        if "link.list" in token.roles:
            return n > 0 and n + 1 < len(tokens) and _is_noun(tokens[n + 1])
        if token.naming is not None and any(f" {link} " in token.word for link in word_list("en", "link.list")):
            return True  # "raw materials, | fuel and power"
        if token.mark != "," and not _is_noun(token):
            return False
    return False


def _is_noun(token: Token) -> bool:
    if token.mark or token.time is not None or token.figure is not None:
        return False
    return token.naming is not None or not token.roles or "noun.words" in token.roles


_STOPS = frozenset({"link.but", "link.list", "link.preposition", "change.more", "change.less"})


def _ends_phrase(token: Token) -> bool:
    return bool(token.mark) or token.time is not None or token.figure is not None or comparison_of(token) is not None
