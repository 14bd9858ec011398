"""A whole text: its head, its paragraphs in their languages, its figures as observations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from shandong_econ.lexicon.concepts import areas, indicators, units
from shandong_econ.model import Area, Note, Observation, Report, Span, Status
from shandong_econ.parsing import chinese, english
from shandong_econ.parsing.clean import clean, in_lower_case
from shandong_econ.parsing.head import Heading, dateline_end, find_calendar, find_home, heading
from shandong_econ.parsing.measures import REMARKED
from shandong_econ.parsing.periods import resolve
from shandong_econ.parsing.scene import Reading, Scene
from shandong_econ.parsing.series import kinds
from shandong_econ.parsing.split import language_of, paragraphs, sentences


def read_text(text: str, language: str | None, published: date | None, area: Area | str | None) -> Report:
    """The report of a text; see `parse`."""
    cleaned = clean(text)
    lower = in_lower_case(cleaned)
    main = language or language_of(cleaned) or "en"
    spans = list(paragraphs(cleaned))
    home = _area(area) if area is not None else find_home(cleaned, spans)
    scene = Scene(find_calendar(cleaned, spans, published), home)
    observations: list[Observation] = []
    for start, end in spans:
        tongue = language_of(cleaned[start:end]) or main
        head = heading(cleaned, start, end, tongue)
        if head is not None:
            enter(scene, head)
        scene.begin_paragraph()
        if tongue == "en":
            start = dateline_end(cleaned, start, end)
        for first, last, opens in sentences(cleaned, start, end, tongue):
            scene.begin_sentence(opens)
            if tongue == "zh":
                found = chinese.read_sentence(cleaned, text, first, last, scene)
            else:
                found = english.read_sentence(cleaned, lower, text, first, last, scene)
            scene.opens_paragraph = False
            observations.extend(_observation(reading) for reading in found)
    return Report(
        text=text,
        language=main,
        published=published,
        area=home,
        observations=observations,
        notes=notes_of(scene, observations),
    )


def enter(scene: Scene, head: Heading) -> None:
    """Moves into the section that a heading opens: what it says of time and of plans holds until the next says other."""
    if head.time is None:
        if head.is_plan:
            scene.section_status = Status.T
        return
    period = resolve(head.time, scene.calendar)
    if period is not None:
        scene.section_status = Status.T if head.is_plan else Status.A
        scene.document_period = scene.flow_period = period
        this_year = scene.calendar.this_year
        scene.in_review = (
            this_year is not None and period.year is not None and period.year < this_year and not head.is_plan
        )


def notes_of(scene: Scene, observations: Sequence[Observation]) -> list[Note]:
    """What could not be read, and what was read and is suspect, in the order of the text."""
    notes = [Note(r.code, REMARKED[r.code], Span(r.start, r.end)) for r in scene.remarks]
    for o in observations:
        if o.unit is not None and o.unit.code == "ACRE" and o.area is not None and o.area.code is not None:
            notes.append(
                Note(
                    "unit_suspect", "acres in a report about China are mostly mu (亩, 1/15 hectare), translated", o.span
                )
            )
    return sorted(notes, key=lambda note: note.span or Span(0, 0))


def _area(area: Area | str | None) -> Area | None:
    if area is None or isinstance(area, Area):
        return area
    return areas().get(area) or Area(None, area)


def _observation(reading: Reading) -> Observation:
    figure = reading.figure
    value = figure.value
    code = reading.subject.series.code
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
        unit=units()[unit] if (unit := _unit(reading, code)) else None,
        unit_mult=figure.power,
        qualifier=reading.qualifier,
        status=reading.status,
        relative_to=reading.relative_to,
        speaker=reading.speaker,
        span=Span(figure.start, figure.end),
    )


_COMPOUND = {
    ("CNY", "CNY_PS"),
    ("CNY", "CNY_100CNY"),
    ("KG", "KG_MU"),
    ("PT", "IX"),
    ("TCE", "TCE_10KCNY"),
    (None, "RO"),
    (None, "IX"),
    ("NUM", "NUM_10KPS"),
}


def _unit(reading: Reading, code: str | None) -> str | None:
    """The unit of the figure: where the series is per head, per mu or an index, that is its unit, whatever the word."""
    unit = reading.unit
    own = kinds()[code].unit if code else None
    if (
        own is not None
        and (unit, own) in _COMPOUND | {(None, own)}
        and reading.measure.value in ("level", "change", "ratio")
    ):
        return own
    return unit


__all__ = ["Decimal", "read_text"]
