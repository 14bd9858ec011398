"""Whether what a folder adds to a file of lists fits: it has the form of what stands there, and can be made use of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from importlib.resources.abc import Traversable
from typing import Any

from shandong_econ.lexicon.deeds import deeds_in
from shandong_econ.lexicon.folders import opened, parse_toml, put_together
from shandong_econ.lexicon.words import filled_in, spelled_out, unnamed

_OPEN = ("parts", "generic", "neutral", "of_whole")
"""Sections to which whole lists can be added: their keys are parts of words, and words."""
COMPLETE = frozenset({
    "count.new", "date.page", "entity.port", "numeral.digits", "numeral.other_digits", "numeral.powers",
    "table.grouped", "table.trade_both", "table.trade_in", "table.trade_out",
})  # fmt: skip
"""Lists of which each word has its place, and a further one none."""
_PATTERN = re.compile(r"\\|\(\?|\[")
_PART = re.compile(r"\{\w+\}")
_SHOWN = 40  # characters of a pattern that is no pattern

Content = Mapping[str, Any]


def misfits(
    folder: Traversable, name: str, beside: Sequence[Traversable], codes: Mapping[str, Set[str]]
) -> Iterator[str]:
    """What of a folder's file does not fit the library's and those of the folders beside it, each with its place.

    `codes` are all that there are of each kind of thing.
    """
    shown = f"{folder}/{name}"
    new = parse_toml(shown, folder.joinpath(*name.split("/")).read_bytes())
    there, whole = (put_together(opened(name, added)) for added in (beside, (*beside, folder)))
    wrong = list(_of_another_form(new, [there], ""))
    if not wrong:  # else no more can be told
        wrong += _of_no_use(name.rpartition("/")[2], new, there, whole, codes)
        if name.endswith("/deeds.toml"):
            deeds_in(whole, shown)
    yield from (f"{shown}: {each}" for each in wrong)


def _of_no_use(file: str, new: Content, there: Content, whole: Content, codes: Mapping[str, Set[str]]) -> Iterator[str]:
    if file in ("words.toml", "forms.toml", "speech.toml"):
        yield from _in_lists(new, there)
    if file == "forms.toml":
        yield from _in_tables(new, there, codes)
    if file in ("words.toml", "forms.toml", "deeds.toml"):
        yield from _in_braces(new, whole.get("parts", {}))
    if file == "periods.toml":
        yield from _in_rules(new.get("rule", ()), {rule["form"] for rule in there["rule"]})
        rules = [("begin", whole["begin"]), *((rule.get("form"), rule.get("pattern", "")) for rule in whole["rule"])]
        for form, pattern in rules:
            yield from _no_pattern(filled_in(pattern, whole), f"the rule {form}")


def _of_another_form(value: Any, models: Sequence[Any], path: str) -> Iterator[str]:
    """What has a form that nothing has in its place or, where its key is new, beside it."""
    forms = dict.fromkeys(map(_form, models))
    if forms and _form(value) not in forms:
        yield f"{path} is {value!r}: give {' or '.join(forms)}"
    elif isinstance(value, dict):
        if not all(map(str.strip, value)):
            yield f"{path} has a key without a name: give it one"
        sections = [each for each in models if isinstance(each, dict)]
        for key, one in value.items():
            same = [each[key] for each in sections if key in each]
            others = same or [other for each in sections for other in each.values()]
            yield from _of_another_form(one, others, f"{path}.{key}".lstrip("."))
    elif value == []:
        yield f"{path} is empty: give it words, or leave it out"
    elif isinstance(value, list):
        items = [item for each in models if isinstance(each, list) for item in each]
        examples = list({_form(item): item for item in items if not isinstance(item, dict)}.values())
        for one in value:
            sections = [item for item in items if isinstance(item, dict)]
            yield from _of_another_form(one, [*examples, *sections], path)


def _form(value: object) -> str:
    match value:
        case dict():
            return "a section"
        case list():
            return "a list"
        case str():
            return "words in quotation marks" if value.strip() else "''"
        case bool():
            return "true or false"
        case _:
            return "a number"


def _in_lists(new: Content, there: Content) -> Iterator[str]:
    """Lists that nobody asks for, and words that are no pattern where the others are patterns."""
    for section, key, words in _lists(new):
        known = there.get(section, {}).get(key)
        if known is None and section not in _OPEN:
            yield f"there is no list {section}.{key}: add the words to one that there is"
        if f"{section}.{key}" in COMPLETE:
            yield f"{section}.{key} is complete: add the words to another list"
        for word in words if any(map(_PATTERN.search, known or ())) else ():
            yield from _no_pattern(word, f"{section}.{key}")


def _in_tables(new: Content, there: Content, codes: Mapping[str, Set[str]]) -> Iterator[str]:
    """Words that stand for a code that there is not, where those beside them stand for codes."""
    for section, table in new.items():
        others = {told for told in there.get(section, {}).values() if isinstance(told, str) and told}
        what = next((what for what, known in codes.items() if others and others <= known), "")
        for word, told in table.items() if what else ():
            if told and told not in codes[what]:
                yield f"{section}.{word} is {told!r}: there is no such {what}"


def _in_braces(new: Content, parts: Mapping[str, list[str]]) -> Iterator[str]:
    """Words with a part that there is not, or one that is a part of itself."""
    for section, key, words in _lists(new):
        for word in filter(_PART.search, words):
            try:
                left = {part for made in spelled_out(word, parts) for part in _PART.findall(made)}
            except RecursionError:
                left = {word}
            if left:
                yield f"{section}.{key} has {word!r}: give parts that [parts] has, and that do not hold themselves"


def _in_rules(rules: Sequence[Content], forms: set[str]) -> Iterator[str]:
    """Rules for time that say too little, or have a form that means nothing."""
    for rule in rules:
        if not {"form", "pattern"} <= rule.keys() or rule["form"] not in forms:
            yield f"a rule is {dict(rule)!r}: give it a pattern, and a form of {', '.join(sorted(forms))}"


def _no_pattern(pattern: str, path: str) -> Iterator[str]:
    try:
        re.compile(unnamed(pattern))
        made = re.compile(pattern)
    except re.error as error:
        near = str(error.pattern)[error.pos or 0 :][:_SHOWN]
        yield f"{path}: {error}, at {near!r}: mend the pattern"
        return
    if made.groups != len(made.groupindex):
        yield f"{path}: {pattern[:_SHOWN]!r} has a group without a name: write (?: for it"


def _lists(data: Content) -> Iterator[tuple[str, str, list[str]]]:
    """The lists of words of all sections, with their section and key."""
    for section, lists in data.items():
        for key, words in lists.items() if isinstance(lists, dict) else ():
            if isinstance(words, list):
                yield section, key, words
