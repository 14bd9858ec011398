"""What a Chinese number of things counts: those named after it, a part of those told before, all of them."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.chinese.bare_nouns import is_bare
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.naming import named
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.openings import longest_end
from shandong_econ.parsing.finding.series import NO_SERIES, Series, series_by_code
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT


def named_or_counted(clause: Clause, words: str, figure: Figure) -> Subject:
    """The subject of these words, or the things that they name, if counted: 工业增加值…；净增规上工业企业402户."""
    subject = named(clause, words)
    if words in word_list("zh", "project.deed") and figure.unit == "CNY":
        subject = clause.scene.subject = Subject(words)  # 全县将投资8.5亿元: what is done, no series
    told = subject.series.code
    owned = subject.label != words and subject.label.endswith(words)  # 120家博物馆接待游客…: theirs alone
    unfit = not owned and (told is None or not fits(told, figure.unit))
    counted = _counted_alone(words, figure) if unfit else None
    if counted is not None:
        subject = clause.scene.subject = attrs.evolve(subject, series=counted)
    return subject


def series_of_those(clause: Clause, words: str, figure: Figure) -> Series:
    """The series that words name of the things counted just before: 登记技术合同1436项，成交金额36.2亿元."""
    told = clause.scene.recent[-1].subject if clause.scene.recent else None
    last = next((r for r in reversed(clause.scene.recent) if r.subject == told and r.measure is Measure.LEVEL), None)
    if last is None or last.unit not in COUNTED or figure.unit in COUNTED:
        return NO_SERIES
    things = last.subject.label
    known = (name_series(things[cut:] + words, None) for cut in range(len(things) - 1))
    return next((series for series in known if series.code is not None and fits(series.code, figure.unit)), NO_SERIES)


def part_of_whole(clause: Clause, words: str, figure: Figure) -> Subject | None:
    """The part whose noun the whole told before it has too: 授权专利507件，其中发明专利26件 are 授权发明专利."""
    whole = clause.scene.subject.label
    if not clause.scene.position.in_part or name_series(words, None).code is not None:
        return None
    ends = (words[cut:] for cut in range(1, len(words) - 1) if words[cut:] in whole)
    end = next(ends, "")
    series = name_series(whole.replace(end, words, 1), None) if end else NO_SERIES
    is_of_it = series.code is not None and (figure.unit in PERCENT or fits(series.code, figure.unit))
    return Subject(words, series) if is_of_it else None


def _counted_alone(words: str, figure: Figure) -> Series | None:
    """The series of things that are counted, whatever was spoken of before; 全年出栏 after 牛存栏 is of cattle."""
    alone = NO_SERIES if is_bare(words) else name_series(words, None)
    return alone if figure.unit in COUNTED and alone.code is not None and fits(alone.code, figure.unit) else None


def things_counted(clause: Clause, words: str, *, reaches: bool = False) -> Subject:
    """The things that a number before them counts, which are no base for the parts that follow."""
    base, told = clause.scene.base, clause.scene.subject
    subject = named(clause, words)
    clause.scene.base = base or clause.scene.base
    if reaches or words.endswith(word_list("zh", "counted.beside")):
        clause.scene.subject = told  # 产品远销80个国家，占国内市场的…
    return subject


def total_of(clause: Clause, subject: Subject, figure: Figure) -> Subject:
    """What 累计 counts after 新增711家: all of them, not the new ones."""
    news, label = word_list("zh", "strip.new"), subject.label
    label = label.removeprefix(max((word for word in news if label.startswith(word)), key=len, default=""))
    label = label.removesuffix(longest_end(label, news))
    same = label == subject.label and subject.series.code is not None
    return subject if same or not label else named_or_counted(clause, label, figure)


def those_that_moved(clause: Clause, words: str, moved_by: Token | None, figure: Figure) -> Subject | None:
    """Those of the things counted just before that moved so: 52种主要工业产品中，产量比上年增长的有37种."""
    last = clause.scene.last
    if last is None or moved_by is None or not words:
        return None
    things, noun, up = last.subject.label, words.removesuffix(clause.word(moved_by)), "change.up" in moved_by.roles
    if up and figure.word in word_list("zh", "products.counted") and things.endswith(product_words()):
        return Subject(words, series_by_code()["IND_PRODUCTS_GROWING"])
    if noun == words or last.unit != figure.unit or not things.endswith(word_list("zh", "industries.words")):
        return None
    grow = (
        up
        and last.subject.series.code == "IVA_INDUSTRIES_TOTAL"
        and name_series(noun, "IVA").base in ("IVA", "VALUE_ADDED")
    )
    series = Series("IVA_INDUSTRIES_GROWING", last.subject.series.base, None) if grow else NO_SERIES
    return Subject(f"{words}{OF}{things}", series)


OF = "的"


def those_grown(clause: Clause, noun: str, rest: list[Token]) -> Subject | None:
    """How many of the divisions of industry told before have grown: 36个行业大类中，19个增加值正增长."""
    last = clause.scene.last
    grow = bool(rest) and "change.up" in rest[0].roles and name_series(noun, "IVA").base in ("IVA", "VALUE_ADDED")
    if last is None or last.subject.series.code != "IVA_INDUSTRIES_TOTAL" or not grow:
        return None
    series = Series("IVA_INDUSTRIES_GROWING", last.subject.series.base, None)
    return Subject(noun + clause.words(rest[:1]), series)


def those_moved(scene: Scene, figure: Figure) -> Subject:
    """Those of the things counted before that rose, fell or stayed: 41个行业23增18减."""
    told, grow = scene.subject, figure.word in word_list("zh", "change.up")
    if told.series.code == "IVA_INDUSTRIES_TOTAL" and grow:
        return Subject(told.label, Series("IVA_INDUSTRIES_GROWING", told.series.base, None))
    if told.label.endswith(product_words()) and grow:
        return Subject(told.label, series_by_code()["IND_PRODUCTS_GROWING"])
    return Subject(told.label)


def part_of_those(clause: Clause, figure: Figure) -> Subject | None:
    """How many of a number named just before: 41个行业大类中，36个实现增长."""
    last = clause.scene.last
    if last is None or figure.unit != "NUM" or last.unit != "NUM" or last.subject is not clause.scene.subject:
        return None
    if last.subject.series.code == "IVA_INDUSTRIES_TOTAL":
        return Subject(last.subject.label, Series("IVA_INDUSTRIES_GROWING", last.subject.series.base, None))
    if figure.word in word_list("zh", "products.counted") and last.subject.label.endswith(product_words()):
        return Subject(last.subject.label, series_by_code()["IND_PRODUCTS_GROWING"])
    return Subject(last.subject.label) if clause.done else None


def those_moved_too(scene: Scene, words: str) -> Subject | None:
    """Those of the things counted before that moved another way: 价格下降的有21个，上涨的有12个."""
    told, of, things = scene.subject.label.partition(OF)
    ends = (*word_list("zh", "change.up"), *word_list("zh", "change.down"))
    end = longest_end(told, ends)
    return Subject(told.removesuffix(end) + words + of + things) if end and end != told else None


def product_words() -> tuple[str, ...]:
    """The words for products of industry."""
    return word_list("zh", "products.words")
