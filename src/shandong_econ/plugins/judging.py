"""Shares out the names and suffixes among those who claim them: built-in ones first, of two plugins neither."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import MappingProxyType
from typing import Generic, Protocol, TypeVar

import attrs

from shandong_econ.plugins.registry import Plugin, Registry, Trouble


def judge(built_in: Plugin, others: Sequence[Plugin], failures: Iterable[Trouble]) -> Registry:
    """Gives each name and each suffix to the one plugin that claims it: of several, the built-in gets it, or none.

    What gets no name is left out; what gets its name and not a suffix is to be had by name. A format and a kind of
    document may have the same name and suffix: one is for writing, and the other for reading.
    """
    formats = _share("format", built_in.formats, [(plugin, each) for plugin in others for each in plugin.formats])
    checks = _share("rule", built_in.checks, [(plugin, each) for plugin in others for each in plugin.checks])
    kinds = _share("source", built_in.kinds, [(plugin, each) for plugin in others for each in plugin.kinds])
    return Registry(
        (built_in, *others),
        MappingProxyType(formats.by_name),
        MappingProxyType(formats.by_suffix),
        MappingProxyType(kinds.by_name),
        MappingProxyType(kinds.by_suffix),
        MappingProxyType(checks.by_name),
        (*failures, *formats.troubles, *kinds.troubles, *checks.troubles),
    )


class _Named(Protocol):
    """What has a name and suffixes to share out."""

    @property
    def name(self) -> str: ...

    @property
    def suffixes(self) -> tuple[str, ...]: ...


Thing = TypeVar("Thing", bound=_Named)


@attrs.frozen
class _Shares(Generic[Thing]):
    by_name: dict[str, Thing]
    by_suffix: dict[str, Thing]
    troubles: list[Trouble]


def _share(what: str, ours: Sequence[Thing], offers: Sequence[tuple[Plugin, Thing]]) -> _Shares[Thing]:
    """Who of those that offer the same thing has which name and which suffix."""
    names = {each.name: each for each in ours}
    suffixes = {suffix: each for each in ours for suffix in each.suffixes}
    troubles: list[Trouble] = []

    named: list[tuple[Plugin, Thing]] = []
    for name, claimants in _claims(offers, lambda each: (each.name,)):
        if problem := _contest(f"the {what} name {name!r}", what, claimants, built_in=name in names):
            lost = [(plugin, frozenset([name, *each.suffixes])) for plugin, each in claimants]
            troubles += [Trouble(plugin, problem, claims) for plugin, claims in lost]
        else:
            named += claimants
    names |= {each.name: each for _, each in named}

    for suffix, claimants in _claims(named, lambda each: each.suffixes):
        if problem := _contest(f"the suffix {suffix!r}", what, claimants, built_in=suffix in suffixes):
            remedies = [(plugin, f"{problem}; give format={each.name!r}") for plugin, each in claimants]
            troubles += [Trouble(plugin, message, frozenset([suffix])) for plugin, message in remedies]
        else:
            suffixes[suffix] = claimants[0][1]
    return _Shares(names, suffixes, troubles)


def _claims(
    offers: Sequence[tuple[Plugin, Thing]], keys: Callable[[Thing], Iterable[str]]
) -> list[tuple[str, list[tuple[Plugin, Thing]]]]:
    """Who claims each key, in the order of the keys."""
    claims: dict[str, list[tuple[Plugin, Thing]]] = {}
    for plugin, each in offers:
        for key in dict.fromkeys(keys(each)):
            claims.setdefault(key, []).append((plugin, each))
    return sorted(claims.items())


def _contest(key: str, what: str, claimants: Sequence[tuple[Plugin, _Named]], *, built_in: bool) -> str | None:
    if built_in:
        return f"{key} belongs to a built-in {what}, which keeps it"
    if len(claimants) > 1:
        return f"{key} is claimed by {' and by '.join(str(plugin) for plugin, _ in claimants)}, so no one has it"
    return None
