"""The words of a language and what each does in a sentence: data files, read and checked on first use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

import attrs

from shandong_econ.errors import LexiconError
from shandong_econ.lexicon.folders import read_toml
from shandong_econ.lexicon.spellings import spellings
from shandong_econ.lexicon.tables import read_table

Roles = frozenset[str]
UNIT_COLUMNS = ("word", "code", "power")
NO_CODE = "-"


@attrs.frozen
class UnitWord:
    """A word for a unit: its code if it has one, and the power of ten that it brings (MW is 3 to the kilowatt)."""

    word: str
    code: str | None
    power: int


@cache
def roles(language: str) -> Mapping[str, Roles]:
    """Every function word of a language with its roles, each as "section.key" of `words.toml`."""
    name = f"{language}/words.toml"
    found: dict[str, Roles] = {}
    grown: dict[tuple[Roles, str], Roles] = {}  # words with the same roles share one set of them
    parts = read_toml(name).get("parts", {})
    for section, keys in read_toml(name).items():
        for key, words in keys.items() if section not in ("parts", "linked") else ():
            role = f"{section}.{key}"
            for word in words:
                if not isinstance(word, str) or not word.strip():
                    raise LexiconError(f"{name}: {role} has {word!r}: give words in quotation marks")
                for made in spelled_out(word, parts) if "{" in word else (word,):
                    before = found.get(made, frozenset())
                    found[made] = grown.get((before, role)) or grown.setdefault((before, role), before | {role})
    return MappingProxyType(found)


def spelled_out(word: str, parts: Mapping[str, list[str]]) -> list[str]:
    """The words that one with parts in braces stands for: "{from} {the_month_before}" is every link with every base."""
    if "{" not in word:
        return [word]
    for part, choices in parts.items():
        if f"{{{part}}}" in word:
            made = [word.replace(f"{{{part}}}", one, 1) for one in choices]
            return [each for one in made for each in (spelled_out(one, parts) if "{" in one else (one,))]
    return [word]


def linked(language: str, *, leave: str = "") -> str:
    """What is compared with behind a link such as "than", as a pattern with a group for each comparison but one."""
    data = read_toml(f"{language}/words.toml")
    parts = data.get("parts", {})
    named = [(name, words) for name, words in data.get("linked", {}).items() if name != leave]
    ways = "|".join(f"(?P<{name}>{_either(words, parts)})" for name, words in named)
    return f"{_either(parts['from'], parts)} (?:{ways})" if ways else "(?!)"


def _either(words: Iterable[str], parts: Mapping[str, list[str]]) -> str:
    """A pattern for any of these words, with their parts in braces, the longest first."""
    ways = (_PART.sub(lambda part: _either(parts[part[1]], parts), re.escape(word)) for word in words)
    return f"(?:{'|'.join(sorted(ways, key=len, reverse=True))})"


_PART = re.compile(r"\\{(\w+)\\}")


@cache
def word_list(language: str, role: str) -> tuple[str, ...]:
    """The words of one list of `words.toml` or `forms.toml`, as "section.key", in the order of the file."""
    section, key = role.split(".")
    for data in (read_toml(f"{language}/words.toml"), read_toml(f"{language}/forms.toml")):
        if key in (lists := data.get(section, {})):
            return tuple(made for word in lists[key] for made in spelled_out(word, data.get("parts", {})))
    raise LexiconError(f"{language}/words.toml and forms.toml have no [{section}] {key}: add the list to one of them")


def holds_any(text: str, language: str, role: str) -> bool:
    """Whether a text has any of the words of a list in it."""
    for word in word_list(language, role):  # noqa: SIM110  # any() would make a generator for every sentence
        if word in text:
            return True
    return False


def word_at(text: str, at: int, language: str, role: str) -> str:
    """The first word of a list with which a text goes on at a place, "" if it does with none."""
    words = word_list(language, role)
    return next(word for word in words if text.startswith(word, at)) if text.startswith(words, at) else ""


@cache
def word_lists(language: str, section: str) -> Mapping[str, tuple[str, ...]]:
    """All lists of a section of `forms.toml`, by their keys."""
    return MappingProxyType({key: tuple(words) for key, words in read_toml(f"{language}/forms.toml")[section].items()})


@cache
def word_table(language: str, section: str) -> Mapping[str, str]:
    """A section of `forms.toml` that says for each of its words what it stands for."""
    return MappingProxyType(read_toml(f"{language}/forms.toml")[section])


@cache
def unit_words(language: str) -> Mapping[str, UnitWord]:
    """The words for units of a language, of which the code is "-" in the table where a unit has none."""
    found: dict[str, UnitWord] = {}
    for cell, code, power in read_table(f"{language}/units.tsv", UNIT_COLUMNS):
        found.update((word, UnitWord(word, None if code == NO_CODE else code, int(power))) for word in spellings(cell))
    return MappingProxyType(found)


@cache
def time_rules(language: str) -> tuple[tuple[str, str], ...]:
    """The rules for time as (form, pattern), the parts of `periods.toml` filled in."""
    data = read_toml(f"{language}/periods.toml")
    return tuple((rule["form"], filled_in(rule["pattern"], data)) for rule in data["rule"])


@cache
def time_begin(language: str) -> str:
    """A pattern for where an expression of time can begin at all, so that the rules need not be tried elsewhere."""
    data = read_toml(f"{language}/periods.toml")
    return filled_in(data["begin"], data)


def unnamed(pattern: str) -> str:
    """A pattern without the names of its groups, which only a pattern by itself may have."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def filled_in(pattern: str, data: Mapping[str, Any]) -> str:
    """A pattern with what the content of `periods.toml` has for its parts."""
    for part, text in data["parts"].items():
        pattern = pattern.replace(f"{{{part}}}", text)
    for part, words in (data.get("words", {}) | {"feasts": data["feasts"]}).items():
        pattern = pattern.replace(f"{{{part}}}", by_first_letter(words))
    return pattern


def either(words: Iterable[str]) -> str:
    """A pattern that takes any of the words, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def by_first_letter(words: Iterable[str]) -> str:
    """A pattern for any of many words in either case, which looks at their first letter before it tries them.

    >>> by_first_letter(("first", "now", "final"))
    '(?:(?-i:[fF])(?:irst|inal)|(?-i:[nN])(?:ow))'
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0].lower(), []).append(word[1:])
    ways = (f"(?-i:[{letter}{letter.upper()}])(?:{'|'.join(rest)})" for letter, rest in rests.items())
    return f"(?:{'|'.join(ways)})"


@cache
def relative_years(language: str) -> Mapping[str, int]:
    """How many years after this year a word such as 去年 or "last year" is."""
    return MappingProxyType(read_toml(f"{language}/periods.toml")["relative"])


def month_of_feast(text: str, language: str) -> int | None:
    """The month under which the table of days off has the holiday of this name, or None."""
    return next((month for feast, month in _feasts(language).items() if feast.lower() == text.lower()), None)


@cache
def _feasts(language: str) -> Mapping[str, int]:
    return MappingProxyType(read_toml(f"{language}/periods.toml")["feasts"])


@cache
def _small_numbers(language: str) -> Mapping[str, int]:
    return MappingProxyType(read_toml(f"{language}/periods.toml")["numbers"])


@lru_cache(maxsize=4096)
def small_number(text: str, language: str) -> int | None:
    """The value of digits or of a number word in an expression of time, or None."""
    return (
        int(text)
        if text.isdigit()
        else _small_numbers(language).get(text.rstrip("."), _small_numbers(language).get(text.lower()))
    )
