"""Whether a folder of words that a plugin adds fits what the library knows: its files, its codes and what they name."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from shandong_econ import api
from shandong_econ.errors import LexiconError
from shandong_econ.lexicon.checking import CODES, LANGUAGES, TABLES, check_folder
from shandong_econ.lexicon.tables import Row, parse_table
from shandong_econ.plugins import survey
from shandong_econ.testing.clause import ContractError

__all__ = ["check_vocabulary"]


def check_vocabulary(folder: Traversable) -> None:
    """Reads a folder of words as the host will; ContractError tells every line that does not fit, and what to do.

    Files have to be well formed, codes new, series and units words for a code that there is, here or in the library,
    and powers of ten whole numbers.
    """
    try:
        check_folder(folder)
        known = {"areas.tsv": set(api.areas()), "indicators.tsv": set(api.indicators()), "units.tsv": set(api.units())}
    except LexiconError as error:
        raise ContractError(f"the words of {folder} cannot be read: {error}") from error
    own = {name: _rows(folder, f"codes/{name}", columns) for name, columns in CODES.items()}
    wrong = [] if folder in _added() else list(_codes_that_are_taken(own, known))
    wrong += _words_for_nothing(folder, {name: known[name] | {row[0] for row in own[name]} for name in known})
    if wrong:
        raise ContractError("\n".join([f"the words of {folder} do not fit:", *(f"  {each}" for each in wrong)]))


def _added() -> list[Traversable]:
    """The folders that the host has already, whose codes are among those that the library knows."""
    return [folder for plugin in survey().plugins for folder in plugin.vocabularies]


def _rows(folder: Traversable, name: str, columns: tuple[str, ...]) -> list[Row]:
    file = folder.joinpath(*name.split("/"))
    return parse_table(name, file.read_bytes(), columns) if file.is_file() else []


def _codes_that_are_taken(own: dict[str, list[Row]], known: dict[str, set[str]]) -> Iterator[str]:
    for name, rows in own.items():
        for number, row in enumerate(rows, 2):
            if row[0] in known[name]:
                yield f"codes/{name}, line {number}: the code {row[0]!r} is one of the library's: give another"


def _words_for_nothing(folder: Traversable, known: dict[str, set[str]]) -> Iterator[str]:
    for language in LANGUAGES:
        series = f"{language}/series.tsv"
        for number, (_, kind, target) in enumerate(_rows(folder, series, TABLES["series.tsv"]), 2):
            if kind == "indicator" and target not in known["indicators.tsv"]:
                yield f"{series}, line {number}: there is no indicator {target!r}: add it to codes/indicators.tsv"
        units = f"{language}/units.tsv"
        for number, (_, code, power) in enumerate(_rows(folder, units, TABLES["units.tsv"]), 2):
            if code not in known["units.tsv"]:
                yield f"{units}, line {number}: there is no unit {code!r}: add it to codes/units.tsv"
            if not power.removeprefix("-").isdecimal():
                yield f"{units}, line {number}: the power of ten is {power!r}: give a whole number, such as 0"
