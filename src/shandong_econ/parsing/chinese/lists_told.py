"""What each figure of a Chinese list is about whose names were told before it."""

from __future__ import annotations

from collections.abc import Callable

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area, Measure
from shandong_econ.parsing.chinese.clause import Clause, items_of
from shandong_econ.parsing.chinese.clues import goes_back
from shandong_econ.parsing.chinese.deeds import deed_in
from shandong_econ.parsing.chinese.list_items import About, series_of_item
from shandong_econ.parsing.chinese.naming import named
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.finding.openings import longest_end
from shandong_econ.parsing.finding.series import Series, put_together
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def told_before(clause: Clause, found: Sorted, items: list[list[Token]], count: int) -> list[About] | None:
    """What as many figures as were told of together, or listed as topics, before this list are about."""
    scene = clause.scene
    if len(items) == 1 and clause.words(items[0]) in word_list("zh", "list.collectives"):
        return _told_together(scene, count)
    places = found.several.split("、")  # 两地分别为…
    topics = next((topics for topics in (*scene.topics, places) if len(topics) == count), None)
    if topics is not None and (found.respectively or not items):
        again = None if items else _as_last_list(clause, found, items, count)
        if again is not None and [subject.label for subject, _, _ in again] == topics:
            return again  # A、B为前两大贸易伙伴，分别对其进出口…，增长…
        return [_item_of_topic(clause, topic, topics, found) for topic in topics]
    if found.respectively and not items and (told := _told_last(clause, found, count)):
        return told
    return _of_those_told(clause, found, items, count) or _as_last_list(clause, found, items, count)


def _of_those_told(clause: Clause, found: Sorted, items: list[list[Token]], count: int) -> list[About] | None:
    """Another noun of what was told last: 玉米收获6000万亩，大豆收获5000万亩，进度分别为62%、97%."""
    noun = clause.words(items[0]) if len(items) == 1 and found.respectively else ""
    told = _each_told(clause.scene, count, _is_amount) if noun in word_list("zh", "list.nouns") else None
    return [(_of_item(subject, noun, None), when, where) for subject, when, where in told] if told else None


def _item_of_topic(clause: Clause, words: str, topics: list[str], found: Sorted) -> About:
    """A part that was named in a clause before, as in A、B两个行业，增加值分别增长…."""
    scene, own = clause.scene, clause.words(found.subject)
    if (area := _named_so(words, scene)) is not None:  # 合肥、芜湖两市新增贷款居前，分别新增…
        goes_on = goes_back(own) or deed_in(own)
        return scene.subject if goes_on else named(clause, own), scene.when(), area
    base = name_series(own, scene.base).base or scene.base
    first, last = topics[0], topics[-1]
    series = series_of_item(words, "" if words == first else first, "" if words == last else last, base)
    return Subject(words, series), scene.when(), scene.place()


def _named_so(words: str, scene: Scene) -> Area | None:
    """The place named last whose name begins so, with what such places are called or without: 德宏州, 德宏…自治州."""
    bare = words.removesuffix(longest_end(words, word_list("zh", "area.prefecture")))
    begins = (words, bare) if len(bare) >= SHORTEST else (words,)
    found = (area for name in begins for area in reversed(scene.places.named) if name and _is_called(area, name))
    return next(found, None)


SHORTEST = 2  # characters of a place's name without what such places are called


def _is_called(area: Area, name: str) -> bool:
    called = area.name_zh or ""
    return called.startswith(name) and "、" not in called  # not several told of together


def _told_last(clause: Clause, found: Sorted, count: int) -> list[About] | None:
    """The last subjects of which figures were told, for figures that are told of each: …，分别占全国的35.5%、37.5%."""
    if len(items_of(found.relative)) == count:
        return None  # 分别高于全国、全省1.2和0.2个百分点
    scene = clause.scene
    last = scene.recent[-count:]
    if len(last) == count == len({r.unit for r in last}) and all(
        _is_amount(r) and r.subject == last[0].subject for r in last
    ):
        return [(r.subject, scene.when(), r.area) for r in last]  # 汽车出口5.9万辆、68.7亿元，分别增长…
    of_rates = found.clues.noun != 0 and not found.subject  # 降幅分别收窄1.7和5.2个百分点, 增速分别为5.0%、6.9%
    return (_each_told(scene, count, _is_growth) if of_rates else None) or _each_told(scene, count, _is_amount)


def _each_told(scene: Scene, count: int, fits: Callable[[Reading], bool]) -> list[About] | None:
    told = list(dict.fromkeys((r.subject, scene.when(), r.area) for r in scene.recent if fits(r)))[-count:]
    goes_on = len(told) == count and scene.recent[-1].subject.label == told[-1][0].label
    return told if goes_on else None


def _is_growth(reading: Reading) -> bool:
    return reading.measure is Measure.GROWTH


def _is_amount(reading: Reading) -> bool:
    return reading.measure is Measure.LEVEL and reading.unit not in PERCENT


def _told_together(scene: Scene, count: int) -> list[About] | None:
    """As many subjects as are gathered in a word, those told last: 三个门类依次增长…, 两者分别占…."""
    told = list(dict.fromkeys(reading.subject for reading in scene.recent if reading.unit != "NUM"))[-count:]
    return [(subject, scene.when(), scene.place()) for subject in told] if len(told) == count else None


def each_gathered(scene: Scene, words: str, count: int) -> list[About] | None:
    """The series told last that a word gathers by what they are of: 制造业投资…，房地产投资…。各领域投资占比分别为…."""
    if not words.startswith(word_list("zh", "list.gathers")):
        return None
    last = [about for about in _told_together(scene, count) or () if about[0].label[-SHORTEST:] == words[-SHORTEST:]]
    return last if len(last) == count else None


def _as_last_list(clause: Clause, found: Sorted, items: list[list[Token]], count: int) -> list[About] | None:
    """The subjects of the list before, which a list as long goes on about: …，分别拉动…; …，进口均价分别上涨…."""
    scene = clause.scene
    last = [r for r in scene.recent if r.group == scene.recent[-1].group]
    if len(last) != count or len({(id(r.subject), r.area) for r in last}) < 2:
        return None
    if not items:
        return [(r.subject, scene.when(), r.area) for r in last]
    if len(items) > 1 or not found.respectively:
        return None
    words = clause.words(items[0])
    base = name_series(words, scene.base).base
    return [(_of_item(r.subject, words, base), scene.when(), r.area) for r in last]


def _of_item(item: Subject, words: str, base: str | None) -> Subject:
    """Another noun of an item of the list before: the imports of each partner, the price of each product."""
    part = item.series.breakdown
    series = put_together(base, part) if base is not None and part not in (None, "_T") else Series(None, base, part)
    shared = next((n for n in range(len(words), 0, -1) if item.label.endswith(words[:n])), 0)
    return Subject(item.label + words[shared:], series)
