"""The folders that the lexicon's files lie in: the package's own, and those that plugins add.

Who adds folders is asked once, before the first file is opened, so that no word is ever looked up without theirs. An
added folder is laid out as the package's own: `codes/areas.tsv`, `zh/series.tsv`, `en/words.toml` and so on, each file
only where there is something to add. Tables go on where the package's end, and lists likewise. "@section.key" in
a list stands for what another list of the file has, and "@words/section.key" for one of words.toml beside it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from shandong_econ.errors import LexiconError

_asked: list[Callable[[], Iterable[Traversable]]] = []


def ask_for_folders(ask: Callable[[], Iterable[Traversable]]) -> None:
    """Has this asked for the folders that are added, when the first file is opened."""
    _asked.append(ask)


@cache
def _added() -> tuple[Traversable, ...]:
    return tuple(dict.fromkeys(folder for ask in _asked for folder in ask()))


def opened(name: str, added: Iterable[Traversable] | None = None) -> Iterator[tuple[str, bytes]]:
    """The bytes of a file of the lexicon in each folder that has it, with the name to speak of it in errors.

    The folders are the package's own and those that are added, or others in their place.
    """
    own = files("shandong_econ").joinpath("lexicon")
    others = _added() if added is None else added
    for folder, shown in [(own, name), *((folder, f"{folder}/{name}") for folder in others)]:
        found = folder.joinpath(*name.split("/"))
        if found.is_file():
            yield shown, found.read_bytes()


@cache
def read_toml(name: str) -> Mapping[str, Any]:
    """A TOML file of the lexicon, with what added folders have for it, and the words of the lists that it names."""
    return MappingProxyType({key: _told_out(value, name, ()) for key, value in _as_written(name).items()})


@cache
def _as_written(name: str) -> Mapping[str, Any]:
    return MappingProxyType(put_together(opened(name)))


def put_together(written: Iterable[tuple[str, bytes]]) -> dict[str, Any]:
    """The content of TOML files as of one: the later add to the sections and lists of the earlier."""
    merged: dict[str, Any] = {}
    for shown, data in written:
        merged = _merged(merged, parse_toml(shown, data))
    return merged


def _told_out(value: Any, name: str, within: tuple[str, ...]) -> Any:
    """A value with the words of the lists that are named in it; what names no list, or its own, is a word."""
    if isinstance(value, dict):
        return {key: _told_out(each, name, within) for key, each in value.items()}
    return [each for one in value for each in _words(one, name, within)] if isinstance(value, list) else value


def _words(one: Any, name: str, within: tuple[str, ...]) -> list[Any]:
    match = _LIST.fullmatch(one) if isinstance(one, str) and one not in within else None
    if match is None:
        return [_told_out(one, name, within)]
    there = f"{name.partition('/')[0]}/{match['file']}.toml" if match["file"] else name
    section = _as_written(there).get(match["section"])
    found = section.get(match["key"]) if isinstance(section, dict) else None
    return list(_told_out(found, there, (*within, one))) if isinstance(found, list) else [one]


_LIST = re.compile(r"@(?:(?P<file>\w+)/)?(?P<section>\w+)\.(?P<key>[\w.:]+)")


def parse_toml(shown: str, data: bytes) -> dict[str, Any]:
    """The content of a TOML file; LexiconError names it."""
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{shown}: {error}: mend the line") from error


def _merged(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    merged = dict(old)
    for key, value in new.items():
        there = merged.get(key)
        if isinstance(there, dict) and isinstance(value, dict):
            merged[key] = _merged(there, value)
        elif isinstance(there, list) and isinstance(value, list):
            merged[key] = [*there, *value]
        else:
            merged[key] = value
    return merged
