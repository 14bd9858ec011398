"""What one plugin registers: its hooks are called, and what they give is checked as it comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources.abc import Traversable
from typing import Any

import attrs
import pluggy

import shandong_econ.hookspecs as hookspecs
from shandong_econ.errors import PluginError
from shandong_econ.plugins.deferred import done
from shandong_econ.plugins.registry import Check, Format, Kind, Plugin

_PREFIX = f"{hookspecs.PROJECT}_"


@attrs.define
class Given:
    """What the hooks of a plugin have registered so far, and the folders of words that others brought before."""

    beside: Sequence[Traversable] = ()
    formats: list[Format] = attrs.Factory(list)
    kinds: list[Kind] = attrs.Factory(list)
    folders: list[Traversable] = attrs.Factory(list)
    checks: list[Check] = attrs.Factory(list)

    def add_words(self, folder: Traversable) -> None:
        """Adds a folder of words, if it fits; TypeError or LexiconError says what is wrong with it."""
        from shandong_econ.lexicon.checking import check_folder  # late, as only plugins with words need it

        if not isinstance(folder, Traversable):
            remedy = "give importlib.resources.files('your_package') / 'lexicon', or a Path"
            raise TypeError(f"{folder!r} is no folder of words: {remedy}")
        there = [*self.beside, *self.folders]
        if folder not in there:
            check_folder(folder, there)
            self.folders.append(folder)

    def into(self, plugin: Plugin) -> Plugin:
        """The plugin with what it has registered."""
        return attrs.evolve(
            plugin,
            formats=tuple(self.formats),
            kinds=tuple(self.kinds),
            vocabularies=tuple(self.folders),
            checks=tuple(self.checks),
        )


def call_hooks(plugin: object, given: Given) -> None:
    """Calls the hooks of one plugin, in a manager of its own, so that no other's hooks are called with them."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin)
    manager.check_pending()
    hooks = {name for name in vars(manager.hook) if name.startswith(_PREFIX)}
    for name in dir(plugin):
        if name.startswith(_PREFIX) and manager.parse_hookimpl_opts(plugin, name) is None:
            value = getattr(plugin, name)
            if callable(value) and not isinstance(value, type):
                remedy = "mark it with @hookimpl" if name in hooks else f"the hooks are {', '.join(sorted(hooks))}"
                raise PluginError(f"{name} is no implementation of a hook: {remedy}")
    if not manager.get_hookcallers(plugin):
        raise PluginError(f"{plugin!r} implements no hook: the hooks are {', '.join(sorted(hooks))}")
    registering: dict[str, Callable[[Any], None]] = {
        f"{_PREFIX}register_exporters": lambda exporter: given.formats.append(Format.of(exporter)),
        f"{_PREFIX}register_sources": lambda source: given.kinds.append(Kind.of(source)),
        f"{_PREFIX}register_rules": lambda rule: given.checks.append(Check.of(rule)),
        f"{_PREFIX}register_vocabulary": given.add_words,
    }
    for name, register in registering.items():
        for result in getattr(manager.hook, name)(register=register):
            done(result, name)
