"""Makes what a wheel installs small: the words of the lexicon in one file, the rooms' modules without notes and types.

Words take four times as much where they lie, and each note and type stands twice in what is installed, in a module and
in its bytecode; spaces tell a machine nothing. A source distribution has it all, and an editable installation reads it
where it lies.
"""

from __future__ import annotations

import ast
import importlib.util
import io
import itertools
import re
import string
import tempfile
import tokenize
import tomllib
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = Path("src/shandong_econ")
LEXICON = PACKAGE / "lexicon"
SHOWN = frozenset({"cli", "model"})
"""The rooms that stay as they are: a command shows its docstring, and whoever holds a report asks it for its own."""
FORMATS = frozenset({"exporters", "sources"})
"""The rooms whose classes keep their docstrings: that of a format is what is shown of it."""
DRAWS = frozenset({"testing"})
"""The rooms whose checks keep their spaces: what hypothesis draws for a check is seeded by its source."""
RULES = frozenset({"digest", "exporters", "lexicon", "parsing", "rows", "saying"})
"""The rooms of rules, which nobody calls but by what they give: the names that they keep to themselves are short."""
WORDS = ("*.tsv", "*.toml")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same words make the same file, whenever it is built
INDENT = 4  # spaces


class Slim(BuildHookInterface[Any]):
    """The hook that hatchling calls; pyproject.toml leaves out of a wheel what is added here."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the packed words and the bare rules to what goes into the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        self.folder = tempfile.TemporaryDirectory()  # goes away with the hook
        made = Path(self.folder.name)
        added = {pack(root / LEXICON, made / "words.zip"): "shandong_econ/lexicon/words.zip"}
        names, bare_of = beside("hatch_names"), beside("hatch_bare")
        called = names.called_with(path.read_text("utf-8") for path in (root / PACKAGE).rglob("*.py"))
        for path in sorted((root / PACKAGE).glob("*/**/*.py")):
            inside = path.relative_to(root / PACKAGE)
            source = path.read_text("utf-8")
            if inside.parts[0] not in SHOWN:
                kept = given(root / PACKAGE / inside.parts[0])
                shown = inside.parts[0] in FORMATS
                source = bare_of.without_hints(bare_of.without_notes(source, kept, shown=shown), kept)
                source = source if inside.name == "__init__.py" else bare_of.without_imports(source)
                source = from_nearby(source, (PACKAGE.name, *inside.parts[:-1]))
                rule = inside.parts[0] in RULES and inside.name != "__init__.py"
                source = names.shortened(source, called, kept) if rule else source
                source = source if inside.parts[0] in DRAWS else narrow(source)
            bare = made / inside
            bare.parent.mkdir(parents=True, exist_ok=True)
            bare.write_text(source, "utf-8")
            added[bare] = f"shandong_econ/{inside.as_posix()}"
        build_data["force_include"].update({str(path): name for path, name in added.items()})


def beside(name: str) -> ModuleType:
    """The module of this name beside this file, which no path for imports leads to."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    if spec is None or spec.loader is None:
        raise ImportError(f"{name}.py is missing beside {__file__}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pack(lexicon: Path, packed: Path) -> Path:
    """Packs the words of the lexicon into one file."""
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for pattern in WORDS for path in lexicon.rglob(pattern)):
            entry = zipfile.ZipInfo(path.relative_to(lexicon).as_posix(), EPOCH)
            archive.writestr(entry, words_alone(path), zipfile.ZIP_DEFLATED, 9)
    return packed


def words_alone(path: Path) -> str:
    """What a file of the lexicon says, without the notes between its lists."""
    source = path.read_text("utf-8")
    if path.suffix != ".toml":
        return source
    bare = "\n".join(line for line in source.split("\n") if line and not line.startswith("#"))
    if tomllib.loads(bare) != tomllib.loads(source):
        raise ValueError(f"leaving out the notes of {path} changed its words")
    return bare


def given(room: Path) -> frozenset[str]:
    """The names that a room gives to others: those of its `__all__`."""
    for node in ast.parse((room / "__init__.py").read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return frozenset(ast.literal_eval(node.value))
    return frozenset()


def from_nearby(source: str, package: tuple[str, ...]) -> str:
    """A module whose imports are told from the package that it is in: each name of a module stands twice as well."""

    def told(match: re.Match[str]) -> str:
        parts = tuple(match["module"].split("."))
        alike = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(package, parts, strict=False))
        shared = len(list(alike))
        return f"{match['lead']}{'.' * (len(package) - shared + 1)}{'.'.join(parts[shared:])} import"

    return re.sub(rf"(?m)^(?P<lead> *from )(?P<module>{PACKAGE.name}[\w.]*) import", told, source)


def narrow(source: str) -> str:
    """A module without the spaces and the empty lines that its code can do without, but for what stands in strings."""
    lines = source.split("\n")
    tokens = [t for t in tokenize.generate_tokens(io.StringIO(source).readline) if t.string.strip()]
    inside = 0  # of how many f-strings, which Python 3.12 gives in pieces
    for before, after in reversed(list(itertools.pairwise(tokens))):
        inside += _opens(after, "FSTRING_END") - _opens(after, "FSTRING_START")
        (row, start), (below, end) = before.end, after.start
        if inside or row != below:
            continue
        words = before.string[-1] in _WORDS and after.string[0] in _WORDS
        lines[row - 1] = lines[row - 1][:start] + " " * (words and end > start) + lines[row - 1][end:]
    inner = {n for t in tokens for n in range(t.start[0], t.end[0])}  # lines that a string goes on in
    for n, line in enumerate(lines):
        if n not in inner:
            code = line.lstrip(" ")
            lines[n] = " " * ((len(line) - len(code)) // INDENT) + code
    narrowed = "\n".join(line for n, line in enumerate(lines) if line or n in inner)
    if ast.dump(ast.parse(narrowed)) != ast.dump(ast.parse(source)):
        raise ValueError(f"leaving out the spaces of a module changed its code: {source[:80]!r}")
    return narrowed


_WORDS = frozenset(string.ascii_letters + string.digits + "_\"'")


def _opens(token: tokenize.TokenInfo, kind: str) -> bool:
    return token.type == getattr(tokenize, kind, None)
