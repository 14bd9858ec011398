"""Which series an English noun phrase names: phrases are bags of words, since "value added of X" is "X value added"."""

from __future__ import annotations

from functools import lru_cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.bags import Bag, bag_of
from shandong_econ.parsing.finding.names_english import (
    akin,
    bag_in,
    bases,
    by_bag,
    cores,
    generic,
    likened,
    neutral,
    of_whole,
    of_whole_likened,
)
from shandong_econ.parsing.finding.series import (
    NO_SERIES,
    SIDES,
    Series,
    by_itself,
    is_total,
    kin,
    put_together,
    series_by_code,
)

_NOTHING: Bag = frozenset()
_LARGER = "ASD"  # all that are larger, of which alone some series are told


@lru_cache(maxsize=65536)
def name_series_english(phrase: str, carried_base: str | None) -> Series:
    """The series that an English noun phrase names, where `carried_base` is the base that was spoken of before.

    >>> name_series_english("investment in manufacturing", None).code, name_series_english("manufacturing", "FAI").code
    ('FAI_MFG', 'FAI_MFG')
    """
    bag = bag_of(phrase)
    said = phrase.lower()
    if not bag or said in word_list("en", "alone.of_any") or said.endswith(word_list("en", "alone.of_it")):
        return NO_SERIES
    if len(bag) == 1 and bag <= generic().keys():
        found = _of_carried(bag, carried_base) if carried_base is not None else None
        if found is not None or bag <= bag_in("alone.nothing"):
            return found or Series(None, carried_base, None)
    series = _name(bag, carried_base)
    if series.code is None and (core := _without_weak(bag, series)) and core != bag:
        plainer = _name(core, carried_base)
        if plainer.code is not None:
            return plainer
    product = (series.breakdown or "").startswith("P:")  # not "prices of consumer products"
    if series.code is None and not product and (plain := _without_neutral(bag, series.base)) != bag:
        plainer = _name(plain, carried_base)
        if plainer.code is not None and plainer.base == series.base:
            return plainer
    if series.code is not None or bag in by_bag():
        return series
    carried = None if carried_base is None else _of_carried(bag, carried_base)
    if carried is None and (code := akin().get(likened(bag))) is not None:
        return series_by_code()[code]
    return carried or series


def base_of_heading(line: str) -> str | None:
    """The concept of which the lines under a heading name the parts: Table 2: Output of Products (growth, %)."""
    series = name_series_english(line.partition("(")[0].rpartition(":")[2], None)
    is_whole = series.breakdown is not None and (is_total(series.breakdown) or series.breakdown == "BTE")
    return series.base if is_whole else None


def _of_carried(bag: Bag, carried_base: str) -> Series | None:
    """The series of what was spoken of that a generic noun names: after electricity, "use" and "use of industry".

    After investment "money" and "money put into mining".
    """
    for word, known in generic().items():
        base = known.get(carried_base) if word in bag else None
        part = by_bag().get(bag - {word}) or by_bag().get(bag - {word} - bag_in("participle.deeds"))
        if base is not None and bag - {word} <= bag_in("weak.words"):
            return _whole(base)
        if base is not None and part is not None and part.breakdown is not None:
            return put_together(base, part.breakdown)
    return None


def _without_weak(bag: Bag, series: Series) -> Bag:
    """The words without those that only say how a series is told: "growth rate of retail sales", "amount of loans".

    Not without those of the base of which they name a part: the "output value" of a branch is not its output.
    """
    grows = not bag_in("growth_nouns.words").isdisjoint(bag)
    base = series.base if series.breakdown is not None else None
    told = next((held for held, named in bases().within(bag) if named == base), _NOTHING)
    return bag - (bag_in("weak.words") - told) - (bag_in("weak.with_growth") if grows else _NOTHING)


def _without_neutral(bag: Bag, base: str | None) -> Bag:
    """The words without those that make no other series: "deposits in domestic and foreign currencies"."""
    for said in neutral().get(base or "", ()):
        if said < bag:
            bag = bag - said
    return bag


def _name(bag: Bag, carried_base: str | None) -> Series:
    known = by_bag()
    naming = known.get(bag)
    if naming is not None:
        if naming.breakdown is not None and carried_base is not None:
            carried = put_together(carried_base, _WITH.get((carried_base, naming.breakdown), naming.breakdown))
            priced = carried_base == "CPI" and naming.breakdown.startswith("P:") and naming.base is None
            traded = carried_base in SIDES and naming.base is None
            named = naming.indicator is not None and not naming.breakdown.startswith("P:")  # "foreign investment"
            if carried.code is not None or priced or (traded and not named):
                return carried
            # after "output of products", "electricity" is its output
            whole = known.get(bag | {carried_base.lower()}) if naming.breakdown.startswith("P:") else None
            if whole is not None and whole.indicator is not None:
                return Series(whole.indicator, carried_base, naming.breakdown)
        if naming.indicator is not None:
            return series_by_code()[naming.indicator]
        if naming.base is not None:
            return _whole(kin(naming.base, carried_base))
        inside = _put_together_from(bag, carried_base)  # "bonded logistics trade" is a part, and names the trade too
        return inside if inside.code is not None else _by_itself(naming.breakdown, carried_base)
    return _put_together_from(bag, carried_base)


_WITH = {("POWER_CAPACITY", "D35;X:RENEWABLE"): "D35;X:NONFOSSIL", ("IVA", _LARGER): "BTE"}
"""The parts that are counted as another one of a base: plants of new energy are those without fossil fuel."""


def is_part(phrase: str) -> bool:
    """Whether a phrase names a part only, of whatever else is spoken of: "urban", "manufacturing"."""
    naming = by_bag().get(bag_of(phrase))
    return naming is not None and naming.indicator is None and naming.base is None


def is_concept(phrase: str) -> bool:
    """Whether a phrase names a concept alone, that has no series of a whole: "added value"."""
    naming = by_bag().get(bag_of(phrase))
    whole = naming is not None and naming.indicator is None and naming.breakdown is None and naming.base
    return bool(whole) and _whole(str(whole)).code is None


_BRANCHES = frozenset("BCDX")  # divisions of mining, manufacturing and utilities, and groups of them


def _by_itself(part: str | None, carried_base: str | None) -> Series:
    """The series of a part that is named alone: a branch of industry is its value added by default."""
    if part is not None and part[:1] in _BRANCHES and carried_base in (None, "GDP"):
        branch = put_together("IVA", part)
        if branch.code is not None:
            return branch
    return by_itself(part, carried_base)


def _whole(base: str) -> Series:
    """The series of a base that is named without a part; value added of the larger firms is of all industry."""
    total = put_together(base, "BTE" if base == "IVA" else "_T")
    return total if total.code is not None else series_by_code().get(base, total)


def _put_together_from(bag: Bag, carried_base: str | None) -> Series:
    """The series whose base and part are both among the words."""
    known = by_bag()
    part = partly = None
    for base_bag, base in bases().within(bag):
        rest = known.get(bag - base_bag)
        if rest is not None and rest.breakdown is not None:
            series = put_together(kin(base, carried_base), _WITH.get((base, rest.breakdown), rest.breakdown))
            if series.code is not None:
                return series
        is_whole = rest is None or is_total(rest.breakdown) or rest.breakdown == _LARGER
        if is_whole and part is None and bag - base_bag <= of_whole().get(base, _NOTHING):
            return _whole(base)
        if rest is not None and rest.breakdown is not None:
            part = part or series
        partly = partly or Series(None, base, None)
    return _with_words_of_whole(bag) or part or partly or NO_SERIES


def _with_words_of_whole(bag: Bag) -> Series | None:
    """The series of which a name is among the words, where the others say no more than all of it."""
    if bag in by_bag():
        return None
    bag = likened(bag)
    found = (code for core, code in cores().within(bag) if bag - core <= of_whole_likened()[code])
    return next((series_by_code()[code] for code in found), None)
