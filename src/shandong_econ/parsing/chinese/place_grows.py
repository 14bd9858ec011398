"""Places that grow, of which no series is named: what their 增速 or 总量 is of is their economy."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Status
from shandong_econ.parsing.chinese.asked import Asked
from shandong_econ.parsing.finding.series import NO_SERIES, series_by_code
from shandong_econ.parsing.resolving.natures import own_unit
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Subject
from shandong_econ.parsing.resolving.unit_classes import MONEY

GROWS = frozenset({"rate.growth", "rate.decline", "change.up", "change.down"})
_PLANS = frozenset({"status.target", "status.forecast", "link.filler", "area.home"})


def growth_of_place(asked: Asked, told: Subject | None) -> Subject | None:
    """The economy of a place, where its growth is told and nothing that grows; `told` is what was spoken of last."""
    goes_back = _goes_back_to_economy(asked)
    if not (goes_back or _is_growth_of_place(asked, told) or _is_goal_of_growth(asked)):
        return None
    economy = Subject(_place_and_rate(asked), series_by_code()["GDP"])
    if goes_back:
        asked.scene.subject = economy
    return economy


def size_of_place(asked: Asked) -> Subject | None:
    """The economy of a place, where only how large the place is is told: 长沙总量突破1.4万亿元."""
    scene, told = asked.scene, asked.scene.subject
    size = asked.words in word_list("zh", "totals.words") or (asked.found.total and not asked.words)
    bare = asked.found.area is not None and size
    money = asked.figure.unit in MONEY and (told is NO_SUBJECT or own_unit(told) not in MONEY | {None})
    if not bare or not money:
        return None
    scene.subject = Subject(asked.words or _place_and_rate(asked), series_by_code()["GDP"])
    return scene.subject


def _is_growth_of_place(asked: Asked, told: Subject | None) -> bool:
    """Whether a place itself is to grow so, of which no series was told: 消费有望回暖，预计全省全年增速在5%左右."""
    found, tokens = asked.found, asked.clause.tokens
    place = found.area or found.home
    grows = asked.figure.unit == "PT" and (found.clues.verb or found.clues.noun) and not found.clues.says
    if place is None or not grows or asked.scene.plans.status is Status.A:
        return False
    plans = (t for t in tokens if t.end <= place.start and t.time is None)
    measured = told is not None and any(reading.subject == told for reading in asked.scene.recent)
    return (told is None or told.series == NO_SERIES) and not measured and all(t.roles & _PLANS for t in plans)


def _goes_back_to_economy(asked: Asked) -> bool:
    """Whether a paragraph opens on the pace of a place, of whose economy the text is: 教授 何敏：浙江一季度的增速….

    A series that was told before it is gone on about, but not a firm's.
    """
    scene, clues = asked.scene, asked.found.clues
    last = scene.subject.series
    opens = scene.position.opens_paragraph and not scene.recent and (last.code is None or last.base != scene.base)
    of_economy = scene.grown is not None and scene.grown.series.code == "GDP"
    return opens and of_economy and asked.found.area is not None and bool(clues.noun) and not clues.verb


def _is_goal_of_growth(asked: Asked) -> bool:
    """Whether it is what a place is to grow by, in a sentence that tells nothing else: 确保完成全年5%以上的增长目标."""
    pieces = asked.clause.tokens
    at = pieces[asked.following].start if asked.following < len(pieces) else asked.figure.end
    named = asked.clause.source.startswith(word_list("zh", "plan.growth"), at)
    return named and asked.figure.unit == "PT" and asked.scene.main_subject is None


def _place_and_rate(asked: Asked) -> str:
    place = asked.found.area or asked.found.home
    return asked.clause.words([t for t in asked.clause.tokens if t is place or t.roles & GROWS])
