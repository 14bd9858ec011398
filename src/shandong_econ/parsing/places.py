"""Which area a place's name means in a report."""

from __future__ import annotations

from shandong_econ.lexicon.concepts import areas
from shandong_econ.model import Area
from shandong_econ.parsing.lexis import lexis
from shandong_econ.parsing.tokenise import tokenise
from shandong_econ.parsing.tokenise_english import tokenise_english


def place(codes: tuple[str, ...], home: Area | None, name: str) -> Area:
    """The area of a name: of several with one name the one that lies in or around the report's own area."""
    if len(codes) > 1 and home is not None and home.code is not None:
        near = [code for code in codes if code[:2] == home.code[:2]]
        codes = tuple(near) or codes
    return areas()[codes[0]] if codes else Area(None, name)


def first_place(text: str, start: int, end: int, language: str) -> str | None:
    """The code of the first place that a stretch of text names, or None."""
    if language == "zh":
        tokens = tokenise(text, start, end, lexis("zh"))
    else:
        tokens = tokenise_english(text, text.lower() if len(text.lower()) == len(text) else text, start, end)
    for n, token in enumerate(tokens):
        if token.areas:
            following = tokens[n + 1] if n + 1 < len(tokens) else None
            if token.areas[0] == "100000" and following is not None and following.areas:
                continue  # China's Shandong
            return token.areas[0]
    return None
