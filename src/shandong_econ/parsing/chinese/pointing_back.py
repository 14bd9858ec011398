"""What a Chinese figure is of whose words only point back to what was told: 前者, 两者, 其总量, or no words."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.chinese.asked import Answer, Asked
from shandong_econ.parsing.chinese.bare_nouns import is_bare, owner_of
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import goes_back
from shandong_econ.parsing.chinese.counted import part_of_those, things_counted, those_moved, total_of
from shandong_econ.parsing.chinese.naming import named
from shandong_econ.parsing.chinese.nouns import is_bare_verb
from shandong_econ.parsing.chinese.place_grows import GROWS, growth_of_place, size_of_place
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.chinese.two_told import both_told, one_of_two
from shandong_econ.parsing.chinese.unsaid_units import take_day
from shandong_econ.parsing.finding.openings import longest_at
from shandong_econ.parsing.finding.series import NO_SERIES, families, kin, put_together
from shandong_econ.parsing.finding.series_chinese import base_at_end, name_series
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.natures import own_unit
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, MONEY, PERCENT


def pointed_to(asked: Asked) -> Answer | None:
    """What a word for one of those told, for all of them or for how much of it there is points to."""
    scene, words = asked.scene, asked.words
    if (both := both_told(words, scene)) is not None:
        scene.subject = both
        return both, 0
    if (one := one_of_two(words, scene)) is not None:
        scene.subject, scene.base = one, one.series.base or scene.base
        return one, 0
    each = words.startswith(word_list("zh", "per_head.each")) and all(token.naming is None for token in asked.tokens)
    if each and not asked.after and asked.last and asked.last.figure.word == asked.figure.word:
        return Subject(words + asked.last.subject.label), 0  # 5G基站13.7万个，每万人拥有35.6个
    return None


def told_again(asked: Asked) -> Answer | None:
    """What a rate is of that the paragraph has told before: 从新变化里感受4.9%的分量."""
    figure, rest = asked.figure, asked.clause.following(asked.following)
    joined = bool(rest) and "link.joins" in rest[0].roles
    if not joined or figure.unit not in PERCENT or figure.value % 1 == 0 or any(t.naming for t in asked.tokens):
        return None
    told = (r for r in reversed(asked.scene.recent) if r.figure.value == figure.value and r.unit == figure.unit)
    again = next(told, None)
    return None if again is None else (again.subject, 0)


def more_of_it(asked: Asked) -> Answer | None:
    """What was told, of which it is now told how much was added or how much a mu bears: 每亩提高24公斤."""
    scene, words, figure = asked.scene, asked.words, asked.figure
    if words in word_list("zh", "anaphora.increments"):
        return Subject(scene.subject.label + words), 0
    if words in word_list("zh", "yield.per") and scene.subject.series.base == "YIELD" and asked.found.clues.verb:
        figure.unit = "KG_MU" if figure.unit == "KG" else figure.unit
        return scene.subject, 0
    if (made := _made_of_it(asked)) is not None:
        return made, 0
    if _are_all(asked):
        return total_of(asked.clause, scene.subject, figure), 0
    return None


def _made_of_it(asked: Asked) -> Subject | None:
    """The output of what was just told to be grown or made: 种植脐橙12万亩，产量…; 年产绿茶1.6万吨，产量占…."""
    scene, last = asked.scene, asked.last
    if last is None or asked.words not in word_list("zh", "grown.outputs") or not scene.subject_is_near:
        return None
    label = last.subject.label
    thing = label.removeprefix(longest_at(label, word_list("zh", "grown.verbs")))
    return named(asked.clause, thing + asked.words) if thing and thing != label else None


def _are_all(asked: Asked) -> bool:
    """Whether a noun is of all that there are of the new ones told before: 新增光伏装机…，总装机规模达…."""
    before = longest_at(asked.words, word_list("zh", "totals.all"))
    last = asked.last
    if not before or last is None or not last.subject.label.startswith(word_list("zh", "strip.new")):
        return False
    base = base_at_end(asked.words)
    return base is not None and base == base_at_end(last.subject.label) and is_bare(asked.words.removeprefix(before))


def spoken_of(asked: Asked) -> Answer | None:
    """What words are of that name nothing: things counted after it, a part or all of those told, or what was told."""
    clause, found, figure, scene, words = asked.clause, asked.found, asked.figure, asked.scene, asked.words
    if not goes_back(words) and not is_bare_verb(asked.tokens, words):
        return None
    if asked.after:
        return things_counted(clause, asked.after), len(asked.run)
    if figure.moved and not words:
        return those_moved(scene, figure), 0
    take_day(clause, figure)
    of_all = found.total or words in word_list("zh", "totals.words")
    part = part_of_those(clause, figure) if asked.counts and not found.clues.is_to and not of_all else None
    part = part or _contributed(clause, found)
    if found.together and (whole := _together(scene)) is not None:
        return whole, 0
    if (size := size_of_place(asked)) is not None:
        return size, 0
    if part is None and of_all:
        return total_of(clause, _told_alike(asked) or scene.subject, figure), 0
    told = next((one for rule in _TOLD if (one := rule(asked)) is not None), None)
    if (economy := growth_of_place(asked, told)) is not None:
        return economy, 0
    own = None if told is None else _of_its_own(asked, told)
    return own or part or told or Subject(words), 0


def _told_alike(asked: Asked) -> Subject | None:
    """The things that were counted so before an amount came between: 上市公司2家，融资12亿元，总数达到91家."""
    last, word = asked.last, asked.figure.word
    if last is None or last.figure.word == word or asked.figure.unit not in COUNTED:
        return None
    return next((one.subject for one in reversed(asked.scene.recent) if one.figure.word == word), None)


def _moved_in_all(asked: Asked) -> Subject | None:
    """All prices, of whose change it is told what it is made of: 在-0.4%的同比变动中，翘尾影响…."""
    rest, base = asked.clause.following(asked.following), asked.scene.base
    if not asked.is_joined or len(rest) < len(("的", "rate")) or rest[1].roles.isdisjoint(GROWS):
        return None
    total = put_together(base, "_T") if base is not None and families().get(base) == "prices" else NO_SERIES
    return None if total.code is None else Subject(asked.clause.words(rest[1:2]), total)


def _of_its_own(asked: Asked, told: Subject) -> Subject | None:
    """The size of what was told, which is no series of it, or its part of a market: 新能源汽车产量…，市场占有率…."""
    words = asked.words
    if words.endswith(word_list("zh", "anaphora.amounts")) and _is_of_other_things(asked):
        asked.scene.subject = Subject(words)  # 产业规模突破2000亿元，增长18%
        return asked.scene.subject
    return Subject((owner_of(told.label) or told.label) + words) if words in word_list("zh", "market.words") else None


def _in_same_unit(asked: Asked) -> Subject | None:
    """The days told before their rate, if some are more or less now: 优良天数276天，优良率75.6%，同比增加9天."""
    last, figure = asked.last, asked.figure
    moved = asked.found.clues.verb and not asked.words and figure.unit in _MEASURES
    if last is None or not moved or last.unit not in PERCENT or last.subject != asked.scene.subject:
        return None
    before = asked.scene.recent[-2] if len(asked.scene.recent) > 1 else None
    alike = before is not None and before.unit == figure.unit and before.measure is Measure.LEVEL
    return before.subject if alike and before is not None and own_unit(last.subject) in PERCENT else None


_MEASURES = frozenset({"DAYS", "NUM", "PS", "TN", "MU", "KM", "CNY"})


def _told_of_another(asked: Asked) -> Subject | None:
    """What an amount of another place is, after more of the one before: 大连402亿元，税收占72%；沈阳418亿元."""
    last, figure = asked.last, asked.figure
    bare = asked.found.area is not None and not asked.words and figure.unit in MONEY and not asked.found.clues.verb
    if not bare or last is None or last.measure is Measure.LEVEL:
        return None
    levels = (r for r in reversed(asked.scene.recent) if r.measure is Measure.LEVEL and r.unit == figure.unit)
    alike = next(levels, None)
    if alike is None or alike.subject == last.subject:
        return None
    asked.scene.subject = alike.subject
    return alike.subject


def _whole_of_another(asked: Asked) -> Subject | None:
    """What another place grew by, after a part of what the one before did: 浙江…，其中制造业…；安徽增长4.2%."""
    last, scene = asked.last, asked.scene
    bare = asked.found.area is not None and not asked.words and asked.figure.unit in PERCENT
    apart = asked.clause.early and not scene.position.opens and scene.subject_is_part  # after a semicolon
    if not (bare and apart) or last is None or last.area is None:
        return None
    alike = (r for r in scene.recent if r.area == last.area and r.measure is last.measure)
    whole = next(alike, last).subject
    if whole == last.subject:
        return None
    scene.subject, scene.subject_is_part = whole, False
    return whole


def _more_of_them(asked: Asked) -> Subject | None:
    """Those counted last, of which there are so many more than before: 28个行业实现增长，比1—8月多2个."""
    last, clues = asked.last, asked.found.clues
    compared = clues.side and (clues.base is not None or clues.comparison is not None)
    same = last is not None and last.measure is Measure.LEVEL and last.figure.word == asked.figure.word
    return last.subject if compared and same and last is not None and last.unit in COUNTED else None


def _told_last(asked: Asked) -> Subject | None:
    """What a figure without a subject is about: what was told last, or what the sentence before was of."""
    scene = asked.scene
    if (
        scene.main_subject is None
        and scene.main_before is not None
        and scene.position.opens
        and scene.topic is NO_SUBJECT
    ):
        scene.subject = scene.main_before
    return scene.subject if scene.subject is not NO_SUBJECT else None


_TOLD = (_in_same_unit, _moved_in_all, _told_of_another, _whole_of_another, _more_of_them, _told_last)
"""What is asked in turn of what was told, of which the first that answers is what words without a name are of."""


def _is_of_other_things(asked: Asked) -> bool:
    """Whether an amount of money goes on after a count, whose noun it is not of: 企业超过1.6万家，规模达8470亿元."""
    last, money = asked.last, asked.figure.unit in MONEY
    return last is not None and last.measure is Measure.LEVEL and last.unit in COUNTED and money


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
