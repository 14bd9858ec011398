"""What a bare verb tells of the things told before: 新建学校12所，今年再建8所; 上市公司87家，今年以来新增1家."""

from __future__ import annotations

from functools import cache, lru_cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import goes_back, is_joint
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.openings import longest_at, longest_end
from shandong_econ.parsing.finding.series import NO_SERIES, Series, kinds
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.dating import new_words
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.unit_classes import COUNTED, MONEY


def done_to_those_before(clause: Clause, found: Sorted, words: str, figure: Figure) -> Subject | None:
    """The things last told in the same unit, if the words before a figure are only what was done with them.

    More of them are of the same series, but new ones or those of which something was done are only a part.
    """
    deed = deed_in(words)
    if not deed:
        return None
    told = _told_alike(clause, figure) or _listed_before(clause, found)
    if told is None or not told.subject.label:
        return _done_with_topic(clause, words, deed, figure)
    subject = told.subject
    if deed in word_list("zh", "strip.new") or _says_new(words, deed):
        new = deed if deed in word_list("zh", "strip.new") else words
        things = subject.label.removesuffix(longest_end(subject.label, word_list("zh", "totals.words")))
        label = things if things.startswith(new) else new + _without_new(things)
        clause.scene.subject = Subject(label, name_series(label, None))
    elif found.clues.times or found.total or words.startswith(word_list("zh", "deeds.more")):
        clause.scene.subject = subject
    else:
        named = _without_new(subject.label)
        named = named.removesuffix(longest_end(named, _done()))  # 开工260个，竣工45个
        label = named if named.endswith(deed) else named + deed
        clause.scene.subject = Subject(label, Series(None, subject.series.base, subject.series.breakdown))
    return clause.scene.subject


def _done_with_topic(clause: Clause, words: str, deed: str, figure: Figure) -> Subject | None:
    """What a bare verb tells of the things that head the sentence: 中欧班列提质增效，全年开行1.7万列."""
    scene = clause.scene
    things, code = scene.topic.label or scene.owner, scene.topic.series.code
    things = scene.owner if things in scene.owner else things
    if not things or figure.unit in MONEY or (code is not None and kinds()[code].unit not in COUNTED):
        return None
    of_all = deed in word_list("zh", "deeds.runs") or deed in word_list("zh", "deeds.of_all")
    series = scene.topic.series if of_all else NO_SERIES
    scene.subject = Subject(things + words, series)
    return scene.subject


def part_told(clause: Clause, words: str, run: list[Token], figure: Figure) -> Subject | None:
    """Those of the things told last of which a number is said to have done something: 课题86项，其中11项进入中试."""
    after = clause.words(run)
    if not (after.startswith(word_list("zh", "deeds.of_part")) or _are_deeds(clause, run)):
        return None
    told = None if words and not goes_back(words) else _told_alike(clause, figure)
    if told is None or not told.subject.label or told.measure is not Measure.LEVEL:
        return None
    labels = (reading.subject.label for reading in clause.scene.recent if _is_alike(reading, figure))
    things = next(label for label in labels if label and told.subject.label.startswith(label))
    clause.scene.subject = Subject(_without_new(things) + after)
    return clause.scene.subject


def _are_deeds(clause: Clause, run: list[Token]) -> bool:
    """Whether the words after a number only tell what was done: 215个项目中，176个开工或投产."""
    return bool(run) and all(is_joint(token) or deed_in(clause.word(token)) for token in run)


def new_ones(clause: Clause, found: Sorted, subject: Subject, figure: Figure) -> Subject:
    """The subject of a figure of a list of new things, which are not all: 新增规上企业30家、高新技术企业50家."""
    said = clause.words(found.subject)
    if not clause.done:
        clause.news = longest_at(said, new_words())
    goes_on = bool(clause.done and found.subject) and is_joint(found.subject[0]) and not found.total
    words = clause.words(found.subject[1:])
    of_all = words in word_list("zh", "totals.words")  # 新增32家、总数210家
    named = subject.series.code is not None  # 上市公司
    does = deed_in(words) or (not named and words.startswith(_other_deeds()))  # 新建水库12座、加固95座, 、改造小区6个
    goes_on = goes_on and not of_all and not does
    if not (clause.news and goes_on) or figure.unit not in COUNTED or subject.label.startswith(new_words()):
        return subject
    clause.scene.subject = Subject(clause.news + subject.label)
    return clause.scene.subject


def _says_new(words: str, deed: str) -> bool:
    """Whether those of which something was done are new ones: 一季度新入库27户."""
    return words.removesuffix(deed).endswith(word_list("zh", "strip.new"))


def _without_new(label: str) -> str:
    """What new things are, without what says that they are: 高标准农田 of 新建高标准农田."""
    verbs = (*new_words(), *_done())
    return label.removeprefix(longest_at(label, verbs))


@cache
def _done() -> tuple[str, ...]:
    return tuple(word for word in word_list("zh", "deeds.done") if len(word) > 1)


@cache
def _other_deeds() -> tuple[str, ...]:
    """The verbs of two characters or more that do something else than bring new things."""
    return tuple(word for word in word_list("zh", "deeds.done") if len(word) > 1 and word not in new_words())


@lru_cache(maxsize=4096)
def deed_in(words: str) -> str:
    """The verb that a phrase is, without what only says that it goes on: 落实 of 要再落实."""
    rest = words
    while rest and rest not in word_list("zh", "deeds.done") and rest not in word_list("zh", "strip.new"):
        head = longest_at(rest, word_list("zh", "deeds.lead"))
        if not head:
            return ""
        rest = rest[len(head) :]
    return rest


def _listed_before(clause: Clause, found: Sorted) -> Reading | None:
    """The things that a list of deeds has just told in another unit: 新开工高速公路3条、建成246公里."""
    goes_on = bool(clause.done and found.subject) and is_joint(found.subject[0])
    last = clause.done[-1] if goes_on else None
    return last if last is not None and last.measure is Measure.LEVEL and last.unit in COUNTED else None


def _told_alike(clause: Clause, figure: Figure) -> Reading | None:
    """The figure told last in the paragraph that counts in the same unit."""
    return next((one for one in reversed(clause.scene.recent) if _is_alike(one, figure)), None)


def _is_alike(reading: Reading, figure: Figure) -> bool:
    return bool(figure.word) and reading.figure.word == figure.word and reading.unit == figure.unit
