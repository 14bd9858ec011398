"""The tables of the reference, made of the code itself while the pages are built, so that they cannot fall behind.

A page asks for one with a line of its own, `{{formats}}`.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

import shandong_econ as se
from shandong_econ import api, errors, rows
from shandong_econ.frames.columns import ADDED
from shandong_econ.hookspecs import AddingExporter, QueryingExporter, ReadingExporter
from shandong_econ.lexicon import industries
from shandong_econ.lexicon.concepts import indicator_rows, level_of
from shandong_econ.lexicon.folders import read_toml
from shandong_econ.parsing.context.principles import TABLES
from shandong_econ.parsing.grammar.classes import CLASSES
from shandong_econ.parsing.grammar.shapes import grammar

_WANTED = re.compile(r"^\{\{(\w+)\}\}$", re.MULTILINE)


def filled(text: str, page: str) -> str:
    """The text of a page with each table that it asks for."""

    def made(match: re.Match[str]) -> str:
        if match[1] not in FACTS:
            raise KeyError(f"{page} asks for the table {match[1]!r}: there are {', '.join(sorted(FACTS))}")
        return "\n".join(FACTS[match[1]]())

    return _WANTED.sub(made, text)


def table(header: Iterable[str], lines: Iterable[Iterable[str | None]]) -> Iterator[str]:
    """A table of Markdown."""
    names = list(header)
    yield from (_line(names), _line("---" for _ in names))
    yield from map(_line, lines)


def _line(cells: Iterable[str | None]) -> str:
    return "| " + " | ".join((cell or "").replace("|", "\\|") for cell in cells) + " |"


def _code(*words: str | None) -> str:
    return " ".join(f"`{word}`" for word in words if word)


def _field() -> Iterator[str]:
    """Where the field comes that finds rows in all tables of its section."""
    yield from ("```{raw} html", '<div class="sift"></div>', "```")


def _first_sentence(thing: object) -> str:
    return " ".join((thing.__doc__ or "").split("\n\n")[0].split())


def _formats() -> Iterator[str]:
    def able(exporter: se.Exporter) -> str:
        kinds = {"read": ReadingExporter, "added to": AddingExporter, "queried": QueryingExporter}
        return ", ".join(["written", *(word for word, kind in kinds.items() if isinstance(exporter, kind))])

    given = se.formats()
    yield from table(
        ("format", "suffixes", "is", "beside it"),
        (
            (f"[`{name}`](#format-{name})", _code(*each.suffixes), able(each), _code(getattr(each, "companion", None)))
            for name, each in given.items()
        ),
    )
    yield from _described("format", given)


def _sources() -> Iterator[str]:
    given = se.documents()
    yield from table(
        ("source", "suffixes"),
        ((f"[`{name}`](#source-{name})", _code(*each.suffixes)) for name, each in given.items()),
    )
    yield from _described("source", given)


def _described(kind: str, given: Mapping[str, object]) -> Iterator[str]:
    """What the docstring of each says, under its name."""
    for name, each in given.items():
        said = inspect.getdoc(type(each)) or ""
        yield from ("", f"({kind}-{name})=", f"### {name}", "")
        yield re.sub(r'^The format "[\w-]+": (.)', lambda match: match[1].upper(), said)


def _columns(of: rows.Table) -> Callable[[], Iterator[str]]:
    def made() -> Iterator[str]:
        return table(
            ("column", "holds", "what it is"),
            (
                (_code(each.name), each.kind.value, each.description + " *(derived)*" * each.derived)
                for each in of.columns
            ),
        )

    return made


def _frames() -> Iterator[str]:
    return table(
        ("column", "holds", "what it is", "comes after"),
        ((_code(each.name), each.holds, each.description, _code(each.after)) for each in ADDED),
    )


def _errors() -> Iterator[str]:
    found = [each for each in vars(errors).values() if isinstance(each, type)]
    return table(
        ("error", "is also", "raised for"),
        (
            (
                f"[`{each.__name__}`](#shandong_econ.{each.__name__})",
                _code(each.__bases__[-1].__name__),
                _first_sentence(each),
            )
            for each in found
        ),
    )


def _indicators() -> Iterator[str]:
    names = se.indicators()
    for family, found in groupby(indicator_rows(), lambda row: row.family):
        yield from ("", f"## {family.replace('_', ' ').capitalize()}", "")
        lines = ((_code(row.code), names[row.code].name, names[row.code].name_zh, _code(row.unit)) for row in found)
        yield from table(("code", "name", "name in Chinese", "unit"), lines)


def _units() -> Iterator[str]:
    return table(("code", "name", "name in Chinese"), map(_named, se.units().values()))


def _named(concept: se.Area | se.Unit) -> tuple[str | None, ...]:
    return _code(concept.code), concept.name, concept.name_zh


def _industries() -> Iterator[str]:
    return table(("code", "name"), ((_code(code), name) for code, name in industries().items()))


def _provinces() -> Iterator[str]:
    return table(("code", "name", "name in Chinese"), map(_named, _of_levels("nation", "province", "group")))


def _areas() -> Iterator[str]:
    """The prefectures and counties, a table a province; a prefecture stands before its counties."""
    known = se.areas()
    below = sorted(_of_levels("prefecture", "county"), key=lambda area: area.code or "")
    for province, found in groupby(below, lambda area: known[(area.code or "")[:2] + "0000"]):
        yield from ("", f"## {province.name} {province.name_zh}", "")
        lines = ((*_named(area), _holder(area)) for area in found)
        yield from table(("code", "name", "name in Chinese", "in"), lines)


def _of_levels(*levels: str) -> list[se.Area]:
    return [area for code, area in se.areas().items() if level_of(code) in levels]


def _holder(area: se.Area) -> str | None:
    """The name of the prefecture that holds a county, where one does."""
    holder = se.areas().get((area.code or "")[:4] + "00")
    return None if holder is None or holder == area else holder.name


def _shapes(language: str) -> Callable[[], Iterator[str]]:
    def made() -> Iterator[str]:
        lines = ((one.name, one.example, "; ".join(one.gives)) for one in grammar(language).shapes)
        yield from table(("shape", "example", "gives"), lines)

    return made


def _principles() -> Iterator[str]:
    """Each principle is the docstring of its function, in the order in which they are asked."""
    for question, table in TABLES.items():
        told = {language: [one.__name__ for one in table[language]] for language in ("zh", "en")}
        for language in ("zh", "en") if told["zh"] != told["en"] else ("zh",):
            of = {"zh": " (Chinese)", "en": " (English)"}[language] if told["zh"] != told["en"] else ""
            yield from ("", f"## {question}{of}", "")
            yield from (f"{n}. `{one.__name__}`: {_first_sentence(one)}" for n, one in enumerate(table[language], 1))


def _classes() -> Iterator[str]:
    yield from table(("class", "words of the roles (zh)", "words of the roles (en)"), map(_class_line, CLASSES))


def _class_line(name: str) -> tuple[str, ...]:
    kinds = (read_toml(f"{language}/classes.toml")["roles"].get(name, ()) for language in ("zh", "en"))
    return (f"`{name}`", *(_code(*roles) for roles in kinds))


def _rules() -> Iterator[str]:
    lines = ((one.code, _code(one.name), one.says, _code(*one.needs)) for one in api.rules().values())
    yield from table(("rule", "name", "says", "needs"), lines)


FACTS: dict[str, Callable[[], Iterable[str]]] = {
    "field": _field,
    "formats": _formats,
    "sources": _sources,
    "errors": _errors,
    "frames": _frames,
    "indicators": _indicators,
    "units": _units,
    "industries": _industries,
    "provinces": _provinces,
    "areas": _areas,
    "shapes_zh": _shapes("zh"),
    "shapes_en": _shapes("en"),
    "principles": _principles,
    "classes": _classes,
    "rules": _rules,
    **{each.name: _columns(each) for each in rows.TABLES},
}
"""The name of each table, and what makes its lines."""
