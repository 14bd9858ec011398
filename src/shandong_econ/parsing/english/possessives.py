"""Whose series a noun names that "its" or "their" stands before: after "private firms", "their exports" are theirs."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import JOINS
from shandong_econ.parsing.english.places import without_places
from shandong_econ.parsing.english.word_kinds import is_plain, says_nothing, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.series import NO_SERIES, Series, is_total, kin, put_together
from shandong_econ.parsing.finding.series_english import is_part, name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def with_owners(tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence with "this sector" for those told of, where a noun is theirs: "investment in it"."""
    links = _links()
    return [
        Token(token.start, token.end, word=token.word)
        if "pronoun.these" in token.roles and n > 1 and tokens[n - 1].word in links and tokens[n - 2].naming is not None
        else token
        for n, token in enumerate(tokens)
    ]


def owner_phrase(words: str) -> str:
    """The end of a noun phrase that goes back to those told of: "investment | in it", "output | of such firms"."""
    *noun, link, article, those = ["", "", "", *words.lower().split()][-4:]
    vague = those in word_set("owners.groups") | word_set("owners.vague")
    if noun != [""] and vague and link in _links() and article in word_set("back.articles"):
        return f"{link} {article} {those}"
    return next((phrase for phrase in word_list("en", "back.owner") if words.lower().endswith(f" {phrase}")), "")


def _links() -> frozenset[str]:
    """What stands between a noun and whose it is: "investment | in | this sector", "output | of | such firms"."""
    return word_set("parts.of") | word_set("area.at")


def owner_word(tokens: Sequence[Token]) -> str:
    """The pronoun with which the words before a figure go back to an owner, or "" where they name one of their own."""
    if word_set("owner.pronouns").isdisjoint([token.word for token in tokens]):
        return ""
    colon = max((n + 1 for n, token in enumerate(tokens) if token.mark == ":"), default=0)
    clause = max((n + 1 for n, token in enumerate(tokens) if token.mark), default=0)
    return _opening_pronoun(tokens[colon:]) or _opening_pronoun(tokens[clause:])


def _opening_pronoun(tokens: Sequence[Token]) -> str:
    for n, token in enumerate(tokens):
        word = token.word
        if word in word_set("owner.pronouns"):
            within = n and word in word_set("pronoun.subjects") and "link.preposition" in tokens[n - 1].roles
            return "" if within else word  # "within it | mining" is no mining of its own
        if not says_nothing(token) and "link.filler" not in token.roles:
            return ""
    return ""


def note_owner(words: Words, tokens: Sequence[Token], pronoun: str) -> None:
    """Notes the part of all that its sentence names before "its": "recovery went on in | services, with its value"."""
    stop = next((n for n, token in enumerate(tokens) if token.word == pronoun), 0)
    last = next((n for n in reversed(range(stop)) if tokens[n].naming is not None), None)
    if last is None:
        return
    start = next((n + 1 for n in reversed(range(last)) if not is_plain(tokens[n], or_named=True)), 0)
    more = is_plain(tokens[last + 1], or_named=True)  # "private | firms", not "private firms | were"
    ends = (last + 2, last + 1) if more else (last + 1,)
    phrases = (words.phrase(tokens[n:end]) for end in ends for n in range(start, last + 1))
    told = (phrase for phrase in phrases if is_part(phrase) and phrase.lower() not in word_set("owners.groups"))
    words.scene.possessor = next(told, words.scene.possessor)


def _part_of(scene: Scene) -> tuple[str, str | None]:
    """Which part of all those are that were spoken of last: "private firms", also as "the island's private firms".

    Or as "the number of private firms with records".
    """
    whole, local = scene.possessor, scene.places.local_places
    number, _, those = whole.partition(" of ")
    counted = (those if number.rpartition(" ")[2].lower() in word_set("told.numbers") else whole).split()
    stop = next((n for n, word in enumerate(counted) if word in word_set("link.preposition")), len(counted))
    for phrase in (" ".join(counted[:stop]), whole, whole.rpartition("'s ")[2]):
        found = name_series_english(without_places(phrase, local), scene.base).breakdown
        if not is_total(found):
            return phrase, found
    return whole, None


def owned(scene: Scene, pronoun: str, words: str) -> Subject | None:
    """What a noun names as a series of those that were spoken of last, if they are a part of all."""
    those, part = _part_of(scene)
    series = name_series_english(words, scene.base)
    if series.code is None and name_series_english(words, None).base is None:
        return None  # a noun such as "revenue" that only goes back
    if is_total(part) or series.base is None or not is_total(series.breakdown):
        return None
    bases = (series.base, kin(series.base, _OF_FIRMS))
    theirs = next(
        (one for base in bases if (one := put_together(base, part or "")).code), Series(None, series.base, part)
    )
    if theirs.code is None and pronoun not in word_set("owner.many"):
        return None
    scene.base = series.base
    scene.subject = Subject(f"{words} of {those}", theirs)
    return scene.subject


def of_those_told(scene: Scene, words: str) -> Series:
    """The series that words name of firms that were told of last: "the value added of these enterprises"."""
    for link in word_list("en", "back.of_many"):
        noun, _, whose = words.lower().partition(f" {link} ")
        base = name_series_english(noun, None).base if whose else None
        told = _told_of(scene, whose) if base is not None else None
        if base is not None and told is not None and told.breakdown is not None:
            return put_together(kin(base, _OF_FIRMS), told.breakdown)
    return NO_SERIES


def _told_of(scene: Scene, whose: str) -> Series | None:
    """The last series that was told of those whom a noun calls so."""
    told = (scene.subject, *(one.subject for one in reversed(scene.recent)))
    larger = whose in word_set("owners.groups")  # "the above enterprises", after "industry above designated size"
    called_so = (
        one.series for one in told if whose in one.label.lower().split() or (larger and one.series.breakdown == _LARGER)
    )
    return next(called_so, None)


_LARGER = "BTE"


_OF_FIRMS = "IVA"


def narrows_to(owner: str) -> bool:
    """Whether what is told of somebody is less than the whole series: of parts that are named, or of some firms."""
    each = [name_series_english(item, None).breakdown for item in (owner, *JOINS.split(owner))]
    if name_series_english(owner, None).code == _VISITS:
        return False  # "these visits generated tourism revenue of"
    return each[0] is not None or None not in each[1:] or are_some(owner)


_VISITS = "TOURIST_TRIPS"


def are_some(owner: str) -> bool:
    """Whether firms are named that no series tells of: "cultural firms", whose revenue is not industry's."""
    groups = not word_set("owners.groups").isdisjoint(owner.lower().split())
    return groups and name_series_english(owner, None) == NO_SERIES
