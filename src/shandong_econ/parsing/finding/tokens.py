"""A piece of text: where it stands, and what was found there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple


class Token(NamedTuple):
    """A piece of a sentence: where it stands, and what was found there.

    `what` is the Figure of a figure, the Time of a time, the codes of a place, the roles of a function word, the Naming
    of a series, and None of other words and marks: its class tells which.
    """

    start: int
    end: int
    what: Any = None


token_of: Callable[[Iterable[Any]], Token] = partial(tuple.__new__, Token)
"""A token of its three parts, for the loops in which a call of Python a token is what costs."""
