"""Which noun phrase before an English figure is told of, and the subject that its words name."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.clauses import Clause, Phrase
from shandong_econ.parsing.clauses_english import LEADS, TO_OR_FROM, is_partner
from shandong_econ.parsing.context.anaphora_english import LINKS, part_of_that, those_told
from shandong_econ.parsing.context.places import lies_in
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.finding.series import NO_SERIES, Series, families, is_total, kin, put_together
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import (
    ACTS,
    AND,
    AREA,
    BEST,
    BUT,
    COMMA,
    DOES,
    FIRM,
    GROWTHS,
    HEDGE,
    IN,
    IS,
    IT,
    ITS,
    JOIN,
    MOVES,
    NAME,
    OF_WHICH,
    PER,
    SAY,
    SEMI,
    THAT_OF,
    WITH,
    WORD,
    one_of,
)
from shandong_econ.parsing.lexing.tokens import Sentence
from shandong_econ.parsing.resolving.unit_classes import COUNTED
from shandong_econ.parsing.told import Subject, Told

_EDGES = one_of("IN JOIN BY AND")


def phrases_before(frame: Frame) -> list[Phrase]:
    """The phrases since the last figure or whatever parts what follows from them, in their order."""
    found: list[Phrase] = []
    mark, placed = "", False
    for clause in frame.zone:
        leaves = IT in clause.classes
        if leaves or OF_WHICH in clause.classes:
            found = []
        if clause.phrases:
            found += [one for one in clause.phrases if not (one.is_base or (leaves and _is_where(frame, one)))]
        if clause.classes:
            placed = clause.classes[-1] == AREA and bool(clause.places) and not clause.places[-1].partner
        if clause.mark in (SEMI, SAY) or (clause.mark == BUT and _begins_anew(frame, clause, mark, placed=placed)):
            found = []
        mark = clause.mark
    return found


def _is_where(frame: Frame, one: Phrase) -> bool:
    """Whether a phrase before a pronoun only says where it is so: in some areas it is 15 percent."""
    classes = frame.sentence.classes
    at = one.first - 1 - (one.lead == HEDGE)
    return at >= 0 and classes[at] == IN and NAME not in classes[one.first : one.stop]


def _begins_anew(frame: Frame, clause: Clause, mark: str, *, placed: bool) -> bool:
    """Whether a clause ends with who says what follows, or with the place that does it."""
    if clause.classes[-1:] in DOES:
        return mark != BUT  # an aside that a relative opens, and another dash closes
    follows = frame.sentence.text[clause.end : clause.end + _LONGEST_LINK].lower().lstrip()
    if placed and frame.measure in _DEALT and follows.startswith(tuple(word_list("en", "relative.place"))):
        return True
    return mark != COMMA and follows.startswith(tuple(word_list("en", "tense.saying")))


_DEALT = frozenset(("level", "share"))
_LONGEST_LINK = 12


def main_phrase(frame: Frame, told: list[Phrase] | None = None) -> Phrase | None:
    """The phrase that is told of: one that its verb has to itself, the last that is no adjunct, else the last."""
    if frame.own.phrases and _has_its_verb(frame, frame.own.phrases[-1]):
        return frame.own.phrases[-1]
    found = phrases_before(frame) if told is None else told
    own = [one for one in found if one.lead not in LEADS]
    if len(own) > 1 and _is_predicate(frame, own[-1]):
        own.pop()
    if own:
        return own[-1]
    somebody_does = bool(frame.own.places) and not frame.own.phrases
    return found[-1] if found and frame.opens and not somebody_does else None


def _is_predicate(frame: Frame, one: Phrase) -> bool:
    """Whether a phrase says how its subject is, and not what: the ratio remains low, stocks were enough."""
    word = frame.sentence.said(one.first, one.stop).lower()
    classes = frame.sentence.classes
    if one.lead == BEST and classes[one.first - 2 : one.first - 1] in _MAKES:
        return True  # made up the largest part
    alone = one.stop - one.first == 1 and classes[one.first] == WORD
    if not alone or one.lead != IS or word.endswith("s"):
        return False
    verb = frame.sentence.said(one.first - 1, one.first).lower()
    return verb in word_list("en", "tense.being") or verb in word_list("en", "passive.be")


_MAKES = one_of("IS OF")


def _has_its_verb(frame: Frame, one: Phrase) -> bool:
    """Whether an adjunct is told of: with loans at 5 billion yuan, due to price rises."""
    classes = frame.sentence.classes
    follows = classes[one.stop : one.stop + 1]
    named = one.lead in LEADS and NAME in classes[one.first : one.stop]
    does = follows == IS and frame.sentence.said(one.stop, one.stop + 1).endswith(word_list("en", "acting.present"))
    if follows in GROWTHS or (named and (does or follows in MOVES or (follows == IT and one.lead == IN))):
        return named  # rebates to exporters totalling 5 billion
    return one.lead == WITH


def main_words(frame: Frame) -> str:
    """The words of that phrase, "" if there is none."""
    main = main_phrase(frame)
    return "" if main is None else frame.sentence.said(main.first, main.stop)


def list_before(frame: Frame, end: int | None = None) -> list[Phrase]:
    """The list of phrases that ends with the one that is told of, or with the last before a token; or that alone."""
    told = phrases_before(frame)
    if end is None:
        main = main_phrase(frame, told)
        end = 0 if main is None else main.stop
    run: list[Phrase] = []
    for one in reversed(told):
        if one.first >= end:
            continue
        between = frame.sentence.classes[one.stop : run[0].first] if run else ""
        if run and not (_is_listed(frame, run[0]) and _ACTS.isdisjoint(between)):
            break
        run.insert(0, one)
    return run[-1:] if run and run[0].lead == AND and frame.sentence.classes[run[0].first - 2] != COMMA else run


def _is_listed(frame: Frame, one: Phrase) -> bool:
    """Whether a phrase goes on with a list: and exports, and its exports, and that of the mines; but not: , and its."""
    before = frame.sentence.classes[: one.first].rstrip(_OF_THOSE)
    return one.lead == AND or (before[-1:] == AND and before[-2:-1] != COMMA)


_OF_THOSE = JOIN + ITS + THAT_OF
_ACTS = MOVES | {IS, SAY}
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
    return Subject(label, series, *at, area)


def _trades(series: Series) -> bool:
    return series.base is not None and families().get(series.base) == "trade"


def _of_its_part(label: str, series: Series, context: Context) -> tuple[str, Series]:
    """A flow of trade, told right after a part of trade or trade with a partner, is of that part or with that one."""
    just = context.subjects.just
    if just is None:
        return label, series
    said, part = just.subject.label, just.subject.series
    if _trades(part) and not is_total(part.breakdown):
        return f"{label} of {said.rpartition(' of ')[2]}", put_together(series.base or "", part.breakdown or "")
    link = next((link for link in word_list("en", "link.partners") if link in said), None)
    if part.code is not None or link is None or not _trades(name_series_english(said.partition(link)[0], None)):
        return label, series
    return f"{label}{link}{said.partition(link)[2]}", NO_SERIES


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
        doer = next((one for one in reversed(told[:-1]) if one.lead not in LEADS), owner)
        owner = owner if AREA in frame.sentence.classes[doer.stop : owner.first] else doer
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
