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
RULES = frozenset({"parsing", "saying"})
"""The rooms of rules, which nobody calls but by what they give: the names that they keep to themselves are short."""
WORDS = ("*.tsv", "*.toml")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same words make the same file, whenever it is built
DOCTEST = ">>>"
INDENT = 4  # spaces
_Documented = ast.Module | ast.ClassDef | ast.FunctionDef


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
        names = beside("hatch_names")
        called = names.called_with(path.read_text("utf-8") for path in (root / PACKAGE).rglob("*.py"))
        for path in sorted((root / PACKAGE).glob("*/**/*.py")):
            inside = path.relative_to(root / PACKAGE)
            source = path.read_text("utf-8")
            if inside.parts[0] not in SHOWN:
                kept = given(root / PACKAGE / inside.parts[0])
                shown = inside.parts[0] in FORMATS
                source = without_hints(without_notes(source, kept, shown=shown), kept)
                source = source if inside.name == "__init__.py" else without_imports(source)
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


def without_notes(source: str, kept: frozenset[str], *, shown: bool) -> str:
    """A module without its comments and docstrings, but for doctests, what is `kept`, and its classes if `shown`.

    Each line stays the line that it was.
    """
    lines = source.split("\n")
    for node in _inner(ast.parse(source), kept):
        for note in _notes(node, shown=shown):
            for n in range(note.lineno - 1, note.end_lineno or note.lineno):
                lines[n] = ""
    for token in tokenize.generate_tokens(io.StringIO("\n".join(lines)).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            lines[row - 1] = lines[row - 1][:column].rstrip()
    bare = "\n".join(lines)
    if _code(bare, kept) != _code(source, kept):
        raise ValueError(f"leaving out the notes of a module changed its code: {source[:80]!r}")
    return bare


def without_hints(source: str, kept: frozenset[str]) -> str:
    """A module without the types of what its functions take and give, but for `kept` ones and types over a line."""
    lines = [line.encode() for line in source.split("\n")]
    cuts: list[tuple[int, int, int]] = []
    for node in _inner(ast.parse(source), kept):
        if isinstance(node, ast.arg) and node.annotation is not None:
            cuts.append(
                (node.lineno - 1, node.col_offset + len(node.arg.encode()), node.annotation.end_col_offset or 0)
            )
        elif isinstance(node, ast.FunctionDef) and node.returns is not None:
            row = node.returns.lineno - 1
            arrow = lines[row].rfind(b" ->", 0, node.returns.col_offset)
            cuts.append((row, arrow, node.returns.end_col_offset or 0))
    for row, start, end in sorted(cuts, reverse=True):
        if 0 <= start < end:
            lines[row] = lines[row][:start] + lines[row][end:]
    bare = b"\n".join(lines).decode()
    if _code(bare, kept, hints=False) != _code(source, kept, hints=False):
        raise ValueError(f"leaving out the types of a module changed its code: {source[:80]!r}")
    return bare


def without_imports(source: str) -> str:
    """A module without the names that it imports and no longer uses, which were types of its functions."""
    tree = ast.parse(source)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    used |= {word for text in _strings(tree) for word in re.findall(r"\w+", text)}  # a type in quotes, `__all__`
    if any(_is_hinted(node) for node in ast.walk(tree)):
        used.add("annotations")
    lines = source.split("\n")
    for node in tree.body:
        if not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        names = [each for each in node.names if (each.asname or each.name).partition(".")[0] in used]
        if len(names) < len(node.names):
            rest = (node.end_lineno or node.lineno) - node.lineno
            node.names = names
            lines[node.lineno - 1 : node.end_lineno] = [ast.unparse(node) if names else "", *[""] * rest]
    return "\n".join(lines)


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


def _strings(tree: ast.Module) -> list[str]:
    return [each.value for each in ast.walk(tree) if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def _is_hinted(node: ast.AST) -> bool:
    return isinstance(node, ast.AnnAssign) or any(getattr(node, hint, None) for hint in ("annotation", "returns"))


def _inner(tree: ast.Module, kept: frozenset[str]) -> list[ast.AST]:
    """The nodes of a module but those of the functions and classes that are kept."""
    inner = (node for node in tree.body if getattr(node, "name", None) not in kept)
    return [tree, *(each for node in inner for each in ast.walk(node))]


def _notes(node: ast.AST, *, shown: bool) -> list[ast.stmt]:
    """What is said in a module, a class or a function of it and of what is in it: strings that nothing uses."""
    if not isinstance(node, _Documented):
        return []
    first = 1 if shown and isinstance(node, ast.ClassDef) else 0
    notes = [each for each in node.body[first:] if DOCTEST not in (_string(each) or DOCTEST)]
    return notes if len(notes) < len(node.body) else []


def _string(statement: ast.stmt) -> str | None:
    """The string that a statement is."""
    said = statement.value if isinstance(statement, ast.Expr) else None
    return said.value if isinstance(said, ast.Constant) and isinstance(said.value, str) else None


def _code(source: str, kept: frozenset[str], *, hints: bool = True) -> str:
    """What a module does, without what is left out of it (types only if not `hints`)."""
    tree = ast.parse(source)
    for node in _inner(tree, kept):
        if not hints and isinstance(node, ast.arg):
            node.annotation = None
        elif not hints and isinstance(node, ast.FunctionDef):
            node.returns = None
        if isinstance(node, _Documented):
            notes = _notes(node, shown=False)
            node.body = [each for each in node.body if each not in notes]
    return ast.dump(tree)
