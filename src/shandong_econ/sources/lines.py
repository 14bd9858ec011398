"""The paragraphs and tables of a document, in their order, as the lines of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shandong_econ.sources.tables import Grid, lines_of, unit_of_all


def text_of(blocks: Iterable[str | Grid]) -> str:
    r"""The text of blocks: a paragraph or a row of a table a line, with an empty line between.

    A line over a table that only gives its unit goes into the rows, each with its unit.

    >>> text_of(["单位：亿元", [["指标", "2022", "2021"], ["出口", "20309", "17582"]]])
    '出口，2022年20309亿元，2021年17582亿元。\n'
    """
    return "".join(f"{line}\n\n" for line in _lines(blocks)).removesuffix("\n")


def _lines(blocks: Iterable[str | Grid]) -> Iterator[str]:
    held: str | None = None  # a line that gives a unit, until it is seen whether a table follows
    for block in blocks:
        if isinstance(block, str):
            for line in block.splitlines():
                if line := line.strip(" \t\u3000\xa0\u200b"):
                    if held is not None:
                        yield held
                    held = line if unit_of_all(line) else None
                    if held is None:
                        yield line
        else:
            yield from lines_of(block, None if held is None else unit_of_all(held))
            held = None
    if held is not None:
        yield held
