"""Which subject an English figure is of: before its verb, behind the figure, with its owner, or told before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from shandong_econ.lexicon.concepts import is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Status
from shandong_econ.parsing.clauses import AND, JOIN
from shandong_econ.parsing.clauses_english import BUT, IN, TO, WITH, only_when, parted
from shandong_econ.parsing.context.dealing_english import dealt
from shandong_econ.parsing.context.deeds_english import (
    DONE,
    IS,
    OF,
    by_deed,
    by_doer,
    by_verb,
    counted_by_its_unit,
    dealt_in,
    made,
    told_before,
    with_its_verb,
)
from shandong_econ.parsing.context.lists import of_those_told
from shandong_econ.parsing.context.nominal_english import ITS, LEADS, THAT_OF, list_before, main_phrase, main_words, subject_of
from shandong_econ.parsing.context.owners_english import in_part, in_whole, of_doer, of_those_who, of_what, of_whom, with_owner
from shandong_econ.parsing.context.places import ABROAD
from shandong_econ.parsing.context.subjects import Choice
from shandong_econ.parsing.context.topics import told_last
from shandong_econ.parsing.finding.series import NO_SERIES, families, is_total, kinds, put_together
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AREA, CLASSES, COMMA, NAME, WORD
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT
from shandong_econ.parsing.told import Subject

if TYPE_CHECKING:
    from shandong_econ.parsing.context.state import Context

RATE, GOAL = CLASSES["RATE"], CLASSES["GOAL"]

_VERBS = frozenset((CLASSES["UP"], CLASSES["DOWN"]))
_PARTED = frozenset((IN, JOIN))  # before what an amount is of
_HAD = frozenset((ITS, IS))  # before what somebody has: saw exports rise
_PAIR = 2
_THINGS = frozenset((NAME, WORD))
_NAMES = frozenset((NAME, WORD, CLASSES["ING"]))


def three_industries(run: Sequence[Frame], context: Context) -> Choice | None:
    """A ratio of three is of the three industries, in order, and so are three shares that they have."""
    label = main_words(run[0]) or "ratio of the three industries"
    parts = [put_together("VALUE_ADDED", part) for part in ("PRIM", "SEC", "TERT")]
    shared = len(run) == len(parts) and label.lower() in word_list("en", "of_so_many.three")
    if not shared and "ratio" not in run[0].shape.slots and "ratio.old" not in run[0].shape.slots:
        return None
    return tuple(Subject(label, parts[n % len(parts)]) for n in range(len(run)))


def in_its_shape(run: Sequence[Frame], context: Context) -> Choice | None:
    """What a shape itself names, trade of 987.6 billion yuan; theirs, behind those counted: 5 mines with sales of."""
    frame = run[0]
    at = frame.slots.get("thing")
    if at is None or only_when(frame.sentence, *at):
        return None
    first = min(parted(frame.sentence, *at)[1], at[1] - 1)
    at = first if len(run) > 1 else _list_begins(frame, first), at[1]
    if len(run) > 1 and not frame.side:
        shares = dealt(frame, [at], len(run), context)
        if shares is not None:
            return shares
        owners = list_before(frame)
        shares = dealt(frame, [(one.first, one.stop) for one in owners], len(run), context) if owners else None
        if shares is not None:
            return tuple(of_what(subject_of(frame, *at, context), one) for one in shares)
    subject = in_part(frame, subject_of(frame, *at, context))
    if frame.measure == "percent" and _is_amount(subject):
        subject = subject._replace(series=NO_SERIES)
    if "noun" in frame.slots:
        subject = of_what(subject, subject_of(frame, *frame.slots["noun"], context))
    owner = next((one for clause in frame.zone for one in clause.phrases if one.lead not in LEADS), None)
    last = context.subjects.last
    lead = frame.sentence.classes[at[0] - 1] if at[0] else ""
    if lead == WITH and len(frame.zone) == 1 and not frame.opens and last is not None and last.unit in COUNTED:
        return (of_what(subject, last.subject)._replace(label=subject.label),)
    if subject.series.code and lead == WITH and owner is not None:
        return (of_whom(frame, subject, [owner], context),)
    if lead in DONE and (traded := dealt_in(frame, at[0], subject)) is not subject:
        return (traded,)
    owned = ITS in frame.sentence.classes[slice(*at)]  # the price of its steel
    if not owned and (lead in DONE or (lead == WITH and subject.series.code is None)):
        return (of_those_who(frame, of_doer(frame, subject, context), context),)
    return (subject,)


def _list_begins(frame: Frame, first: int) -> int:
    """Where the list begins that a verb deals in, of which a token begins the last: sold machinery and electronics."""
    classes, n = frame.sentence.classes, first
    while n > 1 and classes[n - 1] == AND and classes[n - 2] in _THINGS:
        n -= 2
        while n and classes[n - 1] in _THINGS:
            n -= 1
    return n if n and classes[n - 1] in DONE | {THAT_OF} else first


def _is_amount(subject: Subject) -> bool:
    """Whether a name is that of an amount, and of no growth, so that what is told of it in percent is another thing."""
    code = subject.series.code
    grows = not frozenset(subject.label.lower().split()).isdisjoint(word_list("en", "percents.growth"))
    return code is not None and not grows and kinds()[code].unit not in IN_PERCENT | {"IX"}


def behind_it(run: Sequence[Frame], context: Context) -> Choice | None:
    """What is counted or moved is named behind its figure, and the verb before it can tell what was done with it."""
    frame = run[0]
    at = frame.slots.get("noun")
    if at is None or len(run) > 2 or frame.measure == "streak" or only_when(frame.sentence, *at):
        return None
    of_people = frame.sentence.said(*at).lower() in word_list("en", "people.alone")
    lead = frame.sentence.classes[at[0] - 1]
    inside = lead == IN
    if (of_people or inside) and _is_unit(frame):
        return None
    if inside and NAME not in frame.sentence.classes[slice(*at)] and _names_series(frame):
        return None  # trade totaled 5 billion yuan in volume
    if "attribute" in frame.shape.marks and frame.own.classes[-1:] in _OF_IT:
        return None  # exports worth 5 yuan left
    subject = subject_of(frame, *at, context)
    if lead == JOIN and subject.series.code and frame.sentence.classes[told_before(frame)] == OF and frame.own.phrases:
        return None  # exports to Russia made up 5 billion yuan of all trade
    if frame.measure != "level":
        subject = of_whom(frame, made(frame, subject), list_before(frame, frame.at), context)
        return (of_those_who(frame, subject, context),)
    code = subject.series.code
    if code and frame.figure.unit is None and kinds()[code].unit in _NO_COUNT:
        subject = subject._replace(series=NO_SERIES)
    if subject.series.code is None:
        subject = with_owner(frame, subject, context)
    if subject.series.code is None and frame.figure.unit is None and " " in subject.label and lead not in _PARTED:
        own = name_series_english(f"{word_list('en', 'told.numbers')[0]} of {subject.label}", None)
        subject = subject._replace(series=own if own.code and kinds()[own.code].unit in COUNTED else subject.series)
    if lead in _PARTED:
        subject = of_whom(frame, subject, list_before(frame, frame.at), context)
    return (of_those_who(frame, by_deed(frame, subject, at[1]), context),)


def _names_series(frame: Frame) -> bool:
    """Whether a series that the lexicon knows stands before a figure in its clause."""
    return any(NAME in frame.sentence.classes[one.first : one.stop] for one in frame.own.phrases)


def _is_unit(frame: Frame) -> bool:
    """Whether people are only how much there is of what stands before them: a toll of 40, rose to, is, stands at 40."""
    classes, n = frame.sentence.classes, told_before(frame)
    if n < 1 or classes[n] in _OF_IT:
        return n > 0
    if classes[n] == TO:
        return classes[n - 1] in _VERBS
    verb = frame.sentence.said(n, n + 1).lower()
    return classes[n] == IS and (verb in word_list("en", "passive.be") or verb.endswith(" at"))


_OF_IT = frozenset((JOIN, CLASSES["WORTH"], CLASSES["ABOVE"]))  # before an amount of what stands before it
_NO_COUNT = IN_PERCENT | {"CNY", "USD"}  # units of series of which none is a number of things


def some_of_them(run: Sequence[Frame], context: Context) -> Choice | None:
    """Of so many things some are told by what they did: of the 41 industries, 33 posted gains."""
    slots = run[0].slots
    if "deed" not in slots or "noun" not in slots or len(run) != _PAIR:
        return None
    subject = subject_of(run[0], *slots["noun"], context)
    things = subject.label.partition(" with ")[0]
    number, did = (word_list("en", f"of_so_many.{part}")[0] for part in ("number", "rose"))
    of_all, of_some = (name_series_english(name, None) for name in (f"{number} {things}", f"{things} {did}"))
    return subject._replace(series=of_all if of_all.code else subject.series), subject._replace(series=of_some)


def dealt_out(run: Sequence[Frame], context: Context) -> Choice | None:
    """As many names as figures are told before them: each figure is of one, in order."""
    if len(run) == 1 or run[0].side:
        return None
    names = list_before(run[0])
    owners = list_before(run[0], names[0].first) if names and names[0].lead in _HAD else []
    had = Subject(run[0].sentence.said(names[0].first, names[0].stop)) if owners else None
    base = None if had is None else name_series_english(had.label, None).base
    spans = [(one.first, one.stop) for one in owners or names]
    shares = dealt(run[0], spans, len(run), context, base) if names else None
    if shares is None or had is None:
        return shares
    return tuple(of_what(had, one) for one in shares)  # the two industries saw their output rise


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
    around = (
        subject.area is not None and here is not None and is_wider(subject.area.value.code or "", here.value.code or "")
    )
    return (subject._replace(area=None) if around else subject,)


def of_its_unit(run: Sequence[Frame], context: Context) -> Choice | None:
    """Containers and coal are named by their unit, where what was told is of another."""
    told = counted_by_its_unit(run[0]) if len(run) == 1 else None
    code = context.subjects.current.series.code or ""
    if told is None or (code and kinds()[code].unit == run[0].figure.unit):
        return None
    is_count = run[0].figure.unit in COUNTED
    own = name_series_english(told.label, None) if is_count or code.startswith(_OF_PORTS) else NO_SERIES
    subject = by_deed(run[0], told._replace(series=own), run[0].at + 1)
    return None if is_count and subject.series.code is None and run[0].own.phrases else (subject,)


_OF_PORTS = "PORT_"


def of_its_phrase(run: Sequence[Frame], context: Context) -> Choice | None:
    """The last noun phrase since the last figure that is no adjunct; the first of its sentence behind an aside."""
    frame = run[0]
    names = list_before(frame)
    if not names:
        return None
    subject = in_part(frame, subject_of(frame, names[0].first, names[-1].stop, context))
    if names[0].lead == IS:
        subject = of_whom(frame, subject, list_before(frame, names[0].first), context)
    subject = in_whole(frame, subject, context)
    if frame.measure == "level":
        subject = dealt_in(frame, names[0].first, subject)
    if frame.measure == "level" and subject.series.code is None:
        subject = with_its_verb(frame, by_verb(frame, by_doer(frame, subject)))
    return (of_those_who(frame, subject, context),)


def behind_an_aside(run: Sequence[Frame], context: Context) -> Choice | None:
    """A verb right behind what was put in goes on with what its sentence began with."""
    frame, told = run[0], context.subjects.sentence
    verb = next((at for slot, at in frame.slots.items() if slot in ("up", "down")), None)
    before = "" if verb is None else frame.sentence.classes[: verb[0]].rstrip(IS)  # has risen
    mark = frame.sentence.said(len(before) - 1, len(before)) if before[-1:] in (COMMA, BUT) else "which"
    if not told or verb is None or mark.isalpha():
        return None
    word = frame.sentence.said(*verb).lower()
    if (
        frame.sentence.classes[verb[0]] not in _VERBS
        or word in word_list("en", "movers.particles")
        or word.endswith(word_list("en", "acting.present"))
    ):
        return None
    first = next((one for clause in told[0].frame.zone for one in clause.phrases if one.lead not in LEADS), None)
    return None if first is None else (subject_of(frame, first.first, first.stop, context),)


def of_its_verb(run: Sequence[Frame], context: Context) -> Choice | None:
    """Where nothing is named, the verb can tell what it is: it generated 110 million kWh."""
    frame, current = run[0], context.subjects.current
    if frame.measure != "level":
        return None
    told = by_doer(frame, by_verb(frame, current))
    if told is current and frame.own.places:
        told = with_its_verb(frame, Subject(start=frame.start, end=frame.end))
    if told is current and frame.opens and not frame.own.phrases:
        told = by_deed(frame, Subject(start=frame.start, end=frame.end), frame.at + 1)  # 5 billion was imported
        return (told,) if told.series.code is not None else None
    return (told,) if told is not current and told.label else None


def of_the_economy(run: Sequence[Frame], context: Context) -> Choice | None:
    """A growth that is planned or expected of nothing else is that of the whole economy."""
    frame = run[0]
    ahead = context.plans.current is not Status.A or "goal" in frame.words
    if frame.measure != "growth" or not ahead or RATE not in frame.inner:
        return None
    (growth,) = word_list("en", "growth_nouns.of_all")
    return (Subject(growth, name_series_english(growth, None), frame.start, frame.end),)


def of_growth_itself(run: Sequence[Frame], context: Context) -> Choice | None:
    """Growth that is said to be of nothing, where no series was told of, is that of the whole economy."""
    frame = run[0]
    if frame.measure == "growth" and _is_target(frame):
        (growth,) = word_list("en", "growth_nouns.of_all")
        return (Subject(growth, name_series_english(growth, None), frame.start, frame.end),)
    classes = frame.sentence.classes
    if RATE not in classes[: frame.at]:
        return None
    at = classes.rfind(RATE, max(classes.find(frame.own.classes), 0), frame.at)
    alone = at >= 0 and frame.sentence.said(at, at + 1).lower() in word_list("en", "growth_nouns.alone")
    whose = classes[at + 1 : at + 2] == JOIN or (classes[at + 1 : at + 2] == IN and classes[at + 2 : at + 3] != AREA)
    if not alone or classes[at - 1 : at] in _NAMES or whose:
        return None
    (growth,) = word_list("en", "growth_nouns.of_all")
    series = name_series_english(growth, None)
    row = kinds().get(context.subjects.current.series.code or "")
    if context.subjects.base not in (None, series.base) and (row is None or row.unit not in IN_PERCENT):
        return None  # of a rate, growth is none
    return (Subject(frame.sentence.said(at, at + 1), series, frame.start, frame.end),)


def _is_target(frame: Frame) -> bool:
    """Whether a growth is a goal that names nothing: a 7 percent growth target."""
    classes, up = frame.sentence.classes, frame.slots.get("goal") or frame.slots.get("up")
    if up is None or classes[up[0]] != RATE or classes[up[0] - 1 : up[0]] in _NAMES:
        return False
    return "goal" in frame.slots or classes[up[1] : up[1] + 1] == GOAL


def in_its_part(run: Sequence[Frame], context: Context) -> Choice | None:
    """What was told last, in a part told behind the figure: 0.6 percent in towns and 0.2 percent in villages."""
    subject = in_part(run[0], context.subjects.current)
    return None if subject is context.subjects.current else (subject,)


def with_a_partner(run: Sequence[Frame], context: Context) -> Choice | None:
    """Trade that is told again beside a country is with that one: to Brazil, it was 5 billion yuan."""
    current = context.subjects.current
    abroad = [one.token for clause in run[0].zone for one in clause.places if one.token.what == ABROAD]
    series = current.series
    if not abroad or families().get(series.base or "") != "trade" or not is_total(series.breakdown):
        return None
    partner = run[0].sentence.text[abroad[-1].start : abroad[-1].end]
    label = f"{current.label.partition(' to ')[0]} with {partner}"
    return (current._replace(label=label, series=name_series_english(label, None)),)


PRINCIPLES: tuple[Callable[[Sequence[Frame], Context], Choice | None], ...] = (
    three_industries,
    some_of_them,
    in_its_shape,
    behind_it,
    of_growth_itself,
    dealt_out,
    of_the_whole,
    of_its_unit,
    of_its_phrase,
    behind_an_aside,
    of_the_economy,
    in_its_part,
    of_its_verb,
    of_those_told,
    with_a_partner,
    told_last,
)
"""Which series an English figure is of: the first of these that tells one."""
