"""A whole text: its head, its paragraphs in their languages, its figures as observations."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from datetime import date

from shandong_econ.model import Area, Report, Status
from shandong_econ.parsing.account import Traced, account_for, notes_of
from shandong_econ.parsing.chinese import sentence as chinese
from shandong_econ.parsing.chinese.on_the_spot import spot_of, stay_on
from shandong_econ.parsing.dateline import dateline_end
from shandong_econ.parsing.english import sentence as english
from shandong_econ.parsing.finding.places import area_named
from shandong_econ.parsing.head.heading import after_caption, after_numbering, goals_run_in, heading, without_release
from shandong_econ.parsing.head.home_old import find_home
from shandong_econ.parsing.head.masthead import read_masthead
from shandong_econ.parsing.observing_old import observe
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.reach import begin_paragraph, begin_sentence, close_list, go_on_in_list, open_list
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.retold_old import date_headline, date_lead, date_title
from shandong_econ.parsing.sections import enter
from shandong_econ.parsing.setting import Source, set_scene
from shandong_econ.parsing.speech.statements import find_statements, speaker_of
from shandong_econ.parsing.split import sentences


def read_text(
    text: str, language: str | None, published: date | None, area: Area | str | None
) -> tuple[Report, list[Traced]]:
    """The report of a text, and the account of how it was read; see `parse`."""
    source = Source.of(text, language)
    masthead = read_masthead(text, source.cleaned, source.paragraphs)
    home = find_home(source.cleaned, source.spans) if area is None else area_named(area)
    scene = set_scene(source, masthead, home, published or masthead.dateline_date)
    readings: list[Reading] = []
    headline: list[Reading] = []
    for n, paragraph in enumerate(source.paragraphs):
        if n < masthead.body_from and n != masthead.title_at:
            scene.account.pass_over(paragraph[0], paragraph[1], "masthead")
            continue
        scene.position.is_title = n == masthead.title_at
        told = list(_read_paragraph(source, paragraph, scene))
        date_headline(headline, told)
        headline = told if scene.position.in_heading and not scene.times.said_time else []
        readings.extend(told)
    if masthead.title_at is not None:
        date_title(readings, source.spans[masthead.title_at][1])
    date_lead(readings, scene)
    statements = find_statements(text, source.cleaned, source.paragraphs)
    observations = [observe(reading, speaker_of(statements, reading.figure.start)) for reading in readings]
    traced = account_for(source.cleaned, scene.account.trace.values())
    report = Report(
        text=text,
        title=masthead.title,
        language=source.language,
        published=scene.times.calendar.published,
        area=home,
        authors=masthead.authors,
        publisher=masthead.publisher,
        observations=observations,
        statements=statements,
        notes=notes_of([*traced, *scene.account.remarks], observations),
    )
    return report, traced


def _read_paragraph(source: Source, paragraph: tuple[int, int, str], scene: Scene) -> Iterator[Reading]:
    cleaned, (start, end, tongue) = source.cleaned, paragraph
    in_list = tongue == "en" and is_item(cleaned, start, end)
    if tongue == "en" and not in_list:
        close_list(scene)
    opens_list = tongue == "en" and cleaned[end - 1] == ":"
    if opens_list:
        open_list(scene)
    head = heading(cleaned, start, end, tongue, is_title=scene.position.is_title)
    body = after_caption(cleaned, start, end, tongue) if head is not None else start
    scene.position.in_heading = head is not None and body == start
    if body > start:
        scene, head = scene.apart(), None  # "Figure 2: GDP from 2013 to 2017" says nothing of what follows
        scene.account.pass_over(start, body, "caption")
    times = None
    if head is not None and scene.position.is_title and tongue == "en" and is_abroad(scene):
        titled, head = head, without_release(cleaned, end, head)
        times = copy(scene.times) if head is not titled else None
    if head is not None:
        enter(scene, head)
    elif (goals := goals_run_in(cleaned, start, end, tongue)) is not None:
        enter(scene, goals)
    spot = spot_of(scene)
    begin_paragraph(scene, is_item=in_list)
    if tongue == "zh":
        stay_on(scene, spot, cleaned, start, end)
    scene.position.goes_on = tongue == "zh" and cleaned[end - 1] in _GOES_ON
    if (stated := dateline_end(cleaned, start, end, tongue)) > start:
        scene.account.pass_over(start, stated, "dateline")
        body = stated
    for first, last, opens in sentences(cleaned, body, end, tongue):
        begin_sentence(scene, opens=opens)
        if tongue == "zh":
            yield from chinese.read_sentence(cleaned, source.text, first, last, scene)
        else:
            yield from english.read_sentence(cleaned, source.lower, source.text, first, last, scene)
        scene.position.opens_paragraph = False
    scene.times = times or scene.times  # the month in which a release came out is none that it tells of
    if opens_list:
        go_on_in_list(scene)
    if opens_list and (head is None or scene.plans.status is Status.T):
        scene.plans.section_status = scene.plans.status
        scene.times.document_period = scene.times.period if scene.times.said_time else scene.times.document_period


_GOES_ON = frozenset("；;，,")


def is_item(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is an item of a list: it has a bullet or a number before it, or no full stop at its end."""
    marked = text[max(0, start - 2) : start].strip() != "" or after_numbering(text, start, end) > start
    return text[end - 1] not in ".!?" or marked


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as they are read, as (start, end)."""
    source = Source.of(text, None)
    for start, end, tongue in source.paragraphs:
        for first, last, _ in sentences(source.cleaned, start, end, tongue):
            yield first, last
