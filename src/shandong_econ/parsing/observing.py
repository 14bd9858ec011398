"""A reading as an observation of the model."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.concepts import indicators, units
from shandong_econ.lexicon.words import holds_any
from shandong_econ.model import Measure, Observation, Span, Speaker
from shandong_econ.parsing.finding.series import code_by_key, kinds
from shandong_econ.parsing.grounds import grounds_of
from shandong_econ.parsing.told import Reading

COMPOUND = {
    "CNY": ("CNY_PS", "CNY_100CNY"),
    "KG": ("KG_MU",),
    "PT": ("IX",),
    "TCE": ("TCE_10KCNY",),
    "NUM": ("NUM_10KPS",),
}
"""For a unit as printed, the units of series that are printed so: income per head is printed in yuan."""
OF_THE_SERIES = frozenset({Measure.LEVEL, Measure.CHANGE, Measure.GAP, Measure.RATIO})


def observe(reading: Reading, source: str, speaker: Speaker | None, headings: Sequence[tuple[int, int]]) -> Observation:
    """The observation that a reading makes, said by this speaker; its label is written as in `source`, the text."""
    figure, subject = reading.figure, reading.subject
    code = subject.series.code
    text, label, start, end = reading.frame.sentence.text, subject.label, subject.start, subject.end
    if label and (start < 0 or text[start:end] != source[start:end]):  # traditional characters, wide digits
        at = text.find(label, max(start, 0), end)
        label = source[at : at + len(label)] if at >= 0 else label
    base = None if subject.entity is not None else subject.series.base
    unit = unit_of_series(reading.measure, reading.unit, reading.power, code, subject.label, base)
    return Observation(
        label=label or None,
        indicator=indicators()[code] if code else None,
        area=reading.area.value if reading.area else None,
        entity=subject.entity,
        period=reading.period.value if reading.period else None,
        measure=reading.measure,
        comparison=reading.comparison.value if reading.comparison else None,
        base=reading.base,
        value=-figure.value if reading.sign < 0 and figure.value > 0 else figure.value,
        unit=units()[unit] if unit else None,
        unit_mult=reading.power,
        qualifier=reading.qualifier,
        status=reading.status,
        relative_to=reading.relative_to,
        speaker=speaker,
        span=Span(figure.start, figure.end),
        grounds=grounds_of(reading, headings),
    )


def unit_of_series(
    measure: Measure, unit: str | None, power: int, code: str | None, label: str, base: str | None
) -> str | None:
    """The unit of a figure: of a series per head, per mu or of an index it is the series' own, whatever the word."""
    if measure not in OF_THE_SERIES:
        return unit
    if code is None and unit == "CNY" and not power:
        whole = code_by_key().get((base or "", "_T"))
        per_head = whole is not None and kinds()[whole].unit == "CNY_PS"
        is_other = holds_any(label, "zh", "per_head.never")
        return "CNY_PS" if per_head and not is_other else unit  # a part of income per head is per head too
    if code is None:
        return unit
    own = kinds()[code].unit
    language = "en" if label.isascii() else "zh"
    if (own, unit) == ("KG_MU", "KG") and holds_any(label.lower(), language, "by_the_hectare.words"):
        return "KG_HA"
    return own if unit is None or own in COMPOUND.get(unit, ()) else unit
