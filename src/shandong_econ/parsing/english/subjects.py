"""What a group of English figures measures: the series that its words name, or one that was named before."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure, Status
from shandong_econ.parsing.english.asides import MONEY
from shandong_econ.parsing.english.containers import told_in_containers
from shandong_econ.parsing.english.counted_things import count_of, some_of_them
from shandong_econ.parsing.english.crops import by_unit, produced
from shandong_econ.parsing.english.deeds import Done
from shandong_econ.parsing.english.divisions import divisions_counted
from shandong_econ.parsing.english.increases import increase_of
from shandong_econ.parsing.english.lone_nouns import is_short_for_another
from shandong_econ.parsing.english.naming import (
    is_bare,
    is_place,
    named,
    names_nothing,
    of_pronoun,
    with_partner,
    without_anaphor,
)
from shandong_econ.parsing.english.objects import more_of, object_of
from shandong_econ.parsing.english.places import series_named, without_places
from shandong_econ.parsing.english.possessives import are_some, owned
from shandong_econ.parsing.english.projects import PROJECTS, is_of_projects
from shandong_econ.parsing.english.revisions import revised_growth
from shandong_econ.parsing.english.run_in import of_run_in
from shandong_econ.parsing.english.said import Said
from shandong_econ.parsing.english.share_subjects import of_share
from shandong_econ.parsing.english.theirs import of_theirs
from shandong_econ.parsing.english.told_by_verb import by_verb_alone, is_told_by_verb
from shandong_econ.parsing.english.unit_nouns import counts_by_unit, is_told_of, told_by_unit
from shandong_econ.parsing.english.wholes import whole_told
from shandong_econ.parsing.english.within import CONTRIBUTES, grown_within, told_within
from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, Series, is_total, put_together
from shandong_econ.parsing.finding.series_english import is_part, name_series_english
from shandong_econ.parsing.resolving.abroad import is_abroad, without_country
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT, RATES, WEIGHTS


def subject_of(scene: Scene, clues: Clues, figure: Figure, said: Said, *, first: bool) -> Subject:
    """The subject of a figure; `first` is whether it is the first of its sentence."""
    go_on_behind(scene, clues, figure)
    before, base = scene.subject, scene.base
    subject = _by_nouns(scene, clues, figure, said, first=first)
    if clues.priced and (priced := _price_of(scene, subject)).code is not None:
        scene.subject = subject = attrs.evolve(subject, series=priced)
    if clues.narrowed and subject is not before:
        scene.subject = subject = attrs.evolve(subject, series=Series(None, subject.series.base, None))
    if (headed := of_run_in(scene, clues, subject)) is not subject:
        scene.subject = subject = headed
        scene.base = headed.series.base or scene.base
    own = None if said.done is None else _by_verb(subject, said.done, figure, clues, carried=subject is before)
    if own is not None:
        scene.subject, scene.base, subject = own, own.series.base or base, own
    elif is_told_by_verb(clues, figure, thing=object_of(scene, clues, figure)):
        subject = by_verb_alone(scene, clues, subject, carried=subject is before)
    if figure.unit in MONEY and is_of_projects(scene, clues, subject):
        scene.subject = subject = attrs.evolve(subject, series=put_together(PROJECTS, "_T"))
    if (crop := by_unit(subject, figure.unit)) is not subject:
        scene.subject = subject = crop
    if clues.counted.rpartition(" ")[2] in word_set("area.divisions"):
        scene.among = (subject, before)
    return subject


def go_on_behind(scene: Scene, clues: Clues, figure: Figure) -> None:
    """Goes on with what was told before places were counted: "Yibin led the 21 cities with growth of 9.6 percent"."""
    among = scene.among
    if among is None or scene.subject.label != among[0].label or clues.counted or Says.SHARE in clues.says:
        return
    same = figure.unit in PERCENT or figure.ordinal or (figure.unit in MONEY and among[1].series.code)
    if same and among[1] is not NO_SUBJECT:
        scene.subject = among[1]


def _price_of(scene: Scene, subject: Subject) -> Series:
    """The series of the price of a thing that is said to be cheaper or dearer, or of what is bought of it."""
    named_so = (f"{noun} of {subject.label}" for noun in word_list("en", "price.noun"))
    priced = (series_named(words, None, scene.places.local_places) for words in named_so)
    return next((series for series in priced if series.code is not None), NO_SERIES)


def _by_verb(subject: Subject, done: Done, figure: Figure, clues: Clues, *, carried: bool) -> Subject | None:
    """The subject that a verb names, unless the nouns name a series by themselves and not only a part of one."""
    own = None if carried or is_part(subject.label) else name_series_english(subject.label, None).code
    if own is not None and fits(own, figure.unit):
        return attrs.evolve(subject, series=done.subject.series) if own == done.whole.code else None
    if done.subject.series.code is not None or carried:
        return done.subject
    if done.whole == NO_SERIES:
        return None
    by_verb = subject.label == done.thing or subject.label.lower() in word_set("pronoun.persons")
    by_verb = by_verb or (bool(clues.more_of) and subject.label == done.doer)  # "shops sold 7 percent fewer cars"
    return Subject(done.subject.label if by_verb else subject.label, done.subject.series)


def _by_nouns(scene: Scene, clues: Clues, figure: Figure, said: Said, *, first: bool) -> Subject:
    """The subject of a figure by the nouns around it."""
    words, owner = without_anaphor(clues.words), scene.possessor
    if figure.unit in PERCENT | MONEY and (theirs := of_pronoun(scene, clues.words)) is not None:
        return theirs
    if not clues.says.isdisjoint(CONTRIBUTES) and name_series_english(clues.relative, None).base == "GDP":
        scene.base = "GDP"  # what contributes to that does so with its value added
    if figure.ordinal or Says.STREAK in clues.says:
        if clues.ranked_in and names_nothing(scene, words):
            return named(scene, clues.ranked_in)
        nothing = is_bare(words) or is_place(scene, words)
        if nothing and first and clues.ranked_as and clues.ranked_as.lower() not in word_set("growth_nouns.economy"):
            return named(scene, clues.ranked_as)  # "it is the second largest producer of tea"
        goes_on = nothing and scene.subject is not NO_SUBJECT
        return scene.subject if goes_on else named(scene, words)
    if clues.among and clues.did and not clues.counted and (is_bare(words) or words in clues.among):
        whole = series_named(clues.among, scene.base, scene.places.local_places)
        return Subject(f"{clues.among} {clues.did}", Series(None, whole.base, None))
    if clues.of_them and clues.did and not clues.counted:
        return Subject(f"{scene.subject.label} {clues.did}", Series(None, scene.subject.series.base, None))
    if clues.of_them:
        return some_of_them(scene, clues, first=first)
    told_of = is_told_of(scene, clues, words, figure)
    if not clues.counted and counts_by_unit(scene, clues, words, figure):
        return told_by_unit(scene, words, figure)
    if clues.counted and not told_of and figure.unit in COUNTED | {None} and not clues.side:
        scene.base = (
            name_series_english(without_places(words, scene.places.local_places), scene.base).base or scene.base
        )
        return divisions_counted(scene, clues, clues.counted, part=said.is_part) or count_of(scene, clues, figure)
    if clues.more_of and said.done is None and series_named(words, scene.base, scene.places.local_places).code is None:
        return more_of(scene, clues, words)
    if clues.complement and said.part_of is None and figure.unit in COUNTED | {None}:
        return Subject(clues.complement, series_named(clues.complement, scene.base, scene.places.local_places))
    if clues.complement and clues.of_which and figure.unit not in PERCENT and said.part_of is None:
        scene.subject = Subject(clues.complement, series_named(clues.complement, scene.base, scene.places.local_places))
        return scene.subject
    thing = "" if told_of or figure.unit in RATES else clues.counted or object_of(scene, clues, figure)
    if thing and clues.acts in word_set("told_by_verb.giving"):
        scene.subject = Subject(thing)  # "the firms paid 780 million yuan in taxes", which are not all taxes
        return scene.subject
    if thing and not is_bare(thing):
        if names_nothing(scene, words):
            return produced(scene, named(scene, thing))
        if name_series_english(without_places(words, scene.places.local_places), scene.base).code is None:
            for phrase in (f"{without_places(words, scene.places.local_places)} {thing}", thing):
                if name_series_english(phrase, scene.base).code is not None:
                    return named(scene, phrase)
        if figure.unit in WEIGHTS and clues.acts:
            return named(scene, thing)  # "the port cleared 28 million tonnes of iron ore"
    if (part := of_share(scene, clues, words)) is not None:
        return part
    grows = figure.unit in PERCENT or (figure.unit == "RO" and clues.verb and figure.word)
    if grows and (narrower := grown_within(scene, clues, said, first=first)) is not None:
        said.inside = True
        return narrower
    amount = figure.unit not in RATES
    within = amount or (figure.unit in PERCENT and is_bare(words))
    if within and (part := told_within(scene, clues, words, amount=amount)) is not None:
        return part
    if figure.unit == "TEU" and (boxes := told_in_containers(scene, words)) is not None:
        return boxes
    grows = clues.noun > 0 and first
    goes_on = figure.unit in PERCENT and scene.subject is not NO_SUBJECT  # "R&D took 1.9 percent; city hall wants 2.3"
    if (grows or goes_on) and scene.plans.status is not Status.A and _sets_goals(words):
        words = ""  # "the government set a growth target of 6 percent"
    economy = without_country(scene, words).lower() in word_set("growth_nouns.economy")
    economy = economy and scene.subject.series.code == "GDP"
    if economy and not clues.where and not is_short_for_another(scene, words, "GDP"):
        return scene.subject
    if said.head:
        return named(scene, said.head)  # "the profits of mining were 9 million; of manufacturing, 7"
    if is_bare(words) and (revised := revised_growth(scene, clues, figure.unit)) is not None:
        scene.subject = revised
        return revised
    if clues.instead and (other := with_partner(scene, clues.instead, words)) is not None:
        return other
    if is_bare(words) and figure.unit in MONEY and (increase := increase_of(scene, clues)) is not None:
        return increase
    if is_bare(words) and clues.aims and figure.unit in PERCENT and not scene.recent:
        clues.noun, scene.base = 1, None
        return named(scene, word_list("en", "growth_nouns.of_all")[0])  # "For 2023 the targets are bolder: 6 percent"
    if is_bare(words) or is_place(scene, words):
        return _carried(scene, clues, said, first=first)
    if clues.pronoun and (theirs := owned(scene, clues.pronoun, words)) is not None:
        return theirs
    if said.doer and (name_series_english(words, scene.base).base or name_series_english(words, None).base):
        doer = without_places(said.doer, scene.places.local_places)
        series = name_series_english(by_doer := f"{doer} {words}", scene.base)
        own = name_series_english(words, scene.base)
        tells_part = own.code is not None and not is_total(own.breakdown)
        # "investment rose, with spending on schools up", "exports rose, with coal exports up"
        if tells_part or doer.lower().rpartition(" ")[2] in words.lower().split():
            return named(scene, words)
        if series.breakdown not in (None, "_T") or (series.code is None and are_some(doer)):
            return named(scene, by_doer)  # "46 chains yielded revenue": theirs, not that of all
    return of_theirs(scene, clues, named(scene, words, clues.instead), owner)


def _sets_goals(words: str) -> bool:
    """Whether a noun phrase names who sets a goal for all that is made, not what is to grow."""
    return words.lower().rpartition(" ")[2] in word_set("growth_nouns.setters")


def _carried(scene: Scene, clues: Clues, said: Said, *, first: bool) -> Subject:
    """The subject of a figure whose own words name none."""
    if said.part_of is not None:
        whole = divisions_counted(scene, clues, said.part_of.label, part=True)
        doers = f"{said.part_of.label} {clues.did}"
        told = series_named(doers, scene.base, scene.places.local_places) if clues.did else NO_SERIES
        if told.code not in (None, said.part_of.series.code):
            return Subject(doers, told)  # "of the 2,140 industrial firms 412 made a loss"
        return whole or Subject(clues.complement or said.part_of.label)
    theirs = Says.SHARE in clues.says and scene.subject.label.startswith(said.antecedent)
    if said.antecedent and not first and (clues.verb or theirs):
        words, said.antecedent = said.antecedent, ""
        return named(scene, words)
    alone = scene.subject is NO_SUBJECT and (clues.area is not None or not is_abroad(scene))
    opens = scene.plans.status is not Status.A or alone
    if clues.noun > 0 and first and opens:
        return named(scene, word_list("en", "growth_nouns.of_all")[0])
    if first and scene.position.opens_paragraph and scene.grown is not None and is_abroad(scene):
        noun = without_anaphor(clues.words).lower()
        if noun and noun in scene.grown.label.lower().split():
            scene.subject = scene.grown  # "volumes", in a report on sales volumes
            return scene.subject
    if first and scene.headed and clues.pronoun in word_set("owner.whole"):
        topic = name_series_english(scene.headed, scene.base)
        if topic.code is not None:  # "farm products came next. They were worth 5 billion"
            return named(scene, scene.headed)
    if first and scene.position.opens and scene.main_before and clues.averages:
        scene.subject = scene.main_before  # after prices of services "the average" is that of all
    goes_back = not word_set("back.whole").isdisjoint((clues.words.lower(), clues.counted.lower()))
    if goes_back and (all_of_it := whole_told(scene)) is not None:
        scene.subject = all_of_it
    elif _is_theirs(clues) and scene.recent and scene.recent[-1].measure is Measure.LEVEL:
        return scene.recent[-1].subject  # "3.5 million were sows, and their number was up"
    return scene.subject


def _is_theirs(clues: Clues) -> bool:
    """Whether a noun is told of those before, "their number", and not they themselves do something: "it put"."""
    return bool(clues.pronoun and clues.words) and clues.words.lower() not in word_set("pronoun.subjects")
