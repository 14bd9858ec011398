"""Three numbers with colons between: the shares of the three industries in gross domestic product, or a plain ratio."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.finding.openings import longest_end
from shandong_econ.parsing.finding.series import put_together, series_by_code
from shandong_econ.parsing.finding.series_chinese import base_at_end
from shandong_econ.parsing.resolving.readings import Reading

INDUSTRIES = frozenset({"IVA_INDUSTRIES_TOTAL", "IVA_INDUSTRIES_GROWING"})
_PARTS = {"VA_PRIMARY": "PRIM", "VA_SECONDARY": "SEC", "VA_TERTIARY": "TERT"}
THREE = tuple(_PARTS)
_WHOLE = frozenset({None, "INDUSTRY_STRUCTURE", "GDP", *THREE})
_OF_OUTPUT = frozenset({None, "GDP", "VALUE_ADDED", "IVA", "INDUSTRY_STRUCTURE"})
"""Bases whose three shares are those of the industries in gross domestic product."""


MANY = 1000  # more things than that are no branches of industry
_BREADTHS = frozenset({Measure.GROWTH, Measure.SHARE, Measure.LEVEL})
NEAR_ENOUGH = Decimal("0.06")  # points, to which a printed percentage may be rounded


def mark_breadth(before: Sequence[Reading], reading: Reading) -> None:
    """Knows what percentage two counts make, or leave: of 35 industries 21 grew, or "all but 14", "a rate of 60%"."""
    if reading.unit != "PT" or reading.measure not in _BREADTHS or len(before) < 2:
        return
    a, b = before[-2], before[-1]
    if not all(r.unit == "NUM" and r.measure is Measure.LEVEL and 0 < r.figure.value < MANY for r in (a, b)):
        return
    part, whole = sorted((a.figure.value, b.figure.value))
    if all(abs(reading.figure.value - 100 * some / whole) > NEAR_ENOUGH for some in (part, whole - part)):
        return
    if reading.measure is Measure.GROWTH:
        reading.measure, reading.comparison, reading.sign, reading.rule = Measure.LEVEL, None, 1, "breadth of growth"
    if INDUSTRIES & {a.subject.series.code, b.subject.series.code}:
        reading.subject = attrs.evolve(reading.subject, series=series_by_code()["IVA_GROWTH_BREADTH"])


def three_industries(readings: list[Reading]) -> None:
    """Makes shares of three readings that add up to 100, and ratios of others."""
    total = sum(r.figure.value for r in readings)
    shares = 99 <= total <= 101
    for reading, code in zip(readings, THREE, strict=True):
        reading.measure = Measure.SHARE if shares else Measure.RATIO
        reading.unit = "PT" if shares else "RO"
        reading.comparison, reading.sign, reading.rule = None, 1, "three-way ratio"
        label = reading.subject.label
        base = base_at_end(label.removesuffix(longest_end(label, word_list("zh", "industries.parted"))))
        if shares and base not in _OF_OUTPUT:  # 三次产业投资构成
            reading.subject = attrs.evolve(reading.subject, series=put_together(base or "", _PARTS[code]))
        elif shares and (reading.subject.series.code in _WHOLE or reading.subject.series.base != base):
            reading.subject = attrs.evolve(reading.subject, series=series_by_code()[code])
            reading.relative_to = "GDP"
