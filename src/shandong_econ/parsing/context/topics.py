"""Which series a figure is of, by the words that name it: the first of these principles that tells one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.context.lists import (
    dealt_to_branches,
    listed,
    new_like_the_first,
    of_those_told,
    told_together,
)
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.subjects import Choice, Subjects, name_of, run_of, text_of
from shandong_econ.parsing.finding.series import FLOWS, NO_SERIES, is_total, put_together, series_by_code
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import EXCEPT, SEMI, TO, TOTAL, VERB
from shandong_econ.parsing.naming import before_measure, completed, is_bare, named, without_money
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT
from shandong_econ.parsing.told import Subject

_SHORTEST = 2  # characters of a phrase that can be an owner of what it is not said to have done


def counted(run: Sequence[Frame], context: Context) -> Choice | None:
    """What is named right after a count is what is counted, unless a series that the lexicon knows goes before."""
    frame = run[0]
    phrases = frame.own.phrases
    told = phrases[-1] if frame.measure == "level" and phrases else None
    if told and told.named and frame.figure.unit not in COUNTED and not is_bare(frame.language, text_of(frame, told)):
        return None
    if frame.figure.unit not in COUNTED and frame.sentence.classes[frame.slots["noun"][0]] == VERB:
        return None  # 投入4.3亿元实施提升工程: what money does is not what it is
    start, end = frame.words["noun"]
    if frame.figure.unit in COUNTED:
        own = before_measure(frame.language, frame.sentence.text[start:end])
        end = start + len(without_money(frame.language, own))
    noun = name_of(frame, start, end, context)
    if noun is None:
        label = frame.sentence.text[frame.figure.end - len(frame.figure.word) : end]
        return (Subject(label, NO_SERIES, start, end),)
    if frame.measure == "growth" and noun.label in word_list(frame.language, "goes_on.accounts"):
        owner = text_of(frame, phrases[-1]) if phrases else _owner_told(frame, context.subjects)
        whole = named(frame.language, owner + noun.label, owner + noun.label, None) if owner else None
        noun = noun if whole is None else whole._replace(start=start, end=end)  # 某行业实现5%的利润增长
    if frame.measure == "level" and frame.own.verb and not frame.own.phrases:
        verb = frame.sentence.text[slice(*frame.own.verb)]
        label = verb + noun.label
        new = named(frame.language, label, label, None) if verb in word_list(frame.language, "strip.new") else None
        noun = (new or noun)._replace(label=label, start=frame.own.verb[0], end=noun.end)
    return (noun,)


def counted_that_moved(run: Sequence[Frame], context: Context) -> Choice | None:
    """Of those counted some that rose or fell are counted by what they did: 36个实现增长."""
    frame = run[0]
    phrases, start, end = frame.own.phrases, *frame.words["deed"]
    at = phrases[-1] if phrases else context.subjects.current
    label = text_of(frame, phrases[-1]) if phrases else context.subjects.current.label
    did = frame.sentence.text[frame.figure.end if start > frame.figure.start else at.end : end]
    did = did.removeprefix(word_list(frame.language, "strip.inside")[0])
    subject = named(frame.language, label + did, label + did, context.subjects.base)
    return None if subject is None else (subject._replace(label=label, start=at.start, end=at.end),)


def of_its_owner(run: Sequence[Frame], context: Context) -> Choice | None:
    """What somebody did or had is named with who did: 童车产业实现营业收入, 卫生院拥有床位, 36家企业…利润."""
    phrases = run[0].own.phrases
    own = text_of(run[0], phrases[-1])
    before = phrases[-2] if len(phrases) > 1 and phrases[-1].owned else None
    did = "" if before is None else run[0].sentence.text[before.end : phrases[-1].start]
    if before is not None and (before.end - before.start > _SHORTEST or did in word_list("zh", "strip.inner")):
        owner, start = text_of(run[0], before), before.start
    elif (
        own in word_list(run[0].language, "goes_on.accounts")
        and run[0].own.holder is None  # 某公司营收, after those of others
        and (owner := _owner_told(run[0], context.subjects))
    ):
        start = phrases[-1].start
    else:
        return None
    alone = named(run[0].language, own, own, context.subjects.base)
    if alone is None:
        return None
    is_account = alone.series.code is not None or is_bare(run[0].language, own)
    whole = named(run[0].language, owner + own, owner + own, None)
    series = whole.series if whole is not None and whole.series.code else NO_SERIES
    label = owner + own if is_account else run[0].sentence.text[start : phrases[-1].end]
    return (Subject(label, series, start, phrases[-1].end),)


def _owner_told(frame: Frame, told: Subjects) -> str:
    """Whose account was told last in the sentence, or is parted (其中), if no area's; else who was counted in it."""
    parted = told.main if frame.parts else Subject()
    last = parted if told.just is None else told.just.subject
    if last.series.code is None and last.entity is None and last.label.endswith(_accounts()):
        account = next(one for one in _accounts() if last.label.endswith(one))
        if account != last.label:
            return last.label.removesuffix(account)
    goes_on = told.just is None or any(told.owner in one.subject.label for one in told.sentence)
    return told.owner if goes_on else ""


@cache
def _accounts() -> tuple[str, ...]:
    """The words that name an account, the longest first."""
    ends = ("", *word_list("zh", "goes_on.ends"))
    return tuple(
        sorted((one + end for one in word_list("zh", "goes_on.accounts") for end in ends), key=len, reverse=True)
    )


def of_its_phrase(run: Sequence[Frame], context: Context) -> Choice | None:
    """The last noun phrase before a figure is what it is of; a bare noun is completed by what was told before it."""
    frame = run[0]
    phrases = [one for one in frame.own.phrases if not one.is_base]
    if not phrases or EXCEPT in frame.own.classes:
        return None
    names = run_of(phrases)
    subject = name_of(frame, names[0].start, names[-1].end, context, names[0].deed)
    if subject is None and len(phrases) > 1 and not phrases[-2].listed:
        names = phrases[-2:]  # 销售价格环比指数
        label = "".join(text_of(frame, one) for one in names)
        whole = named(frame.language, label, label, context.subjects.base)
        subject = None if whole is None else whole._replace(start=names[0].start, end=names[-1].end)
    if subject is None:
        return None
    is_money = subject.label in word_list(frame.language, "project.investment")
    if is_money and context.subjects.current.label.endswith(word_list(frame.language, "project.words")):
        # of the projects that were counted before: 重点项目320个，完成投资…
        return (subject._replace(series=series_by_code()["PROJECT_INVESTMENT"]),)
    is_whole = subject.series.code is None or subject.series.breakdown in (None, "_T")
    told = frame.zone[:-1] if is_whole and subject.series.base else ()
    if told and (earlier := [one for clause in told for one in clause.phrases if one.named]):
        topic = frame.sentence.text[earlier[-1].start : earlier[-1].named]
        joined = named(run[0].language, topic + subject.label, topic + subject.label, context.subjects.base)
        if joined is not None and joined.series.code:
            return (joined._replace(start=earlier[-1].start, end=subject.end),)
    if subject.label in word_list(frame.language, "bare.with_one"):
        return (subject._replace(series=NO_SERIES),)  # 双边贸易额: with whom was said before
    if subject.label in word_list(frame.language, "bare.flows"):
        return (_of_its_part(frame, subject, context),)
    return (_completed(frame, subject, context) if _is_bare(frame, subject.label, context) else subject,)


def _of_its_part(frame: Frame, subject: Subject, context: Context) -> Subject:
    """A flow of trade without a place, right after a part of trade in its sentence, is of that part, or with it."""
    just = context.subjects.just
    part = NO_SERIES if just is None else just.subject.series
    if part.base not in FLOWS.values() or is_total(part.breakdown):
        return subject
    if any(clause.mark == SEMI or clause.places for clause in frame.zone):
        return subject
    return subject._replace(series=put_together(subject.series.base or "", part.breakdown or ""))


def _is_bare(frame: Frame, label: str, context: Context) -> bool:
    """Whether a noun says only what is measured, or what an amount is right behind the growth of its part: 投资额."""
    is_amount = frame.measure == "level" and label in word_list(frame.language, "bare.of_projects")
    just = context.subjects.just if is_amount and not frame.zone[0].classes and len(frame.zone) > 1 else None
    return label in word_list(frame.language, "bare.nouns") or (just is not None and just.measure is Measure.GROWTH)


def _completed(frame: Frame, subject: Subject, context: Context) -> Subject:
    """A bare noun with what the clauses before it, or the last series, were of: 粮食面积、单产…，总产."""
    just = context.subjects.just
    last = context.subjects.main if just is None or not just.frame.parts else just.subject
    told = [Subject(text_of(frame, one)) for clause in reversed(frame.zone[:-1]) for one in clause.phrases]
    wholes = [completed(frame.language, subject, one) for one in (*told, last)]
    return next((one for one in wholes if one.series.code is not None), wholes[-1])


def of_its_verb(run: Sequence[Frame], context: Context) -> Choice | None:
    """Where only a verb stands before a count, it tells what was done with what is counted: 新建, 开工."""
    verb = run[0].own.verb
    if run[0].measure != "level" or verb is None:
        return None
    start = _counted_before(run[0], context)
    subject = name_of(run[0], verb[0] if start is None else start, verb[1], context)
    return None if subject is None else (subject,)


def _counted_before(frame: Frame, context: Context) -> int | None:
    """Where those begin that were counted right before in the same clause: 180个重点项目已开工151个."""
    last = context.subjects.last
    goes_on = last is not None and len(frame.zone) == 1 and last.frame.sentence is frame.sentence
    return last.subject.start if last is not None and goes_on and last.unit == frame.figure.unit == "NUM" else None


def of_an_earlier_clause(run: Sequence[Frame], context: Context) -> Choice | None:
    """A series that the lexicon knows, or a rate, told since the last figure, is what the figure is of."""
    rates = word_list(run[0].language, "rates.words") if run[0].figure.unit in IN_PERCENT else ()
    for clause in reversed(run[0].zone[:-1]):
        for one in reversed(clause.phrases):
            is_rate = not one.named and text_of(run[0], one).endswith(rates)
            if (one.named or is_rate) and not one.is_base and EXCEPT not in clause.classes:
                subject = name_of(run[0], one.start, one.named or one.end, context)
                if subject is not None and subject.series.code is None:  # 旅客列车运行时间 is not of 旅客
                    subject = name_of(run[0], one.start, one.end, context)
                return None if subject is None else (subject,)
    return None


def told_of_another_place(run: Sequence[Frame], context: Context) -> Choice | None:
    """Where only a place is told, the figure is of what was last told in its unit."""
    wholes = (one for one in reversed(context.subjects.sentence) if not one.frame.parts)
    alike = (one.subject for one in wholes if one.figure.unit == run[0].figure.unit)
    subject = next(alike, context.subjects.main)
    return (subject._replace(area=None),)


def all_after_new(run: Sequence[Frame], context: Context) -> Choice | None:
    """After those that are new, a total is of all of them: 新增5个，累计达到30个."""
    label, last = context.subjects.current.label, context.subjects.last
    (new,) = word_list(run[0].language, "count.new")
    if last is None or run[0].measure != "level" or (not label.startswith(new[0]) and not label.endswith(new)):
        return None
    told = run[0].own.classes + run[0].inner
    if TOTAL not in told and (TO not in told or last.unit != run[0].figure.unit):
        return None
    name = label.removeprefix(new).removeprefix(new[0]).removesuffix(new)
    subject = named(run[0].language, name, name, context.subjects.base)
    at = context.subjects.current
    return (subject._replace(start=at.start, end=at.end),) if subject else None


def of_those_counted(run: Sequence[Frame], context: Context) -> Choice | None:
    """Money told right behind those who were counted with it is theirs: 593个重点项目完成投资7295亿元."""
    frame, last = run[0], context.subjects.last
    if last is None or last.frame.sentence is not frame.sentence or "noun" not in last.frame.words:
        return None
    start, end = last.frame.words["noun"]
    name = frame.sentence.text[start:end]
    if frame.own.phrases or len(frame.zone) > 1 or without_money(frame.language, name) == name:
        return None
    subject = name_of(frame, start, end, context)
    return None if subject is None else (subject,)


def told_last(run: Sequence[Frame], context: Context) -> Choice | None:
    """A figure without a name of its own is of what was told last, and of no one series after several dealt out."""
    last, told = context.subjects.last, context.subjects.current
    if last is not None and last.frame.of > 1 and run[0].of == 1:
        just = [one.subject.series for one in context.subjects.sentence if one.frame.zone is last.frame.zone]
        told = told._replace(series=NO_SERIES) if len(set(just)) > 1 else told
    return (told if told.area is None else told._replace(area=None),)


PRINCIPLES: tuple[Callable[[Sequence[Frame], Context], Choice | None], ...] = (
    told_together,
    dealt_to_branches,
    counted_that_moved,
    counted,
    listed,
    new_like_the_first,
    of_its_owner,
    of_its_phrase,
    of_its_verb,
    of_an_earlier_clause,
    of_those_told,
    told_of_another_place,
    all_after_new,
    of_those_counted,
    told_last,
)
"""Which series a figure is of: the first of these that tells one."""
