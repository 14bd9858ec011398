"""A pattern for any word of a list, quick however long the list: words that begin alike share their beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """The pattern, in a group of its own, that takes the longest word of the list.

    >>> one_of(["said", "say", "says"])
    '(?:sa(?:id|y(?:s)?))'
    """
    return _branches([word for word in dict.fromkeys(words) if word])


def _branches(words: list[str]) -> str:
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[:1], []).append(word[1:])
    may_end = by_first.pop("", None) is not None
    branches = [re.escape(first) + _rest(rests) for first, rests in by_first.items()]
    pattern = f"(?:{'|'.join(branches)})" if branches else ""
    return pattern + "?" if may_end and branches else pattern


def _rest(rests: list[str]) -> str:
    """What follows a first character: no group where nothing branches."""
    if len(rests) == 1:
        return re.escape(rests[0])
    firsts = {rest[:1] for rest in rests}
    if len(firsts) == 1 and "" not in firsts:
        return re.escape(firsts.pop()) + _rest([rest[1:] for rest in rests])
    return _branches(rests)
