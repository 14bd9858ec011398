"""The page round its reports: head, policy, bar and foot; one file that asks for nothing else."""

from __future__ import annotations

import base64
import hashlib

from shandong_econ.exporters.html_page.markup import attributes, element, switching, text, worded
from shandong_econ.exporters.html_page.words import script, style, words
from shandong_econ.exporters.plain import dumps
from shandong_econ.model.report import LANGUAGES
from shandong_econ.rows import FORMAT_VERSION

MARK = '<meta name="generator" content="shandong_econ html '
"""What a page of ours has among its first lines; the version of the format and the number of reports follow."""
LONGEST_TITLE = 120  # characters of a title in the title of the window
_FOR_THE_SCRIPT = ("qualifiers.", "statuses.", "hows.", "parts.")
_KEYS_FOR_THE_SCRIPT = frozenset({
    "all", "area", "base", "close", "count", "entity", "grounds", "indicator", "label", "measure", "message", "next",
    "note", "number", "period", "power", "previous", "qualifier", "relative_to", "span", "speaker", "status", "unit",
    "unplaced", "words",
})  # fmt: skip


def _shortened(title: str) -> str:
    title = " ".join(title.split())
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"


def head(count: int, title: str | None, language: str) -> str:
    """All that stands before the series and the first report; `title` is that of the only report."""
    name = words(language)["brand"] if count != 1 else _shortened(title or "") or words(language)["untitled"]
    lines = (
        "<!doctype html>",
        f"<html{attributes(lang=language)}>",
        "<head>",
        '<meta charset="utf-8">',
        f'{MARK}{FORMAT_VERSION}, reports {count}">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        element("title", text(name)),
        element("style", style()),
        "</head>",
        "<body>",
        switching("a", worded("skip"), language, class_="skip", href="#r1-figures") if count else "",
        '<header class="bar">',
        switching("h1", worded("brand"), language),
        switching("button", worded("to_language"), language, id_="language", type_="button", lang=_other(language)),
        switching("button", worded("scheme"), language, id_="scheme", type_="button", aria_pressed="false"),
        "</header>",
        "<main>",
    )
    return "\n".join(filter(None, lines)) + "\n"


def foot(language: str) -> str:
    """All that stands after the last report."""
    told = {lang: {key: word for key, word in words(lang).items() if _is_for_the_script(key)} for lang in LANGUAGES}
    lines = (
        "</main>",
        element("footer", switching("p", worded("made"), language)),
        data_block(escaped(dumps(told)), id_="words"),
        element("script", script()),
        "</body>",
        "</html>",
    )
    return "\n".join(lines) + "\n"


def escaped(json: bytes) -> str:
    """JSON that may stand in an element of a page: nothing in it ends the element or begins a comment."""
    return json.decode().replace("<", "\\u003c")


def data_block(data: str, **given: str) -> str:
    """An element with escaped JSON, which a browser does not run."""
    return element("script", data, type_="application/json", **given)


def _other(language: str) -> str:
    """The language that the page can be turned to."""
    return next(each for each in LANGUAGES if each != language)


def _policy() -> str:
    """Nothing is fetched, nothing is sent, and no style or script but the page's own is taken."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style())}'",
            f"script-src '{_hash(script())}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode("ascii")


def _is_for_the_script(key: str) -> bool:
    return key.startswith(_FOR_THE_SCRIPT) or key in _KEYS_FOR_THE_SCRIPT
