"""Figures that a text tells first without a time, and again with one: its title's, and those that news open with."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from shandong_econ.model import Comparison, Qualifier, Status
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene


def date_title(readings: Sequence[Reading], end: int) -> None:
    """Gives a figure of the title that tells no time the period with which the text says it again."""
    for reading in readings:
        if reading.figure.start >= end:
            return
        if reading.period is None:
            again = (r for r in readings if r.figure.start >= end and _is_same(r, reading))
            reading.period = next((r.period for r in again), None)


def date_headline(headline: Sequence[Reading], told: Sequence[Reading]) -> None:
    """Gives a figure of a headline that tells no time the period with which the paragraph under it says it again."""
    for reading in headline:
        again = (other for other in told if other.period is not None and _is_same(other, reading))
        reading.period = next((other.period for other in again), reading.period)


def date_lead(readings: Sequence[Reading], scene: Scene) -> None:
    """Gives a growth with which news open without a time that of the same series, which they tell first with one."""
    dated, day = next((one for one in readings if one.period is not None), None), scene.times.calendar.published
    last = None if dated is None or dated.period is None else dated.period.last
    if dated is None or last is None or day is None or not 0 <= (day - last).days <= _RECENT:
        return
    for reading in readings:
        if reading is dated:
            return
        same = reading.entity is None and reading.subject.series.code == dated.subject.series.code is not None
        if same and reading.comparison is Comparison.YEAR_ON_YEAR and reading.status is Status.A:
            reading.period = dated.period


_RECENT = 60  # days after the end of a period in which news of it come out


def _is_same(one: Reading, other: Reading) -> bool:
    if one.measure is not other.measure or one.area != other.area:
        return False
    if one.unit != other.unit and other.unit is not None:  # 逼近3500亿 leaves it unsaid
        return False
    return _says_value(other, one)


def _says_value(one: Reading, other: Reading) -> bool:
    """Whether a title's number is that of the text, or the round one that it hedges: 逾5300万 for 5312.4万."""
    if one.figure.power != other.figure.power:
        return False
    off = abs(one.figure.value - other.figure.value)
    if one.qualifier is Qualifier.EQ:
        return off < Decimal(1).scaleb(int(one.figure.value.as_tuple().exponent))  # 3712万 for 3712.4万
    alike = one.subject.label == other.subject.label and one.entity == other.entity
    return off * (_ROUNDED_ALIKE if alike else _ROUNDED) <= abs(other.figure.value)


_ROUNDED = 50  # a round number is off by no more than one part in so many
_ROUNDED_ALIKE = 10  # ... and one of the same thing by no more than one in so many: 超20亿元 for 21.3亿元
