"""What a language says figures with: `saying.toml` of its lexicon, read and checked on first use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import attrs

from shandong_econ.errors import LexiconError
from shandong_econ.lexicon.folders import read_toml

Section = Mapping[str, str | Sequence[str]]
_SECTIONS = ("title", "sentence", "time", "against", "qualifier", "first", "magnitude", "unit", "of_series", "series")


@attrs.frozen
class Phrases:
    """The phrases of a language, by section and key; a `{name}` in a phrase is filled in."""

    language: str
    sections: Mapping[str, Section]
    file: str = "saying.toml"

    def find(self, section: str, key: str) -> str | None:
        """A phrase, or None where the language has none."""
        phrase = self.sections.get(section, {}).get(key)
        return phrase if isinstance(phrase, str) else None

    def get(self, section: str, key: str) -> str:
        """A phrase that every language has; LexiconError where it is missing."""
        phrase = self.find(section, key)
        if phrase is None:
            raise self._missing(section, key)
        return phrase

    def words(self, section: str, key: str) -> Sequence[str]:
        """A list of words; LexiconError where it is missing."""
        words = self.sections.get(section, {}).get(key)
        if words is None or isinstance(words, str):
            raise self._missing(section, key)
        return words

    def _missing(self, section: str, key: str) -> LexiconError:
        return LexiconError(f"{self.language}/{self.file} has no [{section}] {key}: add the line to it")


@cache
def phrases(language: str) -> Phrases:
    """The phrases of a language, "en" or "zh"."""
    return read_phrases(language, "saying.toml", _SECTIONS)


def read_phrases(language: str, file: str, sections: Sequence[str]) -> Phrases:
    """The phrases of a file of the lexicon; LexiconError where a section is missing or is no words."""
    name = f"{language}/{file}"
    data = read_toml(name)
    for section in sections:
        if section not in data:
            raise LexiconError(f"{name} has no [{section}]: add the section to it")
    for section, lines in data.items():
        for key, phrase in lines.items():
            if not isinstance(phrase, str) and not (
                isinstance(phrase, list) and all(isinstance(x, str) for x in phrase)
            ):
                raise LexiconError(f"{name}: [{section}] {key} is {phrase!r}: give words in quotation marks")
    return Phrases(language, data, file)
