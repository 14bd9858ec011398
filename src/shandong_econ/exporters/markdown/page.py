"""Writing a report as a page of Markdown: its facts, its figures in tables, its statements, its notes, its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from shandong_econ.exporters.markdown.layout import (
    AREA,
    CODE_TABLES,
    CODED,
    CODES_SECTION,
    DASH,
    ENTITY,
    FACT_BREAK,
    FACTS,
    FIGURES,
    FIGURES_SECTION,
    NOTE_FIELDS,
    NOTES_SECTION,
    ORDER,
    PLACE,
    SEAL_LINE,
    SPEAKER,
    STATEMENTS_SECTION,
    TEXT_SECTION,
    TITLE,
    UNTITLED,
    Field,
)
from shandong_econ.exporters.markdown.text import prose
from shandong_econ.exporters.seals import seal
from shandong_econ.exporters.structure import to_plain
from shandong_econ.model import Report, Statement
from shandong_econ.rows import (
    NOTES,
    OBSERVATIONS,
    REPORTS,
    STATEMENTS,
    Row,
    Table,
    encode_row,
    note_rows,
    observation_rows,
    report_row,
    statement_rows,
)

OWN_TABLE = 3
"""From how many figures on a subject, which is an area and an entity, has a table of its own."""
LONGEST_QUOTE = 160  # characters of encoded text: what is longer is read in the source text, and would fill the table
REMARK = "*Columns in italics repeat what others say; the number keeps the order of the text.*"

Encoded = dict[str, str]
"""The encoded texts of a row, by column."""
Shown = dict[str, str]
"""The Markdown of a row's cells, by title."""


def page(report: Report, key: int) -> Iterator[str]:
    """The blocks of the page, each of which ends its line."""
    facts = _encoded(REPORTS, report_row(report, key))
    yield f"# {TITLE.show(facts) or f'*{UNTITLED}*'}\n"
    if shown := [_fact(field.title, text) for field in FACTS if (text := field.show(facts))]:
        yield "".join(f"- {fact}\n" for fact in shown)
    if report.observations:
        yield from _figures_and_codes([_encoded(OBSERVATIONS, row) for row in observation_rows(report, key)])
    if report.statements:
        yield f"## {STATEMENTS_SECTION}\n"
        for statement, row in zip(report.statements, statement_rows(report, key), strict=True):
            yield _quotation(statement, _encoded(STATEMENTS, row))
    if report.notes:
        yield f"## {NOTES_SECTION}\n"
        yield _table(NOTE_FIELDS, [_shown(NOTE_FIELDS, _encoded(NOTES, row)) for row in note_rows(report, key)])
    if report.text:
        yield f"## {TEXT_SECTION}\n"
        yield f"{prose(report.text)}\n"
    yield f"{SEAL_LINE.format(seal(to_plain(report)))}\n"


def _encoded(table: Table, row: Row) -> Encoded:
    return dict(zip(table.header, encode_row(table, row), strict=True))


def _fact(title: str, shown: str) -> str:
    return f"**{title}** {shown}"


def _shown(fields: Iterable[Field], cells: Encoded) -> Shown:
    """What a row shows; a derived cell that would say nothing new, or too much, is left empty."""
    if cells.get("unit_mult") == "0":
        cells["amount"] = ""
    if len(cells.get("quote", "")) > LONGEST_QUOTE:
        cells["quote"] = ""
    return {field.title: field.show(cells) for field in fields}


def _figures_and_codes(rows: Sequence[Encoded]) -> Iterator[str]:
    """The tables of figures, and below them what each code stands for that has one meaning in all of them."""
    codes = [_take_names_out(rows, code, names) for code, names in CODED.items()]
    yield f"## {FIGURES_SECTION}\n"
    yield f"{REMARK}\n"
    yield from _figures([{ORDER: str(number), **_shown(FIGURES, row)} for number, row in enumerate(rows, 1)])
    if any(codes):
        yield f"## {CODES_SECTION}\n"
        yield from (
            _table(fields, [_shown(fields, row) for row in meant])
            for fields, meant in zip(CODE_TABLES, codes, strict=True)
            if meant
        )


def _take_names_out(rows: Sequence[Encoded], code: str, names: tuple[str, ...]) -> list[Encoded]:
    """Takes the names beside a code out of the rows, where they are the same in all, and gives them with it, once.

    Where no code is used twice there is nothing to gain, and all names stay.
    """
    columns = (code, *names)
    used = [tuple(row[column] for column in columns) for row in rows if row[code]]
    meanings: dict[str, set[tuple[str, ...]]] = {}
    for cells in used:
        meanings.setdefault(cells[0], set()).add(cells)
    if len(meanings) == len(used):
        return []
    once = {meant: cells for meant, found in meanings.items() if len(found) == 1 and any((cells := min(found))[1:])}
    for row in rows:
        if row[code] in once:
            row.update(dict.fromkeys(names, ""))
    return [dict(zip(columns, cells, strict=True)) for cells in once.values()]


def _figures(rows: Sequence[Shown]) -> Iterator[str]:
    """A table for each subject with figures enough, and one for the rest of them."""
    subjects: dict[tuple[str, str], list[Shown]] = {}
    for row in rows:
        subjects.setdefault(_subject(row), []).append(row)
    yield from (block for own in subjects.values() if len(own) >= OWN_TABLE for block in _under_what_is_shared(own))
    if rest := [row for row in rows if len(subjects[_subject(row)]) < OWN_TABLE]:
        yield from _under_what_is_shared(rest)


def _subject(row: Shown) -> tuple[str, str]:
    return row[AREA.title], row[ENTITY.title]


def _under_what_is_shared(rows: Sequence[Shown]) -> Iterator[str]:
    """A line that says what all rows share, if there is such, and a table of all else.

    Above a single row stands its subject alone: else nearly all of it would.
    """
    first = rows[0]
    shareable = [field for field in FIGURES if field.shared] if len(rows) > 1 else [AREA, ENTITY]
    shared = [
        field
        for field in shareable
        if first[field.title] and all(row[field.title] == first[field.title] for row in rows)
    ]
    if shared:
        yield FACT_BREAK.join(_fact(field.title, first[field.title]) for field in shared) + "\n"
    yield _table([Field(ORDER, (), number=True), *(field for field in FIGURES if field not in shared)], rows)


def _table(fields: Sequence[Field], rows: Sequence[Shown]) -> str:
    """A table of the fields that are not empty in all rows."""
    fields = [field for field in fields if any(row[field.title] for row in rows)]
    titles = (f"*{field.title}*" if field.derived else field.title for field in fields)
    rule = ("---:" if field.number else "---" for field in fields)
    lines = (titles, rule, *([row[field.title] for field in fields] for row in rows))
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _quotation(statement: Statement, cells: Mapping[str, str]) -> str:
    """The words as a block quotation, and under them who says them, how, and where in the text."""
    place = PLACE.show(cells)
    said = " ".join(filter(None, (DASH, SPEAKER.show(cells), f"`{cells['kind']}`", place and f"`{place}`")))
    lines = [*prose(statement.text).split("\n"), "", said] if statement.text else [said]
    return "".join(f"> {line}".rstrip(" ") + "\n" for line in lines)
