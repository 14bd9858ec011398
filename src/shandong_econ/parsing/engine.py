"""A sentence read by the cascade, in the context of those before it, and what a heading makes of that context."""

from __future__ import annotations

from shandong_econ.lexicon.words import holds_any
from shandong_econ.model import Period, Status
from shandong_econ.parsing.clauses_chinese import clauses
from shandong_econ.parsing.clauses_english import clauses_english
from shandong_econ.parsing.context.plans import heads_plans
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.subjects_english import put_forward
from shandong_econ.parsing.context.times import is_day
from shandong_econ.parsing.finding.series_english import base_of_heading
from shandong_econ.parsing.frames import Frame, frames_of, in_runs
from shandong_econ.parsing.grammar.classes import AND, CLOSE, OPEN, STOP
from shandong_econ.parsing.grammar.shapes import Grammar
from shandong_econ.parsing.lexing.lists import LIST
from shandong_econ.parsing.lexing.tokens import Sentence
from shandong_econ.parsing.telling import tell
from shandong_econ.parsing.told import Reading, Told


def read_sentence(sentence: Sentence, shapes: Grammar, context: Context) -> tuple[list[Reading], Context]:
    """The figures of a sentence, and the context after it."""
    told: list[Reading] = []
    parted, at = clauses if sentence.language == "zh" else clauses_english, 0
    matches = shapes.matches(sentence.classes) if sentence.has_figure else []
    if matches and shapes.bases and context.times.sentence is None:
        was = [n for match in matches if "was" in match.slots for n in range(match.slots["was"][0], match.tail)]
        times = context.times.foresees(sentence, matches[0].start, shapes.bases, was)
        context = context if times is context.times else context._replace(times=times)
    outside = None  # what was told of outside the bracket that a figure stands in
    for run in in_runs(matches):
        between = sentence.classes[at : run[0].start]
        if outside is not None and CLOSE in between.partition(OPEN)[0]:
            subjects, places = outside
            context, outside = context._replace(subjects=subjects, places=places), None
        if OPEN in between and sentence.language == "zh" and between.rfind(OPEN) > between.rfind(CLOSE):
            outside = context.subjects, context.places
        zone = parted(sentence, at, run[0].start)
        context = context.hears(sentence, zone)
        frames: list[Frame] = []
        for match in run:
            frames += frames_of(sentence, match, zone, opens=not told)
        of = len(frames)
        if frames[0].of != of:  # a list that another shape goes on with, or a ratio
            frames = [frame._replace(n=n, of=of) for n, frame in enumerate(frames)]
        readings = tell(frames, context)
        if not readings:
            continue  # a number that measures nothing: what stands before it may be told of the next
        told += readings
        context = context.after(readings)
        at = run[-1].end
    rest = sentence.classes[at:]
    if rest and (rest != STOP or not told):  # a stop behind a figure tells nothing
        context = context.hears(sentence, parted(sentence, at, len(sentence.tokens)))
    if sentence.language == "en":
        context = _leaves(sentence, at, context, told=bool(told))
    same = context.comparisons.sentence or context.comparisons.heard
    if same is not None and holds_any(sentence.text[same.start : sentence.end], sentence.language, "same_below.words"):
        context = context._replace(comparisons=context.comparisons._replace(text=same))
    return told, context


def _leaves(sentence: Sentence, at: int, context: Context, *, told: bool) -> Context:
    """The context with what an English sentence leaves to be taken up: the list that it ends with, its topic."""
    subjects = context.subjects
    if AND in sentence.classes[at:] or subjects.listed:
        lists = [sentence.said(*one.span()) for one in LIST.finditer(sentence.classes, at)]
        subjects = subjects._replace(listed="".join(lists[-1:]))
    if not told and at < len(sentence.tokens):
        subjects = subjects._replace(topic=put_forward(context))
    return context if subjects is context.subjects else context._replace(subjects=subjects)


def heads(line: str, language: str, context: Context, *, is_title: bool) -> Context:
    """The context after a heading: what it says of time, place, comparison and plans holds for its section."""
    plans, times, places = context.plans, context.times, context.places
    planned, told = heads_plans(line, language), times.sentence
    if planned and told is not None and times.calendar.is_gone(told.value):
        planned = False  # 一年来的主要工作
    if planned is not None:
        plans = plans._replace(section=Status.T if planned else Status.A)
    if is_title and len(years := frozenset(one.value for one in times.listed if one.value is not None)) > 1:
        times, told = times._replace(years_over=years), None  # each paragraph that begins with one of them tells of it
    period = None if told is None or (is_title and is_day(told)) else told.value  # a day dates the text
    if told is not None and period is not None and is_title and times.calendar.is_running(period):
        times = times._replace(document=None, paragraph=None, planned=told)  # of which what is over is told in parts
    elif told is not None and period is not None and (is_title or planned is not None or period.months == 12):
        times = times._replace(section=told, document=times.document or told, titled=times.titled or is_title)
    elif planned and times.calendar.this_year is not None:
        times = times._replace(section=Told(Period.of(times.calendar.this_year)))
    if not is_title:
        places = places._replace(section=places.paragraph)
    comparisons = context.comparisons._replace(section=None if is_title else context.comparisons.heard)
    return context._replace(plans=plans, times=times, places=places, comparisons=comparisons)


def heads_parts(line: str, context: Context) -> Context:
    """The context after an English heading or caption that names what the lines under it tell the parts of."""
    base = base_of_heading(line)
    return context if base is None else context._replace(subjects=context.subjects._replace(base=base))
