"""What a figure of a Chinese clause is about: the words that name it, what is counted, what was spoken of before."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.chinese.carried import both_told, one_of_two, owner_of
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import goes_back
from shandong_econ.parsing.chinese.counted import (
    named_or_counted,
    part_of_those,
    part_of_whole,
    series_of_those,
    things_counted,
    those_moved,
    those_moved_too,
    those_that_moved,
    total_of,
)
from shandong_econ.parsing.chinese.deeds import done_to_those_before, new_ones, part_told
from shandong_econ.parsing.chinese.naming import named, partner_told
from shandong_econ.parsing.chinese.nested_counts import thing_of_classes
from shandong_econ.parsing.chinese.nouns import (
    counted_run,
    inside,
    is_bare_verb,
    own_words,
    without_scope,
)
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.chinese.thresholds import NOT_COUNTS
from shandong_econ.parsing.chinese.unsaid_units import name_unit, take_day
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, kin, series_by_code
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT, SPANS


def subject_of(clause: Clause, found: Sorted, figure: Figure, following: int) -> tuple[Subject, int]:
    """What a figure is about, and how many of the pieces after it tell so."""
    scene = clause.scene
    before = scene.subject
    among = scene.among if scene.among is not None and before is scene.among[0] else None
    is_share = Says.SHARE in found.clues.says and not found.subject  # 19个行业价格下降，占47.5%: of those counted
    if among is not None and not is_share and (figure.unit not in COUNTED or figure.ordinal):
        before = scene.subject = among[1]  # 11个设区市中，鹰潭增幅8.2%: of what was told before the cities
    subject, used = _subject_of(clause, found, figure, following)
    subject = new_ones(clause, found, subject, figure)
    if found.clues.spent_on:
        subject = _spent(found.clues.spent_on, subject)
    subject = _in_full(clause, found, subject)
    counted = clause.tokens[following : following + used]
    if among is not None and counted and not figure.ordinal:
        scene.among = (subject, among[1])  # 16个市中，14个市实现增长，鹰潭增速居第一
    if counted and following + used == len(clause.tokens) and clause.words(counted).endswith(tuple(inside())):
        scene.among = (subject, scene.first_subject or before)
    return subject, used


def _spent(on: str, subject: Subject) -> Subject:
    """The share of spending that goes to something, if it is a series of its own: 财政支出的80%用于民生."""
    what = on.removesuffix(next((end for end in word_list("zh", "predicate.side") if on.endswith(end)), ""))
    shares = (
        what + subject.label[cut:] + share
        for cut in range(len(subject.label))
        for share in word_list("zh", "share.own")
    )
    series = next((one for words in shares if (one := name_series(words, None)).code is not None), None)
    return subject if series is None else Subject(what, series)


def _subject_of(clause: Clause, found: Sorted, figure: Figure, following: int) -> tuple[Subject, int]:
    scene = clause.scene
    tokens = own_words(clause, found, figure)
    words = clause.words(tokens) if any(t.is_words for t in tokens) else ""
    if (grew := those_that_moved(clause, words, found.moved_by, figure)) is not None:
        scene.subject = grew
        return grew, 0
    if tokens == [found.moved_by] and (moved := those_moved_too(scene, clause.words(tokens))) is not None:
        return moved, 0
    if words in word_list("zh", "copula.words"):
        words = ""  # 东盟连续5年为广西第一大贸易伙伴
    following_is_joint = following < len(clause.tokens) and "link.joins" in clause.tokens[following].roles
    if following_is_joint and words in word_list("zh", "counted.by"):
        words = ""
    if (figure.ordinal or Says.STREAK in found.clues.says) and (partner := partner_told(clause, tokens, following)):
        scene.topic = scene.subject = partner
        return partner, 0
    if words in word_list("zh", "area.at") or (figure.unit in COUNTED and words.endswith(word_list("zh", "list.ends"))):
        words = ""  # 柳州、桂林等6市
    if Says.PER in found.clues.says and figure.unit == "TN":
        figure.unit = "TN_DAY"
    if (thing := thing_of_classes(clause, following, figure)) is not None:
        return thing, 0
    counts = figure.unit not in NOT_COUNTS and not figure.ordinal and figure.unit not in SPANS
    run = counted_run(clause, following, figure) if counts else []
    after = clause.words(run).rstrip(inside()) if counts else found.clues.counted
    noun = figure.word if counts and figure.word in word_list("zh", "counted.nouns") else ""
    found.ranks = figure.ordinal
    if words in word_list("zh", "project.alone") and figure.unit == "CNY" and following_is_joint:
        scene.subject = Subject(words, series_by_code()["PROJECT_INVESTMENT"])
        return scene.subject, 0  # 投资7.2亿元的中试基地
    words = _without_other(without_scope(words, found), found, figure)
    name_unit(clause, figure, words, after)
    if (both := both_told(words, scene)) is not None:
        scene.subject = both
        return both, 0
    if (one := one_of_two(words, scene)) is not None:
        scene.subject, scene.base = one, one.series.base or scene.base
        return one, 0
    last = scene.recent[-1] if scene.recent else None
    each = words.startswith(word_list("zh", "per_head.each")) and all(token.naming is None for token in tokens)
    if each and not after and last and last.figure.word == figure.word:
        return Subject(words + last.subject.label), 0  # 5G基站13.7万个，每万人拥有35.6个
    vague = (
        noun in word_list("zh", "vague.nouns") and not after and bool(scene.recent) and scene.recent[-1].unit == "NUM"
    )
    if not words and not after and _is_of_place(clause, found, figure):
        return Subject(figure.word), 0
    if words in word_list("zh", "anaphora.increments"):
        return Subject(scene.subject.label + words), 0  # 增量全国第一
    if words in word_list("zh", "yield.per") and scene.subject.series.base == "YIELD" and found.clues.verb:
        figure.unit = "KG_MU" if figure.unit == "KG" else figure.unit
        return scene.subject, 0  # 平均单产470.6公斤，每亩提高24.4公斤
    if noun and not vague and (not words or goes_back(words)):
        did = after.startswith(word_list("zh", "deeds.of_part"))  # 6市上榜
        series = things_counted(clause, after).series if after and not did else NO_SERIES
        scene.subject = Subject(noun if did else noun + after, series)
        return scene.subject, len(run)
    if after and (part := part_told(clause, words, after, figure)) is not None:
        return part, len(run)
    if not after and counts and (done := done_to_those_before(clause, found, words, figure)) is not None:
        return done, 0
    if goes_back(words) or is_bare_verb(tokens, words):
        if after:
            return things_counted(clause, after), len(run)
        if figure.moved and not words:
            return those_moved(scene, figure), 0
        take_day(clause, figure)
        of_all = found.total or words in word_list("zh", "totals.words")
        part = part_of_those(clause, figure) if counts and not found.clues.is_to and not of_all else None
        part = part or _contributed(clause, found)
        if found.together and (whole := _together(scene)) is not None:
            return whole, 0
        if part is None and of_all:
            return total_of(clause, scene.subject, figure), 0
        told = _spoken_of(clause)
        if words.endswith(word_list("zh", "anaphora.amounts")) and told is not None and _of_other_things(scene, figure):
            return Subject(words), 0  # 企业超过1.6万家，产业规模达到8470亿元
        if words in word_list("zh", "market.words") and told is not None:
            return Subject((owner_of(told.label) or told.label) + words), 0  # 新能源汽车产量…，市场占有率…
        return part or told or Subject(words), 0
    if after and words and figure.word in word_list("zh", "counted.deeds"):
        told = named(clause, words)
        return attrs.evolve(told, label=words + after, series=NO_SERIES), len(run)  # 电力负荷两次刷新纪录，最高达…
    code = name_series(words, scene.base).code if after and figure.unit in COUNTED else None
    if after and figure.unit in COUNTED and (code is None or not fits(code, figure.unit)):
        if words.endswith(word_list("zh", "strip.new")):  # the new ones are not all
            scene.subject = Subject(after)
            return scene.subject, len(run)
        return things_counted(clause, after, reaches=words.endswith(word_list("zh", "list.reaches"))), len(run)
    if (part := part_of_whole(clause, words, figure)) is not None:
        scene.subject = part
        return part, 0
    subject = named_or_counted(clause, words, figure)
    goes_on = words and not clause.early and not any(token.areas for token in found.subject)
    goes_on = goes_on and not (subject.series.base == "FAI" and words not in word_list("zh", "project.investment"))
    of_those = series_of_those(clause, words, figure) if goes_on else NO_SERIES
    own = subject.series.base
    if of_those.code not in (None, subject.series.code) and (own is None or kin(own, of_those.base) == of_those.base):
        scene.subject, scene.base = Subject(words, of_those), of_those.base
        return scene.subject, 0
    if subject.series.code is not None and figure.unit in COUNTED:
        return subject, 0
    goes_with = not run or (rest := clause.following(following + len(run))) == [] or rest[0].figure is None
    if subject.series.code is None and goes_with:
        return _with_thing(clause, found, subject, run, following), len(run) if run else 0
    return subject, 0


def _in_full(clause: Clause, found: Sorted, subject: Subject) -> Subject:
    """A subject with what a market is a share of, 市场占有率, or with the size of what is counted: 500万元以上项目."""
    label = subject.label
    if label.endswith(word_list("zh", "market.words")) and Says.SHARE_NOUN in found.clues.says:
        share = next((clause.words([t]) for t in clause.tokens if "rate.share" in t.roles), "")
        return attrs.evolve(subject, label=label + share)
    size, first = found.size, found.subject[0] if found.subject else None
    if size is None or first is None or not size.end <= first.start <= size.end + LONGEST_AFTER_SIZE:
        return subject
    if not label.startswith(clause.words([first])):
        return subject
    clause.scene.subject = attrs.evolve(subject, label=clause.source[size.start : first.start] + label)
    return clause.scene.subject


LONGEST_AFTER_SIZE = 3  # characters: 以上的


def _is_of_place(clause: Clause, found: Sorted, figure: Figure) -> bool:
    """Whether it is how many households or people live at the place that is named right before: 全村320户1260人."""
    if figure.word not in word_list("zh", "people.units"):
        return False
    place, last = found.area or found.home, clause.scene.recent[-1] if clause.scene.recent else None
    beside = last is not None and last.figure.end == figure.start and last.subject.label == last.figure.word
    other = last is None or last.figure.word != figure.word
    return beside or (other and place is not None and place.end == figure.start)


def _without_other(words: str, found: Sorted, figure: Figure) -> str:
    """The words of a multiple without the thing that something is so many times: 是刚搬来时的60倍."""
    if figure.unit not in PERCENT | {"RO"} or found.clues.verb:
        return words
    copulas = word_list("zh", "copula.equals") + (word_list("zh", "copula.multiples") if figure.unit == "RO" else ())
    copula = next((word for word in copulas if word in words), "")
    cut = words.find(copula)
    if not copula or 0 < cut < SHORTEST or (words.endswith(copula) and figure.unit == "RO"):
        return words
    if figure.unit in PERCENT:
        found.clues.says.add(Says.OF_OTHER)
    if not words.endswith(word_list("zh", "copula.then")):
        found.clues.relative = found.clues.relative or words[cut + len(copula) :]
    return words[:cut]  # 效率是人工的3倍


def _of_other_things(scene: Scene, figure: Figure) -> bool:
    """Whether an amount of money goes on after a count, whose noun it cannot be of."""
    last = scene.recent[-1] if scene.recent else None
    return last is not None and last.measure is Measure.LEVEL and last.unit in COUNTED and figure.unit in _MONEY


SHORTEST = 2  # characters of a noun
_MONEY = frozenset({"CNY", "USD"})


def _spoken_of(clause: Clause) -> Subject | None:
    """What a figure without a subject is about: what was told last, or what the sentence before was of."""
    scene = clause.scene
    if (
        scene.main_subject is None
        and scene.main_before is not None
        and scene.position.opens
        and scene.topic is NO_SUBJECT
    ):
        scene.subject = scene.main_before
    return scene.subject if scene.subject is not NO_SUBJECT else None


def _with_thing(clause: Clause, found: Sorted, subject: Subject, run: list[Token], following: int) -> Subject:
    """A subject with its gain, 户均 + 增收, or with what is told after an amount of it: 安排12亿元 + 专项资金."""
    label = subject.label
    moved = clause.words([found.moved_by]) if found.moved_by is not None else ""
    if moved in word_list("zh", "predicate.gains"):
        label += moved
    if run:
        label += clause.words(run)
    clause.scene.subject = attrs.evolve(subject, label=label)
    return clause.scene.subject


def _together(scene: Scene) -> Subject | None:
    """All that the last list named, of which no series is known: 合计拉动…."""
    if not scene.recent:
        return None
    last = dict.fromkeys(r.subject.label for r in scene.recent if r.group == scene.recent[-1].group)
    return Subject("、".join(last)) if len(last) > 1 else None


def _contributed(clause: Clause, found: Sorted) -> Subject | None:
    """The series to whose growth a whole area contributes: 对全国外贸增长贡献率."""
    if Says.CONTRIBUTION_RATE not in found.clues.says or not any(token.areas for token in found.relative):
        return None
    words = clause.words([token for token in found.relative if token.naming is not None])
    series = name_series(words, None) if words else NO_SERIES
    spoken_of = clause.scene.subject.series.base
    if series.code is None or series.base == "GDP" or kin(series.base or "", spoken_of) == spoken_of:
        return None
    return Subject(clause.words(found.relative), series)
