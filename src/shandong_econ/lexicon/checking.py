"""Whether a folder of words that a plugin adds can be read, found out when it is registered."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from shandong_econ.errors import LexiconError
from shandong_econ.lexicon.folders import parse_toml
from shandong_econ.lexicon.tables import parse_table

LANGUAGES = ("en", "zh")
CODES = {
    "areas.tsv": ("code", "name", "name_zh", "words_en", "words_zh", "abbr_zh"),
    "indicators.tsv": ("code", "name", "name_zh", "family", "base", "breakdown", "unit", "kind"),
    "units.tsv": ("code", "name", "name_zh"),
}
TABLES = {"series.tsv": ("words", "kind", "target"), "units.tsv": ("word", "code", "power")}
LISTS = ("words.toml", "forms.toml", "periods.toml", "speech.toml", "saying.toml", "deeds.toml")


def check_folder(folder: Traversable) -> None:
    """Reads every file of a folder of words; LexiconError names what is wrong, or that there is nothing to read."""
    known = list(_known())
    found = [(name, columns) for name, columns in known if folder.joinpath(*name.split("/")).is_file()]
    if not found:
        names = ", ".join(name for name, _ in known)
        raise LexiconError(f"{folder} has no file of words: give one of {names}")
    for name, columns in found:
        shown, data = f"{folder}/{name}", folder.joinpath(*name.split("/")).read_bytes()
        if columns is None:
            parse_toml(shown, data)
        else:
            parse_table(shown, data, columns)


def _known() -> Iterator[tuple[str, tuple[str, ...] | None]]:
    yield from ((f"codes/{name}", columns) for name, columns in CODES.items())
    for language in LANGUAGES:
        yield from ((f"{language}/{name}", columns) for name, columns in TABLES.items())
        yield from ((f"{language}/{name}", None) for name in LISTS)
