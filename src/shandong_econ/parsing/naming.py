"""The name of a series from the words that tell it: its label, and its code where the lexicon has one for all of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from shandong_econ.lexicon.words import word_at, word_list, word_table
from shandong_econ.parsing.finding.series import NO_SERIES, Series, is_total, series_by_code
from shandong_econ.parsing.finding.series_chinese import base_at_end, name_series
from shandong_econ.parsing.told import Subject

_QUOTES = "“”\"' 的"


@lru_cache(maxsize=8192)  # the names of series come again, within a text and from text to text
def named(language: str, name: str, label: str, base: str | None) -> Subject | None:
    """The subject that a noun phrase names, or None where its words only point at what was told.

    `label` is the phrase with the verb before it, and `base` the concept that was told of.
    """
    name, label = _of_all_days(language, _bare(language, name)), _of_all_days(language, unquoted(label))
    if not name or name in word_list(language, "anaphora.same") or name in word_list(language, "anaphora.no_name"):
        return None
    label = _outside(language, label)
    return Subject(label.replace("的", ""), _series(language, name, label, base))


def _series(language: str, name: str, label: str, base: str | None) -> Series:
    code = word_table(language, "in_short").get(f"{base} {name}")
    if name in word_list(language, "bare.of_any"):
        alone = name_series(name, base)
        return series_by_code()[code] if code else alone if alone.base == base else NO_SERIES
    series = name_series(label, base)
    if series.code is None and not label.startswith(word_list(language, "strip.new")):
        series = name_series(name, base)
    series = series_by_code()[code] if code and series.code is None else series
    return _in_brackets(label, series) if "(" in label else series


def _in_brackets(label: str, series: Series) -> Series:
    """A series, or that of its part which stands in brackets behind its name: 居民人均可支配收入（城镇）."""
    opened, closed = label.find("("), label.rfind(")")
    if series.base is None or not 0 < opened < closed:
        return series
    part = name_series(label[opened + 1 : closed] + label[:opened] + label[closed + 1 :], None)
    return part if part.code is not None and part.base == series.base and not is_total(part.breakdown) else series


def _bare(language: str, name: str) -> str:
    """A phrase without quotation marks, and without what only says where or leads to it."""
    name = name.strip(_QUOTES)
    if 0 < (opened := name.find("(")) < (closed := name.find(")")):
        name = name[:opened] + name[closed + 1 :]
    name = _outside(language, name)
    return name.removeprefix(word_at(name, 0, language, "anaphora.leads")) or name


def _of_all_days(language: str, name: str) -> str:
    """What is made in a day by its own name: 日产原煤."""
    rest = name.removeprefix(word_at(name, 0, language, "per_day.leads"))
    return rest if len(rest) > 1 and not rest.endswith(word_list(language, "per_day.ends")) else name


def unquoted(label: str) -> str:
    """A label without the quotation marks round it, or one that has no other, and without what joins it to another."""
    label = label.strip("的 ")
    inner = label.removeprefix("“").removesuffix("”")
    return label if "“" in inner or "”" in inner else inner


def _outside(language: str, name: str) -> str:
    """A phrase without what says that something is in it: 八大类消费中."""
    if not name.endswith(word_list(language, "strip.whole")):
        for ending in word_list(language, "strip.inside"):
            name = name.removesuffix(ending) if len(name) > len(ending) + 1 else name
    return name


def is_bare(language: str, label: str) -> bool:
    """Whether a noun only says what is measured of something that was told: 产量, 增加值."""
    return label in word_list(language, "bare.nouns")


def is_measure(label: str) -> bool:
    """Whether a noun ends in what is measured, not in what is counted: 产业链营收."""
    return base_at_end(label) is not None


def before_measure(language: str, counted: str) -> str:
    """Those who are counted, without what is measured of them: 重点产品中产量."""
    whole, inside, measured = counted.partition(word_list(language, "strip.inside")[0])
    is_measured = is_bare(language, measured) or measured in word_list(language, "goes_on.accounts")
    return whole if inside and is_measured else counted


def without_money(language: str, counted: str) -> str:
    """Those who are counted, without what is told of their money next: 重点项目完成投资, 上市公司营业收入."""
    accounts = word_list(language, "goes_on.accounts")
    ends = max((one for one in accounts if counted.endswith(one)), key=len) if counted.endswith(accounts) else ""
    own = counted.removesuffix(ends).removesuffix("的")
    return own if len(own) > 1 else counted


def completed(language: str, subject: Subject, main: Subject) -> Subject:
    """A bare noun with what the last series was of: after 粮食播种面积, 总产量 is that of grain."""
    heads = (*word_list(language, "bare.nouns"), *word_list(language, "bare.heads"))
    is_headed = main.label.endswith(heads)
    head = max((one for one in heads if main.label.endswith(one)), key=len) if is_headed else ""
    topic = main.label.removesuffix(head)
    joined = name_series(topic + subject.label, None) if topic else NO_SERIES
    if joined.code is None and (not topic or not head):
        return subject
    return Subject(topic + subject.label, joined, subject.start, subject.end, entity=main.entity)


def share_out(language: str, names: Sequence[str], base: str | None, head: str = "") -> list[Subject]:
    """The subjects of a list: what the last ends with may be that of all, as what the first is of: 粮食面积、产量.

    `head` is what the last name has behind what it shares with the others, if that is told.
    """
    tail = names[-1].rpartition("”")[2]
    head = head or next((one for one in word_list(language, "bare.heads") if tail.endswith(one)), "")
    done: list[Subject] = []
    for name in names:
        carried = None if head and name != names[-1] else base  # what was told before yields to what the list says
        own = named(language, name, name, carried) or Subject(name)
        if done and is_bare(language, name):
            own = completed(language, own, done[0])
        elif own.series.code is None and name != names[-1]:
            joins = (name + tail[cut:] for cut in range(1, len(tail) - max(len(head) - 1, 0)))
            whole = next((one for one in joins if name_series(one, base).code), "")
            if whole:
                own = Subject(whole, name_series(whole, base))
            elif head and not name.endswith(head) and not is_measure(name):
                own = Subject(name + head, own.series)
        base = own.series.base or base
        done.append(own)
    return done
