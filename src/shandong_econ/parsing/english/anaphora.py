"""Which items of the list before a phrase such as "the former" or "the first two" goes back to."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.series import put_together
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.readings import Mention, Reading, Subject


def side_of(subjects: Sequence[str]) -> int:
    """-1 where the last of the subjects goes back to the first of two things, 1 where to the last, 0 otherwise."""
    bare = " ".join(w for w in "".join(subjects[-1:]).lower().split() if w not in word_set("pronoun.articles"))
    return (bare in word_set("back.last")) - (bare in word_set("back.first"))


def sides_of(told: Sequence[Reading]) -> list[Subject]:
    """The two series that a gap told last sets beside each other: "exports rose, 2 points faster than imports"."""
    if not told or told[-1].measure is not Measure.GAP or not told[-1].relative_to:
        return []
    other = told[-1].relative_to
    series = name_series_english(other, None)
    return [] if series.code is None else [told[-1].subject, Subject(other, series)]


def gone_back_to(words: str, listed: Sequence[Mention], count: int) -> Sequence[Mention]:
    """The `count` items of the list before for which these words stand, if they stand for any."""
    bare = " ".join(w for w in words.lower().split() if w not in word_set("pronoun.articles"))
    number, _, noun = bare.rpartition(" ")
    bare = number if number and noun in word_set("area.divisions") else bare  # "the two cities"
    if not bare or len(listed) < max(2, count):
        return ()
    if bare in word_set("back.first"):
        return listed[:count]
    if bare in word_set("back.last"):
        return listed[-count:]
    return listed if bare in word_set("back.all") and len(listed) == count else ()


def of_one(words: str, listed: Sequence[Mention], base: str | None) -> Subject | None:
    """What a noun names of an item of the list before: "the income of the former"."""
    for role, at in (("back.of_first", 0), ("back.of_last", -1)):
        for phrase in word_list("en", role):
            if listed and words.lower().endswith(f" {phrase}"):
                noun, item = words[: -len(phrase) - 1], listed[at].subject
                series = name_series_english(noun, base)
                part = item.series.breakdown or name_series_english(item.label, None).breakdown
                whole = series.base or base
                return None if whole is None else Subject(f"{noun} of {item.label}", put_together(whole, part or ""))
    return None


def of_each(words: str, listed: Sequence[Mention], count: int, base: str | None) -> list[Subject]:
    """What a noun names of each of the items of the list before: "trade with the three", "exports to them"."""
    noun, items = _parted(words), [one.subject for one in listed]
    if noun is None or len(items) != count or any(one.series.breakdown is None for one in items):
        return []
    head, link = noun
    whole = name_series_english(head, None).base or base
    if whole is None:
        return []
    parts = (put_together(whole, one.series.breakdown or "") for one in items)
    return [Subject(f"{head} {link} {one.label}", part) for one, part in zip(items, parts, strict=True)]


def _parted(words: str) -> tuple[str, str] | None:
    """A noun and the link that leads from it to all of those told before: "exports" and "to", of "exports to them"."""
    for link in word_list("en", "partner.each"):
        head, led, back = words.rpartition(f" {link} ")
        bare = " ".join(word for word in back.lower().split() if word not in word_set("pronoun.articles"))
        if led and not back.rpartition(" ")[2].isupper() and bare in word_set("back.all") | word_set("pronoun.objects"):
            return head, link
    return None


def told_last(recent: Sequence[Reading], count: int) -> Sequence[Mention]:
    """The `count` things of which figures told last, each of which may have several."""
    found: list[Mention] = []
    for reading in reversed(recent):
        if (one := Mention(reading.subject, reading.area)) not in found:
            found.append(one)
        if len(found) == count:
            break
    return found[::-1]
