"""Who has which name and which suffix: the formats and the sources that plugins gave, and what is said of the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NoReturn

import attrs

from shandong_econ.errors import PluginError, UnknownFormatError
from shandong_econ.findings import Rule
from shandong_econ.hookspecs import AddingExporter, Exporter, KnowingSource, ReadingExporter, Source
from shandong_econ.plugins.deferred import check_method

_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")
_SUFFIX = re.compile(r"\.[^/\\\x00]+\Z")


@attrs.frozen(eq=False)
class Format:
    """An exporter as it was when it was registered: its name, its suffixes and its companion's, in lower case."""

    exporter: Exporter
    name: str
    suffixes: tuple[str, ...]
    companion: str | None

    @classmethod
    def of(cls, exporter: object) -> Format:
        """The format of an exporter; TypeError or ValueError says what it lacks to be one."""
        if isinstance(exporter, type) or not isinstance(exporter, Exporter):
            remedy = "register an object with name, suffixes and write(reports, file)"
            raise TypeError(f"{exporter!r} is no exporter: {remedy}, an instance and not its class")
        companion = getattr(exporter, "companion", None)
        name, suffixes = _checked_names(exporter.name, exporter.suffixes)
        if companion is not None:
            _check_suffix(companion, name)
        if not callable(exporter.write) or not callable(getattr(exporter, "read", len)):
            raise TypeError(f"write and read of {name} are called: give methods")
        if not callable(getattr(exporter, "add", len)) or not callable(getattr(exporter, "find", len)):
            raise TypeError(f"add and find of {name} are called: give methods")
        for method, gives in (("write", False), ("add", False), ("read", True), ("find", True)):
            check_method(exporter, name, method, gives=gives)
        if companion is not None and isinstance(exporter, AddingExporter):
            raise TypeError(f"{name} adds to a file and has a companion: no two files are added to at once")
        return cls(exporter, name, suffixes, companion)

    def companion_of(self, path: Path) -> Path | None:
        """The path of the file that goes with the one at this path; None for a format that has none.

        A suffix that the companion's begins with stays as it is written: figures.CSV has figures.CSV-metadata.json.
        """
        if self.companion is None or not path.name:
            return None
        suffix = _longest(path.name, self.suffixes)
        if suffix and self.companion.lower().startswith(suffix):
            return path.with_name(path.name + self.companion[len(suffix) :])
        return path.with_name(path.name[: len(path.name) - len(suffix)] + self.companion)


@attrs.frozen(eq=False)
class Kind:
    """A source as it was when it was registered: its name, and its suffixes in lower case."""

    source: Source
    name: str
    suffixes: tuple[str, ...]

    @classmethod
    def of(cls, source: object) -> Kind:
        """The kind of document of a source; TypeError or ValueError says what it lacks to be one."""
        if isinstance(source, type) or not isinstance(source, Source):
            remedy = "register an object with name, suffixes and read(file)"
            raise TypeError(f"{source!r} is no source: {remedy}, an instance and not its class")
        name, suffixes = _checked_names(source.name, source.suffixes)
        if not callable(source.read) or not callable(getattr(source, "recognises", len)):
            raise TypeError(f"read and recognises of {name} are called: give methods")
        check_method(source, name, "read", gives=True)
        check_method(source, name, "recognises")
        return cls(source, name, suffixes)


@attrs.frozen(eq=False)
class Check:
    """A rule as it was registered, under its code, which is all that rules can be at odds about."""

    rule: Rule
    name: str
    suffixes: tuple[str, ...] = ()

    @classmethod
    def of(cls, rule: object) -> Check:
        """The check of a rule; TypeError for what is none."""
        if not isinstance(rule, Rule):
            raise TypeError(f"{rule!r} is no rule: register a shandong_econ.findings.Rule")
        return cls(rule, rule.code)


def _checked_names(name: object, suffixes: object) -> tuple[str, tuple[str, ...]]:
    """The name and the suffixes, in lower case, of what was registered, if they can be such."""
    if not isinstance(name, str) or not _NAME.match(name):
        raise ValueError(f"the name {name!r} is none to register: give small letters, digits and hyphens")
    if not isinstance(suffixes, tuple):
        raise TypeError(f"the suffixes of {name} are {suffixes!r}: give a tuple, such as ('.{name}',)")
    for suffix in suffixes:
        _check_suffix(suffix, name)
    return name, tuple(map(str.lower, suffixes))


def _check_suffix(suffix: object, name: str) -> None:
    if not isinstance(suffix, str) or not _SUFFIX.match(suffix):
        raise ValueError(f"{suffix!r}, of {name}, is no suffix: give a point and what follows it, as '.{name}'")


@attrs.frozen(eq=False)
class Plugin:
    """One entry point of the group: the distribution that it came with, and what it registered."""

    name: str
    distribution: str
    version: str
    formats: tuple[Format, ...] = ()
    kinds: tuple[Kind, ...] = ()
    vocabularies: tuple[Traversable, ...] = ()
    checks: tuple[Check, ...] = ()
    switched_off: bool = False

    def __str__(self) -> str:
        return f"{self.distribution} {self.version} ({self.name})"


@attrs.frozen(eq=False)
class Trouble:
    """What is wrong with a plugin, and the names and suffixes that are not to be had because of it."""

    plugin: Plugin
    message: str
    claims: frozenset[str]
    cause: BaseException | None = None

    def __str__(self) -> str:
        return f"{self.plugin}: {self.message}"


@attrs.frozen(eq=False)
class Registry:
    """The plugins that were found, the formats and the kinds of documents that are to be had, and the troubles."""

    plugins: tuple[Plugin, ...]
    formats: Mapping[str, Format]
    suffixes: Mapping[str, Format]
    kinds: Mapping[str, Kind]
    kinds_by_suffix: Mapping[str, Kind]
    checks: Mapping[str, Check]
    troubles: tuple[Trouble, ...]

    def named(self, name: str, *, to_read: bool = False) -> Format:
        """The format of this name; PluginError if a plugin would have given it, else UnknownFormatError.

        What there is, which the error says, are the formats, or the formats and kinds of documents that can be read.
        """
        return self.formats.get(name) or self._refuse(name, f"format {name!r}", to_read=to_read)

    def for_file(self, file_name: str) -> Format:
        """The format of the longest suffix, in any case, that the file's name ends with; errors as of `named`."""
        suffix = self._suffix_of(file_name)
        return self.suffixes.get(suffix) or self._refuse(suffix, f"format for the suffix of {file_name!r}")

    def reading_plugin_for(self, file_name: str) -> Format | None:
        """The format of a plugin that reads files of this suffix: built-in formats are known by what is in the file.

        PluginError as of `named`, if no kind of document has the suffix.
        """
        suffix = self._suffix_of(file_name)
        if suffix in self.suffixes:
            found = self.suffixes[suffix]
            reads = isinstance(found.exporter, ReadingExporter) and not self.brings(found)
            return found if reads else None
        return (
            None
            if suffix in ("", *self.kinds_by_suffix)
            else self._refuse(suffix, f"format for the suffix of {file_name!r}")
        )

    def own_reading_format_for(self, file_name: str) -> Format | None:
        """The format of the library's own that reads files of this suffix; None for no such format."""
        found = self.suffixes.get(self._suffix_of(file_name))
        return found if found and self.brings(found) and isinstance(found.exporter, ReadingExporter) else None

    def kind_for(self, file_name: str) -> Kind | None:
        """The kind of document of the longest suffix, in any case, that the file's name ends with; None for no kind."""
        return self.kinds_by_suffix.get(_longest(file_name, self.kinds_by_suffix))

    def is_built_in(self, kind: Kind) -> bool:
        """Whether the library brings the source itself."""
        return kind in self.plugins[0].kinds

    def brings(self, found: Format) -> bool:
        """Whether the library brings the format itself."""
        return found in self.plugins[0].formats

    def bringer_of(self, check: Check) -> Plugin:
        """The plugin that brings the rule."""
        return next(plugin for plugin in self.plugins if check in plugin.checks)

    def knowing(self) -> list[Kind]:
        """The kinds whose sources know their documents by the bytes, the built-in ones first."""
        return [kind for kind in self.kinds.values() if isinstance(kind.source, KnowingSource)]

    def _suffix_of(self, file_name: str) -> str:
        claimed = {claim for trouble in self.troubles for claim in trouble.claims if claim.startswith(".")}
        return _longest(file_name, [*self.suffixes, *claimed])

    def _refuse(self, key: str, wanted: str, *, to_read: bool = False) -> NoReturn:
        if claims := {trouble.message: trouble for trouble in reversed(self.troubles) if key in trouble.claims}:
            cause = next((trouble.cause for trouble in claims.values() if trouble.cause is not None), None)
            raise PluginError(f"the {wanted} is not to be had: {'; '.join(map(str, claims.values()))}") from cause
        words = [f"there is no {wanted}: give format= one of {', '.join(self._known(to_read=to_read))}"]
        if self.troubles:
            words.append(f"these plugins failed, and may have had it: {'; '.join(map(str, self.troubles))}")
        if off := [str(plugin) for plugin in self.plugins if plugin.switched_off]:
            words.append(f"these are switched off: {'; '.join(off)}")
        raise UnknownFormatError(". ".join(words)) from next((each.cause for each in self.troubles), None)

    def _known(self, *, to_read: bool) -> Iterator[str]:
        """Each name that there is, with its suffixes: a name of a format may be that of a kind of document, too."""
        formats = self.formats.values()
        given: list[Format | Kind] = [
            each for each in formats if not to_read or isinstance(each.exporter, ReadingExporter)
        ]
        given += self.kinds.values() if to_read else ()
        for name in dict.fromkeys(each.name for each in given):
            suffixes = dict.fromkeys(suffix for each in given if each.name == name for suffix in each.suffixes)
            yield f"{name} ({' '.join(suffixes)})"


def _longest(file_name: str, suffixes: Iterable[str]) -> str:
    """The longest of the suffixes that the file's name ends with in any case, or ''."""
    lower = file_name.lower()
    return max((suffix for suffix in suffixes if lower.endswith(suffix)), key=len, default="")
