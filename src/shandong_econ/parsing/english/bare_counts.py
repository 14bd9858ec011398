"""Numbers that stand without what they count, because that was counted just before: "last year it was just 51"."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.counts import LIST, before_just, ends_phrase, is_year
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.unlisted_verbs import acted
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import COUNTED

OF_OLD = frozenset({"DAYS", "HOURS", "MONTHS", "YEARS", "IX"})  # units that a bare number takes over


def is_bare_count(pieces: Pieces, i: int) -> bool:
    """Whether a number that names nothing measures something all the same."""
    if is_year(pieces, i) or _is_glued(pieces, i):
        return False
    named = is_grouped(pieces, i) or answers(pieces, i) or counts_them(pieces, i) or _is_left_out(pieces, i)
    return (
        named
        or _has_moved(pieces, i)
        or _is_of_crew(pieces, i)
        or _is_some(pieces, i)
        or _is_of_place(pieces, i)
        or _is_to_do(pieces, i)
        or _is_included(pieces, i)
        or _moved_in(pieces, i)
    )


def is_for_many(pieces: Pieces, i: int) -> bool:
    """Whether a number is how many there are of something for so many people: "patents per 10,000 people were"."""
    after = pieces.at(i + 1)
    if after is not None and not _FOR_MANY.isdisjoint(after.roles):
        return True  # "2,460 clinics, or 3.4 | per 10,000 people"
    at = before_just(pieces, i)
    before = pieces.tokens[max(0, at - LIST) : at]
    told = at > 0 and is_verb(pieces.tokens[at]) and not any(t.mark or t.figure is not None for t in before[-2:])
    return told and any(not _FOR_MANY.isdisjoint(token.roles) for token in before)


_FOR_MANY = frozenset({"per.10kps", "per.1kps"})


def _has_moved(pieces: Pieces, i: int) -> bool:
    """Whether a number tells by how much what was counted moved: "this was:", "up 900 from May 2012"."""
    after, listed = pieces.at(i + 1), pieces.words.scene.plans.around_list is not None
    counted = counted_last(pieces) is not None or (listed and i == len(("up",)))
    if after is None or not i or not counted or pieces.figure(i).value % 1 or not is_change(pieces.tokens[i - 1]):
        return False
    return "comparison.than" in after.roles or comparison_of(after) is not None


def _moved_in(pieces: Pieces, i: int) -> bool:
    """Whether something moved in so many of those just counted: "of the nine branches, output rose in six"."""
    counted = any(t.figure is not None and t.figure.unit in COUNTED | {None} for t in pieces.tokens[:i])
    counted = counted or counted_last(pieces) is not None
    verb = pieces.at(i - 2)
    moved = (
        verb is not None
        and (is_change(verb) or verb.word in word_set("unchanged.words"))
        and pieces.word(i - 1) in word_set("within.before")
    )
    return counted and moved and ends_phrase(pieces, i + 1)


def _is_to_do(pieces: Pieces, i: int) -> bool:
    """Whether a number is how many more of those just counted something is done to: "built 14, plans to build 20"."""
    counted = any(t.figure is not None and t.figure.unit in COUNTED | {None} for t in pieces.tokens[:i])
    if not counted or i < len(("to", "deliver")) or not ends_phrase(pieces, i + 1):
        return False
    goes_on = "link.list" in pieces.tokens[i - 2].roles and i > GOES_ON  # "will begin 30 projects and complete 12"
    if goes_on and acted(pieces.word(i - 1)) and not is_change(pieces.tokens[i - 1]):
        return True  # "built 14 ships and repaired 152"
    led = pieces.tokens[:i] if goes_on else pieces.tokens[i - 2 : i]
    ahead = any(one.word.rpartition(" ")[2] in word_set("owners.to") | word_set("acting.modals") for one in led)
    return ahead and pieces.word(i - 1) in word_set("leading_verbs.verbs") | word_set("ahead.deeds")


GOES_ON = 3  # pieces before "and complete | 12"


def _is_included(pieces: Pieces, i: int) -> bool:
    """Whether a number is how many of those just counted are somewhere: "nine routes, including | four along"."""
    counted = any(t.figure is not None and t.figure.unit in COUNTED | {None} for t in pieces.tokens[:i])
    after = pieces.at(i + 1)
    somewhere = after is not None and "link.preposition" in after.roles
    return counted and somewhere and pieces.word(i - 1) in word_set("parts.including")


def _is_of_place(pieces: Pieces, i: int) -> bool:
    """Whether a number is how many of those counted before are somewhere: "; Tianshui 47, with", "; 39 in mining"."""
    if counted_last(pieces) is None or pieces.figure(i).value % 1:
        return False
    ends, behind = ends_phrase(pieces, i + 1), pieces.at(i + 2)
    if ends and pieces.tokens[i - 1].areas:
        return i < 2 or _opens(pieces.tokens[i - 2])
    there = (
        pieces.word(i + 1) == "in" and behind is not None and (bool(behind.areas) or is_plain(behind, or_named=True))
    )
    return there and (not i or _opens(pieces.tokens[i - 1]))


def _opens(token: Token) -> bool:
    return token.mark in _OPENS or "link.list" in token.roles


def _is_left_out(pieces: Pieces, i: int) -> bool:
    """Whether a number tells how many of those just counted are not meant: "in all 36 sectors bar | three"."""
    counted = any(t.figure is not None and t.figure.unit in COUNTED | {None} for t in pieces.tokens[:i])
    return counted and pieces.word(i - 1) in word_set("bare.left_out") and ends_phrase(pieces, i + 1)


def _is_some(pieces: Pieces, i: int) -> bool:
    """Whether a number opens a clause on some of what was counted before: "; 86 had been finished"."""
    before, after = pieces.at(i - 1), pieces.word(i + 1)
    opens = before is None or _opens(before)
    done = pieces.word(i + 2 + (pieces.word(i + 2) in word_set("bare.already")))
    done_so = done.endswith(word_list("en", "acting.past")) or done in word_set("acting.participles")
    been = after in word_set("bare.have") and (done in word_set("passive.be") or done_so)  # "; 46 have started work"
    stands = after in word_set("passive.be") or after in word_set("acting.modals")
    if not opens or not (been or stands) or pieces.figure(i).value % 1:
        return False
    here = any(t.figure is not None and t.figure.unit in COUNTED | {None} for t in pieces.tokens[:i])
    return here or counted_last(pieces) is not None


_OPENS = frozenset(",;:")


def _is_of_crew(pieces: Pieces, i: int) -> bool:
    """Whether a number is that of a staff or the like: "a workforce of 310"."""
    crew = pieces.word(i - 1) == "of" and pieces.word(i - 2) in word_set("bare.crews")
    return crew and not pieces.figure(i).is_word


def _is_glued(pieces: Pieces, i: int) -> bool:
    """Whether a hyphen makes an adjective of a number and a noun: "5,500-kilocalorie coal"."""
    after = pieces.words.lower[pieces.tokens[i].end :][:2]
    return after[:1] == "-" and after[1:].isalpha()


def is_grouped(pieces: Pieces, i: int) -> bool:
    """Whether a number is printed with commas, as only amounts are: "the most residents, 871,000, and Anji 478,000"."""
    token = pieces.tokens[i]
    return "," in pieces.words.name(token)


def is_headed(pieces: Pieces, i: int) -> bool:
    """Whether a number is what a line tells of the noun before its colon: "days of clear sky: 325"."""
    noun = pieces.tokens[: i - 1]
    if not noun or pieces.word(i - 1) != ":" or is_year(pieces, i) or not ends_phrase(pieces, i + 1):
        return False
    return not any(t.mark or t.figure is not None or t.time is not None or is_verb(t) or is_change(t) for t in noun)


def answers(pieces: Pieces, i: int) -> bool:
    """Whether a number ends a clause after a verb, where things were counted before: "three years ago it had 12"."""
    in_all = pieces.word(i + 1) in word_set("unit_names.of_anybody")
    if not (in_all or ends_phrase(pieces, i + 1)) or counted_last(pieces) is None:
        return False
    led = pieces.at(before_just(pieces, i))
    return led is not None and is_verb(led) and "level.verb" in led.roles


def counts_them(pieces: Pieces, i: int) -> bool:
    """Whether a number is some of what was counted before: "12 of them were new"."""
    after = pieces.at(i + 1)
    them = after is not None and "link.of_which" in after.roles and after.word.startswith("of ")
    return them or (pieces.word(i + 1) == "of" and pieces.word(i + 2) in word_set("bare.them"))


def counted_last(pieces: Pieces) -> Reading | None:
    """The last figure before that counts things, or days, in the paragraph."""
    recent = pieces.words.scene.recent
    return next((one for one in reversed(recent[-4:]) if one.unit in COUNTED | OF_OLD), None)
