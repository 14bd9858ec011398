"""What a group of English figures leaves to those after it: what goes on without being told again."""

from __future__ import annotations

from shandong_econ.model import Measure
from shandong_econ.parsing.english.denominators import share_denominator
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.named_late import name_late
from shandong_econ.parsing.english.naming import is_bare
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.plans import is_goal
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.shared_bases import share_base
from shandong_econ.parsing.english.stocks import date_beside_flow, date_flow, date_plan, date_stock, note_day_of_stock
from shandong_econ.parsing.english.surroundings import Surroundings
from shandong_econ.parsing.english.times_of_sentence import part_ends, share_own_time
from shandong_econ.parsing.english.together import put_beside
from shandong_econ.parsing.english.usual import go_on_comparing, go_on_since_new_year, go_on_with_index
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.completing import complete
from shandong_econ.parsing.resolving.readings import Mention, Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import RATES

RECENT = 8  # figures that a later one can look back to
_GDP = "GDP"  # of which nobody tells the sum of several years: "GDP totaled"


def go_on_from(sentence: Progress, pieces: Pieces, around: Surroundings, *, told: bool, missed: bool) -> None:
    """Completes the figures of a group that were just read, and moves the sentence on to the next one.

    `told` is whether they tell their time, `missed` whether they are of a goal beside what was reached.
    """
    clues, lead, count = around.clues, around.lead, len(around.figures)
    read = sentence.done[-count:]
    name_late(sentence, clues, lead, read)
    part_ends(sentence, clues, read)
    go_on_comparing(
        sentence.scene, sentence.done[:-count], sentence.done[-1], stated=bool(clues.comparison or clues.base)
    )
    share_own_time(sentence, clues, count, lead)
    share_denominator(sentence.done, lead)
    share_base(sentence, clues, read, lead)
    sentence.said.stated = around.stated or clues.base is not None
    put_beside(pieces, around.group, clues, read, sentence.scene)
    so, reached = told or missed or is_goal(around.trail), clues.is_to or has_word(lead, "reached.verbs")
    together = has_word(lead, "reached.together")
    for reading in read:
        totals = together and reading.subject.series.code != _GDP
        on_day = reading.period is not None and reading.period == sentence.scene.times.event_day
        complete(sentence.scene, reading, told=so or on_day, name=name_series_english, totals=totals, reached=reached)
        _date(sentence.scene, around, reading, told=told)
        if not (around.stated or clues.comparison or clues.base):
            go_on_since_new_year(sentence.scene, reading)
            go_on_with_index(sentence.scene, reading)
    _remember(sentence, around, read)


def _date(scene: Scene, around: Surroundings, reading: Reading, *, told: bool) -> None:
    """Gives stocks, plans and flows the day or the time that is theirs."""
    clues, words = around.clues, [*around.lead, *around.trail]
    times = [*clues.times, *([clues.own_time] if clues.own_time else [])]
    if told:
        note_day_of_stock(scene, reading)
    else:
        date_stock(scene, reading, around.lead)
        date_beside_flow(scene, reading)
        date_plan(reading)
    until = any(time.is_point or time.groups.get("until") for time in times) if told else has_word(words, "stock.done")
    if until and reading.period != scene.times.event_day:
        date_flow(reading, words)


def _remember(sentence: Progress, around: Surroundings, read: list[Reading]) -> None:
    """Keeps what later figures may look back to, and forgets what was said only of these."""
    scene, several = sentence.scene, len(read) > 1
    if not sentence.said.goes_back and (several or not is_bare(around.clues.words)):
        scene.listed = [Mention(one.subject, one.area) for one in read if several]
    sentence.asides.extend((aside, read[n]) for n, aside in around.group.asides)
    scene.base = scene.base or read[-1].subject.series.base  # "vehicles (1.18 million); cement fell"
    scene.headed = scene.spoken_of = ""
    scene.first_subject = scene.first_subject or read[0].subject
    if scene.main_subject is None:
        scene.main_subject, scene.times.main_period = _main(scene, read[0].subject), read[0].period
    scene.recent = (scene.recent + read)[-RECENT:]
    scene.growths.update((one.figure.value, one) for one in read if one.measure is Measure.GROWTH)
    scene.tells_rates = next((one.unit in RATES for one in reversed(read) if one.unit in _IN_POINTS), scene.tells_rates)
    sentence.said.is_part = sentence.said.goes_back = False


_IN_POINTS = RATES | {"IX"}


def _main(scene: Scene, told: Subject) -> Subject:
    """What a sentence is about: a part told by the way, "the rate in cities", is one of what the text goes on with."""
    whole = scene.subject
    return whole if whole.label and told.label.startswith(f"{whole.label} in ") else told
