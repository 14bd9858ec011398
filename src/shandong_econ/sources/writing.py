"""What a source has taken out of a document, its paragraphs and tables, as the text that is parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shandong_econ.grids import Grid, Table, laid, tables_in
from shandong_econ.sources.lines import text_of

AS_GRIDS = True
"""Whether tables stand in the text row by row, with their grids; else each row is told as a sentence, and none has."""


def written(blocks: Iterable[str | Table]) -> tuple[str, tuple[Grid, ...]]:
    """The text of paragraphs and tables in their order, and the grids of the tables in it."""
    return laid(blocks) if AS_GRIDS else (text_of(_as_rows(blocks)), ())


def found(text: str) -> tuple[Grid, ...]:
    """The grids of the tables in a text that stays as it is."""
    return tables_in(text) if AS_GRIDS else ()


def _as_rows(blocks: Iterable[str | Table]) -> Iterator[str | list[list[str]]]:
    """The blocks, each table as rows of words, in which a merged cell stands at every place that it covers."""
    for block in blocks:
        if isinstance(block, str):
            yield block
            continue
        yield from filter(None, [block.caption, *block.above])
        height = max((entry.row + entry.rows for entry in block.entries), default=0)
        width = max((entry.column + entry.columns for entry in block.entries), default=0)
        rows = [[""] * width for _ in range(height)]
        for entry in block.entries:
            for row in range(entry.row, entry.row + entry.rows):
                rows[row][entry.column : entry.column + entry.columns] = [entry.words] * entry.columns
        yield rows
        yield from block.below
