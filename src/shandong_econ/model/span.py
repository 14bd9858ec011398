"""A place in a text."""

from __future__ import annotations

import attrs

from shandong_econ.model.checks import is_a, refuse

_INT = is_a(int)
LARGEST_END = 10**15 - 1  # every spreadsheet and every JSON reader keeps fifteen digits


@attrs.frozen(order=True)
class Span:
    """The characters from `start` up to `end`, in code points of the original text: `text[start:end]`."""

    start: int
    """The place of the first character, from 0."""
    end: int
    """The place after the last character."""

    def __attrs_post_init__(self) -> None:
        if type(self.start) is type(self.end) is int and 0 <= self.start <= self.end <= LARGEST_END:
            return
        for field in attrs.fields(Span):
            _INT(self, field, getattr(self, field.name))
        if not 0 <= self.start <= self.end:
            raise refuse(self, "start", self.start, f"give 0 <= start <= end (end is {self.end})")
        if self.end > LARGEST_END:
            raise refuse(self, "end", self.end, f"no text is longer than {LARGEST_END} characters")

    def cut(self, text: str) -> str:
        """The characters of `text` at this place.

        >>> Span(4, 8).cut("up, 4.5%")
        '4.5%'
        """
        return text[self.start : self.end]
