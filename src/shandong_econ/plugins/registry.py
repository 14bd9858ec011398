"""Who has which name and which suffix: the formats that plugins gave, judged once, and what is said of the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

import attrs

from shandong_econ.errors import PluginError, UnknownFormatError
from shandong_econ.hookspecs import AddingExporter, Exporter, ReadingExporter

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
        name, suffixes, companion = exporter.name, exporter.suffixes, getattr(exporter, "companion", None)
        if not isinstance(name, str) or not _NAME.match(name):
            raise ValueError(f"the name {name!r} is none for a format: give small letters, digits and hyphens")
        if not isinstance(suffixes, tuple):
            raise TypeError(f"the suffixes of {name} are {suffixes!r}: give a tuple, such as ('.{name}',)")
        for suffix in [*suffixes, *([] if companion is None else [companion])]:
            if not isinstance(suffix, str) or not _SUFFIX.match(suffix):
                raise ValueError(f"{suffix!r}, of {name}, is no suffix: give a point and what follows it, as '.{name}'")
        if not callable(exporter.write) or not callable(getattr(exporter, "read", len)):
            raise TypeError(f"write and read of {name} are called: give methods")
        if not callable(getattr(exporter, "add", len)) or not callable(getattr(exporter, "find", len)):
            raise TypeError(f"add and find of {name} are called: give methods")
        if companion is not None and isinstance(exporter, AddingExporter):
            raise TypeError(f"{name} adds to a file and has a companion: no two files are added to at once")
        return cls(exporter, name, tuple(map(str.lower, suffixes)), companion)

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
class Plugin:
    """One entry point of the group: the distribution that it came with, and what it registered."""

    name: str
    distribution: str
    version: str
    formats: tuple[Format, ...] = ()
    vocabularies: tuple[Traversable, ...] = ()
    switched_off: bool = False

    def __str__(self) -> str:
        return f"{self.distribution} {self.version} ({self.name})"


_Offer = tuple[Plugin, Format]


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
    """The plugins that were found, the formats that are to be had by name and by suffix, and the troubles."""

    plugins: tuple[Plugin, ...]
    formats: Mapping[str, Format]
    suffixes: Mapping[str, Format]
    troubles: tuple[Trouble, ...]

    def named(self, name: str) -> Format:
        """The format of this name; PluginError if a plugin would have given it, else UnknownFormatError."""
        return self.formats.get(name) or self._refuse(name, f"format {name!r}")

    def for_file(self, file_name: str) -> Format:
        """The format of the longest suffix, in any case, that the file's name ends with; errors as of `named`."""
        suffix = self._suffix_of(file_name)
        return self.suffixes.get(suffix) or self._refuse(suffix, f"format for the suffix of {file_name!r}")

    def reading_plugin_for(self, file_name: str) -> Format | None:
        """The format of a plugin that reads files of this suffix: built-in formats are known by what is in the file.

        PluginError as of `named`. A `.txt` is a text, whoever claims the suffix.
        """
        suffix = self._suffix_of(file_name)
        if suffix in self.suffixes:
            found = self.suffixes[suffix]
            reads = isinstance(found.exporter, ReadingExporter) and found not in self.plugins[0].formats
            return found if reads and suffix != ".txt" else None
        return None if suffix in ("", ".txt") else self._refuse(suffix, f"format for the suffix of {file_name!r}")

    def _suffix_of(self, file_name: str) -> str:
        claimed = {claim for trouble in self.troubles for claim in trouble.claims if claim.startswith(".")}
        return _longest(file_name, [*self.suffixes, *claimed])

    def _refuse(self, key: str, wanted: str) -> NoReturn:
        if claims := {trouble.message: trouble for trouble in reversed(self.troubles) if key in trouble.claims}:
            cause = next((trouble.cause for trouble in claims.values() if trouble.cause is not None), None)
            raise PluginError(f"the {wanted} is not to be had: {'; '.join(map(str, claims.values()))}") from cause
        known = ", ".join(f"{name} ({' '.join(each.suffixes)})" for name, each in self.formats.items())
        words = [f"there is no {wanted}: give format= one of {known}"]
        if self.troubles:
            words.append(f"these plugins failed, and may have had it: {'; '.join(map(str, self.troubles))}")
        if off := [str(plugin) for plugin in self.plugins if plugin.switched_off]:
            words.append(f"these are switched off: {'; '.join(off)}")
        raise UnknownFormatError(". ".join(words)) from next((each.cause for each in self.troubles), None)


def judge(built_in: Plugin, others: Sequence[Plugin], failures: Iterable[Trouble]) -> Registry:
    """Gives each name and each suffix to the one plugin that claims it: of several, the built-in gets it, or none.

    A format that gets no name is left out; one that gets its name and not a suffix is to be had by name.
    """
    formats = {each.name: each for each in built_in.formats}
    suffixes = {suffix: each for each in built_in.formats for suffix in each.suffixes}
    troubles = list(failures)

    named: list[_Offer] = []
    offers = [(plugin, each) for plugin in others for each in plugin.formats]
    for name, claimants in _claims(offers, lambda each: (each.name,)):
        if problem := _contest(f"the format name {name!r}", claimants, built_in=name in formats):
            lost = [(plugin, frozenset([name, *each.suffixes])) for plugin, each in claimants]
            troubles += [Trouble(plugin, problem, claims) for plugin, claims in lost]
        else:
            named += claimants
    formats |= {each.name: each for _, each in named}

    for suffix, claimants in _claims(named, lambda each: each.suffixes):
        if problem := _contest(f"the suffix {suffix!r}", claimants, built_in=suffix in suffixes):
            remedies = [(plugin, f"{problem}; give format={each.name!r}") for plugin, each in claimants]
            troubles += [Trouble(plugin, message, frozenset([suffix])) for plugin, message in remedies]
        else:
            suffixes[suffix] = claimants[0][1]
    return Registry((built_in, *others), MappingProxyType(formats), MappingProxyType(suffixes), tuple(troubles))


def _claims(offers: Sequence[_Offer], keys: Callable[[Format], Iterable[str]]) -> list[tuple[str, list[_Offer]]]:
    """Who claims each key, in the order of the keys."""
    claims: dict[str, list[_Offer]] = {}
    for plugin, each in offers:
        for key in dict.fromkeys(keys(each)):
            claims.setdefault(key, []).append((plugin, each))
    return sorted(claims.items())


def _contest(what: str, claimants: Sequence[_Offer], *, built_in: bool) -> str | None:
    if built_in:
        return f"{what} belongs to a built-in format, which keeps it"
    if len(claimants) > 1:
        return f"{what} is claimed by {' and by '.join(str(plugin) for plugin, _ in claimants)}, so no one has it"
    return None


def _longest(file_name: str, suffixes: Iterable[str]) -> str:
    """The longest of the suffixes that the file's name ends with in any case, or ''."""
    lower = file_name.lower()
    return max((suffix for suffix in suffixes if lower.endswith(suffix)), key=len, default="")
