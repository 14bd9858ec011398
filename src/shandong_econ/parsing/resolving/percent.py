"""What a number in percent is: rules in order, and the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure, Status
from shandong_econ.parsing.finding.series import NO_SERIES, families
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.comparing import period_of_base
from shandong_econ.parsing.resolving.natures import is_index, is_inflation, is_price, is_rate, is_share, own_unit
from shandong_econ.parsing.resolving.over import compare
from shandong_econ.parsing.resolving.percent_moves import (
    change_in_per_mille,
    change_of_growth,
    change_of_rate,
    change_of_share,
    compared_growth,
    goal_of_amount,
    growth,
    growth_after_change,
    growth_beside_change,
    growth_got_to,
    growth_in_brackets,
    growth_of_amount,
    growth_of_price,
    is_more_of_share,
    more_or_less,
    part_of_index,
    points_faster,
    signed_growth,
)
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.told_before import percent_told, told
from shandong_econ.parsing.resolving.unit_classes import PERCENT

Rule = Callable[[Reading, Clues, Scene], bool]
"""Decides what a figure is and gives True, or leaves it to the next rule."""

CARRIED = ", carried"  # with which the name of a rule ends that goes on with what was told
LEAST_INDEX = 50  # percent; an index of prices is near 100, a growth is not


def read_percent(r: Reading, clues: Clues, scene: Scene) -> None:
    """Decides what a number in percent is."""
    if not any(rule(r, clues, scene) for rule in _RULES):
        r.rule = "level in percent"


def _part_of_goal(r: Reading, clues: Clues, scene: Scene) -> bool:
    last = scene.last
    if not (clues.met and Says.SHARE in clues.says and last is not None and last.status is Status.T):
        return False
    r.be(Measure.ACHIEVEMENT, "part of a goal that was met", of=last.subject.label)
    r.status = Status.A
    return True


def _ratio(r: Reading, clues: Clues, scene: Scene) -> bool:
    if Says.OF_OTHER not in clues.says:
        return False
    r.be(Measure.RATIO, "ratio to another", of=clues.relative)
    r.base = None if clues.base is None else period_of_base(clues.base, scene.times.calendar, scene.times.period)
    return True


def _goal(r: Reading, clues: Clues, scene: Scene) -> bool:
    if Says.GOAL not in clues.says or (clues.verb and not clues.side):
        return False
    if clues.noun and not clues.goal and not clues.side:
        return False  # "its export growth target at 10 percent" is a growth
    if clues.side and not (clues.verb or clues.noun):
        r.be(Measure.GAP, "gap to a goal", sign=clues.side, of=clues.goal)
    else:
        r.be(Measure.ACHIEVEMENT, "achievement", of=clues.goal)
    return True


def _contribution_rate(r: Reading, clues: Clues, scene: Scene) -> bool:
    if Says.CONTRIBUTION_RATE not in clues.says:
        return False
    r.be(Measure.CONTRIBUTION_RATE, "contribution rate", of=clues.relative)
    return True


def _contribution_beside_points(r: Reading, clues: Clues, scene: Scene) -> bool:
    """The part of a growth that was just told in points: "adding 1.2 percentage points, which is 23 percent of it"."""
    points = told(scene, Measure.CONTRIBUTION)
    if Says.SHARE not in clues.says or not clues.carries_on or points is None:
        return False
    r.be(Measure.CONTRIBUTION_RATE, "contribution rate", of=points.relative_to or "")
    return True


def _share(r: Reading, clues: Clues, scene: Scene) -> bool:
    moved = (clues.verb and not clues.is_to) or is_more_of_share(r, clues)
    if Says.SHARE not in clues.says and (Says.SHARE_NOUN not in clues.says or moved):
        return False
    r.be(Measure.SHARE, "share", of=clues.relative)
    return True


def _share_after_change(r: Reading, clues: Clues, scene: Scene) -> bool:
    """Where a share got to: 占比提高1.2个百分点，达到61%."""
    last = scene.last
    if last is None:
        return False
    went = (
        (clues.verb and clues.is_to) or Says.FROM in clues.says or clues.other_period
    )  # to where it got, or from where
    same = last.measure is Measure.SHARE and went and r.subject is last.subject
    moved = last.relative_to == "share" and (clues.is_to or (clues.carries_on and last.unit == "PPT"))
    if not (same or moved):
        return False
    r.be(Measure.SHARE, "share after its change")
    return True


def _named_share(r: Reading, clues: Clues, scene: Scene) -> bool:
    if not is_share(r.subject):
        return False
    r.be(Measure.SHARE, "share by its name")
    return True


def _rate_of_prices(r: Reading, clues: Clues, scene: Scene) -> bool:
    """What a bulletin on prices calls the rate, and inflation of whatever kind: the growth of prices over a year."""
    called = clues.words or r.subject.label
    bare = called.lower().partition(" for ")[0] in word_list("en", "rate.of_prices")
    if not is_inflation(called) and (not bare or families().get(scene.base or "") != "prices"):
        return False
    r.be(Measure.GROWTH, "rate of prices")
    r.comparison = clues.comparison or Comparison.YEAR_ON_YEAR
    return True


def _rate(r: Reading, clues: Clues, scene: Scene) -> bool:
    beside = clues.relative and clues.comparison is None and clues.base is None  # 合格率比普通工艺高12%
    if not is_rate(r.subject) or (clues.side and (beside or own_unit(r.subject) == "IX")):
        return False  # "the index was 2.9 percent higher than in May"
    r.rule = "level of a rate"
    return True


def _share_beside_amount(r: Reading, clues: Clues, scene: Scene) -> bool:
    part = told(scene, Measure.LEVEL)
    if not (clues.also or clues.equals) or clues.side or part is None or part.unit in PERCENT:
        return False
    r.be(Measure.SHARE, "share beside the amount", of=part.relative_to or "")
    return True


def _level_of_index(r: Reading, clues: Clues, scene: Scene) -> bool:
    if r.figure.value <= LEAST_INDEX or not (is_price(r.subject) or is_index(r.subject)):
        return False
    r.rule = "level of an index"
    return True


def _carried(r: Reading, clues: Clues, scene: Scene) -> bool:
    last = percent_told(scene)
    other = last is not None and last.subject != r.subject and Says.FROM in clues.says
    if last is None or (last.measure is Measure.SHARE and other):
        return False  # after a share, "water losses came down from 6 to 5 percent"
    if last.measure is Measure.GROWTH and _is_told_alone(r, clues):
        return False
    r.be(last.measure, f"{last.rule.removesuffix(CARRIED)}{CARRIED}", of=last.relative_to or "")
    if r.measure is Measure.GROWTH:
        beside = clues.in_brackets and told(scene, Measure.LEVEL) is not None  # "5 billion yuan (9%)"
        # a fall "milder than the 8 percent of May"
        deepens = clues.other_period and not {Says.NARROW, Says.WIDEN}.isdisjoint(clues.says)
        goes_on = (clues.carries_on or clues.elides or deepens) and last.status is r.status and not beside
        r.sign = last.sign if goes_on else 1  # after a fall, a target is one for a rise
        compare(r, clues, scene, default=True)
        if goes_on and clues.within and clues.comparison is None and clues.base is None:
            r.comparison, r.base = last.comparison, last.base  # "growth was 6 percent for firms and 2 | for offices"
    return True


def _is_told_alone(r: Reading, clues: Clues) -> bool:
    """Whether something that is no series stands at a percentage, as no growth does: "load factors averaged 82%"."""
    named = clues.words != "" and not clues.where  # not "for small shops, the figure was 6.5 percent"
    return Says.STATES in clues.says and named and r.subject.series == NO_SERIES


_RULES: tuple[Rule, ...] = (
    _part_of_goal,
    _ratio,
    _goal,
    part_of_index,
    _contribution_rate,
    _contribution_beside_points,
    _share,
    change_of_share,
    change_of_growth,
    _share_after_change,
    growth_got_to,
    growth_after_change,
    growth_beside_change,
    change_of_rate,
    change_in_per_mille,
    points_faster,
    growth,
    signed_growth,
    _named_share,
    _rate_of_prices,
    _rate,
    _share_beside_amount,
    more_or_less,
    _level_of_index,
    _carried,
    growth_of_price,
    compared_growth,
    growth_of_amount,
    goal_of_amount,
    growth_in_brackets,
)
