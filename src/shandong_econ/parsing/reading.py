"""A whole text: its head, its paragraphs in their languages, its figures as observations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shandong_econ.model import Area, Observation, Report, Status
from shandong_econ.parsing import chinese, english
from shandong_econ.parsing.account import Traced, account_for, notes_of
from shandong_econ.parsing.clean import clean, in_lower_case
from shandong_econ.parsing.head import Heading, counts_from_preceding, dateline_end, find_calendar, find_home, heading
from shandong_econ.parsing.observing import observe
from shandong_econ.parsing.periods import resolve
from shandong_econ.parsing.places import area_named
from shandong_econ.parsing.scene import Scene
from shandong_econ.parsing.split import language_of, paragraphs, sentences


def read_text(
    text: str, language: str | None, published: date | None, area: Area | str | None
) -> tuple[Report, list[Traced]]:
    """The report of a text, and the account of how it was read; see `parse`."""
    cleaned = clean(text)
    lower = in_lower_case(cleaned)
    main = language or language_of(cleaned) or "en"
    spans = list(paragraphs(cleaned))
    home = find_home(cleaned, spans) if area is None else area_named(area)
    scene = Scene(find_calendar(cleaned, spans, published), home, by_preceding=counts_from_preceding(lower))
    observations: list[Observation] = []
    for start, end in spans:
        tongue = language_of(cleaned[start:end]) or main
        head = heading(cleaned, start, end, tongue)
        if head is not None:
            enter(scene, head)
        scene.begin_paragraph()
        if tongue == "en":
            body = dateline_end(cleaned, start, end)
            if body > start:
                scene.trace[start] = Traced(start, body, "dateline")
                start = body
        for first, last, opens in sentences(cleaned, start, end, tongue):
            scene.begin_sentence(opens)
            if tongue == "zh":
                found = chinese.read_sentence(cleaned, text, first, last, scene)
            else:
                found = english.read_sentence(cleaned, lower, text, first, last, scene)
            scene.opens_paragraph = False
            observations.extend(observe(reading) for reading in found)
    traced = account_for(cleaned, scene.trace.values())
    report = Report(
        text=text,
        language=main,
        published=published,
        area=home,
        observations=observations,
        notes=notes_of([*traced, *scene.remarks], observations),
    )
    return report, traced


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


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as they are read, as (start, end)."""
    cleaned = clean(text)
    for start, end in paragraphs(cleaned):
        for first, last, _ in sentences(cleaned, start, end, language_of(cleaned[start:end]) or "en"):
            yield first, last
