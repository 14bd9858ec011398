"""Which series several figures are of that are told at once: of those named before them, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import small_number, word_list, word_table
from shandong_econ.parsing.clauses import Phrase
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.subjects import Choice, base_told, place_of, run_of, text_of, words_before
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AND, FILL, HEDGE, RESPECT, one_of
from shandong_econ.parsing.naming import named, share_out
from shandong_econ.parsing.told import Subject

_LIST = 2
KINDS = FILL + AND + FILL  # 名义和实际分别增长: of one in two ways


def told_together(run: Sequence[Frame], context: Context) -> Choice | None:
    """As many figures as a word names together are of each in order: 第二、三产业, 城乡, 产销."""
    frame, label, language = run[0], words_before(run[0]) + _ENDS, run[0].language
    together = word_table(language, "together")
    word = max((one for one in together if one in label), key=len, default="")
    parts, is_ratio = together.get(word, "").split(), frame.measure == "ratio"
    if not parts or len(run) % len(parts) or (len(parts) == _LIST and (is_ratio or frame.side)):
        return None  # 城乡居民收入比: the two numbers are one ratio, or what it was and is
    at, base = place_of(frame), None if is_ratio else base_told(frame, context)
    found: list[Subject] = []
    for part in parts:
        name = label.replace(word, part).rstrip(_ENDS)
        own = named(language, name, name, base) or Subject(name)
        if is_ratio and own.series.code is None:
            own = own._replace(series=name_series(part, own.series.base))  # 三次产业比例
        found.append(own._replace(label=words_before(frame) if is_ratio else own.label, start=at[0], end=at[1]))
    return tuple(found) * (len(run) // len(parts))


_ENDS = "。"  # stands for the end of a phrase in the table of such words


def listed(run: Sequence[Frame], context: Context) -> Choice | None:
    """As many names as figures are told before them, in their clause or the last that names any: each has one."""
    frame = run[0]
    names = _names_before(frame)
    if len(names) != len(run):
        return None
    last, mere = names[-1], all(one.named == one.end for one in names[:-1])
    head = frame.sentence.text[last.named : last.end] if mere and last.named else ""  # 家电、汽车换新数量
    shared = share_out(frame.language, [text_of(frame, one) for one in names], context.subjects.base, head)
    return tuple(one._replace(start=at.start, end=at.end) for one, at in zip(shared, names, strict=True))


def _names_before(frame: Frame) -> list[Phrase]:
    """The names listed before a figure; of names with marks of lists in them as many as figures are dealt out to."""
    told = [[one for one in clause.phrases if not one.is_base] for clause in frame.zone]
    told = [phrases for phrases in told if phrases]
    names = run_of(told[-1]) if told else []
    if len(names) == frame.of or RESPECT not in frame.own.classes + frame.inner or [names] != told[-1:]:
        return names
    bare = [clause.phrases for clause in frame.zone[:-1] if clause.phrases and _NAMES.issuperset(clause.classes)]
    rows = [*bare[-frame.of :], names]
    found = [[each for row in rows[n:] for each in row] for n in range(len(rows))]  # 甲业、乙业，丙业分别…
    found += [[_joined(row) for row in rows[-frame.of :]], _by_marks(names, frame.sentence.text)]
    return next((one for one in found if len(one) == frame.of), names)


def _by_marks(names: Sequence[Phrase], text: str) -> list[Phrase]:
    """The names between the marks of a list, where other words that join stand inside names: 石墨及碳素制品、钢材."""
    found: list[list[Phrase]] = []
    for one in names:
        if found and text[found[-1][-1].end : one.start] != word_list("zh", "link.list")[0]:
            found[-1].append(one)
        else:
            found.append([one])
    return [*map(_joined, found)]


def _joined(names: Sequence[Phrase]) -> Phrase:
    return names[-1]._replace(start=names[0].start, deed=names[0].deed)


_NAMES = one_of("NAME AND OF_WHICH")


def dealt_to_branches(run: Sequence[Frame], context: Context) -> Choice | None:
    """As many figures as were listed before what is told of all are of each: 茶叶、水果、蔬菜3个行业，产值分别增长."""
    frame, own, language = run[0], words_before(run[0]), run[0].language
    if RESPECT not in frame.own.classes + frame.inner or len(run_of(frame.own.phrases)) != 1:
        return None
    just, text = context.subjects.just, frame.sentence.text
    told = frame.own.phrases[:-1] or (frame.zone[-2].phrases if len(frame.zone) > 1 else ())  # 吉他和钢琴分别生产
    told = told or (just.frame.own.phrases if just is not None and just.figure.value == len(run) else ())
    names = [text[one.start : one.end] for one in run_of(told)]
    if len(names) != len(run):
        return None
    ends = (one for one in word_list(language, "list.collectives") if names[-1].endswith(one))
    counted = names[-1].removesuffix(max(ends, key=len, default=""))
    counted = counted.removesuffix(word_list(language, "list.of_things")[0])
    names[-1] = counted[:-1] if small_number(counted[-1:], language) == len(run) else names[-1]
    start, end = place_of(frame)
    base = context.subjects.base
    found = ((name + own, named(language, name + own, name + own, base)) for name in names)
    return tuple((one or Subject(label))._replace(start=start, end=end) for label, one in found)


def of_those_told(run: Sequence[Frame], context: Context) -> Choice | None:
    """As many figures as subjects were just told, without names of their own, are of those: they rose by 5 and 6."""
    if (
        run[0].own.phrases
        or run[0].side
        or KINDS in run[0].own.classes
        or (len(run) < _LIST and RESPECT not in run[0].own.classes + run[0].inner)
    ):
        return None
    recent: dict[object, Subject] = {}
    is_far = len(run) >= _LIST and not run[0].is_range and len(context.places.listed) != len(run)
    for one in reversed(context.subjects.sentence or (context.subjects.before if is_far else ())):
        recent.setdefault((one.subject.label, one.subject.series, one.area), one.subject._replace(area=one.area))
        if len(recent) == len(run):
            return tuple(reversed(recent.values()))
    return None


def new_like_the_first(run: Sequence[Frame], context: Context) -> Choice | None:
    """What goes on a list of what is new is new too, and not all that there is: 新增高新技术企业3家、瞪羚企业5家."""
    frame, last = run[0], context.subjects.last
    if last is None or not last.unit == frame.figure.unit == "NUM" or frame.own.verb:
        return None
    if frame.own.classes.lstrip(HEDGE)[:1] != AND or not len(frame.own.phrases) == len(frame.zone) == 1:
        return None
    verbs = (one for one in word_list(frame.language, "strip.new") if last.subject.label.startswith(one))
    new = next((one for one in verbs if one.startswith(word_list(frame.language, "count.newly")) and len(one) > 1), "")
    if not new or last.frame.sentence is not frame.sentence:
        return None
    name = new + words_before(frame)
    subject = named(frame.language, name, name, None)
    start, end = place_of(frame)
    return None if subject is None else (subject._replace(start=start, end=end),)
