"""What names say one inside another, as those of a row and of the rows that it is a part of, and two names as one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shandong_econ.parsing.finding.series import (
    ALL_TRADE,
    NO_SERIES,
    PARTNER,
    SIDES,
    Series,
    is_total,
    kin,
    put_together,
)
from shandong_econ.parsing.naming import is_bare
from shandong_econ.parsing.table.names import (
    PART,
    alone,
    is_all,
    is_bare_name,
    is_of,
    is_topic,
    kind_of,
    label_of,
    names_base,
    of_branch,
)
from shandong_econ.parsing.table.words import says
from shandong_econ.parsing.told import Subject


def folded(names: Sequence[str], language: str) -> Subject | None:
    """The subject of names one inside another."""
    told: Subject | None = None
    for name in names:
        told = alone(name, None, language) if told is None else _inside(told, name, language)
    return told


def _inside(outer: Subject, name: str, language: str) -> Subject:
    """What a name says as a part of what another names, which is not the whole again."""
    if language == "zh" and not kind_of(name, language) and _repeats(name, outer.label):
        return outer
    told = _as_part(outer, name, language)
    if told.series.code is None or told.label == outer.label:
        return told
    says_which = told.series.breakdown == alone(name, None, language).series.breakdown  # grain, under its sown area
    again = told.series.code == outer.series.code and not says_which
    return Subject(told.label, Series(None, told.series.base, None)) if again else told


def _repeats(name: str, label: str) -> bool:
    """Whether a name only says in short what a label does: 消费量, of 能源消费总量."""
    rest = iter(label)
    return len(name) > 1 and all(char in rest for char in name)


def _as_part(outer: Subject, name: str, language: str) -> Subject:
    inner = alone(name, None, language)
    if is_topic(outer.label):
        inner = of_branch(outer.label, inner, language)
        if names_base(name, language) or (
            not is_bare_name(name, language)
            and inner.series.code is not None
            and outer.series.base is None
            and outer.series.breakdown is None
        ):
            return inner
        part = alone(name, outer.series.base, language) if outer.series.base else inner
        return (
            part if part.series.code is not None and outer.series.base else joined(outer, inner, language, topic=True)
        )
    if has_words(name, outer.label, language) or _are_kinds_of_one(outer.series, inner.series):
        return inner
    if is_bare_name(name, language):
        return joined(outer, inner, language, bare_last=True)
    series = outer.series
    if series.base in SIDES and inner.series.base == ALL_TRADE and not is_total(inner.series.breakdown):
        return Subject(label_of(name, outer.label, language), put_together(series.base, inner.series.breakdown or ""))
    is_part = inner.series.base is None or kind_of(name, language) == PART
    if _holds_kinds(series.breakdown, inner.series.breakdown) and series.base and is_part:
        return alone(name, series.base, language)
    if is_all(series) and inner.series.base is not None and inner.series.base == series.base:
        return inner
    if series.code is not None and is_all(series):
        part = alone(name, series.base, language)
        if part.series.code is not None and is_a_part(part.series, series.base, name, language):
            return part
    return joined(outer, inner, language)


def _are_kinds_of_one(outer: Series, inner: Series) -> bool:
    """Whether a name says only what another was a kind of, or is beside it: wheat under grain, rural under urban."""
    one, other = (series.breakdown or "" for series in (outer, inner))
    alike = outer.base == inner.base
    return alike and any(one.startswith(kind) and other.startswith(kind) for kind in ("P:", "R:", PARTNER))


def _holds_kinds(outer: str | None, inner: str | None) -> bool:
    """Whether a part is a kind of goods or a sector, of which another is a kind: fruit, of food; banks, of services."""
    if outer in _SECTORS:
        return inner is not None and _BRANCH.fullmatch(inner) is not None
    return (outer or "").startswith("P:") and (inner or "").startswith("P:")


_SECTORS = ("PRIM", "SEC", "TERT")
_BRANCH = re.compile(r"[A-U]\d{0,4}|BTE")


def is_a_part(part: Series, base: str | None, name: str, language: str) -> bool:
    """Whether a series is a part of a concept, or one of its own that its name alone names."""
    return kin(part.base or "", base) == base or is_of(part, base) or names_base(name, language)


def has_words(name: str, other: str, language: str) -> bool:
    """Whether a name has all of another in it, which is no abbreviation."""
    if language == "zh":
        return other.lower() in name.lower()
    return len(other) > 2 and f" {other.lower()} " in f" {name.lower()} "  # no rice in prices


def joined(outer: Subject, inner: Subject, language: str, *, topic: bool = False, bare_last: bool = False) -> Subject:
    """Two names as one, in the order in which they have a code, or else without one."""
    first, last = (outer.label, inner.label) if bare_last or topic else (inner.label, outer.label)
    label = label_of(first, last, language)
    if says(inner.label, "amounts") and kind_of(outer.label, language) == PART:
        return Subject(label)  # how many, or how much, of what in a branch?
    for one in dict.fromkeys((label, label_of(last, first, language))):
        told = alone(one, None, language)
        if told.series.code is not None and _means(told.series, outer, inner, language):
            return Subject(one, told.series)
    if topic and inner.series.code is None:
        return inner
    base = inner.series.base or outer.series.base
    return Subject(label, Series(None, base, None) if base else NO_SERIES)


def _means(series: Series, outer: Subject, inner: Subject, language: str) -> bool:
    """Whether a series found for both is not that of one of them, which the other narrows."""
    for one, other in ((outer, inner), (inner, outer)):
        if one.series.code == series.code and one.series.code is not None:
            says_more = other.series.breakdown not in (None, "_T", "K") or other.series.base is None
            if says_more and not _adds_nothing(other.label):
                return False
        known_part = one.series.code is None and one.series.base == series.base and one.series.base is not None
        if known_part and is_all(series) and not is_bare_name(one.label, language):
            return False  # what is only a part has not the code of the whole
    return True


def _adds_nothing(label: str) -> bool:
    return says(label, "amounts") or is_bare("zh", label)
