"""The subject that the words of an English noun phrase name, with its place and its owner."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.clauses_english import LEADS
from shandong_econ.parsing.context.anaphora_english import LINKS, part_of_that, those_told
from shandong_econ.parsing.context.passing import lies_in
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.finding.series import NO_SERIES, Series, families, is_total, kin, put_together
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import (
    ACTS,
    AND,
    AREA,
    BUT,
    CLOSE,
    COMMA,
    FIRM,
    IS,
    ITS,
    JOIN,
    NAME,
    OPEN,
    PER,
    SAY,
    THAT_OF,
    WORD,
    one_of,
)
from shandong_econ.parsing.lexing.tokens import Sentence
from shandong_econ.parsing.partners_english import TO_OR_FROM, is_partner
from shandong_econ.parsing.resolving.unit_classes import COUNTED
from shandong_econ.parsing.told import Subject, Told

_EDGES = one_of("IN JOIN BY AND FROM")
_NO_NAMES = one_of("AREA FIRM AND")


def subject_of(frame: Frame, first: int, stop: int, context: Context) -> Subject:
    """The subject that the tokens from one up to another name, with its place; its owner if one is pointed to."""
    sentence = frame.sentence
    classes, tokens = sentence.classes, sentence.tokens
    words, label, kept, area = without_places(sentence, first, stop, context)
    if not kept:
        current = context.subjects.current
        if area is not None and current.label:
            return current._replace(area=area)
        return Subject(sentence.said(first, stop), NO_SERIES, tokens[first].start, tokens[stop - 1].end, area)
    if NAME not in classes[first:stop] and _points_back(frame, words, context):
        return (context.subjects.topic or context.subjects.current)._replace(area=area)
    at = tokens[kept[0]].start, tokens[kept[-1]].end
    lead = classes[first - 1] if first else ""
    base = context.subjects.base
    if words.lower().endswith(word_list("en", "pronoun.ones")):  # private ones
        those = those_told(frame, stop - 1, context) or context.subjects.current.label
        words = f"{words.rpartition(' ')[0]} {those.rpartition(' ')[2]}"
    owned = lead == ITS or JOIN + ITS in classes[first:stop]
    if owned and ((their := those_told(frame, classes.rfind(ITS, 0, stop), context)) or lead == ITS):
        return _owned(frame, words, label, their, first, context)._replace(area=area)
    if lead == THAT_OF and context.subjects.current.label:
        return Subject(*part_of_that(frame, words, first, context), *at, area)
    if lead == BUT and classes[first - 2 : first - 1] in TO_OR_FROM:  # with which trade grew
        end = len(classes[: first - 2].rstrip(COMMA))
        start = len(classes[:end].rstrip(AREA + AND + NAME + WORD))
        label += f" {sentence.said(first - 2, first - 1)} {sentence.said(start, end)}"
        return Subject(label, name_series_english(label, None), *at, area)
    series = _series(words, base)
    if _trades(series):
        partners = [n for n in kept if classes[n] == AREA and is_partner(sentence, n)]
        partners = [n for n in partners if sentence.said(n - 1, n).lower() not in word_list("en", "link.both")]
        if any(sentence.said(n, n + 1) not in words for n in partners):
            series = NO_SERIES  # what goes to the place that is told of is another's
        elif len(kept) == 1 and is_total(series.breakdown):
            label, series = _of_its_part(label, series, context)
    subject = Subject(label, series, *at, area)
    return _with_bracket(subject, frame, words, stop) if classes[stop : stop + 1] == OPEN else subject


_TELLS_PART = one_of("NAME WORD ING VERB IN JOIN AND")


def _with_bracket(subject: Subject, frame: Frame, words: str, stop: int) -> Subject:
    """A subject with what stands in brackets behind its name, if that makes it a part: incomes (urban residents)."""
    sentence = frame.sentence
    closed = sentence.classes.find(CLOSE, stop)
    if closed < 0 or subject.series.base is None or not _TELLS_PART.issuperset(sentence.classes[stop + 1 : closed]):
        return subject
    inner = sentence.said(stop + 1, closed)
    told = name_series_english(f"{words} {inner}", None)
    is_part = told.base == subject.series.base and told.breakdown is not None and not is_total(told.breakdown)
    if told == subject.series or (told.code is None and not is_part):
        return subject
    return subject._replace(label=f"{subject.label} ({inner})", series=told)


def _trades(series: Series) -> bool:
    return series.base is not None and families().get(series.base) == "trade"


def _of_its_part(label: str, series: Series, context: Context) -> tuple[str, Series]:
    """A flow of trade, told right after a part of trade or trade with a partner, is of that part or with that one."""
    just = context.subjects.just
    if just is None or just.unit in COUNTED:
        return label, series  # what so many firms trade may be all
    said, part = just.subject.label, just.subject.series
    link = next((link for link in word_list("en", "link.partners") if link in said), None)
    whole, _, partner = said.partition(link) if link else (said, "", "")
    if _trades(part) and not is_total(part.breakdown):
        of_part = f"{label}{link}{partner}" if link else f"{label} of {said.rpartition(' of ')[2]}"
        return of_part, put_together(series.base or "", part.breakdown or "")
    if part.code is not None or link is None or not _trades(name_series_english(whole, None)):
        return label, series
    return f"{label}{link}{partner}", NO_SERIES


def _points_back(frame: Frame, words: str, context: Context) -> bool:
    """Whether a noun stands for what was told before in the same unit: a record low of 40.3."""
    last, unit = context.subjects.last, frame.figure.unit
    alike = last is not None and (unit is None or unit in (last.figure.unit, context.subjects.unit))
    told = context.subjects.topic is not None or (alike and bool(context.subjects.current.label))
    return told and words.lower() in word_list("en", "pronoun.same")


def _series(words: str, base: str | None) -> Series:
    """The series that words name: a whole one by itself, a part with what was told before."""
    plain = name_series_english(words, None)
    if plain.code is not None and is_total(plain.breakdown):
        return plain
    own = name_series_english(words, base)
    if own.code is None:
        head, link, owner = words.partition(LINKS[0])
        kind = next((one for one in word_list("en", "owner_kinds.alike") if link and owner.endswith(one)), None)
        return own if kind is None else name_series_english(f"{head}{link}{kind}", None)
    return own


def without_places(
    sentence: Sentence, first: int, stop: int, context: Context
) -> tuple[str, str, list[int], Told[Area] | None]:
    """The words of a phrase without its places, its label, the tokens kept, and the place that it names.

    A partner stays: in the label, and in the words where it lies elsewhere.
    """
    classes, tokens = sentence.classes, sentence.tokens
    while stop - first > 1 and classes[first] in ACTS and classes[first + 1] in ACTS:
        first += 1
    kept: list[int] = []
    home: set[int] = set()
    area: Told[Area] | None = None
    for n in range(first, stop):
        if classes[n] == AREA:
            one = context.places.area_at(sentence.text, tokens[n])
            if one is not None and is_partner(sentence, n):
                kept.append(n)
                home |= set() if context.places.is_apart(one, tokens[n].what) else {n}
                continue
            if one is not None and not (area is not None and lies_in(sentence.text, area, one, tokens[n].start)):
                area = Told(one, tokens[n].start, tokens[n].end)
        elif classes[n] != FIRM:
            kept.append(n)
    while kept and (classes[kept[-1]] in _EDGES or (classes[kept[-1]] == PER and _HEAD not in tokens[kept[-1]].what)):
        kept.pop()  # of coal a day
    while kept and classes[kept[0]] in _EDGES:
        kept.pop(0)
    if not kept:
        return "", "", kept, area
    last = stop - 1 if classes[stop - 1] == FIRM and kept[-1] == stop - 2 else kept[-1]  # steel company Nippon Steel
    label = _without_article(sentence.text[tokens[kept[0]].start : tokens[last].end])
    if len(kept) == stop - first and not home:
        return label, label, kept, area
    words = " ".join([sentence.text[tokens[n].start : tokens[n].end] for n in kept if n not in home])
    return words, label, kept, area


_HEAD = "per.ps"


def _without_article(label: str) -> str:
    """A label without the article that the name of a series begins with: the value added of manufacturing."""
    article, _, rest = label.partition(" ")
    return rest if rest and article.lower() in word_list("en", "articles.words") else label


def _owned(frame: Frame, words: str, label: str, their: str, first: int, context: Context) -> Subject:
    """What "its", "their" or "whose" is said of: the series of the owner, if that is a part of what is told."""
    told = [one for clause in frame.zone for one in clause.phrases if one.first < first and one.lead != SAY]
    owner = told[-1] if told and not their else None
    if owner and owner.lead == IS:  # made headway, with its sales: not the headway's
        owner = next((one for one in reversed(told[:-1]) if one.lead not in LEADS), owner)
    current = context.subjects.current
    said = their or (without_places(frame.sentence, owner.first, owner.stop, context)[0] if owner else current.label)
    plain = name_series_english(words, context.subjects.base)
    at = frame.start, frame.end
    part = current.series.breakdown
    if owner is None and not their and plain.base and part and not is_total(part) and is_total(plain.breakdown):
        return Subject(f"{label} of {said.partition(LINKS[0])[2] or said}", put_together(plain.base, part), *at)
    whose = frame.sentence.classes[owner.first : owner.stop] if owner else ""
    if not said or context.places.entity is not None or (owner and _NO_NAMES.issuperset(whose)):
        return Subject(label, plain, *at)
    own = name_series_english(f"{words} of {said}", None)
    if own.code is not None and own.base is not None and own.base in (plain.base, kin(plain.base or "", own.base)):
        return Subject(f"{label} of {said}", own, *at)
    others = owner and AREA not in whose and name_series_english(said, None).base is None
    if plain.code and (their or others):
        label = f"{label} of {said}" if said in current.label else f"{said} {label}"
        return Subject(label, NO_SERIES if own.code else own, *at)
    last = context.subjects.last
    of_those = owner is None and plain.code is None and last is not None and last.unit in COUNTED
    return Subject(f"{label} of {said}" if of_those else label, plain, *at)
