"""Reading a page of Markdown as reports: each block is taken in where it belongs, or refused with its line."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from shandong_econ.errors import ReadError
from shandong_econ.exporters.markdown.draft import Draft, finished
from shandong_econ.exporters.markdown.layout import (
    CODE_TABLES,
    CODED,
    CODES_SECTION,
    COMMENT,
    DASH,
    END_LINE,
    FACTS,
    FIGURES,
    FIGURES_SECTION,
    NOTE_FIELDS,
    NOTES_SECTION,
    PLACE,
    SEAL_LINE,
    SPEAKER,
    STATEMENTS_SECTION,
    TEXT_SECTION,
    UNTITLED,
)
from shandong_econ.exporters.markdown.text import plain, prose_of, runs
from shandong_econ.exporters.markdown.tokens import Block, facts, inlines, inner_blocks, parse, place, rows
from shandong_econ.model import Note, Report
from shandong_econ.model.checks import shown
from shandong_econ.rows import (
    NOTES,
    STATEMENTS,
    Kind,
    Placed,
    decode_cell,
    decode_row,
    noted,
    seal_broken,
)

_SECTIONS = {
    "": "a list of facts, such as `- **Language** en`",
    FIGURES_SECTION: "tables, and above a table a line of what its rows share, such as `**Period** 2022-05`",
    CODES_SECTION: "tables, each of codes and their names",
    STATEMENTS_SECTION: "quotations",
    NOTES_SECTION: "one table",
    TEXT_SECTION: "paragraphs; a backslash keeps a character from beginning anything else, such as `\\- not a list`",
}


_SEAL = re.compile(SEAL_LINE.format("([a-p]{12})"))
_END = re.compile(END_LINE.format("([0-9]{1,9})"))


def reports_of(page: str, *, is_sealed: bool) -> Iterator[Report]:
    """The reports of a page; one that is sealed has a seal for each, and its end."""
    draft, section, found, written = None, "", 0, None
    for block in parse(page):
        comment = _comment(block)
        if written is not None:
            raise ReadError(
                f"{place(block[0])} stands after the end of the page: put it before the comment that ends it"
            )
        if block[0].tag == "h1":
            if draft:
                yield finished(draft)
            draft = Draft(place(block[0]), {"title": _title(block)}, seal="" if is_sealed else None)
            section, found = "", found + 1
        elif end := _END.fullmatch(comment):
            written = int(end[1])
        elif draft is None:
            raise ReadError(f"{place(block[0])} stands before the first report, which begins with `# ` and its title")
        elif seal := _SEAL.fullmatch(comment):
            draft.seal = seal[1]
        elif comment:
            raise ReadError(
                f"{place(block[0])}: {shown(comment)} is no comment of a page of ours: mend it, or take it out"
            )
        elif block[0].tag == "h2":
            section = _section(block)
        else:
            _take(draft, section, block)
    if draft:
        yield noted(finished(draft), _told_of_number(found, written))
    if is_sealed and written is None:
        remedy = "read another copy of it; if nothing is missing, take `, sealed` out of line 1"
        raise ReadError(f"the page ends before the comment that ends it, {END_LINE.format(found)}: {remedy}")
    if written and not draft:
        raise ReadError(f"the page was written with {written} reports, and none is there: read another copy of it")


def _comment(block: Block) -> str:
    """What a paragraph says that begins as a comment of ours; before a text that does so stands a backslash."""
    says = block[1].content if block[0].type == "paragraph_open" else ""
    return says if says.startswith(COMMENT) else ""


def _told_of_number(found: int, written: int | None) -> Iterator[Note]:
    if written not in (None, found):
        yield seal_broken(f"the page, which was written with {written} reports and has {found}")


def _title(heading: Block) -> str:
    (inline,) = inlines(heading)
    return "" if runs(inline) == [("em", UNTITLED)] else plain(inline).strip()


def _section(heading: Block) -> str:
    (inline,) = inlines(heading)
    name = plain(inline).strip()
    if not name or name not in _SECTIONS:
        known = ", ".join(filter(None, _SECTIONS))
        raise ReadError(f"{place(heading[0])}: {shown(name)} is no section of a report: write one of {known}")
    return name


def _take(draft: Draft, section: str, block: Block) -> None:
    """Takes a block in where it belongs; ReadError where there is no such place."""
    where = place(block[0])
    kind = block[0].type.removesuffix("_open")
    if section == TEXT_SECTION and kind == "paragraph":
        draft.paragraphs += inlines(block)
    elif kind == "paragraph" and all(mark == "em" for mark, _ in runs(inlines(block)[0])):
        pass  # a remark for people
    elif section == "" and kind == "bullet_list":
        draft.facts |= facts(inlines(block), FACTS, where)
    elif section == FIGURES_SECTION and kind == "paragraph":
        draft.shared |= facts(inlines(block), FIGURES, where)
    elif section == FIGURES_SECTION and kind == "table":
        draft.figures += _figures(block, draft.shared)
        draft.shared = {}
    elif section == CODES_SECTION and kind == "table":
        _take_codes(draft, block)
    elif section == STATEMENTS_SECTION and kind == "blockquote":
        draft.statements.append(_statement(block))
    elif section == NOTES_SECTION and kind == "table":
        for line, _, texts in rows(block, NOTE_FIELDS):
            draft.notes.append(Placed(line, decode_row(NOTES, texts, line)))
    else:
        raise ReadError(
            f"{where}: no {kind.replace('_', ' ')} belongs under {section or 'the title'}: write {_SECTIONS[section]}"
        )


def _figures(table: Block, shared: dict[str, str]) -> Iterator[tuple[float, str, dict[str, str]]]:
    """Each row's number, place and encoded texts; a row without a number, which a person has added, comes last."""
    for line, number, texts in rows(table, FIGURES):
        where = f"{line}, table {FIGURES_SECTION}, row {number or '(new)'}"
        try:
            order = decode_cell(Kind.INTEGER, number)
        except ValueError as error:
            raise ReadError(f"{where}: {error}") from None
        yield (order if isinstance(order, int) else math.inf), where, shared | texts


def _take_codes(draft: Draft, table: Block) -> None:
    for line, _, texts in rows(table, [field for fields in CODE_TABLES for field in fields]):
        for code in CODED.keys() & texts.keys():
            if not texts[code] or (code, texts[code]) in draft.codes:
                raise ReadError(f"{line}: the code {shown(texts[code])} is empty, or stands twice: write each once")
            draft.codes[code, texts[code]] = line, {name: texts.get(name, "") for name in CODED[code]}


def _statement(quotation: Block) -> Placed:
    """The words, and under them a line with the speaker, and as code the kind and the place in the text."""
    where = place(quotation[0])
    *words, last = list(inner_blocks(quotation[1:-1])) or [quotation]
    said = runs(inlines(last)[-1]) if inlines(last) else []
    codes = [text for mark, text in said if mark == "code"]
    if (
        any(block[0].type != "paragraph_open" for block in (*words, last))
        or not codes
        or not said[0][1].startswith(DASH)
    ):
        raise ReadError(
            f"{where}: a quotation ends with a line of its own that says whose words they are, and how they are given: "
            f"write `> {DASH} **Name**, role, *organisation*` and quote, reported or expectation in backticks"
        )
    said[0] = (said[0][0], said[0][1].removeprefix(DASH))
    texts = SPEAKER.texts([run for run in said if run[0] != "code"]) | {"kind": codes[0]}
    texts |= PLACE.texts([("", text) for text in codes[1:]])
    cells = decode_row(STATEMENTS, texts, where)
    return Placed(where, cells | {"text": prose_of([inline for block in words for inline in inlines(block)])})
