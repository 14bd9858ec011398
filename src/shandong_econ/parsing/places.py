"""Which area a place's name means in a report."""

from __future__ import annotations

from shandong_econ.lexicon.concepts import areas
from shandong_econ.model import Area


def place(codes: tuple[str, ...], home: Area | None, name: str) -> Area:
    """The area of a name: of several with one name the one that lies in or around the report's own area."""
    if len(codes) > 1 and home is not None and home.code is not None:
        near = [code for code in codes if code[:2] == home.code[:2]]
        codes = tuple(near) or codes
    return areas()[codes[0]] if codes else Area(None, name)
