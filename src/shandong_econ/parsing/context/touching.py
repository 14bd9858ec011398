"""Times of a list that touch, as 7、8月 or May and June: what is told of them together is of their span."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Period
from shandong_econ.parsing.told import Told


def span_of(listed: Sequence[Told[Period | None]], language: str) -> Told[Period | None]:
    """The last of the times that a clause lists, with those right before it that it goes on from."""
    last = first = len(listed) - 1
    while first and _touch(listed[first - 1], listed[first], language):
        first -= 1
    begun, told = listed[first], listed[last]
    if begun is told or begun.value is None or told.value is None:
        return told
    return Told(begun.value.through(told.value), begun.start, told.end)


def _touch(one: Told[Period | None], other: Told[Period | None], language: str) -> bool:
    """Whether a time stands right behind another, and is as long and the next; of a year not known, in that year."""
    before, after = one.value, other.value
    if before is None or before.months is None or after is None or other.start - one.end > _BETWEEN[language]:
        return False
    return before.year_is_open is after.year_is_open and before.following() == after and before < after


_BETWEEN = {"zh": 1, "en": len(" and ")}  # characters
