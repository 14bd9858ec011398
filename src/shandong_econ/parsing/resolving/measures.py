"""What kind of number a figure is: rules in order, named for those who ask why, and the first that fits decides."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure, Qualifier, Status
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.comparing import period_of_base
from shandong_econ.parsing.resolving.over import compare, last_of
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.told_before import points_told_last

PERCENT = frozenset({"PT", "PTM"})
RATES = PERCENT | {"PPT", "RO"}
COUNTED = frozenset({"NUM", "PS", "PS_VISIT"})
SPANS = frozenset({"YEARS", "MONTHS"})
LEAST_INDEX = 50  # percent; an index of prices is near 100, a growth is not


def measure(figure: Figure, clues: Clues, subject: Subject, scene: Scene) -> Reading:
    """The figure with its measure, sign, comparison and qualifier; what and when it is about are set by the caller."""
    reading = Reading(figure, subject, Measure.LEVEL, unit=figure.unit, status=scene.status)
    hedge = figure.hedge or (None if clues.qualifier is None else clues.qualifier.value)
    reading.qualifier = Qualifier(hedge) if hedge else Qualifier.EQ
    if Says.STREAK in clues.says and (figure.unit in SPANS or figure.ordinal or not figure.unit):
        reading.measure, reading.rule = Measure.STREAK, "streak"
    elif figure.ordinal or (Says.RANK in clues.says and figure.is_word and figure.unit is None):
        reading.measure, reading.unit, reading.rule = Measure.RANK, "NUM", "rank"
    elif figure.unit in PERCENT:
        _percent(reading, clues, scene)
    elif figure.unit == "PPT":
        _points(reading, clues, scene)
    elif figure.unit == "RO":
        _times(reading, clues, scene)
    else:
        _amount(reading, clues, scene)
    return reading


def _set(r: Reading, measure: Measure, rule: str, *, sign: int = 1, of: str = "") -> None:
    r.measure, r.rule, r.sign, r.relative_to = measure, rule, sign, of or None


def _percent(r: Reading, clues: Clues, scene: Scene) -> None:
    says = clues.says
    moved = clues.verb or clues.noun
    if clues.met and Says.SHARE in says and (last := last_of(scene)) is not None and last.status is Status.T:
        _set(r, Measure.ACHIEVEMENT, "part of a goal that was met", of=last.subject.label)
        r.status = Status.A
    elif Says.OF_PERIOD in says and clues.base is not None:
        _set(r, Measure.RATIO, "ratio to another period")
        r.base = period_of_base(clues.base, scene.calendar, scene.period)
    elif Says.GOAL in says and (clues.side or not clues.verb):
        if clues.side and not moved:
            _set(r, Measure.GAP, "gap to a goal", sign=clues.side, of=clues.goal)
        else:
            _set(r, Measure.ACHIEVEMENT, "achievement", of=clues.goal)
    elif Says.CONTRIBUTION_RATE in says:
        _set(r, Measure.CONTRIBUTION_RATE, "contribution rate", of=clues.relative)
    elif (
        Says.SHARE in says
        and (last := last_of(scene)) is not None
        and last.measure is Measure.CONTRIBUTION
        and clues.carries_on
    ):
        _set(r, Measure.CONTRIBUTION_RATE, "contribution rate", of=last.relative_to or "")
    elif Says.SHARE in says or (Says.SHARE_NOUN in says and (not clues.verb or clues.is_to)):
        _set(r, Measure.SHARE, "share", of=clues.relative)
    elif Says.SHARE_NOUN in says:
        _set(r, Measure.CHANGE, "change of a share, in percent", sign=clues.verb)
        r.unit, r.relative_to = "PPT", "share"
        compare(r, clues, scene)
    elif clues.noun and clues.side and not clues.verb:
        r.unit = "PPT"  # "the growth of exports was 4 percent higher than the average"
        _points(r, clues, scene)
    elif clues.is_to and (last := last_of(scene)) is not None and last.relative_to == "share":
        _set(r, Measure.SHARE, "share after its change")
    elif clues.is_to and clues.verb and _is_flow(r.subject) and Says.FROM not in says:
        _set(r, Measure.GROWTH, "growth where it got to", sign=1)  # "retail sales picked up to 9.1%"
        compare(r, clues, scene, default=True)
    elif clues.is_to and not _is_rate(r.subject) and (last := last_of(scene)) is not None and _slowed(last):
        _set(r, Measure.GROWTH, "growth after its change", sign=-1 if last.rule == "points of a decline" else 1)
        compare(r, clues, scene, default=True)
    elif clues.also and (same := last_of(scene)) is not None and _changed(same):
        _set(r, Measure.GROWTH, "growth beside the change", sign=same.sign)
        r.comparison, r.base = same.comparison, same.base
        if clues.comparison is not None or clues.base is not None or r.comparison is None:
            compare(r, clues, scene, default=True)
        if same.measure is Measure.CHANGE:
            same.comparison, same.base = r.comparison, r.base  # "an increase of 41,000, or 1.3%, over 2018"
    elif moved and not clues.is_to and _tells_points(r, clues, scene):
        _set(r, Measure.CHANGE, "change of a rate, in percent", sign=clues.verb or clues.noun)
        last = last_of(scene)
        r.unit, r.relative_to = "PPT", "share" if last is not None and last.measure is Measure.SHARE else None
        compare(r, clues, scene)
    elif r.figure.unit == "PTM" and clues.verb and not clues.is_to:
        _set(r, Measure.CHANGE, "change of a rate, in per mille", sign=clues.verb)  # a growth is told in percent
        compare(r, clues, scene)
    elif moved and (not clues.is_to or clues.noun):
        _set(
            r, Measure.GROWTH, "growth", sign=clues.verb if clues.verb and not clues.is_to else clues.noun or clues.verb
        )
        compare(r, clues, scene, default=True)
    elif r.figure.signed and r.figure.unit == "PT":
        _set(r, Measure.GROWTH, "growth with a printed sign")
        compare(r, clues, scene, default=True)
    elif _is_share(r.subject):
        _set(r, Measure.SHARE, "share by its name")
    elif _is_rate(r.subject):
        r.rule = "level of a rate"
    elif clues.also and not clues.side and (part := last_of(scene)) is not None and part.measure is Measure.LEVEL:
        _set(r, Measure.SHARE, "share beside the amount", of=part.relative_to or "")
    elif Says.PACE in says and (last := last_of(scene)) is not None and _is_pace(last) and last.rule != _MORE:
        r.unit = "PPT"  # "0.4 percent faster" is said of the points between two growths
        _points(r, clues, scene)
    elif clues.side:
        _set(r, Measure.GROWTH, _MORE, sign=clues.side)
        compare(r, clues, scene, default=True)
    elif r.figure.value > LEAST_INDEX and (_is_price(r.subject) or _is_index(r.subject)):
        r.rule = "level of an index"
    elif (last := _last_percent(scene)) is not None:
        _set(r, last.measure, f"{last.rule.removesuffix(', carried')}, carried", of=last.relative_to or "")
        if r.measure is Measure.GROWTH:
            r.sign = last.sign if clues.carries_on or clues.elides else 1
            compare(r, clues, scene, default=True)
    elif _is_price(r.subject) and Says.LEVEL_VERB not in says:
        _set(r, Measure.GROWTH, "growth of a price", sign=clues.side or 1)
        compare(r, clues, scene, default=True)
    elif clues.comparison is not None or (clues.beside and (gap := last_of(scene)) is not None and _is_gap(gap)):
        _set(r, Measure.GROWTH, "growth")
        compare(r, clues, scene, default=True)
    else:
        r.rule = "level in percent"


def _points(r: Reading, clues: Clues, scene: Scene) -> None:
    if Says.CONTRIBUTION in clues.says:
        _set(r, Measure.CONTRIBUTION, "contribution", sign=clues.verb or clues.side or 1, of=clues.relative)
    elif (
        clues.side
        and clues.base is None
        and clues.comparison is None
        and not (clues.open_side and points_told_last(scene))
    ):
        _set(r, Measure.GAP, "gap", sign=clues.side, of=clues.relative)
    else:
        growth = next((x for x in reversed(scene.recent) if x.measure is Measure.GROWTH), None)
        falling = clues.noun < 0 or (not clues.noun and growth is not None and growth.sign < 0)
        grown = clues.noun > 0 and clues.side != 0  # "with the growth rate 0.4 percentage points lower"
        sign = clues.side if grown else clues.verb or clues.side or 1
        if Says.NARROW in clues.says:
            sign = 1 if falling else -1
        elif Says.WIDEN in clues.says and (falling or clues.noun < 0):
            sign = -1
        elif clues.noun < 0:
            sign = -sign
        last = last_of(scene)
        before = _last_change(scene)
        share = Says.SHARE_NOUN in clues.says or (last is not None and last.measure is Measure.SHARE)
        rate = last is not None and last.measure is Measure.GROWTH
        rule = "points of a decline" if falling else "change in points"
        grows = (rate and not _is_rate(r.subject)) or (clues.noun != 0 and last is None)
        _set(r, Measure.CHANGE, rule, sign=sign, of="share" if share else "growth" if grows else "")
        compare(r, clues, scene)
        if r.comparison is None and rate and before is not None:  # 涨幅较上半年缩小…；…，涨幅扩大…
            r.comparison, r.base = before.comparison, before.base
        elif r.comparison is None and clues.open_side and (beside := points_told_last(scene)) is not None:
            r.comparison, r.base = beside.comparison, beside.base


def _times(r: Reading, clues: Clues, scene: Scene) -> None:
    if not r.figure.word and not clues.side:
        _set(r, Measure.RATIO, "ratio")
        return
    _set(r, Measure.MULTIPLE, "multiple", sign=clues.verb or 1, of=clues.relative)
    if clues.verb or clues.comparison is not None or clues.base is not None:
        compare(r, clues, scene, default=True)
    elif not clues.side and (clues.relative or _was_ratio(scene)):
        r.measure, r.rule = Measure.RATIO, "ratio to another series"
    else:
        r.comparison = scene.usual_comparison() if clues.open_side else Comparison.SINCE  # "2.1 times more"


def _amount(r: Reading, clues: Clues, scene: Scene) -> None:
    last = last_of(scene)
    if r.unit == "PS" and last is not None and last.measure is Measure.RANK and (clues.verb or clues.side):
        r.unit = "NUM"  # 居全国第10位，较一季度提升7位: places, not people
        _set(r, Measure.CHANGE, "change of a rank", sign=clues.verb or clues.side, of="rank")
        compare(r, clues, scene)
        return
    if clues.side and clues.verb == 0:
        _set(r, Measure.CHANGE, "more or less", sign=clues.side)
        compare(r, clues, scene)
        last_of_amount = next((one for one in reversed(scene.recent) if one.rule == r.rule), None)
        if r.comparison is None and clues.open_side and last_of_amount is not None:
            r.comparison, r.base = last_of_amount.comparison, last_of_amount.base
    elif clues.verb and not clues.is_to and Says.FROM not in clues.says:
        _set(r, Measure.CHANGE, "change", sign=clues.verb)
        compare(r, clues, scene)
    elif r.unit is None and _own_unit(r.subject) == "RO":
        _set(r, Measure.RATIO, "ratio")
    else:
        r.rule = "level"
        if r.unit is None and not r.figure.power and r.subject.label.endswith(word_list("zh", "index.names")):
            r.unit = "IX"


FEW = 5  # points that a share gains or loses at most, where they are printed as percent


def _tells_points(r: Reading, clues: Clues, scene: Scene) -> bool:
    """Whether percent are printed where points are meant: of a rate or a small part of a share told just before."""
    last = last_of(scene)
    if clues.of_share:
        return True  # "an increase of 2.1% in proportion"
    if r.figure.unit != "PT" or last is None or last.unit != "PT" or not clues.near or last.subject != r.subject:
        return False
    if last.measure is Measure.SHARE:
        return r.figure.value <= FEW and r.figure.value < last.figure.value
    return last.measure is Measure.LEVEL and _is_rate(r.subject)


_MORE = "more or less, in percent"


def _is_flow(subject: Subject) -> bool:
    """Whether a series is told as an amount, so that what it "picked up to" in percent is its growth."""
    own = _own_unit(subject)
    return own is not None and own not in PERCENT | {"IX", "RO"}


def _changed(last: Reading) -> bool:
    """Whether a percentage after "or" tells a change once more: "an increase of 41,000, or 1.3%"."""
    return last.measure is Measure.GROWTH or (last.measure is Measure.CHANGE and last.unit not in PERCENT | {"PPT"})


def _slowed(last: Reading) -> bool:
    """Whether a growth was just told to have changed, in points."""
    return last.unit == "PPT" and last.relative_to == "growth"


def _is_pace(last: Reading) -> bool:
    """Whether percent that are "higher" than before are points of what was told last."""
    return last.measure in (Measure.GROWTH, Measure.SHARE)


def _was_ratio(scene: Scene) -> bool:
    """Whether what was told last was so many times something else: "3.05 times what farmers have; it was 3.1 times"."""
    last = last_of(scene)
    return last is not None and last.measure is Measure.RATIO and bool(last.figure.word)


def _own_unit(subject: Subject) -> str | None:
    code = subject.series.code
    return None if code is None else kinds()[code].unit


def _is_rate(subject: Subject) -> bool:
    code = subject.series.code
    if code is None:
        return subject.is_rate
    row = kinds()[code]
    return subject.is_rate or row.unit in PERCENT or (row.unit == "IX" and row.family != "prices")


def _is_gap(r: Reading) -> bool:
    return r.measure is Measure.GAP


def _is_share(subject: Subject) -> bool:
    code = subject.series.code
    return code is not None and kinds()[code].kind == "SHARE"


def _is_price(subject: Subject) -> bool:
    code = subject.series.code
    return code is not None and kinds()[code].family == "prices"


def _is_index(subject: Subject) -> bool:
    return subject.label.endswith(word_list("zh", "index.names"))


def _last_change(scene: Scene) -> Reading | None:
    """The change of a rate told just before, whose base holds for the next one that tells none."""
    last = next((x for x in reversed(scene.recent[-3:]) if x.unit == "PPT"), None)
    return last if last is not None and last.measure is Measure.CHANGE and last.relative_to == "growth" else None


def _last_percent(scene: Scene) -> Reading | None:
    """The last figure in percent whose kind a figure without a verb takes over."""
    return next(
        (x for x in reversed(scene.recent[-4:]) if x.unit in PERCENT and x.measure is not Measure.ACHIEVEMENT), None
    )
