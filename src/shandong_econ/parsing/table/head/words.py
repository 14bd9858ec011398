"""The words of a head while it is read: what has been understood is blotted out, and each keeps its place."""

from __future__ import annotations

import re

from shandong_econ.parsing.table.areas import GAP, without_gaps

EDGES = " \0_,，:;；、/-—.·*#"
"""What stands at the edges of a name and is no part of it."""
_BY = re.compile(r"(?<=\w), by [a-z ]{3,30}\Z", re.I)
"""By what the parts of something are told apart."""
_GAPS = re.compile(rf"{GAP.pattern}|(?<=\b\d) (?=\d\b)|(?<=[a-z])- {{2,}}(?=[a-z])|(?<= ) +")
"""What is no part of words: 增 减 额, 2 0 1 7, what breaks a word or a line off."""
_BLANK = "&nbsp;"
_EMPTIED = re.compile(r"\A[a-z]\)\Z|\([\s,;]*\)|(?<=[a-z]) ?\(\d{1,2}\)\Z|(?<=\d) ?[a-z]\)\Z")
"""A bracket of which all has been read, how many a union has: European Union (27)."""
_MARK = re.compile(r"\[\w{1,2}\]")
"""The mark of a footnote."""


class HeadWords:
    """The words of a head, of which those that have been read are blotted out."""

    def __init__(self, text: str, start: int, end: int) -> None:
        gaps = {n for gap in _GAPS.finditer(text[start:end]) for n in range(*gap.span())}
        self.end = end
        self.places = [start + n for n in range(end - start) if n not in gaps]
        self.left = "".join(text[place] for place in self.places)
        self.left = self.left.replace(_BLANK, " " * len(_BLANK))
        self.is_of_program = "_" in self.left and " " not in self.left
        if self.is_of_program:  # gdp_100m_cny
            self.left = self.left.replace("_", " ")
        for mark in _MARK.finditer(self.left):
            self.take(*mark.span())

    def take(self, start: int, end: int) -> None:
        """Blots some of the words out."""
        self.left = self.left[:start] + "\0" * (end - start) + self.left[end:]

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text some of the words begin and end."""
        first = self.places[start] if start < len(self.places) else self.end
        return first, self.places[end - 1] + 1 if end > start else first

    @property
    def bare(self) -> str:
        """What is left, without what is no part of a name."""
        left = _EMPTIED.sub(" ", self.left.replace("\0", " "))
        return _BY.sub("", without_gaps(" ".join(left.strip(EDGES).split())))

    @property
    def whole(self) -> tuple[int, int]:
        """Where in the text what is left begins and ends."""
        first = len(self.left) - len(self.left.lstrip(EDGES))
        return self.extent(first, max(first, len(self.left.rstrip(EDGES))))
