"""The subject that words of a Chinese clause name, which the scene goes on with."""

from __future__ import annotations

from shandong_econ.lexicon.words import holds_any, word_list
from shandong_econ.parsing.chinese.bare_nouns import owner_of, tells_investment
from shandong_econ.parsing.chinese.carried import going_on
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.nouns import (
    without_predicate,
)
from shandong_econ.parsing.chinese.owners import owned
from shandong_econ.parsing.finding.openings import first_at
from shandong_econ.parsing.finding.series import Series, put_together, series_by_code
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def is_partner(tokens: list[Token]) -> bool:
    """Whether the words name one with whom one trades, and nothing else: 东盟为我省第一大贸易伙伴，双边贸易额…."""
    return len(tokens) == 1 and tokens[0].naming is not None and (tokens[0].naming.breakdown or "").startswith(_PARTNER)


_PARTNER = "PARTNER:"


def partner_told(clause: Clause, tokens: list[Token], following: int) -> Subject | None:
    """The trade with one who is said to rank among the partners: 欧盟为辽宁第二大贸易伙伴, 东盟连续5年为…."""
    if tokens and clause.words(tokens[-1:]) in word_list("zh", "copula.words"):
        tokens = tokens[:-1]
    rest = clause.words(clause.following(following))
    if not is_partner(tokens) or not holds_any(rest, "zh", "copula.predicates"):
        return None
    words = clause.words(tokens)
    base = "TRADE:IE" if holds_any(rest, "zh", "copula.partners") else ""
    return Subject(words, put_together(base, name_series(words, None).breakdown or ""))


def _of_whoever_runs(words: str) -> Series | None:
    """The series of what somebody runs: 国际陆港开行中欧班列."""
    parts = (words.partition(verb)[2] for verb in word_list("zh", "deeds.runs"))
    named_so = (name_series(part, None) for part in parts if part)
    return next((series for series in named_so if series.code is not None), None)


def _with_partner(scene: Scene, words: str) -> str:
    """A flow with the partner told last for 其: 东盟为第一大贸易伙伴，对其进出口…；自其进口…."""
    it = first_at(words, word_list("zh", "trade.with_it"))
    if not it or words.removeprefix(it) not in word_list("zh", "trade.flows"):
        return words
    last = next(
        (one for one in (scene.topic, scene.subject) if (one.series.breakdown or "").startswith(_PARTNER)), None
    )
    return words if last is None else (owner_of(last.label) or last.label) + words.removeprefix(it)


def _without_zone(scene: Scene, words: str) -> str:
    """A series of the zone spoken of without the word for the zone before it: 合作区地区生产总值."""
    zone = scene.owners.entity
    if zone is None or not zone.is_zone or name_series(words, None).code is not None:
        return words
    ends = (zone.name[cut:] for cut in range(len(zone.name) - SHORTEST, 0, -1))
    rest = next((words.removeprefix(end) for end in ends if words.startswith(end)), words)
    return rest if rest != words and name_series(rest, None).code is not None else words


SHORTEST = 2  # characters of what a zone is called in short
_OF_INDUSTRIES = frozenset({"IVA_INDUSTRIES_TOTAL", "IVA_INDUSTRIES_GROWING", "IVA_GROWTH_BREADTH"})
_OF_PRODUCERS = frozenset({"PPI", "PPIRM"})


def named(clause: Clause, words: str) -> Subject:
    """The subject of these words, which the scene goes on with."""
    scene = clause.scene
    things = f"{clause.owner}{words}" if clause.done and clause.owner else ""  # 两个集群营收: the revenue is theirs
    of_projects = tells_investment(words)
    words = without_predicate(words, scene.base)
    words = _without_zone(scene, _with_partner(scene, words))
    series = name_series(things if things and not of_projects else words, scene.base)
    if series.base == "IND_REVENUE" and holds_any(words, "zh", "cluster.words"):
        series = series_by_code()["CLUSTER_REVENUE"]
    if series.code is None:
        series = _of_whoever_runs(words) or series
    label = words
    if not things or of_projects:
        label, series = owned(scene.owner, words, scene.base) or going_on(scene, words, series)
        near = scene.position.in_part or (scene.subject_is_near and words in word_list("zh", "trade.one_way"))
        if near and words in word_list("zh", "trade.flows") and _is_of_branch(scene.subject):
            series = Series(None, series.base, None)  # 产业营业收入318亿元，其中出口27.4亿元
    if scene.topic.label.startswith(word_list("zh", "link.excluding")) and scene.topic.series.base == series.base:
        label, series = scene.topic.label + label, scene.topic.series  # 扣除房地产开发投资，固定资产投资增长8.6%
    if series.base == "CPI" and series.breakdown != "_T" and scene.base in _OF_PRODUCERS and scene.subject_is_near:
        series = Series(None, scene.base, None)  # 生活资料价格下降0.3%，其中食品价格下降…
    clause.owner = "" if clause.done else clause.owner
    scene.base = "IVA" if series.base in _OF_INDUSTRIES else series.base or scene.base
    scene.subject_is_part, scene.subject_is_near = scene.position.in_part, True
    scene.subject = Subject(things or label, series, words.endswith(rates()))
    return scene.subject


def _is_of_branch(subject: Subject) -> bool:
    """Whether what was told is a series of a part without a code that is no trade, whose exports have none either."""
    series = subject.series
    held = subject.label.startswith(word_list("zh", "goes_on.holders")) or series.base is not None
    return series.code is None and held and not (series.base or "").startswith("TRADE")


def rates() -> tuple[str, ...]:
    """The endings of names of rates, whose level is told in percent."""
    return word_list("zh", "rates.words")
