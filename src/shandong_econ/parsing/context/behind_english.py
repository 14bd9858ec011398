"""Which subject an English figure is of that its shape or its unit names, or the words behind it."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.clauses_english import LEADS, only_when, parted
from shandong_econ.parsing.context.dealing_english import dealt
from shandong_econ.parsing.context.deeds_english import DONE, by_deed, counted_by_its_unit, dealt_in, made, told_before
from shandong_econ.parsing.context.nominal_english import subject_of
from shandong_econ.parsing.context.owners_english import in_part, of_doer, of_those_who, of_what, of_whom, with_owner
from shandong_econ.parsing.context.phrases_english import list_before, main_words
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.subjects import Choice
from shandong_econ.parsing.finding.series import NO_SERIES, OF_PORTS, kinds
from shandong_econ.parsing.finding.series_english import is_part, name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import (
    AND,
    COMMA,
    GIVEN,
    IN,
    ING,
    IS,
    ITS,
    MOVES,
    NAME,
    OF,
    OF_WHICH,
    THAT_OF,
    TO,
    TOWARD,
    WITH,
    WORTH,
    one_of,
)
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT, fits

_PARTED = one_of("IN JOIN")  # before what an amount is of
_PAIR = 2
_THINGS = one_of("NAME WORD")


def in_its_shape(run: Sequence[Frame], context: Context) -> Choice | None:
    """What a shape itself names, trade of 987.6 billion yuan; theirs, behind those counted: 5 mines with sales of."""
    frame = run[0]
    at = frame.slots.get("thing")
    if at is None or only_when(frame.sentence, *at):
        return None
    if frame.sentence.classes[at[0] - 1 : at[1]] == COMMA + ING:
        return None  # reached 75 tons, breaking a record of 61
    first = min(parted(frame.sentence, *at)[1], at[1] - 1)
    at = _list_begins(frame, first), at[1]
    if len(run) > 1 and not frame.side:
        owners, had = [(one.first, one.stop) for one in list_before(frame)], subject_of(frame, *at, context)
        shares = dealt(frame, [at], context) or (dealt(frame, owners, context, had) if owners else None)
        if shares is not None:
            return shares
    subject = in_part(frame, subject_of(frame, *at, context))
    if "noun" in frame.slots:
        subject = of_what(subject, subject_of(frame, *frame.slots["noun"], context))
    owner = next((one for clause in frame.zone for one in clause.phrases if one.lead not in LEADS), None)
    last = context.subjects.last
    lead = frame.sentence.classes[at[0] - 1] if at[0] else ""
    if lead == WITH and owner is None and not frame.opens and last is not None and last.unit == "NUM":
        return (of_what(subject, last.subject)._replace(label=subject.label),)
    if subject.series.code and lead == WITH and owner is not None:
        return (of_whom(frame, subject, [owner], context),)
    if lead in DONE and (traded := dealt_in(frame, at[0], subject)) is not subject:
        return (of_whom(frame, traded, (), context),)
    owned = ITS in frame.sentence.classes[slice(*at)]  # the price of its steel
    if not owned and (lead in DONE or (lead == WITH and subject.series.code is None)):
        return (of_those_who(frame, of_doer(frame, subject, at[0], context), context),)
    return (subject,)


def _list_begins(frame: Frame, first: int) -> int:
    """Where the list begins that a verb deals in, of which a token begins the last: sold machinery and electronics."""
    classes, n = frame.sentence.classes, first
    while n > 1 and classes[n - 1] == AND and classes[n - 2] in _THINGS:
        n -= 2
        while n and classes[n - 1] in _THINGS:
            n -= 1
    return n if n and classes[n - 1] in DONE | {THAT_OF} else first


def behind_it(run: Sequence[Frame], context: Context) -> Choice | None:
    """What is counted or moved is named behind its figure, and the verb before it can tell what was done with it."""
    frame = run[0]
    at = frame.slots.get("noun")
    if at is None or len(run) > 2 or frame.measure == "streak" or only_when(frame.sentence, *at):
        return None
    of_people = frame.sentence.said(*at).lower() in word_list("en", "people.alone")
    lead = frame.sentence.classes[at[0] - 1]
    inside = lead == IN
    if (of_people or (inside and frame.measure not in ("growth", "percent"))) and _is_unit(frame):
        return None
    before = main_words(frame) if inside or frame.measure == "growth" else ""
    whole = name_series_english(before, None) if before else NO_SERIES
    if whole.base and frame.measure == "growth" and is_part(frame.sentence.said(*at)):
        return None  # investment saw a rise in mining
    if whole.base and inside and frame.own.phrases and NAME not in frame.sentence.classes[slice(*at)]:
        return None  # trade totaled 5 billion yuan in volume
    if "attribute" in frame.shape.marks and frame.own.classes[-1:] in _OF_IT:
        return None  # exports worth 5 yuan left
    subject, told = subject_of(frame, *at, context), context.subjects.current.series.base
    if frame.measure == "share" and OF_WHICH in frame.inner and told and subject.series.base != told:
        subject = subject._replace(series=NO_SERIES)  # of the firms 2.5 percent were in the primary industry
    if frame.measure != "level":
        subject = of_whom(frame, made(frame, subject), list_before(frame, frame.at), context)
        if inside and subject.series.base is None and frame.measure == "growth":
            subject = of_doer(frame, subject, frame.at, context)  # services posted a rise of 5 percent in revenue
        return (of_those_who(frame, subject, context),)
    if lead in (TOWARD, GIVEN):  # spent on it, if nobody is told to have given it
        spent = name_series_english(f"spending on {subject.label}", None)
        return (subject._replace(series=spent if _THINGS.isdisjoint(frame.own.classes) else NO_SERIES),)
    code, unit = subject.series.code, frame.figure.unit
    if code and (kinds()[code].unit in _NO_COUNT if unit is None else not fits(unit, kinds()[code].unit or unit)):
        subject = subject._replace(series=NO_SERIES)
    if subject.series.code is None:
        subject = with_owner(frame, subject)
    if subject.series.code is None and frame.figure.unit is None and " " in subject.label and lead not in _PARTED:
        own = name_series_english(f"{word_list('en', 'told.numbers')[0]} of {subject.label}", None)
        subject = subject._replace(series=own if own.code and kinds()[own.code].unit in COUNTED else subject.series)
    if lead in _PARTED:  # firms did 5 billion yuan of trade
        owned = of_whom(frame, subject, list_before(frame, frame.at), context)
        if owned is subject and subject.series.code and frame.sentence.classes[told_before(frame)] == OF:
            return None  # exports to Russia made up 5 billion yuan of all trade
        subject = owned
    traded = dealt_in(frame, told_before(frame) + 1, subject) if lead == WORTH else subject
    return (of_those_who(frame, by_deed(frame, subject, at[1]) if traded is subject else traded, context),)


def _is_unit(frame: Frame) -> bool:
    """Whether people are only how much there is of what stands before them: a toll of 40, rose to, is, stands at 40."""
    classes, n = frame.sentence.classes, told_before(frame)
    if n < 1 or classes[n] in _OF_IT:
        return n > 0
    if classes[n] == TO:
        return classes[n - 1] in MOVES
    verb = frame.sentence.said(n, n + 1).lower()
    return classes[n] == IS and (verb in word_list("en", "passive.be") or verb.endswith(" at"))


_OF_IT = one_of("JOIN WORTH ABOVE")  # before an amount of what stands before it
_NO_COUNT = IN_PERCENT | {"CNY", "USD"}  # units of series of which none is a number of things


def some_of_them(run: Sequence[Frame], context: Context) -> Choice | None:
    """Of so many things some are told by what they did: of the 41 industries, 33 posted gains."""
    if len(run) != _PAIR:
        return None
    subject = subject_of(run[0], *run[0].slots["noun"], context)
    things = subject.label.partition(" with ")[0]
    number, did = (word_list("en", f"of_so_many.{part}")[0] for part in ("number", "rose"))
    of_all, of_some = (name_series_english(name, None) for name in (f"{number} {things}", f"{things} {did}"))
    return subject._replace(series=of_all if of_all.code else subject.series), subject._replace(series=of_some)


def of_its_unit(run: Sequence[Frame], context: Context) -> Choice | None:
    """Containers and coal are named by their unit, where what was told is of another."""
    told = counted_by_its_unit(run[0]) if len(run) == 1 else None
    code = context.subjects.current.series.code or ""
    if told is None or (code and kinds()[code].unit == run[0].figure.unit):
        return None
    is_count = run[0].figure.unit in COUNTED
    own = name_series_english(told.label, None) if is_count or code.startswith(OF_PORTS) else NO_SERIES
    subject = by_deed(run[0], told._replace(series=own), run[0].at + 1)
    return None if is_count and subject.series.code is None and run[0].own.phrases else (subject,)
