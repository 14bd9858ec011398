"""What a number in percentage points is: what a part added to a total, a distance to another series, or a change."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure, Status
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.comparing import is_then
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.resolving.natures import is_rate
from shandong_econ.parsing.resolving.over import compare
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.told_before import change_of_growth, points_told_last


def read_points(r: Reading, clues: Clues, scene: Scene) -> None:
    """Decides what a number in points is."""
    at_open_side = clues.open_side and not clues.relative
    lies_between = not (clues.verb or clues.noun or clues.side) and _is_between(r.subject.label)
    side = clues.side or (clues.verb or clues.noun or 1) * (lies_between or is_average(clues.relative))
    over_base = clues.adds and clues.base is not None and not clues.relative  # "adding 4 points compared with May"
    if (Says.CONTRIBUTION in clues.says and not over_base) or _adds(r, clues, scene):
        r.be(Measure.CONTRIBUTION, "contribution", sign=clues.verb or clues.side or 1, of=clues.relative)
    elif (growth := _grown_before_bracket(clues, scene)) is not None:
        r.be(Measure.CONTRIBUTION, "contribution of a growth", sign=-1 if growth.figure.value * growth.sign < 0 else 1)
    elif (before := _contributed_before(clues, scene)) is not None:
        r.be(Measure.CONTRIBUTION, "contribution, carried", sign=before.sign, of=before.relative_to or "")
    elif side and clues.base is None and clues.comparison is None and not (at_open_side or is_then(clues.relative)):
        deeper = -side if clues.noun < 0 and clues.side else side  # 降幅比全省大2个百分点
        r.be(Measure.GAP, "gap", sign=deeper, of=clues.relative)
    else:
        _change(r, clues, scene)


def is_average(relative: str) -> bool:
    """Whether words name an average, which is the other side of a gap: "an increase of 2 points over the average"."""
    return relative.rpartition(" ")[2] in word_list("en", "other_side.averages")


def _is_between(label: str) -> bool:
    """Whether words name how far apart two series are: "the difference between the two rates"."""
    noun, _, rest = label.lower().partition(" ")
    return noun in word_list("en", "apart.nouns") and rest.startswith(word_list("en", "apart.links"))


def _change(r: Reading, clues: Clues, scene: Scene) -> None:
    falling = _falls(clues, scene)
    last = scene.last
    before = change_of_growth(scene)
    share = Says.SHARE_NOUN in clues.says or (last is not None and last.measure is Measure.SHARE)
    rate = (last is not None and last.measure is Measure.GROWTH) or (clues.revised and r.subject == scene.grown)
    grows = (rate and not is_rate(r.subject)) or (clues.noun != 0 and last is None)
    rule = FALLING if falling else "change in points"
    r.be(Measure.CHANGE, rule, sign=_sign(clues, falling=falling), of="share" if share else "growth" if grows else "")
    averages = clues.base is not None and clues.comparison is Comparison.ANNUAL_AVERAGE
    compare(r, attrs.evolve(clues, comparison=None) if averages else clues, scene)  # 比上半年的两年平均增速高…
    if r.comparison is None and rate and before is not None and before.period == scene.times.period:
        # 涨幅较上半年缩小…；…，涨幅扩大…
        r.comparison, r.base = before.comparison, before.base
    elif r.comparison is None and share and _is_told_over_year(r, scene):
        r.comparison = scene.usual_comparison()  # 增长6.9%，占比提升2.5个百分点
    elif clues.revised and clues.base is None and clues.comparison is None:
        r.comparison = None  # an estimate is revised over nothing
    elif r.comparison is None and clues.open_side and (beside := points_told_last(scene)) is not None:
        r.comparison, r.base = beside.comparison, beside.base


def _adds(r: Reading, clues: Clues, scene: Scene) -> bool:
    """Whether a part is said to add points, to the growth that is spoken of: "inventories added 0.1 points"."""
    last = scene.last
    of_rate = is_rate(r.subject) or Says.SHARE_NOUN in clues.says or (last is not None and last.subject == r.subject)
    return clues.adds and clues.comparison is None and clues.base is None and not of_rate


def _grown_before_bracket(clues: Clues, scene: Scene) -> Reading | None:
    """The growth behind which a bracket says only so many points: "hotels rose by 5.5% (0.3 percentage points)"."""
    last = scene.last
    moves = clues.verb or clues.side or clues.noun or clues.comparison or clues.base
    return last if clues.in_brackets and not moves and last is not None and last.measure is Measure.GROWTH else None


def _contributed_before(clues: Clues, scene: Scene) -> Reading | None:
    """The contribution with which a clause goes on that leaves its verb out: "services added 3 points, farming 1"."""
    last = scene.last
    goes_on = clues.elides or clues.is_to  # "the next largest was services, at 0.3 points"
    then = clues.other_period and not clues.words  # "it contributed 0.5 points, compared with 0.6 in May"
    if then and last is not None and last.measure is Measure.CONTRIBUTION:
        return last
    alone = goes_on and not (clues.verb or clues.side) and clues.comparison is None and clues.words != ""
    return last if alone and last is not None and last.measure is Measure.CONTRIBUTION else None


def _is_told_over_year(r: Reading, scene: Scene) -> bool:
    """Whether it is a result of at most a year, which news set beside that of the year before; a report says if so."""
    if scene.position.in_report:
        over = None if scene.comparing.stated is None else scene.comparing.stated[0]
        return over is Comparison.YEAR_ON_YEAR and r.status is Status.A
    months = None if scene.times.period is None else scene.times.period.months
    return months is not None and months <= YEAR and r.status is Status.A


FALLING = "points of a decline"


def _falls(clues: Clues, scene: Scene) -> bool:
    """Whether it is a decline that got larger or smaller."""
    last = scene.last
    if not clues.noun and last is not None and last.measure in (Measure.LEVEL, Measure.SHARE) and last.unit == "PT":
        return False  # 出口下降3%，失业率5.2%，比上月扩大0.2个百分点
    growth = next((x for x in reversed(scene.recent) if x.measure is Measure.GROWTH), None)
    return clues.noun < 0 or (not clues.noun and growth is not None and growth.sign < 0)


def _sign(clues: Clues, *, falling: bool) -> int:
    """The sign of a change: the narrowing of a decline is a rise."""
    if Says.NARROW in clues.says:
        return 1 if falling else -1
    if Says.WIDEN in clues.says and falling:
        return -1
    grown = clues.noun > 0 and clues.side != 0  # "with the growth rate 0.4 percentage points lower"
    sign = clues.side if grown else clues.verb or clues.side or 1
    return -sign if clues.noun < 0 else sign
