"""A page of Markdown as blocks, and a block as the facts of a line or the rows of a table.

Only what our pages are made of is switched on in the parser; whatever else a page has is text to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from shandong_econ.errors import ReadError
from shandong_econ.exporters.markdown.layout import FACT_BREAK, ORDER, Field
from shandong_econ.exporters.markdown.text import Run, plain, runs
from shandong_econ.model.checks import shown

_BLOCKS = ("heading", "list", "table", "blockquote")
_INLINES = ("escape", "entity", "emphasis", "backticks", "newline")
_JOINING = ("text_join", "fragments_join")  # `runs` joins instead: once, and in time linear in the text

Block = Sequence[Token]
"""The tokens of one block, from what opens it to what closes it."""
Inline = Sequence[Token]
"""What stands in a paragraph, a heading or a cell."""


def parse(text: str) -> Iterator[Block]:
    """The blocks of a page."""
    return inner_blocks(MarkdownIt("zero").enable([*_BLOCKS, *_INLINES]).disable(_JOINING).parse(text))


def inner_blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """The blocks that stand side by side in these tokens."""
    start = depth = 0
    for i, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : i + 1]
            start = i + 1


def place(token: Token) -> str:
    """Where in the file a block or a row begins, for messages."""
    return f"line {token.map[0] + 1}" if token.map else "the file"  # each token that opens a block has a map


def inlines(block: Block) -> list[Inline]:
    """What stands in the block's paragraphs, headings or cells, in order."""
    return [token.children or () for token in block if token.type == "inline"]


def rows(block: Block, fields: Sequence[Field]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """The rows of a table below its header: place, number (the column `#`, or nothing) and encoded texts by column."""
    header, *lines = (line for line in _lines(block))
    titles = [plain(cell).strip() for cell in inlines(header)]
    known = {field.title: field for field in fields}
    for title in titles:
        if title not in (*known, ORDER) or titles.count(title) > 1:
            raise ReadError(
                f"{place(block[0])}: the column {shown(title)} is not known here, or stands twice: "
                f"write each once, out of {ORDER}, {', '.join(known)}"
            )
    for line in lines:
        cells = dict(zip(titles, inlines(line), strict=True))
        number = plain(cells.pop(ORDER, ())).strip()
        texts: dict[str, str] = {}
        for title, cell in cells.items():
            if cell:  # an empty one leaves to the line above the table what that says
                texts |= known[title].texts(runs(cell))
        yield place(line[0]), number, texts


def _lines(table: Block) -> Iterator[Block]:
    start = 0
    for i, token in enumerate(table):
        if token.type == "tr_open":
            start = i
        elif token.type == "tr_close":
            yield table[start : i + 1]


def facts(lines: Sequence[Inline], fields: Sequence[Field], where: str) -> dict[str, str]:
    """The encoded texts, by column, of lines of facts, each of which begins with its title in bold."""
    left = {field.title: field for field in fields}
    texts: dict[str, str] = {}
    for title, value in (fact for line in lines for fact in _titled(runs(line))):
        if title not in left:
            raise ReadError(
                f"{where}: {shown(title)} is no fact that is known here, or stands twice: write **Title** and the "
                f"value, each title once, out of {', '.join(field.title for field in fields)}"
            )
        texts |= left.pop(title).texts(value)
    return texts


def _titled(line: Sequence[Run]) -> list[tuple[str, list[Run]]]:
    """Each title with the runs of its value; what is bold and stands first in a value belongs to the value."""
    found: list[tuple[str, list[Run]]] = []
    value_begins = False
    for mark, text in line:
        if mark == "strong" and not value_begins:
            _end_value(found)
            found.append((text.strip(), []))
            value_begins = True
        elif found:
            found[-1][1].append((mark, text))
            value_begins = value_begins and not text.strip()
        else:  # words before the first title
            found.append((text, []))
    return found


def _end_value(found: Sequence[tuple[str, list[Run]]]) -> None:
    """Takes the mark that parts two facts off the end of the last one's value."""
    if found and found[-1][1]:
        mark, text = found[-1][1].pop()
        found[-1][1].append((mark, text.removesuffix(FACT_BREAK)))
