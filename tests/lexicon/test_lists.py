"""The lists of words: one may name another instead of repeating it, and each is asked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import shandong_econ
from shandong_econ.errors import LexiconError
from shandong_econ.lexicon import folders
from shandong_econ.lexicon.checking import FILES, check_folder

HOUSE = Path(shandong_econ.__file__).parent
CODE = "\n".join(path.read_text("utf-8") for path in HOUSE.rglob("*.py"))
LITERALS = frozenset(re.findall(r"""["']([\w.:>]+)["']""", CODE))
BY_KEY = frozenset(re.findall(r"""["'](\w+)\.\{""", CODE))
"""Sections of which lists are asked for by a key that is put together: f"table.{role}"."""
WHOLE = frozenset(re.findall(r"""word_(?:lists|table)\(.+?, "(\w+)"\)""", CODE)) | {"parts", "linked"}
"""Sections of which all lists are asked for at once."""


def written(name: str) -> dict[str, dict[str, Any]]:
    """The sections of a file of the lexicon as they are written."""
    return tomllib.loads((HOUSE / "lexicon" / name).read_text("utf-8"))


def words(value: object) -> Iterator[str]:
    """All words that stand in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from words(one)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of words that stands for the package's own, none of which is kept in mind."""
    monkeypatch.setattr(folders, "files", lambda _: tmp_path)
    monkeypatch.setattr(folders, "_as_written", folders._as_written.__wrapped__)
    return tmp_path / "lexicon" / "en"


def test_a_list_has_the_words_of_the_lists_that_it_names(own: Path) -> None:
    """A list of the same file or of another one is named, and one that names a third brings that too."""
    own.mkdir(parents=True)
    (own / "forms.toml").write_text('[a]\none = ["x", "@b.two"]\n[b]\ntwo = ["y", "@words/c.three:3"]\n')
    (own / "words.toml").write_text('[c]\n"three:3" = ["z"]\n')
    assert folders.read_toml.__wrapped__("en/forms.toml") == {"a": {"one": ["x", "y", "z"]}, "b": {"two": ["y", "z"]}}


def test_what_names_no_other_list_is_a_word(own: Path) -> None:
    """A name without a list stays, and a list that names itself has an end: no plugin's words stop the reader."""
    own.mkdir(parents=True)
    (own / "forms.toml").write_text('[a]\none = ["@a.three", "@"]\ntwo = ["x", "@a.two"]\n')
    assert folders.read_toml.__wrapped__("en/forms.toml") == {
        "a": {"one": ["@a.three", "@"], "two": ["x", "x", "@a.two"]}
    }


@pytest.mark.parametrize("name", [f"{path.parent.name}/{path.name}" for path in HOUSE.glob("lexicon/*/*.toml")])
def test_every_name_names_a_list(name: str) -> None:
    """No name of a list of our own is left as a word."""
    assert [word for word in words(dict(folders.read_toml(name))) if re.match(r"@\w", word)] == []


@pytest.mark.parametrize("name", [name for name in FILES if (HOUSE / "lexicon" / name).is_file()])
def test_our_own_words_fit_as_those_of_plugins_must(name: str, tmp_path: Path) -> None:
    """In a file of ours, as if a folder brought it, nothing is wrong but that it is there, and what nobody adds to."""
    copy = tmp_path / name
    copy.parent.mkdir()
    copy.write_bytes((HOUSE / "lexicon" / name).read_bytes())
    try:
        check_folder(tmp_path)
        wrong = []
    except LexiconError as error:
        wrong = str(error).split("\n")
    ours = (", already: give another", "is complete: add the words to another list", "give it words, or leave it out")
    assert [line for line in wrong if not line.endswith(ours)] == []


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["forms", "words", "speech"])
def test_every_list_is_asked_for(language: str, name: str) -> None:
    """No list is dead data: the code, a class or another list names it, its section, or its key in its section."""
    named = {*words(written(f"{language}/classes.toml")["roles"])}
    files = (written(f"{language}/{path.name}") for path in (HOUSE / "lexicon" / language).glob("*.toml"))
    named |= {word.rpartition("/")[2].lstrip("@") for file in files for word in words(file) if word.startswith("@")}
    assert [
        f"{section}.{key}"
        for section, lists in written(f"{language}/{name}.toml").items()
        for key in (() if section in WHOLE else lists)
        if not {f"{section}.{key}"} & (LITERALS | named)
        if not (section in BY_KEY and (key in LITERALS or key.isdigit()))
    ] == []
