"""A reading as an observation of the model."""

from __future__ import annotations

from shandong_econ.lexicon.concepts import indicators, units
from shandong_econ.lexicon.words import holds_any
from shandong_econ.model import Measure, Observation, Span, Speaker
from shandong_econ.parsing.finding.series import code_by_key, kinds
from shandong_econ.parsing.resolving.readings import Reading

COMPOUND = {
    "CNY": ("CNY_PS", "CNY_100CNY"),
    "KG": ("KG_MU",),
    "PT": ("IX",),
    "TCE": ("TCE_10KCNY",),
    "NUM": ("NUM_10KPS",),
}
"""For a unit as printed, the units of series that are printed so: income per head is printed in yuan."""
OF_THE_SERIES = frozenset({Measure.LEVEL, Measure.CHANGE, Measure.GAP, Measure.RATIO})


def observe(reading: Reading, speaker: Speaker | None) -> Observation:
    """The observation that a reading makes, said by this speaker."""
    figure = reading.figure
    code = reading.subject.series.code
    unit = _unit(reading, code)
    value = figure.value
    return Observation(
        label=reading.subject.label or None,
        indicator=indicators()[code] if code else None,
        area=reading.area,
        entity=reading.entity,
        period=reading.period,
        measure=reading.measure,
        comparison=reading.comparison,
        base=reading.base,
        value=-value if reading.sign < 0 and value > 0 else value,
        unit=units()[unit] if unit else None,
        unit_mult=figure.power,
        qualifier=reading.qualifier,
        status=reading.status,
        relative_to=reading.relative_to,
        speaker=speaker,
        span=Span(figure.start, figure.end),
    )


def _unit(reading: Reading, code: str | None) -> str | None:
    """The unit of a figure: of a series per head, per mu or of an index it is the series' own, whatever the word."""
    unit = reading.unit
    if reading.measure not in OF_THE_SERIES:
        return unit
    if (
        code is None and unit == "CNY" and not reading.figure.power
    ):  # a part of income per head without a code is per head too
        whole = code_by_key().get((reading.subject.series.base or "", "_T"))
        if reading.entity is not None or holds_any(reading.subject.label, "zh", "per_head.never"):
            return unit
        return own if whole and (own := kinds()[whole].unit) == "CNY_PS" else unit
    if code is None:
        return unit
    own = kinds()[code].unit
    return own if unit is None or own in COMPOUND.get(unit, ()) else unit
