"""Whose an English series is: of those who have it, of the part or the whole that is told beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shandong_econ.parsing.clauses import Phrase
from shandong_econ.parsing.context.nominal_english import LEADS, main_words, without_places
from shandong_econ.parsing.finding.series import NO_SERIES, kinds
from shandong_econ.parsing.finding.series_english import is_part, name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AREA
from shandong_econ.parsing.resolving.unit_classes import COUNTED, MONEY
from shandong_econ.parsing.told import Subject

if TYPE_CHECKING:
    from shandong_econ.parsing.context.state import Context


def with_owner(frame: Frame, subject: Subject, context: Context) -> Subject:
    """A thing counted, by the series that its owner's name makes of it, once named so for as long as it is told of."""
    told = next((one.subject for one in reversed(context.subjects.sentence)), context.subjects.main)
    if subject.label and subject.label == told.label:
        return subject._replace(series=told.series)
    owner = main_words(frame)
    own = name_series_english(f"{owner} {subject.label}", None) if owner else NO_SERIES
    unit = frame.figure.unit
    counted = own.code is not None and kinds()[own.code].unit in COUNTED
    return subject if own.code is None or (counted and unit in MONEY) else subject._replace(series=own)


def of_what(subject: Subject, thing: Subject) -> Subject:
    """An amount of a thing is of both: sales of 41,800 tons of barley."""
    label = f"{subject.label} of {thing.label}"
    series = name_series_english(label, None)
    return subject._replace(label=label, series=series, area=subject.area or thing.area)


def of_owner(frame: Frame, subject: Subject, owner: Phrase) -> Subject:
    """A part of what is told with a part: private firms led, with exports of 5 billion yuan."""
    whose = frame.sentence.said(owner.first, owner.stop)
    own = name_series_english(whose, subject.series.base)
    if own.code is not None and (own.base == subject.series.base or is_part(whose)):
        return subject._replace(label=f"{subject.label} of {whose}", series=own)
    return subject


def of_doer(frame: Frame, subject: Subject, context: Context) -> Subject:
    """What somebody had is named with who did: the services sector had an added value of 5 billion yuan."""
    own = [one for one in frame.own.phrases if one.lead not in LEADS]
    said = without_places(frame.sentence, own[-1].first, own[-1].stop, context)[0] if own else ""
    owner = said or ("" if own or frame.own.places else context.subjects.current.label)
    if not owner or context.places.entity is not None:
        return subject
    series = name_series_english(f"{subject.label} of {owner}", None)
    if series.code is None and (not said or AREA in frame.sentence.classes[own[-1].first : own[-1].stop]):
        return subject
    return subject._replace(label=f"{subject.label} of {owner}", series=series if series.code else NO_SERIES)


def in_part(frame: Frame, subject: Subject) -> Subject:
    """The part of a series that is told behind its figure: 0.6 percent in urban areas."""
    base = subject.series.base
    if frame.tail is None or base is None:
        return subject
    for one in frame.tail.phrases:
        words = frame.sentence.said(one.first, one.stop)
        own = name_series_english(words, base)
        if own.code is not None and own.base == base and own.code != subject.series.code:
            return subject._replace(label=words, series=own, start=one.start, end=one.end)
    return subject


def in_whole(frame: Frame, subject: Subject, context: Context) -> Subject:
    """What has a share of a series is a part of that series: cars made up 6 percent of exports."""
    at = frame.slots.get("whole")
    if frame.measure != "share" or at is None:
        return subject
    share = name_series_english(f"share of {subject.label} in {frame.sentence.said(*at)}", None)
    if share.code is not None and kinds()[share.code].unit == "PT":
        return subject._replace(series=share)
    whole = name_series_english(frame.sentence.said(*at), context.subjects.base)
    own = name_series_english(subject.label, whole.base) if whole.base else NO_SERIES
    fits = own.code is not None and own.base == whole.base
    return subject._replace(series=own) if fits else subject
