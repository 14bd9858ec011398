"""Bare nouns that are not of all that their series is of but of those just told of: 民宿接待游客…、营业收入…."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.bare_nouns import is_bare, is_held, owner_of, tells_investment
from shandong_econ.parsing.finding.series import NO_SERIES, Series, families
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, MONEY


def is_of_others(scene: Scene, words: str, series: Series) -> bool:
    """Whether a bare noun is not of all that its series is of but of what was told just before.

    线上销售花椒120吨，销售额…; 运河开挖土石方2.9亿立方米，完成投资….
    """
    if _is_of_other_trade(scene, words, series) or _is_of_product(scene, words) or _is_of_branch(scene, series):
        return True
    if words in word_list("zh", "trade.volumes"):
        return True  # 年产刀剪6亿件，出口量占全国的八成: all trade is told in money
    if series.code == "IND_OUTPUT_VALUE" and words in word_list("zh", "output.any") and not _is_industrial(scene):
        return True  # 制种玉米…，产值超过60亿元
    money = word_list("zh", "money.currency")
    if series.code in _BALANCES and scene.subject_is_near and scene.subject.label.startswith(money) and is_bare(words):
        return True  # 人民币存款余额…；贷款余额…
    if words in word_list("zh", "goes_on.within"):
        return (series.base or "").partition("_")[0] != (scene.base or "").partition("_")[0]
    last = scene.last
    if last is None or not scene.subject_is_near or last.subject is not scene.subject:
        return False
    if last.subject.series != NO_SERIES or last.unit in MONEY:
        return False
    of_firms = last.unit in COUNTED and last.subject.label.endswith(word_list("zh", "goes_on.firms")) and is_bare(words)
    return of_firms or tells_investment(words)


def is_part_of_held(scene: Scene, words: str, series: Series) -> bool:
    """Whether a series is a part of what some firms have: 重点商贸企业零售额1.2亿元，其中餐饮收入增长8%."""
    told = scene.subject
    whole = scene.position.in_part and told.series.code is None and is_held(told) and bool(owner_of(told.label))
    return whole and series.code is not None and not words.startswith(word_list("zh", "strip.firms"))


def _is_of_other_trade(scene: Scene, words: str, series: Series) -> bool:
    """Whether a bare noun of industry is of those outside it who were just told of: 民宿接待游客…、营业收入…."""
    told = scene.subject_is_near and any(reading.subject is scene.subject for reading in scene.recent[-1:])
    if not told or not is_bare(words) or families().get(series.base or "") != _INDUSTRY:
        return False
    return _INDUSTRY not in {families().get(scene.subject.series.base or ""), families().get(scene.base or "")}


def _is_of_product(scene: Scene, words: str) -> bool:
    """Whether a bare flow is that of the product just told of, which has no code: 出口咖啡豆3.1万吨，出口量占…."""
    told, flows = scene.subject, word_list("zh", "trade.one_way")
    of_product = told.series.code is None and told.label.startswith(flows) and told.label not in flows
    return scene.subject_is_near and of_product and words in flows


def _is_of_branch(scene: Scene, series: Series) -> bool:
    """Whether taxes or trade are those of the branch that heads a sentence of a story: 茶产业产值3亿元，税收1亿元."""
    head = scene.main_subject
    if head is None or scene.position.in_report or head.series.code is not None:
        return False
    branch = owner_of(head.label).endswith(word_list("zh", "goes_on.holders"))
    return branch and families().get(series.base or "") in _BESIDE


_BESIDE = frozenset({"finance", "trade"})
"""Families of series of an area that a branch has too."""


def _is_industrial(scene: Scene) -> bool:
    """Whether what was spoken of before is of all industry, so that an output in yuan is too."""
    return scene.base is not None and scene.base.startswith(("IND_", "IVA"))


_BALANCES = frozenset({"DEPOSITS", "LOANS"})
_INDUSTRY = "industry"
