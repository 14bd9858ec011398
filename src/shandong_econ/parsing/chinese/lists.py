"""What each figure of a Chinese list is about: the names are paired with the numbers if there are as many of them."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Period
from shandong_econ.parsing.chinese.clause import Clause, items_of
from shandong_econ.parsing.chinese.clues import goes_back, is_joint
from shandong_econ.parsing.chinese.list_items import About, about_item, cut_apart, named_together, with_halves
from shandong_econ.parsing.chinese.lists_told import each_gathered, told_before
from shandong_econ.parsing.chinese.naming import named, rates
from shandong_econ.parsing.chinese.several_places import with_zones
from shandong_econ.parsing.chinese.sorted_words import HERE, Sorted
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.several_years import years_of


def subjects_of_list(clause: Clause, found: Sorted, figures: list[Figure]) -> list[About] | None:
    """What each of several figures is about, or None where they are all about one thing."""
    scene, count = clause.scene, len(figures)
    times = found.clues.times or (scene.topic_times if clause.early else [])
    if count > 1 and len(times) == count and found.respectively:
        return _by_time(clause, found, [resolve(time, scene.times.calendar, scene.times.period) for time in times])
    if count > 1 and (people := _people_of_place(clause, found, figures)) is not None:
        return people
    if count == 1 or not (found.respectively or len({figure.unit for figure in figures}) == 1):
        return None
    subject = _without_place(with_zones(clause, found.subject))
    items = items_of(cut_apart(clause, subject, respectively=found.respectively), count)
    if len(items) <= 1 and found.respectively and (years := years_of(scene.when(), count)):
        return _by_time(clause, found, years)  # 2018—2020年增速分别为7%、6.5%、3%
    if len(items) == count - 1 and found.respectively:
        items = with_halves(clause, items)
    if len(items) == count:
        scene.topics = []  # the list has names of its own
        about = [about_item(clause, item, items) for item in items]
        if not scene.recent:
            scene.subject = about[-1][0]  # 汽车、电子产业分别增长…，占规上工业的比重…
        return about
    if len(items) == 1 and (parts := named_together(clause.words(items[0]), count)):
        scene.topics = []
        both = [_named_alone(words, scene) for words in parts]
        scene.subject, scene.subject_is_near = both[0], True
        return [(subject, scene.when(), scene.place()) for subject in both]
    if found.respectively and (told := each_gathered(scene, clause.words(subject), count)):
        return told
    if len(items) > 1 and found.respectively:
        return [(_mismatch(clause, found, figures), scene.when(), scene.place())] * count
    return told_before(clause, found, items, count)


def _people_of_place(clause: Clause, found: Sorted, figures: Sequence[Figure]) -> list[About] | None:
    """The households and the people of the place right before them: 全村287户、816人."""
    here, words = found.area or found.home, [figure.word for figure in figures]
    lives = here is not None and here.end == figures[0].start and set(words) <= set(word_list("zh", "people.units"))
    return [(Subject(word), clause.scene.when(), clause.scene.place()) for word in words] if lives else None


def _by_time(clause: Clause, found: Sorted, periods: Sequence[Period | None]) -> list[About]:
    """One series at several times: 一、二季度分别增长…."""
    scene = clause.scene
    words = clause.words([t for t in _without_place(found.subject) if not is_joint(t)])
    subject = scene.subject if goes_back(words) else named(clause, words)
    return [(subject, period, scene.place()) for period in periods]


def _without_place(tokens: list[Token]) -> list[Token]:
    """The words of a list without the place that all of it is about."""
    cut = 0
    while cut < len(tokens) and (tokens[cut].areas or tokens[cut].roles & HERE):
        cut += 1
    if cut < len(tokens) and not is_joint(tokens[cut]):
        return tokens[cut:]
    return tokens


def _named_alone(words: str, scene: Scene) -> Subject:
    return Subject(words, name_series(words, scene.base), words.endswith(rates()))


def _mismatch(clause: Clause, found: Sorted, figures: list[Figure]) -> Subject:
    """A list of names for a list of figures of another number: nobody can say which is whose."""
    unpaired = {id(figure) for figure in figures}
    for token in clause.tokens:
        if id(token.figure) in unpaired:
            clause.scene.account.remark("list_mismatch", token)
    clause.scene.subject = Subject(clause.words(found.subject))
    return clause.scene.subject
