"""A whole text: its head, its paragraphs in their languages, its figures as observations."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import localcontext
from operator import attrgetter

from shandong_econ.grids import Grid, tables_in
from shandong_econ.lexicon.words import holds_any
from shandong_econ.model import Area, Language, Period, Report, Span
from shandong_econ.parsing.account import Account, Traced, account_for, notes_of
from shandong_econ.parsing.context.places import Places
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.times import Times
from shandong_econ.parsing.dateline import dateline_end
from shandong_econ.parsing.engine import heads, heads_parts, read_sentence
from shandong_econ.parsing.finding.numerals import EXACT
from shandong_econ.parsing.finding.places import area_named, place
from shandong_econ.parsing.finding.times import find_times
from shandong_econ.parsing.grammar.classes import FIGURES, NAME, RATIO, TIME
from shandong_econ.parsing.grammar.shapes import grammar
from shandong_econ.parsing.head.heading import after_caption, find_calendar
from shandong_econ.parsing.head.home import find_home, home_within, titled_zone
from shandong_econ.parsing.head.masthead import Masthead, read_masthead, title_lines
from shandong_econ.parsing.headings import is_heading, numbering_end
from shandong_econ.parsing.lexing import lex
from shandong_econ.parsing.lexing.places import forget_places
from shandong_econ.parsing.lexing.text_names import TextNames, names_of
from shandong_econ.parsing.lexing.tokens import Sentence
from shandong_econ.parsing.observing import observe
from shandong_econ.parsing.resolving.calendar import is_at_end
from shandong_econ.parsing.retold import dated
from shandong_econ.parsing.source import Source
from shandong_econ.parsing.speech.statements import find_statements, speakers_of
from shandong_econ.parsing.speech.turns import Turn, turns
from shandong_econ.parsing.split import sentences
from shandong_econ.parsing.told import GIVEN, Reading, Told


def read_text(
    text: str,
    language: Language | None,
    published: date | None,
    area: Area | str | None,
    tables: Sequence[Grid] | None = None,
) -> tuple[Report, list[Traced]]:
    """The report of a text, and the account of how it was read; see `parse`.

    It is the same in whatever decimal context the caller is, and nothing keeps the text once it is read.
    """
    with localcontext(EXACT):
        try:
            return _read_text(text, language, published, area, tables)
        finally:
            find_times.cache_clear()
            forget_places()


def _read_text(
    text: str,
    language: Language | None,
    published: date | None,
    area: Area | str | None,
    tables: Sequence[Grid] | None,
) -> tuple[Report, list[Traced]]:
    source = Source.of(text, language, tables_in(text) if tables is None else tables)
    table = next((grid.span.start for grid in source.tables), None)
    masthead = read_masthead(text, source.cleaned, source.paragraphs, table)
    zone = _titled_zone(source, masthead) if area is None else None
    around = zone or (find_home(source.cleaned, source.lines) if area is None else area_named(area))
    day = published or masthead.dateline_date
    calendar = find_calendar(source.cleaned, source.lines, None if day is None or is_at_end(day) else day)
    names = names_of(source.cleaned, around)
    context = Context(Times(calendar), _places(source, masthead, around, names, given=area is not None))
    account, caption = Account(), _caption_at_top(source)
    home = context.places.home
    talk = turns(source.cleaned, source.paragraphs)
    readings, headings, context = _read(source, masthead, names, talk, context, account)
    readings = dated(readings, headings, calendar)
    statements = find_statements(text, source.cleaned, source.paragraphs, talk)
    speakers = speakers_of(statements, [one.figure.start for one in readings])
    observations = [observe(one, text, by, headings) for one, by in zip(readings, speakers, strict=True)]
    if source.tables:
        from shandong_econ.parsing.table.caption import Setting  # here, since most texts have no table
        from shandong_econ.parsing.table.reading import read_table

        titles = [*title_lines(source.cleaned, source.paragraphs, masthead.title_at)] or [
            (one.start, one.end) for one in (caption,) if one is not None
        ]
        setting = Setting(source, names, calendar, home, _known(context.times.document), titles)
        observations += (one for grid in source.tables for one in read_table(grid, setting, account))
    observations.sort(key=_IN_ORDER)
    traced = account_for(source.cleaned, account.trace.values())
    report = Report(
        text=text,
        title=masthead.title or (None if caption is None else caption.cut(text)),
        language=source.language,
        published=day,
        area=around,
        authors=masthead.authors,
        publisher=masthead.publisher,
        observations=observations,
        statements=statements,
        notes=notes_of([*traced, *account.remarks], observations),
    )
    return report, traced


_IN_ORDER = attrgetter("span.start")


def _known(told: Told[Period | None] | None) -> Told[Period] | None:
    return None if told is None or told.value is None else Told(told.value, told.start, told.end)


def _caption_at_top(source: Source) -> Span | None:
    """What names a text that is a table and no more: the caption of its first, where no prose stands before it."""
    grid = next(iter(source.tables), None)
    if grid is None or grid.caption is None or (source.paragraphs and source.paragraphs[0][0] < grid.span.start):
        return None
    return grid.caption


def _places(source: Source, masthead: Masthead, area: Area | None, names: TextNames, *, given: bool) -> Places:
    """Where a text is at home: the place that it keeps to, in the area that it is about.

    A home without a code lies in the area that the text itself names.
    """
    if area is None:
        return Places()
    home, around = area, area
    if area.code is None:
        around = find_home(source.cleaned, source.lines) or area
    elif masthead.title_at is not None:
        home = home_within(source.cleaned, source.paragraphs[masthead.title_at :], area, names)
    at = GIVEN if given and home is area else _found(source.cleaned, home)
    name = home.name_zh if source.language == "zh" else home.name
    return Places(Told(home, at, GIVEN if at == GIVEN else at + len(name or "")), around)


def _titled_zone(source: Source, masthead: Masthead) -> Area | None:
    """The zone or the place without a code of its own that the title says the text is on."""
    start, end, language = (0, 0, "") if masthead.title_at is None else source.paragraphs[masthead.title_at]
    if language == "zh":
        name = titled_zone(source.cleaned, start, end)
        return None if name is None else Area(None, None, name)
    named = _POSSESSOR.match(source.cleaned, start, end)
    if named is None or named[1].lower() not in names_of(source.cleaned, None).english:
        return None
    return place((), find_home(source.cleaned, source.lines), named[1])


_POSSESSOR = re.compile(r"([A-Z][a-z]{2,})'s ")


def _found(text: str, area: Area) -> int:
    """Where a text names an area first."""
    return min((at for name in (area.name_zh, area.name) if name and (at := text.find(name)) >= 0), default=GIVEN)


def _read(
    source: Source,
    masthead: Masthead,
    names: TextNames,
    talk: Mapping[int, Turn],
    context: Context,
    account: Account,
) -> tuple[list[Reading], list[tuple[int, int]], Context]:
    """The figures of all paragraphs, where the headings stand, and what was told in all."""
    readings: list[Reading] = []
    headings: list[tuple[int, int]] = []
    anew, is_digest, follows = context, _is_digest(source, masthead), False
    for n, (start, end, language) in enumerate(source.paragraphs):
        if n < masthead.body_from and n != masthead.title_at:
            account.pass_over(start, end, "masthead")
            continue
        is_title = n == masthead.title_at
        headed = is_heading(source.cleaned, start, end, language, is_title=is_title)
        body = after_caption(source.cleaned, start, end, language) if headed else start
        what = "caption"
        if start in talk:
            body, what = talk[start][1], "speaker"
        elif body == start:
            body, what = dateline_end(source.cleaned, start, end, language), "dateline"
        if body > start:
            account.pass_over(start, body, what)
        begins_story = headed and not is_title and is_digest
        context = (anew if begins_story else context).begins_paragraph(opens_section=follows and not headed)
        if language == "zh" and not headed:
            context = context.begins_plans(source.cleaned[start:end])
        for first, last, opens in sentences(source.cleaned, body, end, language):
            told_from = numbering_end(source.cleaned, first, last)
            if told_from > first:
                account.pass_over(first, told_from, "number")
            sentence = lex(source, names, told_from, last, language)
            context = context.begins_sentence(opens_paragraph=first == body) if opens else context
            told, context = read_sentence(sentence, grammar(language), context)
            readings += told
            account_of(sentence, told, account)
        follows = headed and not is_title
        if headed and not (what == "caption" and body > start):
            headings.append((start, end))
            context = heads(source.cleaned[start:end], language, context, is_title=is_title)
        if headed and language == "en" and not is_title:
            context = heads_parts(source.cleaned[body:end], context)
    return readings, headings, context


def _is_digest(source: Source, masthead: Masthead) -> bool:
    """Whether the title says that a text is of many stories, each with a heading, that know nothing of each other."""
    if masthead.title_at is None:
        return False
    start, end, language = source.paragraphs[masthead.title_at]
    return language == "zh" and holds_any(source.cleaned[start:end], language, "heading.digests")


def account_of(sentence: Sentence, told: Sequence[Reading], account: Account) -> None:
    """Remembers what became of each number of a sentence."""
    read = {one.figure.start for one in told}
    for start, end, reason in sentence.passed:
        account.trace[start] = start, end, reason
    for cls, token in zip(sentence.classes, sentence.tokens, strict=True):
        if cls == TIME:
            account.trace[token.start] = token.start, token.end, f"time: {token.what.form}"
        elif cls in FIGURES:
            for figure in token.what if cls == RATIO else (token.what,):
                if figure.start not in read:
                    reason = "unread" if figure.unit or figure.power else "no_unit"
                    account.trace[figure.start] = figure.start, figure.end, reason
        elif cls == NAME:
            account.trace[token.start] = token.start, token.end, "series"
    for one in told:
        figure = one.figure
        account.trace[figure.start] = figure.start, figure.end, f"figure: {one.frame.shape.name}"


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as they are read, and the lines of its tables, as (start, end) and in their order."""
    source = Source.of(text, None, tables_in(text))
    tables = ((start, end) for grid in source.tables for start, end in _lines(grid, text))
    prose = (
        (first, last)
        for start, end, tongue in source.paragraphs
        for first, last, _ in sentences(source.cleaned, start, end, tongue)
    )
    return heapq.merge(prose, tables)


def _lines(grid: Grid, text: str) -> list[tuple[int, int]]:
    over = [(span.start, span.end) for span in (grid.caption, *grid.above) if span is not None]
    rows = [match.span() for match in _LINE.finditer(text, grid.span.start, grid.span.end)]
    return sorted([*over, *rows])


_LINE = re.compile(r"[^\r\n]+")
