"""The seal of a report in a file of its own: of all its facts, so that reading tells that they are no longer the same.

What a person has edited is what is read, and a damaged byte looks no other than an edit: so a report that its seal does
not match is read as it stands, with a Note. One without a seal, as people and other programs write it, has none.
"""

from __future__ import annotations

import json
from typing import Any

from shandong_econ.exporters.structure import from_plain, to_plain
from shandong_econ.model import Report
from shandong_econ.rows import seal_of

SEAL = "seal"
"""The key under which the seal of a report stands before its fields."""


def seal(plain: Any) -> str:
    """The seal of all that a report, as plain values, states: the same in every format and however it is laid out.

    A field that is unknown or empty is left out of it, so that one more field of the model breaks no older seal.

    >>> seal({"title": "a", "text": ""}) == seal({"text": "", "title": "a", "notes": [], "area": None})
    True
    """
    # a value that a person typed as a number is a Decimal, and str gives the digits that are written otherwise
    return seal_of([json.dumps(_stated(plain), sort_keys=True, separators=(",", ":"), default=str)])


def _stated(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _stated(held) for name, held in value.items() if held is not None and held != []}
    return [_stated(item) for item in value] if isinstance(value, list) else value


def sealed(report: Report) -> dict[str, Any]:
    """The report as plain values, after its seal."""
    plain = to_plain(report)
    return {SEAL: seal(plain), **plain}


def unsealed(value: object, place: str) -> tuple[Report, bool]:
    """The report of plain values and whether its seal, if there is one, holds; ReadError as of `from_plain`, strict."""
    given = value.pop(SEAL, None) if isinstance(value, dict) else None
    report = from_plain(value, place, strict=True)
    return report, given is None or given == seal(value) or holds(report, given)


def holds(report: Report, given: object) -> bool:
    """Whether a seal is that of the report's facts."""
    return given == seal(to_plain(report))
