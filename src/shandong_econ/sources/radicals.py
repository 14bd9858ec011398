"""Characters for the radicals and ligatures that programs write into a PDF where both look alike: ⼭⻓ is 山长."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_KANGXI, _LIGATURES = range(0x2F00, 0x2FD6), range(0xFB00, 0xFB07)  # Unicode itself says what they stand for


def characters(text: str) -> str:
    """The text with a character for each radical, and letters for each ligature.

    >>> characters("⼭东增⻓"), characters("oﬃce")
    ('山东增长', 'office')
    """
    return text.translate(_table())


@cache
def _table() -> Mapping[int, str]:
    table = {point: unicodedata.normalize("NFKC", chr(point)) for point in (*_KANGXI, *_LIGATURES)}
    rows = (files("shandong_econ.sources") / "radicals.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return MappingProxyType(
        table | {ord(radical): character for radical, character in (row.split("\t") for row in rows)}
    )
