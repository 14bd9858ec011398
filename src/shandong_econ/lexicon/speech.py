"""The words by which reports tell who speaks, what is expected, and who wrote and published the text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from shandong_econ.errors import LexiconError
from shandong_econ.lexicon.folders import read_toml
from shandong_econ.lexicon.words import either


@cache
def speech_lists(language: str) -> Mapping[str, tuple[str, ...]]:
    """Every list of a language's `speech.toml`, by "section.key", in the order of the file."""
    name = f"{language}/speech.toml"
    data = read_toml(name)
    found: dict[str, tuple[str, ...]] = {}
    for section, keys in data.items():
        for key, words in keys.items():
            for word in words:
                if not isinstance(word, str) or not word.strip():
                    raise LexiconError(f"{name}: {section}.{key} has {word!r}: give words in quotation marks")
            found[f"{section}.{key}"] = tuple(words)
    return MappingProxyType(found)


@cache
def speech_words(language: str, role: str) -> tuple[str, ...]:
    """The words of one list, as "section.key", in the order of the file."""
    try:
        return speech_lists(language)[role]
    except KeyError:
        raise LexiconError(f"{language}/speech.toml has no {role}: add the list to it") from None


@cache
def speech_set(language: str, role: str) -> frozenset[str]:
    """The words of one list, to ask whether a word is among them."""
    return frozenset(speech_words(language, role))


def any_of(language: str, *roles: str) -> str:
    """A pattern that takes any word of some lists, the longest that fits."""
    return f"(?:{either(word for role in roles for word in speech_words(language, role))})"
