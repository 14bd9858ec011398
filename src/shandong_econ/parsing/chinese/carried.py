"""What a bare noun means after what was spoken of: 完成投资 after projects, 出口 after a partner, 出栏 after cattle."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.words import holds_any, word_list, word_table
from shandong_econ.parsing.chinese.bare_nouns import is_bare, is_held, owner_of, tells_investment
from shandong_econ.parsing.chinese.others import is_of_others, is_part_of_held
from shandong_econ.parsing.chinese.owners import OF_CROPS
from shandong_econ.parsing.finding.series import (
    NO_SERIES,
    Series,
    families,
    kin,
    kinds,
    put_together,
    series_by_code,
)
from shandong_econ.parsing.finding.series_chinese import base_at_end, name_series
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene

_OF_PROJECTS = ("PROJECT_INVESTMENT", "FAI_PROJECTS_100M")
_INCOME = "INCOME_PC"
WHOLE = (None, "_T")
_KIND = "X:"  # with which the code of a kind of income begins, and not that of those who have it
NEAR = 3  # figures before investment among which projects are looked for


def going_on(scene: Scene, words: str, series: Series) -> tuple[str, Series]:
    """The label and the series of a noun that names `series` by itself, after what the scene was about."""
    if (its := _its(scene, words)) is not None:
        return its
    worth = _worth(scene.subject, series) if words in word_list("zh", "goes_on.values") else None
    if worth is not None and scene.subject_is_near:
        return scene.subject.label.removesuffix(words) + words, worth
    if tells_investment(words) and (told := _invested(scene)) is not None:
        return words, told
    deed = words.endswith(word_list("zh", "project.done"))
    owner = owner_of(words) if series == Series(None, "FAI", None) and deed else ""
    for word in word_list("zh", "project.in_time"):
        owner = owner.removesuffix(word)
    if owner not in word_list("zh", "project.words") and owner.endswith(word_list("zh", "project.words")):
        return words, _of_projects(Subject(owner))  # 省市重点工程完成投资
    if (whole := _of_people(scene, words, series)) is not None:
        return owner_of(scene.subject.label) + words, whole
    if (part := _of_part(scene, words, series)) is not None:
        return owner_of(scene.subject.label) + words if part.code is None else words, part
    if is_part_of_held(scene, words, series):
        return owner_of(scene.subject.label) + words, Series(None, series.base, None)
    if is_of_others(scene, words, series):
        return words, Series(None, series.base, None)
    if series.code == _INCOME and is_bare(words) and families().get(scene.base or "") != families()[_INCOME]:
        return words, NO_SERIES  # 老李种桃20亩，收入15万元: no residents were spoken of
    if _is_of_some(scene, series):
        return words, Series(None, series.base, series.breakdown)
    label, series = _of_topic(scene, words, series)
    near = any(reading.subject.series.base == scene.base for reading in scene.recent)
    code = word_table("zh", "in_short").get(f"{scene.base} {words}") if near else None
    if code == "":
        return label, NO_SERIES  # 快递业务量…；业务收入…: not that of software
    return label, series_by_code()[code] if series.code is None and code else series


def _worth(told: Subject, series: Series) -> Series | None:
    """The series of what things told before are worth: 金属矿砂2846.5万吨，价值…, 新能源汽车出口8.6万辆、货值…."""
    if told.series.code is None:
        return series
    return told.series if kinds()[told.series.code].family == _TRADE else None


_TRADE = "trade"


def _its(scene: Scene, words: str) -> tuple[str, Series] | None:
    """What 其 points to has, if that is a part: 高技术制造业增加值增长9.5%，其投资增长21.3%."""
    noun = words.removeprefix(word_list("zh", "anaphora.whose")[0])
    base = None if noun == words or not is_bare(noun) else name_series(noun, None).base
    if base is None or not (owner := owner_of(scene.subject.label)):
        return None
    part = scene.subject.series.breakdown
    return owner + noun, Series(None, base, None) if part in WHOLE else put_together(base, part or "")


def _of_people(scene: Scene, words: str, series: Series) -> Series | None:
    """The income or spending of those whose other one was told just before: 城镇居民人均可支配收入…；人均消费支出…."""
    last = scene.subject.series
    if not scene.subject_is_near or {series.base, last.base} != _OF_PEOPLE or last.breakdown in WHOLE:
        return None
    return put_together(series.base or "", last.breakdown or "") if is_bare(words) else None


_OF_PEOPLE = frozenset({"INCOME_PC", "CONSUMPTION_PC"})


def _is_of_some(scene: Scene, series: Series) -> bool:
    """Whether a kind of income is of those alone of whom was told before: 农民收入…。工资性收入…."""
    told = scene.main_subject or scene.main_before
    if told is None or {told.series.base, series.base} != {_INCOME}:
        return False
    kind, whose = series.breakdown or "", told.series.breakdown
    return kind.startswith(_KIND) and whose not in WHOLE and not (whose or "").startswith(_KIND)


def _of_topic(scene: Scene, words: str, series: Series) -> tuple[str, Series]:
    """A noun that goes on about the part that heads the sentence: 装备制造业增势明显，增加值增长…."""
    topic, last = scene.topic, scene.subject
    part = topic.series.breakdown
    if words in word_list("zh", "trade.flows") and part not in WHOLE:
        whole = put_together(series.base or "", part or "")  # 民营企业活力增强，进出口…
        if whole.code is not None:
            return topic.label, whole
    crop = last.series.breakdown or ""
    if words in word_list("zh", "yield.words") and crop not in ("", "P:GRAIN"):
        series = put_together("YIELD", crop)
    if series.base in OF_CROPS and series.breakdown == "_T" and crop.startswith("P:"):
        topic, part = last, crop  # 粮食播种面积…，总产…
    bare = series.base is not None and series.breakdown in WHOLE and is_bare(words)
    if series.code is None and bare and part not in WHOLE:
        whole = put_together(kin(series.base or "", scene.base), part or "")
        if whole.code is not None:
            return words if topic is last else topic.label, whole
    return words, series


def _of_part(scene: Scene, words: str, series: Series) -> Series | None:
    """The series of a bare noun that goes on about a part: 年末牛存栏…；全年出栏…, 对日本进出口…。其中，出口…."""
    last = scene.subject.series
    if words in word_list("zh", "trade.flows"):
        goes_on = scene.position.in_part or scene.subject_is_near
        of_part = (last.base or "").startswith("TRADE") and last.breakdown not in WHOLE
        if scene.subject_is_near and _is_output(scene.subject) and words in word_list("zh", "trade.one_way"):
            return Series(None, series.base, last.breakdown)  # 专用车产量占全国的…，出口增长…
        return put_together(series.base or "", last.breakdown or "") if goes_on and of_part else None
    if series.base is None or not is_bare(words):
        return None
    base = base_at_end(scene.subject.label) or last.base
    near = scene.subject_is_near and not scene.subject_is_part
    of_firms = near and last.code is None and is_held(scene.subject)
    if of_firms and any(series.base in bases for bases in _together("goes_on.sentence")):
        return Series(None, series.base, last.breakdown)  # 农产品加工企业1630家，营业收入3210亿元
    if base is None:
        return None
    if last.code is not None:  # 高技术制造业增加值…，增加值占…
        kindred = series.code is None and last.base == kin(series.base, last.base) and scene.subject_is_near
        return put_together(last.base or "", last.breakdown or "") if kindred and last.breakdown not in WHOLE else None
    together = _together("goes_on.paragraph") + (
        _together("goes_on.sentence") if scene.subject_is_near and _is_part(scene.subject) else ()
    )
    beside = scene.subject_is_part and not scene.position.in_part
    if beside or not any({base, series.base} <= bases for bases in together):
        return None
    owner = owner_of(scene.subject.label)
    named = name_series(owner + words, None) if owner else NO_SERIES  # 生猪饲养量…，其中存栏…
    return named if named.code is not None else Series(None, series.base, last.breakdown)


def _is_output(subject: Subject) -> bool:
    """Whether it is how much of a product was made or sold, whose exports are told next."""
    return subject.label.endswith(word_list("zh", "trade.outputs")) and len(owner_of(subject.label)) > 1


def _is_part(subject: Subject) -> bool:
    """Whether it is of some firms or branch only, as 专精特新企业营收: 销售产值 is another series of all."""
    of_branch = owner_of(subject.label).endswith(word_list("zh", "goes_on.ends"))
    return subject.series.breakdown not in WHOLE or of_branch or is_held(subject)


@cache
def _together(name: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(bases.split()) for bases in word_list("zh", name))


def _invested(scene: Scene) -> Series | None:
    """What 完成投资 is of: the projects told last, or the kind of investment that heads the sentence."""
    last = next((told for told in _told(scene) if _has_projects(told)), scene.subject)
    if last.series.code in _OF_PROJECTS:
        return last.series
    if _has_projects(last):
        part = last.series.breakdown if last.series.base == "FAI_PROJECT_COUNT" else None
        return put_together("FAI", part) if part else _of_projects(last)
    part = scene.topic.series.breakdown
    return put_together("FAI", part) if part not in WHOLE else None


def _told(scene: Scene) -> list[Subject]:
    """What was told last, the latest first."""
    return [scene.subject, *(reading.subject for reading in reversed(scene.recent[-NEAR:]))]


def _has_projects(subject: Subject) -> bool:
    return holds_any(subject.label, "zh", "project.words")


def _of_projects(projects: Subject) -> Series:
    """What is invested in projects: of all of them, or of a kind that has no code."""
    kind = projects.label if projects.series.code is None else ""
    for word in word_list("zh", "project.of_all"):
        kind = kind.replace(word, "")
    if kind:
        return Series(None, "FAI", None)  # 港航项目完成投资
    return series_by_code()["PROJECT_INVESTMENT"]
