"""The notation in which shapes are written, compiled to patterns over the characters of classes.

growth:pcts             a slot, and the macro that it takes
UP/WIDEN                one token of any of these classes
(…|…)  ?  *  +  {1,2}   as in regular expressions, and so are (?>…) and *+, which never give back what they took;
                        * and + end after as many words as a clause may have
(?<=PCT)  (?=…)  (?!…)  what must, or must not, stand beside it
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from shandong_econ.errors import LexiconError
from shandong_econ.parsing.grammar.classes import CLASSES

_PIECE = re.compile(
    r"\s*(?:(?P<slot>[a-z_]+(?:\.[a-z_]+)?):)?"
    r"(?:(?P<classes>[A-Z][A-Z_]*(?:/[A-Z][A-Z_]*)*)|(?P<macro>[a-z]+)|(?P<open>\((?:\?(?:<?[=!]|>))?)|(?P<rest>[)|]|(?:[*+?]|\{\d,\d\})\+?))"
)


@attrs.define
class Compiler:
    """Compiles patterns; `macros` are parts that many share, and `slots` tells which group each slot became.

    `known` are the macros that have been compiled and have no slots, which compilers with slots can share.
    """

    macros: Mapping[str, str]
    slots: list[str] | None = None
    known: dict[str, str] = attrs.Factory(dict)

    def compiled(self, pattern: str) -> str:
        """A pattern of Python's `re`; slots are groups named s0, s1 … if `slots` is a list, else they are left out.

        >>> Compiler({"noun": "NAME/WORD"}).compiled("UP growth:PCT noun+")
        'u%(?:[NW]){1,16}'
        """
        made: list[str] = []
        closing: list[bool] = []  # whether the group that is open was opened by a slot too
        at = 0
        while at < len(pattern.rstrip()):
            piece = _PIECE.match(pattern, at)
            if piece is None:
                raise LexiconError(f"shapes.toml: {pattern!r} cannot be read at {pattern[at : at + 20]!r}: mend it")
            at = piece.end()
            slot, kind = None if self.slots is None else piece["slot"], piece.lastgroup
            if kind == "open":
                made.append(f"{self._group(slot)}(?:" if piece["open"] == "(" else piece["open"])
                closing.append(bool(slot))
                continue
            if kind == "rest":
                closes = piece["rest"] == ")" and closing.pop()
                made.append(_bounded(piece["rest"]))
                if closes:
                    found = _QUANTIFIER.match(pattern, at)
                    at = found.end() if found else at
                    made.append(f"{_bounded(found[0]) if found else ''})")
                continue
            inner = _one_of(piece["classes"]) if kind == "classes" else self._macro(piece["macro"])
            if slot:
                found = _QUANTIFIER.match(pattern, at)
                at = found.end() if found else at
                inner = f"{self._group(slot)}{inner}{_bounded(found[0]) if found else ''})"
            made.append(inner)
        return "".join(made)

    def _group(self, slot: str | None) -> str:
        if slot is None or self.slots is None:
            return ""
        self.slots.append(slot)
        return f"(?P<s{len(self.slots) - 1}>"

    def _macro(self, name: str) -> str:
        if name in self.known:
            return self.known[name]
        if name not in self.macros:
            raise LexiconError(
                f"shapes.toml: there is no macro {name!r}: add it to [macro], or write a class in capitals"
            )
        slots = len(self.slots or ())
        made = f"(?:{self.compiled(self.macros[name])})"
        if slots == len(self.slots or ()):
            self.known[name] = made
        return made


_QUANTIFIER = re.compile(r"(?:[*+?]|\{\d,\d\})\+?")


_LONGEST = 16
"""Words that a shape goes on for where it says `*` or `+`."""


def _bounded(piece: str) -> str:
    """A quantifier without an end as one that has one."""
    return _ENDS.get(piece[0], piece[0]) + piece[1:]


_ENDS = {"*": f"{{0,{_LONGEST}}}", "+": f"{{1,{_LONGEST}}}"}


def _one_of(names: str) -> str:
    unknown = [name for name in names.split("/") if name not in CLASSES]
    if unknown:
        raise LexiconError(f"shapes.toml: no class is called {unknown[0]!r}: take one of {', '.join(CLASSES)}")
    characters = "".join(CLASSES[name] for name in names.split("/"))
    return re.escape(characters) if len(characters) == 1 else f"[{re.escape(characters)}]"
