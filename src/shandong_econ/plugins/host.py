"""Finds the plugins at first use, loads and calls each by itself, and says in warnings which of them failed.

Every format and every source comes through the hooks, the library's own too. Whatever a plugin does, short of ending
the process, the host and the other plugins go on.
"""

from __future__ import annotations

import functools
import os
import re
import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

import attrs

import shandong_econ.hookspecs as hookspecs
from shandong_econ.errors import PluginError, PluginWarning
from shandong_econ.plugins.border import Failure, attempt
from shandong_econ.plugins.hooks import Given, call_hooks
from shandong_econ.plugins.judging import judge
from shandong_econ.plugins.registry import Format, Kind, Plugin, Registry, Trouble

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint  # late where it is used: it costs as much as all the rest

DISABLE = "SHANDONG_ECON_DISABLE_PLUGINS"
STRICT = "SHANDONG_ECON_STRICT_PLUGINS"
DISTRIBUTION = "shandong-econ"
_surveying: ContextVar[bool] = ContextVar("_surveying", default=False)
_lent: list[Plugin] = []
_turn = threading.RLock()  # threads that ask first wait for one of them, or each would have plugins of its own


def registry() -> Registry:
    """The formats of all plugins, found at first use; a PluginWarning names each trouble, or PluginError if strict."""
    with _turn:
        return _warned_of()


def survey() -> Registry:
    """The same without warnings, strict or not: for looking at the troubles themselves."""
    with _turn:
        return _found()


@functools.cache
def _warned_of() -> Registry:
    found = _found()
    if found.troubles and strict():
        words = "; ".join(map(str, found.troubles))
        raise PluginError(f"{words} ({STRICT} is set: mend or remove the plugin)") from found.troubles[0].cause
    for trouble in found.troubles:
        warnings.warn(f"plugin {trouble}", PluginWarning, stacklevel=4)
    return found


@functools.cache
def _found() -> Registry:
    if _surveying.get():
        raise PluginError("a plugin asked for the formats while they are being found: let it ask when it is used")
    token = _surveying.set(True)
    try:
        built_in, found = _built_in(), [*_third_parties(), *_lent]
    finally:
        _surveying.reset(token)
    others = [result.plugin if isinstance(result, Trouble) else result for result in found]
    return judge(built_in, others, [result for result in found if isinstance(result, Trouble)])


def vocabularies() -> list[Traversable]:
    """The folders of words of all plugins; where none is installed nothing is loaded that only formats need."""
    if not _lent and next(_entry_points(), None) is None:
        return []
    return [folder for plugin in registry().plugins for folder in plugin.vocabularies]


@contextmanager
def lent(thing: Format | Kind) -> Iterator[Plugin | None]:
    """A format or kind of document is to be had while the block runs, as if a plugin, which is given, had brought it.

    None is given where the host has one of the same class under the name already, and nothing is lent.
    """
    if _has(thing):
        yield None
        return
    formats, kinds = ((thing,), ()) if isinstance(thing, Format) else ((), (thing,))
    plugin = Plugin(thing.name, "lent for a while", "", formats, kinds)
    _lent.append(plugin)
    forget()
    try:
        yield plugin
    finally:
        _lent.remove(plugin)
        forget()


def _has(thing: Format | Kind) -> bool:
    if isinstance(thing, Format):
        known = survey().formats.get(thing.name)
        return known is not None and type(known.exporter) is type(thing.exporter)
    there = survey().kinds.get(thing.name)
    return there is not None and type(there.source) is type(thing.source)


def strict() -> bool:
    """Whether the environment asks for troubles to be errors."""
    return os.environ.get(STRICT, "0") not in ("", "0")


def switched_off_in_vain(found: Registry) -> list[str]:
    """What there is to say of names that the environment switches off and no distribution with a plugin has."""
    names = _switched_off() - {"", "*", *(_normal(plugin.distribution) for plugin in found.plugins)}
    return [f"{DISABLE} names {name}, and no plugin is of a distribution of that name" for name in sorted(names)]


def _switched_off() -> set[str]:
    return {_normal(name) for name in os.environ.get(DISABLE, "").split(",")}


def forget() -> None:
    """Forgets what was found, so that the next use finds anew."""
    with _turn:
        _warned_of.cache_clear()
        _found.cache_clear()


def _built_in() -> Plugin:
    """The library's own: by the same hooks, but no border stands between, for a failure here is our own."""
    from importlib import metadata

    from shandong_econ.exporters import builtin as exporters
    from shandong_econ.identities import builtin as identities
    from shandong_econ.sources import builtin as sources

    version = attempt(metadata.version, DISTRIBUTION)  # a source tree on the path has none
    given = Given()
    for room in (exporters, sources, identities):
        call_hooks(room, given)
    return given.into(Plugin("built-in", DISTRIBUTION, "" if isinstance(version, Failure) else version))


def _third_parties() -> Iterator[Plugin | Trouble]:
    """What came of each entry point of the group, in the order of the distributions' names."""
    switched_off = _switched_off()
    words: list[Traversable] = []
    entry_points = sorted(_entry_points(), key=lambda found: (_normal(found[0].distribution), found[0].name))
    for plugin, entry_point in entry_points:
        if switched_off & {"*", _normal(plugin.distribution)}:
            yield attrs.evolve(plugin, switched_off=True)
        elif isinstance(entry_point, Failure):
            yield _trouble(plugin, entry_point)
        else:
            loaded = _load(plugin, entry_point, words)
            words += loaded.vocabularies if isinstance(loaded, Plugin) else ()
            yield loaded


def _entry_points() -> Iterator[tuple[Plugin, EntryPoint | Failure]]:
    """The entry points of the group, each distribution read by itself: one with broken metadata hides no other."""
    from importlib import metadata

    seen = set()
    for distribution in metadata.distributions():
        text = attempt(distribution.read_text, "entry_points.txt")
        if not isinstance(text, str) or f"[{hookspecs.PROJECT}]" not in text:
            continue
        name, version = _identity(distribution)
        if _normal(name) in seen:
            continue  # one that stands further back on the path, and is not what would be imported
        seen.add(_normal(name))
        entry_points = attempt(lambda each: each.entry_points.select(group=hookspecs.PROJECT), distribution)
        if isinstance(entry_points, Failure):
            yield Plugin("entry_points.txt", name, version), entry_points
        else:
            yield from ((Plugin(each.name, name, version), each) for each in entry_points)


def _identity(distribution: Distribution) -> tuple[str, str]:
    known = attempt(lambda: (distribution.metadata["Name"], distribution.version))
    name, version = (None, None) if isinstance(known, Failure) else known
    return name or "a distribution without a name", version or "without a version"


def _load(plugin: Plugin, entry_point: EntryPoint, words: Sequence[Traversable]) -> Plugin | Trouble:
    """What came of an entry point, whose words must go with those that others brought before."""
    given = Given(words)
    outcome = attempt(lambda: call_hooks(entry_point.load(), given))
    return _trouble(plugin, outcome, given) if isinstance(outcome, Failure) else given.into(plugin)


def _trouble(plugin: Plugin, failure: Failure, given: Given | None = None) -> Trouble:
    """The trouble of a plugin that failed, which claims what it had registered and what its own names promise."""
    promised = {plugin.name, _normal(plugin.distribution).removeprefix(f"{DISTRIBUTION}-")}
    claims = {*promised, *(f".{name}" for name in promised)}
    if given is not None:
        claims.update(claim for each in given.formats for claim in (each.name, *each.suffixes))
        claims.update(claim for each in given.kinds for claim in (each.name, *each.suffixes))
    return Trouble(plugin, str(failure), frozenset(map(str.lower, claims)), failure.error)


def _normal(distribution: str) -> str:
    """The name of a distribution as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", distribution.strip()).lower()
