"""Text as HTML, so that no text of a report becomes markup, and each word of the page can change its language."""

from __future__ import annotations

import re

import attrs

from shandong_econ.exporters.html_page.words import words

_SPECIAL = re.compile("[&<>\"'\r\0\ud800-\udfff]")
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"}
_LOST = "\ufffd"  # what no page holds: NUL, and half of a character


def text(value: str) -> str:
    """A text as HTML, between tags or within an attribute's quotation marks.

    >>> text('<b> & "c"')
    '&lt;b&gt; &amp; &quot;c&quot;'
    """
    return _SPECIAL.sub(lambda found: _WRITTEN.get(found[0], _LOST), value)


@attrs.frozen
class Both:
    """The same thing in the two languages of the interface; a name that one of them lacks is taken from the other."""

    en: str
    zh: str

    def of(self, language: str) -> str:
        """What it is in a language."""
        return self.zh if language == "zh" else self.en

    def other(self, language: str) -> str:
        """What it is in the other language."""
        return self.en if language == "zh" else self.zh


def both(en: str | None, zh: str | None, otherwise: str = "") -> Both:
    """A name that may be known in one language only."""
    return Both(en or zh or otherwise, zh or en or otherwise)


def worded(key: str) -> Both:
    """A word of the page."""
    return Both(words("en")[key], words("zh")[key])


def attributes(**given: str | int | bool | None) -> str:
    """The attributes of a tag: None and False are left out, True stands alone, `_` in a name is a hyphen."""
    shown = []
    for name, value in given.items():
        name = name.strip("_").replace("_", "-")
        if value is True:
            shown.append(f" {name}")
        elif value is not None and value is not False:
            shown.append(f' {name}="{text(str(value))}"')
    return "".join(shown)


def element(tag: str, content: str = "", **given: str | int | bool | None) -> str:
    """An element around HTML; `class_` is its class.

    >>> element("td", text("a < b"), class_="value", hidden=False)
    '<td class="value">a &lt; b</td>'
    """
    return f"<{tag}{attributes(**given)}>{content}</{tag}>"


def switching(tag: str, what: Both, language: str, **given: str | int | bool | None) -> str:
    """An element with a text that the script can turn to the other language of the interface.

    >>> switching("th", Both("Value", "数值"), "zh")
    '<th data-o="Value">数值</th>'
    """
    here, there = what.of(language), what.other(language)
    return element(tag, text(here), **given, data_o=None if here == there else there)


def labelled(what: Both, language: str) -> dict[str, str]:
    """The attributes of an accessible name that can be turned to the other language."""
    return {"aria_label": what.of(language), "data_o_label": what.other(language)}
