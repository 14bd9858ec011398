"""What `say` says as bulletins say it and the reader does not yet read so: each gap with an example, which must fail.

When a gap is mended, its example is read, the test of it says so, and the entry goes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import attrs

import shandong_econ as se


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
        "kelp seedlings reached 29 TEUs: whatever is counted in containers becomes the throughput of ports",
        lambda one, first: one.indicator is None and _unit(one) == "TEU",
        [figure("kelp seedlings", "29.5", "TEU")],
    ),
)


def is_unread(one: se.Observation, language: str, *, first: bool) -> bool:
    """Whether a figure makes a sentence that is not yet read."""
    return any(gap.covers(one, first) for gap in GAPS if gap.language == language)
