"""What `say` says as bulletins say it and the reader does not yet read so: each gap with an example, which must fail.

When a gap is mended, its example is read, the test of it says so, and the entry goes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import attrs

import shandong_econ as se
from shandong_econ.saying.times import is_bare_day


@attrs.frozen
class Gap:
    """A kind of sentence that is not yet read: which figures make it, given whether they open their sentence."""

    language: str
    why: str
    covers: Callable[[se.Observation, bool], bool]
    example: Sequence[se.Observation]


def figure(
    code: str, value: str, unit: str, period: str = "2022", area: str = "370000", **facts: object
) -> se.Observation:
    """A figure of Shandong in 2022, unless told otherwise."""
    coded = {"indicator": se.indicators()[code]} if code in se.indicators() else {"label": code}
    place, time = se.areas()[area], se.Period.parse(period)
    known = {"area": place, "period": time, "value": Decimal(value), "unit": se.units()[unit]}
    return se.Observation(**(coded | known | facts))  # type: ignore[arg-type]  # fields by name


def _unit(one: se.Observation) -> str | None:
    return None if one.unit is None else one.unit.code


GAPS = (
    Gap(
        "en",
        "the region ranked third in China: what it is ranked in becomes the place of the figure",
        lambda one, first: one.measure is se.Measure.RANK and one.relative_to == "China",
        [attrs.evolve(figure("GDP", "3", "NUM", measure="rank", relative_to="China"), area=se.Area(None, "Xihai"))],
    ),
    Gap(
        "en",
        "kelp seedlings reached 29 TEUs: whatever is counted in containers becomes the throughput of ports",
        lambda one, first: one.indicator is None and _unit(one) == "TEU",
        [figure("kelp seedlings", "29.5", "TEU")],
    ),
    Gap(
        "en",
        "fell 2 percent month on month on May 28, 2022: the quarter of an earlier sentence makes it quarter on quarter",
        lambda one, first: one.comparison is se.Comparison.MONTH_ON_MONTH and is_bare_day(one.period),
        [
            figure("GDP", "3", "PT", "2022-Q1", measure="growth", comparison="year_on_year"),
            figure("DEPOSITS", "2", "PT", "2022-05-28", measure="growth", comparison="month_on_month"),
        ],
    ),
)


def is_unread(one: se.Observation, language: str, *, first: bool) -> bool:
    """Whether a figure makes a sentence that is not yet read."""
    return any(gap.covers(one, first) for gap in GAPS if gap.language == language)
