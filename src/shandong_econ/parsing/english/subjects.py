"""What a group of English figures measures: the series that its words name, or one that was named before."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Period, Status
from shandong_econ.parsing.english.asides import MONEY
from shandong_econ.parsing.english.places import series_named, without_places
from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import Series, put_together
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.measures import COUNTED, PERCENT
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Subject
from shandong_econ.parsing.resolving.scene import Scene


@attrs.define
class Said:
    """What the sentence has said that later figures leave out: the whole of a count, what a "that" relates to."""

    part_of: Subject | None = None
    antecedent: str = ""
    inside: bool = False
    is_part: bool = False
    goes_back: bool = False
    comparison: Comparison | None = None
    looked_back: tuple[Comparison, Period | None] | None = None
    doer: str = ""


def subject_of(scene: Scene, clues: Clues, figure: Figure, said: Said, *, first: bool) -> Subject:
    """The subject of a figure; `first` is whether it is the first of its sentence."""
    words = "" if clues.words.lower().rpartition(" ")[2] in word_set("pronoun.subjects") else clues.words
    if not clues.says.isdisjoint(_CONTRIBUTES) and name_series_english(clues.relative, None).base == "GDP":
        scene.base = "GDP"  # what contributes to that does so with its value added
    if figure.ordinal or Says.STREAK in clues.says:
        return scene.subject if is_bare(words) and scene.subject is not NO_SUBJECT else named(scene, words)
    if clues.counted and figure.unit in COUNTED | {None} and not clues.side:
        scene.base = name_series_english(without_places(words, scene.local_places), scene.base).base or scene.base
        return _industries(scene, clues.counted, part=said.is_part) or _counted(scene, clues)
    if clues.complement and said.part_of is None and figure.unit in COUNTED | {None}:
        return Subject(clues.complement, series_named(clues.complement, scene.base, scene.local_places))
    thing = "" if figure.unit in PERCENT | {"PPT", "RO"} else clues.counted or _object(scene, clues, figure)
    if thing and not is_bare(thing):
        if clues.deed and clues.counted:
            return named(scene, f"{word_list('en', f'deed_names.{clues.deed[5:]}')[0]} of {thing}")
        if _names_nothing(scene, words):
            return _produced(scene, named(scene, thing), figure)
        if name_series_english(without_places(words, scene.local_places), scene.base).code is None:
            for phrase in (f"{without_places(words, scene.local_places)} {thing}", thing):
                if name_series_english(phrase, scene.base).code is not None:
                    return named(scene, phrase)
    if figure.unit in PERCENT and (narrower := _within(scene, clues, said, first=first)) is not None:
        said.inside = True
        return narrower
    if figure.unit == "TEU" and is_bare(words) and scene.subject.series.base == "CR_EXPRESS_TRAINS":
        return Subject(scene.subject.label)  # what trains have aboard is no throughput
    if figure.unit == "TEU" and _is_of_ports(scene, words):
        return named(scene, word_list("en", "unit_names.TEU")[0])
    if figure.word and figure.unit == "NUM" and scene.entity is not None and words == scene.entity.name:
        return named(scene, figure.word)
    if clues.deed and (done := _done(scene, words, clues.deed.removeprefix("deed."))) is not None:
        return done
    if clues.part and clues.complement:
        share = f"share of {clues.complement} {scene.subject.label.rpartition(' ')[2]}"
        own = name_series_english(share, None)  # "of which 80 percent went to livelihoods": the share of that spending
        if own.code is None:
            own = series_named(clues.complement, scene.base, scene.local_places)
        return Subject(clues.complement, own)
    if Says.SHARE in clues.says and clues.spent_on:
        return named(scene, clues.spent_on)
    if clues.noun > 0 and first and scene.status is not Status.A and _sets_goals(words):
        words = ""  # "the government set a growth target of 6 percent"
    if words.lower() in word_set("growth_nouns.economy") and scene.subject.series.code == "GDP":
        return scene.subject
    if Says.SHARE in clues.says and clues.heads and is_bare(words) and not is_bare(clues.relative):
        return named(scene, clues.relative)
    if is_bare(words) or is_place(scene, words):
        return _carried(scene, clues, said, first=first)
    if said.doer and name_series_english(words, scene.base).code is not None:
        owned = f"{without_places(said.doer, scene.local_places)} {words}"
        if name_series_english(owned, scene.base).breakdown not in (None, "_T"):
            return named(scene, owned)  # "46 chains yielded revenue": theirs, not that of all
    return named(scene, words)


def _sets_goals(words: str) -> bool:
    """Whether a noun phrase names who sets a goal for all that is made, not what is to grow."""
    return words.lower().rpartition(" ")[2] in word_set("growth_nouns.setters")


def _is_of_ports(scene: Scene, words: str) -> bool:
    """Whether what is counted in containers is what ports handle: no subject, a place, or words of ports before it."""
    if name_series_english(words, scene.base).code is not None:
        return False
    handled = {word.strip(",.").lower() for word in words.split()} & word_set("unit_names.TEU_of")
    return is_bare(words) or is_place(scene, words) or bool(handled)


_CONTRIBUTES = frozenset({Says.CONTRIBUTION, Says.CONTRIBUTION_RATE})


def _done(scene: Scene, words: str, verb: str) -> Subject | None:
    """What a verb such as "exported" names: of a place, or of a part of those who did so."""
    deed = word_list("en", f"deed_names.{verb}")[0]
    if is_bare(words) or is_place(scene, words):
        scene.subject = attrs.evolve(named(scene, deed), label=verb)
        return scene.subject
    doers = f"{deed} of {words}"
    series = name_series_english(without_places(doers, scene.local_places), scene.base)
    return None if series.code is None else named(scene, doers)


def _object(scene: Scene, clues: Clues, figure: Figure) -> str:
    """What an amount of money is of, where that follows as an object: "took in 8 billion yuan in taxes"."""
    if clues.verb or Says.STATES in clues.says or figure.unit not in MONEY or is_place(scene, clues.within):
        return ""
    acts = Says.LEVEL_VERB in clues.says or name_series_english(clues.within, None).code is not None
    return clues.within if acts else ""


def _counted(scene: Scene, clues: Clues) -> Subject:
    """The series of things that are counted; what is said of them may tell it: "people were employed in towns"."""
    subject = named(scene, clues.counted)
    tail = clues.predicate.lower().removeprefix(clues.counted.lower()).split()
    if subject.series.code is not None and tail and tail[0] in word_set("size.worth"):
        return attrs.evolve(
            subject, series=Series(None, subject.series.base, None)
        )  # "17 projects worth over" 1 billion
    if subject.series.code is not None or _names_nothing(scene, clues.predicate):
        return subject
    told = name_series_english(without_places(clues.predicate, scene.local_places), scene.base)
    return subject if told.code is None else named(scene, clues.predicate)


def _within(scene: Scene, clues: Clues, said: Said, *, first: bool) -> Subject | None:
    """The narrower series that stands after the figure: "an increase of 1.9% in manufacturing"."""
    inside, words = clues.within, clues.words
    if not clues.says.isdisjoint(_CONTRIBUTES):
        return None  # "57% of the increase in prices"
    if not inside or not (clues.verb or clues.carries_on) or is_bare(inside) or is_place(scene, inside):
        return None
    if _names_nothing(scene, inside):
        return named(scene, inside) if (first or said.inside) and is_bare(words) else None
    outer = name_series_english(words, scene.base)
    whole = without_places(f"{words} {inside}", scene.local_places)
    if not is_bare(words) and outer.code is None and name_series_english(whole, scene.base).code is not None:
        return named(scene, whole)  # "enterprises saw an increase of 5 percent in value added"
    narrower = name_series_english(inside, outer.base or scene.base)
    if not is_bare(words):
        if narrower.breakdown is None:
            return None
        named(scene, words)
    return named(scene, inside)


def _carried(scene: Scene, clues: Clues, said: Said, *, first: bool) -> Subject:
    """The subject of a figure whose own words name none."""
    if said.part_of is not None:
        whole = _industries(scene, said.part_of.label, part=True)
        return whole or Subject(clues.complement or said.part_of.label)
    if said.antecedent and not first and clues.verb:
        words, said.antecedent = said.antecedent, ""
        return named(scene, words)
    if clues.noun > 0 and first and scene.status is not Status.A:
        return named(scene, word_list("en", "growth_nouns.of_all")[0])
    return scene.subject


def _produced(scene: Scene, subject: Subject, figure: Figure) -> Subject:
    """A quantity of a product is its output, where nothing else was spoken of."""
    part = subject.series.breakdown
    if part is None or not part.startswith("P:") or scene.base not in (None, "OUTPUT"):
        return subject
    scene.base = "OUTPUT"
    scene.subject = attrs.evolve(subject, series=put_together("OUTPUT", part))
    return scene.subject


_PRICES = frozenset({"CPI", "PPI", "PPIRM"})


def _industries(scene: Scene, words: str, *, part: bool = False) -> Subject | None:
    """The divisions of industry, counted: all that there are, or those that grew of a number named before."""
    named_so = (name_series_english(words, None).code or "").startswith("IVA_INDUSTRIES")
    if not named_so and words.lower() not in word_set("industries.words"):
        return None
    if scene.base in _PRICES:
        scene.subject = Subject(words)
        return scene.subject
    before = scene.recent[-1].subject.series.code if scene.recent else None
    of_whole = part and before != "IVA_INDUSTRIES_GROWING"
    code = "IVA_INDUSTRIES_GROWING" if of_whole or before == "IVA_INDUSTRIES_TOTAL" else "IVA_INDUSTRIES_TOTAL"
    scene.subject = Subject(words, Series(code, scene.base, None))
    return scene.subject


def _names_nothing(scene: Scene, words: str) -> bool:
    """Whether a noun phrase names no series and no thing: it is empty, a place or a pronoun."""
    return is_bare(words) or name_series_english(without_places(words, scene.local_places), scene.base).base is None


# ---------------------------------------------------------------------- names


def named(scene: Scene, words: str) -> Subject:
    """The subject that a noun phrase names, which is what the text goes on about."""
    words = _without_that_of(words)
    if words and _heads(scene.subject, words):
        return scene.subject
    series = series_named(words, scene.base, scene.local_places)
    scene.base = series.base or scene.base
    scene.subject = Subject(words, series, is_rate(words))
    return scene.subject


def _heads(subject: Subject, words: str) -> bool:
    """Whether a noun is the head of the name of what was spoken of: after "freight train trips", "trips" are those."""
    label = subject.label.lower()
    if subject.series.code is None or not label.endswith(f" {words.lower()}"):
        return False
    if label.startswith(word_list("en", "stop.per_head")):
        return False
    return word_set("head.not_in").isdisjoint(label.split())


_HOW = "ly"


def is_bare(words: str) -> bool:
    """Whether a noun phrase says nothing of its own: it is empty or stands for what was named before."""
    kept = [w for w in words.lower().split() if w not in word_set("pronoun.articles")]
    if kept and kept[-1].endswith(_HOW) and len(kept) == 1 and kept[0] not in word_set("pronoun.not_adverbs"):
        return True  # "yearly", "nominally": only how it grew
    return not kept or " ".join(kept) in word_set("pronoun.same")


def is_place(scene: Scene, words: str) -> bool:
    """Whether a noun phrase names only a place."""
    return not is_bare(words) and is_bare(without_places(words, scene.local_places))


def is_rate(words: str) -> bool:
    """Whether a noun phrase is headed by the name of a rate."""
    head = words.lower().partition(" of ")[0]
    return head.endswith(word_list("en", "rate.ends"))


def _without_that_of(words: str) -> str:
    for phrase in word_list("en", "link.that_of"):
        if words.lower().startswith(f"{phrase} "):
            return words[len(phrase) + 1 :]
    return words
