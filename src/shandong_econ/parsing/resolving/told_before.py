"""What was told just before, by which a figure with few words of its own is measured."""

from __future__ import annotations

from shandong_econ.model import Measure
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene

PERCENT = frozenset({"PT", "PTM"})
MORE = "more or less, in percent"
FEW = 5  # points that a share gains or loses at most, where they are printed as percent


def tells_points(r: Reading, clues: Clues, scene: Scene) -> bool:
    """Whether percent are printed where points are meant: of a rate or a small part of a share told just before."""
    last = told_last(scene)
    if clues.of_share:
        return True  # "an increase of 2.1% in proportion"
    if r.figure.unit != "PT" or last is None or last.unit != "PT" or not clues.near or last.subject != r.subject:
        return False
    if last.measure is Measure.SHARE:
        return r.figure.value <= FEW and r.figure.value < last.figure.value
    return last.measure is Measure.LEVEL and is_rate(r.subject)


def was_ratio(scene: Scene) -> bool:
    """Whether what was told last was so many times something else: "3.05 times what farmers have; it was 3.1 times"."""
    last = told_last(scene)
    return last is not None and last.measure is Measure.RATIO and bool(last.figure.word)


def has_changed(last: Reading) -> bool:
    """Whether a percentage after "or" tells a change once more: "an increase of 41,000, or 1.3%"."""
    return last.measure is Measure.GROWTH or (last.measure is Measure.CHANGE and last.unit not in PERCENT | {"PPT"})


def has_slowed(last: Reading) -> bool:
    """Whether a growth was just told to have changed, in points."""
    return last.unit == "PPT" and last.relative_to == "growth"


def is_pace(last: Reading) -> bool:
    """Whether percent that are "higher" than before are points of what was told last."""
    return last.measure in (Measure.GROWTH, Measure.SHARE)


def own_unit(subject: Subject) -> str | None:
    """The unit of the series that a subject names."""
    code = subject.series.code
    return None if code is None else kinds()[code].unit


def is_rate(subject: Subject) -> bool:
    """Whether a subject is a rate or an index, which is told in percent as it stands."""
    code = subject.series.code
    if code is None:
        return subject.is_rate
    row = kinds()[code]
    return subject.is_rate or row.unit in PERCENT or (row.unit == "IX" and row.family != "prices")


def told_last(scene: Scene) -> Reading | None:
    """The figure told last."""
    return scene.recent[-1] if scene.recent else None


def change_of(subject: Subject, scene: Scene) -> Reading | None:
    """The change of an amount told just before of the same subject, against what it names."""
    last = told_last(scene)
    changed = last is not None and last.measure is Measure.CHANGE and last.unit != "PPT" and last.relative_to is None
    return last if changed and last is not None and last.comparison is not None and last.subject == subject else None


def last_change(scene: Scene) -> Reading | None:
    """The change of a rate told just before, whose base holds for the next one that tells none."""
    last = next((x for x in reversed(scene.recent[-3:]) if x.unit == "PPT"), None)
    return last if last is not None and last.measure is Measure.CHANGE and last.relative_to == "growth" else None


def last_percent(scene: Scene) -> Reading | None:
    """The last figure in percent whose kind a figure without a verb takes over."""
    return next(
        (x for x in reversed(scene.recent[-4:]) if x.unit in PERCENT and x.measure is not Measure.ACHIEVEMENT), None
    )
