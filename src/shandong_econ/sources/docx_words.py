"""The words of a document of a word processor, as they read with every change accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""What the names of the elements of a document begin with."""
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset({f"{WORDS}del", f"{WORDS}moveFrom", f"{_COMPATIBLE}Fallback"})
_SIGNS = {f"{WORDS}tab": "\t", f"{WORDS}br": "\n", f"{WORDS}cr": "\n", f"{WORDS}noBreakHyphen": "-"}
_NO_WORDS = frozenset({f"{WORDS}txbxContent", f"{WORDS}pPr", *_GONE})


def words_of(paragraph: Any) -> str:
    """The text of a paragraph, without what was deleted and what stands in boxes."""
    return "".join(_pieces(paragraph))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{WORDS}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _NO_WORDS:
            yield from _pieces(child)


def inside(element: Any, tag: str) -> Iterator[Any]:
    """The elements of a tag below an element, but not those below one another, nor what was deleted."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _GONE:
            yield from inside(child, tag)
