"""The label of a figure that has no code, where it can be told apart from every series that has one."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.concepts import indicator_rows
from shandong_econ.lexicon.words import roles, unit_words, word_list, word_table
from shandong_econ.model import Observation
from shandong_econ.saying.known import meanings, naming_words, place_words
from shandong_econ.saying.phrases import Phrases
from shandong_econ.saying.refusing import unsayable

LONGEST_LABEL = 40
_LABEL = {"zh": re.compile(r"[\u4e00-\u9fff]+"), "en": re.compile(r"[a-z]+(?:[- ][a-z]+)*")}
_WORD = re.compile(r"[a-z]+")
_BUSY_ENGLISH = (
    "numeral.words", "numeral.tens", "numeral.hundred", "numeral.dozen", "numeral.ordinals", "magnitude.3",
    "magnitude.6", "magnitude.9", "magnitude.12", "people.words", "not_counted.words", "entity.ends", "entity.clusters",
    "industries.words", "names_before.words",
)  # fmt: skip
_BUSY_CHINESE = (
    "numeral.digits", "numeral.other_digits", "numeral.powers", "numeral.percent", "people.words",
    "industries.words", "entity.firms", "entity.parks", "entity.works", "entity.ports", "entity.weak",
    "entity.pointing", "list.ends",
)  # fmt: skip


def plain_label(figure: Observation, phrases: Phrases) -> str:
    """The label of a figure without a code; UnsayableError where it could be read as something else."""
    label, language = figure.label or "", phrases.language
    label = label[:1].lower() + label[1:]
    if len(label) > LONGEST_LABEL or not _LABEL[language].fullmatch(label) or not _is_new(label, language):
        remedy = "give plain words of the language, one of which at least the lexicon does not know"
        raise unsayable(figure, f"the label {figure.label!r}", phrases.language, remedy)
    return label


def _is_new(label: str, language: str) -> bool:
    """Whether a label has a word of its own, so that no code is read from it, and none that acts in a sentence."""
    if label in word_list(language, "anaphora.same" if language == "zh" else "pronoun.same"):
        return False
    if language == "en":
        words = [_stem(word) for word in _WORD.findall(label)]
        return not any(f" {word} " in f" {label} " for word in _busy("en")) and not _known_stems().issuperset(words)
    known = naming_words("zh")
    longest = max(map(len, known))
    pieces = [(a, b) for a in range(len(label)) for b in range(a + 1, min(a + longest, len(label)) + 1)]
    if any(label[a:b] in _busy("zh") for a, b in pieces):
        return False
    covered = {at for a, b in pieces if label[a:b] in known for at in range(a, b)}
    return len(covered) < len(label)


def is_income(label: str, language: str) -> bool:
    """Whether a label has a word for what is told per head, as income is."""
    per_head = {row.base for row in indicator_rows() if row.unit == "CNY_PS"}
    named = meanings(language).items()
    return any(word.lower() in label for word, known in named if any(target in per_head for _, target in known))


def adds_up(label: str) -> bool:
    """Whether a Chinese label ends with the name of an amount that comes together over a time: 奶业产值."""
    return label.endswith(_flows() + word_list("zh", "flows.words"))


@cache
def _flows() -> tuple[str, ...]:
    flows = [row for row in indicator_rows() if row.kind == "FLOW"]
    bases = {row.code for row in flows} | {f"{row.base}:{row.breakdown}" for row in flows}  # TRADE:E are all exports
    named = meanings("zh").items()
    return tuple(word for word, known in named if any(kind == "base" and base in bases for kind, base in known))


def _stem(word: str) -> str:
    """A word without the endings of a plural: coarser than a reader's, so that more is taken for known."""
    return word.rstrip("s").removesuffix("e").removesuffix("i").removesuffix("y")


@cache
def _known_stems() -> frozenset[str]:
    """The stems of all English words that can name a series or a place."""
    return frozenset(_stem(word) for phrase in naming_words("en") for word in _WORD.findall(phrase.lower())) | {"of"}


@cache
def _busy(language: str) -> frozenset[str]:
    """The words that do something in a sentence, and so cannot stand in a label."""
    acting = {word for word, known in roles(language).items() if known != frozenset({"noun.words"})}
    if language == "en":
        listed = {word for role in _BUSY_ENGLISH for word in word_list("en", role)}
        return frozenset(word.lower() for word in acting | listed | set(unit_words("en"))) - {"of"}
    listed = {word for role in _BUSY_CHINESE for word in word_list("zh", role)}
    listed |= {
        word.removesuffix("。") for word in word_table("zh", "together") if word.endswith("。")
    }  # 产销: two series
    return frozenset(listed | {word for word in acting | place_words() if len(word) > 1})
