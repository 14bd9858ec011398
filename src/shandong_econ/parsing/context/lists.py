"""Which series several figures are of that are told at once: of those named before them, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from shandong_econ.lexicon.words import small_number, word_list
from shandong_econ.parsing.clauses import AND
from shandong_econ.parsing.context.subjects import Choice, place_of, run_of, text_of, words_before
from shandong_econ.parsing.finding.series import put_together
from shandong_econ.parsing.frames import HEDGE, Frame
from shandong_econ.parsing.grammar.classes import CLASSES
from shandong_econ.parsing.naming import named, share_out
from shandong_econ.parsing.told import Subject

if TYPE_CHECKING:
    from shandong_econ.parsing.context.state import Context

RESPECT = CLASSES["RESPECT"]
INDUSTRIES = ("PRIM", "SEC", "TERT")
_LIST = 2


def three_industries(run: Sequence[Frame], context: Context) -> Choice | None:
    """Three figures told of the three industries at once, or a ratio of three, are of each in order."""
    if len(run) % len(INDUSTRIES):
        return None
    label = words_before(run[0])
    told = "ratio" in run[0].shape.slots or any(
        word in label for word in word_list(run[0].language, "industries.together")
    )
    if not label or not told:
        return None  # 10:05:12
    own = named(run[0].language, label, label, context.subjects.base)
    base = own.series.base if own is not None and own.series.base else "VALUE_ADDED"
    base = "VALUE_ADDED" if base == "INDUSTRY_STRUCTURE" else base
    at = place_of(run[0])
    return tuple(Subject(label, put_together(base, part), *at) for part in INDUSTRIES) * (len(run) // len(INDUSTRIES))


def both_halves(run: Sequence[Frame], context: Context) -> Choice | None:
    """Two figures told at once of town and country, or of what is made and sold, are of each in order."""
    if len(run) != _LIST:
        return None
    label, language = words_before(run[0]), run[0].language
    (both,) = word_list(language, "pairs.town_and_country")
    two = next((word for word in word_list(language, "pairs.words") if label.endswith(word)), "")
    if not (both in label or two) or run[0].measure == "ratio":
        return None  # 城乡居民收入比: the two numbers are one ratio
    at = place_of(run[0])
    if two:
        names = [label.removesuffix(two) + half for half in word_list(language, "pairs.halves")]
    else:
        names = [label.replace(both, half) for half in word_list(language, "pairs.town_or_country")]
    base = context.subjects.base
    found = ((name, named(run[0].language, name, name, base)) for name in names)
    return tuple((one or Subject(name))._replace(start=at[0], end=at[1]) for name, one in found)


def listed(run: Sequence[Frame], context: Context) -> Choice | None:
    """As many names as figures are told before them, in their clause or the last that names any: each has one."""
    frame = run[0]
    phrases = next((clause.phrases for clause in reversed(frame.zone) if clause.phrases), ())
    if len(run) < _LIST or len(names := run_of(phrases)) != len(run):
        return None
    last, mere = names[-1], all(one.named == one.end for one in names[:-1])
    head = frame.sentence.text[last.named : last.end] if mere and last.named else ""  # 家电、汽车换新数量
    shared = share_out(frame.language, [text_of(frame, one) for one in names], context.subjects.base, head)
    return tuple(one._replace(start=at.start, end=at.end) for one, at in zip(shared, names, strict=True))


def dealt_to_branches(run: Sequence[Frame], context: Context) -> Choice | None:
    """As many figures as were listed before what is told of all are of each: 茶叶、水果、蔬菜3个行业，产值分别增长."""
    frame, own, language = run[0], words_before(run[0]), run[0].language
    is_dealt = RESPECT in frame.own.classes + frame.inner and len(run_of(frame.own.phrases)) == 1
    if len(run) < _LIST or not is_dealt:
        return None
    just, text = context.subjects.just, frame.sentence.text
    told = frame.zone[-2].phrases if len(frame.zone) > 1 else ()
    told = told or (just.frame.own.phrases if just is not None and just.figure.value == len(run) else ())
    names = [text[one.start : one.end] for one in run_of(told)]
    if len(names) != len(run):
        return None
    ends = (one for one in word_list(language, "list.collectives") if names[-1].endswith(one))
    counted = (
        names[-1].removesuffix(max(ends, key=len, default="")).removesuffix(word_list(language, "list.of_things")[0])
    )
    names[-1] = counted[:-1] if small_number(counted[-1:], language) == len(run) else names[-1]
    start, end = place_of(frame)
    found = ((name + own, named(language, name + own, name + own, None)) for name in names)
    return tuple((one or Subject(label))._replace(start=start, end=end) for label, one in found)


def of_those_told(run: Sequence[Frame], context: Context) -> Choice | None:
    """As many figures as subjects were just told, without names of their own, are of those in order."""
    if run[0].own.phrases or (len(run) < _LIST and not run[0].own.has(RESPECT) and RESPECT not in run[0].inner):
        return None
    recent: dict[object, Subject] = {}
    for one in reversed(context.subjects.sentence):
        recent.setdefault((one.subject.label, one.subject.series, one.area), one.subject._replace(area=one.area))
        if len(recent) == len(run):
            return tuple(reversed(recent.values()))
    return None


def new_like_the_first(run: Sequence[Frame], context: Context) -> Choice | None:
    """What goes on a list of what is new is new too, and not all that there is: 新增高新技术企业3家、瞪羚企业5家."""
    frame, last = run[0], context.subjects.last
    goes_on = (
        last is not None
        and frame.own.classes.lstrip(HEDGE).startswith(AND)
        and len(frame.own.phrases) == len(frame.zone) == 1
    )
    if not goes_on or last is None or not last.unit == frame.figure.unit == "NUM" or frame.own.verb:
        return None
    verbs = (one for one in word_list(frame.language, "strip.new") if last.subject.label.startswith(one))
    new = next((one for one in verbs if one.startswith(word_list(frame.language, "count.newly")) and len(one) > 1), "")
    if not new or last.frame.sentence is not frame.sentence:
        return None
    name = new + words_before(frame)
    subject = named(frame.language, name, name, None)
    start, end = place_of(frame)
    return None if subject is None else (subject._replace(start=start, end=end),)
