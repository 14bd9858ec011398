"""Shares: of the three industries they are 100 percent, and each is its part over its whole."""

from __future__ import annotations

from collections.abc import Iterator

from shandong_econ.findings import Account, Figure, Figures, Finding
from shandong_econ.identities.judging import fitting, of, one_voice
from shandong_econ.identities.relations import INDUSTRIES, named, whole_of
from shandong_econ.identities.sums import sharing
from shandong_econ.model import Measure


def gdp_shares(figures: Figures) -> Iterator[Finding]:
    """The shares of the three industries in GDP add up to 100 percent."""
    for account in figures.accounts:
        yield from sharing(account, "GDP", INDUSTRIES)


def share_is_ratio(figures: Figures) -> Iterator[Finding]:
    """A share is the part over the whole."""
    for account in figures.accounts:
        for share in account.all(Measure.SHARE):
            if (parts := _parts(account, share)) is None or share.unit != "PT":
                continue
            part, whole = parts
            if one_voice(share, part, whole) and 0 not in of(whole):
                yield fitting(share, parts, of(part) * 100 / of(whole), f"{part.words} / {whole.words}")


def _parts(account: Account, share: Figure) -> tuple[Figure, Figure] | None:
    """The part and the whole of a share of a series with a code, in one unit.

    A share that does not say of what is one of its whole only where it stands beside it.
    """
    told = share.observation.relative_to
    code = share.code
    if code is None:
        return None
    whole_code = whole_of().get(code) if told is None else named(told, share.observation.area)
    if whole_code is None or whole_code == code:
        return None
    for unit in account.units(code):
        part, whole = account.level(code, unit), account.level(whole_code, unit)
        if part and whole and part.is_beside(share) and (told is not None or whole.is_beside(share)):
            return part, whole
    return None
