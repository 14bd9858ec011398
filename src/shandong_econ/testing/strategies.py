"""Strategies for every class of the model: all that it can hold, and often what files and readers stumble over."""

from __future__ import annotations

import functools

import attrs
from hypothesis import strategies as st

from shandong_econ.grids.laying import Entry, Table, laid, table_of
from shandong_econ.hookspecs import Document
from shandong_econ.model import (
    Area,
    Comparison,
    Ground,
    Grounds,
    How,
    Indicator,
    Measure,
    Note,
    Observation,
    Qualifier,
    Report,
    Span,
    Speaker,
    Statement,
    StatementKind,
    Status,
    Unit,
)
from shandong_econ.model.span import LARGEST_END
from shandong_econ.testing.values import (
    area_codes,
    dates,
    decimals,
    long_texts,
    optional,
    periods,
    series_codes,
    texts,
)

__all__ = [
    "area_codes",
    "areas",
    "corpora",
    "dates",
    "decimals",
    "documents",
    "ground",
    "grounds",
    "indicators",
    "long_texts",
    "notes",
    "observations",
    "optional",
    "periods",
    "reports",
    "series_codes",
    "spans",
    "speakers",
    "statements",
    "texts",
    "units",
]


@functools.cache
def indicators() -> st.SearchStrategy[Indicator]:
    """Indicators with any names."""
    return st.builds(Indicator, series_codes(), optional(texts()), optional(texts()))


@functools.cache
def units() -> st.SearchStrategy[Unit]:
    """Units with any names."""
    return st.builds(Unit, series_codes(), optional(texts()), optional(texts()))


@functools.cache
def areas() -> st.SearchStrategy[Area]:
    """Places with a code, a name, or both."""
    return st.one_of(
        st.builds(Area, area_codes(), optional(texts()), optional(texts())),
        st.builds(Area, st.none(), texts(), optional(texts())),
        st.builds(Area, st.none(), st.none(), texts()),
    )


@functools.cache
def speakers() -> st.SearchStrategy[Speaker]:
    """Speakers of whom at least one thing is known."""
    return st.one_of(
        st.builds(Speaker, texts(), optional(texts()), optional(texts())),
        st.builds(Speaker, st.none(), texts(), optional(texts())),
        st.builds(Speaker, st.none(), st.none(), texts()),
    )


@functools.cache
def spans() -> st.SearchStrategy[Span]:
    """Places in a text, and beyond its end: most texts of these strategies have a few characters."""
    near = st.integers(0, 12)
    anywhere = near | st.integers(0, 10**6) | st.sampled_from([2**31, 10**12, LARGEST_END])
    return st.one_of(*(st.tuples(ends, ends).map(sorted).map(lambda pair: Span(*pair)) for ends in (near, anywhere)))


@functools.cache
def ground() -> st.SearchStrategy[Ground]:
    """How one part of a figure was come by, with its words or without."""
    return st.builds(Ground, st.sampled_from(How), optional(spans()))


@functools.cache
def grounds() -> st.SearchStrategy[Grounds]:
    """Grounds of all parts of a figure, of some, or of none."""
    return st.builds(Grounds, optional(ground()), optional(ground()), optional(ground()), optional(ground()))


@functools.cache
def observations() -> st.SearchStrategy[Observation]:
    """Figures of a report."""
    return st.builds(
        Observation,
        label=optional(texts()),
        indicator=optional(indicators()),
        area=optional(areas()),
        entity=optional(texts()),
        period=optional(periods()),
        measure=st.sampled_from(Measure),
        comparison=optional(st.sampled_from(Comparison)),
        base=optional(periods()),
        value=decimals(),
        unit=optional(units()),
        unit_mult=st.sampled_from([0, 0, 4, 8, 9, 12]) | st.integers(-100, 100),
        qualifier=st.sampled_from(Qualifier),
        status=st.sampled_from(Status),
        relative_to=optional(texts()),
        speaker=optional(speakers()),
        span=optional(spans()),
        grounds=optional(grounds()),
    )


@functools.cache
def statements() -> st.SearchStrategy[Statement]:
    """Statements of a report."""
    return st.builds(
        Statement,
        kind=st.sampled_from(StatementKind),
        speaker=optional(speakers()),
        text=texts(),
        span=optional(spans()),
    )


@functools.cache
def notes() -> st.SearchStrategy[Note]:
    """Notes on a report."""
    return st.builds(Note, texts(), texts(), optional(spans()))


@functools.cache
def reports() -> st.SearchStrategy[Report]:
    """Reports with and without figures, which may be alike in many fields, as those of one bulletin are."""
    return st.builds(
        Report,
        text=texts(),
        title=optional(texts()),
        language=st.sampled_from(["en", "zh", None]),
        published=optional(dates()),
        area=optional(areas()),
        authors=st.lists(texts(), max_size=3),
        publisher=optional(texts()),
        uri=optional(texts()),
        observations=st.lists(observations(), max_size=3),
        statements=st.lists(statements(), max_size=2),
        notes=st.lists(notes(), max_size=2),
    )


@functools.cache
def corpora() -> st.SearchStrategy[list[Report]]:
    """Several reports, one, or none."""
    return st.lists(reports(), max_size=3)


@functools.cache
def _tables() -> st.SearchStrategy[Table]:
    """Tables with words in some of their cells, often with a caption or with a head over several columns."""
    cells = st.sampled_from(["指标", "Exports", "20309.0", ""]) | texts()
    rows = st.integers(2, 4).flatmap(
        lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=3)
    )
    return st.builds(_headed, rows.map(table_of), optional(texts()), optional(st.just("2022")))


def _headed(table: Table, caption: str | None, words: str | None) -> Table:
    """The table, with a row over it of one cell over the first column and one over all others, if there are words."""
    if words is None:
        return attrs.evolve(table, caption=caption)
    head = Entry(words, 0, 1, columns=max(entry.column for entry in table.entries), is_head=True)
    return Table(
        (Entry("Item", 0, 0), head, *(attrs.evolve(entry, row=entry.row + 1) for entry in table.entries)), caption
    )


@functools.cache
def documents() -> st.SearchStrategy[Document]:
    """What a source may take out of a file: a text, or paragraphs and tables."""
    written = texts().map(lambda text: (text, ())) | st.lists(_tables() | texts(), min_size=1, max_size=3).map(laid)
    return st.builds(
        lambda written, **about: Document(text=written[0], tables=written[1], **about),
        written,
        title=optional(texts()),
        published=optional(dates()),
        authors=st.lists(texts(), max_size=3),
        publisher=optional(texts()),
        uri=optional(texts()),
    )
