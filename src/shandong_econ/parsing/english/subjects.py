"""What a group of English figures measures: the series that its words name, or one that was named before."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.by_nouns import by_nouns
from shandong_econ.parsing.english.crops import OUTPUT, by_unit, is_product
from shandong_econ.parsing.english.deeds import Done, is_dealt, without_verb
from shandong_econ.parsing.english.denominators import HOME
from shandong_econ.parsing.english.hosts import of_sights, spent_by_tourists
from shandong_econ.parsing.english.listed_words import noun_of
from shandong_econ.parsing.english.naming import is_bare, is_place, named
from shandong_econ.parsing.english.objects import object_of
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.projects import PROJECTS, is_of_projects
from shandong_econ.parsing.english.recipients import of_recipient, with_partner_behind
from shandong_econ.parsing.english.run_in import of_run_in
from shandong_econ.parsing.english.said import Said
from shandong_econ.parsing.english.told_by_verb import by_verb_alone, is_told_by_verb
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, Series, is_stock, put_together
from shandong_econ.parsing.finding.series_english import is_part, name_series_english
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, MONEY, PERCENT, RATES


def subject_of(scene: Scene, clues: Clues, figure: Figure, said: Said, *, first: bool) -> Subject:
    """The subject of a figure; `first` is whether it is the first of its sentence."""
    if clues.answer:
        scene.subject = Subject(clues.answer)
        return scene.subject
    go_on_behind(scene, clues, figure)
    there = said.there and _is_thing(name_series_english(clues.counted, None))
    scene.base = None if there and scene.base == OUTPUT else scene.base
    before, base = scene.subject, scene.base
    subject = by_nouns(scene, clues, figure, said, first=first)
    if there and is_product(subject.series):  # "there were 9 million pigs", which is no output
        herd = put_together("HERD", subject.series.breakdown or "")
        scene.base, scene.subject = None, attrs.evolve(subject, series=herd if herd.code else NO_SERIES)
        return scene.subject
    if clues.priced and (priced := _price_of(scene, subject)).code is not None:
        scene.subject = subject = attrs.evolve(subject, series=priced)
    if clues.narrowed and not clues.pronoun and subject is not before:
        label = f"{subject.label} {clues.modifier}".strip()  # "sales | realized via the Internet"
        scene.subject = subject = Subject(label, Series(None, subject.series.base, None), subject.is_rate)
    subject = of_recipient(scene, clues, subject)
    if (headed := of_run_in(scene, clues, subject)) is not subject:
        scene.subject = subject = headed
        scene.base = headed.series.base or scene.base
    own = None if said.done is None else _by_verb(subject, said.done, figure, clues, carried=subject is before)
    if own is not None:
        dealt = figure.unit not in COUNTED and is_dealt(own)  # of the power "transmitted", no part is generated
        scene.subject, scene.base, subject = own, own.series.base or (None if dealt else base), own
    elif is_told_by_verb(clues, figure, thing=object_of(scene, clues, figure)):
        subject = by_verb_alone(scene, clues, subject, carried=subject is before)
    subject = with_partner_behind(scene, clues, subject)
    sold = clues.acts in word_set("told_by_verb.of_made") or ((clues.of_which or clues.of_them) and is_dealt(before))
    if sold and figure.unit not in MONEY | RATES and is_product(subject.series):
        subject = attrs.evolve(subject, series=NO_SERIES)  # what is sold or burned is no output
        scene.subject = subject if clues.acts else scene.subject
    if figure.unit in MONEY and is_of_projects(scene, clues, subject):
        scene.subject = subject = attrs.evolve(subject, series=put_together(PROJECTS, "_T"))
    subject = spent_by_tourists(scene, of_sights(scene, clues, subject, figure, said.doer), figure)
    if (crop := by_unit(subject, figure)) is not subject:
        scene.subject = subject = crop
    if _is_of_homes(clues, subject) or _is_of_employer(scene, clues, subject):
        scene.subject = subject = attrs.evolve(subject, series=NO_SERIES)
    if clues.counted.rpartition(" ")[2] in word_set("area.divisions") or _adds(clues, subject, before):
        scene.among = (subject, before)
    return subject


def _is_thing(series: Series) -> bool:
    """Whether words name what is made or raised."""
    return is_stock(series) or (series.breakdown or "").startswith("P:")


def _is_of_homes(clues: Clues, subject: Subject) -> bool:
    """Whether income is that of a household, which is none per head: "household income", "3,000 yuan per family"."""
    homes = not word_set("denominators.homes").isdisjoint(map(noun_of, subject.label.split())) and clues.per != "PS"
    income = (subject.series.code, subject.series.base) == (None, "INCOME_PC")
    return (homes and income) or (clues.per == HOME and subject.series.base is not None)


def _is_of_employer(scene: Scene, clues: Clues, subject: Subject) -> bool:
    """Whether jobs are those that somebody offers, not all that are new in a place: "the project created 800 jobs"."""
    bare = subject.series.code == _JOBS and " " not in subject.label
    some = clues.predicate.startswith(tuple(f"{subject.label} {link} " for link in word_set("recipients.of_jobs")))
    return bare and (some or not (is_bare(clues.words) or is_place(scene, clues.words)))


_JOBS = "NEW_URBAN_JOBS"


def _adds(clues: Clues, subject: Subject, before: Subject) -> bool:
    """Whether a part is told to add points to what was spoken of."""
    return Says.CONTRIBUTION in clues.says and subject.series.code is None and before.series.code is not None


def go_on_behind(scene: Scene, clues: Clues, figure: Figure) -> None:
    """Goes on with what was told before places were counted: "Yibin led the 21 cities with growth of 9.6 percent".

    Or, of a place, with what something was told to add to: "cars added 2 points to GDP. Anhui came third".
    """
    among = scene.among
    streak = Says.STREAK in clues.says  # of a year, which it does not count
    other = (clues.counted and not streak) or Says.SHARE in clues.says
    if among is None or scene.subject.label != among[0].label or other:
        return
    added = among[0].label.rpartition(" ")[2] not in word_set("area.divisions")
    same = figure.ordinal or (figure.unit in MONEY and among[1].series.code) or (figure.unit in PERCENT and not added)
    if same and among[1] is not NO_SUBJECT and (clues.area is not None or not added):
        scene.subject = among[1]
    elif figure.unit in PERCENT and among[1] is NO_SUBJECT and (clues.noun > 0 or clues.beside):
        named(scene, word_list("en", "growth_nouns.of_all")[0])  # "17 provinces were faster. Yunnan had growth of"


def _price_of(scene: Scene, subject: Subject) -> Series:
    """The series of the price of a thing that is said to be cheaper or dearer, or of what is bought of it."""
    named_so = (f"{noun} of {subject.label}" for noun in word_list("en", "price.noun"))
    priced = (series_named(words, None, scene.places.local_places) for words in named_so)
    return next((series for series in priced if series.code is not None), NO_SERIES)


def _by_verb(subject: Subject, done: Done, figure: Figure, clues: Clues, *, carried: bool) -> Subject | None:
    """The subject that a verb names, unless the nouns name a series by themselves and not only a part of one."""
    if clues.complement and clues.complement == subject.label and subject.series.base == done.whole.base:
        return None  # "it generated 90 billion kWh, 20 billion of which was from | the sun"
    if done.whole == NO_SERIES and subject.series.code and subject.label == done.doer and not carried:
        return attrs.evolve(subject, series=NO_SERIES)  # "industrial firms | put 4 billion yuan into" it
    own = None if carried or is_part(subject.label) else name_series_english(subject.label, None).code
    dealt = is_stock(subject.series) and subject.label == done.thing  # "slaughtered 3 million | live pigs"
    dealt |= done.implied and subject.label == done.thing  # "waterways carried 3 million tons of | cargo"
    if own is not None and fits(own, figure.unit) and not dealt:
        return attrs.evolve(subject, series=done.subject.series) if own == done.whole.code else None
    made = not word_set("told_by_verb.making").isdisjoint(token.word for token in done.verb)
    if done.subject.series.code is not None or carried:
        again = carried and made and figure.unit not in RATES  # "exported 300 cars and | built 500"
        series = name_series_english(without_verb(done.subject.label), OUTPUT) if again else NO_SERIES
        return attrs.evolve(done.subject, series=series) if is_product(series) else done.subject
    if done.whole == NO_SERIES:
        told = " ".join((subject.label, *(token.word for token in done.verb)))
        product = is_product(subject.series)
        same = done.subject.label in (told, subject.label) and figure.unit not in RATES
        same = same and (subject.series.code is None or (product and not made))
        series = name_series_english(subject.label, None) if made and subject.series == NO_SERIES else subject.series
        series = NO_SERIES if product and not made else series  # "exported 900 cars": cars exported
        return Subject(done.subject.label, series) if same else None
    by_verb = subject.label == done.thing or subject.label.lower() in word_set("pronoun.persons")
    by_verb = by_verb or (bool(clues.more_of) and subject.label == done.doer)  # "shops sold 7 percent fewer cars"
    return Subject(done.subject.label if by_verb else subject.label, done.subject.series)
