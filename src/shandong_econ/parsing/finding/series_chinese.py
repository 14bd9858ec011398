"""Which series a Chinese noun phrase names, without what stands around its name and changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from shandong_econ.lexicon.words import word_list, word_table
from shandong_econ.parsing.finding.series import (
    NO_SERIES,
    Naming,
    Series,
    by_itself,
    kin,
    namings,
    put_together,
    series_by_code,
)

_IN_QUOTES = str.maketrans("—", "-", "“”\"' 的")
SHORTEST_STEM, MOST_STEMS = 2, 24  # characters of a stem, and how many stems of a phrase are tried
LONGEST_PHRASE = 60  # characters from its end that are looked at to name a series


@lru_cache(maxsize=65536)
def name_series(phrase: str, carried_base: str | None) -> Series:
    """The series that a Chinese noun phrase names, where `carried_base` is the base that was spoken of before.

    >>> name_series("制造业投资", None).code, name_series("制造业", "FAI").code, name_series("乐器投资", None).code
    ('FAI_MFG', 'FAI_MFG', None)
    """
    if (code := word_table("zh", "alone").get(phrase)) is not None:
        return series_by_code()[code] if code else NO_SERIES
    bare = phrase[-LONGEST_PHRASE:].translate(_IN_QUOTES)
    per_head = next((word for word in word_list("zh", "per_head.words") if bare.endswith(word)), "")
    if per_head and (series := _name(per_head + bare.removesuffix(per_head), carried_base)) is not None:
        return series
    for stem in _stems(bare):
        if (series := _name(stem, carried_base)) is not None:
            return series
    kind = max((bare.find(word) for word in word_list("zh", "strip.kinds")), default=0)
    if kind > 0 and (series := _name(bare[kind:], carried_base)) is not None and series.code is not None:
        return series
    inner = next((word for word in word_list("zh", "strip.inner") if bare.find(word) > 0), "")
    if inner and (series := _name(bare.replace(inner, "", 1), carried_base)) is not None:
        return series
    return Series(None, base_at_end(bare), None)


@lru_cache(maxsize=4096)
def base_at_end(phrase: str) -> str | None:
    """The longest base that a phrase ends with, which tells what further parts may be of."""
    known = namings("zh")
    for stem in _stems(phrase):
        ends = (known.get(stem[cut:]) for cut in range(len(stem) - 1))
        base = next((end.base for end in ends if end is not None and end.base is not None), None)
        if base is not None:
            return base
    return None


def _stems(phrase: str) -> Iterator[str]:
    """The phrase, and the phrase without what does not change which series it names."""
    before, after = word_list("zh", "strip.before"), word_list("zh", "strip.after")
    seen = [phrase]
    yield phrase
    for stem in seen:
        shorter = [stem[len(word) :] for word in before if stem.startswith(word)] if stem.startswith(before) else []
        if stem.endswith(after):
            shorter += [stem[: -len(word)] for word in after if stem.endswith(word)]
        for one in shorter:
            if len(one) >= SHORTEST_STEM and one not in seen and len(seen) < MOST_STEMS:
                seen.append(one)
                yield one


@cache
def _bare_namings() -> Mapping[str, Naming]:
    bare = {word.translate(_IN_QUOTES): namings("zh")[word] for word in _MARKED.findall("\n".join(namings("zh")))}
    return MappingProxyType({**namings("zh"), **bare})


_MARKED = re.compile(r"^.*[—“”\"' 的].*$", re.MULTILINE)  # words with any character of _IN_QUOTES


def _name(stem: str, carried_base: str | None) -> Series | None:
    known = _bare_namings()
    naming = known.get(stem)
    if naming is not None:
        if naming.breakdown is not None and carried_base is not None:
            carried = put_together(carried_base, naming.breakdown)
            if carried.code is not None:
                return carried
        if naming.indicator is not None:
            return series_by_code()[naming.indicator]
        if naming.base is not None:
            return put_together(naming.base, "_T")
        return by_itself(naming.breakdown, carried_base)
    for cut in range(len(stem) - 1, 0, -1):
        head, tail = known.get(stem[cut:]), known.get(stem[:cut])
        if head is not None and tail is not None:
            if head.base is not None and tail.breakdown is not None:
                return put_together(kin(head.base, carried_base), tail.breakdown)
            if tail.base is not None and head.breakdown is not None:
                return put_together(tail.base, head.breakdown)
    return None
