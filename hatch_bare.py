"""A module of a wheel without what only people and type checkers read: its notes, its types, and the names of these."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from typing import TypeGuard

DOCTEST = ">>>"
HINT = b"0"
"""What stands for the type of a field, which nothing asks for once it is installed."""
_Documented = ast.Module | ast.ClassDef | ast.FunctionDef


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
    """A module without the types of what its functions take, make and give, but for `kept` ones and types over a line.

    A field of a class keeps a mark for its type, by which attrs knows it; a variable that is set keeps nothing.
    """
    lines = [line.encode() for line in source.split("\n")]
    cuts: list[tuple[int, int, int]] = []
    marks: set[tuple[int, int]] = set()
    tree = ast.parse(source)
    fields = _of_classes(tree)
    for node in _inner(tree, kept):
        if _is_told(node) and node.target.end_lineno == node.annotation.end_lineno:
            row, hint = node.annotation.lineno - 1, node.annotation
            is_field = node in fields or node.value is None
            if is_field:
                marks.add((row, hint.col_offset))
            cuts.append((row, hint.col_offset if is_field else _end(node.target), _end(hint)))
        elif isinstance(node, ast.arg) and node.annotation is not None:
            cuts.append(
                (node.lineno - 1, node.col_offset + len(node.arg.encode()), node.annotation.end_col_offset or 0)
            )
        elif isinstance(node, ast.FunctionDef) and node.returns is not None:
            row = node.returns.lineno - 1
            arrow = lines[row].rfind(b" ->", 0, node.returns.col_offset)
            cuts.append((row, arrow, node.returns.end_col_offset or 0))
    for row, start, end in sorted(cuts, reverse=True):
        if 0 <= start < end:
            lines[row] = lines[row][:start] + HINT * ((row, start) in marks) + lines[row][end:]
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
        used.add("annotations")  # a mark for a type needs none
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


def _strings(tree: ast.Module) -> list[str]:
    return [each.value for each in ast.walk(tree) if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def _is_hinted(node: ast.AST) -> bool:
    hints = (getattr(node, hint, None) for hint in ("annotation", "returns"))
    return any(hint is not None and ast.unparse(hint) != HINT.decode() for hint in hints)


def _inner(tree: ast.Module, kept: frozenset[str]) -> list[ast.AST]:
    """The nodes of a module but those of the functions and classes that are kept."""
    inner = (node for node in tree.body if getattr(node, "name", None) not in kept)
    return [tree, *(each for node in inner for each in ast.walk(node))]


def _is_told(node: ast.AST) -> TypeGuard[ast.AnnAssign]:
    """Whether a field or a variable is told with its type; what belongs to a class itself is none."""
    return isinstance(node, ast.AnnAssign) and "ClassVar" not in ast.unparse(node.annotation)


def _of_classes(tree: ast.Module) -> frozenset[ast.AST]:
    """What the bodies of classes say."""
    return frozenset(each for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for each in node.body)


def _end(node: ast.expr) -> int:
    return node.end_col_offset or 0


class _Untold(ast.NodeTransformer):
    """Takes the types off variables that are set, where a function or the module sets them."""

    def __init__(self, tree: ast.Module) -> None:
        self.fields = _of_classes(tree)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:  # as ast calls it
        if node in self.fields or node.value is None or not _is_told(node):
            return node
        return ast.Assign([node.target], node.value)


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
        elif not hints and isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(0)
        if isinstance(node, _Documented):
            notes = _notes(node, shown=False)
            node.body = [each for each in node.body if each not in notes]
    return ast.dump(tree if hints else _Untold(tree).visit(tree))
