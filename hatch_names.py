"""Short names for what a function or a module alone knows, in the modules of a wheel: each name stands there twice."""

from __future__ import annotations

import ast
import builtins
import itertools
import keyword
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

KEPT = frozenset(dir(builtins)) | frozenset(keyword.kwlist)
_UNTOUCHED = (ast.Global, ast.Nonlocal, ast.ExceptHandler, ast.Match)
"""What makes that a function is left as it is: their names stand elsewhere too, or are no nodes of their own."""


def called_with(sources: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """For the name of each function the names by which some call of one that is called so gives its arguments."""
    found: dict[str, set[str]] = {}
    for call in (node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
        found.setdefault(name, set()).update(given.arg for given in call.keywords if given.arg)
    return {name: frozenset(names) for name, names in found.items()}


def shortened(source: str, called: Mapping[str, frozenset[str]], kept: frozenset[str]) -> str:
    """A module with short names for its private names and for what its functions take and make.

    What is `called` by name stays, and so do the functions that are `kept`: whoever calls them may give their arguments
    by name. Each line stays the line that it was.
    """
    tree = ast.parse(source)
    lines = [line.encode() for line in source.split("\n")]
    cuts: list[tuple[int, int, int, bytes]] = []
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    for function in (each for each in functions if each.name not in kept):
        short = _short_names(function, _of_module(tree) | called.get(function.name, frozenset()))
        for node in ast.walk(function):
            if isinstance(node, ast.Name) and node.id in short:
                node.id, name = short[node.id], node.id
            elif isinstance(node, ast.arg) and node.arg in short:
                node.arg, name = short[node.arg], node.arg
            else:
                continue
            cuts.append((node.lineno - 1, node.col_offset, len(name.encode()), short[name].encode()))
    private = _private_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in private:
            node.id, name, column = private[node.id], node.id, node.col_offset
        elif isinstance(node, ast.FunctionDef) and node.name in private:
            node.name, name, column = private[node.name], node.name, node.col_offset + len("def ")
        else:
            continue
        cuts.append((node.lineno - 1, column, len(name.encode()), private[name].encode()))
    for row, start, length, name_there in sorted(cuts, reverse=True):
        lines[row] = lines[row][:start] + name_there + lines[row][start + length :]
    shorter = b"\n".join(lines).decode()
    if ast.dump(ast.parse(shorter)) != ast.dump(tree):
        raise ValueError(f"shortening the names of a module changed its code: {source[:80]!r}")
    return shorter


def _private_names(tree: ast.Module) -> dict[str, str]:
    """For each name of a module that begins with "_" a short one that does too, which no name of a function does."""
    nodes = list(ast.walk(tree))
    used = Counter(node.id for node in nodes if isinstance(node, ast.Name))
    made = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    outside = (node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign))
    made |= {node.id for each in outside for node in ast.walk(each) if isinstance(node, ast.Name) and _is_set(node)}
    inner = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    texts = (node for node in nodes if isinstance(node, ast.JoinedStr))
    taken = {node.id for text in texts for node in ast.walk(text) if isinstance(node, ast.Name)}
    taken |= {node.id for each in inner for node in ast.walk(each) if isinstance(node, ast.Name) and _is_set(node)}
    taken |= {name for node in nodes if isinstance(node, ast.Global) for name in node.names}
    own = {name for name in made - taken if name.startswith("_") and not name.startswith("__")}
    known = used.keys() | made
    short = (f"_{name}" for name in _names() if f"_{name}" not in known)
    return dict(zip(sorted(own, key=lambda name: (-used[name], name)), short, strict=False))


def _is_set(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def _of_module(tree: ast.Module) -> frozenset[str]:
    """The names that a module knows, which a function may ask for."""
    outside = (node for node in tree.body if not isinstance(node, ast.FunctionDef))
    names = {node.id for each in outside for node in ast.walk(each) if isinstance(node, ast.Name)}
    names |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return KEPT | names | {node.asname or node.name for node in ast.walk(tree) if isinstance(node, ast.alias)}


def _short_names(function: ast.FunctionDef, shared: frozenset[str]) -> dict[str, str]:
    """For each name that a function alone knows a short one, the shortest for those that come most."""
    nodes = list(ast.walk(function))
    if any(isinstance(node, _UNTOUCHED) for node in nodes):
        return {}
    used = Counter(node.id for node in nodes if isinstance(node, ast.Name))
    used.update(node.arg for node in nodes if isinstance(node, ast.arg))
    own = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    own |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    by_name = {each.arg for node in nodes if isinstance(node, ast.arguments) for each in node.kwonlyargs}
    texts = (node for node in nodes if isinstance(node, ast.JoinedStr))  # before 3.12 nobody knows where in them
    quoted = {node.id for text in texts for node in ast.walk(text) if isinstance(node, ast.Name)}
    own -= shared | quoted | by_name
    short = (name for name in _names() if name not in shared and name not in used)
    return dict(zip(sorted(own, key=lambda name: (-used[name], name)), short, strict=False))


def _names() -> Iterator[str]:
    """The letters, then pairs of them, and so on."""
    for length in itertools.count(1):
        yield from map("".join, itertools.product(string.ascii_lowercase, repeat=length))
