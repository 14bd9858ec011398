"""A page of the site as a reader has it: its words and its pictures."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path


class Seen(HTMLParser):
    """The words of a page, and its pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.pictures: list[dict[str, str | None]] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.pictures.append(dict(attributes))


def words_of(site: Path, page: str) -> set[str]:
    """The texts of a page, each as it stands between two tags."""
    return {word.strip() for word in seen(site / page).words}


def seen(page: Path) -> Seen:
    """What is seen on a page."""
    parser = Seen()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser
