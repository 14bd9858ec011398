"""The tree of a page made plain before its main text is looked for: no layout by tables, no paragraphs by line breaks.

trafilatura finds paragraphs that are marked as such, and drops short headings; pages of Chinese offices have neither.
"""

from __future__ import annotations

from typing import Any

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARTS = ("thead", "tbody", "tfoot", "tr", "td", "th")
_BROKEN = ("div", "td", "section", "article", "p")
_INLINE = frozenset({"span", "font", "b", "strong", "i", "em", "u", "a", "sup", "sub", "o:p"})
_LONG = 25  # characters from which on a paragraph in a cell is prose, and the table none of values


def make_plain(tree: Any) -> None:
    """Changes the tree: headings and lines that are broken off become paragraphs, layout tables become divisions.

    A figure that holds a table becomes one too.
    """
    for table in [*tree.iter("table")]:
        if _is_layout(table):
            own = [part for part in table.iterdescendants(*_PARTS) if next(part.iterancestors("table"), None) is table]
            for part in [table, *own]:
                part.tag = "div"
    for table in tree.iter("table"):
        for figure in [*table.iterancestors("figure")]:
            figure.tag = "div"  # what is in a figure is taken for a picture
    for element in [*tree.iter(*_BROKEN)]:
        if element.find("br") is not None:
            _break_up(element)
    for heading in [*tree.iter(*_HEADINGS)]:
        heading.tag = "p"


def _is_layout(table: Any) -> bool:
    """Whether a table holds other tables, or a cell with several paragraphs of prose."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    return any(
        sum(len("".join(paragraph.itertext())) > _LONG for paragraph in cell.iterchildren("p", "div")) > 1
        for cell in table.iterdescendants("td")
    )


def _break_up(element: Any) -> None:
    """Puts each run of words between line breaks into a paragraph of its own."""
    children = list(element)
    runs: list[Any] = []
    run: Any = None

    def begun() -> Any:
        new = element.makeelement("p")
        runs.append(new)
        return new

    if (element.text or "").strip():
        run = begun()
        run.text = element.text
    element.text = None
    for child in children:
        tail, child.tail = child.tail, None
        element.remove(child)
        if child.tag == "br":
            run = None
        elif child.tag in _INLINE:
            run = begun() if run is None else run
            run.append(child)
            child.tail, tail = tail, None
        else:
            runs.append(child)
            run = None
        if tail and tail.strip():
            run = begun() if run is None else run
            _add(run, tail)
    element.extend(runs)
    if element.tag == "p":
        element.tag = "div"


def _add(run: Any, text: str) -> None:
    """Adds words at the end of a paragraph."""
    if len(run):
        run[-1].tail = (run[-1].tail or "") + text
    else:
        run.text = (run.text or "") + text
