"""What an English verb tells of the subject that it stands with: harvested 5 tons of grain."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.deeds import Deed, deeds, people_called
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.clauses import Phrase
from shandong_econ.parsing.finding.series import NO_SERIES, Series, is_stock, kinds
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import (
    AND,
    AREA,
    BARE,
    BY,
    CLOSE,
    COMMA,
    DOES,
    FROM,
    IN,
    IS,
    IT,
    NAME,
    OPEN,
    PARTS_CLAUSES,
    TO,
    TOWARD,
    VERB,
    WITH,
    WORD,
    one_of,
)
from shandong_econ.parsing.lexing.tokens import Sentence
from shandong_econ.parsing.lexing.vocabulary_english import ABROAD
from shandong_econ.parsing.resolving.unit_classes import COUNTED
from shandong_econ.parsing.told import Reading, Subject

_HEDGES = one_of("HEDGE HIGHER LOWER TIME")

LONGEST_AUXILIARY = 3  # words: has not been
DONE = one_of("IS VERB OF UP PULL")
_THINGS = frozenset({"TEU", "TCE"})  # units that name what is measured
_ACTS = one_of("VERB WORD ING AND")
_OF_MUCH = frozenset({None, "CNY", "USD", "NUM", "PS", "TN", "KG"})  # units that many series have


@cache
def _deeds_by_verb() -> dict[str, list[Deed]]:
    found: dict[str, list[Deed]] = {}
    for deed in deeds("en"):
        if not deed.where:
            for verb in deed.verbs:
                found.setdefault(verb, []).append(deed)
    return found


def by_deed(frame: Frame, subject: Subject, stop: int) -> Subject:
    """What was dealt with, by the verb before its amount or behind it: harvested 5 tons of grain."""
    for verb in (_verb_before(frame), *_verbs_behind(frame.sentence, stop)):
        told = _dealt_with(frame, subject, verb, stop) if verb else None
        if told is not None:
            return told
    at = frame.sentence.classes[stop : stop + 3]
    if at[:2] == IS + NAME or (at[:2] == IS + IN and at[2:] in (NAME, WORD)):
        said = frame.sentence.said(stop + 1, stop + 2 + (at[1] == IN))
        label = f"{subject.label} {said}"  # 3,000 people were newly employed in urban areas, pigs were in stock
        own = name_series_english(label if at[1] == IN else said, None)
        if own.code is not None and kinds()[own.code].unit in COUNTED:
            return subject._replace(label=label, series=own)
    done = _done(frame, stop)
    return subject._replace(label=f"{subject.label} {done}") if done else subject


def _dealt_with(frame: Frame, subject: Subject, verb: str, stop: int) -> Subject | None:
    """What one verb makes of a thing: jobs created, pigs sold, grain harvested, the output of what was made."""
    unit, last = frame.figure.unit, subject.label.lower().rpartition(" ")[2]
    known = _deeds_by_verb().get(verb, ())
    own = name_series_english(f"{subject.label} {verb}", None) if unit is None and verb else NO_SERIES
    open_to_it = subject.series.code is None or (known and is_stock(subject.series))  # so many pigs, or so many sold
    if own.code not in (None, subject.series.code) and open_to_it and kinds()[own.code or ""].unit in COUNTED:
        return subject._replace(series=own)
    output = _output(subject, verb)
    for deed in known:
        if deed.doers or (deed.things and last not in deed.things) or not (unit is None or unit in deed.units):
            continue
        label = f"{subject.label} {verb}".strip()
        if not deed.noun and not deed.things and subject.series.code is None:
            by = frame.own.phrases  # the plant turned out 5 tons of cement, and not the place that is told of
            theirs = any({*frame.sentence.classes[one.first : one.stop]} - {AREA, AND} for one in by)
            return subject._replace(label=label, series=NO_SERIES if theirs else output)
        thing = "" if subject.label.lower() in deed.neutral else subject.label
        told = f"{deed.noun} of {thing}" if thing else deed.noun
        own = name_series_english(told, None) if deed.noun else subject.series
        if own.code is not None:
            if deed.parties and (party := _party(frame.sentence, stop)):
                label, own = f"{label} {party}", name_series_english(f"{told} {party}", None)
            return subject._replace(label=label, series=own)
    return None if output.code is None else subject._replace(series=output)


def _undergone(frame: Frame, subject: Subject, stop: int) -> Subject:
    """What was done with a thing, as told behind it or its amount: goods exported were worth 5 yuan."""
    classes, n = frame.sentence.classes, frame.at
    for first, follow in ((stop, classes[stop + 1 : n]), (n + 1, classes[n + 2 : n + 3])):
        verbs = _verbs_behind(frame.sentence, first) if follow and classes[first] in (IS, VERB, OPEN) else []
        is_passive = verbs[:1] and verbs[0] in word_list("en", "passive.be")
        if verbs and (is_passive or IS in classes[first + 1 : n]):
            told = _dealt_with(frame, subject, verbs[-1 if is_passive else 0], first)
            if told is not None and told.series.code != subject.series.code:
                return told
    return subject


def _party(sentence: Sentence, stop: int) -> str:
    """With whom or in what something was done, as told first of all or behind a token: exported to Peru."""
    classes = sentence.classes
    for n, end in map(re.Match.span, _PARTY.finditer(classes)):
        told = n >= stop and PARTS_CLAUSES.isdisjoint(classes[stop:n]) if n else classes[0] != IN
        if told and (classes[n + 1] != AREA or sentence.tokens[n + 1].what == ABROAD):
            return sentence.said(n, end)
    return ""


_TO = TO + FROM + WITH + TOWARD + IN
_PARTY = re.compile(f"[{re.escape(_TO)}][{NAME}{WORD}{AREA}{BARE}][{NAME}{WORD}{AREA}]*")


def made(frame: Frame, subject: Subject) -> Subject:
    """A thing of which somebody made so much more is told of by its output: turned out 5 percent more cars."""
    output = _output(subject, _verb_before(frame))
    return subject if output.code is None else subject._replace(series=output)


def _output(subject: Subject, verb: str) -> Series:
    """The output of a thing without a series, if a verb tells of it."""
    if subject.series.code is not None or verb not in word_list("en", "acting.making"):
        return NO_SERIES
    return name_series_english(f"output of {subject.label}", None)


def _done(frame: Frame, stop: int) -> str:
    """What was done with those counted: 520 people were evacuated, reviewed by 14,000 people."""
    classes, n = frame.sentence.classes, told_before(frame)
    if n > 0 and classes[n] == BY and classes[n - 1] == VERB:
        return frame.sentence.said(n - 1, n)
    n = stop
    while classes[n : n + 1] == IS and n < stop + LONGEST_AUXILIARY:
        n += 1
    if n > stop and classes[n : n + 1] == VERB:
        return frame.sentence.said(n, n + 1)
    told = _DID.match(classes, stop)
    return "" if told is None else frame.sentence.said(*told.span())


_DID = re.compile(f"[{IS}{VERB}{FROM}][{NAME}{WORD}]+")
"""What those who were counted did, or where they were from: 376,200 people found work."""


def dealt_in(frame: Frame, first: int, subject: Subject) -> Subject:
    """Goods by the verb before them, with who dealt in any kind of them: private firms traded goods worth 5 yuan."""
    does = frame.sentence.classes[max(first - 3, 0) : first]  # bought and sold
    begins = first - 3 if does[1:2] == AND and DOES.issuperset(does[::2]) else first - 1
    verb = frame.sentence.said(begins, first).lower() if first else ""
    doer = next((one for one in reversed(frame.own.phrases) if one.stop < first), None)
    for deed in _deeds_by_verb().get(verb, ()):
        of_any = subject.label.lower() in deed.neutral
        known = of_any or (deed.noun and not deed.things | deed.doers)
        if not known or (frame.figure.unit or "CNY") not in deed.units:
            continue
        who = _who(frame.sentence, doer) if doer is not None and of_any else ""
        of_whom = who if of_any else subject.label
        own = name_series_english(f"{deed.noun} of {of_whom}" if of_whom else deed.noun, None)
        if own.code is not None or who:
            return subject._replace(label=f"{who} {verb} {subject.label}".strip(), series=own)
    return subject


def _who(sentence: Sentence, doer: Phrase) -> str:
    """Who did something, without where: state firms in Xiamen."""
    at = sentence.classes.find(AREA, doer.first, doer.stop)
    return sentence.said(doer.first, doer.stop if at < 0 else max(at - 1, doer.first))


def with_its_deed(frame: Frame, subject: Subject, first: int, stop: int) -> Subject:
    """What was done with a thing that its tokens name, or what somebody did whom they name, where a verb tells it."""
    told = _by_doer(frame, _undergone(frame, dealt_in(frame, first, subject), stop))
    if told.series.code is not None:
        return told
    own = frame.figure.unit not in _OF_MUCH and _dealt_with(frame, told, _verb_before(frame), frame.at)
    return own or _with_its_verb(frame, told)


def by_its_verb(frame: Frame, current: Subject) -> Subject:
    """What the verb tells where nothing is named; what was told last, if no verb does."""
    told = _by_doer(frame, current)
    if told is not current or frame.own.phrases or frame.figure.unit is None:
        return told
    classes, n = frame.sentence.classes, frame.at  # 5 billion was imported and 3 billion exported
    is_done = frame.opens or classes[n - 1] == AND or classes[n + 2 : n + 3] in DONE
    told = by_deed(frame, Subject(start=frame.start, end=frame.end), n + is_done)
    acts = IT in frame.own.classes and current.series.code and _verb_before(frame) not in _deeds_by_verb()
    is_doer = frame.own.places or acts  # it pumped 45 billion into banks
    did = _with_its_verb(frame, told._replace(label="")) if is_doer else current
    return did if told.series.base is None else told


def _by_doer(frame: Frame, subject: Subject) -> Subject:
    """What somebody did, where it is who did it that tells what: city dwellers earned 24,812 yuan."""
    unit, last = frame.figure.unit, subject.label.lower().rpartition(" ")[2]
    verb = _verb_before(frame)
    for deed in _deeds_by_verb().get(verb, ()):
        is_each = frame.sentence.text.startswith(word_list("en", "per_head.each"), frame.figure.end + 1)
        if last in deed.doers and not (is_each and deed.apiece is False) and (unit is None or unit in deed.units):
            who = people_called(subject.label) or subject.label
            whole = who != subject.label or subject.label.lower().rpartition(" of ")[2] in deed.doers
            for name in (f"{deed.noun} of {who}", deed.noun if whole else ""):  # not of duty-free shops
                own = name_series_english(name, None)
                if own.code not in (None, subject.series.code):
                    return subject._replace(label=f"{subject.label} {verb}".strip(), series=own)
    return subject


def _with_its_verb(frame: Frame, subject: Subject) -> Subject:
    """What somebody did who is no series, named with the verb right before its amount: the company exported 2,380."""
    verb = _verb_before(frame)
    does = frame.sentence.classes[told_before(frame)] in (VERB, WORD) or verb in _deeds_by_verb()
    return subject._replace(label=f"{subject.label} {verb}".strip()) if does else subject


def did_who_were_counted(frame: Frame, just: Reading | None) -> bool:
    """Whether what is told before a figure is what those did who were counted last: 9 shops had sales, up 5 percent."""
    if just is None or just.unit not in COUNTED:
        return False
    classes, (_, stop) = frame.sentence.classes, just.frame.slots.get("noun", (0, -1))
    goes_on = frame.measure == "growth" and not frame.own.classes and classes[stop : stop + 1] in DONE
    return goes_on or (classes[told_before(frame)] == NAME and bool(_verb_before(frame)))


def counted_by_its_unit(frame: Frame) -> Subject | None:
    """What a unit names by itself, where its own verb tells of it or it goes on a list: 1.9 million TEUs were moved."""
    unit = frame.figure.unit
    if frame.measure != "level" or (unit not in _THINGS and not (unit in COUNTED and frame.figure.word)):
        return None
    classes, n = frame.sentence.classes, told_before(frame)
    does = n >= 0 and classes[n] == IS and frame.sentence.said(n, n + 1).lower() in _deeds_by_verb()
    acted = does or (n >= 0 and classes[n] in _ACTS)
    acted = acted and not any(one.first <= n < one.stop for one in frame.own.phrases)
    acted = acted or (unit in COUNTED and frame.opens and not frame.own.phrases and classes[n : n + 1] == IS)
    if not acted and classes[frame.at + 1 : frame.at + 2] not in DOES:
        return None
    thing = frame.sentence.text[frame.figure.end - len(frame.figure.word) : frame.figure.end].rpartition(" of ")[2]
    return Subject(thing, NO_SERIES, frame.figure.start, frame.figure.end)


def told_before(frame: Frame) -> int:
    """Which token stands before a figure, what hedges it and when it is so."""
    classes, n = frame.sentence.classes, frame.at - 1
    while n >= 0 and classes[n] in _HEDGES:
        n -= 1
    return n


def _verb_before(frame: Frame) -> str:
    """The verb before a figure, which has the words of a series behind a comma: tourists, spending 5 yuan."""
    n = told_before(frame)
    if n < 0:
        return ""
    n -= n > 0 and frame.sentence.classes[n] == AREA and frame.sentence.classes[n - 1] in DONE  # earned the city 5 yuan
    cls = frame.sentence.classes[n]
    named = cls == WORD and any(one.first <= n < one.stop for one in frame.own.phrases)
    told = cls in DONE or (cls == WORD and not named and not frame.slots.get("thing"))
    may = told or frame.sentence.classes[n - 1 : n + 1] == COMMA + NAME
    verb = frame.sentence.said(n, n + 1).lower() if may else ""
    return verb if told or verb in _deeds_by_verb() else ""


def _verbs_behind(sentence: Sentence, stop: int) -> list[str]:
    """The verb behind a noun with its auxiliary: was sold, had been affected."""
    found: list[str] = []
    stop = sentence.classes.find(CLOSE, stop) + 1 if sentence.classes[stop : stop + 1] == OPEN else stop
    while stop < len(sentence.classes) and sentence.classes[stop] in DOES and len(found) <= 1:
        word = sentence.said(stop, stop + 1).lower()
        follows = sentence.classes[stop + 1 : stop + 2] in DOES
        if not (follows and word in word_list("en", "tense.having")):
            found.append(word)
        stop += 1
    return found
