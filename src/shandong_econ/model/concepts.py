"""The concepts that a figure points to: what is measured, where, and in what unit."""

from __future__ import annotations

import re
from typing import Any

import attrs

from shandong_econ.model.checks import is_a, refuse

SERIES_CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*\Z")
AREA_CODE = re.compile(r"(\d{6}|X-[A-Z0-9]+(-[A-Z0-9]+)*)\Z", re.ASCII)


def _coded(form: re.Pattern[str], example: str, *, optional: bool = False) -> Any:
    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is None and optional:
            return
        if not isinstance(value, str) or not form.match(value):
            raise refuse(owner, attribute.name, value, f"give a code such as {example}{' or None' * optional}")

    return check


@attrs.frozen
class Indicator:
    """A series that has a code, such as IVA_ASD, with its name in both languages."""

    code: str = attrs.field(validator=_coded(SERIES_CODE, "'IVA_ASD' (capitals, digits and underscores)"))
    """The code, such as IVA_ASD, which stays the same."""
    name: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The name in English."""
    name_zh: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The name in Chinese."""


@attrs.frozen
class Unit:
    """A unit of measure, such as PT (percent) or CNY (yuan), with its name in both languages."""

    code: str = attrs.field(validator=_coded(SERIES_CODE, "'PT' or 'CNY' (capitals, digits and underscores)"))
    """The code: that of SDMX or ISO 4217 where there is one."""
    name: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The name in English."""
    name_zh: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The name in Chinese."""


@attrs.frozen
class Area:
    """A place: six digits of GB/T 2260, a group's own code (X-EAST), or a name alone."""

    code: str | None = attrs.field(
        default=None, validator=_coded(AREA_CODE, "'370000' (six digits) or 'X-EAST'", optional=True)
    )
    """Six digits of GB/T 2260, or a code of our own for a group (X-EAST); None for a place without one."""
    name: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The name in English."""
    name_zh: str | None = attrs.field(default=None, validator=is_a(str, optional=True))
    """The name in Chinese."""

    def __attrs_post_init__(self) -> None:
        if self.code is None and self.name is None and self.name_zh is None:
            raise refuse(self, "code", None, "give a code or a name, or None in place of the whole Area")


def place_of(area: Area | None) -> str | None:
    """The code of a place, or the name of one without a code; None for no place."""
    return None if area is None else area.code or area.name_zh or area.name
