"""What, when and where the figures of a group are about, and what the words before them move the scene to."""

from __future__ import annotations

import attrs

from shandong_econ.model import Area, Period
from shandong_econ.parsing.english.anaphora import told_last
from shandong_econ.parsing.english.firms import NEAR_OPENING
from shandong_econ.parsing.english.in_turn import are_in_turn, parts_in_turn, places_in_turn, times_in_turn
from shandong_econ.parsing.english.listed_places import areas_of_list, noun_of_list
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.lists import series_of_item
from shandong_econ.parsing.english.naming import is_bare, is_rate, named
from shandong_econ.parsing.english.planning import take_plan
from shandong_econ.parsing.english.plans import leads_ahead
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.stocks import counted_on, so_far
from shandong_econ.parsing.english.subjects import go_on_behind, subject_of
from shandong_econ.parsing.english.tenses import had_been, recalls, tells_past
from shandong_econ.parsing.english.times import (
    day_of,
    looks_back,
    move_time,
    own_period,
    periods_of_list,
)
from shandong_econ.parsing.english.told_before import says_again, told_before
from shandong_econ.parsing.english.wholes import rate_told
from shandong_econ.parsing.english.wider_places import is_market, is_only_here
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.abroad import is_abroad, without_country
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.days import TAKES_UP
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.reach_of_times import go_to
from shandong_econ.parsing.resolving.readings import Reading, Subject

About = tuple[Subject, Period | None, Area | None]
"""What, when and where a figure is about."""


def subjects(sentence: Progress, clues: Clues, figures: list[Figure], lead: list[Token]) -> list[About]:
    """What, when and where each figure of a group is about."""
    scene, count = sentence.scene, len(figures)
    period = _period(sentence, clues, count)
    area = (clues.area if is_only_here(scene, clues) else None) or scene.place()
    if before := told_before(sentence, clues, figures, lead):
        return [(subject, period, own or area) for subject, own in before]
    several = count > 1 and len(clues.bases) != count  # of one thing, each over a time of its own
    if several and (listed := _in_turn(sentence, clues, figures, lead, (period, area))):
        return listed
    subject = subject_of(scene, clues, figures[-1], sentence.said, first=not sentence.done)
    if several and (again := _in_turn_again(sentence, clues, figures, (subject, period))):
        return again
    if clues.unpaired:
        subject = _of_no_item(sentence, clues, figures)
    return [(subject, period, area)] * count


def _in_turn(
    sentence: Progress, clues: Clues, figures: list[Figure], lead: list[Token], here: tuple[Period | None, Area | None]
) -> list[About]:
    """What figures are about of which each has a place, a time or a thing of its own in a list before them."""
    scene, count, (period, area) = sentence.scene, len(figures), here
    if places := areas_of_list(sentence.words, lead, count):
        words = noun_of_list(sentence.words, lead)
        go_on_behind(scene, clues, figures[-1])
        subject = rate_told(scene, words) if is_bare(words) else named(scene, words)
        if figures[-1].ordinal or (sentence.said.done is not None and is_bare(words)):
            subject = subject_of(scene, clues, figures[-1], sentence.said, first=not sentence.done)
        return [(subject, period, one) for one in places]
    if len(places := places_in_turn(sentence, figures)) == count:
        subject = subject_of(scene, clues, figures[-1], sentence.said, first=not sentence.done)
        return [(subject, period, one) for one in places]
    if len(periods := periods_of_list(scene, times_in_turn(sentence, clues, figures))) == count:
        subject = subject_of(scene, clues, figures[-1], sentence.said, first=not sentence.done)
        return [(subject, one, area) for one in periods]
    if parts := parts_in_turn(sentence, clues, count, lead):
        return [(part, period, area) for part in parts]
    if len(clues.items) != count:
        goes_back = clues.area is None and not sentence.done and is_bare(clues.words) and are_in_turn(sentence, figures)
        told = told_last(scene.recent, count) if goes_back else ()  # "the real growth was 5 and 4 percent respectively"
        return [(one.subject, period, one.area or area) for one in told] if len(told) == count else []
    items = items_of(sentence, clues)
    scene.subject = items[0]
    return [(subject, period, area) for subject in items]


def _in_turn_again(
    sentence: Progress, clues: Clues, figures: list[Figure], here: tuple[Subject, Period | None]
) -> list[About]:
    """What figures are about that go on with as many before them: "..., with exports of 5 and 4", "up 3 and 8"."""
    (subject, period), count = here, len(figures)
    if clues.area is None and len(places := _places_of(sentence.done[-count:])) == count:
        return [(subject, period, one) for one in places]
    last = sentence.scene.recent[-count:]
    moves = clues.revised or Says.FROM in clues.says
    if moves or not is_bare(clues.words) or len(last) < count or says_again(sentence, figures):
        return []
    if len({id(r.subject) for r in last}) == len({r.area for r in last}) == 1:
        return []
    return [(r.subject, period if clues.is_to or clues.own_time else r.period, clues.area or r.area) for r in last]


def _of_no_item(sentence: Progress, clues: Clues, figures: list[Figure]) -> Subject:
    """What a list names that has not as many items as figures: nobody can say which is whose."""
    for token in sentence.tokens:
        if token.figure is not None and token.figure in figures:
            sentence.scene.account.remark("list_mismatch", token)
    return Subject(clues.words)


def items_of(sentence: Progress, clues: Clues) -> list[Subject]:
    """What the items of a list name, each with the words that stand only once, or with the deed of all of them."""
    done, local = sentence.said.done, sentence.scene.places.local_places
    base = sentence.scene.base if done is None else done.whole.base or sentence.scene.base
    series = [series_of_item(item, clues.items, clues.shared, base, local) for item in clues.items]
    sentence.scene.base = next((one.base for one in series if one.base), sentence.scene.base)
    return [Subject(item, one, is_rate(item)) for item, one in zip(clues.items, series, strict=True)]


def _period(sentence: Progress, clues: Clues, count: int) -> Period | None:
    scene = sentence.scene
    if (part := so_far(scene, clues)) is not None:
        go_to(scene, part)
        return part
    if clues.own_time is not None and clues.own_time.form == "since_year" and any(t.is_point for t in clues.times):
        clues.own_time = None  # "as of the end of June, 1.02 million people had been helped since 2012"
    back = looks_back(clues) and count != _FROM_TO
    own = own_period(scene, clues, first=not sentence.done, back=back)
    if own is not None:
        return own
    if clues.own_time is not None and clues.own_time.form in TAKES_UP:
        scene.times.period = None
        return None  # nobody can know the days of a holiday that the text does not tell
    since = next((time for time in clues.times if time.form == "since_year"), None)
    if Says.FROM in clues.says and since is not None:
        return Period.of(since.names_year)
    goes_on = (clues.carries_on or clues.near) and not (clues.words or clues.counted)
    told = (day_of(sentence.done) if goes_on else None) or scene.when()
    return told or (scene.times.period if tells_past(sentence.tokens) else None)


_FROM_TO = 2  # figures of a group that "fell from 5.2 to 4.9 percent in May", of which the time is May's


def move(sentence: Progress, clues: Clues, lead: list[Token], trail: list[Token]) -> None:
    """Moves the scene to the plan, the time and the place that the words before a group tell of."""
    scene = sentence.scene
    goes_on = "link.of_which" in sentence.tokens[0].roles  # "among them, October was up 9 percent"
    goes_back = recalls(lead) or (scene.times.period is not None and had_been(lead))
    before = goes_back and _is_of_before(sentence, clues)
    heads = not (sentence.done or goes_on or before or clues.relates)
    ahead = leads_ahead(lead)
    told = [time for time in clues.times if time.form != "now"]
    grows = (bool(clues.verb or clues.noun) or is_abroad(scene)) and scene.times.period is not None
    if told or clues.revised or grows:
        clues.times = told  # "in May is now estimated", "is now growing at 3 percent"
    opening = next((time for time in clues.times if time.form != "unknown"), None)  # "told deputies on Tuesday"
    for time in clues.times:
        if time.form == "since_year" and Says.FROM in clues.says:
            continue
        if time is opening and heads and time.form == "year" and lead and lead[0].word in word_set("told.since"):
            scene.times.period = (
                resolve(attrs.evolve(time, form="since_year"), scene.times.calendar) or scene.times.period
            )
            continue  # "since the line was opened in 2013"
        dated = counted_on(time, lead) if heads and time is opening else time
        move_time(scene, dated, initial=heads and time is opening, ahead=ahead)
    take_plan(sentence, clues, lead, trail)
    if clues.area is not None and clues.area not in scene.places.named[-1:]:
        scene.places.note((clues.area,))
    if clues.area is not None and is_market(scene, clues.area):
        pass  # of a firm that has "31 percent of the national market", the figure is its own
    elif is_only_here(scene, clues) and not looks_back(clues):
        pass  # of a city that is one of "the 14 cities of the province" the text goes on
    elif clues.area is not None and not clues.other_period:
        scene.places.area = clues.area
        scene.owners.is_one = scene.owners.is_one and not sentence.done  # "..., and the city's exports rose"
    elif clues.area is None and without_country(scene, clues.words) != clues.words:
        scene.places.area = None  # "Scottish output" in a report on Scotland
    elif clues.area is None and scene.places.area is None and not sentence.done and _goes_on(sentence, clues, lead):
        scene.places.area = scene.places.previous_area if scene.owners.entity_area is None else None


def _is_of_before(sentence: Progress, clues: Clues) -> bool:
    """Whether the time with which a sentence opens is over before what is spoken of."""
    scene = sentence.scene
    found = resolve(clues.times[0], scene.times.calendar, scene.times.period) if clues.times else None
    if found is None or scene.times.period is None or found.year_is_open or scene.times.period.year_is_open:
        return True
    return found.last_day() < scene.times.period.last_day()


def _goes_on(sentence: Progress, clues: Clues, lead: list[Token]) -> bool:
    """Whether a sentence goes on about the place of the one before: "its exports", "the figure", a scene there."""
    if clues.counted.rpartition(" ")[2] in word_set("area.divisions") or not sentence.scene.position.opens:
        return False  # "of the 122 counties, 87 grew"; behind a semicolon it goes on where its sentence is
    among = sentence.scene.among
    if sentence.scene.places.goes_on_there and (among is None or among[0].label != sentence.scene.subject.label):
        return True
    if has_word((lead or sentence.tokens)[:NEAR_OPENING], "carry_on.pronouns"):
        return True
    goes_back = is_bare(clues.words) or clues.words.lower() in word_set("apart.nouns")  # "the gap narrowed to"
    return not sentence.scene.position.opens_paragraph and bool(lead) and goes_back


def _places_of(readings: list[Reading]) -> list[Area]:
    """The places of a list that was read before, each once: "... ranked second and third, with exports of 5 and 4"."""
    found = [reading.area for reading in readings if reading.area is not None]
    return found if len(set(found)) == len(readings) else []
