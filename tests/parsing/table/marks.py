"""How the marks of tables write an observation."""

from __future__ import annotations

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
