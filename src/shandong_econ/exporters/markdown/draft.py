"""What has been read of a report, block by block, and the report that it makes in the end.

What a person has edited is what is read; that the facts are not those that were sealed, a derived cell that disagrees
with them, and a code that is explained and used nowhere, are named in a Note.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from shandong_econ.errors import ReadError
from shandong_econ.exporters.markdown.layout import CODED, CODES_SECTION, FIGURES_SECTION
from shandong_econ.exporters.markdown.text import prose_of
from shandong_econ.exporters.markdown.tokens import Inline
from shandong_econ.exporters.seals import holds
from shandong_econ.model import Note, Report
from shandong_econ.rows import OBSERVATIONS, REPORTS, Placed, assemble, decode_row, noted, seal_broken

Code = tuple[str, str]
"""A column of codes, and one of its codes."""


@attrs.define
class Draft:
    """What has been read of a report so far; its texts are encoded as in cells."""

    place: str
    facts: dict[str, str]
    seal: str | None = None  # empty as long as one is to come; None on a page without seals
    shared: dict[str, str] = attrs.field(factory=dict)  # what the line above the next table says
    figures: list[tuple[float, str, dict[str, str]]] = attrs.field(factory=list)  # number, place and texts of each
    codes: dict[Code, tuple[str, dict[str, str]]] = attrs.field(factory=dict)  # place, and texts of the names
    statements: list[Placed] = attrs.field(factory=list)
    notes: list[Placed] = attrs.field(factory=list)
    paragraphs: list[Inline] = attrs.field(factory=list)


def finished(draft: Draft) -> Report:
    """The report of a draft to which nothing more comes; ReadError names the line of what is no report."""
    if draft.shared:
        raise ReadError(
            f"{draft.place}: under {FIGURES_SECTION}, a line of shared facts has no table below it: take it out"
        )
    figures = [
        Placed(where, decode_row(OBSERVATIONS, _named(texts, draft.codes), where))
        for _, where, texts in sorted(draft.figures, key=lambda figure: figure[0])
    ]
    facts = decode_row(REPORTS, draft.facts, draft.place) | {"text": prose_of(draft.paragraphs)}
    report = assemble(Placed(draft.place, facts), figures, draft.statements, draft.notes)
    told = [] if _is_as_sealed(report, draft) else [seal_broken(f"{draft.place}, the report that begins there")]
    return noted(report, [*told, *_unused_codes(draft)])


def _is_as_sealed(report: Report, draft: Draft) -> bool:
    """Whether the facts of a report, and so not the notes that reading has added, are those that were sealed."""
    return draft.seal is None or holds(attrs.evolve(report, notes=report.notes[: len(draft.notes)]), draft.seal)


def _named(texts: dict[str, str], codes: dict[Code, tuple[str, dict[str, str]]]) -> dict[str, str]:
    """The texts of a figure with the names of its codes, where the row itself says none."""
    for column, names in CODED.items():
        _, meant = codes.get((column, texts.get(column, "")), ("", {}))
        if not any(texts.get(name) for name in names):
            texts = texts | meant
    return texts


def _unused_codes(draft: Draft) -> Iterator[Note]:
    used = {(column, texts.get(column, "")) for _, _, texts in draft.figures for column in CODED}
    for (column, code), (where, _) in draft.codes.items():
        if (column, code) not in used:
            message = f"{where}, table {CODES_SECTION}: no figure has the code {code}; a code is changed in both places"
            yield Note("code_unused", message)
