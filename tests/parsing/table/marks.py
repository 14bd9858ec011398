"""How the marks of tables write an observation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shandong_econ.model import Observation


def read_as(one: Observation) -> tuple[str, ...]:
    """An observation as the marks of the cases write it."""
    compared = f" {one.comparison}" if one.comparison is not None else ""
    return (
        str(one.value),
        one.label or "-",
        one.indicator.code if one.indicator else "-",
        (one.area.code or one.area.name or one.area.name_zh if one.area else None) or "-",
        str(one.period) if one.period else "-",
        f"{one.measure}{compared}",
        f"{one.unit.code if one.unit else '-'} {one.unit_mult}",
    )


def marked(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The parts of each line of marks, with those spelled out that are as in the line before."""
    before: tuple[str, ...] = ()
    for line in lines:
        parts = [part.strip() for part in line.split("|")]
        before = tuple(before[n] if part == "=" else part for n, part in enumerate(parts))
        yield before
