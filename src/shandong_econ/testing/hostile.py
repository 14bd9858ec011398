"""Texts that files, spreadsheets, terminals and markup take for something else, by what it is about them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType

__all__ = ["HOSTILE_TEXTS", "PIECES"]

_CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))

HOSTILE_TEXTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "nothing to see": ("", " ", "  ", "\u3000", "\xa0", "\u200b", "\u2060", "\xad", " x", "x ", "\tx", "\u3000x"),
        "line ends": (
            "\n", "\r", "\r\n", "\n\r", "\n\n", "\x0b", "\x0c", "\x1c", "\x1e", "\x85", "\u2028", "\u2029",
            "a\rb", "a\r\nb\nc\rd", "\na", "a\n", "---\n", "```\n",
        ),
        "controls": ("\0", "a\0b", "\t", "\x1b[31m", "\x1a", "\x7f", "\x9f", _CONTROLS),
        "surrogates and characters beyond the first plane": (
            "\ud800", "\udc80", "\udfff", "\ud83d\ude00", "\ude00\ud83d", "a\ud800b", "\U0001f600", "\U00020000",
            "\U0001fffe", "\U0010ffff", "\U000e0041",
        ),
        "marks and what is no character": ("\ufeff", "\ufeffa", "a\ufeff", "\ufffe", "\uffff", "\ufdd0", "\ufffd"),
        "what Unicode may change": (
            "e\u0301", "é", "\u0301", "\u212b", "\uf900", "ﷺ", "ﬁ", "５００", "\u0665", "İ", "ß", "가", "\u1100\u1161",
        ),
        "writing from the right": ("\u202e", "a\u202eb\u202cc", "\u2066x\u2069", "\u200f5", "عربى 12"),
        "formulas": (
            "=1+1", "+1", "-1", "@SUM(1,1)", "＝1", "＋1", "－1", "＠", "=cmd|' /C calc'!A0", "{=1+1}", "x;=1+1",
            "\t=1", "\n=1", "'=1", "=", "=HYPERLINK(\"http://e.invalid\")",
        ),
        "what looks like a number or a day": (
            "0", "-0", "007", "12.50", "1.", ".5", "1e5", "1E+2", "0x1F", "1,234", "50%", "1_000",
            "12345678901234567890", "2022", "2022-05", "2022-05-31", "05/31/2022", "12:30", "XXXX-Q1", "370000", "1/2",
        ),
        "what looks like a value of a language": (
            "TRUE", "true", "yes", "no", "NaN", "inf", "-Infinity", "null", "None", "NA", "N/A", "#N/A", "#REF!", "~",
            "undefined", "[]", "{}", "!!python",
        ),
        "escapes": (
            "\\", "\\\\", "\\e", "\\n", "\\r\\n", "\\0", "\\u0041", "\\x41", "\\u{0}", "\\ud83d", "\\\n", "\\long{1}",
            "_x0041_", "_x000D_", "_x005F_x0041_", "_X0041_", "_xD800_", "_x0041", "&amp;", "&#124;", "&#0;", "&#x41;",
            "&nbsp;", "&", "%41", "%s", "%(a)s", "{0}", "{a}", "{{", "}}", "${7*7}", "$x$", "$(x)",
        ),
        "quotation marks and what divides": (
            "'", "''", "''=1", '"', '""', '"a"', "\\\"", "“a”", ",", ";", "; ", "a;b", "a,b", "a\tb", "|", "a | b",
            "\\|", '",\n"', ": ", "a: b", "a=b", "#", "# h",
        ),
        "markup": (
            "<br/>", "<script>", "<!--", "-->", "]]>", "<![CDATA[", "<a b='c'>", "<?xml",
            "`", "``", "```", "*", "**a**",
            "__a__", "~~", "_", "- x", "- ", "1. x", "> q", "---", ":--", "===", "    x", "[x](y)", "![", "[^1]",
            "[x]: y", "<http://e.invalid>", "http://e.invalid", "www.e.invalid", "|---|---|", "\\begin{x}", "%%", "...",
        ),
        "words of the genre": (
            "工业增加值", "同比增长4.5%", "GDP", "the first five months", "12.7 billion yuan", "亿", "，", "、",
        ),
    }
)  # fmt: skip
"""Texts that readers and writers of files stumble over; every text of the model may be any of these."""

PIECES = tuple(dict.fromkeys(chain.from_iterable(HOSTILE_TEXTS.values())))
"""The same in one row, each once."""
