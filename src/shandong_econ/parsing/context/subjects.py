"""What is measured: the subjects told so far, and which of them a figure is of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.clauses import TOTAL, Phrase
from shandong_econ.parsing.finding.series import NO_SERIES, families, put_together, series_by_code
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import CLASSES
from shandong_econ.parsing.naming import completed, is_bare, named, share_out
from shandong_econ.parsing.resolving.unit_classes import IN_PERCENT
from shandong_econ.parsing.told import Reading, Subject

if TYPE_CHECKING:
    from shandong_econ.parsing.context.state import Context

RESPECT, EXCEPT, TO, OF_WHICH = (CLASSES[name] for name in ("RESPECT", "EXCEPT", "TO", "OF_WHICH"))
INDUSTRIES = ("PRIM", "SEC", "TERT")
_COUNTED = frozenset({"NUM", "PS"})


class Subjects(NamedTuple):
    """The subjects told so far.

    `current` is the last; `main` the last that was no part of another (其中); `base` the concept of the series told, of
    which a part may be named alone; `owner` those who were counted last and may have what is told next.
    """

    current: Subject = Subject()
    main: Subject = Subject()
    base: str | None = None
    owner: str = ""
    unit: str | None = None
    """The unit in which the last amount was told that has a word for its unit."""
    last: Reading | None = None
    sentence: tuple[Reading, ...] = ()

    @property
    def are_prices(self) -> bool:
        """Whether prices are told of, which come back to their month."""
        return families().get(self.base or "") == "prices"

    def after(self, readings: Sequence[Reading]) -> Subjects:
        """The subjects after the figures that one shape took."""
        last = readings[-1]
        subject, told = last.subject, self.sentence + tuple(readings)
        main = self.main if last.is_part else subject
        base = subject.series.base if subject.series.base is not None and not last.is_part else self.base
        owner = self.owner
        if last.unit == "NUM" and subject.label.endswith(word_list(last.frame.language, "goes_on.owners")):
            owner = subject.label.removeprefix(word_list(last.frame.language, "count.new")[0])
        unit = next((one.figure.unit for one in reversed(readings) if one.measure is Measure.LEVEL), None)
        unit = self.unit if unit is None or unit in IN_PERCENT else unit
        return Subjects(subject, main, base, owner, unit, last, told)

    def begins_sentence(self) -> Subjects:
        """The subjects as a sentence begins: what was last told as a part gives way to its whole."""
        return self._replace(current=self.main, sentence=())

    def begins_paragraph(self) -> Subjects:
        """The subjects as a paragraph begins."""
        return self._replace(owner="")


Choice = tuple[Subject, ...]


def three_industries(run: Sequence[Frame], context: Context) -> Choice | None:
    """Three figures told of the three industries at once, or a ratio of three, are of each in order."""
    if len(run) % len(INDUSTRIES):
        return None
    label = _words_before(run[0])
    together = label.endswith(word_list(run[0].language, "industries.together")) or "ratio" in run[0].shape.slots
    if not together and not any(word in label for word in word_list(run[0].language, "industries.together")):
        return None
    own = named(run[0].language, label, label, context.subjects.base) if label else None
    base = own.series.base if own is not None and own.series.base else "VALUE_ADDED"
    base = "VALUE_ADDED" if base == "INDUSTRY_STRUCTURE" else base
    at = _place_of(run[0])
    return tuple(Subject(label, put_together(base, part), *at) for part in INDUSTRIES) * (len(run) // len(INDUSTRIES))


def counted(run: Sequence[Frame], context: Context) -> Choice | None:
    """What is named right after a count is what is counted, unless a series that the lexicon knows goes before."""
    frame = run[0]
    if "noun" not in frame.words:
        return None
    phrases = frame.own.phrases
    if frame.measure == "level" and phrases and phrases[-1].named and frame.figure.unit not in _COUNTED:
        return None
    start, end = frame.words["noun"]
    noun = _named(frame, start, end, context)
    if noun is None:
        label = frame.sentence.text[frame.figure.end - len(frame.figure.word) : end]
        return (Subject(label, NO_SERIES, start, end),)
    if frame.measure == "level" and frame.own.verb and not frame.own.phrases:
        verb = frame.sentence.text[slice(*frame.own.verb)]
        noun = noun._replace(label=verb + noun.label, start=frame.own.verb[0])
    return (noun,)


def listed(run: Sequence[Frame], context: Context) -> Choice | None:
    """As many names as figures are told before them: each figure is of one, in order."""
    names = _run_of(run[0].own.phrases)
    if len(run) < _LIST or len(names) != len(run):
        return None
    texts = [(run[0].sentence.text[one.start : one.end], one.start, one.end) for one in names]
    shared = share_out(run[0].language, [text for text, _, _ in texts], context.subjects.base)
    return tuple(one._replace(start=s, end=e) for one, (_, s, e) in zip(shared, texts, strict=True))


_LIST = 2


def counted_that_moved(run: Sequence[Frame], context: Context) -> Choice | None:
    """Of those counted some that rose or fell are counted by what they did: 36个实现增长."""
    frame = run[0]
    if "deed" not in frame.words:
        return None
    phrases = frame.own.phrases
    label = _text(frame, phrases[-1]) if phrases else context.subjects.current.label
    did = frame.sentence.text[frame.figure.end : frame.words["deed"][1]]
    subject = named(frame.language, label + did, label + did, context.subjects.base)
    at = (
        (phrases[-1].start, phrases[-1].end)
        if phrases
        else (context.subjects.current.start, context.subjects.current.end)
    )
    return None if subject is None else (subject._replace(label=label, start=at[0], end=at[1]),)


def both_halves(run: Sequence[Frame], context: Context) -> Choice | None:
    """Two figures told at once of town and country, or of what is made and sold, are of each in order."""
    label, language = _words_before(run[0]), run[0].language
    (both,) = word_list(language, "pairs.town_and_country")
    two = next((word for word in word_list(language, "pairs.words") if label.endswith(word)), "")
    if len(run) != _LIST or not (both in label or two):
        return None
    at = _place_of(run[0])
    if two:
        names = [label.removesuffix(two) + half for half in word_list(language, "pairs.halves")]
    else:
        names = [label.replace(both, half) for half in word_list(language, "pairs.town_or_country")]
    base = context.subjects.base
    found = ((name, named(run[0].language, name, name, base)) for name in names)
    return tuple((one or Subject(name))._replace(start=at[0], end=at[1]) for name, one in found)


def of_those_told(run: Sequence[Frame], context: Context) -> Choice | None:
    """As many figures as subjects were just told, without names of their own, are of those in order."""
    if run[0].own.phrases or (len(run) < _LIST and not run[0].own.has(RESPECT) and RESPECT not in run[0].inner):
        return None
    recent: list[Reading] = []
    for one in reversed(context.subjects.sentence):
        if not recent or (one.subject.label, one.area) != (recent[-1].subject.label, recent[-1].area):
            recent.append(one)
        if len(recent) == len(run):
            return tuple(r.subject._replace(area=r.area, period=r.period) for r in reversed(recent))
    return None


def of_its_owner(run: Sequence[Frame], context: Context) -> Choice | None:
    """What somebody did or had is named with who did: 童车产业实现营业收入, 36家企业…利润."""
    phrases = run[0].own.phrases
    if not phrases:
        return None
    own = _text(run[0], phrases[-1])
    before = phrases[-2] if len(phrases) > 1 and phrases[-1].owned else None
    if before is not None and before.end - before.start > _LIST:
        owner, start = _text(run[0], before), before.start
    elif own in word_list(run[0].language, "goes_on.accounts") and (owner := _owner_told(context.subjects)):
        start = phrases[-1].start
    else:
        return None
    alone = named(run[0].language, own, own, context.subjects.base)
    if alone is None or alone.series.code is None:
        return None
    whole = named(run[0].language, owner + own, owner + own, None)
    series = whole.series if whole is not None and whole.series.code else NO_SERIES
    return (Subject(owner + own, series, start, phrases[-1].end),)


def _owner_told(told: Subjects) -> str:
    """Whose account was told last in the sentence, if it was no area's; else those who were counted last."""
    last = told.sentence[-1].subject if told.sentence else Subject()
    accounts = word_list("zh", "goes_on.accounts") if last.series.code is None and last.entity is None else ()
    account = max((one for one in accounts if last.label.endswith(one)), key=len, default="")
    return (last.label.removesuffix(account) if account else "") or told.owner


def of_its_phrase(run: Sequence[Frame], context: Context) -> Choice | None:
    """The last noun phrase before a figure is what it is of; a bare noun is completed by what was told before it."""
    frame = run[0]
    phrases = [one for one in frame.own.phrases if not one.is_base]
    excluded = frame.own.has(EXCEPT)
    if not phrases or excluded:
        return None
    names = _run_of(phrases)
    subject = _named(frame, names[0].start, names[-1].end, context, names[0].deed, names[-1].verb)
    if subject is None and len(phrases) > 1 and not phrases[-2].listed:
        names = phrases[-2:]  # 销售价格环比指数
        label = "".join(_text(frame, one) for one in names)
        whole = named(frame.language, label, label, context.subjects.base)
        subject = None if whole is None else whole._replace(start=names[0].start, end=names[-1].end)
    if subject is None:
        return None
    if _is_of_projects(subject, context.subjects.current, frame.language):
        return (subject._replace(series=series_by_code()[_PROJECT_MONEY]),)
    if len(names) > 1 and subject.series.code is None:
        last = _named(frame, names[-1].start, names[-1].end, context)
        subject = last if last is not None and last.series.code else subject
    earlier = [one for clause in frame.zone[:-1] for one in clause.phrases if one.named]
    if earlier and (subject.series.code is None or subject.series.breakdown in (None, "_T")) and subject.series.base:
        topic = frame.sentence.text[earlier[-1].start : earlier[-1].named]
        joined = named(run[0].language, topic + subject.label, topic + subject.label, context.subjects.base)
        if joined is not None and joined.series.code:
            return (joined._replace(start=earlier[-1].start, end=subject.end),)
    return (_completed(frame, subject, context) if is_bare(frame.language, subject.label) else subject,)


def _completed(frame: Frame, subject: Subject, context: Context) -> Subject:
    """A bare noun with what the clauses before it, or the last series, were of: 粮食面积、单产…，总产."""
    for clause in reversed(frame.zone[:-1]):
        for one in clause.phrases:
            whole = completed(frame.language, subject, Subject(_text(frame, one)))
            if whole.series.code is not None:
                return whole
    return completed(frame.language, subject, context.subjects.main)


_PROJECT_MONEY = "PROJECT_INVESTMENT"


def _is_of_projects(subject: Subject, told: Subject, language: str) -> bool:
    """Whether money is what is invested in the projects that were counted before: 重点项目320个，完成投资…."""
    money = subject.label in word_list(language, "project.investment")
    return money and told.label.endswith(word_list(language, "project.words"))


def of_its_verb(run: Sequence[Frame], context: Context) -> Choice | None:
    """Where only a verb stands before a count, it tells what was done with what is counted: 新建, 开工."""
    verb = run[0].own.verb
    if run[0].measure != "level" or verb is None:
        return None
    start = _counted_before(run[0], context)
    subject = _named(run[0], verb[0] if start is None else start, verb[1], context)
    return None if subject is None else (subject,)


def _counted_before(frame: Frame, context: Context) -> int | None:
    """Where those begin that were counted right before in the same clause: 180个重点项目已开工151个."""
    last = context.subjects.last
    goes_on = last is not None and len(frame.zone) == 1 and last.frame.sentence is frame.sentence
    return last.subject.start if last is not None and goes_on and last.unit == frame.figure.unit == "NUM" else None


def of_an_earlier_clause(run: Sequence[Frame], context: Context) -> Choice | None:
    """A series that the lexicon knows, told since the last figure, is what the figure is of."""
    for clause in reversed(run[0].zone[:-1]):
        for one in reversed(clause.phrases):
            if one.named and not one.is_base and not clause.has(EXCEPT):
                subject = _named(run[0], one.start, one.named, context)
                return None if subject is None else (subject,)
    return None


def told_of_another_place(run: Sequence[Frame], context: Context) -> Choice | None:
    """Where only a place is told, the figure is of what was last told in its unit."""
    if not run[0].own.places or not context.subjects.main.label:
        return None
    unit = run[0].figure.unit
    alike = (one.subject for one in reversed(context.subjects.sentence) if one.figure.unit == unit and not one.is_part)
    subject = next(alike, context.subjects.main)
    return (subject._replace(area=None, period=None),)


def all_after_new(run: Sequence[Frame], context: Context) -> Choice | None:
    """After those that are new, a total is of all of them: 新增5个，累计达到30个."""
    label = context.subjects.current.label
    (new,) = word_list(run[0].language, "count.new")
    if not label.startswith(new[0]) and not label.endswith(new):
        return None
    if not (run[0].own.has(TOTAL) or TOTAL in run[0].inner or run[0].own.has(TO)):
        return None
    name = label.removeprefix(new).removeprefix(new[0]).removesuffix(new)
    subject = named(run[0].language, name, name, context.subjects.base)
    at = context.subjects.current
    return (subject._replace(start=at.start, end=at.end),) if subject else None


def told_last(run: Sequence[Frame], context: Context) -> Choice | None:
    """A figure without a name of its own is of what was told last."""
    return (context.subjects.current._replace(area=None, period=None),)


PRINCIPLES: tuple[Callable[[Sequence[Frame], Context], Choice | None], ...] = (
    three_industries,
    both_halves,
    counted_that_moved,
    counted,
    listed,
    of_its_owner,
    of_its_phrase,
    of_its_verb,
    of_an_earlier_clause,
    of_those_told,
    told_of_another_place,
    all_after_new,
    told_last,
)
"""Which series a figure is of: the first of these that tells one."""


def _run_of(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The list of phrases that ends with the last, or that alone."""
    run = list(phrases[-1:])
    for one in reversed(phrases[:-1]):
        if not run or not run[0].listed:
            break
        run.insert(0, one)
    return run


def _text(frame: Frame, one: Phrase) -> str:
    return frame.sentence.text[one.start : one.end]


def _words_before(frame: Frame) -> str:
    phrases = frame.own.phrases
    return _text(frame, phrases[-1]) if phrases else ""


def _place_of(frame: Frame) -> tuple[int, int]:
    phrases = frame.own.phrases
    return (phrases[-1].start, phrases[-1].end) if phrases else (frame.start, frame.end)


def _named(
    frame: Frame, start: int, end: int, context: Context, deed: int | None = None, verb: int = 0
) -> Subject | None:
    """What a stretch of the sentence names, with the verb before it in its label."""
    text = frame.sentence.text
    name = text[start:end]
    told = start if deed is None else deed
    counts = frame.figure.unit in _COUNTED and not frame.own.has(OF_WHICH)
    base = None if counts else context.subjects.base
    subject = named(frame.language, name, text[told:end], base, text[verb:end] if start < verb < end else "")
    return None if subject is None else subject._replace(start=told, end=end)
