"""Three numbers with colons between: the shares of the three industries in gross domestic product, or a plain ratio."""

from __future__ import annotations

import attrs

from shandong_econ.model import Measure
from shandong_econ.parsing.scene import Reading
from shandong_econ.parsing.series import series_by_code

THREE = ("VA_PRIMARY", "VA_SECONDARY", "VA_TERTIARY")


def three_industries(readings: list[Reading]) -> None:
    """Makes shares of three readings that add up to 100, and ratios of others."""
    total = sum(r.figure.value for r in readings)
    shares = 99 <= total <= 101
    for reading, code in zip(readings, THREE, strict=True):
        reading.measure = Measure.SHARE if shares else Measure.RATIO
        reading.unit = "PT" if shares else "RO"
        reading.comparison, reading.sign, reading.rule = None, 1, "three-way ratio"
        if shares and (reading.subject.series.code in (None, "INDUSTRY_STRUCTURE", "GDP", *THREE)):
            reading.subject = attrs.evolve(reading.subject, series=series_by_code()[code])
            reading.relative_to = "GDP"
