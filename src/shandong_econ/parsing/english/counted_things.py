"""The series of things that are counted; what is said of them may tell it: "people were employed in towns"."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.parsing.english.crops import is_product
from shandong_econ.parsing.english.naming import named, names_nothing
from shandong_econ.parsing.english.places import series_named, without_places
from shandong_econ.parsing.english.those_that_did import those_that_moved
from shandong_econ.parsing.english.verb_forms import is_participle, verb_forms
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.bags import bag_of
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, Series, is_stock, kinds
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED

MILLIONS = 6  # the power of ten from which people are those of a place


def count_of(scene: Scene, clues: Clues, figure: Figure) -> Subject:
    """The series of things that are counted; what is said of them may tell it: "people were employed in towns"."""
    subject = named(scene, clues.counted)
    if (figure.value != int(figure.value) and not figure.power) or _is_measured(subject.series, clues.counted, figure):
        subject = _narrowed(scene, subject)  # "for 100 households there were 48.6 cars", which is no output
    vehicles, tail = _head(clues.words), clues.predicate.lower().removeprefix(clues.counted.lower()).split()
    if _last(clues.counted) in word_set("vehicles.trips") and not word_set("vehicles.lines").isdisjoint(tail):
        scene.subject = Subject(f"{clues.counted} {clues.counted_of or ' '.join(tail)}")
        return scene.subject  # "trips on its freight lines"
    if _last(vehicles) in word_set("vehicles.words") and _last(clues.counted) in word_set("vehicles.trips"):
        if subject.series.base != "CR_EXPRESS_TRAINS":
            scene.subject = Subject(clues.words, series_named(vehicles, None, scene.places.local_places))
        return scene.subject  # trips of trains are none of tourists
    tells = (
        clues.sized or len(bag_of(clues.counted)) > 1 or figure.power >= MILLIONS
    )  # "80 high-tech firms", "9.2 million residents"
    if tells and (clues.sized or not _counts(subject.series.code)):
        number = f"{word_list('en', 'told.numbers')[0]} of {clues.sized or clues.counted}"
        series = series_named(number, scene.base, scene.places.local_places)
        if _counts(series.code):
            scene.subject = subject = attrs.evolve(subject, series=series)
        if clues.sized and not holds_any(clues.sized, "en", "size.of_all"):
            sized = subject if _counts(series.code) else _narrowed(scene, subject)
            scene.subject = attrs.evolve(sized, label=clues.sized)  # "87 projects of 50 million yuan"
            return scene.subject
    if clues.predicate and _counts((those := those_that_moved(scene, clues.predicate)).code):
        scene.subject = Subject(clues.predicate, those)  # "1,203 firms | incurred losses"
        return scene.subject
    if (kind := _selected_as(clues)) is not None:
        scene.subject = kind
        return Subject(kind.label)  # "67 firms were selected as little giants", of which there are more
    if not names_nothing(scene, clues.predicate):
        told = name_series_english(without_places(clues.predicate, scene.places.local_places), scene.base)
        other = is_stock(told) != is_stock(subject.series) and (is_stock(told) or _counts(told.code))
        if other and told.code is not None:
            return named(scene, clues.predicate)  # "pigs were in stock" are not those that were slaughtered
        if told.code and not _counts(subject.series.code) and not _is_measured(told, clues.predicate, figure):
            subject, count = named(scene, clues.predicate), _told_as(scene, clues.predicate)
            scene.subject = attrs.evolve(subject, series=count) if _counts(count.code) else subject
            return scene.subject  # "11 industrial firms were above the designated size"
    if _counts(subject.series.code):
        return _of_some(scene, subject, clues.counted_of)
    were = _is_anybody(clues.counted) and not word_set("passive.be").isdisjoint(tail)  # "people in the area were idle"
    if tail and clues.counted_of and not were:  # "46 makers of printed circuit boards"
        scene.subject = subject = attrs.evolve(subject, label=f"{clues.counted} {clues.counted_of}")
    elif len(tail) > 1 and subject.series.code is None and tail[0] in word_set("passive.be") and is_participle(tail[1]):
        made = tail[1] in word_set("told_by_verb.making") or not is_product(subject.series)
        series = subject.series if made else NO_SERIES  # "cars were registered", which is no output
        scene.subject = subject = Subject(f"{clues.counted} {tail[1]}", series)  # "firms were floated"
    elif tail and subject.series.code is None and len(tail) < LONGEST_TALE and _tells_which(clues.counted, tail):
        scene.subject = subject = attrs.evolve(subject, label=clues.predicate)  # "people in work", "were out of work"
    return subject


def _selected_as(clues: Clues) -> Subject | None:
    """What things that are counted were made, if that has a series: "were newly listed as | 5A scenic spots"."""
    link = word_list("en", "counting.made_as")[0]
    kind = clues.predicate.partition(f" {link} ")[2].replace('"', "")
    pieces = kind.split()
    kinds_told = (" ".join(pieces[n:]) for n in range(len(pieces)))
    series = next((one for told in kinds_told if _counts((one := name_series_english(told, None)).code)), NO_SERIES)
    return Subject(kind, series) if series.code is not None else None


def _is_measured(series: Series, counted: str, figure: Figure) -> bool:
    """Whether things have the series spoken of only by their kind, which is measured otherwise: "9 | ports"."""
    alike = series.code is None or kinds()[series.code].unit in {figure.unit or _THINGS, _THINGS}
    return not alike and name_series_english(counted, None).base is None


_THINGS = "NUM"


def _of_some(scene: Scene, subject: Subject, which: str) -> Subject:
    """Those of the things counted that an "of" names: "26 projects | of water supply" are not all projects."""
    if which.partition(" ")[0] not in word_set("parts.of"):
        return subject
    label = f"{subject.label} {which}"
    scene.subject = Subject(label, series_named(label, None, scene.places.local_places))
    return scene.subject


def _told_as(scene: Scene, predicate: str) -> Series:
    """The series of the number of things that are something: "industrial firms | were | above the designated size"."""
    said = [word for word in predicate.split() if word not in word_set("passive.be")]
    if len(said) == len(predicate.split()):
        return NO_SERIES
    return series_named(f"{word_list('en', 'told.numbers')[0]} of {' '.join(said)}", None, scene.places.local_places)


def _narrowed(scene: Scene, subject: Subject) -> Subject:
    """What is counted, where it is only those of a size."""
    scene.subject = attrs.evolve(subject, series=Series(None, subject.series.base, None))
    return scene.subject


LONGEST_TALE = 16  # words that tell which people are counted


def _tells_which(counted: str, said: list[str]) -> bool:
    """Whether what is said of those who are counted tells which they are: "people | in work", "firms | make robots".

    Not where the next figure has the object: "workers | turn out" 28,000 cells.
    """
    done = [word for word in said[1:] if word not in word_set("particle.words")]
    return _is_anybody(counted) or (said[0] in verb_forms() and bool(done))


def _is_anybody(counted: str) -> bool:
    """Whether what is counted is nothing more than people."""
    return counted.lower().partition(" ")[0] in word_set("unit_names.of_anybody")


def _counts(code: str | None) -> bool:
    return code is not None and kinds()[code].unit in COUNTED


def _head(words: str) -> str:
    """A noun phrase without where from or which: "trains | starting from the province", "trains | on the line"."""
    head: list[str] = []
    for word in words.split():
        if head and (word in word_set("link.preposition") or word.endswith(word_list("en", "acting.present"))):
            break
        head.append(word)
    return " ".join(head)


def _last(words: str) -> str:
    return words.lower().rpartition(" ")[2]


def some_that_did(scene: Scene, clues: Clues) -> Subject | None:
    """Some of those counted before whose deed tells a series: of "90 kinds of products", "60 kinds | grew"."""
    labels = (one.subject.label for one in reversed(scene.recent))
    whole = next((label for label in labels if label.startswith(f"{clues.counted} of ")), "")
    did = clues.predicate.removeprefix(clues.counted)
    series = series_named(f"{whole}{did}", None, scene.places.local_places) if whole and did else NO_SERIES
    return Subject(clues.predicate, series) if _counts(series.code) else None


def those_who(scene: Scene, did: str) -> Subject | None:
    """Those of what was told of who did something, where they have a series: "of which 300 | were newly registered"."""
    label = scene.subject.label
    done = " ".join(word for word in did.split() if word not in word_set("passive.be"))
    series = series_named(f"{done} {label}", None, scene.places.local_places)
    told = _counts(series.code) and series != scene.subject.series
    return Subject(f"{label} {did}", series) if told else None


def some_of_them(scene: Scene, clues: Clues, *, first: bool) -> Subject:
    """What some of those told of are, by what is told of them: "41 of which are for inventions"."""
    if clues.counted:
        return named(scene, clues.counted)
    if clues.complement:
        return Subject(clues.complement, series_named(clues.complement, scene.base, scene.places.local_places))
    if scene.spoken_of and first:
        return named(scene, scene.spoken_of)  # "Small kilns suffered. The city shut 267 of them"
    return scene.subject
