"""A text as Markdown shows it, and back: escaped for a cell or a heading, or in paragraphs as prose.

What comes in is what the cell codec wrote, so that no control character or lone surrogate is left to care for; what
goes out is read by any CommonMark parser as exactly the same characters. Reading takes the parser's inline tokens.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from shandong_econ.rows import decode_text, encode_within

if TYPE_CHECKING:
    from markdown_it.token import Token

# An underscore inside a word and an ampersand that begins no entity mean nothing to Markdown, and are common in
# addresses, which a forge makes links as long as they are left alone.
_MARKS = re.compile(r"[\\`*\[<|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?[0-9A-Za-z]{1,32};)|#\Z")
_BEGINS_A_BLOCK = re.compile(r"\A(?:[#>+=-]|:(?=-))")
_BEGINS_A_LIST = re.compile(r"\A([0-9]{1,9})([.)])(?=\s|\Z)")
_SPACE = "[ \t\r\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_LOST_SPACE = re.compile(rf"(\A{_SPACE}|{_SPACE}\Z|[\r\t])")  # of a line, where a parser would trim or change it
_LINE_ENDS = re.compile(r"\n+")

Run = tuple[str, str]
"""A piece of text and the mark that it bears: "em", "strong", "code", or "" for none."""


def escape(text: str) -> str:
    r"""The text with a backslash before each character that Markdown, or a forge, would take for a mark.

    >>> print(escape("5~10 *snake_case* a_ | [x] R&D &amp; C#"))
    5\~10 \*snake_case\* a\_ \| \[x] R&D \&amp; C\#
    """
    return _MARKS.sub(r"\\\g<0>", text)


def _line(line: str) -> str:
    """A line of prose: space that would be lost is an entity, and nothing at its start begins a list or a heading."""
    pieces = _LOST_SPACE.split(line)  # each second piece is such a space
    shown = [f"&#{ord(piece)};" if i % 2 else escape(encode_within(piece)) for i, piece in enumerate(pieces)]
    shown[0] = _BEGINS_A_LIST.sub(r"\1\\\2", _BEGINS_A_BLOCK.sub(r"\\\g<0>", shown[0]))
    return "".join(shown)


def _line_ends(match: re.Match[str]) -> str:
    count = len(match[0])
    return "\\\n" if count == 1 else "\n\n" + "&#10;" * (count - 2)


def prose(text: str) -> str:
    r"""A text as paragraphs: a line end is a hard break, an empty line parts two paragraphs.

    >>> print(prose("One\ntwo\n\n  # three"))
    One\
    two
    <BLANKLINE>
    &#32; # three
    """
    shown = "\n".join(_line(line) for line in text.split("\n"))
    core = shown.strip("\n")
    before = len(shown) - len(shown.lstrip("\n"))
    after = len(shown) - len(core) - before
    return "&#10;" * before + _LINE_ENDS.sub(_line_ends, core) + "&#10;" * after


def prose_of(paragraphs: Sequence[Sequence[Token]]) -> str:
    """The text whose paragraphs, each the children of an inline token, `prose` wrote."""
    return decode_text("\n\n".join(plain(paragraph) for paragraph in paragraphs)) or ""


def _content(token: Token) -> str:
    match token.type:
        case "hardbreak":
            return "\n"
        case "softbreak":
            return " "
    return token.content


def plain(tokens: Sequence[Token]) -> str:
    """The characters of inline tokens, whatever marks they bear."""
    return "".join(map(_content, tokens))


def runs(tokens: Sequence[Token]) -> list[Run]:
    """The characters of inline tokens, in runs that bear one mark; of nested marks the outermost counts."""
    return [
        (mark, "".join(content for _, content in pieces))
        for (_, mark), pieces in itertools.groupby(_marked(tokens), key=lambda piece: piece[0])
    ]


def _marked(tokens: Sequence[Token]) -> Iterator[tuple[tuple[int, str], str]]:
    """Each token's characters, after the number and the mark of the run that they belong to."""
    number, mark, depth = 0, "", 0
    for token in tokens:
        if token.nesting > 0 and depth == 0:
            number, mark = number + 1, token.tag
        depth += token.nesting
        if token.nesting < 0 and depth == 0:
            number, mark = number + 1, ""
        elif token.type == "code_inline" and depth == 0:
            number += 2
            yield (number - 1, "code"), token.content
        elif content := _content(token):
            yield (number, mark), content
