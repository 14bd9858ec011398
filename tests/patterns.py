"""Every pattern of the package: where its source asks `re` for one, and what was asked for there.

The sources say where (the calls of `re` in their syntax trees), and a process of its own says what: it notes each call
while the modules are imported, the functions that build patterns are called and some texts are read. A pattern that is
no literal and was not asked for in that process is missing, which a test can see.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import attrs

import shandong_econ

ROOT = Path(shandong_econ.__file__).parent
ASKING = ("compile", "match", "fullmatch", "search", "findall", "finditer", "sub", "subn", "split")
AT_ONE_PLACE = frozenset({"match", "fullmatch"})
LANGUAGES = ("en", "zh")
TEXTS = (
    "Tea brings wealth in SW China's Yunnan\n\nXINPING, July 1 (Xinhua) -- In Mile, a county of Yunnan, "
    "output rose 5%, said Li Yun, head of the Mile Development Zone.\n",
    '"We are full," said Hu Lan, an official in Xihua. Hu added that exports rose 5%.\n',
    "安吉县投资增长\n\n杭州7月1日电 安吉上半年投资增长5%。\n",
    "记者 王小明\n\n走进安吉县大王镇，大王镇上半年投资增长5%。\n",
)
TABLE = b"<p>Unit: 100 million yuan</p><table><tr><th>Item<th>Exports<tr><td>Tea<td>5.1<tr><td>Rice<td>6.2</table>"
"""What comes to the places that build a pattern out of what a text names, beside some of the cases."""
EVERY = 100  # of the cases of a language, so many are passed over for each that is read


@attrs.frozen
class Site:
    """A place of the sources that asks for a pattern; `builder` is the function it stands in, or ""."""

    module: str
    line: int
    asking: str
    builder: str
    literal: tuple[str | bytes, int] | None
    searches: bool

    @property
    def place(self) -> str:
        """The module, the line and the function that is called there."""
        return f"{self.module}:{self.line}:{self.asking}"


@attrs.frozen
class Asked:
    """A pattern that was asked for at a site; `searches` is whether it may be tried at every place of a text."""

    place: str
    pattern: re.Pattern[Any]
    searches: bool


def every_pattern() -> tuple[list[Asked], list[Site]]:
    """All patterns that were asked for, and the sites at which none was seen."""
    noted = patterns_of("random")
    asked, missing = dict[tuple[str, str | bytes, int], Asked](), list[Site]()
    for site in sites():
        found = [(text.encode("latin-1") if raw else text, flags) for text, raw, flags in noted.get(site.place, ())]
        if site.literal is not None:
            found.append(site.literal)
        if not found:
            missing.append(site)
        for pattern, flags in found:
            key = (site.place, pattern, flags)
            asked[key] = Asked(site.place, re.compile(pattern, flags), site.searches)
    return list(asked.values()), missing


def patterns_of(hash_seed: str) -> Mapping[str, list[tuple[str, bool, int]]]:
    """The patterns that a process with this hash seed asks for, by place."""
    here, own = Path(__file__).resolve().parents[1], os.environ | {"PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-m", __name__]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=here, env=own)
    found: dict[str, list[tuple[str, bool, int]]] = json.loads(run.stdout)
    return found


@cache
def sites() -> tuple[Site, ...]:
    """All places of the package that ask `re` for a pattern, in the order of its files."""
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(ROOT.rglob("*.py"))}
    everywhere = _methods("\n".join(sources.values()))
    found = list[Site]()
    for path, source in sources.items():
        if _IMPORT.search(source):
            own = {name: used for name, used in _methods(source).items() if name.startswith("_")}
            found += _sites_of(ast.parse(source), _module(path), everywhere | own)
    return tuple(found)


def _methods(source: str) -> dict[str, set[str]]:
    """Which methods of patterns are called of each name in a source, or of what a function of that name gives."""
    methods = dict[str, set[str]]()
    for name, method in _CALL.findall(source):
        methods.setdefault(name, set()).add(method)
    return methods


_IMPORT = re.compile(r"^ *import re\b", re.MULTILINE)
_CALL = re.compile(rf"\b(\w+)(?:\([^()\n]*\))?\.({'|'.join(ASKING[1:])})\(")


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _sites_of(
    tree: ast.AST, module: str, methods: Mapping[str, set[str]], builder: str = "", target: str = ""
) -> Iterator[Site]:
    """The sites under a node; `methods` are those that are called of each name, of a pattern or of something else."""
    for node in ast.iter_child_nodes(tree):
        within, named = builder, target
        if isinstance(node, ast.FunctionDef):
            within = node.name
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named = node.targets[0].id
        elif isinstance(node, ast.Call) and (asking := _asks(node.func)):
            used = (
                {asking} if asking != "compile" else {one for name in (named, within) for one in methods.get(name, ())}
            )
            searches = not used or not used <= AT_ONE_PLACE
            yield Site(module, node.lineno, asking, within, _literal(node), searches)
        yield from _sites_of(node, module, methods, within, named)


def _asks(function: ast.expr) -> str:
    """The function of `re` that is called, or ""."""
    of_re = isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re"
    return function.attr if isinstance(function, ast.Attribute) and of_re and function.attr in ASKING else ""


def _literal(node: ast.Call) -> tuple[str | bytes, int] | None:
    """The pattern that stands in the source itself, with its flags."""
    pattern = node.args[0]
    if not isinstance(pattern, ast.Constant) or not isinstance(pattern.value, (str, bytes)):
        return None
    named = [one.attr for argument in [*node.args[1:], *(keyword.value for keyword in node.keywords)]
             for one in ast.walk(argument) if isinstance(one, ast.Attribute)]  # fmt: skip
    flags = re.NOFLAG
    for name in named:
        flags |= getattr(re, name, re.NOFLAG) if name.isupper() else re.NOFLAG
    return pattern.value, int(flags)


def _note() -> Mapping[str, list[tuple[str, bool, int]]]:
    """Notes from now on which patterns the package asks for, by place."""
    noted = dict[str, list[tuple[str, bool, int]]]()

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        signature = inspect.signature(real)

        def asks(*arguments: Any, **named: Any) -> Any:
            frame = sys._getframe(1)
            module = str(frame.f_globals.get("__name__"))
            if module.partition(".")[0] == shandong_econ.__name__ and not isinstance(arguments[0], re.Pattern):
                flags = int(signature.bind(*arguments, **named).arguments.get("flags", 0))
                raw = isinstance(arguments[0], bytes)
                text = arguments[0].decode("latin-1") if raw else arguments[0]
                known = noted.setdefault(f"{module}:{frame.f_lineno}:{name}", [])
                if (text, raw, flags) not in known:
                    known.append((text, raw, flags))
            return real(*arguments, **named)

        return asks

    for name in ASKING:
        setattr(re, name, watched(name, getattr(re, name)))
    return noted


def main() -> None:
    """Asks for all patterns of the package, and writes which they are as JSON."""
    for name in [name for name in sys.modules if name.partition(".")[0] == shandong_econ.__name__]:
        del sys.modules[name]  # so that what a module asks for on its import is asked for again
    noted = _note()
    for site in sites():
        module = importlib.import_module(site.module)
        if site.literal is None and site.builder:
            _build(getattr(module, site.builder))
    times = importlib.import_module("shandong_econ.parsing.finding.times")
    words = importlib.import_module("shandong_econ.lexicon.words")
    fitting = importlib.import_module("shandong_econ.lexicon.fitting")
    for language in LANGUAGES:
        for form, pattern in words.time_rules(language):
            times._rule(pattern, form)
        list(fitting._no_pattern(pattern, form))  # one of those that a folder of words may bring
    from tests.parsing.corpus import cases  # here, since it imports the package

    package = importlib.import_module("shandong_econ")
    for text in (*TEXTS, *(case["text"] for language in LANGUAGES for case in cases(language)[::EVERY])):
        package.parse(text)
    package.read(io.BytesIO(TABLE), format="html")
    sys.stdout.write(json.dumps(noted))


def _build(function: Callable[..., object]) -> None:
    """Calls a function that builds patterns if it asks for nothing, or for a language alone."""
    parameters = list(inspect.signature(function).parameters)
    if not parameters:
        function()
    elif parameters == ["language"]:
        for language in LANGUAGES:
            with suppress(shandong_econ.LexiconError, KeyError):  # some are of one language
                function(language)


if __name__ == "__main__":
    main()
