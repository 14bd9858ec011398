"""What each figure of a Chinese list is about: the names are paired with the numbers if there are as many of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area, Measure, Period
from shandong_econ.parsing.chinese.clause import Clause, items_of
from shandong_econ.parsing.chinese.clues import goes_back, is_joint
from shandong_econ.parsing.chinese.deeds import deed_in
from shandong_econ.parsing.chinese.naming import named, rates
from shandong_econ.parsing.chinese.several_places import with_zones
from shandong_econ.parsing.chinese.sorted_words import HERE, Sorted
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.series import Series, name_series, namings, put_together
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import PERCENT

LONGEST_SHARED = 40  # characters of the first or the last item that another one may share
About = tuple[Subject, Period | None, Area | None]


def subjects_of_list(clause: Clause, found: Sorted, figures: list[Figure]) -> list[About] | None:
    """What each of several figures is about, or None where they are all about one thing."""
    scene, count = clause.scene, len(figures)
    times = found.clues.times or (scene.topic_times if clause.early else [])
    if count > 1 and len(times) == count and found.respectively:
        return _by_time(clause, found, times)
    if count == 1 or not (found.respectively or len({figure.unit for figure in figures}) == 1):
        return None
    subject = _without_place(with_zones(clause, found.subject))
    items = items_of(_apart(clause, subject, respectively=found.respectively), count)
    if len(items) == count - 1 and found.respectively:
        items = _both(clause, items)
    if len(items) == count:
        scene.topics = []  # the list has names of its own
        return [_item(clause, item, items) for item in items]
    if len(items) == 1 and (pair := _pair(clause.words(items[0]), count) or _three(clause.words(items[0]), count)):
        scene.topics = []
        both = [_named_alone(words, scene) for words in pair]
        scene.subject, scene.subject_is_near = both[0], True
        return [(subject, scene.when(), scene.place()) for subject in both]
    if len(items) > 1 and found.respectively:
        return [(_mismatch(clause, found, figures), scene.when(), scene.place())] * count
    if len(items) == 1 and clause.words(items[0]) in word_list("zh", "list.collectives"):
        return _last_subjects(scene, count)
    topics = next((topics for topics in scene.topics if len(topics) == count), None)
    if topics is not None and (found.respectively or not items):
        again = None if items else _of_last_list(clause, found, items, count)
        if again is not None and [subject.label for subject, _, _ in again] == topics:
            return again  # A、B为前两大贸易伙伴，分别对其进出口…，增长…
        return [_topic_item(clause, topic, topics, found) for topic in topics]
    if found.respectively and not items and (told := _told_last(clause, found, count)):
        return told
    return _of_last_list(clause, found, items, count)


def _by_time(clause: Clause, found: Sorted, times: Sequence[Time]) -> list[About]:
    """One series at several times: 一、二季度分别增长…."""
    scene = clause.scene
    words = clause.words([t for t in _without_place(found.subject) if not is_joint(t)])
    subject = scene.subject if goes_back(words) else named(clause, words)
    periods = [resolve(time, scene.times.calendar, scene.times.period) for time in times]
    return [(subject, period, scene.place()) for period in periods]


def _apart(clause: Clause, tokens: list[Token], *, respectively: bool) -> list[Token]:
    """The words of a list with a name cut where 、 is in it, as in 风电、光伏发电, if figures are paired."""
    if not respectively or any(token.mark == "、" for token in tokens):
        return tokens
    apart: list[Token] = []
    for token in tokens:
        start = token.start
        for part in clause.words([token]).split("、") if token.naming is not None else [""]:
            end = start + len(part) if part else token.end
            apart.extend([Token(start - 1, start, mark="、")] if start > token.start else [])
            apart.append(token if end - start == token.end - token.start else Token(start, end))
            start = end + 1
    return apart


def _both(clause: Clause, items: list[list[Token]]) -> list[list[Token]]:
    """The items with one that names two in short made two: 城乡居民收入 are 城镇居民收入 and 农村居民收入."""
    both: list[list[Token]] = []
    for item in items:
        words, span = clause.words(item), (item[0].start, item[-1].end)
        short, *halves = next((pair for pair in _pairs() if pair[0] in words), ("",))
        before, _, after = words.partition(short) if short else (words, "", "")
        both.extend([Token(*span, stands_for=before + half + after)] for half in halves)
        both.extend([] if halves else [item])
    return both


@cache
def _pairs() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(pair.split()) for pair in word_list("zh", "pairs.both"))


def _without_place(tokens: list[Token]) -> list[Token]:
    """The words of a list without the place that all of it is about."""
    cut = 0
    while cut < len(tokens) and (tokens[cut].areas or tokens[cut].roles & HERE):
        cut += 1
    if cut < len(tokens) and not is_joint(tokens[cut]):
        return tokens[cut:]
    return tokens


def _item(clause: Clause, tokens: list[Token], items: list[list[Token]]) -> About:
    """One part of a list, which may leave out what it shares with the first or the last."""
    scene = clause.scene
    places = [token for token in tokens if token.areas or token.roles & HERE]
    tail = clause.words([t for t in items[-1] if not (t.areas or t.roles & HERE)])
    words = clause.words([t for t in tokens if t not in places])
    if places and (places[-1].areas or "area.districts" in places[-1].roles):
        area = place(places[-1].areas, scene.places.home, clause.words([places[-1]]))
        return named(clause, words or tail) if words or tail else scene.subject, scene.when(), area
    first = "" if tokens is items[0] else clause.words(items[0])
    series = _series_of_item(words, first, "" if tokens is items[-1] else tail, scene.base)
    if tokens is items[-1]:
        scene.base = series.base or scene.base
    elif series.code is None:
        words += _shared_noun(words, tail)
    return Subject(words, series, words.endswith(rates())), scene.when(), scene.place()


def _shared_noun(words: str, last: str) -> str:
    """The noun that an item shares with the last one: 家电、汽车零售额 are 家电零售额 and 汽车零售额."""
    if name_series(words, None).base is not None:
        return ""
    known = namings("zh")
    ends = (last[cut:] for cut in range(1, len(last) - 1))
    return next((end for end in ends if (naming := known.get(end)) is not None and naming.base is not None), "")


def _series_of_item(words: str, first: str, last: str, base: str | None) -> Series:
    """The series of an item with what it may share with the first or the last one: 城镇、农村居民收入.

    `first` and `last` are empty where the item is itself that one.
    """
    alone = name_series(words, base)
    if alone.code is not None and name_series(words, None).code == alone.code:
        return alone
    first, last = first[:LONGEST_SHARED], last[-LONGEST_SHARED:]
    longer = [words + last[cut:] for cut in range(1, len(last))]
    longer += [first[:cut] + words for cut in range(len(first) - 1, 0, -1)]
    named_longer = (name_series(phrase, base) for phrase in longer if name_series(phrase, None).code is not None)
    joined = next(named_longer, None)
    if joined is not None:
        return joined
    shares = last and name_series(last, None).base is not None and alone.base != name_series(last, None).base
    return Series(None, name_series(last, base).base, alone.breakdown) if shares else alone


def _named_alone(words: str, scene: Scene) -> Subject:
    return Subject(words, name_series(words, scene.base), words.endswith(rates()))


def _pair(words: str, count: int) -> list[str] | None:
    """The two series that one word names together: 汽车产销 are 汽车产量 and 汽车销量."""
    for word in word_list("zh", "pairs.words"):
        if count == 2 and words.endswith(word):
            return [words.removesuffix(word) + half for half in word_list("zh", "pairs.halves")]
    return None


def _three(words: str, count: int) -> list[str] | None:
    """The three series that one word names together: 三次产业投资 are 第一产业投资 and two more."""
    whole = next((word for word in word_list("zh", "industries.together") if words.startswith(word)), "")
    if count != len(_industries()) or not whole:
        return None
    rest = words.removeprefix(whole)
    cut = min((at for verb in word_list("zh", "share.of") if (at := rest.find(verb)) >= 0), default=len(rest))
    return [one + rest[:cut] for one in _industries()]  # 三次产业增加值占地区生产总值的比重


def _industries() -> tuple[str, ...]:
    return word_list("zh", "industries.three")


def _mismatch(clause: Clause, found: Sorted, figures: list[Figure]) -> Subject:
    """A list of names for a list of figures of another number: nobody can say which is whose."""
    unpaired = {id(figure) for figure in figures}
    for token in clause.tokens:
        if id(token.figure) in unpaired:
            clause.scene.account.remark("list_mismatch", token)
    clause.scene.subject = Subject(clause.words(found.subject))
    return clause.scene.subject


def _of_last_list(clause: Clause, found: Sorted, items: list[list[Token]], count: int) -> list[About] | None:
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


def _topic_item(clause: Clause, words: str, topics: list[str], found: Sorted) -> About:
    """A part that was named in a clause before, as in A、B两个行业，增加值分别增长…."""
    scene, own = clause.scene, clause.words(found.subject)
    area = next((area for area in reversed(scene.places.named) if (area.name_zh or "").startswith(words)), None)
    if area is not None:  # 合肥、芜湖两市新增贷款居前，分别新增…
        goes_on = goes_back(own) or deed_in(own)
        return scene.subject if goes_on else named(clause, own), scene.when(), area
    base = name_series(own, scene.base).base or scene.base
    first, last = topics[0], topics[-1]
    series = _series_of_item(words, "" if words == first else first, "" if words == last else last, base)
    return Subject(words, series), scene.when(), scene.place()


def _last_subjects(scene: Scene, count: int) -> list[About] | None:
    """As many subjects as are gathered in a word, those told last: 三个门类依次增长…, 两者分别占…."""
    told = list(dict.fromkeys(reading.subject for reading in scene.recent if reading.unit != "NUM"))[-count:]
    return [(subject, scene.when(), scene.place()) for subject in told] if len(told) == count else None


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
