"""Which subject an English figure is of: before its verb, behind the figure, with its owner, or told before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from shandong_econ.lexicon.concepts import is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Status
from shandong_econ.parsing.clauses_english import LEADS
from shandong_econ.parsing.context.behind_english import behind_it, in_its_shape, of_its_unit, some_of_them
from shandong_econ.parsing.context.dealing_english import dealt
from shandong_econ.parsing.context.deeds_english import by_its_verb, did_who_were_counted, told_before, with_its_deed
from shandong_econ.parsing.context.lists import of_those_told
from shandong_econ.parsing.context.nominal_english import subject_of, without_places
from shandong_econ.parsing.context.owners_english import in_part, in_whole, of_doer, of_those_who, of_whom
from shandong_econ.parsing.context.phrases_english import list_before, main_phrase, main_words
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.subjects import Choice, several
from shandong_econ.parsing.context.topics import told_last
from shandong_econ.parsing.finding.series import NO_SERIES, families, is_total, kinds, put_together
from shandong_econ.parsing.finding.series_english import is_part, name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import (
    AND,
    AREA,
    BUT,
    COMMA,
    GOAL,
    IN,
    IS,
    ITS,
    JOIN,
    MOVES,
    NAME,
    OF,
    RATE,
    SAY,
    TIME,
    VERB,
    WITH,
    one_of,
)
from shandong_econ.parsing.lexing.vocabulary_english import ABROAD
from shandong_econ.parsing.partners_english import TO_OR_FROM
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT
from shandong_econ.parsing.told import Subject

_HAD = one_of("ITS IS")  # before what somebody has: saw exports rise
_TAKES_UP = one_of("IT RATE DECLINE")
_NAMES = one_of("NAME WORD ING")


def three_industries(run: Sequence[Frame], context: Context) -> Choice | None:
    """A ratio of three is of the three industries, in order, and so are three shares that they have."""
    label = main_words(run[0]) or "ratio of the three industries"
    parts = [put_together("VALUE_ADDED", part) for part in ("PRIM", "SEC", "TERT")]
    shared = len(run) == len(parts) and label.lower() in word_list("en", "of_so_many.three")
    if not shared and "ratio" not in run[0].shape.slots:
        return None
    return tuple(Subject(label, parts[n % len(parts)]) for n in range(len(run)))


def dealt_out(run: Sequence[Frame], context: Context) -> Choice | None:
    """As many names as figures are told before them: each is of one, in order, or of what that one saw rise."""
    if len(run) == 1 or run[0].side:
        return None
    names = list_before(run[0])
    owners = list_before(run[0], names[0].first) if names and names[0].lead in _HAD else []
    had = Subject(run[0].sentence.said(names[0].first, names[0].stop)) if owners else None
    return dealt(run[0], [(one.first, one.stop) for one in owners or names], context, had) if names else None


def of_the_whole(run: Sequence[Frame], context: Context) -> Choice | None:
    """A share of what nothing was told of before is of those it is a part of: 94 percent of the kilns ran on gas."""
    frame = run[0]
    if frame.measure != "share" or "whole" not in frame.slots or main_phrase(frame) is not None:
        return None
    at = frame.slots["whole"]
    current = context.subjects.current
    told = not frame.opens and (current.series.code is not None or not any(clause.places for clause in frame.zone))
    if told or (frame.inner[:1] == OF and current.label):
        return None
    subject, here = subject_of(frame, *at, context), context.places.sentence
    if subject.area and here and is_wider(subject.area.value.code or "", here.value.code or ""):
        subject = subject._replace(area=None)
    return (subject,)


def ranked_in(run: Sequence[Frame], context: Context) -> Choice | None:
    """What is ranked is that in which or by which it is: in exports Hebei came third, by income the city first."""
    frame = run[0]
    if name_series_english(main_words(frame), None).base is not None:
        return None
    led = [one for clause in frame.zone for one in clause.phrases if one.lead in _RESPECTS]
    told = (subject_of(frame, one.first, one.stop, context) for one in led)
    known = next((one for one in told if one.series.base is not None), None)
    return None if known is None else (known,)


_RESPECTS = one_of("IN BY")


def of_its_phrase(run: Sequence[Frame], context: Context) -> Choice | None:
    """The last noun phrase since the last figure that is no adjunct; the first of its sentence behind an aside."""
    frame = run[0]
    names = list_before(frame)
    if not names or did_who_were_counted(frame, context.subjects.just):
        return None
    subject = in_part(frame, subject_of(frame, names[0].first, names[-1].stop, context))
    if names[0].lead in (WITH, ITS) and subject.label.lower() in word_list("en", "alone.amounts"):
        subject = of_doer(frame, subject, names[0].first, context)
    if names[0].lead == IS:
        subject = of_whom(frame, subject, list_before(frame, names[0].first), context)
    if "whole" in frame.slots:
        subject = in_whole(frame, subject, context)
    if frame.measure == "level":
        subject = of_whom(frame, with_its_deed(frame, subject, names[0].first, names[-1].stop), (), context)
    return (of_those_who(frame, subject, context),)


def behind_an_aside(run: Sequence[Frame], context: Context) -> Choice | None:
    """A verb right behind what was put in goes on with what was told before that."""
    frame, told = run[0], context.subjects.sentence
    verb = frame.slots["up" if "up" in frame.slots else "down"]
    before = frame.sentence.classes[: verb[0]].rstrip(IS)  # has risen
    mark = frame.sentence.said(len(before) - 1, len(before)) if before[-1:] in (COMMA, BUT) else "which"
    if not told or mark.isalpha():
        return None
    word = frame.sentence.said(*verb).lower().partition(" ")[0]  # inching up, growing by
    goes_along = word in word_list("en", "movers.particles") or word.endswith(word_list("en", "acting.present"))
    if goes_along or frame.sentence.classes[verb[0]] not in MOVES:
        return None
    phrases = (one for last in reversed(told) for clause in last.frame.zone for one in clause.phrases)
    first = next((one for one in phrases if one.lead not in LEADS), None)
    return None if first is None else (subject_of(frame, first.first, first.stop, context),)


def behind_a_count(run: Sequence[Frame], context: Context) -> Choice | None:
    """What is told of behind so many that only say where it was is what stands before them: sales in 37 cities fell.

    It is theirs alone, and no series of the whole: trade with the 64 countries of the Belt and Road is one of its own.
    """
    frame, last = run[0], context.subjects.just
    if last is None or last.unit not in COUNTED or "noun" not in last.frame.slots:
        return None
    classes, told, noun = frame.sentence.classes, last.frame, last.frame.slots["noun"]
    at = told_before(told)
    does = classes[noun[1] :].lstrip(TIME)[:1] in _DOES and len(frame.zone) <= 1
    names = list_before(told) if does and classes[at] in _WHERE else []
    if not names:
        return None
    subject = subject_of(told, names[0].first, names[-1].stop, context)
    label = f"{subject.label} {frame.sentence.said(at, at + 1)} {last.subject.label}"
    series = name_series_english(label, None)
    with_partners = families().get(series.base or "") == "trade" and not is_total(series.breakdown)
    return (subject._replace(label=label, series=series if with_partners else NO_SERIES),)


_DOES = MOVES | {IS}
_WHERE = TO_OR_FROM | {IN, JOIN}


def of_its_verb(run: Sequence[Frame], context: Context) -> Choice | None:
    """Where nothing is named, the verb can tell what it is: it generated 110 million kWh."""
    frame, current = run[0], context.subjects.current
    if frame.measure != "level":
        return None
    told = by_its_verb(frame, current)
    if told is current and frame.figure.unit is None and frame.sentence.classes[frame.at + 1 : frame.at + 2] == IS:
        counted = [one.subject for one in context.subjects.sentence if one.unit == "NUM"]
        return (counted[-1]._replace(area=None),) if counted else None  # of 9 mines with sales of 5 yuan, 7 were shut
    return (told,) if told is not current and told.label else None


def of_the_economy(run: Sequence[Frame], context: Context) -> Choice | None:
    """A growth that is planned or expected of nothing else is that of the whole economy."""
    frame = run[0]
    ahead = context.plans.current is not Status.A or "goal" in frame.words
    if frame.measure != "growth" or not ahead or RATE not in frame.inner:
        return None
    return (_of_all(frame),)


def _of_all(frame: Frame) -> Subject:
    """The growth of the whole economy."""
    (growth,) = word_list("en", "growth_nouns.of_all")
    return Subject(growth, name_series_english(growth, None), frame.start, frame.end)


def of_growth_itself(run: Sequence[Frame], context: Context) -> Choice | None:
    """Growth that is said to be of nothing, where no series was told of, is that of the whole economy."""
    frame, classes = run[0], run[0].sentence.classes
    if frame.measure == "growth" and RATE in classes and _is_target(frame):
        return (_of_all(frame),)
    if RATE not in classes[: frame.at]:
        return None
    at = classes.rfind(RATE, max(classes.find(frame.own.classes), 0), frame.at)
    alone = at >= 0 and frame.sentence.said(at, at + 1).lower() in word_list("en", "growth_nouns.alone")
    whose = classes[at + 1 : at + 2] == JOIN or (classes[at + 1 : at + 2] == IN and classes[at + 2 : at + 3] != AREA)
    if not alone or classes[at - 1 : at] in _NAMES or whose:
        return None
    told = _of_all(frame)._replace(label=frame.sentence.said(at, at + 1))
    row = kinds().get(context.subjects.current.series.code or "")
    if context.subjects.base not in (None, told.series.base) and (row is None or row.unit not in IN_PERCENT):
        return None  # of a rate, growth is none
    return (told,)


def _is_target(frame: Frame) -> bool:
    """Whether a growth is a goal that names nothing: a 7 percent growth target."""
    classes, up = frame.sentence.classes, frame.slots.get("goal") or frame.slots.get("up")
    if up is None or classes[up[0]] != RATE or classes[up[0] - 1 : up[0]] in _NAMES:
        return False
    return "goal" in frame.slots or classes[up[1] : up[1] + 1] == GOAL


def in_its_part(run: Sequence[Frame], context: Context) -> Choice | None:
    """What was told last, in a part told behind the figure: 0.6 percent in towns and 0.2 percent in villages."""
    frame, just = run[0], context.subjects.just
    subject = in_part(frame, told := context.subjects.topic or context.subjects.current)
    if subject is not told:
        return (subject,)
    if just is None or just.subject.start < just.figure.start or frame.tail is None:
        return None
    behind = (subject_of(frame, one.first, one.stop, context) for one in frame.tail.phrases if one.lead == IN)
    own = next(behind, None)  # a rise of 7 percent in exports and 4 percent in imports
    return None if own is None or own.series.code is None else (own,)


def with_a_partner(run: Sequence[Frame], context: Context) -> Choice | None:
    """Trade that is told again beside a country is with that one: to Brazil, it was 5 billion yuan, with the EU 6."""
    current = context.subjects.topic or context.subjects.current
    abroad = [one.token for clause in run[0].zone for one in clause.places if one.token.what == ABROAD]
    if not abroad or families().get(current.series.base or "") != "trade":
        return None
    sentence, partner = run[0].sentence, run[0].sentence.tokens.index(abroad[-1])
    again = next((link for link in word_list("en", "link.partners") if link in current.label), "")
    led = sentence.classes[partner - 1] in TO_OR_FROM
    if not is_total(current.series.breakdown) and not (again and led):
        return None
    start = sentence.tokens[partner - 1].end if led else sentence.tokens[partner].start
    told = sentence.text[start : sentence.tokens[partner].end].strip()
    label = f"{current.label.partition(again or ' to ')[0]} with {told}"
    return (current._replace(label=label, series=name_series_english(label, None)),)


def of_the_topic(run: Sequence[Frame], context: Context) -> Choice | None:
    """What opens a sentence and takes something up is of what that before put forward, else of none of several told."""
    if not _TAKES_UP.isdisjoint(run[0].sentence.classes[: run[0].at]):
        return (context.subjects.topic,) if context.subjects.topic else None
    if context.subjects.sentence or len(several(context.subjects.before)) <= 1:
        return None
    return (context.subjects.current._replace(series=NO_SERIES, area=None),)


def put_forward(context: Context) -> Subject | None:
    """The series that the last sentence begins with, None if it begins with anything else."""
    sentence, zone = context.heard[-1]
    told = [one for part in zone if part.mark != SAY for one in part.phrases if one.lead not in LEADS]
    run = [*told[:1], *takewhile(lambda one: one.lead == AND, told[1:])]
    others = [one for one in told[len(run) :] if one.lead not in _ACTS]
    if not run or run[0].lead in _ACTS or any(NAME in sentence.classes[one.first : one.stop] for one in others):
        return None
    words, label, _, _ = without_places(sentence, run[0].first, run[-1].stop, context)
    series = name_series_english(words, None)
    return None if series.base is None or is_part(words) else Subject(label, series, run[0].start, run[-1].end)


_ACTS = MOVES | {IS, VERB}

PRINCIPLES: tuple[Callable[[Sequence[Frame], Context], Choice | None], ...] = (
    three_industries,
    some_of_them,
    in_its_shape,
    behind_it,
    of_growth_itself,
    dealt_out,
    of_the_whole,
    of_its_unit,
    ranked_in,
    of_its_phrase,
    behind_a_count,
    behind_an_aside,
    of_the_economy,
    in_its_part,
    of_its_verb,
    of_those_told,
    with_a_partner,
    of_the_topic,
    told_last,
)
"""Which series an English figure is of: the first of these that tells one."""
