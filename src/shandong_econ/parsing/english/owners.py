"""Whose series a bare noun names: "their exports" after private firms, "with an added value of" after services."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.naming import is_bare, is_place
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def owner_of(sentence: Progress, lead: Sequence[Token]) -> str:
    """The noun phrase for those whose series is told, where a pronoun or nothing at all stands for them; or ""."""
    scene = sentence.scene
    if has_word(lead, "owners.pronouns"):
        if scene.spoken_of and not sentence.done:
            return _many(scene.spoken_of)
        last = sentence.done[-1:] or scene.recent[-1:]
        return "".join(_those(one.subject.label) for one in last)
    if (thing := _priced(sentence, lead)) or not sentence.done or not _leaves_out(lead):
        return thing
    return sentence.done[-1].subject.label


def _many(phrase: str) -> str:
    """Those of whom a phrase tells something, for whom "they" stands: "the vitality of | private firms"."""
    head, link, those = phrase.partition(" of ")
    return those if link and not head.endswith("s") and those.split()[-1].endswith("s") else phrase


def _priced(sentence: Progress, lead: Sequence[Token]) -> str:
    """The thing that a clause tells of before only its price is named: "eggs were scarce, and the price rose"."""
    thing, price = ["", "", *subjects_of_clauses(sentence.words, lead)][-2:]
    own = not is_bare(thing) and not is_place(sentence.scene, thing)
    return thing if own and price.lower() in word_set("price.noun") else ""


def without_deed(scene: Scene, label: str) -> str:
    """Who they are that were counted, without what some of them did: firms, of "firms exported", after "12 of them"."""
    whole = scene.subject.label
    return whole if whole and label.startswith(f"{whole} ") else label


def head_of(sentence: Progress, lead: Sequence[Token]) -> str:
    """What a clause is about that begins with a preposition: "of industry, 7 million" after "the profits of mining"."""
    begin = next((n for n, token in enumerate(lead) if not (token.mark or "link.list" in token.roles)), len(lead))
    told = (*sentence.scene.recent, *sentence.done)
    if told and len(lead) - begin == 2 and lead[-1].mark == ":":
        link, _, part = lead[begin].word.partition(" ")  # "electricity used by all: 8; by industry: 6"
        head, same, _ = told[-1].subject.label.partition(f" {link} ")
        return f"{head}{same}{part}" if same and part else ""
    if not told or len(lead) - begin < 2 or "link.preposition" not in lead[begin].roles:
        return ""
    head, link, _ = told[-1].subject.label.partition(f" {lead[begin].word} ")
    own = lead[begin + 1 :]
    opens = not sentence.done and sentence.scene.position.opens
    if lead[begin].word != "of" and (opens or own[0].time is not None):
        return ""  # "In Scotland the average price", "in May output"
    stop = next((n for n, token in enumerate(own) if is_verb(token) or token.mark in _APART), len(own))
    if opens and any(token.mark for token in own[:stop]):
        return ""  # "of this total, the value added of"
    stop -= stop > 1 and own[stop - 1].word in word_set("pronoun.subjects")  # "with ASEAN | it shrank"
    phrase = sentence.words.phrase(core(own[:stop]))
    named = is_place(sentence.scene, phrase) or series_named(phrase, None).code is not None
    if not (link and phrase) or (lead[begin].word != "of" and named):
        return ""  # "days with good air made up 90 percent, with | the PM2.5 reading | at"
    return f"{head}{link}{phrase}"


_APART = frozenset(';:("“')


def _those(label: str) -> str:
    """Who is counted, without "the number of"."""
    return " ".join(word for word in label.split() if word.lower() not in word_set("told.numbers"))


def _leaves_out(lead: Sequence[Token]) -> bool:
    """Whether a clause has no subject of its own: "to realize", "with an added value", "realizing"."""
    own = [token for token in lead if not token.mark and "link.list" not in token.roles]
    if len(own) < 2 or has_role(own, "link.source"):
        return False  # not "with the largest contribution coming from tanning, which rose by"
    first, word = own[0], own[0].word
    if word in word_set("owners.to"):
        return is_verb(own[1])
    return word in word_set("split.with") or (is_verb(first) and not is_change(first))


def note_topics(words: Words, tokens: Sequence[Token]) -> None:
    """Notes whom and what a sentence without a figure speaks of, for a "their" or a "former" in the next one."""
    scene = words.scene
    subjects = subjects_of_clauses(words, tokens)
    scene.spoken_of = subjects[0] if subjects else ""
    scene.compared = [named for one in subjects if (named := _beginning(words, one)) is not None]


def _beginning(words: Words, phrase: str) -> Subject | None:
    """The series that the longest beginning of a phrase names: "processing trade" of "processing trade also began"."""
    pieces = phrase.split()
    for stop in range(len(pieces), 0, -1):
        label = " ".join(pieces[:stop])
        series = series_named(label, None, words.scene.places.local_places)
        if series.code is not None:
            return Subject(label, series)
    return None


def subjects_of_clauses(words: Words, tokens: Sequence[Token]) -> list[str]:
    """The noun phrases before the verbs of the clauses of these words."""
    clauses: list[list[Token]] = [[]]
    for token in tokens:
        if token.mark or token.word in word_set("split.clause") or token.word in word_set("clause.words"):
            clauses.append([])
        else:
            clauses[-1].append(token)
    return [phrase for clause in clauses if (phrase := _before_verb(words, clause))]


def _acts(clause: Sequence[Token], n: int) -> bool:
    """Whether a word tells what its subject did: a rise or a fall, or a past in no list: "kilns suffered"."""
    past = is_plain(clause[n]) and clause[n].word.endswith(word_list("en", "acting.past"))
    return is_change(clause[n]) or (past and not any(map(is_verb, clause[n:])))


def _before_verb(words: Words, clause: Sequence[Token]) -> str:
    stop = next((n for n, token in enumerate(clause) if is_verb(token) or (n and _acts(clause, n))), 0)
    return words.phrase(core(clause[:stop]))
