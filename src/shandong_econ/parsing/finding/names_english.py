"""The names that series have in English, and the words that may be said beside them, as bags of words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType

from shandong_econ.lexicon.words import word_list, word_lists, word_table
from shandong_econ.parsing.finding.bags import Bag, BagIndex, bag_of, stem_of
from shandong_econ.parsing.finding.series import Naming, is_total, kinds, namings, series_by_code


@cache
def by_bag() -> Mapping[Bag, Naming]:
    """What each name names, by its bag of words."""
    found: dict[Bag, Naming] = {}
    alone = {bag_of(phrase) for phrase in namings("en") if " " not in phrase}
    for phrase, naming in namings("en").items():
        bag = bag_of(phrase)
        if len(bag) <= 1 and " " in phrase and _is_vague(bag, phrase, naming, alone):
            continue
        old = found.setdefault(bag, naming)
        if old is not naming:
            found[bag] = Naming(
                old.indicator or naming.indicator, old.base or naming.base, old.breakdown or naming.breakdown
            )
    numbers = bag_in("told.numbers")
    for bag, naming in list(found.items()):  # "listed companies" are their number, unless the words name something else
        if not numbers.isdisjoint(bag):
            found.setdefault(bag - numbers, naming)
    found.pop(frozenset(), None)
    return MappingProxyType(found)


def _is_vague(bag: Bag, phrase: str, naming: Naming, alone: Collection[Bag]) -> bool:
    """Whether only a noun is left of a name that many things have: "local revenue" is revenue, "major projects" any."""
    heads = naming.indicator is not None and bag not in alone and stem_of(phrase.rpartition(" ")[2]) in bag
    return heads or bag <= generic().keys()


@cache
def bases() -> BagIndex[str]:
    """The names of bases, the longest first."""
    named = [(bag, naming.base) for bag, naming in by_bag().items() if naming.base is not None]
    return BagIndex(sorted(named, key=lambda pair: -len(pair[0])))


def likened(bag: Bag) -> Bag:
    """The words, each as the one that means the same in most names: use of power is consumption of electricity."""
    table = word_table("en", "akin")
    return bag if bag.isdisjoint(table) else frozenset(table.get(word, word) for word in bag)


@cache
def akin() -> Mapping[Bag, str]:
    """The code of the one series that some words name, where each stands for all of its like."""
    found: dict[Bag, set[str]] = {}
    for bag, naming in by_bag().items():
        if naming.indicator is not None:
            found.setdefault(likened(bag), set()).add(naming.indicator)
    return MappingProxyType(
        {bag: codes.pop() for bag, codes in found.items() if len(codes) == 1 and len(bag) >= LEAST_AKIN}
    )


LEAST_AKIN = 3  # words of a name that tell enough of it where none stands as it is known


@cache
def generic() -> Mapping[str, Mapping[str, str]]:
    """For each generic noun the base that it names after each base that was spoken of."""
    pairs = {word: [base.partition(">") for base in bases] for word, bases in word_lists("en", "generic").items()}
    return MappingProxyType({stem_of(w): {after: to or after for after, _, to in known} for w, known in pairs.items()})


@cache
def neutral() -> Mapping[str, tuple[Bag, ...]]:
    """For each base what may be said of all its series, each as a bag."""
    return MappingProxyType(
        {base: tuple(bag_of(phrase) for phrase in phrases) for base, phrases in word_lists("en", "neutral").items()}
    )


@cache
def bag_in(role: str) -> Bag:
    """The words of a list, as one bag."""
    return bag_of(" ".join(word_list("en", role)))


@cache
def cores() -> BagIndex[str]:
    """The names of the series of which `of_whole` tells what else may be said, each word as its like."""
    named = ((likened(bag), naming.indicator) for bag, naming in by_bag().items())
    return BagIndex([(bag, code) for bag, code in named if code is not None and of_whole_likened().get(code)])


@cache
def of_whole() -> Mapping[str, Bag]:
    """For each base the words that say no more than all of it: deposits "of financial institutions"."""
    known = {base: bag_of(" ".join(words)) for base, words in word_lists("en", "of_whole").items()}
    larger = known.pop("larger")
    of_industry = (row for row in kinds().values() if row.family == "industry" and row.kind != "COUNT")
    for base in {row.base for row in of_industry if row.breakdown.startswith("BTE")} - {"PPI", "PPIRM"}:
        known[base] = known.get(base, frozenset()) | larger
    for row in kinds().values():
        if row.kind == "COUNT" and row.code in known:
            known[row.code] |= bag_in("told.numbers")
    wholes = {code: series.base or "" for code, series in series_by_code().items() if is_total(series.breakdown)}
    return MappingProxyType({code: known[base] for code, base in wholes.items() if base in known} | known)


@cache
def of_whole_likened() -> Mapping[str, Bag]:
    """The same with each word as its like."""
    return MappingProxyType({base: likened(bag) for base, bag in of_whole().items()})
