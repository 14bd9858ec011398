"""Shares out the names and suffixes among those who claim them: built-in ones first, of two plugins neither."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import MappingProxyType
from typing import Generic, Protocol, TypeVar

import attrs

from shandong_econ.hookspecs import ReadingExporter
from shandong_econ.plugins.registry import Format, Plugin, Registry, Trouble


def judge(built_in: Plugin, others: Sequence[Plugin], failures: Iterable[Trouble]) -> Registry:
    """Gives each name and each suffix to the one plugin that claims it: of several, the built-in gets it, or none.

    What gets no name is left out; what gets its name and not a suffix is to be had by name. A format and a kind of
    document may have the same name and suffix: one is for writing, and the other for reading. So a format that reads
    gets none of a built-in source: its files would be taken for documents, or documents for its files.
    """
    keepers = {key: f"the source {kind.name}" for kind in built_in.kinds for key in (kind.name, *kind.suffixes)}

    def keeper_of(each: Format, key: str) -> str | None:
        return keepers.get(key) if isinstance(each.exporter, ReadingExporter) else None

    offers = [(plugin, each) for plugin in others for each in plugin.formats]
    formats = _share("format", built_in.formats, offers, keeper_of)
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


def _share(
    what: str,
    ours: Sequence[Thing],
    offers: Sequence[tuple[Plugin, Thing]],
    keeper_of: Callable[[Thing, str], str | None] = lambda *_: None,
) -> _Shares[Thing]:
    """Who of those that offer the same thing has which name and which suffix; `keeper_of` names another who has it."""
    names = {each.name: each for each in ours}
    suffixes = {suffix: each for each in ours for suffix in each.suffixes}
    kept = {*names, *suffixes}
    troubles: list[Trouble] = []

    def problem(words: str, key: str, each: Thing, claimants: Sequence[tuple[Plugin, Thing]]) -> str | None:
        if keeper := f"a built-in {what}" if key in kept else keeper_of(each, key):
            return f"{words} {key!r} belongs to {keeper}, which keeps it"
        others = [str(plugin) for plugin, other in claimants if keeper_of(other, key) is None]
        return f"{words} {key!r} is claimed by {' and by '.join(others)}, so no one has it" if len(others) > 1 else None

    named: list[tuple[Plugin, Thing]] = []
    for name, claimants in _claims(offers, lambda each: (each.name,)):
        for plugin, each in claimants:
            if message := problem(f"the {what} name", name, each, claimants):
                troubles.append(Trouble(plugin, message, frozenset([name, *each.suffixes])))
            else:
                named.append((plugin, each))
                names[name] = each
    for suffix, claimants in _claims(named, lambda each: each.suffixes):
        for plugin, each in claimants:
            if message := problem("the suffix", suffix, each, claimants):
                troubles.append(Trouble(plugin, f"{message}; give format={each.name!r}", frozenset([suffix])))
            else:
                suffixes[suffix] = each
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
