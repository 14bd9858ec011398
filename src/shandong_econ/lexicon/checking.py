"""Whether a folder of words fits: each of its files can be read, and goes with what there is.

It is told of the files alone, before any of their words is looked up: what does not fit is in no table that is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable

from shandong_econ.errors import LexiconError, ModelError
from shandong_econ.lexicon.concepts import AREA_COLUMNS, INDICATOR_COLUMNS, NAME_COLUMNS, SERIES_COLUMNS
from shandong_econ.lexicon.fitting import misfits
from shandong_econ.lexicon.folders import opened
from shandong_econ.lexicon.tables import Row, parse_table
from shandong_econ.lexicon.words import NO_CODE, UNIT_COLUMNS
from shandong_econ.model import Area, Indicator, Unit
from shandong_econ.model.report import LANGUAGES

CONCEPTS = {"codes/areas.tsv": Area, "codes/indicators.tsv": Indicator, "codes/units.tsv": Unit}
CODED = {"codes/indicators.tsv": "indicator", "codes/units.tsv": "unit"}
COLUMNS = {
    "codes/areas.tsv": AREA_COLUMNS,
    "codes/indicators.tsv": INDICATOR_COLUMNS,
    "codes/units.tsv": NAME_COLUMNS,
    **{f"{language}/series.tsv": SERIES_COLUMNS for language in LANGUAGES},
    **{f"{language}/units.tsv": UNIT_COLUMNS for language in LANGUAGES},
}
UNIQUE = (*CONCEPTS, *(f"{language}/units.tsv" for language in LANGUAGES))
"""The tables in which no code or word stands twice."""
LISTS = ("words.toml", "forms.toml", "periods.toml", "speech.toml", "saying.toml", "deeds.toml")
FILES = (*COLUMNS, *(f"{language}/{name}" for language in LANGUAGES for name in LISTS))
"""The files that a folder may have."""
SERIES_KINDS = ("base", "breakdown", "indicator")

Lines = Mapping[str, Mapping[str, Row]]
"""The rows of each table by where they stand."""


def check_folder(folder: Traversable, beside: Sequence[Traversable] = ()) -> None:
    """LexiconError tells, line by line, what does not fit the library's words and those of the folders beside it."""
    found = [name for name in FILES if folder.joinpath(*name.split("/")).is_file()]
    wrong = [f"{folder}/{name}: nothing can be added to it: leave it out" for name in _others(folder)]
    if not found and not wrong:
        raise LexiconError(f"{folder} has no file of words: give one of {', '.join(FILES)}")
    new: dict[str, dict[str, Row]] = {name: {} for name in COLUMNS}
    there = {name: _known(name, beside) for name in UNIQUE}
    for name in found:
        try:
            if name in COLUMNS:
                new[name] = _lines(name, [folder], own=False)
            else:
                codes = {what: {*there[name], *(row[0] for row in new[name].values())} for name, what in CODED.items()}
                wrong += misfits(folder, name, beside, codes)
        except LexiconError as error:
            wrong.append(str(error))
    if wrong := [*wrong, *_twice(new, there), *_codes(new, there), *_words(new, there)]:
        raise LexiconError("\n".join(wrong))


def _others(folder: Traversable) -> Iterator[str]:
    """The files that look like some of the lexicon and are none that can be added to."""
    for room in ("codes", *LANGUAGES):
        if (inner := folder.joinpath(room)).is_dir():
            names = sorted(f"{room}/{each.name}" for each in inner.iterdir() if each.name.endswith((".tsv", ".toml")))
            yield from (name for name in names if name not in FILES)


def _lines(name: str, folders: Sequence[Traversable], *, own: bool = True) -> dict[str, Row]:
    """The rows of a table in these folders and, unless told otherwise, in the library's, by where they stand."""
    return {
        f"{shown}, line {number}": row
        for shown, data in opened(name, folders)
        if own or shown != name
        for number, row in enumerate(parse_table(shown, data, COLUMNS[name]), start=2)
    }


def _known(name: str, beside: Sequence[Traversable]) -> dict[str, str]:
    """Where each code stands that there is already."""
    placed = _lines(name, beside).items()
    return {row[0]: f"the library's {place}" if place.startswith(name) else place for place, row in placed}


def _twice(new: Lines, there: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """The codes, and words for units, that are added and stand somewhere else, too."""
    for name in UNIQUE:
        known = dict(there[name])
        for place, row in new[name].items():
            if row[0] in known:
                what = "code" if name in CONCEPTS else "word"
                yield f"{place}: the {what} {row[0]!r} stands in {known[row[0]]}, already: give another"
            known[row[0]] = place


def _codes(new: Lines, there: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """What is wrong with the codes that are added, and their names."""
    for name, concept in CONCEPTS.items():
        for place, row in new[name].items():
            if not all(map(str.strip, row[:3])):
                yield f"{place}: {row[0]!r} lacks a name: give it one in both languages"
            try:
                concept(*row[:3])
            except ModelError as error:
                yield f"{place}: {error}"
    for place, row in new["codes/areas.tsv"].items():
        if not row[0].strip("0"):
            yield f"{place}: {row[0]!r} is the code of no division: give another"
    for place, row in new["codes/indicators.tsv"].items():
        yield from _unknown(place, "unit", row[6], "codes/units.tsv", new, there)


def _words(new: Lines, there: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """What is wrong with the words for series and units that are added."""
    for language in LANGUAGES:
        for place, (_, kind, target) in new[f"{language}/series.tsv"].items():
            if kind not in SERIES_KINDS:
                yield f"{place}: {kind!r} is no kind: give one of {', '.join(SERIES_KINDS)}"
            if kind == "indicator":
                yield from _unknown(place, "indicator", target, "codes/indicators.tsv", new, there)
        for place, (_, code, power) in new[f"{language}/units.tsv"].items():
            if code != NO_CODE:
                yield from _unknown(place, "unit", code, "codes/units.tsv", new, there)
            if not power.isdecimal():
                yield f"{place}: the power of ten is {power!r}: give a whole number, such as 0"


def _unknown(
    place: str, what: str, code: str, name: str, new: Lines, there: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    if code not in there[name] and code not in (row[0] for row in new[name].values()):
        yield f"{place}: there is no {what} {code!r}: add it to {name}"
