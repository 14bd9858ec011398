"""The order of JSON Lines: each line says its number among those written together, and whether it is the last of them.

So files can be joined, and it shows where lines are missing between two, or at the end. Lines that say nothing of the
kind, which people and other programs write, may stand anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shandong_econ.errors import ReadError
from shandong_econ.model import Note, Report
from shandong_econ.model.checks import shown
from shandong_econ.rows import seal_broken

NUMBER, LAST = "number", "last"
"""The keys of a line."""


def numbered(reports: Iterable[Report]) -> Iterator[tuple[int, bool, Report]]:
    """Each report with its number, from 1, and whether it is the last; one report is held meanwhile."""
    number, held = 0, None
    for number, report in enumerate(reports, 1):
        if held is not None:
            yield number - 1, False, held
        held = report
    if held is not None:
        yield number, True, held


class Order:
    """What the lines that were read so far let expect of the next."""

    def __init__(self) -> None:
        self._is_empty = True
        self._before = 0  # the number of the last line that had one; 0 where the next begins anew
        self._place = ""

    def gap_before(self, number: object, last: object, place: str) -> Note | None:
        """A Note if a line with that number does not follow the one before; ReadError if it is none."""
        self._is_empty = False
        if number is None and last is None:
            return None
        if type(number) is not int or number < 1 or type(last) is not bool:
            found = f'"{NUMBER}": {shown(number)}, "{LAST}": {shown(last)}'
            raise ReadError(f"{place}: {found}: give a number from 1 on, and true or false, or take both out")
        before, self._before, self._place = self._before, 0 if last else number, place
        if number == before + 1:
            return None
        follows = f"stands after number {before}" if before else "stands first"
        return seal_broken(f"{place}, which was written as number {number} and {follows}")

    def check_end(self) -> None:
        """ReadError if the file may not end here."""
        if self._is_empty:
            raise ReadError("the file is empty: give one that this library wrote, which has a line at least")
        if self._before:
            remedy = f'read a copy that is whole; if it was cut on purpose, write "{LAST}": true there'
            raise ReadError(f"{self._place}: the file ends, and more lines were written after this one: {remedy}")
