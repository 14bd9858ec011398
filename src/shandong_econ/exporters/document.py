"""A JSON document that streams: its reports stand one a line, in a list at its end.

A document that a person or a program has laid out anew is read as well, but whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.exporters.lines import text_lines
from shandong_econ.exporters.plain import check_keys, dumps, loads


def write_document(file: BinaryIO, head: Mapping[str, Any], key: str, reports: Iterable[object]) -> None:
    """Writes the head, and under the key the reports as they come."""
    file.write(dumps(head, indent=2).removesuffix(b"\n}") + b",\n  " + dumps(key) + b": [")
    between = b"\n"
    for report in reports:
        file.write(between + dumps(report))
        between = b",\n"
    file.write(b"\n  ]\n}\n")


def read_document(
    file: BinaryIO, key: str, *, needs: str, known: Collection[str] | None = None
) -> tuple[dict[str, Any], Iterator[Any]]:
    """The head of a document, in which one key is needed, and the reports under the other key, one at a time.

    ReadError if a key stands beside the list that is not `known`, where that is given.
    """
    lines = text_lines(file)
    read: list[str] = []
    opening = f'"{key}": ['
    for line in lines:
        read.append(line)
        if line.strip() == opening:
            head = _head_alone("".join(read), key)
            if needs in head:
                return _checked(head, known), _one_a_line(lines, len(read), known)
            break
    document = loads("".join([*read, *lines]), 1)
    if not isinstance(document, dict) or not isinstance(document.get(key), list):
        raise ReadError(f'the list "{key}" is missing: give a file that this library wrote')
    reports = document.pop(key)
    return _checked(document, known), iter(reports)


def _checked(beside: dict[str, Any], known: Collection[str] | None) -> dict[str, Any]:
    try:
        check_keys(beside, beside if known is None else known)
    except ValueError as error:
        raise ReadError(f"the document: {error}") from None
    return beside


def _head_alone(text: str, key: str) -> dict[str, Any]:
    """What stands before the list; nothing where the document is laid out in another way."""
    try:
        head = loads(text + "]}", 1)
    except ReadError:
        return {}
    return {name: held for name, held in head.items() if name != key} if isinstance(head, dict) else {}


def _one_a_line(lines: Iterator[str], read: int, known: Collection[str] | None) -> Iterator[Any]:
    """The elements of a list as long as each is a line with a comma; then all that is left at once."""
    line, number = "", read
    for number, line in enumerate(lines, read + 1):
        element = line.strip()
        try:
            value = loads(element.removesuffix(","), number)
        except ReadError:
            break
        if not element.endswith(","):
            break
        yield value
    else:
        line = ""
    rest = loads('{"rest": [\n' + line + "".join(lines), number - 1)
    yield from rest.pop("rest")
    _checked(rest, known)
