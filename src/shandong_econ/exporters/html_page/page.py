"""The page round its reports: head, policy, bar, list of reports and foot; one file that asks for nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from shandong_econ.exporters.html_page.markup import attributes, element, labelled, switching, text, worded
from shandong_econ.exporters.html_page.words import LANGUAGES, script, style, words
from shandong_econ.exporters.plain import dumps
from shandong_econ.model import Report
from shandong_econ.rows import FORMAT_VERSION

MARK = '<meta name="generator" content="shandong_econ html '
"""What a page of ours has among its first lines; the version of the format and the number of reports follow."""
LONGEST_TITLE = 120  # characters of a title in the list of reports and in the title of the window
_FOR_THE_SCRIPT = ("qualifiers.", "statuses.")
_KEYS_FOR_THE_SCRIPT = (
    "all", "count", "detail", "close", "previous", "next", "note", "words", "number", "power", "unit", "label",
    "entity", "comparison", "base", "qualifier", "status", "relative_to", "speaker", "span", "value", "indicator",
    "area", "period", "measure", "code", "unplaced",
)  # fmt: skip


def head(titles: Sequence[str], language: str) -> str:
    """All that stands before the first report."""
    name = words(language)["brand"] if len(titles) != 1 else titles[0] or words(language)["untitled"]
    lines = (
        "<!doctype html>",
        f"<html{attributes(lang=language)}>",
        "<head>",
        '<meta charset="utf-8">',
        f'{MARK}{FORMAT_VERSION}, reports {len(titles)}">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        element("title", text(name)),
        element("style", style()),
        "</head>",
        "<body>",
        switching("a", worded("skip"), language, class_="skip", href="#r1-figures") if titles else "",
        '<header class="bar">',
        switching("h1", worded("brand"), language),
        switching("button", worded("to_language"), language, id_="language", type_="button"),
        switching("button", worded("scheme"), language, id_="scheme", type_="button", aria_pressed="false"),
        "</header>",
        *_contents(titles, language),
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


def short_title(report: Report) -> str:
    """The title in the list of reports."""
    title = " ".join((report.title or "").split())
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"


def _contents(titles: Sequence[str], language: str) -> list[str]:
    """The list of the reports, if they are several."""
    if len(titles) < 2:
        return []
    untitled = worded("untitled")
    links = (
        element("li", element("a", text(title), href=f"#r{key}") if title else
                switching("a", untitled, language, href=f"#r{key}"))
        for key, title in enumerate(titles, 1)
    )  # fmt: skip
    listed = element("ol", "\n".join(links))
    return [element("nav", listed, class_="contents", **labelled(worded("reports"), language))]


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
