"""Whose an English series is: of those who have it, of the part or the whole that is told beside it."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.concepts import MONEY
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.clauses import Phrase
from shandong_econ.parsing.clauses_english import LEADS
from shandong_econ.parsing.context.deeds_english import DONE, told_before
from shandong_econ.parsing.context.nominal_english import without_places
from shandong_econ.parsing.context.phrases_english import list_before, main_words, phrases_before
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.finding.series import NO_SERIES, Series, is_total, kin, kinds
from shandong_econ.parsing.finding.series_english import is_concept, name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AREA, IN, JOIN, one_of
from shandong_econ.parsing.partners_english import TO_OR_FROM
from shandong_econ.parsing.resolving.unit_classes import COUNTED
from shandong_econ.parsing.told import Subject


def with_owner(frame: Frame, subject: Subject) -> Subject:
    """A thing counted, by the series that its owner's name makes of it: none of 60 countries with exports to them."""
    owner = "" if frame.sentence.classes[told_before(frame)] in _ADJUNCTS else main_words(frame)
    own = name_series_english(f"{owner} {subject.label}", None) if owner else NO_SERIES
    counted = own.code is not None and kinds()[own.code].unit in COUNTED
    return subject if own.code is None or (counted and frame.figure.unit in MONEY) else subject._replace(series=own)


_ADJUNCTS = TO_OR_FROM | {IN, JOIN}


def of_what(subject: Subject, thing: Subject) -> Subject:
    """An amount of a thing is of both: sales of 41,800 tons of barley."""
    label = f"{subject.label} of {thing.label}"
    return subject._replace(label=label, series=name_series_english(label, None), area=subject.area or thing.area)


def of_doer(frame: Frame, subject: Subject, first: int, context: Context) -> Subject:
    """What somebody had is named with who did, and an amount with what had it: deposits had a balance of 5 yuan."""
    amount = frame.measure == "level" and subject.label.lower() in word_list("en", "alone.amounts")
    told, be = phrases_before(frame) if amount else frame.own.phrases, word_list("en", "passive.be") if amount else ()
    own = [one for one in told if one.first < first and one.lead not in LEADS]
    own = [one for one in own if frame.sentence.said(one.first - 1, one.first) not in be]  # were the main exports
    own = list_before(frame, own[-1].stop) if own else own
    said = without_places(frame.sentence, own[0].first, own[-1].stop, context)[0] if own else ""
    last = [one.subject for one in context.subjects.sentence[-1:]] if amount else [context.subjects.current]
    owner = said or ("" if own or not last or (frame.own.places and not amount) else last[0].label)
    if not owner or context.places.entity is not None or _is_place(owner):
        return subject
    n = own[-1].stop if amount and own else first
    done = frame.sentence.said(n, n + 1) if frame.sentence.classes[n : first - 1][:1] in DONE else ""  # homes sold
    owner = f"{owner} {done}" if done and done not in be else owner
    series = name_series_english(f"{subject.label} of {owner}", None)
    moves = kinds()[subject.series.code].family == _MOVING if subject.series.code else False
    mere = moves or " " not in said or (own and AREA in frame.sentence.classes[own[0].first : own[-1].stop])
    if mere and series.code is None and not amount:
        return subject
    row, money = kinds().get(series.code or ""), frame.figure.unit in MONEY
    other = row is None or (amount and row.family != "trade" and money != (row.unit in MONEY))  # no tons of cargo
    return subject._replace(label=f"{subject.label} of {owner}", series=NO_SERIES if other else series)


def in_part(frame: Frame, subject: Subject) -> Subject:
    """The part of a series that is told behind its figure, or that its sentence opens with: 0.6 percent in towns.

    Or the part that is told of what its sentence opens with: in exports, machines made up 8 percent.
    """
    fronted = _fronted(frame, subject)
    for one in fronted if subject.series.code is None else ():
        base = name_series_english(frame.sentence.said(one.first, one.stop), None).base
        parts = name_series_english(subject.label, base)
        if parts.code is not None and parts.base == base:
            return subject._replace(series=parts)
    known, tokens = subject.series.code is not None, frame.sentence.tokens
    if subject.series.base is None or not (known or is_concept(subject.label.partition(" of ")[0])):
        return subject
    behind = () if frame.tail is None else frame.tail.phrases
    spans = [(one.first, one.stop) for one in (*behind, *fronted)]
    for first, stop in [frame.slots["noun"]] if frame.measure == "growth" and "noun" in frame.slots else spans:
        words, start, end = frame.sentence.said(first, stop), tokens[first].start, tokens[stop - 1].end
        own = _of(subject, words)
        if own is not None:
            return subject._replace(label=_owned(subject, words), series=own, start=start, end=end)
    return subject


def _is_place(words: str) -> bool:
    """Whether it is a zone or a port that has something, which may be all that is told of."""
    return words.lower().endswith(word_list("en", "branch.places"))


def _owned(subject: Subject, words: str) -> str:
    """The label of a concept with whose it is."""
    return f"{subject.label.partition(' of ')[0]} of {words}"


def of_whom(frame: Frame, subject: Subject, owners: Sequence[Phrase], context: Context) -> Subject:
    """What branches or firms are told to have is theirs, and no series of the whole: the car makers saw sales rise."""
    words = without_places(frame.sentence, owners[0].first, owners[-1].stop, context)[0] if owners else ""
    if not words or subject.series.base is None or context.places.entity is not None or _is_place(words):
        return subject
    own = _of(subject, words)
    is_branch = own is not None or words.lower().endswith(word_list("en", "branch.owners"))
    theirs = (" " in words and is_branch) or (own is not None and own.code is not None)  # and not the companies'
    return subject._replace(label=_owned(subject, words), series=own or NO_SERIES) if theirs else subject


def of_those_who(frame: Frame, subject: Subject, context: Context) -> Subject:
    """What no area has as a whole (added value) is of those whom the sentence told of before it."""
    if context.places.entity is not None or not is_concept(subject.label):
        return subject
    told = [one for clause in frame.zone for one in clause.phrases if one.lead not in LEADS and one.end < subject.start]
    said = [frame.sentence.said(one.first, one.stop) for one in reversed(told)]
    for words in (*said, *(one.subject.label for one in context.subjects.sentence[-1:])):
        own = _of(subject, words)
        if own is not None:
            return subject._replace(label=_owned(subject, words), series=own)
    return subject


def _fronted(frame: Frame, subject: Subject) -> list[Phrase]:
    """The adjuncts that a clause before a figure opens with: in towns, with the countries of ASEAN."""
    tokens = frame.sentence.tokens
    since = frame.zone[0].start  # what was told before that may be of villages too: for towns, it was 5 percent
    return [
        one
        for clause in frame.zone
        for one in clause.phrases[:1]
        if one.lead in _FRONTED and not since <= subject.start < one.end and tokens[one.first - 1].start == clause.start
    ]


_FRONTED = one_of("IN WITH")


def _of(subject: Subject, words: str) -> Series | None:
    """The series that a concept makes with whose it is, with a code if any has one: a part is never its whole."""
    base, part = subject.series.base or "", subject.series.breakdown
    named = (name_series_english(words, base), name_series_english(f"{subject.label} of {words}", None))
    parts = [one for one in named if one.breakdown != part and one.base in (base, kin(base, one.base))]
    parts = [one for one in parts if one.base != base or not is_total(one.breakdown)]
    return next((one for one in parts if one.code is not None), parts[0] if parts else None)


def in_whole(frame: Frame, subject: Subject, context: Context) -> Subject:
    """What has a share of a series is a part of that series: cars made up 6 percent of exports.

    Industry is there what it adds to GDP, and no other series of a whole has a part that is its value added.
    """
    at = frame.slots["whole"]
    share = name_series_english(f"share of {subject.label} in {frame.sentence.said(*at)}", None)
    if frame.measure == "share" and share.code is not None and kinds()[share.code].unit == "PT":
        return subject._replace(series=share)
    whole = name_series_english(frame.sentence.said(*at), context.subjects.base)
    own = name_series_english(subject.label, whole.base) if whole.base else NO_SERIES
    if own.code is not None and own.base == whole.base:
        return subject._replace(series=own)
    if frame.measure not in _PARTS or whole.base in (None, _OUTPUT, _ADDED):
        return subject
    added = name_series_english(subject.label, _ADDED)
    if added.base != _ADDED or added == name_series_english(subject.label, None):
        return subject
    return subject._replace(series=added if whole.base == "GDP" else NO_SERIES)


_PARTS = ("share", "contribution_rate")
_OUTPUT, _ADDED = "IVA", "VALUE_ADDED"  # of industries above the designated size, and of all
_MOVING = "transport_services"  # of which ports and airports have the figures of their area
