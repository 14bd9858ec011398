"""What goes on where the words of an English figure name nothing: what was told before, of which it is one more."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure, Status
from shandong_econ.parsing.english.deeds import without_verb
from shandong_econ.parsing.english.divisions import divisions_counted
from shandong_econ.parsing.english.naming import (
    named,
    without_anaphor,
)
from shandong_econ.parsing.english.said import Said
from shandong_econ.parsing.english.those_that_did import series_of_those
from shandong_econ.parsing.english.wholes import rate_told, whole_of_less, whole_of_parts_told, whole_told
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, kinds
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, MONEY, PERCENT


def carried(scene: Scene, clues: Clues, figure: Figure, said: Said, *, first: bool) -> Subject:
    """The subject of a figure whose own words name none."""
    if said.part_of is not None:
        whole = divisions_counted(scene, clues, said.part_of.label, figure, part=True)
        doers = f"{said.part_of.label} {clues.did}"
        told = series_of_those(scene, doers) if clues.did else NO_SERIES
        if whole is None and told.code not in (None, said.part_of.series.code):
            return Subject(doers, told)  # "of the 2,140 industrial firms 412 made a loss"
        return whole or Subject(clues.complement or doers.strip())  # "of the 870 households 130 keep sheep"
    theirs = Says.SHARE in clues.says and scene.subject.label.startswith(said.antecedent)
    if said.antecedent and not first and not clues.near and (clues.verb or theirs):
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
    if first and scene.position.opens_paragraph and clues.area not in (None, scene.places.home) and scene.grown:
        # "By city, Xuzhou led the way with 25 billion yuan", in a release on trade
        scene.subject = scene.grown if scene.grown.series.code is not None else scene.subject
        return scene.subject
    if first and scene.headed and clues.pronoun in word_set("owner.whole"):
        topic = name_series_english(scene.headed, scene.base)
        if topic.code is not None:  # "farm products came next. They were worth 5 billion"
            return named(scene, scene.headed)
    of_part = clues.words.lower() in word_set("pronoun.parts")  # "in June this component was up"
    if scene.section and (of_part or _is_of_section(scene, clues, first=first)):
        return named(scene, scene.section)
    if _is_of_release(scene, clues, first=first):
        scene.subject = scene.grown or scene.subject
        return scene.subject
    if of_part and scene.first_subject not in (None, scene.grown):
        scene.subject = scene.first_subject  # of a release's part: "compared with May, the component"
    it = clues.pronoun in word_set("pronoun.of_all")  # not "they", which can be the parts
    it |= not (clues.pronoun or clues.words) and bool(clues.verb or clues.side)  # "this was 4% more than"
    opens = first and scene.position.opens and (it or not clues.pronoun)
    if opens and (whole := whole_of_parts_told(scene) or (it and whole_of_less(scene)) or None) is not None:
        scene.subject = whole
    if first and scene.position.opens and scene.main_before and clues.averages:
        scene.subject = scene.main_before  # after prices of services "the average" is that of all
    behind = "" if figure.unit in PERCENT else clues.counted.lower()  # not "25 percent of the total"
    goes_back = not word_set("back.whole").isdisjoint((clues.words.lower(), behind))
    if goes_back and (all_of_it := whole_told(scene)) is not None:
        scene.subject = all_of_it
    elif (part := _part_just_told(scene, clues, first=first) or _counted_there(scene, clues, figure)) is not None:
        return part
    elif _is_theirs(clues) and scene.recent and scene.recent[-1].measure is Measure.LEVEL:
        return scene.recent[-1].subject  # "3.5 million were sows, and their number was up"
    things = without_verb(scene.subject.label)
    if things != scene.subject.label and not first and clues.acts and figure.unit in COUNTED | {None}:
        return Subject(f"{things} {clues.acts}")  # "built 14 ships and repaired 152"
    rate = _rate_before_amounts(scene, clues) if first and figure.unit in PERCENT else None
    scene.subject = rate or rate_told(scene, clues.words)
    return scene.subject


def _rate_before_amounts(scene: Scene, clues: Clues) -> Subject | None:
    """The rate told before amounts of money, of which a bare percentage is no part: "... cost 102.30. It was" 1.9%."""
    moves = clues.verb or clues.noun or clues.side or clues.says & {Says.SHARE, Says.SHARE_NOUN}
    if moves or scene.last is None or scene.last.unit not in MONEY:
        return None
    return next((one.subject for one in reversed(scene.recent) if _is_rate(one)), None)


def _is_rate(one: Reading) -> bool:
    return one.subject.is_rate or (one.measure is Measure.GROWTH and one.told_base)


def _is_of_section(scene: Scene, clues: Clues, *, first: bool) -> bool:
    """Whether a figure is of what its heading names: "Water supply", and then "It rose by", "The component fell"."""
    opens = first and scene.position.opens_paragraph and scene.headed == scene.section
    return opens and bool(clues.verb) and not clues.noun


def _is_of_release(scene: Scene, clues: Clues, *, first: bool) -> bool:
    """Whether a paragraph opens with a figure of nothing, which is of what a release is about: "There was a rise"."""
    opens = first and scene.position.opens_paragraph and is_abroad(scene) and scene.grown is not None
    return opens and not clues.pronoun and bool(clues.noun)


def _part_just_told(scene: Scene, clues: Clues, *, first: bool) -> Subject | None:
    """A part that was counted right before, which alone goes on: "among them, 43 million were sows, up 0.1 percent"."""
    last = scene.last
    if first or last is None or clues.words or last.measure is not Measure.LEVEL or last.unit not in COUNTED:
        return None
    goes_on = bool(clues.verb or clues.noun) and last.subject not in (scene.subject, scene.kinds_counted)
    return last.subject if goes_on else None


def _counted_there(scene: Scene, clues: Clues, figure: Figure) -> Subject | None:
    """What was counted before, of which a place has so many: "projects worth 39 billion yuan. Lanzhou has 64"."""
    if figure.unit is not None or figure.power or clues.counted or clues.area is None or clues.verb or clues.noun:
        return None
    if scene.subject.series.code is None or kinds()[scene.subject.series.code].unit not in MONEY:
        return None
    return next((one.subject for one in reversed(scene.recent) if one.unit == "NUM"), None)


def _is_theirs(clues: Clues) -> bool:
    """Whether a noun is told of those before, "their number", and not they themselves do something: "it put"."""
    return bool(clues.pronoun and clues.words) and clues.words.lower() not in word_set("pronoun.subjects")
