"""Which subject an English figure is of: before its verb, behind the figure, with its owner, or told before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from shandong_econ.lexicon.deeds import Deed, deeds, people_called
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Status
from shandong_econ.parsing.clauses import AND, JOIN, OF_WHICH, THAN, Phrase
from shandong_econ.parsing.clauses_english import FIRM, FROM, IN, TO, WITH, is_partner
from shandong_econ.parsing.context.lists import INDUSTRIES, of_those_told
from shandong_econ.parsing.context.measures_english import fits
from shandong_econ.parsing.context.subjects import Choice
from shandong_econ.parsing.context.topics import told_last
from shandong_econ.parsing.finding.series import NO_SERIES, Series, is_total, kin, kinds, put_together
from shandong_econ.parsing.finding.series_english import is_part, name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AREA, CLASSES, COMMA, NAME, SEMI, VERB, WORD
from shandong_econ.parsing.lexing.tokens import Sentence
from shandong_econ.parsing.told import Subject, Told

if TYPE_CHECKING:
    from shandong_econ.model import Area
    from shandong_econ.parsing.context.state import Context

RATE, IT, ITS, THAT_OF = (CLASSES[name] for name in ("RATE", "IT", "ITS", "THAT_OF"))
BY, IS, OF, HEDGES = (
    CLASSES["BY"],
    CLASSES["IS"],
    CLASSES["OF"],
    frozenset(CLASSES[n] for n in ("HEDGE", "HIGHER", "LOWER")),
)
_LEADS = frozenset((IN, JOIN, BY, FROM, WITH, THAN, TO))  # before a phrase that is no subject
_VERBS = frozenset((CLASSES["UP"], CLASSES["DOWN"]))
_EDGES = frozenset((IN, JOIN, BY, AND))
_DONE = frozenset((IS, VERB, OF, CLASSES["UP"], CLASSES["PULL"]))
_SPLIT = re.compile(r",? (?:and|&) |, ")
LONGEST_TAIL = 3  # words that the items of a list may share


def three_industries(run: Sequence[Frame], context: Context) -> Choice | None:
    """A ratio of three is of the three industries, in order."""
    if "ratio" not in run[0].shape.slots and "ratio.old" not in run[0].shape.slots:
        return None
    parts = [put_together("VALUE_ADDED", part) for part in INDUSTRIES]
    label = _main_words(run[0]) or "ratio of the three industries"
    return tuple(Subject(label, parts[n % len(parts)]) for n in range(len(run)))


def in_its_shape(run: Sequence[Frame], context: Context) -> Choice | None:
    """What a shape itself names: trade of 987.6 billion yuan, growth of output was 5 percent."""
    frame = run[0]
    at = frame.slots.get("thing")
    if at is None:
        return None
    if len(run) > 1 and not frame.side:
        dealt = _dealt(frame, [at], len(run), context)
        if dealt is not None:
            return dealt
    subject = _subject(frame, *at, context)
    owner = next((one for clause in frame.zone for one in clause.phrases), None)
    lead = frame.sentence.classes[at[0] - 1] if at[0] else ""
    if subject.series.code and lead == WITH and owner is not None:
        return (_of_owner(frame, subject, owner),)
    if lead in _DONE or (lead == WITH and subject.series.code is None):
        return (_of_doer(frame, subject, context),)
    return (subject,)


def behind_it(run: Sequence[Frame], context: Context) -> Choice | None:
    """What is counted or moved is named behind its figure, and the verb before it can tell what was done with it."""
    frame = run[0]
    at = frame.slots.get("noun")
    if at is None or len(run) > 2 or frame.measure == "streak":
        return None
    subject = _subject(frame, *at, context)
    if frame.measure == "level" and subject.series.code is None:
        subject = _with_owner(frame, subject, context)
    return (_by_deed(frame, subject, at[1]) if frame.measure == "level" else subject,)


def _with_owner(frame: Frame, subject: Subject, context: Context) -> Subject:
    """A thing counted, by the series that its owner's name makes of it, once named so for as long as it is told of."""
    told = next((one.subject for one in reversed(context.subjects.sentence)), context.subjects.main)
    if subject.label and subject.label == told.label:
        return subject._replace(series=told.series)
    owner = _main_words(frame)
    own = name_series_english(f"{owner} {subject.label}", None) if owner else NO_SERIES
    return subject if own.code is None else subject._replace(series=own)


def some_of_them(run: Sequence[Frame], context: Context) -> Choice | None:
    """Of so many things some are told by what they did: of the 41 industries, 33 posted gains."""
    at, deed = run[0].slots.get("noun"), run[0].slots.get("deed")
    if at is None or deed is None or len(run) != _PAIR:
        return None
    subject = _subject(run[0], *at, context)
    things = subject.label.partition(" with ")[0]
    number, did = (word_list("en", f"of_so_many.{part}")[0] for part in ("number", "rose"))
    of_all, of_some = (name_series_english(name, None) for name in (f"{number} {things}", f"{things} {did}"))
    return subject._replace(series=of_all if of_all.code else subject.series), subject._replace(series=of_some)


_PAIR = 2


def dealt_out(run: Sequence[Frame], context: Context) -> Choice | None:
    """As many names as figures are told before them: each figure is of one, in order."""
    if len(run) == 1 or run[0].side:
        return None
    names = _list_before(run[0])
    return _dealt(run[0], [(one.first, one.stop) for one in names], len(run), context) if names else None


def of_the_whole(run: Sequence[Frame], context: Context) -> Choice | None:
    """A share of what nothing was told of before is of those it is a part of: 94 percent of the kilns ran on gas."""
    frame = run[0]
    at = frame.slots.get("whole")
    if frame.measure != "share" or at is None or _main(frame) is not None or frame.inner[:1] == OF or not frame.opens:
        return None
    return (_subject(frame, *at, context),)


def of_its_phrase(run: Sequence[Frame], context: Context) -> Choice | None:
    """The last noun phrase since the last figure that is no adjunct; the first of its sentence behind an aside."""
    frame = run[0]
    names = _list_before(frame)
    if not names:
        return None
    subject = _in_part(frame, _subject(frame, names[0].first, names[-1].stop, context))
    subject = _in_whole(frame, subject, context)
    if frame.measure == "level" and subject.series.code is None:
        subject = _by_verb(frame, _by_doer(frame, subject))
    return (subject,)


def behind_an_aside(run: Sequence[Frame], context: Context) -> Choice | None:
    """A verb right behind what was put in goes on with what its sentence began with."""
    frame, told = run[0], context.subjects.sentence
    verb = next((at for slot, at in frame.slots.items() if slot in ("up", "down")), None)
    if not told or verb is None or frame.sentence.classes[verb[0] - 1] != COMMA or verb[0] == 0:
        return None
    word = frame.sentence.said(*verb).lower()
    if (
        frame.sentence.classes[verb[0]] not in _VERBS
        or word in word_list("en", "movers.particles")
        or word.endswith(word_list("en", "acting.present"))
    ):
        return None
    first = next((one for clause in told[0].frame.zone for one in clause.phrases if one.lead not in _LEADS), None)
    return None if first is None else (_subject(frame, first.first, first.stop, context),)


def of_its_verb(run: Sequence[Frame], context: Context) -> Choice | None:
    """Where nothing is named, the verb can tell what it is: it generated 110 million kWh."""
    told = _by_verb(run[0], context.subjects.current)
    return None if run[0].measure != "level" or told is context.subjects.current else (told,)


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
    classes = frame.sentence.classes
    at = classes.rfind(RATE, max(frame.sentence.classes.find(frame.own.classes), 0), frame.at)
    alone = at >= 0 and frame.sentence.said(at, at + 1).lower() in word_list("en", "growth_nouns.alone")
    if not alone or classes[at - 1 : at] in _NAMES or classes[at + 1 : at + 2] in (JOIN, IN) or context.subjects.base:
        return None
    (growth,) = word_list("en", "growth_nouns.of_all")
    return (Subject(frame.sentence.said(at, at + 1), name_series_english(growth, None), frame.start, frame.end),)


_NAMES = frozenset((NAME, WORD, CLASSES["ING"]))


def in_its_part(run: Sequence[Frame], context: Context) -> Choice | None:
    """What was told last, in a part told behind the figure: 0.6 percent in towns and 0.2 percent in villages."""
    subject = _in_part(run[0], context.subjects.current)
    return None if subject is context.subjects.current else (subject,)


PRINCIPLES: tuple[Callable[[Sequence[Frame], Context], Choice | None], ...] = (
    three_industries,
    some_of_them,
    in_its_shape,
    behind_it,
    of_growth_itself,
    dealt_out,
    of_the_whole,
    of_its_phrase,
    behind_an_aside,
    of_the_economy,
    in_its_part,
    of_its_verb,
    of_those_told,
    told_last,
)
"""Which series an English figure is of: the first of these that tells one."""


def _in_part(frame: Frame, subject: Subject) -> Subject:
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


def _in_whole(frame: Frame, subject: Subject, context: Context) -> Subject:
    """What has a share of a series is a part of that series: cars made up 6 percent of exports."""
    at = frame.slots.get("whole")
    if frame.measure != "share" or at is None:
        return subject
    whole = name_series_english(frame.sentence.said(*at), context.subjects.base)
    own = name_series_english(subject.label, whole.base) if whole.base else NO_SERIES
    fits = own.code is not None and own.base == whole.base
    return subject._replace(series=own) if fits else subject


def _phrases_before(frame: Frame) -> list[Phrase]:
    """The phrases since the last figure or whatever parts what follows from them, in their order."""
    classes = frame.sentence.classes
    found: list[Phrase] = []
    for clause in frame.zone:
        if OF_WHICH in clause.classes or IT in clause.classes:
            found = [one for one in found if False]
        found += [one for one in clause.phrases if not one.is_base]
        if clause.mark == SEMI:
            found = []
    return [one for one in found if classes[one.first : one.stop]]


def _main(frame: Frame) -> Phrase | None:
    """The phrase that is told of: the last that is no adjunct, else the last."""
    found = _phrases_before(frame)
    if not found:
        return None
    own = [one for one in found if one.lead not in _LEADS]
    if own:
        return own[-1]
    return found[-1] if frame.opens else None


def _main_words(frame: Frame) -> str:
    main = _main(frame)
    return "" if main is None else frame.sentence.said(main.first, main.stop)


def _list_before(frame: Frame) -> list[Phrase]:
    """The list of phrases that ends with the one that is told of, or that alone."""
    main = _main(frame)
    if main is None:
        return []
    found = _phrases_before(frame)
    run = [main]
    for one in reversed(found[: found.index(main)]):
        if run[0].lead != AND:
            break
        run.insert(0, one)
    if run[0].lead == AND:
        run = run[-1:]
    return run


def _subject(frame: Frame, first: int, stop: int, context: Context) -> Subject:
    """The subject that the tokens from one up to another name, with its place; its owner if one is pointed to."""
    sentence = frame.sentence
    classes, tokens = sentence.classes, sentence.tokens
    words, label, kept, place = _without_places(sentence, first, stop, context)
    area = None if place is None else place
    if not kept:
        current = context.subjects.current
        if area is not None and current.label:
            return current._replace(area=area, period=None)
        return Subject(
            _deed_label(frame, stop) or sentence.said(first, stop),
            NO_SERIES,
            tokens[first].start,
            tokens[stop - 1].end,
            area,
        )
    at = tokens[kept[0]].start, tokens[kept[-1]].end
    lead = classes[first - 1] if first else ""
    base = context.subjects.base
    if lead == ITS:
        return _owned(frame, words, label, first, context)._replace(area=area)
    if lead == THAT_OF and context.subjects.current.label:
        head = context.subjects.current.label
        link = next((one for one in _LINKS if one in head), None)
        whole = f"{head.partition(link)[0]}{link}{words}" if link else words
        own = name_series_english(words, base)
        return Subject(whole, own if own.code is not None else name_series_english(whole, base), *at, area)
    return Subject(label, _series(words, base), *at, area)


def _series(words: str, base: str | None) -> Series:
    """The series that words name: a whole one by itself, a part with what was told before."""
    plain = name_series_english(words, None)
    if plain.code is not None and is_total(plain.breakdown):
        return plain
    own = name_series_english(words, base)
    if own.code is None:
        head, link, owner = words.partition(_LINKS[0])
        kind = next((one for one in word_list("en", "owner_kinds.alike") if link and owner.endswith(one)), None)
        return own if kind is None else name_series_english(f"{head}{link}{kind}", None)
    return own


_LINKS = (" of ", " to ", " from ", " in ", " for ")


def _without_places(
    sentence: Sentence, first: int, stop: int, context: Context
) -> tuple[str, str, list[int], Told[Area] | None]:
    """The words of a phrase without its places, its label, the tokens kept, and the place that it names."""
    classes, tokens = sentence.classes, sentence.tokens
    while stop - first > 1 and classes[first] in _ACTING and classes[first + 1] in _ACTING:
        first += 1
    kept: list[int] = []
    area: Told[Area] | None = None
    for n in range(first, stop):
        if classes[n] == AREA:
            one = context.places.area_at(sentence.text, tokens[n])
            if one is not None and is_partner(classes, n) and context.places.is_apart(one, tokens[n].what):
                kept.append(n)
                continue
            area = area if one is None else Told(one, tokens[n].start, tokens[n].end)
        elif classes[n] != FIRM:
            kept.append(n)
    while kept and classes[kept[-1]] in _EDGES:
        kept.pop()
    while kept and classes[kept[0]] in _EDGES:
        kept.pop(0)
    if not kept:
        return "", "", kept, area
    label = sentence.text[tokens[kept[0]].start : tokens[kept[-1]].end]
    if len(kept) == stop - first:
        return label, label, kept, area
    return " ".join(sentence.text[tokens[n].start : tokens[n].end] for n in kept), label, kept, area


_ACTING = frozenset((VERB, CLASSES["ING"]))


def _owned(frame: Frame, words: str, label: str, first: int, context: Context) -> Subject:
    """What "its", "their" or "whose" is said of: the series of the owner, if that is a part of what is told."""
    owner = next((one for clause in frame.zone for one in clause.phrases if one.first < first), None)
    said = frame.sentence.said(owner.first, owner.stop) if owner else context.subjects.current.label
    plain = name_series_english(words, context.subjects.base)
    at = frame.start, frame.end
    if not said or context.places.entity is not None or (owner and not _is_named(frame, owner)):
        return Subject(label, plain, *at)
    own = name_series_english(f"{words} of {said}", None)
    if own.code is not None and own.base is not None and own.base in (plain.base, kin(plain.base or "", own.base)):
        return Subject(f"{label} of {said}", own, *at)
    if (
        owner
        and AREA not in frame.sentence.classes[owner.first : owner.stop]
        and plain.code
        and name_series_english(said, None).base is None
    ):
        return Subject(f"{said} {label}", NO_SERIES, *at)
    return Subject(label, plain, *at)


def _is_named(frame: Frame, one: Phrase) -> bool:
    return any(cls not in (AREA, FIRM, AND) for cls in frame.sentence.classes[one.first : one.stop])


def _of_owner(frame: Frame, subject: Subject, owner: Phrase) -> Subject:
    """A part of what is told with a part: private firms led, with exports of 5 billion yuan."""
    whose = frame.sentence.said(owner.first, owner.stop)
    own = name_series_english(whose, subject.series.base)
    if own.code is not None and (own.base == subject.series.base or is_part(whose)):
        return subject._replace(label=f"{subject.label} of {whose}", series=own)
    return subject


def _of_doer(frame: Frame, subject: Subject, context: Context) -> Subject:
    """What somebody had is named with who did: the services sector had an added value of 5 billion yuan."""
    own = [one for one in frame.own.phrases if one.lead not in _LEADS]
    placed = own and AREA in frame.sentence.classes[own[-1].first : own[-1].stop]
    said = frame.sentence.said(own[-1].first, own[-1].stop) if own and not placed and _is_named(frame, own[-1]) else ""
    owner = said or ("" if own or frame.own.places else context.subjects.current.label)
    if not owner or context.places.entity is not None:
        return subject
    series = name_series_english(f"{subject.label} of {owner}", None)
    if series.code is None and not said:
        return subject
    return subject._replace(label=f"{subject.label} of {owner}", series=series if series.code else NO_SERIES)


def _dealt(frame: Frame, spans: Sequence[tuple[int, int]], count: int, context: Context) -> Choice | None:
    """So many subjects as figures, of the items of a list, which share how the first begins or the last ends."""
    items = list(spans) if len(spans) == count else [part for span in spans for part in _split(frame.sentence, *span)]
    texts: list[tuple[str, Told[Area] | None, int, int]] = []
    if len(items) != count:
        words, _, kept, area = _without_places(frame.sentence, spans[0][0], spans[-1][1], context)
        parts = [part.strip() for part in _SPLIT.split(words) if part.strip()]
        if len(parts) != count or not kept:
            return None
        start, end = frame.sentence.tokens[kept[0]].start, frame.sentence.tokens[kept[-1]].end
        texts = [(part, area, start, end) for part in parts]
    else:
        for first, stop in items:
            words, _, kept, area = _without_places(frame.sentence, first, stop, context)
            texts.append((words, area, frame.sentence.tokens[first].start, frame.sentence.tokens[stop - 1].end))
    if not any(words for words, *_ in texts):
        current = context.subjects.current
        return tuple(current._replace(area=area, period=None) for _, area, _, _ in texts)
    names = [words for words, *_ in texts]
    subjects = _shared_out(names, context.subjects.base)
    return tuple(
        one._replace(area=area, start=start, end=end)
        for one, (_, area, start, end) in zip(subjects, texts, strict=True)
    )


def _split(sentence: Sentence, first: int, stop: int) -> list[tuple[int, int]]:
    cuts = [n for n in range(first, stop) if sentence.classes[n] == AND]
    starts = [first, *(n + 1 for n in cuts)]
    return [(a, b) for a, b in zip(starts, [*cuts, stop], strict=True) if b > a]


def _shared_out(names: Sequence[str], base: str | None) -> list[Subject]:
    link = next((one for one in (" of ", " in ", " with ") if one in names[0]), None)
    head, _, _ = names[0].rpartition(link) if link else ("", "", "")
    last = names[-1].split()
    tails = [" ".join(last[-n:]) for n in range(1, LONGEST_TAIL + 1) if len(last) > n]
    done: list[Subject] = []
    for n, name in enumerate(names):
        forms = [name] if n == 0 or not head else [f"{head}{link}{name}", name]
        forms += [f"{form} {tail}" for form in forms for tail in tails if n < len(names) - 1]
        told = next((form for form in forms if name_series_english(form, base).code is not None), None)
        if told is None:
            plain = n == len(names) - 1 or not tails or name.endswith("s")
            told = forms[0] if plain else f"{forms[0]} {tails[0]}"
        done.append(Subject(told, name_series_english(told, base)))
    return done


@cache
def _deeds_by_verb() -> dict[str, list[Deed]]:
    found: dict[str, list[Deed]] = {}
    for deed in deeds("en"):
        if not deed.where:
            for verb in deed.verbs:
                found.setdefault(verb, []).append(deed)
    return found


def _by_deed(frame: Frame, subject: Subject, stop: int) -> Subject:
    """What was dealt with, by the verb before its amount or behind it: harvested 5 tons of grain."""
    verbs = [*_verb_before(frame), *_verbs_behind(frame.sentence, stop)]
    unit, last = frame.figure.unit, subject.label.lower().rpartition(" ")[2]
    for verb in verbs:
        for deed in _deeds_by_verb().get(verb, ()):
            if deed.doers or (deed.things and last not in deed.things) or not (unit is None or unit in deed.units):
                continue
            if not deed.noun and not deed.things and subject.series.code is None:
                return subject._replace(label=f"{subject.label} {verb}")
            thing = "" if subject.label.lower() in deed.neutral else subject.label
            own = name_series_english(f"{deed.noun} of {thing}" if deed.noun and thing else deed.noun or thing, None)
            if own.code is not None:
                return subject._replace(label=f"{subject.label} {verb}", series=own)
        if subject.series.code is None and verb in word_list("en", "acting.making"):
            own = name_series_english(f"output of {subject.label}", None)
            if own.code is not None and (unit is None or fits(unit, kinds()[own.code].unit)):
                return subject._replace(series=own)
    return subject


def _by_doer(frame: Frame, subject: Subject) -> Subject:
    """What somebody did, where it is who did it that tells what: city dwellers earned 24,812 yuan."""
    unit, last = frame.figure.unit, subject.label.lower().rpartition(" ")[2]
    for verb in _verb_before(frame):
        for deed in _deeds_by_verb().get(verb, ()):
            if last in deed.doers and (unit is None or unit in deed.units):
                who = people_called(subject.label) or subject.label
                for name in (f"{deed.noun} of {who}", deed.noun):
                    own = name_series_english(name, None)
                    if own.code is not None:
                        return subject._replace(label=f"{subject.label} {verb}", series=own)
    return subject


def _by_verb(frame: Frame, subject: Subject) -> Subject:
    """What a verb tells of by itself, where its unit is that of nothing else: it generated 110 million kWh."""
    unit = frame.figure.unit
    for verb in _verb_before(frame) if unit is not None and unit not in _OF_MUCH else ():
        for deed in _deeds_by_verb().get(verb, ()):
            if deed.noun and not deed.doers and not deed.things and unit in deed.units:
                own = name_series_english(deed.noun, None)
                if own.code is not None:
                    return Subject(verb, own, frame.start, frame.end)
    return subject


_OF_MUCH = frozenset({"CNY", "USD", "NUM", "PS", "TN", "KG"})  # units that many series have


def _verb_before(frame: Frame) -> list[str]:
    classes, n = frame.sentence.classes, frame.at - 1
    while n >= 0 and classes[n] in HEDGES:
        n -= 1
    return [frame.sentence.said(n, n + 1).lower()] if n >= 0 and classes[n] in _DONE else []


def _verbs_behind(sentence: Sentence, stop: int) -> list[str]:
    found: list[str] = []
    while stop < len(sentence.classes) and sentence.classes[stop] in (IS, VERB) and len(found) <= 1:
        found.append(sentence.said(stop, stop + 1).lower())
        stop += 1
    return found


def _deed_label(frame: Frame, stop: int) -> str:
    classes = frame.sentence.classes
    return frame.sentence.said(stop, stop + 1) if classes[stop : stop + 1] in (IS, VERB) and classes[stop:] else ""
